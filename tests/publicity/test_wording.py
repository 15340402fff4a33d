"""Words to paste keep to the lengths that their channels have."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from carelist.catalog.loading import load_catalog
from carelist.publicity.subjects import list_subjects
from carelist.publicity.wording import list_wordings
from carelist.site.kit import make_voice
from carelist.site.place import Place
from carelist.site.site import Site

from tests.conftest import CITIES
from tests.speaking import EN, LOCALES, ZH

if TYPE_CHECKING:
    from carelist.catalog.revision import Catalog
    from carelist.publicity.wording import Channel, Wording
    from carelist.speech.locales import Locale

PLACES = ("https://list.example.org/", "https://city-carelist.github.io/carelist/")


def word(catalog: Catalog, place: str, locale: Locale) -> list[tuple[str, Wording]]:
    """Every text of the list, published at a place, with the id of its subject."""
    voice = make_voice(Site.of(catalog, Place(place, "")).desk("", locale))
    return [
        (subject.id, wording)
        for subject in list_subjects(catalog, voice)
        for wording in list_wordings(catalog, subject, voice)
    ]


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("place", PLACES)
def test_every_text_is_short_enough(catalog: Catalog, place: str, locale: Locale) -> None:
    """70 characters for a short message, half a minute for a loudspeaker, and so on."""
    wordings = word(catalog, place, locale)
    assert len(wordings) > 200
    assert [
        (name, w) for name, w in wordings if len(w.text) > getattr(locale.limits, w.channel)
    ] == []


@pytest.mark.parametrize("channel", ["wechat", "weibo", "sms"])
def test_texts_to_paste_hold_their_address(catalog: Catalog, channel: Channel) -> None:
    """One tap leads to the page; nothing is added to follow readers by."""
    for _, wording in word(catalog, PLACES[0], ZH):
        if wording.channel == channel:
            assert "list.example.org" in wording.text
            assert "?" not in wording.text


def test_what_is_listed_holds_no_mark_that_parts_a_list(catalog: Catalog) -> None:
    """Titles of promises stand in a row, as in words to paste and in the key on paper."""
    titles = [part.title.source for one in catalog.latest.services for part in one.clauses]
    assert [title for title in titles if set("，、；。") & set(title)] == []


def test_texts_to_read_aloud_hold_none(catalog: Catalog) -> None:
    """Nobody can hear an address; they name the number to ring instead."""
    spoken = [w.text for _, w in word(catalog, PLACES[0], ZH) if w.channel == "speaker"]
    assert [text for text in spoken if "http" in text or "12345" not in text] == []


@pytest.mark.parametrize("city", ["", "cloudbridge", "greenhill", "lakeside"])
@pytest.mark.parametrize("locale", LOCALES)
def test_a_loudspeaker_calls_out_nothing_that_a_family_may_have(
    catalog: Catalog, locale: Locale, city: str
) -> None:
    """The street hears it: it says what the list has, and asks nobody whether a child is ill."""
    spoken = load_catalog(CITIES / city) if city else catalog
    situations = {one.id: one for one in spoken.situations}
    told = {name: w.text for name, w in word(spoken, PLACES[0], locale) if w.channel == "speaker"}
    assert situations.keys() & told.keys()
    for name in situations.keys() & told.keys():
        assert situations[name].title.write(locale) not in told[name]
        assert not re.search(r"[?？]|如果|\bif\b", told[name])
        assert spoken.site.city.write(locale) in told[name]


@pytest.mark.parametrize("locale", LOCALES)
def test_a_question_is_followed_by_no_other_mark(catalog: Catalog, locale: Locale) -> None:
    """As the title of the list ends with one."""
    texts = [w.text for _, w in word(catalog, PLACES[0], locale)]
    assert any("关爱？清单上" in text or "here? The list" in text for text in texts)
    assert [text for text in texts if re.search("[？?][，：:.]", text)] == []


def test_a_short_message_names_service_department_and_address(catalog: Catalog) -> None:
    """As it is sent."""
    texts = {(n, w.channel): w.text for n, w in word(catalog, PLACES[0], ZH)}
    assert texts["medical-insurance", "sms"] == (
        "医疗保障服务：给流动儿童，找市医保局问。详见https://list.example.org/2025/7/"
    )


@pytest.mark.parametrize(
    ("place", "name", "told"),
    [
        (0, "health", "流动儿童关爱服务清单：病有所医，详见{}pillars/health/"),
        (1, "health", "关爱清单：病有所医，详见{}pillars/health/"),
        (1, "civil-affairs", "关爱清单：市民政局 {}departments/civil-affairs"),
    ],
)
def test_a_short_message_says_what_it_is_of(
    catalog: Catalog, place: int, name: str, told: str
) -> None:
    """Where there is no room for a sentence, the list is named, or else the site."""
    address = PLACES[place]
    text = next(w.text for n, w in word(catalog, address, ZH) if (n, w.channel) == (name, "sms"))
    assert text in {told.format(address), told.format(address.removeprefix("https://"))}


@pytest.mark.parametrize(("locale", "last"), [(ZH, "请问市卫健委。"), (EN, "ask 市卫健委.")])
def test_nobody_is_told_to_ring_a_number_that_is_not_there(locale: Locale, last: str) -> None:
    """A city without telephone numbers has a text for loudspeakers none the less."""
    bare = load_catalog(CITIES / "clearwater")
    told = {name: w.text for name, w in word(bare, PLACES[0], locale) if w.channel == "speaker"}
    assert not [text for text in told.values() if re.search("可以打|call", text)]
    assert told["vaccination"].endswith(last)
