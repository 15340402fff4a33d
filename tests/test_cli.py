"""The `carelist` command, as a clerk and as a machine use it."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click
import pytest
from carelist.cli import load_commands, main
from carelist.cli.explaining import describe, describe_option
from carelist.speech.words import SHIPPED
from click.testing import CliRunner

from tests.speaking import EN, ZH

if TYPE_CHECKING:
    from click.testing import Result

ROOT = Path(__file__).parent.parent


def run(*arguments: str | Path, environment: dict[str, str] | None = None) -> Result:
    """Run the command with words, in English unless the environment says otherwise."""
    places = {"LC_ALL": "C.UTF-8", **(environment or {})}
    return CliRunner().invoke(main, [str(word) for word in arguments], env=places)


def change(folder: Path, file: str, old: str, new: str) -> None:
    """Replace words in a file of the catalog."""
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_sound_catalog_is_summed_up(lakeside: Path) -> None:
    """A sound catalog exits with 0 and says how it was proved."""
    result = run("check", "--catalog", lakeside, "--lang", "en")
    assert result.exit_code == 0
    assert result.output.splitlines() == [
        f"2031: proved against {lakeside}/revisions/2031/source.txt",
        "  5 services, 6 clauses",
        "  25 cells: 9 printed in place, 1 merged, 12 shifted, 3 inferred",
        "  2 character repairs, 1 notes, 2 stray, 1 lost",
        "  10 paragraphs of the body",
        "  77 of 77 texts with English of the present Chinese",
        "city files: 37 of 37 texts with English of the present Chinese",
        "no problems",
    ]


def test_what_no_font_has_is_told_before_the_kit_is_drawn(lakeside: Path) -> None:
    """With the text that it stands in; it holds nothing back."""
    change(lakeside, "site.yml", "en: Lakeside Carelist", "en: Lakeside Carelist Ș")
    result = run("check", "--catalog", lakeside)
    assert result.exit_code == 0
    told = "the fonts have no 'Ș' (U+0218), which stands in “Lakeside Carelist Ș”"
    assert f"{lakeside}/site.yml:1:1: {told}" in result.output.splitlines()


def test_a_language_has_fonts_and_pages_of_its_own(lakeside: Path) -> None:
    """They stand in its folder, beside a copy of a shipped record; a font that is not is told."""
    record = (SHIPPED / "en" / "locale.yml").read_text("utf-8")
    folder = lakeside / "locales" / "en"
    (folder / "prose").mkdir(parents=True)
    (folder / "prose" / "about.md").write_text("# About\n", "utf-8")
    (folder / "locale.yml").write_text(f"{record}fonts: [Hangul.otf]\n", "utf-8")
    result = run("check", "--catalog", lakeside)
    assert result.exit_code == 1
    told = "this file is missing; the catalog needs it"
    assert result.output.splitlines()[0] == f"{folder}/Hangul.otf:1:1: {told}"
    shutil.copy(ROOT / "tests" / "publicity" / "hangul.otf", folder / "Hangul.otf")
    assert run("check", "--catalog", lakeside).output.splitlines()[-1] == "no problems"


def test_summary_in_chinese(lakeside: Path) -> None:
    """The same in Chinese, for a clerk whose system speaks Chinese."""
    result = run("check", "--catalog", lakeside, environment={"LC_ALL": "zh_CN.UTF-8"})
    assert result.exit_code == 0
    assert result.output.splitlines() == [
        f"2031 年版：已与 {lakeside}/revisions/2031/source.txt 逐字核对",
        "  服务 5 项，内容 6 条",
        "  表格 25 格：原位印出 9，合并 1，移位 12，推定 3",
        "  校改文字 2 处，存疑 1 处，多余 2 处，缺失 1 处",
        "  正文 10 段",
        "  77 处文字中，77 处的英语译文与现在的中文相符",
        "城市资料：37 处文字中，37 处的英语译文与现在的中文相符",
        "没有问题",
    ]


def test_problems_are_listed_and_counted(lakeside: Path) -> None:
    """Problems come in file order, then their number; the exit status is 1."""
    change(lakeside, "site.yml", "en: Lakeside Carelist", "en: No")
    change(lakeside, "hotlines.yml", "[education]", "[eduction]")
    result = run("check", "--catalog", lakeside)
    assert result.exit_code == 1
    assert result.output.splitlines() == [
        f"{lakeside}/hotlines.yml:25:19: unknown department 'eduction'; did you mean 'education'?",
        f'{lakeside}/site.yml:6:7: No without quotes is read as true or false by YAML; write "No"',
        "2 problems in 2 files",
    ]


def test_language_option_comes_before_the_locale(lakeside: Path) -> None:
    """`--lang zh` speaks Chinese whatever the system."""
    (lakeside / "site.yml").unlink()
    result = run("check", "--catalog", lakeside, "--lang", "zh")
    assert result.output.splitlines() == [
        f"{lakeside}/site.yml:1:1: 缺少这个文件；清单离不开它",
        "共 1 个问题",
    ]


def test_annotations_for_github(lakeside: Path) -> None:
    """`--format github` prints commands that mark the lines of a pull request."""
    change(lakeside, "hotlines.yml", "[education]", "[police]")
    change(lakeside, "site.yml", "zh: 湖滨关爱清单", "zh: 湖滨服务清单")
    result = run("check", "--catalog", lakeside, "--format", "github")
    assert result.exit_code == 1
    assert result.output.splitlines() == [
        f"::error file={lakeside}/hotlines.yml,line=25,col=19::unknown department 'police'",
        (
            f"::warning file={lakeside}/site.yml,line=7,col=11::the English was made from other "
            "words than '湖滨服务清单'; once it is right, set digest: \"d7c9374e\""
        ),
        "2 problems in 2 files",
    ]


def test_stale_english_must_be_allowed(lakeside: Path) -> None:
    """Stale English fails the check, and passes with the flag, listed all the same."""
    change(lakeside, "site.yml", "zh: 湖滨关爱清单", "zh: 湖滨服务清单")
    line = (
        f"{lakeside}/site.yml:7:11: the English was made from other words than '湖滨服务清单'; "
        'once it is right, set digest: "d7c9374e"'
    )
    strict = run("check", "--catalog", lakeside)
    assert (strict.exit_code, strict.output.splitlines()) == (1, [line, "1 problem"])
    lenient = run("check", "--catalog", lakeside, "--allow-stale")
    lines = lenient.output.splitlines()
    assert (lenient.exit_code, lines[0]) == (0, line)
    assert lines[-2:] == [
        "city files: 36 of 37 texts with English of the present Chinese",
        "translations to renew: 1, allowed",
    ]


def test_flag_for_stale_english_allows_nothing_else(lakeside: Path) -> None:
    """`--allow-stale` does not let other problems pass."""
    (lakeside / "site.yml").unlink()
    result = run("check", "--catalog", lakeside, "--allow-stale")
    assert result.exit_code == 1
    assert result.output.splitlines()[-1] == "1 problem"


def test_schemas_in_step(tmp_path: Path) -> None:
    """`schema` finds schemas that are out of step, and `--write` mends them."""
    assert run("schema", "--catalog", ROOT / "catalog").exit_code == 0
    stale = run("schema", "--catalog", tmp_path)
    assert stale.exit_code == 1
    assert stale.output.splitlines()[0] == f"{tmp_path}/schema/site.schema.json: out of step"
    assert stale.output.splitlines()[-1] == "run 'carelist schema --write'"
    written = run("schema", "--catalog", tmp_path, "--write")
    assert written.exit_code == 0
    assert written.output.splitlines()[0] == f"{tmp_path}/schema/site.schema.json: written"
    again = run("schema", "--catalog", tmp_path)
    assert (again.exit_code, again.output) == (0, "")


def test_runs_as_a_module() -> None:
    """`python -m carelist` is the command, from the project's folder without options."""
    result = subprocess.run(
        [sys.executable, "-m", "carelist", "check", "--lang", "zh", "--allow-stale"],
        cwd=ROOT,
        capture_output=True,
        check=False,
        env={"PYTHONIOENCODING": "utf-8"},
    )
    lines = result.stdout.decode().splitlines()
    assert (result.returncode, result.stderr) == (0, b"")
    assert lines[0] == "2025 年版：已与 catalog/revisions/2025/source.txt 逐字核对"


@pytest.mark.parametrize(("named", "told"), [("", ["zh", "en"]), ("locales: [zh]\n", ["zh"])])
def test_the_languages_of_a_site_are_named(lakeside: Path, named: str, told: list[str]) -> None:
    """Those of the catalog alone, so that a proposal is told in no other."""
    change(lakeside, "site.yml", "name:\n", f"{named}name:\n")
    assert run("locales", "--catalog", lakeside).output.split() == told


def test_terminal_without_chinese(lakeside: Path) -> None:
    """A terminal that cannot show Chinese gets escapes and no failure."""
    (lakeside / "site.yml").unlink()
    result = subprocess.run(
        [sys.executable, "-m", "carelist", "check", "--lang", "zh", "--catalog", str(lakeside)],
        cwd=ROOT,
        capture_output=True,
        check=False,
        env={"PYTHONIOENCODING": "latin-1"},
    )
    assert (result.returncode, result.stderr) == (1, b"")
    assert result.stdout.endswith(b"\\u5171 1 \\u4e2a\\u95ee\\u9898\n")


def test_family_is_answered(lakeside: Path) -> None:
    """Services come by group, each clause with its reasons, and what to ask next."""
    words = ("need=care", "age=6-15", "--catalog", lakeside, "--locale", "en")
    result = run("check-family", *words)
    assert result.exit_code == 0
    assert result.output.splitlines() == [
        "According to the 2031 list, this fits:",
        "  1 School entry services",
        "     depends Public school places",
        "             answered: the child is of school age (“pupils”)",
        (
            "             Lakeside Education Bureau decides whether the child meets the conditions "
            "(the list says only “eligible”)"
        ),
        "     yes     Advice on entry",
        "             answered: the child is of school age (“pupils”)",
        "  2 After-school services",
        "     yes     After-school care",
        "             answered: nobody is at home after school (“after-school”)",
        "  3 Reading services",
        "     yes     Reading in the library",
        "This may fit; ask:",
        "  5 Counselling",
        "     depends Counselling",
        "             also depends on this: the child is in low spirits (“counselling”)",
        "This does not fit:",
        "  4 Temporary allowance",
        "     no      Temporary allowance",
        "             not so: the family is short of money (“in difficulty”)",
        "Next question: Is the child in low spirits? (low_spirits)",
    ]


def test_family_is_answered_in_chinese(lakeside: Path) -> None:
    """The same in Chinese; whoever is not sure of all is asked nothing more."""
    words = ("age=unsure", "need=unsure", "low_spirits=unsure", "--catalog", lakeside)
    result = run("check-family", *words, "--locale", "zh")
    lines = result.output.splitlines()
    assert lines[0] == "按 2031 年版清单，适合："
    assert lines[-1] == "             还要看：孩子情绪低落（“心理”）"


def test_answers_that_clash_are_told_first(lakeside: Path) -> None:
    """One of them may be a slip; the verdicts follow as they are."""
    questions = lakeside / "questions.yml"
    clash = (
        "clashes:\n  - all: [{fact: age, is: [0-5]}, {fact: need, is: [care]}]\n"
        "    words: {zh: 对不上, en: These do not fit, digest: e488600b}\n"
    )
    questions.write_text(questions.read_text("utf-8") + clash, "utf-8")
    words = ("age=0-5", "need=care", "--catalog", lakeside)
    told = {
        "en": "Look again, there may be a slip (age, need): These do not fit",
        "zh": "请再看看，可能写错了（age, need）：对不上",
    }
    for locale, line in told.items():
        result = run("check-family", *words, "--locale", locale)
        assert result.output.splitlines()[0] == line
    content = json.loads(run("check-family", *words, "--locale", "en", "--json").output)
    assert content["clashes"] == [{"facts": ["age", "need"], "words": "These do not fit"}]
    assert len(content["services"]) == 5


def test_family_is_answered_as_json(lakeside: Path) -> None:
    """Programs get ids, words and what is still open."""
    words = ("need=money", "--catalog", lakeside, "--locale", "zh", "--json")
    content = json.loads(run("check-family", *words).output)
    assert content["answers"] == {"need": ["money"]}
    assert [service["verdict"] for service in content["services"]] == [
        "depends",
        "no",
        "yes",
        "yes",
        "depends",
    ]
    assert [service["group"] for service in content["services"]] == [
        service["verdict"] for service in content["services"]
    ]
    assert content["services"][3]["clauses"][0]["reasons"] == [
        {
            "condition": "in-difficulty",
            "outcome": "met",
            "negated": False,
            "words": "家里经济困难",
            "quote": "困难",
            "departments": [],
        }
    ]
    assert content["open_questions"] == [
        {"fact": "age", "weight": 2},
        {"fact": "low_spirits", "weight": 1},
    ]


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("age", "'age' is not an answer; expected a fact and options, as age=3-5"),
        ("agee=6-15", "unknown fact 'agee'; did you mean 'age'?"),
        ("pets=dog", "unknown fact 'pets'; expected one of age, need, low_spirits"),
        ("need=mony", "fact 'need' has no option 'mony'; did you mean 'money'?"),
        ("age=0-5,6-15", "'age' takes a single answer here, not '0-5,6-15'"),
        ("need=none,care", "'need' takes a single answer here, not 'none,care'"),
    ],
)
def test_answers_that_no_question_has(lakeside: Path, word: str, told: str) -> None:
    """A mistake is told with what was meant; the exit status is 2."""
    result = run("check-family", word, "--catalog", lakeside)
    assert (result.exit_code, result.output.splitlines()[-1]) == (2, f"Error: {told}")


def test_no_family_is_answered_from_a_broken_list(lakeside: Path) -> None:
    """The problems are told instead."""
    (lakeside / "site.yml").unlink()
    result = run("check-family", "age=6-15", "--catalog", lakeside)
    assert result.exit_code == 1
    assert "site.yml:1:1: this file is missing" in result.output


COMMANDS: dict[str, click.Command] = {"carelist": main, **load_commands()}


@pytest.mark.parametrize("name", COMMANDS)
def test_everything_is_explained(name: str) -> None:
    """Each command and each option has help, in English and in Chinese."""
    command = COMMANDS[name]
    context = click.Context(command, parent=click.Context(main))
    options = [p for p in command.params if isinstance(p, click.Option) and p.name != "version"]
    for locale, sentence in ((EN, r"[a-z\d]\."), (ZH, "。")):
        words = locale.words("help")
        helps = [describe(name, words)]
        helps += [describe_option(name, option, context, words) for option in options]
        assert [text for text in helps if not re.search(sentence, text)] == []
