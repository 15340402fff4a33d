"""The notice, whole: its body, and the table as printed beside the table as read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from carelist.site import addresses
from carelist.site.desk import LISTED
from carelist.site.marking import mark_cell, show_reading
from carelist.site.parts import Link

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carelist.catalog.records import Service
    from carelist.catalog.table_lines import Row
    from carelist.site.desk import Desk
    from carelist.site.parts import CellMark, DepartmentTag, ReadingNote, RemarkPart
    from carelist.site.speaking import Said


@dataclass(frozen=True)
class PrintedCell:
    """One cell as the copy prints it."""

    column: str
    text: str
    used_by: tuple[Link, ...]
    """The rows, as read, whose cells are read from it, unless it is simply their own."""


@dataclass(frozen=True)
class ReadCell:
    """One cell as the list reads it."""

    column: str
    said: tuple[Said, ...]
    between: str
    """What stands between its texts: the clauses of a Chinese task join without a space."""
    mark: CellMark | None
    printed_href: str
    """Where it is printed, if that is another line of the copy."""


@dataclass(frozen=True)
class ReadRow:
    """One row of the list."""

    number: int
    title: Said
    href: str
    colour: str
    cells: tuple[ReadCell, ...]


@dataclass(frozen=True)
class Line:
    """One line of the printed table, beside the row whose task it prints."""

    line: int
    number: str
    cells: tuple[PrintedCell, ...]
    blank: bool
    row: ReadRow | None


@dataclass(frozen=True)
class MeasurePart:
    """One numbered paragraph."""

    id: str
    heading: Said
    text: Said
    remark: RemarkPart | None


@dataclass(frozen=True)
class NoticeView:
    """The notice as its page shows it."""

    number: Said | None
    title: Said
    issued_by: str
    """The heading of the bodies that issued it."""
    issuers: tuple[DepartmentTag, ...]
    """Empty where the letter does not name them."""
    addressees: Said | None
    opening: Said | None
    measures: tuple[MeasurePart, ...]
    signatory: Said | None
    colophon: Said | None
    disclosure: Said | None
    table_title: Said
    pages: tuple[tuple[Line, ...], ...]
    readings: tuple[ReadingNote, ...]
    """Those of the body."""
    readings_href: str


def make_notice(desk: Desk) -> NoticeView:
    """The page of the notice."""
    revision = desk.revision
    notice = revision.notice
    in_cells = {r.id for origin in revision.fidelity.origins.values() for r in origin.readings}
    body = [r for r in revision.readings if r.id not in in_cells and not r.beside]
    return NoticeView(
        desk.say(notice.number),
        desk.say(notice.title or desk.catalog.list_name),
        desk.words["issuers" if len(notice.issuers) > 1 else "issuer"],
        tuple(desk.department_tag(name) for name in notice.issuers),
        desk.say(notice.addressees),
        desk.say(notice.opening),
        tuple(
            MeasurePart(
                measure.id,
                desk.say(measure.heading),
                desk.say(measure.text),
                desk.remark_part(measure.remark),
            )
            for measure in notice.measures
        ),
        desk.say(notice.signatory),
        desk.say(notice.colophon),
        desk.say(notice.disclosure),
        desk.say(desk.catalog.list_name),
        tuple(tuple(_make_lines(desk, index)) for index in range(len(revision.source.pages))),
        tuple(show_reading(desk, reading, ()) for reading in body),
        desk.links.page(addresses.READINGS),
    )


def _make_lines(desk: Desk, page: int) -> Iterator[Line]:
    """Yield the lines of one printed page, each with the row whose task it prints.

    Where no column has tasks, the name of a service stands for its task.
    """
    fidelity = desk.revision.fidelity
    columns = fidelity.columns[page]
    telling = "task" if "task" in columns else "group"
    at = columns.index(telling) if telling in columns else len(columns)
    for row in desk.revision.source.pages[page].rows:
        cells = tuple(_make_printed_cells(desk, row, columns))
        readers = [n for n, c in fidelity.users.get((row.line, at), ()) if c == telling]
        service = desk.index.by_number[readers[0]] if readers else None
        number = row.texts[columns.index("number")] if "number" in columns else ""
        blank = not any(cell.text for cell in cells)
        yield Line(row.line, number, cells, blank, _make_row(desk, service) if service else None)


def _make_printed_cells(desk: Desk, row: Row, columns: tuple[str, ...]) -> Iterator[PrintedCell]:
    for index, column in enumerate(columns):
        if column == "number":
            continue
        users = desk.revision.fidelity.users.get((row.line, index), ())
        numbers = list(dict.fromkeys(number for number, _ in users))
        own = [number for number in numbers if str(number) in row.texts]
        links = tuple(Link(str(number), f"#row-{number}") for number in numbers)
        yield PrintedCell(
            desk.name_column(column), row.texts[index], () if own == numbers else links
        )


def _make_row(desk: Desk, service: Service) -> ReadRow:
    return ReadRow(
        service.number,
        desk.title_of(service),
        desk.links.page(addresses.service(service.id)),
        desk.colour_of(service),
        tuple(_make_read_cells(desk, service)),
    )


def _make_read_cells(desk: Desk, service: Service) -> Iterator[ReadCell]:
    lines = desk.revision.fidelity.lines
    task = desk.origin(service, "task")
    target = desk.links.page(addresses.READINGS)
    for column in desk.revision.columns:
        origin = desk.origin(service, column)
        href = ""
        if origin.place and origin.place != task.place:
            href = f"#line-{lines[origin.place]}"
        mark = mark_cell(desk, service, column, target)
        between = " " if column in LISTED else desk.locale.space
        said = desk.cell_said(service, column)
        yield ReadCell(desk.name_column(column), said, between, mark, href)
