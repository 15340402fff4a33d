"""From a printed table to its rows: every cell with where it is printed, how sure, and why."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from carelist.catalog.bodies import is_empty
from carelist.catalog.sameness import split_names
from carelist.catalog.sections import is_subheading
from carelist.catalog.table_lines import join_lines
from carelist.intake.bodies import read_row_bodies
from carelist.intake.columns import recognise_columns
from carelist.intake.dittos import is_ditto, repeat_words
from carelist.intake.grounds import (
    NAMES_TOGETHER,
    explain_cell,
    explain_cover,
    explain_own,
    explain_pillar,
    fill_task,
    name_by_task,
)
from carelist.intake.guesses import BLANK, IN_PLACE, NOTHING, Found, RecoveredRow, Why
from carelist.intake.labels import Label, cover_rows
from carelist.intake.likeness import Rarity
from carelist.intake.lines import read_lines
from carelist.intake.names import LISTS, ORDER
from carelist.intake.numbering import number_services
from carelist.intake.pillars import RowWords, place_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carelist.catalog.records import Column
    from carelist.catalog.source import Source
    from carelist.intake.columns import Columns, Layout
    from carelist.intake.lines import Line
    from carelist.intake.names import Known
    from carelist.intake.numbering import Block, Numbering

_ABOVE = 60
_CARRIED, _BLANK = 75, 60
"""How sure a blank cell has the words above it, where the format tells no merged cells or does."""


@dataclass(frozen=True)
class Recovery:
    """What was made of the table of a copy."""

    layout: Layout
    lines: tuple[Line, ...]
    blocks: tuple[Block, ...]
    rows: tuple[RecoveredRow, ...]

    @property
    def columns(self) -> tuple[Columns, ...]:
        """The columns of each page."""
        return self.layout.columns


def recover_table(source: Source, known: Known, *, is_sound: bool = False) -> Recovery:
    """Recover the services of a printed table; last year's list only helps to tell the pillars.

    Args:
        source: The copy.
        known: What is known of the city.
        is_sound: Whether the format of the file tells merged cells from blank ones.
    """
    layout = recognise_columns(source, known)
    lines = read_lines(source, layout, known, is_sound=is_sound)
    names = frozenset(name for page in layout.columns for name in page)
    numbering = number_services(lines, names, is_sound=is_sound)
    if numbering.skips:
        lines = read_lines(source, layout, known, is_sound=is_sound, is_counted=True)
        numbering = number_services(lines, names, is_sound=is_sound)
    rows = _Table(layout, lines, numbering, known, is_sound).read_rows()
    return Recovery(layout, tuple(lines), numbering.blocks, tuple(rows))


@dataclass(frozen=True)
class _Table:
    """A table whose services are known, while its cells are given to them."""

    layout: Layout
    lines: list[Line]
    numbering: Numbering
    known: Known
    is_sound: bool

    def read_rows(self) -> list[RecoveredRow]:
        """Give every service all of its cells."""
        blocks = self.numbering.blocks
        places = _find_rows(self.lines, blocks)
        columns: dict[Column, list[Found]] = {
            "task": repeat_words([block.task for block in blocks])
        }
        tasks = [found.text for found in columns["task"]]
        columns["group"] = self._cover("group", places, tasks)
        pairs = zip(columns["group"], tasks, strict=True)
        columns["audience"] = self._cover("audience", places, [f"{g.text} {t}" for g, t in pairs])
        for name in ("departments", "supporting", "types", *self.layout.further):
            columns[name] = self._find_cells(name)
        columns["pillar"] = self._place(places, columns)
        columns = {name: repeat_words(cells) for name, cells in columns.items()}
        if not self._has("group"):
            columns["group"] = [name_by_task(task) for task in columns["task"]]
        elif self._has("task"):
            columns["task"] = list(map(fill_task, columns["task"], columns["group"]))
        has_sections = any(line.kind == "section" for line in self.lines)
        kept = [name for name in _list_columns(self.layout) if name in columns]
        kept = [name for name in kept if name != "pillar" or has_sections or self._has("pillar")]
        return [
            self._make_row(block, {name: columns[name][at] for name in kept})
            for at, block in enumerate(blocks)
        ]

    def _has(self, column: Column) -> bool:
        return self.layout.has(column)

    def _make_row(self, block: Block, cells: dict[Column, Found]) -> RecoveredRow:
        anchored = {name: self._anchor(found, block) for name, found in cells.items()}
        bodies, others = read_row_bodies(anchored, self.known)
        types = split_names(anchored["types"].text) if "types" in anchored else ()
        number = block.printed_number
        return RecoveredRow(block.number, anchored, bodies, others, types, number)

    def _anchor(self, found: Found, block: Block) -> Found:
        """Take a cell for moved that stands in a line with another number than its row's."""
        places = {line.place for line in block.lines}
        if found.state != "printed" or not found.printed or found.why is Why.SECTION:
            return found
        is_own = block.why in IN_PLACE or block.line.number == block.number
        if is_own and found.printed[0].place in places:
            return found
        why = Why.LINE_MOVED if block.why in IN_PLACE else block.why
        sure = NAMES_TOGETHER if block.why in IN_PLACE else block.sure
        return replace(found, state="shifted", sure=sure, why=why)

    def _cover(self, column: Column, places: dict[int, float], texts: Sequence[str]) -> list[Found]:
        """Find the words of a column for every row."""
        labels = self._list_labels(column, places)
        if not (labels and texts):
            return [NOTHING] * len(texts)
        if self.numbering.is_orderly and labels[0].at == 0:
            return self._carry_down(labels, len(texts))
        labels = [label for label in labels if not is_ditto(label.text)] or labels
        covers = cover_rows(labels, texts, Rarity(texts))
        return [explain_cover(column, row, cover) for row, cover in enumerate(covers)]

    def _carry_down(self, labels: Sequence[Label], rows: int) -> list[Found]:
        """Give every row the name in it, or else the last above it.

        A heading among the services reaches down for certain, and so far as nothing else is
        printed.
        """
        beside: dict[int, Label] = {}
        for label in labels:
            row, other = int(label.at + 0.5), beside.get(int(label.at + 0.5))
            if other is None or label.at > other.at or label.printed.name:
                beside[row] = label
        found: list[Found] = []
        last = labels[0]
        for row in range(rows):
            own = beside.get(row)
            last = own or last
            found.append(self._carry(last, is_own=own is not None and own.at == row))
        return found

    def _carry(self, label: Label, *, is_own: bool) -> Found:
        printed = label.printed
        if is_own:
            return explain_own(label)
        if printed.name:
            return Found(label.text, "printed", (printed,), why=Why.SECTION)
        sure = _BLANK if self.is_sound else _CARRIED
        return Found(label.text, "merged", (printed,), sure, Why.MERGED_BELOW)

    def _list_labels(self, column: Column, places: dict[int, float]) -> list[Label]:
        """List the names that a column prints, with the rows beside which they stand."""
        lines = (
            line
            for line in self.lines
            if column in line.cells
            and (line.kind != "other" or (column == "pillar" and is_subheading(line.row)))
        )
        return [Label(line.cells[column], places[line.row.line]) for line in lines]

    def _place(self, places: dict[int, float], columns: dict[Column, list[Found]]) -> list[Found]:
        """Find the pillar of every row."""
        count = len(self.numbering.blocks)
        labels = self._list_labels("pillar", places)
        first = labels[0] if labels else None
        is_headed = first is not None and (first.at == 0 or bool(first.printed.name))
        if labels and self.numbering.is_orderly and is_headed and int(labels[0].at + 0.5) == 0:
            return self._carry_down(labels, count)
        if not labels and not self._has("pillar"):
            return [NOTHING] * count
        words = [
            RowWords(*(columns[name][at].text for name in RowWords._fields)) for at in range(count)
        ]
        placed = place_rows(labels, words, self.known.describe_pillars())
        if not placed:
            return [NOTHING] * count
        return [explain_pillar(row, one) for row, one in enumerate(placed)]

    def _find_cells(self, column: Column) -> list[Found]:
        """Find the words of a column whose cells are each a row's own."""
        found: list[Found] = []
        for block in self.numbering.blocks:
            found.append(self._explain_cells(column, block, found))
        return found

    def _explain_cells(self, column: Column, block: Block, above: list[Found]) -> Found:
        """Say how the cells of a service read: names each on a line, other words as one text."""
        cells = block.list_cells(column)
        if len(cells) > 1:
            words = (cell.words for cell in cells)
            text = "\n".join(words) if column in LISTS else join_lines(words)
            return Found(text, "printed", cells, block.sure, Why.TASK_CONTINUES)
        if cells:
            return explain_cell(column, block, cells[0])
        if not self._has(column):
            return NOTHING if column == "departments" else BLANK
        return self._explain_blank(column, above)

    def _explain_blank(self, column: Column, above: list[Found]) -> Found:
        """Take a blank cell for blank; in doubt where it may be merged with a filled one above."""
        last = above[-1] if above else BLANK
        if column not in {"departments", "types"}:
            is_open = not self.is_sound and (last.text or last.is_guess)
            return replace(BLANK, sure=_BLANK, why=Why.CELLS_ABOVE) if is_open else BLANK
        if last.text and not self.is_sound and not is_empty(last.text):
            return Found(last.text, "merged", last.printed, _ABOVE, Why.DEPARTMENTS_ABOVE)
        return NOTHING


def _list_columns(layout: Layout) -> list[Column]:
    """List the columns that the services of a list have; each has a name."""
    always = {"pillar", "group"}
    fixed = (name for name in (*ORDER, "supporting", "types") if name != "number")
    return [*(name for name in fixed if name in always or layout.has(name)), *layout.further]


def _find_rows(lines: list[Line], blocks: Sequence[Block]) -> dict[int, float]:
    """Give each printed line the index of its row; half-way above the next where it has none."""
    starts = {line.row.line: at for at, block in enumerate(blocks) for line in block.lines}
    places: dict[int, float] = {}
    following: float = len(blocks)
    for line in reversed(lines):
        if line.row.line in starts:
            following = starts[line.row.line]
            places[line.row.line] = following
        else:
            places[line.row.line] = following - 0.5
    return places
