"""The shape of the source copy: paragraphs, pages, cells, places."""

from __future__ import annotations

from generator.catalog.source import Cell, Paragraph, find_places, read_source
from generator.catalog.texts import Place

COPY = """第一段

| | 序号 | 任务 |
|---|:--:|---|
| 甲 | 1 |  做事 |

第二段
| 号 | 任务 |
|---|---|
| 3 | |
| | 标签 |
| x | 末行
"""


def test_paragraphs_and_pages() -> None:
    """Lines of the table belong to pages, each with its head; other lines are paragraphs."""
    source = read_source("source.txt", COPY)
    assert source.paragraphs == (Paragraph("第一段", 1), Paragraph("第二段", 7))
    assert [page.head.texts for page in source.pages] == [("", "序号", "任务"), ("号", "任务")]
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


def test_tabs_between_cells() -> None:
    """A table copied from a web page or a word processor has tabs; an indent is no table."""
    copy = "\t\t第一段\n\n序号\t对象\t任务\n1\t儿童\t做事\n\t\t再做\n"
    source = read_source("source.txt", copy)
    assert source.paragraphs == (Paragraph("第一段", 1),)
    assert source.pages[0].head.texts == ("序号", "对象", "任务")
    assert source.pages[0].rows[0].cells[2] == Cell("做事", 4, 6)
    assert source.pages[0].rows[1].texts == ("", "", "再做")


def test_a_row_broken_within_a_cell_is_one_row() -> None:
    """A line without its last bar goes on below; a paragraph after a whole row does not."""
    copy = "| 序号 | 任务 |\n|--|--|\n| 1 | 做\n事 |\n| 2 | 再做 |\n第二段\n"
    source = read_source("source.txt", copy)
    assert [row.texts for row in source.pages[0].rows] == [("1", "做事"), ("2", "再做")]
    assert source.paragraphs == (Paragraph("第二段", 6),)


def test_a_row_in_the_place_of_the_head() -> None:
    """Programs make the first line of a page its head; one with a number is a row all the same."""
    source = read_source("source.txt", "| 1 | 做事 |\n|--|--|\n| 2 | 再做 |\n")
    assert source.pages[0].head.cells == ()
    assert [row.texts[0] for row in source.pages[0].rows] == ["1", "2"]
