"""The cases: a draft of the fictional city, and what the check says is left to do in it."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from carelist.cli import main
from click.testing import CliRunner

from tests.golden import write_case
from tests.speaking import LOCALES

FOLDER = Path(__file__).parent
CASES = sorted(FOLDER.glob("cases/*.yml"))


def take(folder: Path, step: dict[str, str]) -> None:
    """Take one step of a case: a command, a file copied or written, or words replaced."""
    if "run" in step:
        words = [word.format(folder=folder) for word in step["run"].split()]
        CliRunner().invoke(main, [*words, "--catalog", str(folder)], catch_exceptions=False)
        return
    file = folder / step["file"]
    if "copy" in step:
        file.write_bytes((folder / step["copy"]).read_bytes())
    elif "content" in step:
        file.write_text(step["content"], encoding="utf-8")
    else:
        text = file.read_text(encoding="utf-8")
        assert step["from"] in text
        file.write_text(text.replace(step["from"], step["to"]), encoding="utf-8")


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path: Path, lakeside: Path, *, update_golden: bool) -> None:
    """Each case runs its commands, makes its changes, and is told in exactly its lines."""
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    for step in case["steps"]:
        take(lakeside, step)
    told: dict[str, object] = {}
    for language in LOCALES:
        words = ["check", "--catalog", str(lakeside), "--lang", language.tag]
        result = CliRunner().invoke(main, words, catch_exceptions=False)
        lines = result.output.replace(f"{lakeside}/", "").splitlines()
        told |= {"exit": result.exit_code, language.tag: lines}
    if update_golden:
        write_case(path, {"steps": case["steps"], **told})
    assert update_golden or told == {name: case.get(name) for name in told}
