"""The ways to a first list and to a new year's, walked as CONTRIBUTING.zh.md describes them."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pytest
from carelist.eligibility.inspecting import inspect_list, load_list
from carelist.plugin import CarelistPlugin
from carelist.search.checks import inspect_vocabulary
from carelist.speech.plain_yaml import read_plain
from mkdocs.config import load_config

from bench.clerk import mend_problems
from bench.next_list import NextList
from tests.conftest import CITIES, ROOT
from tests.drafting import (
    CHILDREN,
    COMMAND,
    ELDERS,
    FIRST_HEADINGS,
    HEADINGS,
    TITLES,
    begin_first_list,
    count_values,
    list_commands,
    read_block,
    read_way,
    run,
    write_title,
)
from tests.speaking import ZH

if TYPE_CHECKING:
    from carelist.catalog.problems import Problem

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
FIRST_STEPS = [
    "intake notice.docx --revision 2025",
    "check",
    "confirm 2025 ids:services",
    "publish 2025",
    "build",
]
IN_LAKESIDE = {"2026": "2032", "2025": "2031", "housing": "allowance"}
"""What stands for the years and the service of the text in the small city that walks it."""
FILES = ["draft.yml", "notice.yml", "readings.yml", "services.yml", "source.txt"]


def localise(command: str) -> str:
    """Give a command of the text as it is for the small city."""
    for word, here in IN_LAKESIDE.items():
        command = command.replace(word, here)
    return command


@pytest.fixture
def clerk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which a clerk works: a small published list, and the notice of a new year.

    It drops a service and a promise of another.
    """
    monkeypatch.chdir(tmp_path)
    catalog = Path(shutil.copytree(CITIES / "lakeside", tmp_path / "catalog"))
    assert run("publish 2031")[0] == 0
    year = catalog / "revisions" / "2031"
    files = (read_plain(year / name) for name in ("services.yml", "notice.yml"))
    services, notice = files
    new = NextList(load_list(catalog), services, notice, Random(1))
    new.rows[:] = [service for service in new.rows if service["id"] != "after-school"]
    (places,) = (one for one in new.rows if one["id"] == "school-places")
    places["clauses"] = places["clauses"][:1]
    for number, service in enumerate(new.rows, 1):
        service["number"] = str(number)
    new.write(tmp_path / "notice.txt")
    return tmp_path


def list_left() -> tuple[Problem, ...]:
    """What is left to do in the draft."""
    return inspect_vocabulary(inspect_list(Path("catalog"))).drafts["2032"].problems


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
    intake, translations, check, confirm, publish, changes = map(
        localise, list_commands("CONTRIBUTING.zh.md")
    )
    year = clerk / "catalog" / "revisions" / "2032"
    status, lines = run(intake)
    assert (status, sorted(path.name for path in year.iterdir())) == (0, FILES)
    lost = [line for line in lines if line.startswith("  “") or "和 2031 年版相比，按" in line]
    assert [line.partition("：")[0] for line in lost] == [
        "和 2031 年版相比，按读出的表格，少了或改了这 1 处",
        "  “school-places”不再有“advice”",
    ]
    again, told = run(intake)
    assert (again, "已经有了，程序从不覆盖" in told[-1]) == (1, True)
    assert run(translations)[0] == 0
    status, lines = run(check)
    left = len(list_left())
    assert left > 0
    assert (status, f"2032 年版是草稿，没有发布；还有 {left} 处要做" in lines) == (0, True)
    assert any("vocabulary.yml" in line and "until: " in line for line in lines)
    refused, told = run(publish)
    assert (refused, len(told), (year / "draft.yml").exists()) == (1, left, True)
    assert run(confirm)[0] == 1  # the allowance is as it was, and the rest is still to be looked at
    while problems := list_left():
        assert len(problems) <= left
        left = len(problems)
        mended = mend_problems(problems)
        assert run("confirm 2032 --all")[0] == 0
        assert mended or not list_left(), [problem.line(ZH) for problem in problems]
    status, lines = run(check)
    done = "2032 年版的草稿已经做完；运行 carelist publish 2032 就发布"
    assert (status, done in lines) == (0, True)
    assert "没有问题" in lines
    status, lines = run(publish)
    assert (status, (year / "draft.yml").exists()) == (0, False)
    assert lines == [
        "catalog/revisions/2032/published.yml：2032 年版已经发布，公文原文和 id 从此不再变"
    ]
    assert run(check)[1][-1] == "没有问题"
    status, lines = run(changes)
    assert (status, lines[0]) == (0, "2032 年版清单和 2031 年版比，改了什么")
    assert run(publish)[0] == 2


def test_revise_begins_from_last_years_files(clerk: Path) -> None:
    """It writes nothing over."""
    revise = localise(BESIDES[0])
    assert run(revise)[0] == 0
    assert (clerk / "catalog" / "revisions" / "2032" / "draft.yml").exists()
    assert run(revise)[0] == 1


def test_how_well_a_notice_is_read_is_told_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of the real list."""
    monkeypatch.chdir(ROOT)
    text = read_way("CONTRIBUTING.zh.md")[1]
    numbers = re.search(r"(\d+) 格中 (\d+) 格相同，另有 (\d+) 格.*；不同的 (\d+) 格", text)
    assert numbers is not None
    status, lines = run(BESIDES[1])
    total, right, as_printed, wrong = numbers.groups()
    assert status == 0
    assert any(
        f"{total} 格中 {right} 格相同；另有 {as_printed} 格照印出的字，只差校改；{wrong} 格不同"
        in line
        for line in lines
    )


@pytest.mark.parametrize("name", FIRST_HEADINGS)
def test_the_first_way_is_described_command_by_command(name: str) -> None:
    """In both languages, in this order; the files to write are the same."""
    steps, besides = read_way(name, FIRST_HEADINGS)
    told = list_commands(name, FIRST_HEADINGS)
    assert [command.replace(" --lang zh", "") for command in told] == FIRST_STEPS
    assert [step[0] for step in steps] == list("123456")
    chinese = read_way("CONTRIBUTING.zh.md", FIRST_HEADINGS)[1]
    for block in (1, 2):
        assert read_block(besides, block) == read_block(chinese, block)


def test_the_first_way_leads_from_a_word_file_to_a_published_list(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In Chinese alone, with what the text shows and nothing else; less is left at each step."""
    monkeypatch.chdir(tmp_path)
    site = begin_first_list(CHILDREN, "notice.docx")
    filled = count_values(read_plain(site))
    intake, check, confirm, publish, _ = list_commands("CONTRIBUTING.zh.md", FIRST_HEADINGS)
    status, lines = run(intake)
    assert (status, "有把握：138 格" in lines) == (0, True)
    lines = run(check)[1]
    assert lines[1] == "2025 年版是草稿，没有发布；还有 1 处要做"
    assert not any("个问题" in line for line in lines)
    assert run(publish)[0] == 1
    assert run(confirm) == (0, ["待核对：0"])
    filled += 1
    assert "2025 年版的草稿已经做完；运行 carelist publish 2025 就发布" in run(check)[1]
    assert run(publish)[0] == 0
    lines = run(check)[1]
    assert lines[-1] == "没有问题"
    assert "  服务 23 项，内容 36 条" in lines
    Path("mkdocs.yml").write_text(
        read_block(read_way("CONTRIBUTING.zh.md", FIRST_HEADINGS)[1], 2), encoding="utf-8"
    )
    assert isinstance(
        load_config("mkdocs.yml", docs_dir="catalog").plugins["carelist"], CarelistPlugin
    )
    assert filled == 8  # of about 1,100 that a first list took before


def test_the_first_way_asks_for_what_tells_services_of_one_name_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a list for elders without pillars; each thing that is done leaves one less."""
    monkeypatch.chdir(tmp_path)
    begin_first_list(ELDERS, "notice.docx")
    intake, check, confirm, publish, _ = list_commands("CONTRIBUTING.zh.md", FIRST_HEADINGS)
    assert run(intake)[0] == 0
    services = Path("catalog", "revisions", "2025", "services.yml")
    left = [len(inspect_list(Path("catalog")).drafts["2025"].problems)]
    for number, title in TITLES.items():
        write_title(services, number, title)
        left.append(len(inspect_list(Path("catalog")).drafts["2025"].problems))
    assert left == [3, 2, 1]
    assert [run(command)[0] for command in (confirm, publish, check)] == [0, 0, 0]
