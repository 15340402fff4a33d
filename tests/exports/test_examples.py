"""The examples of docs/examples, run against the built site as a reader of the page would."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pandas as pd

from tests.browser.server import serve_folder
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

EXAMPLES = ROOT / "docs" / "examples"


def test_the_example_in_a_spreadsheet(built: Path) -> None:
    """The sheets and columns that it names are there, and count what the list has."""
    told = (EXAMPLES / "README.md").read_text("utf-8")
    named = re.findall(r"sheet `(\w+)`, (?:sort by column|a pivot table over) `(\w+)`", told)
    assert named == [("services", "departments"), ("clauses", "how")]
    book = pd.read_excel(built / "data" / "list.xlsx", sheet_name=None, dtype=str)
    leading, ways = (book[sheet][column].value_counts() for sheet, column in named)
    assert (leading.sum(), ways.sum()) == (32, 69)
    assert leading.index[0] == "civil-affairs"
    assert set(ways.index) == {"apply", "attend", "public", "ask"}


def test_the_example_in_python(built: Path) -> None:
    """Tables with pandas, the graph with rdflib."""
    ran = subprocess.run(
        [sys.executable, str(EXAMPLES / "services.py"), f"{built / 'data'}/"],
        check=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    lines = ran.stdout.splitlines()
    assert [line.split() for line in lines[1:4]] == [
        ["education", "25"],
        ["civil-affairs", "20"],
        ["health", "7"],
    ]
    assert [line.split(". ")[0] for line in lines[5:]] == [
        *(["11"] * 2),
        *(["12"] * 3),
        *(["13"] * 3),
    ]


def test_the_example_on_a_web_page(built: Path, page: Page, tmp_path: Path) -> None:
    """Every pillar, and every service below its own."""
    (tmp_path / "data").symlink_to(built / "data")
    shutil.copy(EXAMPLES / "services.html", tmp_path)
    with serve_folder(tmp_path) as root:
        page.goto(f"{root}services.html?data=data/")
        page.locator("h2").nth(5).wait_for()
        assert page.locator("h2").all_inner_texts()[0] == "Childcare"
        counts = [items.locator("li").count() for items in page.locator("ol").all()]
    assert counts == [2, 3, 3, 1, 7, 16]
