"""Tasks divided into clauses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from carelist.intake.clauses import cut, divide_task

if TYPE_CHECKING:
    from carelist.catalog.revision import Catalog


@pytest.mark.parametrize(
    ("task", "pieces"),
    [
        ("提供接种；开展体检。", ["提供接种；", "开展体检。"]),
        ("落实“先救助；后登记”政策；转介。", ["落实“先救助；后登记”政策；", "转介。"]),
        ("为家庭（含低保；特困）发补贴。", ["为家庭（含低保；特困）发补贴。"]),
        ("引号“没有合上；照样分。", ["引号“没有合上；", "照样分。"]),
        ("没有标点", ["没有标点"]),
        ("", []),
    ],
)
def test_cut_at_stops(task: str, pieces: list[str]) -> None:
    """Stops in brackets and quotation marks do not count, and no word is lost."""
    assert cut(task) == pieces
    assert "".join(cut(task)) == task


def test_unchanged_tasks_keep_their_clauses(real: Catalog) -> None:
    """Every task of the real list is divided again as people divided it."""
    for service in real.revisions[0].services:
        pieces = divide_task(service.task, service.clauses)
        assert tuple(piece.before for piece in pieces) == service.clauses


def test_changed_task(real: Catalog) -> None:
    """A clause that stands is kept, a reworded one is recognised, a new one has none before it."""
    first, second, third = real.revisions[0].services[0].clauses
    reworded = second.text.source.replace("提供", "免费提供")
    pieces = divide_task(
        f"开展家访。{first.text.source}{reworded}{third.text.source}", (first, second, third)
    )
    assert [piece.before for piece in pieces] == [None, first, second, third]
    assert [piece.text for piece in pieces][2] == reworded


def test_share_that_marks_find(real: Catalog) -> None:
    """Of the clauses that people made, the marks alone find 49; the others end at a comma."""
    services = real.revisions[0].services
    found = [
        piece
        for s in services
        for piece in cut(s.task)
        if piece in {c.text.source for c in s.clauses}
    ]
    assert (len(found), sum(len(service.clauses) for service in services)) == (49, 69)
