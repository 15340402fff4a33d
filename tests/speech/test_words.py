"""The words of the program: whole in every language, alike in what is filled in, read in order."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import babel
import pytest
import yaml
from carelist.catalog.loading import load_catalog
from carelist.catalog.located_yaml import parse_yaml
from carelist.catalog.word_files import SUBJECTS, check_words, list_wanted, list_wanted_of
from carelist.speech.locales import SHIPPED_LOCALES, find_locale, forget_locales
from carelist.speech.words import SHIPPED, Words, WordsError, read_words

from tests.conftest import ROOT
from tests.speaking import EN, ZH

if TYPE_CHECKING:
    from carelist.speech.words import Subject

CASES: list[dict[str, str]] = yaml.safe_load(
    Path(__file__).with_name("words.yml").read_text(encoding="utf-8")
)
POLISH = """\
language: pl
name: polski
open_graph: pl_PL
cldr: pl
quotes: ["„", "”"]
comma: ", "
space: " "
search: latin
"""
TAGS = [locale.tag for locale in SHIPPED_LOCALES]
ENGLISH = {
    "home": "Home",
    "steps": "Look.|Ask.",
    "title": "{name}: {count}",
    "share": "{sure:>3}%",
    "and_of_two": ", and ",
    "item_one": "{count} item",
    "item_other": "{count} items",
    "gap": "",
}


def find_problems(text: str, *, is_whole: bool = False, free: bool = False) -> list[str]:
    """The problems of a file in Polish, as lines."""
    wanted = list_wanted(ENGLISH, ["one", "few", "many", "other"], empty={"gap"}, free=free)
    document = parse_yaml("pl/site.yml", text.encode())
    return [problem.line(EN) for problem in check_words(document, wanted, is_whole=is_whole)]


@pytest.mark.parametrize("subject", SUBJECTS)
@pytest.mark.parametrize("tag", TAGS)
def test_the_words_of_every_language_are_whole(tag: str, subject: Subject) -> None:
    """No word is missing or needless, and nothing that is filled in."""
    wanted = list_wanted_of(subject, SHIPPED_LOCALES[tag])
    file = SHIPPED / tag / f"{subject}.yml"
    document = parse_yaml(file.as_posix(), file.read_bytes())
    assert document.problems == []
    assert list(check_words(document, wanted, is_whole=True)) == []


@pytest.mark.parametrize("subject", SUBJECTS)
def test_no_word_is_empty_in_every_language(subject: Subject) -> None:
    """A word may be empty in a language that needs none there."""
    spoken = [find_locale(tag).words(subject) for tag in TAGS]
    keys = {key for words in spoken for key in words}
    assert [key for key in keys if not any(words.get(key) for words in spoken)] == []


@pytest.mark.parametrize("subject", SUBJECTS)
@pytest.mark.parametrize("tag", TAGS)
def test_words_are_read_alike_with_and_without_libyaml(tag: str, subject: Subject) -> None:
    """PyYAML's own reader knows fewer plain texts than its C library."""
    content = (SHIPPED / tag / f"{subject}.yml").read_bytes()
    assert yaml.load(content, Loader=yaml.BaseLoader) == read_words((SHIPPED / tag,), subject)  # noqa: S506


@pytest.mark.parametrize("name", ["CONTRIBUTING.md", "CONTRIBUTING.zh.md"])
def test_a_translator_is_told_of_every_file(name: str) -> None:
    """Both guides name each file of words."""
    guide = (ROOT / name).read_text(encoding="utf-8")
    assert [subject for subject in SUBJECTS if f"`{subject}.yml`" not in guide] == []


def test_a_count_takes_the_form_of_its_number() -> None:
    """English has one form for one thing and another for none or several; Chinese has one."""
    english, chinese = EN.words("site"), ZH.words("site")
    assert [english.count("services", n) for n in (0, 1, 32)] == [
        "0 services",
        "1 service",
        "32 services",
    ]
    assert [chinese.count("services", n) for n in (0, 1)] == ["0 项服务", "1 项服务"]


def test_an_unknown_word_is_an_error_that_names_it() -> None:
    """A template cannot silently show nothing."""
    words = Words("site", {"home": "Home"}, babel.Locale("en").plural_form)
    with pytest.raises(AttributeError, match=r"^site\.yml has no 'nothing'$"):
        _ = words.nothing
    with pytest.raises(KeyError, match=r"site\.yml has no 'nothing'"):
        words.fill("nothing")


def test_the_words_of_a_city_come_before_those_of_the_program(tmp_path: Path) -> None:
    """A city mends one word and leaves the others."""
    shipped, own = tmp_path / "shipped", tmp_path / "own"
    for folder, text in ((shipped, "home: Home\nask: Ask\n"), (own, "home: Start\n")):
        folder.mkdir()
        (folder / "site.yml").write_text(text, encoding="utf-8")
    assert read_words((own, shipped), "site") == {"home": "Start", "ask": "Ask"}
    assert read_words((own, shipped), "print") == {}


def test_a_city_mends_a_word(lakeside: Path) -> None:
    """In a language that it need not name; once it is mended, it is read anew."""
    file = lakeside / "locales" / "en" / "site.yml"
    file.parent.mkdir(parents=True)
    for text in ("Start", "Front page"):
        file.write_text(f"nav_home: {text}\n", encoding="utf-8")
        forget_locales()
        words = load_catalog(lakeside).locales["en"].words("site")
        assert (words.nav_home, words.nav_services) == (text, "All services")


def test_a_language_without_words_for_clerks_has_them_in_another(tmp_path: Path) -> None:
    """Forms of a count that are missing too."""
    own = tmp_path / "locales" / "pl"
    own.mkdir(parents=True)
    (own / "locale.yml").write_text(POLISH, encoding="utf-8")
    (own / "commands.yml").write_text("files_few: '{count} pliki'\n", encoding="utf-8")
    words = find_locale("pl", tmp_path).words("commands")
    assert [words.count("files", number) for number in (1, 3, 5)] == [
        "1 file",
        "3 pliki",
        "5 files",
    ]
    assert words.no_problems == "no problems"


@pytest.mark.parametrize(
    ("text", "home"),
    [
        ("home: Start, {name}\n", "Start, {name}"),
        ("home: Start\n", "Start"),
        ("home: '{name:>3} {nome}'\n", "Home, {name}"),
        ("home: '{name'\n", "Home, {name}"),
        ("home: '{name.real}'\n", "Home, {name}"),
        ("home: [Start\n", "Home, {name}"),
        ("- Start\n", "Home, {name}"),
    ],
)
def test_a_word_that_could_not_be_filled_in_is_left_out(
    text: str, home: str, tmp_path: Path
) -> None:
    """What is wrong with it is told in the words of the program."""
    shipped, own = tmp_path / "shipped", tmp_path / "own"
    for folder, words in ((shipped, "home: 'Home, {name}'\n"), (own, text)):
        folder.mkdir()
        (folder / "site.yml").write_text(words, encoding="utf-8")
    assert read_words((own, shipped), "site") == {"home": home}


@pytest.mark.parametrize("text", ["home: {one: Home}\n", "- home\n", "home: [\n", "1\n", ""])
def test_what_is_not_words_is_refused(text: str, tmp_path: Path) -> None:
    """The message names the file."""
    (tmp_path / "site.yml").write_text(text, encoding="utf-8")
    with pytest.raises(WordsError, match=r"/site\.yml: "):
        read_words((tmp_path,), "site")


def test_a_whole_file_has_every_word_in_every_form() -> None:
    """Each word that is missing is told with what it says."""
    text = "home: Start\nsteps: A|B\ntitle: '{name}: {count}'\nshare: '{sure:>3}'\n"
    text += "and_of_two: ' i '\n"
    text += "item_one: '{count} rzecz'\nitem_few: '{count} rzeczy'\nitem_other: '{count} rzeczy'\n"
    assert find_problems(text, is_whole=True) == [
        "pl/site.yml:1:1: the word 'item_many' is missing; expected one that says '{count} items'",
        "pl/site.yml:1:1: the word 'gap' is missing; expected one that says ''",
    ]
    assert find_problems(text) == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["word"])
def test_a_word_that_does_not_fit_is_told_with_its_place(case: dict[str, str]) -> None:
    """Unknown words, braces with nothing to fill in, and those that are left out."""
    told = [f"pl/site.yml:{case['told']}"] if case["told"] else []
    assert find_problems(case["word"]) == told


KEYS = "home, steps, title, …"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", f"the file is empty; expected {KEYS}"),
        ("# nothing yet\n", f"the file is empty; expected {KEYS}"),
        ("- a\n", f"'site.yml' is a list; expected the keys {KEYS}, each on a line of its own"),
    ],
)
def test_a_file_without_words_is_told_once(text: str, told: str) -> None:
    """And not word by word."""
    assert find_problems(text, is_whole=True) == [f"pl/site.yml:1:1: {told}"]


def test_what_is_no_yaml_is_told_where_it_is_read() -> None:
    """And not word by word."""
    assert find_problems("home: 'Start", is_whole=True) == []


def test_of_words_to_paste_a_shorter_form_may_say_less() -> None:
    """The program takes the first form that is short enough."""
    assert find_problems("title: '{name}: {count}|{name}|name'", free=True) == []
    told = "nothing fills {address} in 'title'; expected only {count}, {name}"
    assert find_problems("title: '{address}'", free=True) == [f"pl/site.yml:1:9: {told}"]
