"""Web pages as they are: layout in tables, paragraphs in cells, spans of all kinds."""

from __future__ import annotations

import pytest
from carelist.formats.document import Doubt, Format
from carelist.formats.limits import MOST_DEPTH, Refusal, UnreadableError
from carelist.formats.reading import read_content


def read(page: str) -> list[str]:
    """Give the lines of the copy of a page that are not blank; it must be told as a page."""
    form, text, _ = read_content(page.encode())[:3]
    assert form == Format.HTML
    return [line for line in text.split("\n") if line]


def test_cells_with_paragraphs_and_breaks_keep_all_their_lines() -> None:
    """Cells with paragraphs and breaks keep all their lines."""
    page = "<table><tr><td><p>1.甲</p><p>2.乙</p></td><td>民政局<br>教育局</td></tr></table>"
    assert read(page) == ["| 1.甲<br>2.乙 | 民政局<br>教育局 |", "|---|---|"]


def test_spans_are_laid_as_browsers_do() -> None:
    """Spans are laid as browsers do."""
    page = (
        "<table><thead><tr><th>类别<th>任务<th colspan=2>部门</thead>"
        "<tbody><tr><td rowspan=0>学有所教<td>甲<td>牵头<td>配合<tr><td>乙<td colspan='2 '>教育局"
        "<tbody><tr><td rowspan=9>病有所医<td>丙<td>卫健委<td>医保局</table>"
    )
    assert read(page) == [
        "| 类别 | 任务 | 部门 | 部门 |",
        "|---|---|---|---|",
        "| 学有所教 | 甲 | 牵头 | 配合 |",
        "| 学有所教 | 乙 | 教育局 |  |",
        "| 病有所医 | 丙 | 卫健委 | 医保局 |",
    ]


def test_a_table_of_layout_is_none() -> None:
    """A table of layout is none."""
    page = (
        "<!DOCTYPE html><table><tr><td>导航</td><td><h1>通知</h1><table><tr><td>任务<td>部门"
        "<tr><td>甲<td>民政局</table></td></tr></table>"
    )
    assert read(page) == ["导航", "通知", "| 任务 | 部门 |", "|---|---|", "| 甲 | 民政局 |"]


def test_a_table_within_a_cell_of_a_list_makes_no_layout_of_it() -> None:
    """A table whose head names columns is the list, whatever its cells hold."""
    inner = (
        "<table><tr><td>80岁</td><td>100元</td></tr><tr><td>90岁</td><td>200元</td></tr></table>"
    )
    page = f"<table><tr><td>任务<td>部门<tr><td>津贴：{inner}<td>民政局</table>"
    _, text, doubts = read_content(page.encode())[:3]
    assert text.split("\n")[2] == "| 津贴：<br>80岁 100元<br>90岁 200元 | 民政局 |"
    assert [one.kind for one in doubts] == [Doubt.NESTED_TABLE]


def test_what_is_not_seen_is_not_read_and_words_that_are_hidden_are_told() -> None:
    """What is not seen is not read and words that are hidden are told."""
    page = (
        "<html><head><title>题</title><script>var a='脚本'</script></head><body>"
        "<p>正文<span style='display: none'>暗藏</span></p>"
        "<style>p{}</style><p hidden>旧</p></body>"
    )
    form, text, doubts = read_content(page.encode())[:3]
    assert (form, text) == (Format.HTML, "正文\n")
    assert [(one.kind, one.values["words"]) for one in doubts] == [
        (Doubt.HIDDEN_TEXT, "暗藏"),
        (Doubt.HIDDEN_TEXT, "旧"),
    ]


def test_white_space_of_markup_is_one_space_and_characters_are_decoded() -> None:
    """White space of markup is one space and characters are decoded."""
    assert read("<p>A &amp;\n   B&nbsp;&#x4e2d;</p>\n<div>二</div>") == ["A & B 中", "二"]


@pytest.mark.parametrize(
    ("page", "refusal"),
    [
        ("<div>" * (MOST_DEPTH + 9) + "深", Refusal.TOO_DEEP),
        ("<table><tr>" + "<td colspan=199>宽<td>" * 3 + "</table>", Refusal.TOO_MANY_CELLS),
    ],
    ids=["deep", "wide"],
)
def test_endless_pages_are_refused(page: str, refusal: Refusal) -> None:
    """Endless pages are refused."""
    with pytest.raises(UnreadableError) as caught:
        read_content(page.encode())
    assert caught.value.refusal == refusal
