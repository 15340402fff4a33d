"""The checks of the scripts of the site leave none of them out."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, get_args

import pytest
from carelist.catalog.rules import Verdict
from carelist.eligibility.criteria import Outcome
from carelist.eligibility.groups import Group
from carelist.site.check_words import NAMES, PREFIX
from carelist.site.offline import SAVING_WORDS
from carelist.theme import THEME

from tests.conftest import ROOT
from tools.scripts.__main__ import PROJECTS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SCRIPTS = {*THEME.rglob("*.mjs")}
DECLARATIONS = {*THEME.rglob("*.d.mts")}


def list_checked(project: str) -> Iterator[Path]:
    """The files that settings of the type checker name, without those that these import."""
    settings = json.loads((ROOT / project).read_text("utf-8"))
    left_out = [ROOT / folder for folder in settings["exclude"]]
    for pattern in settings["include"]:
        for file in ROOT.glob(pattern):
            if not any(file.is_relative_to(folder) for folder in left_out):
                yield file


def test_every_script_is_checked_for_types() -> None:
    """Strictly, in one of the two worlds: a page's or a service worker's."""
    checked = [file for project in PROJECTS for file in list_checked(project)]
    assert len(checked) == len({*checked})
    assert {file for file in checked if file.suffix == ".mjs"} == SCRIPTS
    options = json.loads((ROOT / "tsconfig.json").read_text("utf-8"))["compilerOptions"]
    assert options["strict"] is options["noUncheckedIndexedAccess"] is True


def test_every_script_is_checked_for_style() -> None:
    """By the settings of the linter and formatter."""
    settings = (ROOT / "biome.jsonc").read_text("utf-8")
    (patterns,) = re.findall(r'"includes": (\[[^]]*\])', settings)
    checked = {file for pattern in json.loads(patterns) for file in ROOT.glob(pattern)}
    assert checked == SCRIPTS | DECLARATIONS


def test_no_template_holds_a_script() -> None:
    """They stand beside it, where the checks read them."""
    written = {file: file.read_text("utf-8") for file in THEME.rglob("*.html")}
    inside = [
        (file.name, script)
        for file, text in written.items()
        for script in re.findall(r"<script[^>]*>(.*?)</script>", text, re.DOTALL)
        if re.sub(r"\{\{.*?\}\}|;", "", script)
    ]
    assert inside == []
    placed = re.findall(r'inline\("([\w/-]+\.mjs)"', "".join(written.values()))
    inline = {file for file in SCRIPTS if not file.is_relative_to(THEME / "scripts")}
    assert {THEME / name for name in placed} == inline


def test_no_check_is_switched_off_in_a_script() -> None:
    """What a rule is wrong about is said in its settings, with the reason."""
    off = re.compile(r"@ts-(?:ignore|expect-error|nocheck)|biome-ignore")
    found = [
        (file.name, said)
        for file in SCRIPTS | DECLARATIONS
        for comment in re.findall(r"/\*\*.*?\*/|//.*", file.read_text("utf-8"), re.DOTALL)
        for said in off.findall(comment)
    ]
    assert found == []


def test_every_attribute_that_scripts_count_on_is_written_by_a_template() -> None:
    """`page.d.mts` says that an element has it."""
    declared = (THEME / "scripts" / "page.d.mts").read_text("utf-8")
    (attributes,) = re.findall(r"interface DOMStringMap \{(.*?)\n  \}", declared, re.DOTALL)
    names = re.findall(r"^    (\w+): string;$", attributes, re.MULTILINE)
    written = "".join(file.read_text("utf-8") for file in THEME.rglob("*.html"))
    assert len(names) >= 20
    kebab = {
        name: f"data-{re.sub('[A-Z]', lambda one: f'-{one[0].lower()}', name)}" for name in names
    }
    assert [name for name, attribute in kebab.items() if f"{attribute}=" not in written] == []


@pytest.mark.parametrize(
    ("shape", "names"),
    [
        ("CheckWords", [name.removeprefix(PREFIX) for name in NAMES]),
        ("SavingWords", [name.removeprefix("offline_") for name in SAVING_WORDS]),
    ],
)
def test_scripts_know_the_words_that_they_are_given(shape: str, names: list[str]) -> None:
    """Those of `data.d.mts` are those that the build chooses: a missing one is a type error."""
    declared = (THEME / "scripts" / "data.d.mts").read_text("utf-8")
    (union,) = re.findall(rf"type {shape} = Record<(.*?),\n", declared, re.DOTALL)
    assert sorted(re.findall(r'"(\w+)"', union)) == sorted(names)


@pytest.mark.parametrize(
    ("shape", "values"),
    [
        ("Verdict", get_args(Verdict)),
        ("Outcome", get_args(Outcome)),
        ("Group", {*get_args(Group)} - {*get_args(Verdict)}),
    ],
)
def test_scripts_branch_by_the_values_that_the_program_has(shape: str, values: list[str]) -> None:
    """Where a script names another value, the type checker says that it never occurs."""
    declared = (THEME / "scripts" / "data.d.mts").read_text("utf-8")
    (union,) = re.findall(rf"^export type {shape} = (.*);$", declared, re.MULTILINE)
    assert sorted(re.findall(r'"(\w+)"', union)) == sorted(values)
