"""English that is missing or behind is listed with the Chinese before and after."""

from __future__ import annotations

import subprocess
from itertools import pairwise
from pathlib import Path

import pytest
from carelist.catalog.kinds import Kind
from carelist.catalog.loading import inspect_catalog
from carelist.catalog.located_yaml import parse_yaml
from carelist.catalog.texts import find_digest
from carelist.catalog.translations import Translation, find_translations, write_digests
from carelist.cli import main
from carelist.speech.locales import Locales
from click.testing import CliRunner

from tests.catalog.test_cases import change
from tests.speaking import EN, KOREAN, ZH

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


def test_digests_of_all_new_translations_are_written_at_once(cloudbridge: Path) -> None:
    """Of those that have none; one that is of other Chinese is left to be looked at."""
    change(cloudbridge, {"file": SERVICES, "from": "zh: 上门走访", "to": "zh: 上门看望"})
    path = cloudbridge / SERVICES
    digest = '      digest: "' + find_digest("到图书馆读书。") + '"\n'
    before = path.read_text(encoding="utf-8")
    path.write_text(before.replace(digest, ""), encoding="utf-8")
    result = CliRunner().invoke(main, ["translations", "--new", "--catalog", str(cloudbridge)])
    assert result.output.splitlines()[-1] == "stale or missing: 1"
    assert sorted(path.read_text(encoding="utf-8").splitlines()) == sorted(before.splitlines())


NEW = find_digest("新")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- zh: 新\n  en: New\n", f'- digest: "{NEW}"\n  zh: 新\n  en: New\n'),
        ("a: {zh: 新, en: New}\n", f'a: {{digest: "{NEW}", zh: 新, en: New}}\n'),
        (
            "zh: 新\nen: New\nko: 새\ndigest:\n  en: 00000000\n",
            f'zh: 新\nen: New\nko: 새\ndigest:\n  ko: "{NEW}"\n  en: "{NEW}"\n',
        ),
        (
            "zh: 新\nen: New\nko: 새\ndigest: { en: 00000000 }\n",
            f'zh: 新\nen: New\nko: 새\ndigest: {{ko: "{NEW}", en: "{NEW}" }}\n',
        ),
    ],
    ids=["in a list", "in braces", "a translation without its own", "the same in braces"],
)
def test_a_digest_is_put_where_it_belongs(before: str, after: str) -> None:
    """However the text is written; a file that has them all then has nothing stale."""
    locales = Locales({"zh": ZH, "en": EN, "ko": EN.model_copy(update={"tag": "ko"})})

    def list_stale(content: str) -> list[Translation]:
        documents = [(Path("a.yml"), parse_yaml("a.yml", content.encode()))]
        found = find_translations(documents, locales, lambda _: iter(()))
        return [one for one in found if one.state == "stale"]

    assert write_digests(before, list_stale(before)) == after
    assert list_stale(after) == []


def test_all_translations_of_a_text_are_written_at_its_place(cloudbridge: Path) -> None:
    """One place stands for each of them that is stale."""
    record = cloudbridge / "locales" / "ko" / "locale.yml"
    record.parent.mkdir(parents=True)
    record.write_text(KOREAN, encoding="utf-8")
    name = "  en: Cloudbridge Carelist\n"
    edits = [("name:\n", "locales: [zh, en, ko]\nname:\n"), (name, f"{name}  ko: 구름\n")]
    for before, after in (*edits, (find_digest("云桥关爱清单"), "00000000")):
        change(cloudbridge, {"file": "site.yml", "from": before, "to": after})
    told = [line for line in list_translations(cloudbridge) if line.startswith("site.yml:6:7: ")]
    assert told == ["site.yml:6:7: name: English stale", "site.yml:6:7: name: Korean stale"]
    words = ["translations", "--catalog", str(cloudbridge), f"--write={cloudbridge}/site.yml:6"]
    result = CliRunner().invoke(main, words)
    assert result.exit_code == 0
    assert "/site.yml:6:7: " not in result.output
    assert find_digest("云桥关爱清单") in (cloudbridge / "site.yml").read_text(encoding="utf-8")


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
