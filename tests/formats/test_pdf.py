"""PDFs whose pages are turned, have no text, or words where no cell is."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pypdfium2
import pytest
import typst
from carelist.catalog.table_lines import join_lines
from carelist.formats.document import Doubt, Format
from carelist.formats.limits import Refusal, UnreadableError
from carelist.formats.reading import read_content
from carelist.intake.orders import Request, take_in
from carelist.publicity.glyphs import FONTS
from PIL import Image

from tests.speaking import EN

if TYPE_CHECKING:
    from pathlib import Path

TABLE = "table(columns: (4em, 3em, 8em, 6em), {})"
CELLS = (
    "[类别], [序号], [任务], [部门], "
    "table.cell(rowspan: 2)[教育], [1], [甲], [教育局], [2], [乙], [教育局]"
)
COPY = (
    "| 类别 | 序号 | 任务 | 部门 |\n|---|---|---|---|\n"
    "| 教育 | 1 | 甲 | 教育局 |\n| 教育 | 2 | 乙 | 教育局 |\n"
)


def set_page(body: str, settings: str = "") -> bytes:
    """Set a page in the project's own font."""
    source = f'#set page(paper: "a4", {settings})\n#set text(font: "Noto Sans SC")\n{body}'
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[str(FONTS)])
    compiler = typst.Compiler(source.encode(), font_paths=fonts)
    pdf = compiler.compile(format="pdf")
    assert isinstance(pdf, bytes)
    return pdf


@pytest.mark.parametrize("degrees", [90, 270])
def test_a_page_that_is_shown_turned_is_read_as_it_is_shown(degrees: int) -> None:
    """A page that is shown turned is read as it is shown."""
    body = f"#rotate(-{degrees}deg, reflow: true, {TABLE.format(CELLS)})"
    document = pypdfium2.PdfDocument(set_page(body))
    document[0].set_rotation(degrees)
    stream = io.BytesIO()
    document.save(stream)
    assert read_content(stream.getvalue())[:3] == (Format.PDF, COPY, [])


def test_words_on_a_line_between_cells_are_told() -> None:
    """Words on a line between cells are told."""
    drawn = TABLE.format(CELLS)
    lost = "#place(top + left, dx: 3em, dy: 0pt, line(length: 3cm))"
    body = f"{lost}\n#{drawn}\n\n第二段"
    assert read_content(set_page(body))[1] == COPY + "\n第二段\n"


def test_a_table_without_lines_is_refused_with_what_helps(lakeside: Path, tmp_path: Path) -> None:
    """Nothing is guessed from where words stand."""
    file = tmp_path / "notice.pdf"
    file.write_bytes(set_page(f"#{TABLE.format(f'stroke: none, {CELLS}')}"))
    done = take_in(Request(lakeside, file, "2032", tmp_path / "draft", None), EN)
    assert (done.is_done, done.lines[-1].partition(";")[0]) == (
        False,
        f"{file}: no table with lines around its cells",
    )
    assert "open the PDF in Word or WPS, save it as .docx" in done.lines[-1]
    assert not (tmp_path / "draft").exists()


def test_a_picture_of_a_page_is_a_scan() -> None:
    """A picture of a page is a scan."""
    stream = io.BytesIO()
    Image.new("RGB", (200, 300), "white").save(stream, "PDF")
    with pytest.raises(UnreadableError) as caught:
        read_content(stream.getvalue())
    assert caught.value.refusal == Refusal.SCAN


def test_paragraphs_are_parted_as_the_eye_parts_them_and_page_numbers_are_none() -> None:
    """Paragraphs are parted as the eye parts them and page numbers are none."""
    long = "为贯彻落实方案，市民政局等部门结合实际制定了清单，现印发给你们，请认真抓好落实。" * 40
    body = (
        "#align(center)[#text(size: 16pt)[关于印发清单的通知]]\n\n各县区民政局：\n\n"
        f"#par(first-line-indent: (amount: 2em, all: true))[{long}]\n\n"
        "#par(first-line-indent: (amount: 2em, all: true))[二、加强领导。]"
    )
    form, text, doubts = read_content(set_page(body, 'numbering: "— 1 —"'))[:3]
    assert (form, doubts) == (Format.PDF, [])
    assert text.split("\n\n") == ["关于印发清单的通知", "各县区民政局：", long, "二、加强领导。\n"]


def test_lines_meet_without_a_space_but_between_words_of_an_alphabet() -> None:
    """Lines meet without a space but between words of an alphabet."""
    assert join_lines(["关爱", "服务", "5", "项 of", "the list"]) == "关爱服务5项 of the list"


def test_words_in_a_corner_that_no_lines_close_are_told() -> None:
    """Words in a corner that no lines close are told."""
    lines = [(0, 1, 6, 1), (3, 0, 3, 1), (6, 0, 6, 1)]
    drawn = "".join(
        f"place(line(start: ({x0}cm, {y0}cm), end: ({x1}cm, {y1}cm)));" for x0, y0, x1, y1 in lines
    )
    words = "".join(
        f"place(dx: {x}cm, dy: {y}cm)[{text}];"
        for x, y, text in [(0.2, 0.3, "类别"), (3.2, 0.3, "序号"), (6.2, 0.3, "失落")]
    )
    body = f"#place({{place(rect(width: 9cm, height: 2cm)); {drawn}{words}}})"
    _, text, doubts = read_content(set_page(body))[:3]
    assert text == "| 类别 | 序号 |\n|---|---|\n"
    assert [(one.kind, one.where.page, one.values["words"]) for one in doubts] == [
        (Doubt.NO_CELL, 1, "失落")
    ]


def test_a_line_that_the_author_broke_in_a_cell_is_one_of_its_own() -> None:
    """A line that its cell broke is none; a space that is set between names stays."""
    wrapped = "按规定发放生活补助，落实“5+2”课后服务"
    cells = (
        f"[序号], [任务], [部门], [1], [{wrapped}], [市教育局 \\ 市公安局], "
        "[2], [提供服务], [市民政局 市财政局]"
    )
    body = f"#table(columns: (3em, 9em, 12em), {cells})"
    assert read_content(set_page(body))[1].split("\n")[2:4] == [
        f"| 1 | {wrapped} | 市教育局<br>市公安局 |",
        "| 2 | 提供服务 | 市民政局 市财政局 |",
    ]


def test_short_paragraphs_are_parted_by_their_size_and_their_ordinals() -> None:
    """No line of a short letter reaches the margin: each is a paragraph."""
    lines = ["各区民政局：", "现将清单印发给你们，请认真落实。", "一、加强领导。请抓好落实。"]
    body = "#text(size: 18pt)[青山市关爱服务清单]\n\n" + "\n\n".join(lines)
    text = read_content(set_page(body))[1]
    assert text.split("\n\n") == ["青山市关爱服务清单", *lines[:2], f"{lines[2]}\n"]
