"""Texts in every encoding, rows divided by commas and tabs, and what is no text at all."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest
from carelist.formats import packages
from carelist.formats.document import Doubt, Format
from carelist.formats.limits import Refusal, UnreadableError
from carelist.formats.reading import read_content, read_file

from tests.formats.packing import pack

if TYPE_CHECKING:
    from pathlib import Path

LETTER = "关于印发清单的通知\r\n\r\n一、加强领导。\r\n"


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "gb18030", "gbk"],
)
def test_every_encoding_of_chinese_offices_is_read(encoding: str) -> None:
    """Every encoding of chinese offices is read."""
    form, text, doubts = read_content(LETTER.encode(encoding))[:3]
    assert (form, text, doubts) == (Format.TEXT, LETTER.replace("\r\n", "\n"), [])


ROWS = """\
青山市关爱服务清单{0}

类别{1}序号{1}服务内容{1}责任单位
学有所教{1}1{1}提供公办学位；
{2}对困难学生给予补助。{2}{1}市教育局
病有所医{1}2{1}就近接种疫苗。{1}市卫生健康委
"""
TORN = ROWS.replace("{0}", "").replace("{2}", "")
COPY = """\
青山市关爱服务清单

| 类别 | 序号 | 服务内容 | 责任单位 |
|---|---|---|---|
| 学有所教 | 1 | 提供公办学位；<br>对困难学生给予补助。 | 市教育局 |
| 病有所医 | 2 | 就近接种疫苗。 | 市卫生健康委 |
"""


@pytest.mark.parametrize("mark", [",", "\t", ";"])
def test_a_row_that_a_line_break_tore_is_one_and_is_told(mark: str) -> None:
    """A row that a line break tore is one and is told."""
    form, text, doubts = read_content(TORN.replace("{1}", mark).encode())[:3]
    assert (form, text) == (Format.CSV, COPY)
    told = [(one.kind, one.where.line, one.values["words"]) for one in doubts]
    assert told == [(Doubt.JOINED_LINE, 5, "对困难学生给予补助。")]


def test_cells_that_are_protected_from_spreadsheets_and_a_declaration_are_read() -> None:
    """Systems write numbers as formulas that give their digits, and say what parts the cells."""
    rows = 'sep=;\n序号;任务;电话\n1;甲;"=""0431-8888"""\n2;乙;="12345"\n'
    assert read_content(rows.encode())[1:3] == (
        "| 序号 | 任务 | 电话 |\n|---|---|---|\n| 1 | 甲 | 0431-8888 |\n| 2 | 乙 | 12345 |\n",
        [],
    )


def test_what_nobody_can_see_is_taken_out_and_told(tmp_path: Path) -> None:
    """What takes no place goes, a sign of a symbol font too; a lost character leaves its mark."""
    file = tmp_path / "notice.csv"
    file.write_text(
        "序号,任务,部门\n1,心理\u200b辅导,市\ue863局\n2,\uf0d8普法,甲\n", encoding="utf-8"
    )
    copy = read_file(file)
    assert copy.text.split("\n")[2:4] == ["| 1 | 心理辅导 | 市〓局 |", "| 2 | 普法 | 甲 |"]
    told = [(one.kind, one.where.row, one.where.column, dict(one.values)) for one in copy.doubts]
    assert told == [
        (Doubt.INVISIBLE, 2, 2, {"words": "心理辅导", "code": "U+200B"}),
        (Doubt.NO_CHARACTER, 2, 3, {"words": "市〓局", "code": "U+E863"}),
        (Doubt.SYMBOL, 3, 2, {"words": "U+F0D8"}),
    ]


def test_a_quoted_cell_may_hold_line_breaks() -> None:
    """A quoted cell may hold line breaks."""
    rows = 'a,序号,"内容，有""引号""\n第二行"\n甲,1,乙\n丙,2,丁\n'
    assert read_content(rows.encode())[1:3] == (
        (
            '| a | 序号 | 内容，有"引号"<br>第二行 |\n|---|---|---|\n'
            "| 甲 | 1 | 乙 |\n| 丙 | 2 | 丁 |\n"
        ),
        [],
    )


def test_a_section_of_one_cell_is_no_torn_row_but_is_told() -> None:
    """A section of one cell is no torn row but is told."""
    rows = "序号,任务,部门\n一、教育\n1,甲,教育局\n2,乙,教育局\n"
    _, text, doubts = read_content(rows.encode())[:3]
    assert text.split("\n")[2:4] == ["| 一、教育 |  |  |", "| 1 | 甲 | 教育局 |"]
    told = [(one.kind, one.where.line, dict(one.values)) for one in doubts]
    assert told == [(Doubt.UNEVEN_ROW, 2, {"found": "1", "expected": "3"})]


def test_a_table_with_bars_is_left_as_it_is() -> None:
    """A table with bars is left as it is."""
    text = "标题，一,二,三\n\n| 序号 | 任务 |\n|---|---|\n| 1 | 甲,乙,丙 |\n"
    assert read_content(text.encode())[:3] == (Format.TEXT, text, [])


def test_radicals_are_read_as_characters_and_told(tmp_path: Path) -> None:
    """Radicals are read as characters and told."""
    file = tmp_path / "notice.txt"
    file.write_text("⻓春市⺠政局 ⼾籍\n", encoding="utf-8")
    copy = read_file(file)
    assert copy.text == "长春市民政局 户籍\n"
    told = [(one.kind, dict(one.values)) for one in copy.doubts]
    assert told == [(Doubt.RADICAL, {"printed": "⻓⺠⼾", "read": "长民户"})]


LINK = '<Relationship Type="a/officeDocument" Target="xl/workbook.bin"/>'
BINARY = f"<Relationships>{LINK}</Relationships>"
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 64


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        (OLD + "WordDocument".encode("utf-16-le"), Refusal.OLD_WORD),
        (OLD + "Workbook".encode("utf-16-le"), Refusal.OLD_EXCEL),
        (OLD + "EncryptedPackage".encode("utf-16-le"), Refusal.LOCKED),
        (OLD, Refusal.OLD_OFFICE),
        (b"{\\rtf1\\ansi}", Refusal.RICH_TEXT),
        (b"\x89PNG\r\n\x1a\n0000", Refusal.PICTURE),
        (b"\xff\xd8\xff\xe0", Refusal.PICTURE),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related", Refusal.WEB_ARCHIVE),
        (b"%PDF-1.7\nnothing", Refusal.BROKEN),
        (b"\x00\x01\x02\x03\xff\xfe\x81", Refusal.NOT_TEXT),
        (b"\xff\xff\xff\x80", Refusal.NOT_TEXT),
        (pack({"a.txt": "a"})[:40], Refusal.BROKEN),
        (pack({"_rels/.rels": BINARY, "xl/workbook.bin": "0"}), Refusal.BINARY_EXCEL),
        (pack({"OFD.xml": "<ofd:OFD xmlns:ofd='http://www.ofdspec.org/2016'/>"}), Refusal.OFD),
        (b'<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?>', Refusal.OFFICE_XML),
        (b'<?xml version="1.0"?>\n<Workbook xmlns="urn:schemas"/>', Refusal.OFFICE_XML),
    ],
    ids=[
        "doc",
        "xls",
        "locked",
        "ole",
        "rtf",
        "png",
        "jpg",
        "mhtml",
        "pdf",
        "binary",
        "bytes",
        "zip",
        "xlsb",
        "ofd",
        "word 2003",
        "excel 2003",
    ],
)
def test_what_is_no_readable_file_is_named(content: bytes, refusal: Refusal) -> None:
    """What is no readable file is named."""
    with pytest.raises(UnreadableError) as caught:
        read_content(content)
    assert caught.value.refusal == refusal


def test_a_package_that_unpacks_to_more_than_is_read_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A package that unpacks to more than is read is refused, however small it is."""
    monkeypatch.setattr(packages, "MOST_BYTES", 10_000)
    file = tmp_path / "large.docx"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 10_001)
    assert file.stat().st_size < 1_000
    with pytest.raises(UnreadableError) as caught:
        read_file(file)
    assert caught.value.refusal == Refusal.TOO_LARGE
