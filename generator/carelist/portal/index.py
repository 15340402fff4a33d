"""The index of the search over all places: small files, of which a query fetches those it needs.

A service that others carry out is one answer together with all of them, as their lists declare.
"""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from carelist.catalog.json_writing import to_compact_json
from carelist.portal import addresses
from carelist.portal.published import Target
from carelist.portal.spelling import list_simplified, sound_out
from carelist.portal.terms import list_terms
from carelist.portal.views import link_across
from carelist.search.constants import FACTOR
from carelist.search.postings import find_file, write_places

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from carelist.portal.desk import Atlas, Desk
    from carelist.portal.published import PublishedService

TITLE, PLACE, FOLLOWER, CLAUSE, SUMMARY = 5, 3, 2, 2, 1
"""What a term counts by where it stands: in the title, the names of places, titles of those who
carry it out, promises and audience, the summary."""
FILES = 128
"""Of words."""
ALIKE = 2
"""Letters with which the words of one file begin."""
CARDS = 8
"""In a file."""
SIMPLIFIED = "simplified.json"
"""The file by which a query in traditional characters is read."""


@dataclass(frozen=True)
class SearchView:
    """What the page of search hands its script, which finds files and cards by the same numbers."""

    files: int = FILES
    alike: int = ALIKE
    factor: int = FACTOR
    cards: int = CARDS


@dataclass(frozen=True)
class Answer:
    """A service with all that carry it out, however far below."""

    target: Target
    followers: tuple[Target, ...]


def list_answers(atlas: Atlas) -> list[Answer]:
    """List what can be found: the services that carry out none, in the order of places."""
    targets = [
        Target(place.id, service.id)
        for place in atlas.portal.places
        for service in atlas.lists[place.id].services
    ]
    below = {follower for found in atlas.lineage.followers.values() for follower in found}
    above = (target for target in targets if target not in below)
    return [Answer(target, tuple(atlas.lineage.list_all(target))) for target in above]


def write_index(desk: Desk) -> Iterator[tuple[str, str]]:
    """Yield each file of the index of a locale with its name; `desk` is that of the search page."""
    answers = list_answers(desk.atlas)
    sounds = sound_out(_list_sounding(desk, answers))
    postings: defaultdict[str, dict[int, int]] = defaultdict(dict)
    for number, answer in enumerate(answers):
        for term, weight in _weigh(desk, answer, sounds).items():
            postings[term][number] = weight
    files: defaultdict[int, dict[str, str]] = defaultdict(dict)
    for term, weights in sorted(postings.items()):
        files[find_file(term, FILES, ALIKE)][term] = _write_weights(weights, len(answers))
    for number in range(FILES):
        yield f"{number}.json", to_compact_json(files[number])
    yield SIMPLIFIED, to_compact_json(list_simplified(term for term in postings if term > "z"))
    for number, first in enumerate(range(0, len(answers), CARDS)):
        cards = [_make_card(desk, one) for one in answers[first : first + CARDS]]
        yield f"cards-{number}.json", to_compact_json(cards)


def _list_sounding(desk: Desk, answers: Iterable[Answer]) -> Iterator[str]:
    """Yield what is found by its pinyin, too: titles and names of places."""
    for answer in answers:
        yield str(desk.quote(desk.atlas.find(answer.target).title))
        yield from _list_names(desk, answer)


def _weigh(desk: Desk, answer: Answer, sounds: Mapping[str, str]) -> dict[str, int]:
    """Give what each term of an answer counts, over all places where it stands.

    `sounds` are the pinyin of titles and of names of places.
    """
    service, weights = desk.atlas.find(answer.target), defaultdict[str, int](int)
    title, names = str(desk.quote(service.title)), list(_list_names(desk, answer))
    for boost, texts in (
        (TITLE, [title, sounds[title]]),
        (PLACE, [*names, *(sounds[name] for name in names)]),
        (FOLLOWER, [str(desk.quote(desk.atlas.find(one).title)) for one in answer.followers]),
        (CLAUSE, _list_promises(desk, service)),
        (SUMMARY, [str(desk.quote(service.summary))] if service.summary else []),
    ):
        for term in dict.fromkeys(term for text in texts for term in list_terms(text)):
            weights[term] += boost
    return weights


def _list_promises(desk: Desk, service: PublishedService) -> list[str]:
    texts = [*service.clauses, *([service.audience] if service.audience else ())]
    return [str(desk.quote(text)) for text in texts]


def _list_names(desk: Desk, answer: Answer) -> Iterable[str]:
    places = dict.fromkeys(one.place for one in (answer.target, *answer.followers))
    return (desk.portal.by_id[name].name.write(desk.locale) for name in places)


def _write_weights(weights: dict[int, int], count: int) -> str:
    """Write the answers of a term by what it counts there, as `12:3,,5;7:9`; rare ones more."""
    rarity = 1 + math.log(count / len(weights))
    by_weight: defaultdict[int, list[int]] = defaultdict(list)
    for number, weight in weights.items():
        by_weight[round(weight * rarity)].append(number)
    found = sorted(by_weight.items(), reverse=True)
    return ";".join(f"{weight}:{write_places(sorted(numbers))}" for weight, numbers in found)


def _make_card(desk: Desk, answer: Answer) -> list[str]:
    """Give title, whose it is, summary, address, and who carries it out."""
    target = answer.target
    service, place = desk.atlas.find(target), desk.portal.by_id[target.place]
    places = len({one.place for one in answer.followers})
    href = link_across(desk, target).href
    return [
        str(desk.quote(service.title)),
        place.name.write(desk.locale),
        str(desk.quote(service.summary)) if service.summary else "",
        href if places else desk.link_service(place, service.id),
        desk.words.count("carried_by", places) if places else "",
    ]


def name_folder(desk: Desk) -> str:
    """Give the folder of the index of a locale, below the root of the portal."""
    return f"{desk.locale.prefix}{addresses.SEARCH}"
