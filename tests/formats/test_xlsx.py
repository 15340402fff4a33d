"""What spreadsheets hold and do not show, and show otherwise than they hold."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile

import openpyxl
import pytest
from carelist.formats.choosing import OtherColumnsError
from carelist.formats.document import Doubt, Format
from carelist.formats.limits import MOST_COLUMNS, Refusal, UnreadableError
from carelist.formats.reading import read_content
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font

from tests.formats.packing import pack


def write(book: openpyxl.Workbook) -> bytes:
    """Give the bytes of a workbook."""
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def rewrite(content: bytes, part: str, pattern: str, new: str) -> bytes:
    """Change one part of a workbook, as other programs write it."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name).decode("utf-8") for name in archive.namelist()}
    parts[part], count = re.subn(pattern, new, parts[part])
    assert count == 1
    return pack(parts)


def add(content: bytes, more: dict[str, str]) -> bytes:
    """Put parts into a workbook."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name).decode("utf-8") for name in archive.namelist()}
    return pack({**parts, **more})


def test_a_sheet_is_its_letter_and_its_table() -> None:
    """A sheet is its letter and its table."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ["关爱服务清单"],
        [],
        ["类别", "序号", "任务"],
        ["学有所教", 1, "甲\n乙"],
        [None, 2, "丙"],
        ["一、病有所医"],
        ["病有所医", 3, "丁"],
    ):
        sheet.append(row)
    sheet.merge_cells("A1:C1")
    sheet.merge_cells("A4:A5")
    form, text, doubts = read_content(write(book))[:3]
    assert (form, doubts) == (Format.XLSX, [])
    assert text == (
        "关爱服务清单\n\n| 类别 | 序号 | 任务 |\n|---|---|---|\n| 学有所教 | 1 | 甲<br>乙 |\n"
        "| 学有所教 | 2 | 丙 |\n| 一、病有所医 |  |  |\n| 病有所医 | 3 | 丁 |\n"
    )


def test_words_under_a_merged_cell_are_not_given_as_if_they_were_seen() -> None:
    """Words under a merged cell are not given as if they were seen."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["任务", "部门"], ["甲", "民政局"], ["乙", "旧部门"]):
        sheet.append(row)
    content = rewrite(
        write(book),
        "xl/worksheets/sheet1.xml",
        "</sheetData>",
        '</sheetData><mergeCells count="1"><mergeCell ref="B2:B3"/></mergeCells>',
    )
    assert read_content(content)[1].split("\n")[-2] == "| 乙 | 民政局 |"


def test_what_is_hidden_is_told() -> None:
    """Rows and columns are read; a sheet is not, where one that is seen has the list."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["任务", "部门", "备注"], ["甲", "民政局", "内部"], ["乙", "教育局", ""]):
        sheet.append(row)
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["C"].hidden = True
    second = book.create_sheet("草稿")
    second.append(["任务", "部门"])
    second.append(["丙", "公安局"])
    second.sheet_state = "hidden"
    _, text, doubts = read_content(write(book))[:3]
    assert "| 乙 | 教育局 |" in text
    assert "| 丙 | 公安局 |" not in text
    told = [(one.kind, one.where.sheet, one.values["words"]) for one in doubts]
    assert told == [
        (Doubt.HIDDEN_LINES, "Sheet", "3, C"),
        (Doubt.HIDDEN_SHEET, "草稿", "草稿"),
    ]


@pytest.mark.parametrize(
    ("value", "form", "shown", "told"),
    [
        (1, "General", "1", False),
        (1.0, "0", "1", False),
        (100.5, "0.00", "100.50", False),
        (1234.565, "#,##0.00", "1,234.57", False),
        (0.5, "0%", "50%", False),
        (0.125, "0.0%", "12.5%", False),
        (0.125, "0%", "13%", False),
        (1500.5, "General", "1500.5", False),
        (1500, '#,##0"元"', "1,500元", True),
        (650, "[$¥-804]#,##0.00;[Red]-0", "¥650.00", True),
        (0.45, '0.0"元/度"', "0.5元/度", True),
        (12, 'General"个月"', "12个月", True),
        (7, '"第"0"项"', "第7项", True),
        (5, "[DBNum1]General", "5", True),
        (5, '[>3]0"多";0"少"', "5", True),
        (dt.date(2026, 3, 6), 'm"月"d"日"', "3月6日", True),
        (dt.date(2026, 3, 6), 'yyyy"年"m"月"', "2026年3月", True),
        (dt.date(2026, 3, 6), "mm-dd-yy", "2026/3/6", True),
        (dt.date(2026, 3, 6), "[$-804]aaaa", "46087", True),
        ("甲_x000D_\n乙_x005F_", "@", "甲<br>乙_", False),
        (dt.date(2026, 1, 8), 'yyyy"年"m"月"d"日"', "2026年1月8日", True),
        (dt.date(2026, 1, 8), "yyyy-mm-dd", "2026-01-08", True),
        (True, "General", "TRUE", False),
        ("043188888888", "@", "043188888888", False),
        (7, "000", "007", False),
        (87160000123, '0000"-"00000000', "0871-60000123", True),
        (4008808888, '000"-"000"-"0000', "400-880-8888", True),
        (12345678901, '000"-"000"-"0000', "1234-567-8901", True),
        (1.5, "000", "1.5", True),
    ],
)
def test_numbers_are_given_as_shown_or_told(
    value: object, form: str, shown: str, *, told: bool
) -> None:
    """Numbers are given as shown or told."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["任务", "标准"])
    sheet.append(["甲", value])
    sheet["B2"].number_format = form
    _, text, doubts = read_content(write(book))[:3]
    assert text.split("\n")[-2] == f"| 甲 | {shown} |"
    kinds = [(one.kind, one.where.range, one.values["form"]) for one in doubts]
    assert kinds == ([(Doubt.SHOWN_OTHERWISE, "B2", form)] if told else [])


def test_what_a_cell_shows_beside_its_words_is_told_or_kept() -> None:
    """90 m² are no 90 m2; WPS writes a formula where it shows a picture; a comment hangs on one."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    raised = InlineFont(vertAlign="superscript")
    area = CellRichText("90m", TextBlock(raised, "2"), "以下", TextBlock(raised, "注"))
    sheet.append(["任务", "标准", "二维码"])
    sheet.append([area, "免费", '=DISPIMG("ID_0A",1)'])
    sheet.append(["乙", "免费", "码"])
    sheet["C2"].data_type = "s"
    sheet["B2"].comment = Comment("2027年起\n收费", "张")
    sheet["C4"] = "点击办理"
    sheet["C4"].hyperlink = "https://example.org/"
    sheet["A4"] = "丙"
    sheet["A4"].hyperlink = "https://example.org/"
    _, text, doubts = read_content(write(book))[:3]
    assert text.split("\n")[2] == "| 90m²以下注 | 免费 |  |"
    assert [(one.kind, one.where.range, one.values["words"]) for one in doubts] == [
        (Doubt.COMMENT, "B2", "2027年起 收费"),
        (Doubt.PICTURE, "C2", ""),
        (Doubt.LINK, "C4", "点击办理 → https://example.org/"),
    ]


def test_sheets_that_a_person_names_for_one_list_head_its_services() -> None:
    """By their names, unless programs gave these; a title above each head comes first."""
    for names, title, headings in (
        (("养老", "助残"), "", ["养老", "助残"]),
        (("Sheet1", "Sheet2"), "", []),
        (("2025", "2026年"), "", []),
        (("Sheet1", "Sheet2"), "服务", ["服务一", "服务二"]),
    ):
        book = openpyxl.Workbook()
        book.remove(book["Sheet"])
        for name, number in zip(names, "一二", strict=True):
            sheet = book.create_sheet(name)
            for row in ([f"{title}{number}"] if title else [], ["任务", "部门"], ["甲", "民政局"]):
                sheet.append(row)
            if title:
                sheet["A1"] = f"{title}{number}"
                sheet.merge_cells("A1:B1")
        text = read_content(write(book), (1, 2)).text
        rows = [f"| {heading} |  |" for heading in headings]
        drawn = [line for line in text.split("\n") if line.endswith("|  |")]
        assert drawn == rows, names


def test_a_sheet_that_was_printed_on_pages_beside_each_other_is_one_again() -> None:
    """Tables of as many rows and other columns, where a person names both."""
    book = openpyxl.Workbook()
    parts = (
        [["清单"], ["序号", "任务"], [1, "甲"], [2, "乙"]],
        [["部门", "电话"], ["民政局", "1"]],
    )
    for rows in (*parts, [["部门", "电话"], ["民政局", "1"], ["教育局", "2"]]):
        sheet = book.create_sheet()
        for row in rows:
            sheet.append(row)
    content = write(book)
    assert read_content(content, (1, 3)).text.split("\n")[2:] == [
        "| 序号 | 任务 | 部门 | 电话 |",
        "|---|---|---|---|",
        "| 1 | 甲 | 民政局 | 1 |",
        "| 2 | 乙 | 教育局 | 2 |",
        "",
    ]
    with pytest.raises(OtherColumnsError):
        read_content(content, (1, 2))


def test_words_that_are_struck_out_errors_and_dates_of_chinese_programs_are_told() -> None:
    """A struck part of a cell, a struck cell, #REF!, and a day whose format is a number alone."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["任务", "标准", "年龄"])
    old = TextBlock(InlineFont(strike=True), "80元")
    sheet.append(["甲", CellRichText("每月", old, "100元"), 46087])
    sheet.append(["乙", "5元", "#REF!"])
    sheet["B3"].font = Font(strike=True)
    sheet["C3"].data_type = "e"
    sheet["C2"].number_format = "0.00"
    content = rewrite(write(book), "xl/styles.xml", 'numFmtId="2"', 'numFmtId="58"')
    _, text, doubts = read_content(content)[:3]
    assert text.split("\n")[2:4] == ["| 甲 | 每月100元 | 3月6日 |", "| 乙 |  |  |"]
    assert [(one.kind, one.where.range, next(iter(one.values.values()))) for one in doubts] == [
        (Doubt.STRUCK, "B2", "80元"),
        (Doubt.SHOWN_OTHERWISE, "C2", "3月6日"),
        (Doubt.STRUCK, "B3", "5元"),
        (Doubt.NO_VALUE, "C3", "C3 #REF!"),
    ]


def test_a_sheet_without_a_table_is_its_paragraphs() -> None:
    """A sheet of instructions beside that of the list stops nothing."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["任务", "部门"])
    sheet.append(["甲", "民政局"])
    book.create_sheet("说明").append(["一、请勿改动表头。"])
    assert read_content(write(book))[1].endswith("| 甲 | 民政局 |\n\n一、请勿改动表头。\n")


def test_what_lies_upon_a_sheet_is_told() -> None:
    """Text boxes and pictures are no cells."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["任务", "部门"])
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    content = rewrite(
        write(book), "xl/worksheets/sheet1.xml", "</worksheet>", "<drawing/></worksheet>"
    )
    content = add(
        content,
        {
            "xl/worksheets/_rels/sheet1.xml.rels": (
                '<Relationships xmlns="r"><Relationship Id="rId1" '
                f'Type="{kind}/drawing" Target="../drawings/drawing1.xml"/></Relationships>'
            ),
            "xl/drawings/drawing1.xml": (
                '<x:wsDr xmlns:x="x" xmlns:a="a"><x:sp><a:p>'
                "<a:t>注：限</a:t><a:t>老人。</a:t></a:p></x:sp><x:pic/></x:wsDr>"
            ),
        },
    )
    doubts = read_content(content)[2]
    assert [(one.kind, one.where.sheet, one.values["words"]) for one in doubts] == [
        (Doubt.TEXT_BOX, "Sheet", "注：限老人。"),
        (Doubt.PICTURE, "Sheet", ""),
    ]


def test_the_strict_edition_of_a_sheet_is_read_alike() -> None:
    """Its parts have other names, of which openpyxl knows none."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["任务", "部门"])
    sheet.append(["甲", "民政局"])
    with zipfile.ZipFile(io.BytesIO(write(book))) as archive:
        parts = {name: archive.read(name).decode("utf-8") for name in archive.namelist()}
    loose = "http://schemas.openxmlformats.org/"
    for word, strict in (
        ("spreadsheetml/2006/", "spreadsheetml/"),
        ("officeDocument/2006/", "officeDocument/"),
    ):
        parts = {
            name: text.replace(loose + word, f"http://purl.oclc.org/ooxml/{strict}")
            for name, text in parts.items()
        }
    assert read_content(pack(parts))[1].split("\n")[2] == "| 甲 | 民政局 |"


def test_a_formula_without_a_result_is_told() -> None:
    """A formula without a result is told."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["任务", "标准"])
    sheet.append(["甲", "=1+1"])
    _, text, doubts = read_content(write(book))[:3]
    assert text.split("\n")[-2] == "| 甲 |  |"
    assert [(one.kind, one.where.range) for one in doubts] == [(Doubt.NO_VALUE, "B2")]


def test_a_broken_or_endless_workbook_is_refused() -> None:
    """A broken or endless workbook is refused."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.cell(1, MOST_COLUMNS + 1, "远")
    with pytest.raises(UnreadableError) as caught:
        read_content(write(book))
    assert caught.value.refusal == Refusal.TOO_MANY_CELLS
    with pytest.raises(UnreadableError) as caught:
        read_content(pack({"xl/workbook.xml": "<workbook/>"}))
    assert caught.value.refusal == Refusal.BROKEN


def test_several_tables_of_a_sheet_are_told_apart() -> None:
    """A head behind a blank row begins another table; one right below a row is repeated."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ["青山市清单"],
        ["序号", "服务项目", "服务内容"],
        [1, "入学", "提供学位。"],
        ["序号", "服务项目", "服务内容"],
        [2, "课后", "提供课后服务。"],
        [],
        ["联系电话"],
        ["单位", "联系人", "联系电话"],
        ["市教育局", "张三", "12345"],
    ):
        sheet.append(row)
    _, text, doubts = read_content(write(book))[:3]
    assert text.split("\n\n")[::2] == ["青山市清单", "联系电话\n"]
    assert "| 2 | 课后 | 提供课后服务。 |" in text
    assert [(one.kind, one.values["words"]) for one in doubts] == [
        (Doubt.OTHER_TABLE, "单位 联系人 联系电话")
    ]


def test_tables_beside_each_other_are_told_apart() -> None:
    """Rows of another table are no further columns of the list, but a blank column parts none."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ["序号", "服务项目", None, "服务内容", None, "单位", "电话"],
        [1, "助餐", None, "提供助餐。", None, "市民政局", "2121212"],
        [2, "助浴", None, "提供助浴。", None, "市卫生健康委", "3131313"],
    ):
        sheet.append(row)
    _, text, doubts = read_content(write(book))[:3]
    assert text.split("\n")[0] == "| 序号 | 服务项目 | 服务内容 |"
    assert [(one.kind, one.values["words"]) for one in doubts] == [(Doubt.OTHER_TABLE, "单位 电话")]


def test_a_cell_of_no_style_is_broken_and_nothing_is_printed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Openpyxl fails when it is asked for the style, and prints of others on its own."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["任务", "标准"])
    sheet["B1"].number_format = "0.00"
    part = "xl/worksheets/sheet1.xml"
    with pytest.raises(UnreadableError) as caught:
        read_content(rewrite(write(book), part, ' s="1"', ' s="99"'))
    assert caught.value.refusal == Refusal.BROKEN
    styled = rewrite(write(book), "xl/styles.xml", '(<cellXfs.*?<xf [^>]*?xfId=)"0"', r'\1"77"')
    assert read_content(styled)[1].startswith("| 任务 | 标准 |")
    assert capsys.readouterr().out == ""
