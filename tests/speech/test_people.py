"""Of whom a site speaks: words of a kind of people, before those for anyone, behind a city's."""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING, get_args

import pytest
from carelist.catalog.loading import load_catalog
from carelist.catalog.located_yaml import parse_yaml
from carelist.catalog.word_files import check_words, list_wanted_of
from carelist.speech.locales import SHIPPED_LOCALES, forget_locales
from carelist.speech.people import ANYONE, ASKED, FOLDER, Called, PeopleKind
from carelist.speech.words import SHIPPED, SPOKEN

from tests.site.building import edit_yaml
from tests.speaking import EN, ZH

if TYPE_CHECKING:
    from pathlib import Path

    from carelist.speech.words import Subject

KINDS = get_args(PeopleKind)
TAGS = [locale.tag for locale in SHIPPED_LOCALES]
BOTH = list(product(TAGS, KINDS))
OTHERS = ["", *(kind for kind in KINDS if kind != "children")]
OF_CHILDREN = re.compile("孩|儿童|家长|child|parent", re.IGNORECASE)
OFFERED = {"asked_child", "asked_parent", "whole_words"}
"""Words that hold what may be chosen, and none that a page shows unasked."""


def list_files(tag: str, kind: str) -> dict[str, Path]:
    """The files of a kind in a locale, by what they are words of."""
    return {file.stem: file for file in (SHIPPED / tag / FOLDER / kind).glob("*.yml")}


@pytest.mark.parametrize(("tag", "kind"), BOTH)
def test_the_words_of_a_kind_fit_where_they_stand(tag: str, kind: PeopleKind) -> None:
    """Each takes the place of a word for anyone, and is filled in with the same."""
    files = list_files(tag, kind)
    assert {"site", "print"} <= set(files) <= set(SPOKEN)
    for name, file in files.items():
        subject: Subject = next(one for one in SPOKEN if one == name)
        document = parse_yaml(file.as_posix(), file.read_bytes())
        wanted = list_wanted_of(subject, SHIPPED_LOCALES[tag])
        problems = [*document.problems, *check_words(document, wanted, is_whole=False)]
        assert [problem.line(EN) for problem in problems] == []


@pytest.mark.parametrize(("tag", "kind"), BOTH)
def test_a_kind_says_no_word_as_it_is_said_to_anyone(tag: str, kind: PeopleKind) -> None:
    """A word that changes nothing would only be missed when the other is mended."""
    for name, file in list_files(tag, kind).items():
        subject: Subject = next(one for one in SPOKEN if one == name)
        anyone = SHIPPED_LOCALES[tag].words(subject)
        own = SHIPPED_LOCALES[tag].speak_of(Called(kind)).words(subject)
        named = parse_yaml(file.as_posix(), file.read_bytes()).root
        assert named is not None
        assert isinstance(named.value, dict)
        assert [key for key in named.value if own[key] == anyone[key]] == []


def test_there_are_folders_of_the_kinds_alone() -> None:
    """In each language that is shipped."""
    found = [{path.name for path in (SHIPPED / tag / FOLDER).iterdir()} for tag in TAGS]
    assert found == [set(KINDS)] * len(TAGS)
    assert set(ASKED) == {*KINDS, None}


@pytest.mark.parametrize(("tag", "kind"), list(product(TAGS, OTHERS)))
def test_words_speak_of_children_to_children_alone(tag: str, kind: str) -> None:
    """Whoever else a list is for, no sentence takes them for children or parents."""
    locale = SHIPPED_LOCALES[tag].speak_of(Called(kind))
    said = {key: text for subject in SPOKEN for key, text in locale.words(subject).items()}
    spoken = {key: text for key, text in said.items() if OF_CHILDREN.search(text)}
    assert {key: text for key, text in spoken.items() if key not in OFFERED} == {}


def test_names_are_filled_in_wherever_words_hold_them() -> None:
    """Those of the city, else those of the kind; that of the list is made of that of the people."""
    names = {
        "zh": {"people": "流动儿童"},
        "en": {"people": "migrant children", "list": "care list"},
    }
    chinese, english = (locale.speak_of(Called("children", names)) for locale in (ZH, EN))
    assert chinese.words("site").background == "谁算流动儿童？"
    assert chinese.words("site").list_of != chinese.words("site").list == "流动儿童关爱服务清单"
    assert chinese.words("wordings").speaker_campaign.startswith(
        "各位家长、监护人请注意：{city}有一份流动儿童关爱服务清单。"
    )
    assert english.words("print").list_kicker == "Migrant children in {city}"
    assert english.words("site").kit_description == (
        "Posters, leaflets, QR codes, pictures and ready-made words on {city}'s care list,"
        " free to download."
    )
    assert EN.speak_of(ANYONE).words("print").list_kicker == "Residents in {city}"


def test_the_words_of_a_city_come_before_those_of_a_kind(lakeside: Path) -> None:
    """And what it calls its people and its list before what the kind is called."""
    people = {"kind": "elders", "asked": ["parent"], "list": {"zh": "敬老清单"}}
    edit_yaml(lakeside / "site.yml", lambda site: site.update(people=people))
    own = lakeside / "locales" / "zh"
    own.mkdir(parents=True)
    (own / "site.yml").write_text("hero_title: 湖滨的{people}\n", encoding="utf-8")
    forget_locales()
    words = load_catalog(lakeside).locales["zh"].words("site")
    assert (words.hero_title, words.check_another) == ("湖滨的老年人", "再看一位老人")
    assert words.revisions_description == "{city}敬老清单的历年各版。"
