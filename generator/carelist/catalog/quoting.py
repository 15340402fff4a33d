"""Official words as they are quoted: what is printed, with each reading in square brackets."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from carelist.speech.locales import SOURCE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carelist.catalog.records import Column, Reading, Service
    from carelist.catalog.revision import Revision

NESTED = str.maketrans("“”‘’", "‘’“”")
"""Quotation marks inside others are of the other kind (GB/T 15834-2011, 4.8.3.5)."""
MOVED = frozenset({"shifted", "inferred"})
"""States of cells whose words are not printed where they are read."""


class AsRead(NamedTuple):
    """What of a service's place in the list is a reading, and not simply printed there."""

    number: bool
    """Its task is printed beside another number, or beside none."""
    name: bool
    """The name of its group is printed elsewhere, otherwise, or nowhere."""


def quote_task(revision: Revision, service: Service) -> str:
    """Give the task as the copy prints it; behind words that are read otherwise, how.

    >>> quote_task(revision, revision.by_id["psychiatric-rehabilitation"])
    '...质量和平水平[读作“质量和水平”]，为精神障碍流动儿童...'
    """
    origin = revision.fidelity.origins[service.number, "task"]
    quoted = origin.printed
    for repair in origin.repairs:
        quoted = quoted.replace(repair.printed or "", _tell(repair), 1)
    return quoted


def is_task_repaired(revision: Revision, service: Service) -> bool:
    """Tell whether words of the task are printed otherwise than they are read."""
    return bool(revision.fidelity.origins[service.number, "task"].repairs)


def quote_clauses(revision: Revision, service: Service) -> Iterator[str]:
    """Yield the clauses of the task in the same way; a repair is told where its words first are."""
    left = [one for one in revision.fidelity.origins[service.number, "task"].repairs if one.read]
    for clause in service.clauses:
        quoted = clause.text.source
        for repair in [one for one in left if one.read and one.read in quoted]:
            quoted = quoted.replace(repair.read or "", _tell(repair), 1)
            left.remove(repair)
        yield quoted


def _tell(repair: Reading) -> str:
    words = SOURCE.words("citations")
    return words.fill("read_as", printed=repair.printed or "", read=repair.read)


def quote(text: str) -> str:
    """Put Chinese words into quotation marks; marks among them become those of the other kind."""
    return f"“{text.translate(NESTED)}”"


def find_as_read(revision: Revision, service: Service) -> AsRead:
    """Find what of a service's number and name is a reading."""
    return AsRead(_is_moved(revision, service, "task"), _is_moved(revision, service, "group"))


def _is_moved(revision: Revision, service: Service, column: Column) -> bool:
    return revision.fidelity.origins[service.number, column].state in MOVED
