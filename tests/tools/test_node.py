"""Node.js is found or told, and what is installed for it is locked by digest alone."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from tests.conftest import ROOT
from tools.node import NodeError, find_npm

if TYPE_CHECKING:
    from pathlib import Path

LOCKED = ("bench", "tools/scripts")
ADVICE = """\
  Debian, Ubuntu:  sudo apt-get install nodejs npm
  macOS:           brew install node
  elsewhere:       https://nodejs.org/
"""
ADVICE_ZH = """\
  Debian、Ubuntu： sudo apt-get install nodejs npm
  macOS：          brew install node
  其他系统：       https://nodejs.org/"""


def put_program(folder: Path, name: str, says: str) -> None:
    """A program that says something and ends well."""
    (folder / name).write_text(f"#!/bin/sh\necho '{says}'\n", encoding="utf-8")
    (folder / name).chmod(0o755)


@pytest.mark.parametrize(
    ("programs", "found", "found_zh"),
    [
        ({}, "'node' was not found", "但没有找到 node"),
        ({"node": "v18.19.0"}, "'npm' was not found", "但没有找到 npm"),
        ({"node": "v16.20.2", "npm": ""}, "v16.20.2 is here", "而这里的是 v16.20.2"),
    ],
)
def test_a_node_that_is_missing_or_too_old_is_told_in_both_languages(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    programs: dict[str, str],
    found: str,
    found_zh: str,
) -> None:
    """With the version that is needed, and how to get it."""
    for name, says in programs.items():
        put_program(tmp_path, name, says)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NodeError) as raised:
        find_npm("Lighthouse")
    assert str(raised.value) == (
        f"Lighthouse needs Node.js 18 or later with npm, and {found}.\n{ADVICE}"
        f"Lighthouse 需要 Node.js 18 或更高版本和 npm，{found_zh}。\n{ADVICE_ZH}"
    )


def test_a_node_that_is_new_enough_will_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beside its npm."""
    put_program(tmp_path, "node", "v18.0.0")
    put_program(tmp_path, "npm", "")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_npm("Lighthouse") == str(tmp_path / "npm")


@pytest.mark.parametrize("folder", LOCKED)
def test_what_is_installed_is_locked_by_digest_wherever_it_comes_from(folder: str) -> None:
    """Exact versions; a digest for every package; no registry's address."""
    wanted = json.loads((ROOT / folder / "package.json").read_text("utf-8"))["devDependencies"]
    text = (ROOT / folder / "package-lock.json").read_text("utf-8")
    packages = {name: one for name, one in json.loads(text)["packages"].items() if name}
    assert [one for one in wanted.values() if not re.fullmatch(r"\d+\.\d+\.\d+", one)] == []
    assert {name: packages[f"node_modules/{name}"]["version"] for name in wanted} == wanted
    assert [name for name, one in packages.items() if "integrity" not in one] == []
    assert [name for name, one in packages.items() if "resolved" in one] == []
