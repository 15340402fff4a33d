"""An intake from the file that a clerk has: the same draft as from text, and its proof."""

from __future__ import annotations

import hashlib
import io
from html import escape
from typing import TYPE_CHECKING

import openpyxl
import pytest
from carelist.catalog.kinds import Kind
from carelist.catalog.located_yaml import parse_yaml
from carelist.cli import main
from carelist.eligibility.inspecting import inspect_list
from click.testing import CliRunner

from tests.formats.packing import make_docx, write_cell, write_paragraph, write_run, write_table
from tests.intake.tables import HEAD, list_cells

if TYPE_CHECKING:
    from pathlib import Path

    from carelist.catalog.revision import Catalog

NUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)


def run(*words: str | Path, language: str = "en", ends: int = 0) -> list[str]:
    """Run the command and give the lines that it says."""
    arguments = [*map(str, words), "--lang", language]
    result = CliRunner().invoke(main, arguments, env={"LC_ALL": "C.UTF-8"})
    assert result.exit_code == ends, result.output
    return result.output.splitlines()


def write_letter(catalog: Catalog) -> list[str]:
    """The paragraphs of a sound notice of the next year."""
    revision = catalog.revisions[0]
    notice = revision.notice
    texts = [notice.number, notice.title, notice.addressees, notice.opening]
    texts += [measure.text for measure in notice.measures]
    texts += [notice.disclosure, notice.signatory, notice.colophon, notice.table_title]
    return [text.source.replace(revision.id, "2026") for text in texts if text]


def list_runs(cells: list[list[str]]) -> list[int]:
    """For each row how many rows from it on have its pillar, 0 where the one above has it too."""
    names = [row[0] for row in cells]
    return [
        0 if at and names[at - 1] == name else [*names[at:], ""].index(_other(names, at))
        for at, name in enumerate(names)
    ]


def _other(names: list[str], at: int) -> str:
    return next((name for name in names[at:] if name != names[at]), "")


def make_word(catalog: Catalog, cells: list[list[str]]) -> bytes:
    """The notice in Word: pillars merged, rows numbered by Word itself, departments a line each."""
    letter = "".join(write_paragraph(write_run(escape(text))) for text in write_letter(catalog))
    rows = [[write_cell(text) for text in HEAD]]
    for count, row in zip(list_runs(cells), cells, strict=True):
        merged = '<w:vMerge w:val="restart"/>' if count else "<w:vMerge/>"
        names = row[5].split()
        bodies = "".join(write_paragraph(write_run(name)) for name in names)
        rows.append(
            [
                write_cell(row[0] if count else "", merged),
                write_cell("", paragraph=NUMBERED),
                *(write_cell(escape(text)) for text in row[2:5]),
                f"<w:tc>{bodies}</w:tc>",
            ]
        )
    return make_docx(letter + write_table(rows), numbering=NUMBERING)


def make_page(catalog: Catalog, cells: list[list[str]]) -> bytes:
    """The notice as a page in GBK, whose merged cells are spans and whose cells hold paragraphs."""
    letter = "".join(f"<p>{escape(text)}</p>" for text in write_letter(catalog))
    lines = ["".join(f"<th>{text}</th>" for text in HEAD)]
    for count, row in zip(list_runs(cells), cells, strict=True):
        first = f"<td rowspan={count}><p>{row[0]}</p></td>" if count else ""
        lines.append(first + "".join(f"<td><p>{escape(text)}</p></td>" for text in row[1:]))
    table = "".join(f"<tr>{line}</tr>" for line in lines)
    page = f"<!DOCTYPE html><meta charset=gbk><body>{letter}<table>{table}</table>"
    return page.encode("gb18030")


def make_sheet(catalog: Catalog, cells: list[list[str]]) -> bytes:
    """The notice as a sheet: its letter in cells of their own, pillars merged."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    letter = write_letter(catalog)
    for text in letter:
        sheet.append([text])
    sheet.append(HEAD)
    top = len(letter) + 2
    for at, (count, row) in enumerate(zip(list_runs(cells), cells, strict=True)):
        sheet.append([row[0] if count else "", int(row[1]), *row[2:]])
        if count > 1:
            sheet.merge_cells(f"A{top + at}:A{top + at + count - 1}")
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("name", "make", "told"),
    [
        (
            "通知.docx",
            make_word,
            [
                (
                    "lists that the word processor numbers by itself, 1; "
                    "their numbers were worked out:"
                ),
                "  table 1, row 2, column 2: '1.' to '32.'",
            ],
        ),
        ("通知.html", make_page, []),
        ("通知.xlsx", make_sheet, []),
    ],
)
def test_a_sound_file_gives_all_160_cells_for_certain(  # noqa: PLR0913, PLR0917  # fixtures
    name: str,
    make: object,
    told: list[str],
    changchun: Path,
    real: Catalog,
    tmp_path: Path,
) -> None:
    """The draft has the services of last year's list, and is proved against the copy kept."""
    assert callable(make)
    cells = list_cells(real, real.revisions[0])
    content = make(real, cells)
    (tmp_path / name).write_bytes(content)
    said = run("intake", tmp_path / name, "--revision", "2026", "--catalog", changchun)
    form = name.rpartition(".")[2].upper()
    head = (
        f"{name}: read as {form}; its words are kept as text, and the copy is proved against them"
    )
    assert said[: 1 + len(told)] == [head, *told]
    assert "certain: 160 cells" in said
    assert "guessed: 0 cells, 0 of them doubtful; the least sure first" in said
    old, new = (changchun / "revisions" / year for year in ("2025", "2026"))
    assert _plain(new / "services.yml") == _plain(old / "services.yml")
    notice = _plain(new / "notice.yml")
    assert isinstance(notice, dict)
    digest = hashlib.sha256(content).hexdigest()
    assert notice["original"] == {"file": name, "sha256": digest}
    problems = inspect_list(changchun).drafts["2026"].problems
    assert [problem.kind for problem in problems] == [
        Kind.STALE_TRANSLATION,
        Kind.STALE_TRANSLATION,
    ]


def _plain(path: Path) -> object:
    root = parse_yaml(path.name, path.read_bytes()).root
    assert root is not None
    return root.to_plain()


def test_what_is_in_doubt_is_told_in_the_language_of_the_clerk(
    changchun: Path, real: Catalog, tmp_path: Path
) -> None:
    """A tracked change stands first in the report, with its place; many of a kind are counted."""
    cells = list_cells(real, real.revisions[0])
    change = (
        f"<w:del><w:r><w:delText>500</w:delText></w:r></w:del><w:ins>{write_run('800')}</w:ins>"
    )
    changes = "".join(write_paragraph(write_run("每年"), change) for _ in range(6))
    rows = [[write_cell(text) for text in row] for row in [HEAD, *cells]]
    file = tmp_path / "notice.docx"
    file.write_bytes(make_docx(changes + write_table(rows)))
    said = run("intake", file, "--revision", "2026", "--catalog", changchun, language="zh")
    assert said[:8] == [
        "notice.docx：按 DOCX 读取；文字存为文本，核对都以这份文本为准",
        "修订痕迹 6 处；取的是修订以后的字，请确定修订是否算数：",
        *(f"  第 {at} 段（行）：删去“500”，加上“800”" for at in range(1, 6)),
        "  还有 1 处：第 6 段（行）",
    ]


@pytest.mark.parametrize(
    ("content", "language", "told"),
    [
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"),
            "zh",
            "是 2007 年以前的 Word 文件（.doc）；请用 Word 或 WPS 打开，另存为 .docx",
        ),
        (
            b"\x89PNG\r\n\x1a\n",
            "en",
            (
                "a picture; nothing is guessed from pictures, "
                "ask for the file that it was made of, or type the text"
            ),
        ),
    ],
    ids=["doc", "png"],
)
def test_a_file_that_cannot_be_read_is_refused_and_nothing_is_written(
    content: bytes, language: str, told: str, changchun: Path, tmp_path: Path
) -> None:
    """The message says what the file is and what helps."""
    file = tmp_path / "notice.docx"
    file.write_bytes(content)
    words = ("intake", file, "--revision", "2026", "--catalog", changchun)
    mark = "：" if language == "zh" else ": "
    assert run(*words, language=language, ends=1) == [f"{file.as_posix()}{mark}{told}"]
    assert not (changchun / "revisions" / "2026").exists()


def test_a_cell_is_cited_where_it_stands_behind_a_column_without_words(
    lakeside: Path, tmp_path: Path
) -> None:
    """The column counts where a person counts it, though it is none of the list's."""
    rows = [
        ["序号", "频次", "任务内容", "措施", "责任部门"],
        ["1", "", "提供学位。", "免试。", "市教育局"],
        ["2", "", "接种疫苗。", "免费。", "市卫生健康委"],
    ]
    file = tmp_path / "notice.docx"
    file.write_bytes(make_docx(write_table([[write_cell(text) for text in row] for row in rows])))
    said = run("intake", file, "--revision", "2032", "--catalog", lakeside)
    told = [line for line in said if line.startswith("a doubtful column")]
    assert [line.partition(":")[0] for line in told] == [
        "a doubtful column (table 1, row 1, column 4)"
    ]
