"""The lines of a printed table, each cell under the column to which its words belong."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from carelist.catalog.places import find_places
from carelist.catalog.printed_numbers import read_steps
from carelist.catalog.sections import have_levels, heads_part, name_section, tell_row
from carelist.catalog.table_lines import Cell, Row, read_number
from carelist.catalog.texts import Place
from carelist.intake.names import LISTS, ORDER, ends_sentence, join_han

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from carelist.catalog.printed_numbers import Steps
    from carelist.catalog.records import Column, PrintedColumn
    from carelist.catalog.sections import RowKind
    from carelist.catalog.source import Paragraph, Source
    from carelist.intake.columns import Columns, Layout
    from carelist.intake.names import Known

_PAIRS: tuple[tuple[Column, Column], ...] = (("group", "audience"), ("audience", "group"))
_STEPS = (0, -1, 1, -2, 2)
_MARGIN = 0.75
"""How much better a line must fit with all its cells moved than as it stands."""
_LABEL_FIT = 0.5


@dataclass(frozen=True)
class Printed:
    """Printed words, and the cell they stand in."""

    words: str
    """All of the cell's, or those of them that belong to one column."""
    cell: Cell
    column: PrintedColumn
    """The column of the page in which the cell stands."""
    place: Place
    name: str = ""
    """What they name, where that is not all of them: 学有所教 of 一、学有所教."""

    @property
    def text(self) -> str:
        """The words without the spaces that line breaks leave, or the name among them."""
        return self.name or join_han(self.words)

    @property
    def is_part(self) -> bool:
        """Whether the cell holds other words besides."""
        return self.words not in {self.cell.text, self.cell.listed}


@dataclass(frozen=True)
class Line:
    """One line of the table; blank cells are left out."""

    page: int
    row: Row
    place: Place
    cells: Mapping[PrintedColumn, Printed]
    step: int = 0
    """By how many cells its words stand too far right, or (below 0) left."""
    kind: RowKind = "service"

    @property
    def number(self) -> int | None:
        """The number printed in it, as lists of one level have it."""
        printed = self.cells.get("number")
        return read_number(printed.words) if printed else None

    @property
    def steps(self) -> Steps | None:
        """The number printed in it, in any form."""
        printed = self.cells.get("number")
        return read_steps(printed.words) if printed else None


def read_lines(
    source: Source,
    layout: Layout,
    known: Known,
    *,
    is_sound: bool,
    is_counted: bool | None = None,
) -> list[Line]:
    """Read every line; headings among services are labels of their pillar.

    Where the copy may be damaged (`is_sound` is false: its format tells no merged cells), moved
    lines, labels in other columns and joined names are told apart.
    """
    columns = layout.columns
    has_pillars = layout.has("pillar")
    places = find_places(source, columns, is_counted=is_counted)
    has_levels = have_levels(row for row, _ in places.values())
    read = []
    for place, (row, page) in places.items():
        names = columns[page]
        names_known, has_sections = known.pillar_ids, not has_pillars
        kind = tell_row(row, names_known, has_sections=has_sections, has_levels=has_levels)
        if kind == "section":
            read.append(Line(page, row, place, _read_section(row, names, place), kind=kind))
            continue
        may_move = kind == "service" and not is_sound and set(names) <= set(ORDER)
        step = _find_step(row, names, known) if may_move else 0
        read.append(Line(page, row, place, dict(_name_cells(row, names, place, step)), step, kind))
    if not has_pillars:
        read = sorted([*read, *_read_headings(source)], key=lambda line: line.row.line)
    if is_sound:
        return read
    audiences = {line.cells["audience"].text for line in read if "audience" in line.cells}
    return [_mend(line, columns[line.page], audiences, known) for line in read]


def find_headings(source: Source) -> list[Paragraph]:
    """Find the paragraphs between the parts of a table that head services, and the first above.

    A list may stand in a table for each of its headings.
    """
    if not source.pages:
        return []
    first = source.pages[0].head.line
    last = max(row.line for page in source.pages for row in (page.head, *page.rows))
    inside = [one for one in source.paragraphs if first < one.line < last]
    found = [one for one in inside if heads_part(one.text)]
    above = [one for one in source.paragraphs if one.line < first][-1:] if found else []
    return [*(one for one in above if heads_part(one.text)), *found]


def _read_headings(source: Source) -> Iterator[Line]:
    """Read the paragraphs that head services as lines of the table."""
    for one in find_headings(source):
        cell, nowhere = Cell(one.text, one.line, 1), Place(0)
        printed = Printed(one.text, cell, "pillar", nowhere, name_section(join_han(one.text)))
        yield Line(0, Row(one.line, ()), nowhere, {"pillar": printed}, kind="section")


def _mend(line: Line, names: Columns, audiences: Iterable[str], known: Known) -> Line:
    """Tell names apart that ran together, or that stand in the column of tasks."""
    if line.kind != "service" or "group" not in names:
        return line
    return _move_label(_part_names(line, audiences, known), known)


def _read_section(row: Row, names: Columns, place: Place) -> dict[PrintedColumn, Printed]:
    """Read a heading among services as the label of a pillar."""
    filled = [(at, cell) for at, cell in enumerate(row.cells) if cell.text]
    at, cell = filled[len(set(row.filled)) - 1]  # its name stands behind its ordinal
    column = names[min(at, len(names) - 1)]
    name = name_section(join_han(cell.text))
    return {"pillar": Printed(cell.text, cell, column, place, name)}


def _name_cells(
    row: Row, names: Columns, place: Place, step: int
) -> Iterator[tuple[PrintedColumn, Printed]]:
    for at, cell in enumerate(row.cells):
        if cell.text and 0 <= at - step < len(names):
            column, name = names[min(at, len(names) - 1)], names[at - step]
            words = cell.listed if name in LISTS else cell.text
            yield name, Printed(words, cell, column, place)


def _find_step(row: Row, names: Columns, known: Known) -> int:
    """Find by how many cells the words of a line have moved; 0 where nothing clearly says so."""
    filled = [at for at, text in enumerate(row.texts) if text]
    fits = {}
    for step in _STEPS:
        inside = [at for at in filled if 0 <= at - step < len(names)]
        if step == 0 or inside == filled:
            fits[step] = sum(known.fit(row.texts[at], names[at - step]) for at in inside)
    best = max(fits, key=lambda step: fits[step])
    return best if fits[best] > fits[0] + _MARGIN else 0


def _part_names(line: Line, audiences: Iterable[str], known: Known) -> Line:
    """Part an audience and a service that ran together in one cell."""
    for column, absent in _PAIRS:
        printed = line.cells.get(column)
        if printed is None or absent in line.cells or " " not in printed.words:
            continue
        first, _, rest = printed.words.partition(" ")
        fits = known.fit(first, "audience") + known.fit(join_han(rest), "group")
        if first in audiences or fits > 1 + _LABEL_FIT:
            cells = dict(line.cells)
            cells["audience"] = replace(printed, words=first)
            cells["group"] = replace(printed, words=rest.strip())
            return replace(line, cells=cells)
    return line


def _move_label(line: Line, known: Known) -> Line:
    """Take a name that stands alone in the column of tasks for the label of a merged cell."""
    printed = line.cells.get("task")
    if printed is None or "group" in line.cells or ends_sentence(printed.words):
        return line
    is_name = known.fit(printed.text, "group") > _LABEL_FIT > known.fit(printed.words, "task")
    if not is_name:
        return line
    cells = dict(line.cells)
    cells["group"] = cells.pop("task")
    return replace(line, cells=cells)
