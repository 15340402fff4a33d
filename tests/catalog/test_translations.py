"""English that is missing or behind is listed with the Chinese before and after."""

from __future__ import annotations

import subprocess
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from generator.catalog.kinds import Kind
from generator.catalog.loading import inspect_catalog
from generator.catalog.texts import find_digest
from generator.cli import main
from tests.catalog.test_cases import change

if TYPE_CHECKING:
    from pathlib import Path

SERVICES = "revisions/2033/services.yml"


def list_translations(folder: Path) -> list[str]:
    """What the command says, with places below the folder."""
    result = CliRunner().invoke(main, ["translations", "--catalog", str(folder)])
    return result.output.replace(f"{folder.as_posix()}/", "").splitlines()


@pytest.mark.parametrize("is_draft", [False, True])
def test_translations_are_listed(cloudbridge: Path, *, is_draft: bool) -> None:
    """Stale where the Chinese is another one, which an earlier list still has; or missing.

    A draft is listed too, however much of it is left to do.
    """
    edits = [
        {"file": SERVICES, "from": "zh: 上门走访", "to": "zh: 上门看望"},
        {"file": SERVICES, "from": "      en: Reading in the library.\n", "to": ""},
    ]
    for edit in edits:
        change(cloudbridge, edit)
    if is_draft:
        (cloudbridge / "revisions/2033/draft.yml").write_text("", encoding="utf-8")
        (cloudbridge / "revisions/2033/source.txt").unlink()
    assert list_translations(cloudbridge) == [
        "revisions/2033/services.yml:323:11: services.library.summary: English missing",
        "  zh now: 到图书馆读书。",
        "revisions/2033/services.yml:562:15: services.guidance.clauses.visits.title: English stale",
        "  zh before: 上门走访",
        "  zh now: 上门看望",
        "  en: Home visits",
        "stale or missing: 2",
    ]


def test_translations_are_listed_in_chinese(cloudbridge: Path) -> None:
    """In the language that is asked for; so is what is refused."""
    change(cloudbridge, {"file": SERVICES, "from": "zh: 上门走访", "to": "zh: 上门看望"})
    words = ["translations", "--catalog", str(cloudbridge), "--lang", "zh"]
    lines = CliRunner().invoke(main, words).output.splitlines()
    assert lines[0].endswith(": services.guidance.clauses.visits.title: 英语译文未更新")
    assert lines[1:] == [
        "  原来的原文（zh）: 上门走访",
        "  现在的原文（zh）: 上门看望",
        "  译文（en）: Home visits",
        "待更新：1",
    ]
    refused = CliRunner().invoke(main, [*words, "--write", "services.yml:1"])
    told = "错误：“services.yml:1”处没有未更新的译文；请照列出的写 文件:行"
    assert (refused.exit_code, refused.output.splitlines()[-1]) == (2, told)


def test_digests_are_written_by_the_command(cloudbridge: Path) -> None:
    """One that is of other Chinese, and one that is missing; all else stays as it is."""
    change(cloudbridge, {"file": SERVICES, "from": "zh: 上门走访", "to": "zh: 上门看望"})
    path = cloudbridge / SERVICES
    before = path.read_text(encoding="utf-8")
    digest = '      digest: "' + find_digest("到图书馆读书。") + '"\n'
    assert before.count(digest) == 1
    path.write_text(before.replace(digest, ""), encoding="utf-8")
    places = [line.partition(": ")[0].rpartition(":")[0] for line in list_translations(cloudbridge)]
    written = [f"--write={cloudbridge / place}" for place in places if place.startswith(SERVICES)]
    result = CliRunner().invoke(main, ["translations", "--catalog", str(cloudbridge), *written])
    assert (result.exit_code, result.output) == (0, "stale or missing: 0\n")
    assert inspect_catalog(cloudbridge).problems[0].kind is Kind.NOT_LOGGED
    after = path.read_text(encoding="utf-8")
    expected = before.replace(find_digest("上门走访"), find_digest("上门看望"))
    assert sorted(after.splitlines()) == sorted(expected.splitlines())


def test_a_place_where_no_english_is_stale_is_refused(cloudbridge: Path) -> None:
    """With the form expected; nothing is written."""
    words = ["translations", "--catalog", str(cloudbridge), "--write", "services.yml:1"]
    result = CliRunner().invoke(main, words)
    told = "Error: no translation is stale at 'services.yml:1'; expected FILE:LINE as listed"
    assert (result.exit_code, result.output.splitlines()[-1]) == (2, told)


def test_chinese_that_only_the_history_has(cloudbridge: Path) -> None:
    """What stood in the file before it was mended is found in its commits, newest first."""
    words = ("冬季关爱", "冬天关爱", "过冬关爱")
    git = ("git", "-C", str(cloudbridge), "-c", "user.name=a", "-c", "user.email=a@example.org")
    subprocess.run((*git, "init", "-q"), check=True)
    for before, after in pairwise(words):
        subprocess.run((*git, "add", "."), check=True)
        subprocess.run((*git, "commit", "-q", "-m", before), check=True)
        path = cloudbridge / SERVICES
        path.write_text(path.read_text("utf-8").replace(before, after), encoding="utf-8")
    assert list_translations(cloudbridge) == [
        "revisions/2033/services.yml:109:11: groups.winter-care.name: English stale",
        "  zh before: 冬季关爱服务",
        "  zh now: 过冬关爱服务",
        "  en: Winter care",
        "stale or missing: 1",
    ]


def test_a_file_that_cannot_be_read_is_told(cloudbridge: Path) -> None:
    """The rest is listed all the same."""
    (cloudbridge / SERVICES).write_text("- [", encoding="utf-8")
    said = list_translations(cloudbridge)
    assert said[0].startswith("revisions/2033/services.yml:1:1: ")
    assert said[-1] == "stale or missing: 0"
