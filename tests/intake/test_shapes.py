"""Shapes that copies of a table take: each is read, or told with its line, in intake and check."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from carelist.catalog.decoding import decode
from carelist.catalog.loading import inspect_catalog
from carelist.formats.document import Copy, Format
from carelist.intake.before import read_known
from carelist.intake.drafts import draft_revision
from carelist.intake.report import report_draft
from carelist.intake.starting import write_draft

from tests.conftest import LAKESIDE
from tests.speaking import EN, ZH

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from carelist.intake.before import Before
    from carelist.intake.names import Known

    Take = Callable[[str], tuple[list[str], dict[str, str]]]

COPY = (LAKESIDE / "revisions" / "2031" / "source.txt").read_text(encoding="utf-8")
LINES = COPY.split("\n")
SECOND = LINES.index(next(line for line in LINES if line.startswith("| | 2 |")))
"""The index of the second row: what is inserted there stands in the line numbered one more."""
HEAD = LINES[SECOND - 3]


def insert(*lines: str) -> str:
    """Insert lines between the first row and the second."""
    return "\n".join([*LINES[:SECOND], *lines, *LINES[SECOND:]])


def exchange(line: str) -> str:
    """Put a line in the place of the second row."""
    return "\n".join([*LINES[:SECOND], line, *LINES[SECOND + 1 :]])


ROW = LINES[SECOND]
READ = {
    "a blank row of one cell": insert("| |"),
    "two bars": insert("||"),
    "a bar": insert("|"),
    "last bar missing": exchange(ROW.rstrip(" |")),
    "wide bars": COPY.replace("|", "｜"),
    "wide bars in one row": exchange(ROW.replace("|", "｜")),
    "both kinds of bars in one row": exchange(ROW.replace("|", "｜", 2)),
    "spaces at the end": exchange(ROW + "  \t "),
    "line ends of Windows": COPY.replace("\n", "\r\n"),
    "a byte order mark": "\ufeff" + COPY,
    "a rule below each row": exchange(f"{ROW}\n|---|---|---|---|---|---|"),
}
"""Copies that say the same as the sound one."""

UNUSED = (
    "notice.yml has no paragraph '{words}'; add it there, or declare it in readings.yml as stray"
)
TOLD = {
    "a row of one cell": (insert("| 续表 |"), "续表"),
    "a row of one cell without its last bar": (insert("| 续表"), "续表"),
    "a row of two cells with one blank": (insert("| 续表 | |"), "续表"),
    "a note": (insert("注：由市民政局解释。"), "注：由市民政局解释。"),
    "the number of a page": (insert("— 3 —"), "— 3 —"),
}
"""Copies with words that are none of the table's, and these words."""

ANY = {
    "words in two cells": insert("| 续表 | 甲 |"),
    "more cells than the head": exchange(ROW + " 甲 | 乙 |"),
    "thousands of cells": insert("|" + " 甲 |" * 3000),
    "a head once more": insert(HEAD),
    "a head once more behind a note": insert("", "续表", "", HEAD, LINES[SECOND - 2]),
    "a caption in the head": insert(HEAD.replace("| |", "| 续表 |", 1)),
    "first bar missing": exchange(ROW.lstrip("| ")),
    "no bars at the ends": exchange(ROW.strip("| ")),
    "a note below the last row without its bar": COPY.rstrip(" |\n") + "\n注：完。\n",
    "spaces at the end of every line": "".join(f"{line}  \n" for line in LINES),
    "tabs": "\n".join(
        "\t".join(cell.strip() for cell in line.strip("| ").split("|"))
        if line.startswith("|")
        else line
        for line in LINES
        if "--" not in line
    ),
    "nothing": "",
    "blank lines": " \n\n\t\n",
    "the table alone": "\n".join(LINES[SECOND - 3 :]),
    "the letter alone": "\n".join(LINES[: SECOND - 4]),
    "a single character": "字",
    "a bar alone": "|",
    "a rule alone": "|---|",
    "a caption alone": "| 续表 |",
    "rows of one cell alone": "| 续表 |\n" * 3,
    "two tables": f"{COPY}\n\n联系电话\n\n| 部门 | 电话 |\n|---|---|\n| 市民政局 | 12345 |\n",
    "a table in the letter": COPY.replace(
        "一是", "\n| 部门 | 电话 |\n|---|---|\n| 市民政局 | 12345 |\n\n一是", 1
    ),
    "a number of thousands of digits": COPY.replace("| 3 |", f"| {'9' * 5000} |"),
    "no numbers": exchange(ROW.replace("| 2 |", "| |")),
    "a table of HTML": insert("<table><tr><td>1</td></tr></table>"),
    "commas between the cells": COPY.replace("|", ","),
}
"""Copies of which one thing or another is told."""


def tell_check(folder: Path, copy: str) -> list[str]:
    """What the check tells of a copy."""
    (folder / "revisions" / "2031" / "source.txt").write_bytes(copy.encode())
    problems = inspect_catalog(folder).problems
    assert all(problem.line(ZH).isprintable() for problem in problems)
    return [problem.line().removeprefix(f"{folder.as_posix()}/") for problem in problems]


@pytest.fixture(scope="module")
def known() -> tuple[Known, Before | None]:
    """What is known of the city, read once."""
    return read_known(LAKESIDE, "2032")


@pytest.fixture
def take(known: tuple[Known, Before | None]) -> Take:
    """What an intake of a copy tells, and the files that it drafts."""

    def take(printed: str) -> tuple[list[str], dict[str, str]]:
        text = decode("notice.txt", printed.encode()).text
        copy = Copy("", "", Format.TEXT, text)
        draft = draft_revision(copy, *known, EN, file="notice.txt")
        assert list(report_draft(draft, copy, known[0], ZH))
        return list(report_draft(draft, copy, known[0], EN)), write_draft(draft, "2032", EN)

    return take


@pytest.mark.parametrize("name", READ)
def test_a_copy_in_another_shape_is_read_alike(name: str, lakeside: Path, take: Take) -> None:
    """The check proves the same list against it, and an intake drafts the same of it."""
    assert tell_check(lakeside, READ[name]) == []
    assert take(READ[name])[1] == take(COPY)[1]


@pytest.mark.parametrize("name", TOLD)
def test_words_among_rows_are_told_with_their_line(name: str, lakeside: Path, take: Take) -> None:
    """The check asks for them, the intake declares them stray."""
    copy, words = TOLD[name]
    line = f"revisions/2031/source.txt:{SECOND + 1}:1: {UNUSED.format(words=words)}"
    assert tell_check(lakeside, copy) == [line]
    told, files = take(copy)
    assert any(line.startswith("not used") and f"'{words}'" in line for line in told)
    assert f"printed: {words}\n" in files["readings.yml"].replace('"', "")


@pytest.mark.parametrize("name", ANY)
def test_no_shape_ends_in_a_traceback_or_in_silence(name: str, lakeside: Path, take: Take) -> None:
    """Whatever stands in the copy, both commands tell something of it."""
    assert tell_check(lakeside, ANY[name])
    assert take(ANY[name])[0]


def test_rows_of_another_length_are_told_with_their_line(lakeside: Path, take: Take) -> None:
    """How many cells there are, how many are expected, and which words are not read."""
    line = f"revisions/2031/source.txt:{SECOND + 1}:1: this line of the table has"
    lists = "'table' in readings.yml lists 6"
    few, many = ANY["words in two cells"], ANY["more cells than the head"]
    assert tell_check(lakeside, few) == [f"{line} 2 cells; {lists}"]
    assert tell_check(lakeside, many) == [f"{line} 8 cells; {lists}"]
    line = f"line {SECOND + 1} of the table has"
    assert f"{line} 2 cells, expected 6 as in its page; not read: nothing" in take(few)[0]
    assert f"{line} 8 cells, expected 6 as in its page; not read: '甲', '乙'" in take(many)[0]
    wide = "3000 cells, expected at most 60; those behind are not read"
    assert f"{line} {wide}" in take(ANY["thousands of cells"])[0]


def test_a_page_that_the_readings_do_not_list_is_told_with_its_line(lakeside: Path) -> None:
    """The lines in which pages begin say which one is not listed."""
    starts = f"{SECOND - 2}, {SECOND + 1}, {SECOND + 4}"
    file = f"{lakeside}/revisions/2031/source.txt"
    assert tell_check(lakeside, ANY["a head once more"]) == [
        f"revisions/2031/readings.yml:5:3: the table in {file} has 3 pages, which begin in lines {starts}; expected the columns of each, found 2"  # noqa: E501
    ]
