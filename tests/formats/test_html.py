"""Web pages as they are: layout in tables, paragraphs in cells, spans of all kinds."""

from __future__ import annotations

import re

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


def test_hidden_cells_take_no_place_and_hidden_rows_are_told() -> None:
    """As browsers lay them out; a cell that is only invisible keeps its place."""
    page = (
        "<table><tr><td>任务<td>部门<tr><td>甲<td style='display:none'>A01<td>民政局"
        "<tr style='display:none'><td>旧<td>公安局"
        "<tr><td style='visibility:hidden'>乙<td>教育局</table>"
    )
    _, text, doubts = read_content(page.encode())[:3]
    assert text.split("\n")[2:] == ["| 甲 | 民政局 |", "|  | 教育局 |", ""]
    assert [one.values["words"] for one in doubts] == ["旧 公安局", "A01", "乙"]
    assert {one.kind for one in doubts} == {Doubt.HIDDEN_TEXT}


def test_words_that_are_struck_out_and_pictures_in_cells_are_told() -> None:
    """An amount that was replaced by hand is no part of the new one."""
    page = (
        "<table><tr><td>任务<td>标准<tr><td>拨打<img src=tel.png>咨询"
        "<td>每月<del>70元</del><span style='text-decoration: line-through'>80元</span>90元</table>"
    )
    _, text, doubts = read_content(page.encode())[:3]
    assert text.split("\n")[2] == "| 拨打咨询 | 每月90元 |"
    assert [(one.kind, one.values["words"]) for one in doubts] == [
        (Doubt.PICTURE, "img"),
        (Doubt.STRUCK, "70元"),
        (Doubt.STRUCK, "80元"),
    ]


def test_numbers_of_lists_and_raised_ones_are_read_as_they_are_seen() -> None:
    """Browsers write the numbers of a list; 10 with a raised 2 is no 102."""
    page = (
        "<ol type=a start=3><li>甲<li><p>乙</p><li value=7>丙</ol>"
        "<ol style='list-style: none'><li>丁</ol><ul><li>10m<sup>2</sup></ul>"
    )
    assert read(f"<body>{page}") == ["c.甲", "d.乙", "g.丙", "丁", "10m²"]
    doubts = read_content(f"<table><tr><td>任务<td>{page}</table>".encode())[2]
    assert [(one.kind, dict(one.values)) for one in doubts] == [
        (Doubt.NUMBERED, {"first": "c.", "last": "g."})
    ]


def test_a_foot_stands_below_wherever_it_is_written() -> None:
    """A `tfoot` may stand before the rows."""
    page = (
        "<table><thead><tr><td>任务<td>部门</thead><tfoot><tr><td>丙<td>丁</tfoot>"
        "<tbody><tr><td>甲<td>乙</table>"
    )
    assert read(page)[2:] == ["| 甲 | 乙 |", "| 丙 | 丁 |"]


ROWS = "<tr><td>任务</td><td>部门</td></tr>\n<tr><td>甲</td><td>民政局</td></tr>"


@pytest.mark.parametrize(
    ("page", "above"),
    [
        (
            (
                "Version:1.0\r\nStartHTML:0000000105\r\nSourceURL:file:///C:/a.xlsx\r\n"
                f"<html><body><table><!--StartFragment-->{ROWS}<!--EndFragment--></table></body></html>"
            ),
            [],
        ),
        (f"<!--StartFragment-->\n{ROWS}<!--EndFragment-->", []),
        (f'<?xml version="1.0" encoding="gb2312"?>\n<html><body><table>{ROWS}</table></html>', []),
        (f"<section><span>清单</span><table>{ROWS}</table></section>", ["清单"]),
        (
            f"# 关于印发清单的通知\n\n各区：A&B\n\n<table>{ROWS}</table>\n",
            ["# 关于印发清单的通知", "各区：A&B"],
        ),
    ],
    ids=["clipboard", "rows alone", "xml", "section", "text around"],
)
def test_pieces_of_pages_are_pages(page: str, above: list[str]) -> None:
    """What a clipboard hands over, and what other programs put into texts."""
    assert read(page) == [*above, "| 任务 | 部门 |", "|---|---|", "| 甲 | 民政局 |"]


def test_white_space_of_markup_is_one_space_and_characters_are_decoded() -> None:
    """White space of markup is one space and characters are decoded."""
    ruby = "<ruby>耄<rp>(</rp><rt>mào</rt><rp>)</rp></ruby><q>补</q>"
    assert read(f"<p>{ruby}</p>") == ["耄“补”"]
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


def test_borders_that_miss_each_other_by_a_little_are_one() -> None:
    """Word writes so, with a last row that only measures; without widths nothing tells."""
    page = (
        "<table><tr><td width=40>序号<td colspan=2 width=122>任务<td{0}>部门</tr>"
        "<tr><td colspan=2 width=60>1<td style='width:76.5pt'>甲<td{0}>民政局</tr>"
        "<tr height=0><td width=40><td width=20><td width=102><td width=90></tr></table>"
    )
    assert read(page.format(" width=90px")) == [
        "| 序号 | 任务 | 部门 |",
        "|---|---|---|",
        "| 1 | 甲 | 民政局 |",
    ]
    assert read(re.sub("width[=:][0-9.ptx]+", "", page.format("")))[0] == (
        "| 序号 | 任务 | 任务 | 部门 |"
    )


def test_where_a_link_leads_is_told_if_its_words_do_not_say() -> None:
    """A page has many links, and most say what they are."""
    page = (
        "<table><tr><td>任务<td>指南<tr><td><a href=/1>入学</a><td><a href='https://e.org'>查看</a>"
        "<tr><td>落户<td><a href='javascript:go()'>查看</a></table>"
    )
    told = [(one.kind, one.values["words"]) for one in read_content(page.encode()).doubts]
    assert told == [(Doubt.LINK, "查看 → https://e.org")]
