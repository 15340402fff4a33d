"""What spreadsheets hold and do not show, and show otherwise than they hold."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile

import openpyxl
import pytest
from carelist.formats.document import Doubt, Format
from carelist.formats.limits import MOST_COLUMNS, Refusal, UnreadableError
from carelist.formats.reading import read_content

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
        (1500.5, "General", "1500.5", False),
        (1500, '#,##0"元"', "1500", True),
        (dt.date(2026, 1, 8), 'yyyy"年"m"月"d"日"', "2026年1月8日", True),
        (dt.date(2026, 1, 8), "yyyy-mm-dd", "2026-01-08", True),
        (True, "General", "TRUE", False),
        ("043188888888", "@", "043188888888", False),
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
