"""Tables: their columns for ever, their rows, no formula, the same in CSV and in the workbook."""

from __future__ import annotations

import codecs
import csv
import errno
import gc
import io
import json
import subprocess
import tempfile
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

import pytest
from carelist.exports.files import COLUMNS
from carelist.exports.tables.csv_files import FORMULA, mark_formula, write_csv
from carelist.exports.tables.rows import make_tables
from carelist.exports.tables.shape import Column, Row, Table, write_cell
from carelist.exports.tables.workbook import write_workbook
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from tests.conftest import CLOUDBRIDGE
from tests.exports.opening import GOLDEN, list_whole, unmark
from tests.site.building import read_site
from tools.office import HOW_TO_GET_IT, find_office

if TYPE_CHECKING:
    from pathlib import Path

    from carelist.site.site import Site

NASTY = [
    *("=1+1", "+1", "-1", "@SUM(A1)", "＝1", "＋1", "－1", "＠1", "'=1", "''", "'", "\t=1", "\r=1"),
    *('=HYPERLINK("x")', "1,5", "1.50", "007", "1E5", "2031-01-02", "3/4", "TRUE", "#N/A", 'a"b'),
    *("_x000D_", "a_x0041_b", "_x005F_x0041_", "_x_", " =1 ", "\u3000全角", "𠮷😀", "שלום", "]]>"),
    *(
        "&lt;",
        "<b>",
        "<r>",
        "<r></r>",
        "<r><t>b</t>\n</r>",
        "a\r\nb",
        "|",
        ";",
        "\\",
        "a\nb",
        '"',
        '""',
        ",",
        "x" * 300,
    ),
]
"""Texts that no list has yet, and that a spreadsheet would calculate or cut."""
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["C"]), min_size=1, max_size=20)


def read_csv(content: bytes) -> list[list[str]]:
    """The cells of a CSV file, as its page says that a program reads them."""
    assert content.startswith(codecs.BOM_UTF8)
    lines = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True)
    return [[unmark(cell) for cell in line] for line in lines]


def make_table(texts: list[str]) -> Table:
    """A table of one column."""
    rows: list[Row] = [{"text": text} for text in texts]
    return Table("services", (Column("text", "text"),), ("text",), lambda: iter(rows))


def test_the_columns_are_those_that_were_promised(site: Site, *, update_golden: bool) -> None:
    """In the order in which they were published; a further one is told in the changelog."""
    tables = make_tables(site.open_data.edition)
    found = {table.name: [column.name for column in table.columns] for table in tables}
    golden = GOLDEN / "columns.json"
    if update_golden:
        golden.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    assert found == json.loads(golden.read_bytes())


def test_the_real_list_has_so_many_rows(site: Site) -> None:
    """32 services in 69 clauses, 15 departments, 6 pillars, and nothing yet that changed."""
    counts = {t.name: sum(1 for _ in t.list_rows()) for t in make_tables(site.open_data.edition)}
    assert counts == {
        "services": 32,
        "clauses": 69,
        "departments": 15,
        "pillars": 6,
        "readings": 84,
        "changes": 0,
    }


def test_rows_have_no_cell_beside_the_columns(site: Site) -> None:
    """Whatever a row says has its column, and what is needed is there."""
    for origin in (site, read_site(CLOUDBRIDGE)):
        for table in make_tables(origin.open_data.edition):
            names = {column.name for column in table.columns}
            needed = {column.name for column in table.columns if column.is_needed}
            for row in table.list_rows():
                assert set(row) <= names
                assert {name for name in needed if row.get(name) in {None, ""}} == set()


@pytest.mark.parametrize("text", NASTY)
def test_nothing_is_calculated(text: str) -> None:
    """What a spreadsheet would calculate has a mark before it, and is the same without."""
    marked = mark_formula(text)
    assert not marked.startswith(tuple(sign for sign in FORMULA if sign != "'"))
    assert unmark(marked) == text


@given(st.lists(st.sampled_from(NASTY) | TEXTS, min_size=1, max_size=8))
@settings(max_examples=25)
def test_tables_give_back_what_went_in(texts: list[str]) -> None:
    """To the character, from CSV and from the workbook, whatever a text begins with.

    But for line ends, which a cell has as one character.
    """
    table = make_table(texts)
    assert read_csv(write_csv(table)) == [["text"], *([text] for text in texts)]
    in_cells = [text.replace("\r\n", "\n").replace("\r", "\n") for text in texts]
    assert read_book(table) == ["text", *in_cells]


def read_book(table: Table) -> list[str]:
    """The cells of a table's first column in a workbook."""
    book = write_workbook(("about", [["x"]]), [table], "2031-01-02")
    sheet = load_workbook(io.BytesIO(book), read_only=True)["services"]
    return [str(row[0]) for row in sheet.iter_rows(values_only=True)]


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_full_disk_is_told_as_such(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the library makes of it, which leaves files open: no file is left behind."""

    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr("xlsxwriter.workbook.ZipFile", refuse)
    with pytest.raises(OSError, match="No space left"):
        read_book(make_table(["a"]))
    gc.collect()
    assert not [*tmp_path.iterdir()]


@pytest.mark.parametrize("sign", ["长", "𠮷"])
def test_a_text_that_no_cell_can_hold_is_cut_and_says_so(sign: str) -> None:
    """At 32,767 units of UTF-16, and never through a character; CSV has it whole."""
    units = len(sign.encode("utf-16-le")) // 2
    longest, longer = sign * (32_767 // units), sign * 32_768
    told = read_book(make_table([longest, longer]))
    assert told[1] == longest
    assert told[2] == sign * (32_766 // units) + "…"
    assert read_csv(write_csv(make_table([longer])))[1] == [longer]


def test_every_cell_of_the_workbook_is_a_text(site: Site) -> None:
    """No number, no date, no formula; and the same bytes each time."""
    content = list_whole(site)["list.xlsx"].content
    book = load_workbook(io.BytesIO(content))
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert kinds == {"s", "n"}
    numbers = [c.value for s in book for row in s.iter_rows() for c in row if c.data_type == "n"]
    assert set(numbers) == {None}
    again = replace(site.open_data)
    assert {file.path: file.content for file in again.files}["list.xlsx"] == content


def test_the_workbook_says_what_the_csv_files_say(site: Site) -> None:
    """Sheet by sheet; the first explains the columns of the others."""
    files = list_whole(site)
    book = load_workbook(io.BytesIO(files["list.xlsx"].content), read_only=True)
    assert book.sheetnames == [
        *("columns", "services", "clauses", "departments", "pillars", "readings", "changes")
    ]
    for sheet in book:
        rows = [[cell or "" for cell in row] for row in sheet.iter_rows(values_only=True)]
        width = len(rows[0])
        read = read_csv(files[f"{sheet.title}.csv"].content)
        assert [row + [""] * (width - len(row)) for row in rows] == read


def test_every_column_is_explained(site: Site) -> None:
    """In both languages."""
    rows = read_csv(list_whole(site)["columns.csv"].content)
    assert rows[0] == ["table", "column", "kind", "title_zh", "title_en", "about_zh", "about_en"]
    named = {(row[0], row[1]) for row in rows[1:]}
    assert named == {
        (table.name, column.name)
        for table in make_tables(site.open_data.edition)
        for column in table.columns
    }
    assert all(all(row) for row in rows)


SETTINGS = "44,34,76,1,{columns},1033,true"
"""What the page tells: comma, quotation marks, UTF-8 (76), from line 1, every column a text (2)."""


def open_in_office(file: Path, out: Path, choice: str = "", sheet: int = 1) -> list[list[str]]:
    """The cells that LibreOffice shows of a file's sheet, which it writes as CSV again."""
    office = find_office()
    assert office, HOW_TO_GET_IT
    command = [str(office), f"-env:UserInstallation={(out / 'profile').as_uri()}", "--headless"]
    command += [f"--infilter=CSV:{choice}"] if choice else []
    kept = f"csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,{sheet}"
    command += ["--convert-to", kept, "--outdir", str(out), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    (written,) = out.glob("*.csv")
    text = written.read_text("utf-8-sig")
    written.unlink()
    return list(csv.reader(io.StringIO(text, newline="")))


def test_a_person_with_a_spreadsheet_sees_what_is_written(site: Site, tmp_path: Path) -> None:
    """No character, date or number is another, in the workbook or in a CSV file.

    Of the real list, and of all that a spreadsheet could take for something else.
    """
    (real, *_) = make_tables(site.open_data.edition)
    names = [column.name for column in real.columns]
    nasty: list[Row] = [dict.fromkeys(names, text) for text in NASTY if "\r" not in text]
    table = replace(real, list_rows=lambda: chain(real.list_rows(), nasty))
    expected = [[write_cell(row.get(name)) for name in names] for row in table.list_rows()]
    (tmp_path / "services.csv").write_bytes(write_csv(table))
    book = write_workbook((COLUMNS, [["x"]]), [table], "2031-01-02")
    (tmp_path / "list.xlsx").write_bytes(book)
    out = tmp_path / "out"
    out.mkdir()
    columns = "/".join(f"{place}/2" for place in range(1, len(names) + 1))
    shown = open_in_office(tmp_path / "services.csv", out, SETTINGS.format(columns=columns))
    assert [[unmark(cell) for cell in row] for row in shown] == [names, *expected]
    assert open_in_office(tmp_path / "list.xlsx", out, sheet=2) == [names, *expected]
