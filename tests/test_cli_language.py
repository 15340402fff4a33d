"""Every command speaks the language of whoever calls it: that of the option, or of the system."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

import click
import pytest
from carelist.cli import PLACES, main
from carelist.cli.refusals import translate
from carelist.speech.locales import SHIPPED_LOCALES
from carelist.speech.own import speak
from click.testing import CliRunner

from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

CHINESE = {"LC_ALL": "zh_CN.UTF-8"}
HAN = re.compile("[\u3400-\u9fff]")
REFUSED = [
    ("chek", "错误：没有“chek”这个命令"),
    ("--strict", "错误：没有“--strict”这个选项"),
    ("check --lang fr", "错误：--lang 只能是：zh、en"),
    ("check --allow-stail", "错误：没有“--allow-stail”这个选项；是不是 --allow-stale？"),
    ("publish", "错误：缺少 YEAR"),
    ("publish 2033 2034", "错误：多写了：2034"),
    ("intake nothing.txt --revision 2034", "错误：notice：没有这个文件，或者打不开"),
    ("changes 2033", "错误：请写两个年份，如 changes 2025 2026，或者用 --base DIR"),
    ("changes 2030 2033", "错误：没有 2030 年版；现有 2031, 2032, 2033"),
    ("publish 2040", "错误：没有 2040 年版；现有 2031, 2032, 2033"),
    ("check-family age", "错误：“age”不是回答；应写“问题=选项”，如 age=3-5"),
    ("check-family agee=1", "错误：没有“agee”这个问题；是不是“age”？"),
]


def run(words: str, *more: Path | str, **environment: str) -> tuple[int, list[str]]:
    """Run the command; its exit status, and the lines that it says."""
    arguments = [*words.split(), *map(str, more)]
    done = CliRunner().invoke(main, arguments, env={"LANG": "", **environment})
    return done.exit_code, done.output.splitlines()


@pytest.mark.parametrize(("words", "told"), REFUSED)
def test_a_refusal_is_told_in_chinese(cloudbridge: Path, words: str, told: str) -> None:
    """By the system's language; the exit status is that of a wrong call."""
    has_list = words.partition(" ")[0] in PLACES
    status, lines = run(words, *(("--catalog", cloudbridge) if has_list else ()), **CHINESE)
    assert (status, lines[-1], lines[0].partition("：")[0]) == (2, told, "用法")


@pytest.mark.parametrize("name", ["", *PLACES])
def test_help_is_whole_in_one_language(name: str) -> None:
    """That of the system, or of the option, which may stand before it or behind it."""
    chinese = run(f"{name} --help", **CHINESE)[1]
    assert (chinese[0].partition("：")[0], chinese.count("选项：")) == ("用法", 1)
    english = run(f"{name} --help")[1]
    assert [line for line in english if HAN.search(line)] == []
    names = re.compile(r" *(?:--\S+ \[[\w|-]+\])?")  # choices are words of the command line
    assert [line for line in chinese if line in english and not names.fullmatch(line)] == []
    if name and "--lang" in "".join(chinese):
        assert run(f"{name} --lang zh --help") == run(f"{name} --locale=zh --help") == (0, chinese)


def test_the_option_decides_before_the_system(cloudbridge: Path) -> None:
    """Of a command that has read it; in English, click speaks as it always does."""
    words = "publish 2033 --lang"
    assert run(words, "zh", "--catalog", cloudbridge)[1][-1].startswith("错误：2033 年版已在")
    status, lines = run(words, "en", "--catalog", cloudbridge, **CHINESE)
    assert (status, lines[-1].partition(";")[0]) == (
        2,
        "Error: revision 2033 was published on 2033-03-25",
    )


def test_what_was_done_is_told_in_chinese(cloudbridge: Path, tmp_path: Path) -> None:
    """Publishing, the schemas and the ledger."""
    record = cloudbridge / "revisions" / "2033" / "published.yml"
    record.unlink()
    assert run("publish 2033 --lang zh", "--catalog", cloudbridge) == (
        0,
        [f"{record}：2033 年版已经发布，公文原文和 id 从此不再变"],
    )
    lines = run("schema --lang zh", "--catalog", tmp_path)[1]
    assert f"{tmp_path}/schema/vocabulary.schema.json：与程序不一致" in lines
    assert lines[-1] == "请运行 carelist schema --write"
    ledger = tmp_path / "ledger.txt"
    ledger.write_text("/nowhere/\n", encoding="utf-8")
    status, lines = run("ledger --lang zh", "--catalog", cloudbridge, "--file", ledger)
    assert (status, lines[0], lines[-1]) == (
        1,
        f"{ledger}：/nowhere/ 发布过，现在打不开了",
        "请运行 carelist ledger --write",
    )


@pytest.mark.parametrize(
    ("url", "command", "told"),
    [
        ("list.example.org", "settings", "“list.example.org”不是网站的网址；"),
        ("http://[::1", "settings", "“http://[::1”不是网站的网址；"),
        ("http://[::1", "kit", "“http://[::1”不是网站的网址；"),
        ("", "kit", "没有设 site_url，"),
        ("http://127.0.0.1:8000/", "kit", "“http://127.0.0.1:8000/”指的是打开它的那台设备自己，"),
        ("http://localhost/x/", "kit", "“http://localhost/x/”指的是打开它的那台设备自己，"),
    ],
)
def test_an_address_that_nobody_can_open_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, url: str, command: str, told: str
) -> None:
    """With its place, before MkDocs reads it and before anything is made."""
    monkeypatch.chdir(ROOT)
    more = ("--out", tmp_path / "kit") if command == "kit" else ()
    status, lines = run(f"{command} --lang zh", *more, SITE_URL=url)
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").splitlines()
    line = next(n for n, text in enumerate(settings, 1) if text.startswith("site_url"))
    assert (status, len(lines)) == (1, 1)
    assert lines[0].startswith(f"mkdocs.yml:{line}:11: {told}")
    assert os.listdir(tmp_path) == []  # noqa: PTH208  # nothing at all


@pytest.mark.parametrize("url", ["", "http://127.0.0.1:8000/", "https://list.example.org/care/"])
def test_settings_that_pages_can_be_built_with(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    """Also where nothing can be printed: the build says what it needs for that."""
    monkeypatch.chdir(ROOT)
    assert run("settings", SITE_URL=url) == (0, [])


def test_settings_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    """A file that is no YAML."""
    broken = tmp_path / "broken.yml"
    broken.write_text("site_url: [", encoding="utf-8")
    status, lines = run("settings --lang en", "--config", broken)
    assert (status, len(lines)) == (1, 1)
    assert lines[0].startswith(f"{broken}: the settings cannot be read: ")


@pytest.mark.parametrize("command", ["settings", "build", "kit --out kit", "serve"])
def test_where_there_is_no_site_a_command_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, command: str
) -> None:
    """In the language of who runs it alone; the system's own words are in another."""
    monkeypatch.chdir(tmp_path)
    told = (
        "mkdocs.yml：没有这个文件；请在网站的文件夹里运行，或先用 carelist new 建一个网站",
        (
            "mkdocs.yml: there is no such file; run this in the folder of a site, or begin one "
            "with carelist new"
        ),
    )
    assert [run(f"{command} --locale {tag}") for tag in ("zh", "en")] == [
        (1, [one]) for one in told
    ]


def test_what_is_found_while_a_site_is_made_is_told_in_the_language_of_the_option(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Also where the system speaks another one, and where MkDocs gives up."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: a\nsite_url: https://list.example.org/\nplugins: [carelist]\n", encoding="utf-8"
    )
    said = {tag: run(f"kit --out kit --lang {tag}", **CHINESE) for tag in ("zh", "en")}
    assert {status for status, _ in said.values()} == {1}
    chinese, english = ("".join(lines) for _, lines in said.values())
    assert chinese.startswith("错误：清单有错，网站没有生成：")
    assert english.startswith("Error: the list cannot be built:")
    assert not HAN.search(english)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Aborted with a BuildError!", "错误：没有生成，原因写在上面"),
        (
            "Aborted with 2 warnings in strict mode!",
            "错误：有 2 处提醒，加了 --strict 就不生成；写在上面",
        ),
    ],
)
def test_that_mkdocs_gives_up_is_told_in_chinese(said: str, told: str) -> None:
    """Its own words are English."""
    with speak(SHIPPED_LOCALES["zh"]):
        assert translate(click.ClickException(said)).format_message() == told
