"""Ids that the program proposes, by how names are read aloud; and those that still stand so.

An id lasts for ever, so one that nobody chose is looked at once before it is published.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple
from unicodedata import normalize

from carelist.catalog.unwritten import take_title
from carelist.speech.pinyin import learn, pronounce

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from carelist.catalog.records import Services
    from carelist.catalog.texts import Path

_MOST_SYLLABLES = 8
_OF_ITS_PLACE = re.compile("^[市省区县州盟旗](?!场)")
"""What a name of a body begins with in every list of its place."""
_SYLLABLES = re.compile(
    r"(?:(?:[zcs]h|[bpmfdtnlgkhjqxzcsryw])?[aeiouv]{1,3}(?:ng?|r)?|[0-9a-z])"
    r"(?:-(?:(?:[zcs]h|[bpmfdtnlgkhjqxzcsryw])?[aeiouv]{1,3}(?:ng?|r)?|[0-9]+|[a-z]))*"
)
"""What an id must look like to be a proposal, which is quicker to tell than how names are read."""
_AGAIN = re.compile(r"-[0-9]+$")


class ProposedId(NamedTuple):
    """An id that stands as it was proposed."""

    id: str
    path: Path


def propose_id(name: str, taken: Collection[str] = ()) -> str:
    """Propose an id for a name: its first syllables in pinyin, and a number where that is taken.

    >>> propose_id("健康管理服务")
    'jian-kang-guan-li-fu-wu'
    >>> propose_id("市教育局", {"jiao-yu-ju"})
    'jiao-yu-ju-2'
    >>> propose_id("０—６岁儿童")
    '0-6-sui-er-tong'
    """
    plain = _OF_ITS_PLACE.sub("", normalize("NFKC", name))  # full-width digits are digits
    learn([plain])
    read = " ".join(pronounce(plain)).lower()
    syllables = re.findall("[a-z]+|[0-9]+", read)[:_MOST_SYLLABLES]
    first = "-".join(syllables) or "id"
    number, proposed = 1, first
    while proposed in taken:
        number += 1
        proposed = f"{first}-{number}"
    return proposed


def find_named(shelf: str, entries: Iterable[Any]) -> Iterator[ProposedId]:
    """Yield the ids of entries with names that nobody has chosen."""
    for index, entry in enumerate(entries):
        if _is_proposed(entry.id, entry.name.source):
            yield ProposedId(entry.id, (shelf, index, "id"))


def find_proposed(rows: Services) -> Iterator[ProposedId]:
    """Yield the ids of services, clauses, audiences, groups and types that nobody has chosen."""
    groups = {group.id: group.name.source for group in rows.groups}
    for shelf in ("audiences", "types", "groups"):
        yield from find_named(shelf, getattr(rows, shelf))
    for index, service in enumerate(rows.services):
        if _is_proposed(service.id, groups.get(service.group, "")):
            yield ProposedId(service.id, ("services", index, "id"))
        for place, clause in enumerate(service.clauses):
            if _is_proposed(clause.id, take_title({"text": clause.text}).source):
                yield ProposedId(clause.id, ("services", index, "clauses", place, "id"))


def _is_proposed(id_: str, name: str) -> bool:
    return bool(_SYLLABLES.fullmatch(id_)) and propose_id(name) in {id_, _AGAIN.sub("", id_)}
