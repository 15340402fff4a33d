"""The reference of the command line is what the command says."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING

import click
import pytest
from carelist.cli import PLACES, load_command, load_commands

from tests.conftest import ROOT
from tools import commands

if TYPE_CHECKING:
    from pathlib import Path

SLOW = {"PIL", "mkdocs", "numpy", "openpyxl", "pdfplumber", "pikepdf", "pypinyin", "segno", "typst"}
"""What takes longer to load than a query to answer."""
TEXT = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")


def test_the_reference_is_in_step(capsys: pytest.CaptureFixture[str]) -> None:
    """`python -m tools.commands --write` makes it anew."""
    assert (commands.main([]), capsys.readouterr().out) == (0, "")


def test_a_reference_out_of_step_is_told_and_mended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the command that mends it."""
    monkeypatch.setattr(commands, "FILE", tmp_path / "commands.md")
    assert commands.main([]) == 1
    assert capsys.readouterr().out.endswith("run python -m tools.commands --write\n")
    assert (commands.main(["--write"]), commands.main([])) == (0, 0)


@pytest.mark.parametrize("name", PLACES)
def test_every_option_is_told(name: str) -> None:
    """Each command has a section, with each of its options and what it is for."""
    section = TEXT.split(f"\n## {name}\n")[1].partition("\n## ")[0]
    options = [one for one in load_command(name).params if isinstance(one, click.Option)]
    told = re.findall(r"^\| `(.+?)` \| (.+) \|$", section, re.MULTILINE)
    assert all(any(one.opts[0] in names for names, _ in told) for one in options)
    assert all(does for _, does in told)


def test_no_option_is_told_as_a_command() -> None:
    """`serve --config` is no `serve-config`."""
    helps = {command.help for command in load_commands().values()}
    first = {(text or "").partition("\n")[0] for text in helps}
    told = [
        option.help or ""
        for command in load_commands().values()
        for option in command.params
        if isinstance(option, click.Option)
    ]
    assert [text for text in told if any(text.startswith(one) for one in first)] == []


def test_a_command_loads_what_it_needs_and_no_more() -> None:
    """Nothing that draws, reads the files of offices or makes sites, to find a service."""
    loads = "import sys, carelist.cli as cli; cli.load_command('{}'); print(*sys.modules)"
    asked = [(sys.executable, "-c", loads.format(name)) for name in ("search", "check")]
    loaded = [subprocess.run(one, capture_output=True, check=True, text=True) for one in asked]
    assert [SLOW & set(one.stdout.split()) for one in loaded] == [set(), set()]
