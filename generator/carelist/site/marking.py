"""What was read in the cells of the list, as pages mark and tell it."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from carelist.catalog.records import Means
from carelist.catalog.texts import CERTAIN
from carelist.site import addresses
from carelist.site.parts import (
    CellForm,
    CellMark,
    FurtherCell,
    Link,
    MarkedText,
    ReadingNote,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from collections.abc import Set as AbstractSet

    from carelist.catalog.records import Column, Reading, Service
    from carelist.catalog.revision import Origin
    from carelist.catalog.texts import Place, Text
    from carelist.site.desk import Desk

ALL_MEANS: frozenset[Means] = frozenset(get_args(Means))


def mark_cell(desk: Desk, service: Service, column: Column, target: str = "") -> CellMark | None:
    """The mark on a cell, leading to its reading on `target`; None where it is as printed."""
    readings = _list_told(desk, service, column)
    first = next((reading for reading in readings if reading.kind != "note"), None)
    if first is None:
        return None
    inferred = first.kind == "inferred"
    label = desk.words["mark_inferred" if inferred else "mark_read"]
    place = desk.words.place_in_table.format(number=service.number, column=desk.name_column(column))
    return CellMark(label, place, f"{target}#reading-{first.id}", inferred)


def show_further(
    desk: Desk,
    service: Service,
    means: AbstractSet[Means] = ALL_MEANS,
    target: str | None = None,
) -> tuple[FurtherCell, ...]:
    """The cells of the further columns that say some things, in printed order.

    Their marks lead to `target`, where not given, to the page of all readings.
    """
    cells = service.cells.by_column
    if target is None:
        target = desk.links.page(addresses.READINGS)
    return tuple(
        FurtherCell(
            desk.say(column.heading),
            desk.say(cells[column.id]),
            mark_cell(desk, service, column.id, target),
        )
        for column in desk.revision.rows.columns
        if column.means in means and column.id in cells
    )


def mark_text(desk: Desk, text: Text, target: str = "") -> MarkedText:
    """Give a text of the letter, its marks leading to the notes on `target`, or the same page."""
    label, places = desk.words.mark_read, [one.id for one in desk.index.letter_readings]
    marks = (
        CellMark(
            label,
            desk.words.place_in_letter.format(number=places.index(one.id) + 1),
            f"{target}#reading-{one.id}",
            inferred=False,
        )
        for one in _find_repairs(desk, text.source)
    )
    return MarkedText(desk.say(text), tuple(marks))


def _find_repairs(desk: Desk, text: str) -> Iterator[Reading]:
    """Yield the repairs inside a text of the letter: those without which it is as printed.

    The words as read may stand elsewhere in the letter as they are printed, so what is around
    them, as far as the next words that may be repaired, is looked up in the copy with them.
    """
    printed = desk.index.letter
    places = sorted(
        (at, at + len(one.read), one)
        for one in desk.index.letter_readings
        if one.kind == "repaired" and one.read and (at := text.find(one.read)) >= 0
    )
    starts = [*(start for start, _, _ in places), len(text)]
    before = 0
    for (start, end, reading), after in zip(places, starts[1:], strict=True):
        as_printed = (reading.printed or "").replace("\n", "")
        if text[before:start] + as_printed + text[end:after] in printed:
            yield reading
        before = end


def list_notes(
    desk: Desk, services: Iterable[Service], columns: tuple[Column, ...]
) -> tuple[ReadingNote, ...]:
    """What was read in some cells of some services, each reading once, with those cells."""
    cells: dict[str, tuple[Reading, list[tuple[Service, Origin]]]] = {}
    for service in services:
        for column in columns:
            origin = desk.origin(service, column)
            for reading in _list_told(desk, service, column):
                cells.setdefault(reading.id, (reading, []))[1].append((service, origin))
    return tuple(show_reading(desk, reading, found) for reading, found in cells.values())


def show_reading(
    desk: Desk, reading: Reading, cells: Iterable[tuple[Service, Origin]]
) -> ReadingNote:
    """Tell one reading, with the cells of some services that it concerns."""
    forms: list[CellForm] = []
    links: dict[str, Link] = {}
    for service, origin in cells:
        links[service.id] = desk.service_link(service)
        if origin.reading is reading:
            forms.append(_show_form(desk, service, origin))
    return ReadingNote(
        reading.id,
        reading.kind,
        desk.words[f"kind_{reading.kind}"],
        desk.words["sure_certain" if reading.sure == CERTAIN else "sure_percent"].format(
            percent=reading.sure
        )
        if reading.sure
        else "",
        desk.say(reading.plain),
        desk.say(reading.why),
        desk.links.page(addresses.reading(reading.id)),
        reading.printed or "",
        reading.read or "",
        reading.maybe or "",
        tuple(dict.fromkeys(forms)),
        tuple(links.values()),
    )


def _show_form(desk: Desk, service: Service, origin: Origin) -> CellForm:
    read = desk.cell_text(service, origin.column)
    printed = "" if origin.printed == read else origin.printed
    place = name_place(desk, origin.place) if origin.place else ""
    is_told = desk.locale.is_source or origin.column == "task"
    translated = () if is_told else desk.cell_said(service, origin.column)
    return CellForm(desk.name_column(origin.column), place, printed, read, translated)


def name_place(desk: Desk, place: Place) -> str:
    """Say where something is printed in the table."""
    key = "place_after" if place.after else "place_beside"
    return desk.words[key].format(number=place.number, after=place.after)


def _list_told(desk: Desk, service: Service, column: Column) -> list[Reading]:
    """List the readings in a cell that readers are told of, the gravest first."""
    readings = desk.origin(service, column).readings
    return [reading for reading in readings if desk.revision.is_told(reading)]
