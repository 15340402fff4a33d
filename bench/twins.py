"""`python -m bench.twins`: a number that is another on one side alone is noticed, or cannot be.

Each number of the search and of the rules that stands in a constant is changed, in a copy of the
program, by a fifth, or by one where it is small and whole: once upwards and, if no query tells,
once downwards. The scripts keep the data of the true program, so that only one side counts
otherwise. Both are then asked every query of `bench/queries/`. What no query tells is tried on the
tests of what no query reaches. No script that answers may have a number of its own in a constant.
"""

from __future__ import annotations

import argparse
import ast
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from carelist.catalog.loading import load_catalog
from carelist.publicity.phrases import Phrases
from carelist.search.documents import make_libraries
from carelist.site import addresses
from carelist.site.pages import list_pages
from carelist.site.place import Place
from carelist.site.rendering import Renderer
from carelist.site.site import Site
from carelist.site.templates import make_environment
from carelist.store import Store
from carelist.theme import THEME
from playwright.sync_api import sync_playwright

from bench.answering import Answer, answer_by_scripts, list_queries, yield_program_answers
from bench.building import ROOT
from bench.mutants import THEMES
from bench.search import QUERIES
from bench.serving import SiteServer
from tools.browser import find_browser, list_launch_flags

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from carelist.catalog.revision import Catalog
    from carelist.search.documents import Library

    from bench.answering import Answers

SOURCES = ("generator/carelist/search", "generator/carelist/eligibility")
SCRIPTS = THEME / "scripts"
ANSWERING = ("search/catalog.mjs", "search/library.mjs", "search/excerpt.mjs", "search/signs.mjs")
"""The scripts that answer, with all that they import."""
SMALL = 5
"""A fifth of a smaller whole number is none."""
TESTS = (
    "tests/search/test_limits.py",
    "tests/search/test_both_languages.py",
    "tests/search/test_engine.py::test_scores_have_six_figures",
    "tests/search/test_engine.py::test_a_name_in_another_language_counts_twice",
    "tests/eligibility/test_ways.py",
    "tests/site/test_shapes_of_lists.py::test_a_long_list_without_pillars_is_filtered_by_type",
    *("-k", "not javascript"),
)
"""What no query reaches is held by them, without a browser."""
FAILED = re.compile(r"^FAILED (\S+)", re.MULTILINE)
DIFFERENT = 3
"""How a process ends in which an answer is another."""


class Number(NamedTuple):
    """A number in a constant of a module."""

    file: str
    name: str
    """As `BOOSTS[title]`."""
    line: int
    start: int
    end: int
    """Its place in the line, in bytes of UTF-8."""
    value: float

    def change(self, source: str, *, up: bool) -> str:
        """Give the source of its module with another number in its place."""
        lines = source.encode().splitlines(keepends=True)
        line = lines[self.line - 1]
        changed = repr(alter(self.value, up=up)).encode()
        lines[self.line - 1] = line[: self.start] + changed + line[self.end :]
        return b"".join(lines).decode()


def alter(value: float, *, up: bool) -> float:
    """Give a number changed by a fifth, or by one where it is small and whole.

    >>> [alter(value, up=up) for value in (3, 10, 0.5) for up in (True, False)]
    [4, 2, 12, 8, 0.6, 0.4]
    """
    if isinstance(value, int):
        step = 1 if value < SMALL else round(value / 5)
        return value + (step if up else -step)
    return round(value * (1.2 if up else 0.8), 6)


def find_numbers(file: str, source: str) -> Iterator[Number]:
    """Yield the numbers in the constants of a module."""
    for node in ast.parse(source).body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            name = node.targets[0].id
            if name.isupper():
                yield from _find_in(file, name, node.value)


def _find_in(file: str, name: str, node: ast.expr) -> Iterator[Number]:
    if isinstance(node, ast.Constant) and isinstance(node.value, int | float):
        place = node.lineno, node.col_offset, node.end_col_offset or 0
        yield Number(file, name, *place, node.value)
    elif isinstance(node, ast.Dict):
        for key, value in zip(node.keys, node.values, strict=True):
            yield from _find_in(file, f"{name}[{ast.literal_eval(key) if key else ''}]", value)
    elif isinstance(node, ast.Tuple):
        for index, value in enumerate(node.elts):
            yield from _find_in(file, f"{name}[{index}]", value)


def list_numbers() -> list[Number]:
    """List the numbers of the program that may take part in answers."""
    return [
        number
        for folder in SOURCES
        for path in sorted((ROOT / folder).glob("*.py"))
        for number in find_numbers(str(path.relative_to(ROOT)), path.read_text("utf-8"))
    ]


def list_script_numbers() -> list[str]:
    """List the constants with numbers of the scripts that answer: as `name.mjs: NAME`."""
    waiting, read, found = [*ANSWERING, "eligibility/questions.mjs"], set[str](), list[str]()
    while waiting:
        name = waiting.pop()
        path = SCRIPTS / name
        if name in read:
            continue
        read.add(name)
        text = path.read_text("utf-8")
        imported = re.findall(r'^import [^"]*from "\./([\w.]+)";', text, re.MULTILINE)
        waiting += [str(Path(name).parent / module) for module in imported]
        numbers = re.findall(r"^(?:export )?const ([A-Z]\w*) = [^\"'`;]*\d", text, re.MULTILINE)
        found += [f"{name}: {constant}" for constant in numbers if constant.isupper()]
    return found


def answer_in_browser(catalog: Catalog, folder: Path) -> Answers:
    """Have the scripts as they are written answer every query."""
    modules = Path(shutil.copytree(SCRIPTS / "search", folder / "modules"))
    (modules / "index.html").write_text("", "utf-8")
    pages = dict(_make_search_pages(catalog, folder))
    with SiteServer(modules) as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_browser(), args=list_launch_flags()
        )
        page = browser.new_page()
        page.goto(server.url)
        libraries = _make_libraries(catalog)
        answers = answer_by_scripts(page, server.url, libraries, pages, list_queries(QUERIES))
        browser.close()
    return answers


def _make_libraries(catalog: Catalog) -> dict[str, Library]:
    """Make what is searched, by the tag of its locale."""
    return {locale.tag: library for locale, library in make_libraries(catalog).items()}


def _make_search_pages(catalog: Catalog, folder: Path) -> Iterator[tuple[str, str]]:
    """Yield the page of search in each locale."""
    site = Site.of(catalog, Place("https://list.example.org/", ""))
    environment = make_environment(THEMES, Store(folder / "templates"))
    renderer = Renderer(site, environment, None, Phrases.of(catalog), (), offline=True)
    for page in list_pages(site):
        if page.path == addresses.SEARCH:
            yield page.locale.tag, renderer.make_page(page)


def find_difference(catalog: Catalog, scripts: Answers) -> str:
    """Give the first query that the program answers otherwise; empty where none is."""
    program = yield_program_answers(_make_libraries(catalog), list_queries(QUERIES))
    return next((f"{key[0]}: {key[1]}" for key, one in program if one != scripts[key]), "")


def write_answers(answers: Answers, path: Path) -> None:
    """Write answers for another process."""
    path.write_text(json.dumps([[*key, answer] for key, answer in answers.items()]), "utf-8")


def read_answers(path: Path) -> Answers:
    """Read what `write_answers` wrote."""
    return {
        (locale, query): Answer(tuple(map(tuple, hits)), *map(tuple, others))
        for locale, query, (hits, *others) in json.loads(path.read_text("utf-8"))
    }


def ask_copy(copy: Path, answers: Path) -> subprocess.CompletedProcess[str]:
    """Have a copy of the program answer every query, and hold that against answers in a file."""
    return _run_copy(copy, "bench.twins", "--answers", str(answers))


def ask_tests(copy: Path) -> subprocess.CompletedProcess[str]:
    """Run the tests of what no query reaches on a copy of the program."""
    return _run_copy(copy, "pytest", "-qx", *TESTS)


def _run_copy(copy: Path, module: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = (sys.executable, "-m", module, *arguments)
    own = {**os.environ, "PYTHONPATH": str(copy / "generator")}
    return subprocess.run(
        command, cwd=copy, env=own, check=False, capture_output=True, encoding="utf-8"
    )


def try_number(number: Number, copy: Path, answers: Path) -> str:
    """Change a number in a copy of the program; give what tells of it, empty where nothing does."""
    path = copy / number.file
    source = path.read_text("utf-8")
    try:
        for up in (True, False):
            path.write_text(number.change(source, up=up), "utf-8")
            done = ask_copy(copy, answers)
            if done.returncode:
                return (done.stdout or done.stderr).strip().splitlines()[-1]
        for up in (True, False):
            path.write_text(number.change(source, up=up), "utf-8")
            if failed := FAILED.search(ask_tests(copy).stdout):
                return failed[1]
    finally:
        path.write_text(source, "utf-8")
    return ""


def main(arguments: Sequence[str] | None = None) -> int:
    """0 where every change is noticed and no number stands twice; else 1."""
    parser = argparse.ArgumentParser(prog="python -m bench.twins", description=__doc__)
    parser.add_argument("--only", action="append", metavar="NAME", help="try this constant alone")
    parser.add_argument("--answers", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    catalog = load_catalog(ROOT / "catalog")
    if not THEME.is_relative_to(ROOT):
        print(f"another program answers: {THEME}", file=sys.stderr)
        return 1
    if options.answers:
        different = find_difference(catalog, read_answers(options.answers))
        print(different)
        return DIFFERENT if different else 0
    twice = list_script_numbers()
    with tempfile.TemporaryDirectory(prefix="twins-") as name:
        folder = Path(name)
        scripts = answer_in_browser(catalog, folder)
        if different := find_difference(catalog, scripts):
            print(f"the unchanged program answers otherwise: {different}")
            return 1
        write_answers(scripts, folder / "answers.json")
        for part in ("generator", "bench", "catalog", "tests", "tools"):
            shutil.copytree(ROOT / part, folder / "copy" / part)
        for file in ("pyproject.toml", "mkdocs.yml"):
            shutil.copy(ROOT / file, folder / "copy")
        for unchanged in (
            ask_copy(folder / "copy", folder / "answers.json"),
            ask_tests(folder / "copy"),
        ):
            if unchanged.returncode:
                print(f"the copy does not answer: {unchanged.stdout}{unchanged.stderr}")
                return 1
        wanted = [one for one in list_numbers() if one.name in (options.only or [one.name])]
        quiet = 0
        for number in wanted:
            told = try_number(number, folder / "copy", folder / "answers.json")
            quiet += not told
            place = f"{number.file}: {number.name} = {number.value}"
            print(f"{place}: {f'noticed ({told})' if told else 'nothing notices'}", flush=True)
    noticed = len(wanted) - quiet
    print(
        f"{len(wanted)} numbers changed on one side alone: {noticed} noticed by a query or a test, "
        f"{quiet} by nothing; {len(twice)} stand in a script too"
    )
    for one in twice:
        print(f"in a script too: {one}")
    return 1 if twice or quiet else 0


if __name__ == "__main__":
    sys.exit(main())
