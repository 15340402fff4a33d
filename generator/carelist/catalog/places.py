"""The places of a table: by the numbers that are printed, or counted where these do not serve.

A list that numbers its services 1, 2, 3 is cited by these numbers, also where some of its lines
are lost. Where it prints 1.1, （一）, begins anew under each heading, or prints no numbers, its
services are counted as they stand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from carelist.catalog.printed_numbers import read_steps
from carelist.catalog.sections import ends_sentence, have_levels, tell_row
from carelist.catalog.table_lines import read_number
from carelist.catalog.texts import Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from carelist.catalog.sections import RowKind
    from carelist.catalog.source import Source
    from carelist.catalog.table_lines import Row

Columns = tuple[tuple[str, ...], ...]
"""The column that stands in each cell, page by page."""
NAMES = ("pillar", "audience", "group")
"""The columns that name a service; a row that goes on with one has none of them."""


class _Line(NamedTuple):
    row: Row
    page: int
    names: tuple[str, ...]

    def find(self, column: str) -> str:
        """Give the words in a column; empty where the page has no such column."""
        at = self.names.index(column) if column in self.names else len(self.row.cells)
        return self.row.texts[at] if at < len(self.row.cells) else ""


def find_places(
    source: Source, columns: Columns, *, is_counted: bool | None = None
) -> dict[Place, tuple[Row, int]]:
    """Map each place of the table to its line and page: those of services, and those after them.

    Args:
        source: The copy.
        columns: The column that stands in each cell, page by page.
        is_counted: Whether services are counted as they stand; None where the copy is to tell.

    Returns:
        By place, the line and the index of its page, from 0.
    """
    pages = enumerate(zip(source.pages, columns, strict=False))
    lines = [_Line(row, at, names) for at, (page, names) in pages for row in page.rows]
    if is_counted or (is_counted is None and _must_count(lines)):
        numbers = _count_services(lines)
    else:
        numbers = [read_number(line.find("number")) for line in lines]
    return dict(_list_places(lines, numbers))


def _list_places(
    lines: Sequence[_Line], numbers: Iterable[int | None]
) -> Iterable[tuple[Place, tuple[Row, int]]]:
    """Yield each line with its place: that of its number, or so many lines after the last one."""
    taken: set[int] = set()
    last, after = 0, 0
    for line, number in zip(lines, numbers, strict=True):
        if number is not None and number not in taken:
            last, after = number, 0
            taken.add(number)
        else:
            after += 1
        yield Place(last, after), (line.row, line.page)


def _must_count(lines: Sequence[_Line]) -> bool:
    """Whether the numbers printed cannot be those of places: there are none, or of other kinds."""
    printed: list[str] = []
    begins_anew = False
    above = ""
    for line, kind in zip(lines, _tell_rows(lines), strict=True):
        if kind == "section":
            above = ""
        if kind != "service" or not (number := line.find("number")):
            continue
        begins_anew |= bool(printed) and number != above and read_number(number) == 1
        above = number
        printed.append(number)
    plain = [read_number(text) for text in printed]
    steps = [read_steps(text) for text in printed]
    if not any(steps):
        return not printed
    return begins_anew or any(one is None and step for one, step in zip(plain, steps, strict=True))


def _tell_rows(lines: Sequence[_Line]) -> list[RowKind]:
    """Tell what each line is; a list whose pillars have a column has no headings among its rows."""
    has_sections = not any("pillar" in line.names for line in lines)
    has_levels = have_levels(line.row for line in lines)
    return [
        tell_row(line.row, (), has_sections=has_sections, has_levels=has_levels) for line in lines
    ]


def _count_services(lines: Sequence[_Line]) -> list[int | None]:
    """Give each line that begins a service its number, as they stand; None to all others."""
    kinds = _tell_rows(lines)
    has_numbers = any(
        line.find("number") for line, kind in zip(lines, kinds, strict=True) if kind == "service"
    )
    counted: list[int | None] = []
    count, above = 0, None
    for line, kind in zip(lines, kinds, strict=True):
        if kind != "service":
            above = None if kind == "section" else above
            counted.append(None)
        elif above and _goes_on(above, line, has_numbers=has_numbers):
            counted.append(None)
            above = above if has_numbers else line
        else:
            count, above = count + 1, line
            counted.append(count)
    return counted


def _goes_on(above: _Line, line: _Line, *, has_numbers: bool) -> bool:
    """Whether a line goes on with the service above it, as a merged cell, or words alone, show."""
    names = {name: line.find(name) for name in NAMES}
    if has_numbers:
        if number := line.find("number"):
            same = all(above.find(name) == text for name, text in names.items())
            return number == above.find("number") and same
        return not any(names.values())
    only_task = len(line.names) > 1 and line.row.filled == (line.find("task"),)
    return only_task and not ends_sentence(above.find("task"))


def list_lines(places: Mapping[Place, object], row: int) -> list[Place]:
    """List the place of a service and those of the lines below it, up to the next service."""
    found = []
    place = Place(row)
    while place in places:
        found.append(place)
        place = Place(row, place.after + 1)
    return found
