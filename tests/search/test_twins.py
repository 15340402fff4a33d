"""Python and JavaScript answer every query of `bench/queries/` alike, excerpts included."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carelist.search import constants
from carelist.theme import THEME

from bench.answering import answer_by_program, answer_by_scripts, find_differences, list_queries
from bench.search import QUERIES
from tests.search.nonsense import NONSENSE

if TYPE_CHECKING:
    from pathlib import Path

    from carelist.search.engine import Engine
    from playwright.sync_api import Page

SCRIPT = THEME / "scripts" / "search" / "constants.mjs"


def test_every_query_is_answered_alike(
    page: Page, modules: str, engines: dict[str, Engine], built: Path
) -> None:
    """Services, their order and strength, excerpts, what is near, what is named."""
    queries = {locale: [*asked, *NONSENSE] for locale, asked in list_queries(QUERIES).items()}
    assert sum(map(len, queries.values())) > 1000
    page.goto(f"{modules}404.html")
    pages = {
        locale: (built / path / "index.html").read_text("utf-8")
        for locale, path in (("zh", "search"), ("en", "en/search"))
    }
    libraries = {locale: engine.library for locale, engine in engines.items()}
    program = answer_by_program(libraries, queries)
    scripts = answer_by_scripts(page, modules, libraries, pages, queries)
    assert find_differences(program, scripts) == []


def test_constants_stand_once() -> None:
    """The scripts have their names, in the same order, and no value."""
    script = SCRIPT.read_text("utf-8")
    names = [name for name in vars(constants) if name.isupper()]
    assert re.findall(r"^export let (\w+);$", script, re.MULTILINE) == names
    given = re.search(r"\[([^\[\]]*)\] = given", script)
    assert given
    assert re.findall(r"\w+", given[1]) == names
