"""How the list was read: every departure from the source copy, and what the notice leaves open."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from carelist.site import addresses
from carelist.site.marking import show_reading
from carelist.site.parts import Link

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carelist.catalog.records import Reading, ReadingKind, Service
    from carelist.catalog.revision import Origin, State
    from carelist.site.desk import Desk
    from carelist.site.parts import Background, ReadingNote
    from carelist.site.speaking import Said

ORDER: tuple[ReadingKind, ...] = (
    "inferred",
    "shifted",
    "merged",
    "repaired",
    "note",
    "lost",
    "stray",
)
STATES: tuple[State, ...] = ("printed", "merged", "shifted", "inferred")


class KindSection(NamedTuple):
    """The readings of one kind, with what the kind means."""

    kind: ReadingKind
    heading: str
    meaning: str
    readings: tuple[ReadingNote, ...]


class Count(NamedTuple):
    """How many cells of the list are in one state."""

    label: str
    number: int


class ReadingsView(NamedTuple):
    """Every reading of the revision."""

    lead: str
    method: str
    cells: int
    counts: tuple[Count, ...]
    sections: tuple[KindSection, ...]
    not_stated: tuple[Said, ...]
    background: Background | None
    """None where the site tells of none."""
    notice_href: str
    contents: tuple[Link, ...]


def make_readings(desk: Desk) -> ReadingsView:
    """The page of all readings."""
    revision = desk.revision
    fidelity = revision.fidelity
    cells: dict[str, list[tuple[Service, Origin]]] = {}
    for (row, _), origin in fidelity.origins.items():
        for reading in origin.readings:
            cells.setdefault(reading.id, []).append((desk.index.by_number[row], origin))
    told = [reading for reading in revision.readings if revision.is_told(reading)]
    sections = tuple(
        _make_section(desk, kind, [r for r in told if r.kind == kind], cells) for kind in ORDER
    )
    words = desk.words
    return ReadingsView(
        words[f"readings_lead_{revision.soundness}"],
        words[f"readings_method_{revision.soundness}"],
        len(fidelity.origins),
        tuple(_count_states(desk)),
        tuple(section for section in sections if section.readings),
        tuple(desk.say(item.text) for item in revision.how_read.not_stated),
        desk.background(),
        desk.links.page(addresses.NOTICE),
        tuple(Link(s.heading, f"#{s.kind}") for s in sections if s.readings),
    )


def _count_states(desk: Desk) -> Iterator[Count]:
    """Count the cells by where they come from; what there is none of is not told."""
    for state in STATES:
        number = desk.revision.fidelity.count(state)
        if number or state == "printed":
            yield Count(desk.words[f"state_{state}"], number)


def _make_section(
    desk: Desk,
    kind: ReadingKind,
    readings: list[Reading],
    cells: dict[str, list[tuple[Service, Origin]]],
) -> KindSection:
    words = desk.words
    notes = tuple(show_reading(desk, reading, cells.get(reading.id, ())) for reading in readings)
    return KindSection(
        kind,
        words[f"kind_{kind}_plural"],
        words[f"kind_{kind}_meaning"].format(copy=desk.copy),
        notes,
    )
