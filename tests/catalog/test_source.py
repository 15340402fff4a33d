"""The shape of the source copy: paragraphs, pages, cells, places."""

from __future__ import annotations

from generator.catalog.source import Cell, Paragraph, find_places, read_source
from generator.catalog.texts import Place

COPY = """第一段

| | 序号 | 任务 |
|---|:--:|---|
| 甲 | 1 |  做事 |

第二段
| 2 | 再做 |
|---|---|
| 3 | |
| | 标签 |
| x | 末行
"""


def test_paragraphs_and_pages() -> None:
    """Lines of the table belong to pages, each with its head; other lines are paragraphs."""
    source = read_source("source.txt", COPY)
    assert source.paragraphs == (Paragraph("第一段", 1), Paragraph("第二段", 7))
    assert [page.head.texts for page in source.pages] == [("", "序号", "任务"), ("2", "再做")]
    assert [[row.texts for row in page.rows] for page in source.pages] == [
        [("甲", "1", "做事")],
        [("3", ""), ("", "标签"), ("x", "末行")],
    ]


def test_places_of_cells_in_their_line() -> None:
    """A cell knows its line and the column of its first character."""
    source = read_source("source.txt", COPY)
    assert source.pages[0].rows[0].cells == (
        Cell("甲", 5, 3),
        Cell("1", 5, 7),
        Cell("做事", 5, 12),
    )


def test_places_are_cited_by_the_number_printed_beside_them() -> None:
    """Lines without a number are counted from the last one that has a number."""
    source = read_source("source.txt", COPY)
    columns = (("pillar", "number", "task"), ("number", "task"))
    places = find_places(source, columns)
    assert {str(place): (row.line, page) for place, (row, page) in places.items()} == {
        "1": (5, 0),
        "3": (10, 1),
        "3+1": (11, 1),
        "3+2": (12, 1),
    }


def test_a_number_printed_twice_counts_once() -> None:
    """The second line of a number is a line after the first."""
    source = read_source("source.txt", "|n|\n|-|\n|4|\n|4|\n|5|\n")
    assert list(find_places(source, (("number",),))) == [Place(4), Place(4, 1), Place(5)]


def test_empty_copy() -> None:
    """Nothing is made of nothing."""
    source = read_source("source.txt", "\n|---|\n")
    assert (source.paragraphs, source.pages) == ((), ())
