"""The tour and the glossary lead where they say: each file and each name is there."""

from __future__ import annotations

import ast
import re
from functools import cache
from typing import TYPE_CHECKING

import pytest

from tests.conftest import ROOT
from tests.test_floors import FLOORS

if TYPE_CHECKING:
    from pathlib import Path

PAGES = ["docs/tour.md", "docs/glossary.md"]
PLACE = re.compile(r"`([\w.-]+/[\w./-]*)(?:::(\w+))?`")
"""A file or folder from the root of the repository, and a name in it."""
DEFINITIONS = {
    ".mjs": (
        r"^(?:export )?(?:async )?(?:function\*?|class|const|let) {name}\b|^  (?:async )?{name}\("
    ),
    ".typ": r"^#let {name}\b",
    ".html": r"macro {name}\(",
    ".yml": r"^ *(?:- )?{name}:",
}
"""By the ending of a file: how a name is defined in it."""
DESIGN = """
    notice revision pillar department service clause audience fact question option criterion verdict
    reading locale change
"""
"""The words of the design, which the whole project shares."""


def read(path: str) -> str:
    """The text of a page."""
    return (ROOT / path).read_text(encoding="utf-8")


def list_places(page: str) -> list[tuple[str, str]]:
    """The files that a page names, and the names in them; addresses of the site begin with `/`."""
    return sorted(set(PLACE.findall(read(page))))


@cache
def list_names(path: Path) -> frozenset[str]:
    """What a module of Python defines: classes, functions, methods, constants, types."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ClassDef | ast.FunctionDef):
            found.add(node.name)
        elif isinstance(node, ast.Assign):
            targets = (part for target in node.targets for part in ast.walk(target))
            found |= {target.id for target in targets if isinstance(target, ast.Name)}
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            found.add(node.target.id)
    return frozenset(found)


def has(path: Path, name: str) -> bool:
    """Whether a file defines a name."""
    if path.suffix == ".py":
        return name in list_names(path)
    pattern = DEFINITIONS[path.suffix].format(name=re.escape(name))
    return bool(re.search(pattern, path.read_text(encoding="utf-8"), re.MULTILINE))


@pytest.mark.parametrize("page", PAGES)
def test_every_place_is_there(page: str) -> None:
    """Each file and folder exists, and each name is defined in its file."""
    places = list_places(page)
    assert len(places) > 60
    missing = [
        f"{path}::{name}" if name else path
        for path, name in places
        if not (ROOT / path).exists() or (name and not has(ROOT / path, name))
    ]
    assert missing == []


def test_a_name_that_is_not_there_is_found() -> None:
    """In each kind of file."""
    for path in (
        "generator/carelist/site/desk.py",
        "generator/carelist/theme/scripts/search.mjs",
        "generator/carelist/publicity/templates/poster.typ",
        "generator/carelist/theme/partials/texts.html",
        "catalog/questions.yml",
    ):
        assert not has(ROOT / path, "nowhere"), path


def test_the_sketch_shows_the_house() -> None:
    """Every floor of the generator, its folders of data, and nothing that is not there."""
    sketch = read("docs/tour.md").split("```")[1]
    house = re.search(r"^generator/carelist/.*\n((?:  .*\n)+)", sketch, re.MULTILINE)
    assert house
    named = [re.findall(r"[\w.]+/?(?=\s)", f"{line[:21]} ") for line in house[1].splitlines()]
    floors = {name.strip("/").removesuffix(".py") for names in named for name in names}
    entries = (ROOT / "generator" / "carelist").iterdir()
    assert floors == {path.stem for path in entries if not path.name.startswith("_")}
    assert floors >= {*FLOORS}


KEEPING = {"store", "shelf", "disk"}
"""What all floors may stand on."""


@pytest.mark.parametrize("page", ["CONTRIBUTING.md", "CONTRIBUTING.zh.md"])
def test_the_order_of_the_floors_is_told(page: str) -> None:
    """Each floor stands behind those that it may stand on; what keeps files is no floor."""
    (line,) = re.findall(r"^.+  ←  .+$", read(page), re.MULTILINE)
    levels = [re.split("[,、] ?", level) for level in line.split("  ←  ")]
    heights = {name: height for height, level in enumerate(levels) for name in level}
    floors = {name: below - KEEPING for name, below in FLOORS.items()}
    told = {name for name in floors if name not in KEEPING}
    assert set(heights) == {*told, "plugin", "cli"}
    assert [n for n in told if any(heights[one] >= heights[n] for one in floors[n])] == []


def test_every_word_stands_once() -> None:
    """In the glossary, those of the design among them."""
    rows = re.findall(r"^\| ([\w, ]+) \| .+ \| `", read("docs/glossary.md"), re.MULTILINE)
    words = [word for row in rows for word in row.split(", ")]
    assert sorted(words) == sorted(set(words))
    assert set(DESIGN.split()) <= set(words)


@pytest.mark.parametrize(
    "page", ["README.md", "README.zh.md", "CONTRIBUTING.md", "CONTRIBUTING.zh.md"]
)
def test_whoever_comes_is_led_here(page: str) -> None:
    """By a link to the tour."""
    assert "(docs/tour.md)" in read(page)
