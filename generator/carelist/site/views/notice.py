"""The notice, whole: its body, and the table as printed beside the table as read."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from carelist.site import addresses
from carelist.site.desk import LISTED
from carelist.site.marking import mark_cell, show_reading
from carelist.site.parts import Link
from carelist.site.views.long_lists import LINES, count_parts, cut, cut_shelf, lead_on

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from carelist.catalog.records import Service
    from carelist.catalog.revision import Revision
    from carelist.catalog.table_lines import Row
    from carelist.site.desk import Desk
    from carelist.site.parts import CellMark, DepartmentTag, ReadingNote, RemarkPart
    from carelist.site.speaking import Said
    from carelist.site.views.long_lists import Parts


class PrintedCell(NamedTuple):
    """One cell as the copy prints it."""

    column: str
    text: str
    used_by: tuple[Link, ...]
    """The rows, as read, whose cells are read from it, unless it is simply their own."""


class ReadCell(NamedTuple):
    """One cell as the list reads it."""

    column: str
    said: tuple[Said, ...]
    between: str
    """What stands between its texts: the clauses of a Chinese task join without a space."""
    mark: CellMark | None
    printed_href: str
    """Where it is printed, if that is another line of the copy."""


class ReadRow(NamedTuple):
    """One row of the list."""

    number: int
    title: Said
    href: str
    colour: str
    cells: tuple[ReadCell, ...]


class Line(NamedTuple):
    """One line of the printed table, beside the row whose task it prints."""

    line: int
    number: str
    cells: tuple[PrintedCell, ...]
    blank: bool
    row: ReadRow | None


class TablePage(NamedTuple):
    """A page of the printed table, or what a part of a long one has of it."""

    number: int
    """From 1."""
    lines: tuple[Line, ...]


class MeasurePart(NamedTuple):
    """One numbered paragraph."""

    id: str
    heading: Said
    text: Said
    remark: RemarkPart | None


class NoticeView(NamedTuple):
    """The notice as its page shows it."""

    number: Said | None
    title: Said
    issued_by: str
    """The heading of the bodies that issued it."""
    issuers: tuple[DepartmentTag, ...]
    """Empty where the letter does not name them."""
    issuers_basis: str
    """Whence it is known who they are, where they do not all sign; else empty."""
    addressees: Said | None
    opening: Said | None
    measures: tuple[MeasurePart, ...]
    signatory: Said | None
    colophon: Said | None
    disclosure: Said | None
    table_title: Said
    pages: tuple[TablePage, ...]
    parts: Parts | None
    """None where one page holds the whole table; those behind the first have no letter."""
    readings: tuple[ReadingNote, ...]
    """Those of the body."""
    readings_href: str


def count_table_parts(revision: Revision) -> int:
    """Count the pages over which the table is spread: one, as long as its services fill one."""
    if count_parts(revision.services) == 1:
        return 1
    return ceil(sum(len(page.rows) for page in revision.source.pages) / LINES)


def find_part(desk: Desk, line: int) -> int:
    """Give the part of the notice on which a printed line stands, from 1."""
    if count_parts(desk.revision.services) == 1:
        return 1
    return desk.index.lines[line] // LINES + 1


def find_row(desk: Desk, service: Service) -> str:
    """Give the place where a row stands as read."""
    columns = desk.revision.columns
    place = desk.origin(service, "task" if "task" in columns else "group").place
    line = desk.revision.fidelity.lines.get(place) if place else None
    return addresses.row(service.number, find_part(desk, line) if line is not None else 1)


def make_notice(desk: Desk, part: int = 1) -> NoticeView:
    """The page of the notice; of one whose table is long, a part of it."""
    revision = desk.revision
    notice, count = revision.notice, count_table_parts(revision)
    return NoticeView(
        desk.say(notice.number),
        desk.say(notice.title or desk.catalog.list_name),
        desk.words["issuers" if len(notice.issuers) > 1 else "issuer"],
        tuple(desk.department_tag(name) for name in notice.issuers),
        tell_issuers_basis(desk),
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
        tuple(_cut_pages(desk, part, count)),
        lead_on(desk, part, count, addresses.notice_part),
        tuple(show_reading(desk, reading, ()) for reading in desk.index.letter_readings),
        desk.links.page(addresses.READINGS),
    )


def tell_issuers_basis(desk: Desk) -> str:
    """Say that who drew up the list is inferred, where fewer sign; else nothing."""
    revision = desk.revision
    notice = revision.notice
    strays = [one.printed or "" for one in revision.readings if one.kind == "stray"]
    signed = " ".join([notice.signatory.source if notice.signatory else "", *strays]).split()
    if notice.addressees is None or len(signed) >= len(notice.issuers):
        return ""
    return desk.words.fill("issuers_addressed", signatory=desk.write(notice.signatory))


def _cut_pages(desk: Desk, part: int, count: int) -> Iterator[TablePage]:
    """Yield what a part has of each printed page."""
    chosen, first = cut(part, count, LINES), 0
    for index, page in enumerate(desk.revision.source.pages):
        rows = page.rows[cut_shelf(chosen, first, len(page.rows))]
        first += len(page.rows)
        if rows or count == 1:
            yield TablePage(index + 1, tuple(_make_lines(desk, index, rows, part)))


def _make_lines(desk: Desk, page: int, rows: Iterable[Row], part: int) -> Iterator[Line]:
    """Yield lines of one printed page, each with the row whose task it prints.

    Where no column has tasks, the name of a service stands for its task.
    """
    fidelity = desk.revision.fidelity
    columns = fidelity.columns[page]
    telling = "task" if "task" in columns else "group"
    at = columns.index(telling) if telling in columns else len(columns)
    for row in rows:
        cells = tuple(_make_printed_cells(desk, row, columns, part))
        readers = [n for n, c in fidelity.users.get((row.line, at), ()) if c == telling]
        service = desk.index.by_number[readers[0]] if readers else None
        number = row.texts[columns.index("number")] if "number" in columns else ""
        blank = not any(cell.text for cell in cells)
        yield Line(
            row.line, number, cells, blank, _make_row(desk, service, part) if service else None
        )


def _make_printed_cells(
    desk: Desk, row: Row, columns: tuple[str, ...], part: int
) -> Iterator[PrintedCell]:
    for index, column in enumerate(columns):
        if column == "number":
            continue
        users = desk.revision.fidelity.users.get((row.line, index), ())
        numbers = list(dict.fromkeys(number for number, _ in users))
        own = [number for number in numbers if str(number) in row.texts]
        links = tuple(_link_row(desk, number, part) for number in numbers)
        yield PrintedCell(
            desk.name_column(column), row.texts[index], () if own == numbers else links
        )


def _link_row(desk: Desk, number: int, part: int) -> Link:
    return Link(str(number), _lead(desk, find_row(desk, desk.index.by_number[number]), part))


def _lead(desk: Desk, place: str, part: int) -> str:
    """Lead to a place of the notice from a part of it: within the page by its fragment alone."""
    page, _, fragment = place.partition("#")
    return f"#{fragment}" if page == addresses.notice_part(part) else desk.links.page(place)


def _make_row(desk: Desk, service: Service, part: int) -> ReadRow:
    return ReadRow(
        service.number,
        desk.title_of(service),
        desk.links.page(addresses.service(service.id)),
        desk.colour_of(service),
        tuple(_make_read_cells(desk, service, part)),
    )


def _make_read_cells(desk: Desk, service: Service, part: int) -> Iterator[ReadCell]:
    lines = desk.revision.fidelity.lines
    task = desk.origin(service, "task")
    target = desk.links.page(addresses.READINGS)
    for column in desk.revision.columns:
        origin = desk.origin(service, column)
        href = ""
        if origin.place and origin.place != task.place:
            line = lines[origin.place]
            href = _lead(desk, addresses.printed(line, find_part(desk, line)), part)
        mark = mark_cell(desk, service, column, target)
        between = " " if column in LISTED else desk.locale.space
        said = desk.cell_said(service, column)
        yield ReadCell(desk.name_column(column), said, between, mark, href)
