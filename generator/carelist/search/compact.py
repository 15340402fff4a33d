"""What the search page loads besides itself, in as few bytes as can be.

Chinese characters are written in one or two ASCII signs: gzip takes UTF-8 apart into bytes, and
needs a third more for it. theme/scripts/search/tables.mjs reads what is written here.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from carelist.catalog.json_writing import to_compact_json
from carelist.search.characters import (
    COMMON,
    SIGNS,
    list_readings,
    write_form,
    write_steps,
    write_syllables,
)
from carelist.search.constants import SINGLE, list_constants
from carelist.search.tables import Tables

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from carelist.search.documents import Library
    from carelist.search.groups import WordGroup
    from carelist.speech.locales import Locale

NOTHING = Tables()


class Cipher:
    """Writes Chinese in signs, each character by its place in the list of characters."""

    def __init__(self, characters: Iterable[str], texts: Iterable[str]) -> None:
        ordered = list(characters)
        counted = Counter(one for text in texts for one in text if one > "~")
        ranked = sorted(ordered, key=lambda one: (-counted[one], one))
        single = {*ranked[:SINGLE]}
        self.frequent = [place for place, one in enumerate(ordered) if one in single]
        """The places in the list of those that are written in one sign."""
        rest = [one for one in ordered if one not in single]
        most = (len(SIGNS) - SINGLE) * len(SIGNS)
        self._signs = {
            ordered[place]: sign for place, sign in zip(self.frequent, SIGNS, strict=False)
        }
        for place, one in enumerate(rest[:most]):
            lead, follow = divmod(place, len(SIGNS))
            self._signs[one] = SIGNS[SINGLE + lead] + SIGNS[follow]

    def write(self, text: str) -> str:
        """Write a Chinese text; a character that is not in the list stands for itself."""
        if text and text[0] <= "z":
            return f"~{text}"
        return "".join(self._signs.get(one, one) for one in text)


def write_own(library: Library) -> str:
    """Write what every search of a page needs: constants, the vocabulary of its own language."""
    own = _write_vocabulary(library.own, library, library.locale)
    return to_compact_json({"constants": list_constants(), **own})


def write_foreign(library: Library) -> str:
    """Write what searches in the other languages need besides: the first, then `more`."""
    other = [document.other for document in library.documents]
    parts = [
        _write_vocabulary(groups, library, locale) for locale, groups in library.foreign.items()
    ]
    first, *more = parts or [{"words": "", "synonyms": "", "ignored": ""}]
    return to_compact_json({"other": other, **first, **({"more": more} if more else {})})


def write_reserve(library: Library) -> str:
    """Write the words that are fetched only where no others answer, and their characters."""
    write: Callable[[str], str] = str
    found: dict[str, object] = {}
    idle = sorted(library.wide_tables.ignored - library.tables.ignored)
    if library.locale.search == "han":
        texts = [*(word for group in library.reserve for word in group.words), *idle]
        cipher = Cipher(library.wide_tables.characters, texts)
        write, found = cipher.write, _write_more_characters(library, cipher)
    elif library.locale.search == "pairs":
        found = {"frequent": ""}
    kind = "words" if library.locale.search == "latin" else "han"
    found |= {
        kind: _write_groups(library.reserve, library, write),
        "ignored": ",".join(map(write, idle)),
    }
    return to_compact_json({"reserve": 1, **found})


def _write_more_characters(library: Library, cipher: Cipher) -> dict[str, object]:
    """Write of the characters of words in reserve what the first file does not tell."""
    before, tables = library.tables, library.wide_tables
    return {
        **_write_characters(tables, before),
        "frequent": "".join(write_steps(cipher.frequent)),
        "exceptions": ",".join(
            f"{two} {cipher.write(term)}"
            for term, two in tables.exceptions.items()
            if term not in before.exceptions
        ),
    }


def _write_vocabulary(
    groups: Iterable[WordGroup], library: Library, locale: Locale
) -> dict[str, object]:
    match locale.search:
        case "latin":
            return _write_english(groups, library)
        case "han":
            return _write_chinese(groups, library)
        case "pairs":
            return _write_pairs(groups, library)


def _write_pairs(groups: Iterable[WordGroup], library: Library) -> dict[str, object]:
    """Write words of another script as they are."""
    cipher = Cipher("", ())
    return {
        "frequent": "",
        "han": _write_groups(groups, library, cipher.write),
        **_write_meanings(library.tables, cipher.write, is_han=True),
    }


def _write_english(groups: Iterable[WordGroup], library: Library) -> dict[str, object]:
    return {
        "words": _write_groups(groups, library, str),
        **_write_meanings(library.tables, str, is_han=False),
    }


def _write_chinese(groups: Iterable[WordGroup], library: Library) -> dict[str, object]:
    """Write Chinese words in signs, and the English words among them behind a `~`."""
    tables = library.tables
    texts = [*(word for group in groups for word in group.words), *tables.synonyms]
    cipher = Cipher(tables.characters, texts)
    return {
        "syllables": write_syllables(),
        **_write_characters(tables),
        "frequent": "".join(write_steps(cipher.frequent)),
        "exceptions": ",".join(
            f"{two} {cipher.write(term)}" for term, two in tables.exceptions.items()
        ),
        "han": _write_groups(groups, library, cipher.write),
        **_write_meanings(tables, cipher.write, is_han=True),
    }


def _write_groups(
    groups: Iterable[WordGroup], library: Library, write: Callable[[str], str]
) -> str:
    """Write groups as `3.1,20|word,word||word`: what words lead to, and the words.

    To the first clause of the third service, and to a service; the words that count once, then
    those that count twice, and so on.
    """
    places = {document.id: str(place) for place, document in enumerate(library.documents, start=1)}
    lines: list[str] = []
    for group in groups:
        targets: list[str] = []
        for target in group.to:
            service, _, clause = target.partition("/")
            place = places[service]
            targets.append(f"{place}.{library.find_clause(service, clause)}" if clause else place)
        said = Counter(group.words)
        words = (
            ",".join(write(word) for word in said if said[word] == times)
            for times in range(1, max(said.values()) + 1)
        )
        lines.append("|".join([",".join(targets), *words]))
    return "\n".join(lines)


def _write_meanings(
    tables: Tables, write: Callable[[str], str], *, is_han: bool
) -> dict[str, object]:
    """Write the synonyms and the ignored words of one script."""
    also: defaultdict[str, list[str]] = defaultdict(list)
    for word, meant in tables.synonyms.items():
        if (word[0] > "z") is is_han:
            also[meant].append(word)
    groups = (",".join(map(write, (meant, *words))) for meant, words in also.items())
    ignored = sorted(word for word in tables.ignored if (word[0] > "z") is is_han)
    return {"synonyms": "|".join(groups), "ignored": ",".join(map(write, ignored))}


def _write_characters(tables: Tables, before: Tables = NOTHING) -> dict[str, str]:
    """Write which common characters the list has, how it reads others, and traditional forms.

    `used`: the steps between the common ones. `read`: characters and their syllables, where those
    are not common or read otherwise. `traditional`: the traditional forms. `simple`: the place of
    the simplified character of each, and how many forms were before it: so that they rise.
    `before`: what is known already.
    """
    places = {character: place for place, character in enumerate(COMMON)}
    usual = list_readings()
    ranks = {character: rank for rank, character in enumerate(tables.characters)}
    added = tables.characters[len(before.characters) :]
    forms = sorted(
        (ranks[simple], form)
        for form, simple in tables.simplified.items()
        if form not in before.simplified
    )
    return {
        "used": "".join(write_steps(places[one] for one in added if one in places)),
        "read": "".join(
            one + syllable
            for one, syllable in tables.readings.items()
            if syllable != before.readings.get(one, usual.get(one))
        ),
        "simple": "".join(write_steps(rank + passed for passed, (rank, _) in enumerate(forms))),
        "traditional": "".join(write_form(form) for _, form in forms),
    }
