"""What Word and WPS write, and what of it is lost by a reader that takes the easy way."""

from __future__ import annotations

import pytest
from carelist.formats.choosing import ManyTablesError, NoSuchTableError, OtherColumnsError
from carelist.formats.document import Doubt, Format
from carelist.formats.limits import Refusal, UnreadableError
from carelist.formats.reading import read_content

from tests.formats.packing import (
    STRICT,
    W,
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


def draw_field(code: str, result: str = "") -> str:
    """Write a field: its instruction, and its result if it has one."""
    signs = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in KINDS)
    begin, separate, end = signs
    shown = f"{separate}{write_run(result)}" if result else ""
    return f"{begin}<w:r><w:instrText>{code}</w:instrText></w:r>{shown}{end}"


RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
KINDS = ("begin", "separate", "end")


def test_what_a_field_draws_is_told() -> None:
    """A number in a circle is drawn by its instruction, and no text; other fields have results."""
    body = write_paragraph(
        draw_field(" EQ \\o\\ac(○,21) "), write_run("甲"), draw_field("REF a", "乙")
    )
    assert read(body) == (["甲乙"], [(Doubt.DRAWN, {"words": "EQ \\o\\ac(○,21)"})])


def test_a_formula_is_written_in_one_line_and_told() -> None:
    """The bar of a fraction is no digit lost: a third is no thirteen."""
    space = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    parts = (f"<m:{name}><m:r><m:t>{text}</m:t></m:r></m:{name}>" for name, text in PARTS)
    formula = f"<m:oMath {space}><m:f>{''.join(parts)}</m:f></m:oMath>"
    body = write_paragraph(write_run("工资的"), formula, write_run("以内"))
    assert read(body) == (["工资的1/3以内"], [(Doubt.FORMULA, {"words": "1/3"})])


PARTS = (("num", "1"), ("den", "3"))
HIDING = (
    '<w:style w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:styleId="Below"><w:basedOn w:val="Secret"/></w:style>'
    '<w:style w:styleId="Old"><w:rPr><w:strike/></w:rPr></w:style>'
)


@pytest.mark.parametrize(
    ("look", "doubt"),
    [
        ('<w:rStyle w:val="Secret"/>', Doubt.HIDDEN_TEXT),
        ('<w:rStyle w:val="Below"/>', Doubt.HIDDEN_TEXT),
        ('<w:rStyle w:val="Below"/><w:vanish w:val="0"/>', None),
        ("<w:strike/>", Doubt.STRUCK),
        ("<w:dstrike/>", Doubt.STRUCK),
        ('<w:rStyle w:val="Old"/>', Doubt.STRUCK),
        ('<w:strike w:val="false"/>', None),
    ],
)
def test_words_that_are_hidden_or_struck_out_are_told(look: str, doubt: Doubt | None) -> None:
    """By themselves or by their style, or the style that it is based on."""
    run = f"<w:r><w:rPr>{look}</w:rPr><w:t>80</w:t></w:r>"
    lines, told = read(write_paragraph(write_run("每月"), run, write_run("100元")), styles=HIDING)
    assert lines == ["每月100元" if doubt else "每月80100元"]
    assert told == ([(doubt, {"words": "80"})] if doubt else [])


def test_words_of_a_hidden_style_of_paragraphs_are_told() -> None:
    """The style of the paragraph counts where its words have none."""
    body = write_paragraph(write_run("内部"), properties='<w:pStyle w:val="Below"/>')
    assert read(body, styles=HIDING) == ([], [(Doubt.HIDDEN_TEXT, {"words": "内部"})])


def test_a_control_that_nobody_filled_in_is_blank_and_told() -> None:
    """Its prompt is no word of the list, wherever the control stands."""
    prompt = "<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    asking = prompt.format("<w:showingPlcHdr/>", write_run("单击此处输入文字。"))
    cell = prompt.format("<w:showingPlcHdr/>", write_cell("选择一项。"))
    filled = prompt.format("", write_run("市民政局"))
    rows = [[write_cell("任务"), write_cell("部门")], [write_cell("甲"), cell]]
    lines, told = read(write_paragraph(asking, filled) + write_table(rows))
    assert lines == ["市民政局", "| 任务 | 部门 |", "|---|---|", "| 甲 |  |"]
    assert told == [
        (Doubt.PLACEHOLDER, {"words": "单击此处输入文字。"}),
        (Doubt.PLACEHOLDER, {"words": "选择一项。"}),
    ]


def test_cells_that_changes_remove_or_put_in_are_told() -> None:
    """A column that was struck out is gone; one that was put in is read."""
    gone, new = '<w:cellDel w:id="1"/>', '<w:cellIns w:id="2"/>'
    rows = [
        [write_cell("任务"), write_cell("标准", gone), write_cell("部门", new)],
        [write_cell("甲"), write_cell("5元", gone), write_cell("民政局", new)],
    ]
    lines, told = read(write_table(rows))
    assert lines == ["| 任务 | 部门 |", "|---|---|", "| 甲 | 民政局 |"]
    assert [values for kind, values in told if kind is Doubt.TRACKED_CHANGE] == [
        {"removed": "标准", "added": ""},
        {"removed": "", "added": "部门"},
        {"removed": "5元", "added": ""},
        {"removed": "", "added": "民政局"},
    ]


def test_a_hidden_row_is_read_and_told() -> None:
    """Word can hide a row of a table; sheets do so, and are read alike."""
    hidden = f"<w:tr><w:trPr><w:hidden/></w:trPr>{write_cell('1')}{write_cell('甲')}</w:tr>"
    head = f"<w:tr>{write_cell('序号')}{write_cell('任务')}</w:tr>"
    lines, told = read(f"<w:tbl>{head}{hidden}</w:tbl>")
    assert lines[-1] == "| 1 | 甲 |"
    assert told == [(Doubt.HIDDEN_LINES, {"words": "1 甲"})]


LINKED = (
    '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="Numbers"/></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="Numbers"/>'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:lvlText w:val="（%1）"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0">'
    '<w:start w:val="1"/><w:numFmt w:val="decimalEnclosedCircle"/><w:lvlText w:val="%1"/></w:lvl>'
    "</w:lvlOverride></w:num>"
)


def test_numbers_of_a_style_and_of_a_list_of_its_own_are_worked_out() -> None:
    """A definition may only name a style of lists; a list may have levels of its own."""
    wheres = [("甲", 1), ("乙", 1), ("丙", 2), ("丁", 2)]
    body = "".join(write_paragraph(write_run(text), properties=number(of)) for text, of in wheres)
    assert read(body, numbering=LINKED)[0] == ["（1）甲", "（2）乙", "① 丙", "② 丁"]


def test_a_list_that_has_no_definition_is_numbered_by_its_own_levels() -> None:
    """A damaged file may have lost it."""
    own = LINKED.replace('<w:num w:numId="2"><w:abstractNumId w:val="1"/>', '<w:num w:numId="2">')
    body = write_paragraph(write_run("甲"), properties=number(2))
    assert read(body, numbering=own)[0] == ["① 甲"]


def test_parts_may_be_called_otherwise() -> None:
    """The relations of a package say which part is which, as in a file saved from a cloud."""
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    relations = f'<Relationships xmlns="{space}">{{}}</Relationships>'
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    link = f'<Relationship Id="r" Type="{kind}{{}}" Target="{{}}"/>'
    content = pack(
        {
            "_rels/.rels": relations.format(link.format("officeDocument", "/word/document2.xml")),
            "word/_rels/document2.xml.rels": relations.format(link.format("styles", "styles9.xml")),
            "word/document2.xml": (
                f'<w:document xmlns:w="{W}"><w:body><w:p><w:pPr><w:pStyle w:val="Secret"/></w:pPr>'
                f"{write_run('内部')}</w:p>{write_paragraph(write_run('正文'))}</w:body></w:document>"
            ),
            "word/styles9.xml": f'<w:styles xmlns:w="{W}">{HIDING}</w:styles>',
        }
    )
    assert read_content(content)[1] == "正文\n"


def test_where_a_link_leads_is_told_if_its_words_do_not_say() -> None:
    """By a relation of the document, or by a field."""
    links = "".join(
        f'<w:hyperlink xmlns:r="{RELATED}" r:id="x">{write_run(words)}</w:hyperlink>'
        for words in ("【查看】", "高龄津贴")
    )
    field = draw_field(' HYPERLINK "https://example.org/b" ', "在线办理")
    document = f'<w:document xmlns:w="{W}"><w:body><w:p>{links}{field}</w:p></w:body></w:document>'
    relation = '<Relationship Id="x" TargetMode="External" Target="https://example.org/a"/>'
    content = pack(
        {
            "word/document.xml": document,
            "word/_rels/document.xml.rels": f"<Relationships>{relation}</Relationships>",
        }
    )
    copy = read_content(content)
    assert copy.text == "【查看】高龄津贴在线办理\n"
    assert [(one.kind, one.values["words"]) for one in copy.doubts] == [
        (Doubt.LINK, "【查看】 → https://example.org/a"),
        (Doubt.LINK, "在线办理 → https://example.org/b"),
    ]


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


def test_a_comment_is_told() -> None:
    """Somebody may have written there what the cell is to say."""
    reference = '<w:r><w:commentReference w:id="0"/></w:r>'
    comment = f'<w:comment w:id="0">{write_paragraph(write_run("改为800元"))}</w:comment>'
    body = write_paragraph(write_run("每年500元"), reference)
    copy = read_content(make_docx(body, comments=comment))
    assert [(one.kind, one.values["words"]) for one in copy.doubts] == [
        (Doubt.COMMENT, "改为800元")
    ]


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


def make_tables(*rows: tuple[str, str], head: str = "任务") -> str:
    """Write two tables with names above them that say nothing of their order."""
    tables = (
        write_paragraph(write_run(name))
        + write_table([[write_cell(head if name == "高中" else "任务"), write_cell("部门")], row])
        for name, row in ((name, [write_cell(task), write_cell("教育局")]) for name, task in rows)
    )
    return "".join(tables)


STAGES = (("学前", "甲。"), ("高中", "乙。"))


def test_a_list_in_several_tables_is_one_where_a_person_says_so() -> None:
    """Nothing else tells that they are one; the names above them head their services."""
    content = make_docx(make_tables(*STAGES))
    with pytest.raises(ManyTablesError):
        read_content(content)
    copy = read_content(content, (2, 1))
    assert copy.text.split("\n")[2:] == [
        "| 学前 |  |",
        "| 甲。 | 教育局 |",
        "| 高中 |  |",
        "| 乙。 | 教育局 |",
        "",
    ]
    assert copy.doubts == []
    assert read_content(content, (2,)).text.split("\n")[-2] == "| 乙。 | 教育局 |"


def test_tables_of_other_columns_are_no_one_list() -> None:
    """They are refused, with the numbers of the two."""
    with pytest.raises(OtherColumnsError) as caught:
        read_content(make_docx(make_tables(*STAGES, head="服务项目")), (1, 2))
    assert (caught.value.first, caught.value.other) == (1, 2)
    with pytest.raises(NoSuchTableError):
        read_content(make_docx(make_tables(*STAGES)), (1, 3))


@pytest.mark.parametrize(
    ("look", "words", "text", "told"),
    [
        ('<w:vertAlign w:val="superscript"/>', "2", "10m²内", []),
        ('<w:vertAlign w:val="superscript"/>', "注", "10m注内", []),
        (
            '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>',
            "ü",
            "10m内",
            [(Doubt.SYMBOL, {"words": "Wingdings ü"})],
        ),
        ('<w:rFonts w:ascii="Wingdings"/>', "中", "10m中内", []),
    ],
)
def test_raised_digits_and_letters_of_symbol_fonts(
    look: str, words: str, text: str, told: list[tuple[Doubt, dict[str, str]]]
) -> None:
    """Neither is what it would be on the line, or in another font."""
    run = f"<w:r><w:rPr>{look}</w:rPr><w:t>{words}</w:t></w:r>"
    assert read(write_paragraph(write_run("10m"), run, write_run("内"))) == ([text], told)


def test_a_heading_above_the_head_stands_above_its_services() -> None:
    """A part of a list may have its heading, then the head once more."""
    wide = '<w:gridSpan w:val="2"/>'
    head = [write_cell("任务"), write_cell("部门")]
    rows = [
        [write_cell("清单", wide)],
        [write_cell("一、教育", wide)],
        head,
        [write_cell("甲。"), write_cell("教育局")],
        [write_cell("二、健康", wide)],
        head,
        [write_cell("乙。"), write_cell("卫健委")],
    ]
    assert read(write_table(rows))[0][:5] == [
        "清单",
        "| 任务 | 部门 |",
        "|---|---|",
        "| 一、教育 |  |",
        "| 甲。 | 教育局 |",
    ]


def draw_grid(widths: str, *rows: str) -> str:
    """Draw a table whose cells cover so many columns of its grid each, a letter a cell."""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths.split())
    lines = "".join(
        f"<w:tr>{''.join(_draw_spans(spans, letters))}</w:tr>"
        for spans, letters in (row.split() for row in rows)
    )
    return f"<w:tbl><w:tblGrid>{columns}</w:tblGrid>{lines}</w:tbl>"


def _draw_spans(spans: str, letters: str) -> list[str]:
    pairs = zip(spans, letters, strict=True)
    return [write_cell(letter, f'<w:gridSpan w:val="{span}"/>') for span, letter in pairs]


@pytest.mark.parametrize(
    ("widths", "rows", "copy"),
    [
        ("700 20 1780 900", ("121 甲乙丙", "211 丁戊己"), ["| 甲 | 乙 | 丙 |", "| 丁 | 戊 | 己 |"]),
        (
            "700 20 30 900",
            ("121 甲乙丙", "211 丁戊己", "31 庚辛"),
            ["| 甲 | 乙 | 丙 |", "| 丁 | 戊 | 己 |", "| 庚 |  | 辛 |"],
        ),
        ("700 900 900 900", ("112 甲乙丙", "121 丁戊己"), ["| 甲 | 乙 | 丙 | 丙 |"]),
        ("700 20 900", ("111 甲乙丙", "12 丁戊"), ["| 甲 | 乙 | 丙 |", "| 丁 | 戊 |  |"]),
        ("3400", ("121 甲乙丙", "211 丁戊己"), ["| 甲 | 乙 | 乙 | 丙 |"]),
    ],
    ids=["dragged", "dragged twice", "too far", "a narrow column", "no such grid"],
)
def test_borders_that_were_dragged_a_little_are_one(
    widths: str, rows: tuple[str, ...], copy: list[str]
) -> None:
    """Each row has its own border then; a column that any row has stays one."""
    lines = [line for line in read(draw_grid(widths, *rows))[0] if not line.startswith("|-")]
    assert lines[: len(copy)] == copy


def draw_rows(*rows: str) -> str:
    """Draw a table, its cells divided by spaces."""
    return write_table([[write_cell(text) for text in row.split()] for row in rows])


def test_tables_without_heads_go_on_with_the_list_above() -> None:
    """Where they stand below it, or their numbers go on, or a line says so; else they do not."""
    first = draw_rows("序号 任务", "1 甲")
    gap = write_paragraph(write_run("云岭市民政局制"))
    told = write_paragraph(write_run("（续）"))
    for below, numbers in (
        (draw_rows("2 乙") + draw_rows("3 丙"), ["1", "2", "3"]),
        (gap + draw_rows("2 乙") + gap + draw_rows("3 丙"), ["1", "2", "3"]),
        (told + draw_rows("7 乙"), ["1", "7"]),
        (gap + draw_rows("7 乙"), ["1"]),
    ):
        lines = read_content(make_docx(first + below)).text.split("\n")
        assert [line[2] for line in lines if line.startswith("| ")][1:] == numbers, below
