"""The shape of the source copy: paragraphs, pages, cells, places."""

from __future__ import annotations

import pytest
from carelist.catalog.places import find_places
from carelist.catalog.source import Paragraph, read_source
from carelist.catalog.table_lines import Cell
from carelist.catalog.texts import Place

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


HEAD = "| 类别 | 序号 | 任务内容 |"
RULE = "|---|---|---|"


def read(*lines: str) -> tuple[list[list[tuple[str, ...]]], list[tuple[str, int]]]:
    """The rows of each page below its head, and the paragraphs with their lines."""
    source = read_source("source.txt", "\n".join([HEAD, RULE, "| 甲 | 1 | 做事 |", *lines]))
    rows = [[row.texts for row in page.rows] for page in source.pages]
    return rows, [(paragraph.text, paragraph.line) for paragraph in source.paragraphs]


ONE, TWO = ("甲", "1", "做事"), ("乙", "2", "再做")
NOTES = [
    ["| 续表 |"],
    ["|续表"],
    ["| 续表 | |"],
    ["续表"],
    ["注：由市民政局解释。"],
    ["", "— 3 —", ""],
    ["｜ 续表 ｜"],
]


@pytest.mark.parametrize("notes", NOTES, ids=" ".join)
def test_a_note_among_rows_is_a_paragraph_and_parts_no_page(notes: list[str]) -> None:
    """A row of one cell, a note or the number of a page: its words are told with their line."""
    rows, paragraphs = read(*notes, "| 乙 | 2 | 再做 |")
    assert rows == [[ONE, TWO]]
    words = {"续表", "注：由市民政局解释。", "— 3 —"}
    assert [text in words for text, _ in paragraphs] == [True]
    assert paragraphs[0][1] in {4, 5}


@pytest.mark.parametrize("blank", ["| |", "||", "|", "｜｜", "|   |  |"])
def test_a_blank_row_of_fewer_cells_is_nothing(blank: str) -> None:
    """Nothing is lost with it."""
    assert read(blank, "| 乙 | 2 | 再做 |") == ([[ONE, TWO]], [])


@pytest.mark.parametrize(
    "line",
    [
        "乙 | 2 | 再做 |",
        "乙 | 2 | 再做",
        "| 乙 | 2 | 再做",
        "| 乙 | 2 | 再做 |  \t ",
        "｜乙｜2｜再做｜",
        "| 乙 ｜ 2 ｜ 再做 |",
        "乙\t2\t再做",
    ],
)
def test_a_row_with_a_bar_missing_or_wide_is_read(line: str) -> None:
    """Bars that are missing at either end, wide bars and tabs divide the same cells."""
    assert read(line) == ([[ONE, TWO]], [])
    assert read(line, "| 丙 | 3 | 还做 |")[0][0][1:] == [TWO, ("丙", "3", "还做")]


def test_two_rows_that_lack_the_bars_between_them_are_two() -> None:
    """What has the cells of a row is no rest of the row above."""
    assert read("| 乙 | 2 | 再做", "丙 | 3 | 还做 |")[0] == [[ONE, TWO, ("丙", "3", "还做")]]


def test_rows_of_other_lengths_are_kept_for_the_check() -> None:
    """Words in too few or too many cells are left to be told."""
    few, many = ("乙", "再做"), ("乙", "2", "再做", "丙", "丁")
    assert read("| 乙 | 再做 |", "| 乙 | 2 | 再做 | 丙 | 丁 |")[0] == [[ONE, few, many]]


@pytest.mark.parametrize("head", [HEAD, "| 续表 | 序号 | 任务内容 |", "| 类 别 | 序 号 | 内容 |"])
def test_a_head_among_rows_begins_a_page(head: str) -> None:
    """Headings need no rule below them, and what stands beside them is none of the table's."""
    rows, paragraphs = read(head, "| 乙 | 2 | 再做 |")
    assert (rows, paragraphs) == ([[ONE], [TWO]], [])
    assert read("", head, RULE, "| 乙 | 2 | 再做 |")[0] == [[ONE], [TWO]]


def test_a_page_without_a_head_loses_no_words() -> None:
    """Where a table goes on in another width, its first line is a row, whatever rule is below."""
    assert read("", "| 标签 | |", "| 2 | 再做 |")[0] == [[ONE], [("2", "再做")]]
    assert read("", "| 标签 | 做 |", "|--|--|", "| 2 | 再做 |")[0][1] == [
        ("标签", "做"),
        ("2", "再做"),
    ]


def test_a_rule_below_every_row_parts_no_pages() -> None:
    """Some programs draw a line below each row."""
    assert read(RULE, "| 乙 | 2 | 再做 |", RULE)[0] == [[ONE, TWO]]


def test_a_row_without_the_cell_of_its_number_has_a_place() -> None:
    """It is counted after the last one that has a number."""
    source = read_source("source.txt", "| 序号 | 任务 |\n|--|--|\n| 1 | 做 |\n| 做 | 事 | 1 |\n")
    columns = (("group", "task", "number"),)
    assert [str(place) for place in find_places(source, columns)] == ["0+1", "1"]


def test_a_number_of_thousands_of_digits_numbers_nothing() -> None:
    """Python reads no number so long; the line is one without a number."""
    source = read_source("source.txt", f"| 号 | 任务 |\n|--|--|\n| {'9' * 5000} | 做 |\n")
    assert list(find_places(source, (("number", "task"),))) == [Place(0, 1)]


def test_a_row_of_one_cell_in_a_table_of_one_column_is_a_row() -> None:
    """Nothing else can be meant."""
    source = read_source("source.txt", "| 序号 |\n|--|\n| 1 |\n| 二 |\n")
    assert [row.texts for row in source.pages[0].rows] == [("1",), ("二",)]
