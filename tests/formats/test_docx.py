"""What Word and WPS write, and what of it is lost by a reader that takes the easy way."""

from __future__ import annotations

import pytest
from carelist.formats.document import Doubt, Format
from carelist.formats.limits import Refusal, UnreadableError
from carelist.formats.reading import read_content

from tests.formats.packing import (
    STRICT,
    make_docx,
    pack,
    write_cell,
    write_paragraph,
    write_run,
    write_table,
)

CONTINUE = ('<w:vMerge w:val="restart"/>', "<w:vMerge/>", '<w:vMerge w:val="continue"/>')


def read(body: str, **parts: str) -> tuple[list[str], list[tuple[Doubt, dict[str, str]]]]:
    """Read a body: the lines of its copy that are not blank, and what is told."""
    form, text, doubts = read_content(make_docx(body, **parts))[:3]
    assert form == Format.DOCX
    told = [(one.kind, dict(one.values)) for one in doubts]
    return [line for line in text.split("\n") if line], told


def test_a_date_in_a_smart_tag_stays() -> None:
    """A date in a smart tag stays."""
    tag = f'<w:smartTag w:uri="u" w:element="chsdate">{write_run("2025年9月18日")}</w:smartTag>'
    assert read(write_paragraph(write_run("自"), tag, write_run("起"))) == (
        ["自2025年9月18日起"],
        [],
    )


def test_a_tracked_change_is_told_and_not_settled_silently() -> None:
    """A tracked change is told and not settled silently."""
    change = (
        '<w:del w:id="1"><w:r><w:delText>500</w:delText></w:r></w:del>'
        f'<w:ins w:id="2">{write_run("800")}</w:ins>'
    )
    body = write_paragraph(write_run("每年补助"), change, write_run("元"))
    assert read(body) == (
        ["每年补助800元"],
        [(Doubt.TRACKED_CHANGE, {"removed": "500", "added": "800"})],
    )


def test_words_that_were_moved_are_told_at_both_places() -> None:
    """Words that were moved are told at both places."""
    body = write_paragraph(
        f"<w:moveFrom>{write_run('甲')}</w:moveFrom>",
        write_run("乙"),
        f"<w:moveTo>{write_run('甲')}</w:moveTo>",
    )
    assert read(body) == (
        ["乙甲"],
        [
            (Doubt.TRACKED_CHANGE, {"removed": "甲", "added": ""}),
            (Doubt.TRACKED_CHANGE, {"removed": "", "added": "甲"}),
        ],
    )


def test_a_paragraph_end_that_was_struck_out_joins_the_next() -> None:
    """A paragraph end that was struck out joins the next."""
    body = write_paragraph(
        write_run("前半"), properties="<w:rPr><w:del/></w:rPr>"
    ) + write_paragraph(write_run("后半"))
    assert read(body) == (
        ["前半后半"],
        [(Doubt.TRACKED_CHANGE, {"removed": "⏎", "added": ""})],
    )


def test_rows_in_a_content_control_stay_and_struck_rows_go() -> None:
    """Rows in a content control stay and struck rows go."""
    kept = f"<w:tr>{write_cell('1')}{write_cell('甲')}</w:tr>"
    controlled = f"<w:sdt><w:sdtPr/><w:sdtContent>{kept}</w:sdtContent></w:sdt>"
    struck = f"<w:tr><w:trPr><w:del/></w:trPr>{write_cell('2')}{write_cell('乙')}</w:tr>"
    head = f"<w:tr>{write_cell('序号')}{write_cell('任务')}</w:tr>"
    assert read(f"<w:tbl>{head}{controlled}{struck}</w:tbl>") == (
        ["| 序号 | 任务 |", "|---|---|", "| 1 | 甲 |"],
        [(Doubt.TRACKED_CHANGE, {"removed": "2 乙", "added": ""})],
    )


@pytest.mark.parametrize("going_on", CONTINUE[1:])
def test_merged_cells_of_word_and_of_wps_are_the_same(going_on: str) -> None:
    """Merged cells of word and of wps are the same."""
    table = write_table(
        [
            [write_cell("类别"), write_cell("序号"), write_cell("任务"), write_cell("部门")],
            [
                write_cell("学有所教", CONTINUE[0]),
                write_cell("1"),
                write_cell("甲"),
                write_cell("教育局"),
            ],
            [
                write_cell("", going_on),
                write_cell("2"),
                write_cell("乙", '<w:gridSpan w:val="2"/>'),
            ],
            [
                write_cell("病有所医", CONTINUE[0]),
                write_cell("3"),
                write_cell("丙"),
                write_cell(""),
            ],
        ]
    )
    assert read(table) == (
        [
            "| 类别 | 序号 | 任务 | 部门 |",
            "|---|---|---|---|",
            "| 学有所教 | 1 | 甲 | 教育局 |",
            "| 学有所教 | 2 | 乙 |  |",
            "| 病有所医 | 3 | 丙 |  |",
        ],
        [],
    )


def test_words_below_a_merged_cell_are_told() -> None:
    """Words below a merged cell are told."""
    table = write_table(
        [
            [write_cell("类别"), write_cell("序号")],
            [write_cell("甲", CONTINUE[0]), write_cell("1")],
            [write_cell("乙", CONTINUE[1]), write_cell("2")],
        ]
    )
    lines, told = read(table)
    assert lines[-2:] == ["| 甲 | 1 |", "| 甲 | 2 |"]
    assert told == [(Doubt.UNDER_MERGED, {"words": "乙"})]


def test_a_head_over_two_columns_stands_over_both_and_a_title_above_the_table() -> None:
    """A head over two columns stands over both and a title above the table."""
    wide, whole = '<w:gridSpan w:val="2"/>', '<w:gridSpan w:val="3"/>'
    table = write_table(
        [
            [write_cell("关爱服务清单", whole)],
            [write_cell("任务"), write_cell("责任单位", wide)],
            [write_cell(""), write_cell("牵头"), write_cell("配合")],
            [write_cell("一、教育", whole)],
            [write_cell("甲"), write_cell("教育局"), write_cell("公安局")],
            [write_cell("注：以通知为准。", whole)],
        ]
    )
    assert read(table)[0] == [
        "关爱服务清单",
        "| 任务 | 责任单位 | 责任单位 |",
        "|---|---|---|",
        "|  | 牵头 | 配合 |",
        "| 一、教育 |  |  |",
        "| 甲 | 教育局 | 公安局 |",
        "注：以通知为准。",
    ]


LISTS = (
    '<w:abstractNum w:abstractNumId="0">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>'
    '<w:lvlText w:val="%1、"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/>'
    '<w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/>'
    '<w:lvlText w:val="●"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="0"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>'
)


def number(list_id: int, level: int = 0) -> str:
    """Write that a paragraph is of a list."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'


def test_numbers_that_word_writes_by_itself_are_worked_out() -> None:
    """Numbers that word writes by itself are worked out."""
    body = "".join(
        write_paragraph(write_run(text), properties=number(*where))
        for text, where in [
            ("甲", (1, 0)),
            ("甲一", (1, 1)),
            ("甲二", (1, 1)),
            ("乙", (1, 0)),
            ("乙一", (1, 1)),
            ("重新", (2, 0)),
            ("点", (3, 0)),
        ]
    )
    lines, told = read(body, numbering=LISTS)
    assert lines == ["一、甲", "1.1 甲一", "1.2 甲二", "二、乙", "2.1 乙一", "一、重新", "点"]
    assert told == [
        (Doubt.NUMBERED, {"first": "一、", "last": "2.1"}),
        (Doubt.NUMBERED, {"first": "一、", "last": "一、"}),
    ]


def test_a_column_of_automatic_numbers_is_no_blank_column() -> None:
    """A column of automatic numbers is no blank column."""
    style = (
        '<w:style w:styleId="Base"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="Number"><w:basedOn w:val="Base"/></w:style>'
    )
    styled = '<w:pStyle w:val="Number"/>'
    rows = [[write_cell("", paragraph=styled), write_cell(text)] for text in "甲乙"]
    table = write_table([[write_cell("序号"), write_cell("任务")], *rows])
    assert read(table, numbering=LISTS, styles=style)[0] == [
        "| 序号 | 任务 |",
        "|---|---|",
        "| 一、 | 甲 |",
        "| 二、 | 乙 |",
    ]


@pytest.mark.parametrize(
    ("run", "text", "told"),
    [
        ("<w:r><w:t>0</w:t><w:noBreakHyphen/><w:t>6岁</w:t></w:r>", "0-6岁", []),
        ("<w:r><w:t>儿</w:t><w:softHyphen/><w:t>童</w:t></w:r>", "儿童", []),
        (
            (
                '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
                "<w:r><w:instrText>DATE</w:instrText></w:r>"
                '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2026年</w:t></w:r>'
                '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
            ),
            "2026年",
            [],
        ),
        (
            "<w:r><w:rPr><w:vanish/></w:rPr><w:t>内部</w:t></w:r><w:r><w:t>公开</w:t></w:r>",
            "公开",
            [(Doubt.HIDDEN_TEXT, {"words": "内部"})],
        ),
        ('<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>公开</w:t></w:r>', "公开", []),
        (
            '<w:r><w:t>选</w:t><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>',
            "选",
            [(Doubt.SYMBOL, {"words": "Wingdings F0FE"})],
        ),
        (
            (
                "<w:r><w:ruby><w:rt><w:r><w:t>tong</w:t></w:r></w:rt>"
                "<w:rubyBase><w:r><w:t>童</w:t></w:r></w:rubyBase></w:ruby></w:r>"
            ),
            "童",
            [],
        ),
        (
            (
                "<w:r><mc:AlternateContent><mc:Choice><w:t>新</w:t></mc:Choice>"
                "<mc:Fallback><w:t>旧</w:t></mc:Fallback></mc:AlternateContent></w:r>"
            ),
            "新",
            [],
        ),
        ("<w:hyperlink><w:r><w:t>网址</w:t></w:r></w:hyperlink>", "网址", []),
        (
            "<w:r><w:t>图</w:t><w:pict><v:imagedata/></w:pict></w:r>",
            "图",
            [(Doubt.PICTURE, {"words": ""})],
        ),
    ],
    ids=[
        "hyphen",
        "soft",
        "field",
        "hidden",
        "shown",
        "symbol",
        "ruby",
        "forms",
        "link",
        "picture",
    ],
)
def test_runs(run: str, text: str, told: list[tuple[Doubt, dict[str, str]]]) -> None:
    """Runs."""
    assert read(write_paragraph(run)) == ([text], told)


def test_a_text_box_is_read_behind_its_paragraph() -> None:
    """A text box is read behind its paragraph."""
    box = (
        f"<wps:txbx><w:txbxContent>{write_paragraph(write_run('框里'))}</w:txbxContent></wps:txbx>"
    )
    body = write_paragraph(write_run("框外"), f"<w:r>{box}</w:r>")
    assert read(body) == (["框外", "框里"], [])


def test_a_table_in_a_cell_is_read_as_its_lines_and_told() -> None:
    """A table in a cell is read as its lines and told."""
    inner = write_table([[write_cell("甲"), write_cell("乙")]])
    cell = f"<w:tc>{write_paragraph(write_run('含'))}{inner}{write_paragraph()}</w:tc>"
    table = f"<w:tbl><w:tr>{write_cell('1')}{cell}</w:tr></w:tbl>"
    assert read(table) == (
        ["| 1 | 含<br>甲 乙 |", "|---|---|"],
        [(Doubt.NESTED_TABLE, {"words": "甲 乙"})],
    )


def test_a_table_that_frames_the_whole_document_is_none() -> None:
    """What a frame of one cell holds is read as if it stood without it."""
    inner = write_table(
        [[write_cell("任务"), write_cell("部门")], [write_cell("甲"), write_cell("乙")]]
    )
    frame = write_table([[f"<w:tc>{write_paragraph(write_run('通知'))}{inner}</w:tc>"]])
    assert read(frame) == (["通知", "| 任务 | 部门 |", "|---|---|", "| 甲 | 乙 |"], [])


def test_a_note_at_the_foot_of_a_page_is_told() -> None:
    """Its words are left out, with the place that refers to it."""
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    note = f'<w:footnote w:id="2">{write_paragraph(write_run("含乡镇。"))}</w:footnote>'
    body = write_paragraph(write_run("全市"), reference, write_run("执行"))
    assert read(body, notes=note) == (["全市执行"], [(Doubt.FOOTNOTE, {"words": "含乡镇。"})])


def test_the_strict_edition_is_read_alike() -> None:
    """The strict edition is read alike."""
    content = make_docx(write_paragraph(write_run("严格")), namespace=STRICT)
    assert read_content(content)[1] == "严格\n"


def test_bars_and_white_space_of_cells_stay_within_their_cells() -> None:
    """Bars and white space of cells stay within their cells."""
    table = write_table([[write_cell("甲|乙"), write_cell("丙｜丁")]])
    assert read(table)[0] == ["| 甲\\|乙 | 丙\\｜丁 |", "|---|---|"]


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        (pack({"word/document.xml": "<w:document"}), Refusal.BROKEN),
        (pack({"word/document.xml": "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}), Refusal.BROKEN),
        (pack({"word/document.xml": "<document/>"}), Refusal.BROKEN),
        (pack({"other.xml": "<a/>"}), Refusal.UNKNOWN),
        (make_docx("<w:p>")[:200], Refusal.BROKEN),
        (
            make_docx("<w:sdt><w:sdtContent>" * 60 + "</w:sdtContent></w:sdt>" * 60),
            Refusal.TOO_DEEP,
        ),
        (make_docx(write_paragraph("<w:ins>" * 250 + "</w:ins>" * 250)), Refusal.TOO_DEEP),
        (
            make_docx(write_table([[write_cell("宽", '<w:gridSpan w:val="500"/>')]])),
            Refusal.TOO_MANY_CELLS,
        ),
        (pack({"mimetype": "application/vnd.oasis.opendocument.text"}), Refusal.OPEN_DOCUMENT),
    ],
    ids=["xml", "entity", "no body", "other", "cut", "deep", "deep run", "wide", "odt"],
)
def test_what_cannot_be_read_is_refused(content: bytes, refusal: Refusal) -> None:
    """What cannot be read is refused."""
    with pytest.raises(UnreadableError) as caught:
        read_content(content)
    assert caught.value.refusal == refusal
