"""The index of a long list as many small files, of which a query fetches those of its terms.

lunr's score of a service is the sum of what its terms weigh, so the weights of each term can be
kept by themselves. theme/scripts/search/postings.mjs reads what is written here.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from carelist.catalog.json_writing import to_compact_json
from carelist.search.constants import ALIKE, FACTOR, FILES, MEANT, WEIGHT_DIGITS
from carelist.search.engine import LONG, Engine

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sized

    from carelist.catalog.revision import Catalog
    from carelist.search.documents import Library
    from carelist.speech.locales import Locale


def is_in_parts(services: Sized) -> bool:
    """Whether a list of so many services is searched in parts."""
    return len(services) > LONG


def has_reserve(catalog: Catalog, locale: Locale) -> bool:
    """Whether words in reserve are published: a list that is searched in parts goes without."""
    if is_in_parts(catalog.latest.services):
        return False
    terms = (one for one in catalog.vocabulary.terms if one.reserve and one.list(locale))
    return any(catalog.leads.follow_until(one.until, one.to) for one in terms)


def write_postings(library: Library) -> Iterator[tuple[str, str]]:
    """Yield each file of the index with its name: the known terms first."""
    engine = Engine(library)
    pairs = "".join(engine.lexicon.list_pairs())
    words = " ".join(engine.lexicon.words)
    numbers = " ".join(sorted(_list_numbers(engine)))
    known = {"count": len(library.documents), "pairs": pairs, "words": words, "numbers": numbers}
    yield "terms.json", to_compact_json(known)
    files: defaultdict[int, dict[str, str]] = defaultdict(dict)
    for term, weights in sorted(engine.weights.items()):
        files[find_file(term)][term] = write_weights(weights)
    for number in range(FILES):  # those without terms too: a query may ask for unknown ones
        yield f"{number}.json", to_compact_json(files[number])


def _list_numbers(engine: Engine) -> set[str]:
    """List the numbers that services have besides their own, which are those up to their count."""
    numbers = {number for document in engine.library.documents for number in document.numbers}
    return {number for number in numbers if not number.endswith(MEANT["item"])}


def find_file(term: str, files: int = FILES, alike: int = ALIKE) -> int:
    """Give the number of the file that a term is in.

    Args:
        term: Of which the first character says it, if it is Chinese.
        files: How many there are.
        alike: With how many letters the words of one file begin.

    >>> find_file("疫苗") == find_file("疫情"), find_file("vaccine") == find_file("vaccination")
    (True, True)
    """
    number = 0
    for character in term[0] if term[0] > "z" else term[:alike]:
        number = (number * FACTOR + ord(character)) % files
    return number


def write_places(places: Iterable[int]) -> str:
    """Write rising numbers as the steps between them, those of one left out: `3,,,7`.

    >>> write_places([3, 4, 5, 9])
    '4,,,4'
    """
    steps: list[str] = []
    last = -1
    for place in places:
        steps.append("" if place - last == 1 else str(place - last))
        last = place
    return ",".join(steps)


def write_weights(weights: dict[int, float]) -> str:
    """Write `weight:places;weight:places`.

    >>> write_weights({0: 1.2344, 1: 1.2335, 4: 0.5})
    '0.5:5;1.234:,'
    """
    alike: defaultdict[float, list[int]] = defaultdict(list)
    for place, weight in sorted(weights.items()):
        alike[round(weight, WEIGHT_DIGITS)].append(place)
    return ";".join(f"{weight:g}:{write_places(alike[weight])}" for weight in sorted(alike))
