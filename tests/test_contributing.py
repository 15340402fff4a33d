"""The way to a new year's list, walked as CONTRIBUTING.zh.md describes it, command by command."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from bench.clerk import mend_problems
from bench.next_list import NextList
from bench.variants import read_plain
from generator.cli import main
from generator.eligibility.inspecting import inspect_list, load_list
from generator.search.checks import inspect_vocabulary
from tests.conftest import ROOT
from tests.speaking import ZH

if TYPE_CHECKING:
    from generator.catalog.problems import Problem

HEADINGS = {
    "CONTRIBUTING.zh.md": "### 新一年的清单，一步一步来",
    "CONTRIBUTING.md": "### A new year's list, step by step",
}
COMMAND = re.compile(r"`(?:\.venv/bin/)?carelist ([^`]+)`")
STEPS = [
    "intake notice.txt --revision 2026",
    "translations",
    "check --lang zh",
    "confirm 2026 summary:housing",
    "publish 2026",
    "changes 2025 2026",
]
BESIDES = [
    "revise 2026",
    "intake catalog/revisions/2025/source.txt --revision 2025 --compare 2025",
]
FILES = ["draft.yml", "notice.yml", "readings.yml", "services.yml", "source.txt"]


def read_way(name: str) -> tuple[list[str], str]:
    """The steps of the way, and what follows them in its section."""
    text = (ROOT / name).read_text(encoding="utf-8").split(HEADINGS[name])[1]
    section = text.partition("\n## ")[0]
    lines = section.splitlines()
    steps = [line for line in lines if re.match(r"\d\. |   - ", line)]
    return steps, "\n".join(line for line in lines if line not in steps)


@pytest.fixture
def clerk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which a clerk works: the real list, and the notice of a new year.

    It drops a service and a promise of another.
    """
    catalog = Path(shutil.copytree(ROOT / "catalog", tmp_path / "catalog"))
    year = catalog / "revisions" / "2025"
    files = (read_plain(year / name) for name in ("services.yml", "notice.yml"))
    services, notice = files
    new = NextList(load_list(catalog), services, notice, Random(1))  # noqa: S311  # nothing is drawn
    new.rows[:] = [service for service in new.rows if service["id"] != "city-experience"]
    (childcare,) = (one for one in new.rows if one["id"] == "health-and-childcare")
    childcare["clauses"] = childcare["clauses"][:2]
    for number, service in enumerate(new.rows, 1):
        service["number"] = str(number)
    new.write(tmp_path / "notice.txt")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(words: str) -> tuple[int, list[str]]:
    """Run a command as it stands in the text; its exit status, and what it says."""
    done = CliRunner(env={"LC_ALL": "zh_CN.UTF-8"}).invoke(main, words.split())
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exc_info
    return done.exit_code, done.output.splitlines()


def list_left() -> tuple[Problem, ...]:
    """What is left to do in the draft."""
    return inspect_vocabulary(inspect_list(Path("catalog"))).drafts["2026"].problems


@pytest.mark.parametrize("name", HEADINGS)
def test_the_way_is_described_command_by_command(name: str) -> None:
    """In both languages, in this order; the files that go with a list are named."""
    steps, besides = read_way(name)
    told = [command for step in steps for command in COMMAND.findall(step)]
    assert [command.replace(" --lang zh", "") for command in told] == [
        command.replace(" --lang zh", "") for command in STEPS
    ]
    assert [step[0] for step in steps if step[0] != " "] == list("1234567")
    for file in ("vocabulary.yml", "hotlines.yml", "situations.yml"):
        assert sum(f"   - `{file}`" in step for step in steps) == 1
    assert [command for command in COMMAND.findall(besides) if " 202" in command] == BESIDES


def test_the_way_leads_to_a_published_list(clerk: Path) -> None:
    """Each command ends as the text says, before and after what it asks for is done."""
    intake, translations, check, confirm, publish, changes = (
        command for step in read_way("CONTRIBUTING.zh.md")[0] for command in COMMAND.findall(step)
    )
    year = clerk / "catalog" / "revisions" / "2026"
    status, lines = run(intake)
    assert (status, sorted(path.name for path in year.iterdir())) == (0, FILES)
    lost = [line for line in lines if line.startswith("  “") or "和 2025 年版相比，按" in line]
    assert [line.partition("：")[0] for line in lost] == [
        "和 2025 年版相比，按读出的表格，少了或改了这 1 处",
        "  “health-and-childcare”不再有“childcare”",
    ]
    again, told = run(intake)
    assert (again, "已经有了，程序从不覆盖" in told[-1]) == (1, True)
    assert run(translations)[0] == 0
    status, lines = run(check)
    left = len(list_left())
    assert left > 0
    assert (status, f"2026 年版是草稿，没有发布；还有 {left} 处要做" in lines) == (0, True)
    assert any("vocabulary.yml" in line and "until: " in line for line in lines)
    refused, told = run(publish)
    assert (refused, len(told), (year / "draft.yml").exists()) == (1, left, True)
    assert run(confirm)[0] == 1  # housing is as it was, and the rest is still to be looked at
    while problems := list_left():
        mended = mend_problems(problems)
        assert run("confirm 2026 --all")[0] == 0
        assert mended or not list_left(), [problem.line(ZH) for problem in problems]
    status, lines = run(check)
    done = "2026 年版的草稿已经做完；运行 carelist publish 2026 就发布"
    assert (status, done in lines) == (0, True)
    assert "没有问题" in lines
    status, lines = run(publish)
    assert (status, (year / "draft.yml").exists()) == (0, False)
    assert lines == [
        "catalog/revisions/2026/published.yml：2026 年版已经发布，公文原文和 id 从此不再变"
    ]
    assert run(check)[1][-1] == "没有问题"
    status, lines = run(changes)
    assert (status, lines[0]) == (0, "2026 年版清单和 2025 年版比，改了什么")
    assert run(publish)[0] == 2


def test_the_other_ways_are_open_too(clerk: Path) -> None:
    """From last year's files, and the count of how well a notice is read."""
    revise, compare = BESIDES
    assert run(revise)[0] == 0
    assert (clerk / "catalog" / "revisions" / "2026" / "draft.yml").exists()
    assert run(revise)[0] == 1
    text = read_way("CONTRIBUTING.zh.md")[1]
    numbers = re.search(r"(\d+) 格中 (\d+) 格相同，另有 (\d+) 格.*；不同的 (\d+) 格", text)
    assert numbers is not None
    status, lines = run(compare)
    total, right, as_printed, wrong = numbers.groups()
    assert status == 0
    assert any(
        f"{total} 格中 {right} 格相同；另有 {as_printed} 格照印出的字，只差校改；{wrong} 格不同"
        in line
        for line in lines
    )
