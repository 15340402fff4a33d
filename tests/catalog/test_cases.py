"""The cases: one mistake in a small sound catalog, and the lines that tell it."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from carelist.catalog.kinds import Kind
from carelist.eligibility.inspecting import inspect_list
from carelist.search.checks import inspect_vocabulary

from tests.conftest import CITIES
from tests.golden import write_case
from tests.speaking import LOCALES

FOLDER = Path(__file__).parent
OTHERS = (FOLDER / "test_offices.py", FOLDER.parent / "site" / "test_refusals.py")
"""Tests besides that show kinds of problems."""
CASES = sorted(FOLDER.glob("cases/*.yml"))
PORTAL = sorted(FOLDER.parent.glob("portal/cases/*.yml"))
"""One mistake each in a portal of many places."""
SHAPES = sorted(FOLDER.glob("shapes/*.yml"))
"""Lists of other shapes, with slips of their own."""


def change(folder: Path, edit: dict[str, Any]) -> None:
    """Make one change of a case: words replaced once, or a file written, copied, recoded, deleted.

    A folder can be copied too.
    """
    path = folder / edit["file"]
    if edit.get("delete"):
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    elif "copy" in edit:
        copy_tree = (folder / edit["copy"]).is_dir()
        (shutil.copytree if copy_tree else shutil.copy)(folder / edit["copy"], path)
    elif "encoding" in edit:
        path.write_bytes(path.read_text(encoding="utf-8").encode(edit["encoding"]))
    elif "content" in edit:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(edit["content"].encode())
    else:
        text = path.read_bytes().decode()
        assert edit["from"] in text, f"{edit['file']} does not hold {edit['from']!r}"
        path.write_bytes(text.replace(edit["from"], edit["to"], 1).encode())


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path: Path, tmp_path: Path, *, update_golden: bool) -> None:
    """Each case is told in exactly its lines, in both languages; of Lakeside, or of its `city`."""
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    city = {"city": case["city"]} if "city" in case else {}
    folder = Path(shutil.copytree(CITIES / city.get("city", "lakeside"), tmp_path / "city"))
    for edit in case["changes"]:
        change(folder, edit)
    problems = inspect_vocabulary(inspect_list(folder)).problems
    told: dict[str, list[str]] = {"kinds": sorted({problem.kind.name for problem in problems})}
    for language in LOCALES:
        lines = [problem.line(language) for problem in problems]
        told[language.tag] = [line.replace(f"{folder}/", "") for line in lines]
    if update_golden:
        write_case(path, {**city, "changes": case["changes"], **told})
    assert update_golden or told == {name: case.get(name) for name in told}


@cache
def list_shown() -> set[str]:
    """The kinds of problems that cases, and slips in lists of other shapes, show."""
    cases = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in (*CASES, *PORTAL)]
    shapes = (yaml.safe_load(path.read_text(encoding="utf-8")) for path in SHAPES)
    cases += [mistake for shape in shapes for mistake in shape["mistakes"].values()]
    return {kind for case in cases for kind in case["kinds"]}


@cache
def read_tests() -> str:
    """Other tests that show kinds of problems."""
    files = (*FOLDER.glob("test_fi*.py"), *OTHERS)
    return "".join(path.read_text(encoding="utf-8") for path in files)


@pytest.mark.parametrize("kind", Kind)
def test_kind_is_shown(kind: Kind) -> None:
    """Every kind of problem is shown by a case, or by a test that names it."""
    assert kind.name in list_shown() or f"Kind.{kind.name}]" in read_tests()
