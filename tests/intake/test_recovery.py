"""A damaged table read from nothing: the 2025 copy, a clean one, fictional and seeded damage."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from carelist.catalog.loading import load_catalog
from carelist.catalog.source import read_source
from carelist.intake.comparing import compare_rows
from carelist.intake.guesses import DOUBTFUL
from carelist.intake.names import Known
from carelist.intake.recovery import recover_table

from tests.conftest import CITIES
from tests.intake.tables import DAMAGES, HEAD, damage, list_cells, write_table

if TYPE_CHECKING:
    from collections.abc import Callable

    from carelist.catalog.revision import Catalog
    from carelist.intake.recovery import Recovery

    Recover = Callable[[str], Recovery]


def list_tasks(recovery: Recovery) -> list[tuple[int, str, tuple[str, ...]]]:
    """Number, task and departments of every row."""
    return [(row.number, row.text("task"), row.known_bodies) for row in recovery.rows]


def test_tasks_and_departments_of_2025(copy: str, real: Catalog, recover: Recover) -> None:
    """All 32 task texts are recovered to the letter as printed, each with its departments."""
    revision = real.revisions[0]
    origins = revision.fidelity.origins
    assert list_tasks(recover(copy)) == [
        (service.number, origins[service.number, "task"].printed, service.departments)
        for service in revision.services
    ]


def test_score_of_2025(copy: str, real: Catalog, recover: Recover) -> None:
    """Of 160 cells 154 are right, three more but for repaired characters; the rest are doubted."""
    score = compare_rows(recover(copy).rows, real, real.revisions[0])
    assert (score.total, score.right, score.as_printed, score.extra) == (160, 154, 3, 0)
    assert [(wrong.row, wrong.column) for wrong in score.wrong] == [
        (20, "group"),
        (21, "group"),
        (28, "group"),
    ]
    assert all(wrong.is_doubted for wrong in score.wrong)


def test_sound_table_leaves_nothing_to_guess(real: Catalog, recover: Recover) -> None:
    """A table without damage is read whole, cell by cell, without a guess."""
    cells = list_cells(real, real.revisions[0])
    for mark in ("|", "\t"):
        rows = recover(write_table(cells, mark=mark)).rows
        read = [[found.text for found in row.cells.values()] for row in rows]
        assert read == [[line[0], *line[2:]] for line in cells]
        assert not any(found.is_guess for row in rows for found in row.cells.values())


def test_table_without_headings(real: Catalog, recover: Recover) -> None:
    """Columns are told by what stands in them."""
    cells = list_cells(real, real.revisions[0])
    recovery = recover(write_table(cells, head=[""] * len(HEAD)))
    assert recovery.columns == (("pillar", "number", "audience", "group", "task", "departments"),)


def test_merged_cells_printed_once(real: Catalog, recover: Recover) -> None:
    """Names that are printed beside the first of their rows only are carried down."""
    cells = list_cells(real, real.revisions[0])
    blanked = [list(line) for line in cells]
    for above, line in zip(cells, blanked[1:], strict=False):
        for at in (0, 3):
            if above[at] == line[at]:
                line[at] = ""
    rows = recover(write_table(blanked)).rows
    assert [row.text("pillar") for row in rows] == [line[0] for line in cells]
    assert [row.text("group") for row in rows] == [line[3] for line in cells]


def test_columns_in_another_order(real: Catalog, recover: Recover) -> None:
    """Another city may print the departments before the tasks."""
    order = (1, 0, 3, 2, 5, 4)
    cells = list_cells(real, real.revisions[0])
    moved = [[line[at] for at in order] for line in cells]
    rows = recover(write_table(moved, head=[HEAD[at] for at in order])).rows
    assert [row.text("task") for row in rows] == [line[4] for line in cells]
    assert [row.text("departments") for row in rows] == [line[5] for line in cells]


@pytest.mark.parametrize("kind", DAMAGES)
@pytest.mark.parametrize("is_clean", [True, False], ids=["clean", "2025"])
def test_damage(kind: str, real: Catalog, copy: str, recover: Recover, *, is_clean: bool) -> None:
    """Tasks and departments survive one more damaged line, and what was guessed is marked."""
    text = write_table(list_cells(real, real.revisions[0])) if is_clean else copy
    whole = recover(text)
    guesses = sum(found.is_guess for row in whole.rows for found in row.cells.values())
    tried = 0
    for seed in range(12):
        broken = damage(text, kind, seed)
        if broken is None or broken == text:
            continue
        tried += 1
        recovery = recover(broken)
        assert list_tasks(recovery) == list_tasks(whole), f"seed {seed}"
        found = [found for row in recovery.rows for found in row.cells.values()]
        told = sum(cell.is_guess for cell in found)
        assert told > guesses or not is_clean or kind == "line broken inside a cell", f"seed {seed}"
    assert tried or (is_clean and kind == "cells one column to the left")


@pytest.mark.parametrize(("city", "most_wrong"), [("lakeside", 4), ("cloudbridge", 0)])
def test_fictional_cities(city: str, most_wrong: int) -> None:
    """Of every copy of a fictional city all tasks are recovered, and what is wrong is doubted."""
    catalog = load_catalog(CITIES / city)
    for revision in catalog.revisions:
        known = Known(
            tuple(pillar.as_of(revision.id) for pillar in catalog.pillars.values()),
            tuple(body.as_of(revision.id) for body in catalog.departments.values()),
        )
        path = CITIES / city / "revisions" / revision.id / "source.txt"
        source = read_source("notice.txt", path.read_text(encoding="utf-8"))
        recovery = recover_table(source, known)
        origins = revision.fidelity.origins
        assert list_tasks(recovery) == [
            (service.number, origins[service.number, "task"].printed, service.departments)
            for service in revision.services
        ]
        wrong = compare_rows(recovery.rows, catalog, revision).wrong
        assert len(wrong) <= most_wrong
        assert all(cell.is_doubted for cell in wrong)


def test_unknown_department_and_lost_task(recover: Recover) -> None:
    """A body that nobody knows is named; a row without a task stays, its name stands for that."""
    table = write_table(
        [
            ["幼有所育", "1", "流动儿童", "托育服务", "提供托育服务。", "市教育局 市气象局"],
            ["", "2", "流动儿童", "入学服务", "", "市教育局"],
            ["", "3", "流动儿童", "阅读服务", "组织阅读活动。", ""],
        ]
    )
    rows = recover(table).rows
    assert [row.strange for row in rows] == [("市气象局",), (), ()]
    assert [row.cells["task"].state for row in rows] == ["printed", "inferred", "printed"]
    task = rows[1].cells["task"]
    assert (task.text, task.sure < DOUBTFUL) == ("入学服务", True)
    above = rows[2].cells["departments"]
    assert (above.text, above.state) == ("市教育局", "merged")
    assert above.sure < DOUBTFUL
