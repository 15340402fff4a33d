"""Locales as data: what each record says of its language, and where a city's own are found."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING

import pytest
from carelist.speech.locales import (
    SHIPPED_LOCALES,
    LocaleError,
    find_locale,
    forget_locales,
    gather_locales,
    list_tags,
)
from carelist.speech.words import SHIPPED

from tests.speaking import KOREAN

if TYPE_CHECKING:
    from pathlib import Path

CHINESE, ENGLISH = find_locale("zh"), find_locale("en")


@pytest.fixture
def city(tmp_path: Path) -> Path:
    """A catalog of three locales, one of which the program does not ship."""
    (tmp_path / "locales" / "ko").mkdir(parents=True)
    (tmp_path / "locales" / "ko" / "locale.yml").write_text(KOREAN, "utf-8")
    return tmp_path


def test_the_source_is_the_first_of_what_is_shipped() -> None:
    """Where a catalog names no locales, it has the shipped ones."""
    locales = SHIPPED_LOCALES
    assert list_tags() == ("zh", "en")
    assert [locale.tag for locale in locales] == ["zh", "en"]
    assert (locales.default.tag, locales.source.tag) == ("zh", "zh")
    assert [locale.tag for locale in locales.translations] == ["en"]
    assert locales.others(locales["en"]) == (locales["zh"],)


def test_a_city_brings_a_locale_of_its_own(city: Path) -> None:
    """It is read beside the shipped ones; the first that is named stands at the root."""
    locales = gather_locales(["ko", "zh", "en"], city)
    assert [str(locale) for locale in locales] == ["ko", "zh", "en"]
    assert [locale.prefix for locale in locales] == ["", "zh/", "en/"]
    assert locales.default.name == "한국어"
    assert locales.source.tag == "zh"
    assert locales.default.folders == (city / "locales" / "ko",)
    assert list_tags(city) == ("zh", "en", "ko")


def test_a_record_names_the_fonts_that_print_its_letters(city: Path) -> None:
    """They stand beside it; the check tells one that is missing."""
    record = city / "locales" / "ko" / "locale.yml"
    record.write_text(f"{KOREAN}fonts: [Hangul.otf]\n", "utf-8")
    forget_locales()
    font = record.with_name("Hangul.otf")
    assert find_locale("ko", city).font_files == (font,)
    assert gather_locales(["zh", "ko", "en"], city).font_files == (font,)
    assert SHIPPED_LOCALES.font_files == ()


def test_a_site_may_speak_one_language() -> None:
    """Then there is no other."""
    locales = gather_locales(["zh"])
    assert (len(locales), locales.translations, locales.source) == (1, (), CHINESE)


def test_words_of_a_city_are_found_before_those_that_are_shipped(tmp_path: Path) -> None:
    """A folder without a record overrides words only."""
    own = tmp_path / "locales" / "en"
    own.mkdir(parents=True)
    locale = find_locale("en", tmp_path)
    assert (locale.name, locale.folders) == ("English", (own, SHIPPED / "en"))


def test_the_source_is_chinese_whatever_a_city_writes(tmp_path: Path) -> None:
    """Its own record of Chinese says how it is written, and no record what is official."""
    own = tmp_path / "locales" / "zh"
    own.mkdir(parents=True)
    (own / "locale.yml").write_text(KOREAN, "utf-8")
    locales = gather_locales(["zh", "en"], tmp_path)
    assert (locales.source.name, locales.source.is_source) == ("한국어", True)


@pytest.mark.parametrize("tag", ["xx", "no", "", "../locales/zh"])
def test_a_locale_that_is_not_there_is_named(tag: str) -> None:
    """And those that are there."""
    with pytest.raises(LocaleError) as refused:
        find_locale(tag)
    assert str(refused.value) == f"there is no locale '{tag}'; known: zh, en"


@pytest.mark.parametrize(
    ("wrong", "part"),
    [
        ("serach: pairs\n", "serach"),
        ("direction: down\n", "direction"),
        ("is_source: true\n", "is_source"),
    ],
)
def test_a_record_that_cannot_be_read_is_refused(city: Path, wrong: str, part: str) -> None:
    """By its file and the key that is wrong."""
    file = city / "locales" / "ko" / "locale.yml"
    file.write_text(KOREAN + wrong, "utf-8")
    with pytest.raises(LocaleError) as refused:
        find_locale("ko", city)
    told = str(refused.value)
    assert told.startswith(f"{file}: ")
    assert f"\n{part}\n" in told


def test_each_writes_dates_lists_and_quotes_its_own_way(city: Path) -> None:
    """By CLDR, and by its record."""
    three = [CHINESE, ENGLISH, find_locale("ko", city)]
    assert [locale.write_date("2026-01-05") for locale in three] == [
        "2026年1月5日",
        "5 January 2026",
        "2026년 1월 5일",
    ]
    assert [locale.join(["A", "B", "C"]) for locale in three] == [
        "A、B和C",
        "A, B and C",
        "A, B 및 C",
    ]
    assert [locale.list(["A", "B"]) for locale in three] == ["A、B", "A, B", "A, B"]
    assert [locale.quote("A") for locale in three] == ["“A”", "“A”", "‘A’"]


def test_each_names_the_others(city: Path) -> None:
    """By CLDR."""
    korean = find_locale("ko", city)
    assert [one.name_in(CHINESE) for one in (ENGLISH, CHINESE, korean)] == ["英语", "中文", "韩语"]
    assert [one.name_in(ENGLISH) for one in (CHINESE, korean)] == ["Chinese", "Korean"]


def test_plurals_are_those_of_the_language() -> None:
    """Chinese has one form for every number."""
    assert [ENGLISH.find_plural(number) for number in (0, 1, 2)] == ["other", "one", "other"]
    assert [CHINESE.find_plural(number) for number in (0, 1, 2)] == ["other"] * 3


def test_letters_tell_what_stands_in_the_wrong_place() -> None:
    """A Chinese text has a Chinese character, an English one nothing of another script."""
    assert CHINESE.letters.has_own("按 A 类")
    assert not CHINESE.letters.has_own("Housing")
    assert ENGLISH.letters.has_own("Housing")
    assert ENGLISH.letters.find_stranger("Housing，and") == "，"
    assert ENGLISH.letters.find_stranger("“Housing” – café") == ""


def test_what_is_kept_of_a_locale_has_no_words() -> None:
    """They are read anew by the next command, and may be others."""
    locale = SHIPPED_LOCALES["zh"]
    words = locale.words("site")
    day = locale.write_date("2026-01-31")  # for which CLDR is read
    kept = pickle.dumps(locale)
    again = pickle.loads(kept)  # noqa: S301  # what was written a line above
    assert len(kept) < len(pickle.dumps(dict(words)))
    assert (again.words("site"), again.write_date("2026-01-31")) == (words, day)
    assert pickle.loads(pickle.dumps(words)) == words  # noqa: S301  # as above
