"""PDFs whose pages are turned, have no text, or words where no cell is."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pypdfium2
import pytest
import typst
from carelist.catalog.table_lines import join_lines
from carelist.formats.choosing import ManyTablesError
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


HEADED = "[序号], [任务], [部门]"
WORDS = "按照规定提供服务。"


def set_long(settings: str, *, head: str = "{}") -> bytes:
    """Set a table that goes on over two pages, with or without its head once more."""
    rows = "".join(f", [{at}], [{WORDS * 40}], [民政局]" for at in range(1, 8))
    body = f"#table(columns: (3em, 1fr, 5em), {head.format(HEADED)}{rows})"
    return set_page(f"清单\n\n{body}", f"flipped: true, {settings}")


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ("header: [云岭市民政局], footer: align(center)[内部资料]", ["内部资料", "云岭市民政局"]),
        ("header: context if here().page() > 1 [续表]", []),
        ("header: context if here().page() > 1 [基本服务清单]", []),
    ],
    ids=["on each page", "that says so", "on the second page"],
)
def test_heads_and_feet_of_pages_do_not_cut_a_table(settings: str, told: list[str]) -> None:
    """What each page repeats is told once, and is no paragraph between two tables."""
    _, text, doubts = read_content(set_long(settings))[:3]
    rows = [line for line in text.split("\n") if line.startswith("| ")]
    numbers = [row.split(" | ")[0].removeprefix("| ") for row in rows]
    assert numbers == ["序号", *map(str, range(1, 8))]
    assert [one.values["words"] for one in doubts if one.kind is Doubt.RUNNING] == told


def test_what_is_drawn_around_words_is_no_line_of_a_table() -> None:
    """A shade, a box, a line below words, and a small table stand within one cell."""
    inner = "table(columns: 2, [80岁], [50元], [90岁], [90元])"
    marked = f"#highlight[每月]发放#box(stroke: 1pt, inset: 1pt)[津贴]#underline[100元] #{inner}"
    body = f"#table(columns: (3em, 12em, 6em), {HEADED}, [1], [{marked}], [民政局])"
    _, text, doubts = read_content(set_page(body))[:3]
    assert text.split("\n")[2] == "| 1 | 每月发放津贴100元80岁 50元<br>90岁 90元 | 民政局 |"
    told = [(one.kind, one.values["words"]) for one in doubts]
    assert told == [(Doubt.NESTED_TABLE, "80岁 50元 90岁 90元")]


def test_lines_of_dashes_and_dots_are_lines() -> None:
    """Some programs draw each dash by itself."""
    drawn = "".join(
        f"for at in range({count}) {{ place(dx: {dx}, dy: {dy}, rect(width: {width}pt, height: "
        f"{height}pt, fill: black)) }};"
        for dx, dy, width, height, count in (
            *((f"{x}pt", "at * 3.8pt", 0.7, 2.2, 21) for x in (0, 60, 160, 240)),
            *(("at * 1.5pt", f"{y}pt", 0.7, 0.7, 161) for y in (0, 40, 80)),
        )
    )
    cells = "".join(
        f"place(dx: {x}pt, dy: {y}pt)[{text}];"
        for x, y, text in (
            *((4, 10, "序号"), (64, 10, "任务"), (164, 10, "部门")),
            *((4, 50, "1"), (64, 50, "甲"), (164, 50, "民政局")),
        )
    )
    assert read_content(set_page(f"#place({{{drawn}{cells}}})"))[1] == (
        "| 序号 | 任务 | 部门 |\n|---|---|---|\n| 1 | 甲 | 民政局 |\n"
    )


def test_words_aslant_and_words_that_are_cut_off_are_left_out_and_told() -> None:
    """A watermark lies upon cells; words that are not drawn stand in the file all the same."""
    cut = "#box(clip: true, width: 2em, height: 3pt)[#place(dy: 20pt)[暗藏]]"
    body = f"#table(columns: (3em, 9em, 6em), {HEADED}, [1], [甲{cut}], [民政局])"
    mark = "background: rotate(30deg, text(40pt)[内部资料])"
    _, text, doubts = read_content(set_page(body, f"width: 12cm, height: 6cm, {mark}"))[:3]
    assert text.split("\n")[2] == "| 1 | 甲 | 民政局 |"
    assert [(one.kind, one.where.page, one.values["words"]) for one in doubts] == [
        (Doubt.WATERMARK, 1, "内部资料"),
        (Doubt.HIDDEN_TEXT, 1, "暗藏"),
    ]


@pytest.mark.parametrize(
    ("down", "right", "row", "words"),
    [(10, 40, 3, "压线"), (3, 0, 2, "压甲")],
    ids=["line", "words"],
)
def test_words_upon_a_line_or_upon_other_words_are_told(
    down: int, right: int, row: int, words: str
) -> None:
    """Nothing tells of which cell they are: a row too low for its words is printed so."""
    upon = f"#place(dx: {right}pt, dy: {down}pt)[压线]"
    rows = f"[1], [{upon}甲], [民政局], [2], [乙], [教育局]"
    told = read_content(set_page(f"#table(columns: (3em, 9em, 6em), {HEADED}, {rows})"))[2]
    assert [(one.kind, one.where.row, one.where.column) for one in told] == [
        (Doubt.ACROSS_LINES, row, 2)
    ]
    assert told[0].values["words"] == words


def test_borders_of_a_page_that_miss_each_other_by_a_little_are_one() -> None:
    """As of a Word file whose borders were dragged, with a last row that only measures."""
    cells = (
        "[序号], table.cell(colspan: 2)[任务], [部门], table.cell(colspan: 2)[1], [甲], [民政局]"
        ", [], [], [], []"
    )
    sizes = "columns: (3em, 8pt, 8em, 6em), rows: (auto, auto, 5pt), inset: (y: 2pt)"
    body = f"#table({sizes}, {cells})"
    assert read_content(set_page(body)).text.split("\n")[::2] == [
        "| 序号 | 任务 | 部门 |",
        "| 1 | 甲 | 民政局 |",
    ]


@pytest.mark.parametrize(
    ("rows", "is_asked"),
    [
        ("[1], [丙], [民政局], [2], [丁], [民政局]", True),
        ("[3], [丙], [民政局]", False),
        ("table.cell(colspan: 3)[二、助残], [1], [丙], [民政局]", False),
    ],
    ids=["anew", "on", "under a heading"],
)
def test_numbers_that_begin_anew_on_the_next_page_are_of_another_list(
    rows: str, *, is_asked: bool
) -> None:
    """Nothing else may tell: the head is the same, and no title stands between."""
    table = f"#table(columns: (3em, 1fr, 5em), {HEADED}, {{}})"
    first = table.format("[1], [甲], [民政局], [2], [乙], [民政局]")
    content = set_page(f"{first}\n#pagebreak()\n{table.format(rows)}")
    if is_asked:
        with pytest.raises(ManyTablesError):
            read_content(content)
    else:
        assert "丙" in read_content(content).text


def test_words_that_are_struck_out_are_told_and_words_above_a_line_are_read() -> None:
    """As a print of tracked changes has them; an underline is no line through words."""
    cells = (
        "[序号], [任务], [部门], [1], [每月#strike[500]#underline[800]元], [民政#strike[事务]局]"
    )
    copy = read_content(set_page(f"#table(columns: (3em, 9em, 6em), {cells})"))
    assert copy.text.split("\n")[2] == "| 1 | 每月800元 | 民政局 |"
    assert [(one.kind, one.where.page, one.values["words"]) for one in copy.doubts] == [
        (Doubt.STRUCK, 1, "500"),
        (Doubt.STRUCK, 1, "事务"),
    ]


def test_digits_that_stand_above_the_line_stay_there() -> None:
    """60 m² are no 60 m2; the number of a note stays behind what it is about."""
    cells = (
        "[序号], [任务#super[1]], [部门], [1], [60m#super[2]以下，10#super[12]，CO#sub[2]], [甲]"
    )
    raised = "#set super(typographic: false)\n#set sub(typographic: false)\n"
    text = read_content(set_page(f"{raised}#table(columns: (3em, 12em, 6em), {cells})")).text
    assert text.split("\n")[::2] == ["| 序号 | 任务¹ | 部门 |", "| 1 | 60m²以下，10¹²，CO2 | 甲 |"]
