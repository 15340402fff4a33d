"""The registry of kinds of page: every page is of one, browsers open one of each, all read it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from carelist.publicity.phrases import Phrases
from carelist.site import kinds
from carelist.site.kinds.single import Single
from carelist.site.page import Standing
from carelist.site.pages import list_listed_paths, list_pages
from carelist.site.rendering import Renderer, render
from carelist.site.site import Site
from carelist.site.templates import make_environment
from carelist.store import Store

from bench.mutants import THEMES
from tests.browser.kinds import (
    CITY,
    CITY_PATHS,
    FRAMES,
    LEADING,
    PATHS,
    REAL,
    WITH_MOST_TO_SHOW,
    choose_paths,
)
from tests.speaking import LOCALES

if TYPE_CHECKING:
    from pathlib import Path

    from carelist.site.desk import Desk
    from carelist.site.page import Origin

EVERYTHING: set[Origin] = {"list", "hand", "target", "nowhere"}


def list_files(site: Site) -> Counter[str]:
    """How many pages there are of each file, by its place in the built site."""
    return Counter(
        page.path if page.kind is kinds.NOT_FOUND else f"{page.address}index.html"
        for page in list_pages(site, EVERYTHING)
    )


@pytest.mark.parametrize("site", [REAL, CITY], ids=["changchun", "cloudbridge"])
def test_every_published_page_is_of_one_kind(
    site: Site, built: Path, built_cloudbridge: Path
) -> None:
    """As many as are built, and no address twice; but for the one page for unknown addresses."""
    folder = built if site is REAL else built_cloudbridge
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*.html")}
    found = list_files(site)
    assert found.keys() == files
    assert [name for name, count in found.items() if count > 1] == ["404.html"]


def test_browsers_open_a_page_of_every_kind() -> None:
    """But for texts that only other cities have; the page for unknown addresses has none.

    tests/browser/test_steps.py opens the page that needs four lists, test_long_search.py those that
    a long list has.
    """
    opened = ((REAL, {*PATHS, *FRAMES, *LEADING}), (CITY, {*CITY_PATHS}))
    ids = {
        page.kind.id
        for site, paths in opened
        for page in list_pages(site, EVERYTHING)
        if page.path in paths
    }
    assert {kind.id for kind in kinds.KINDS} - ids == {
        "prose",
        "not-found",
        "changes-steps",
        "services-part",
        "audiences-part",
        "notice-part",
        "revision-part",
    }


def test_pages_that_browsers_open_by_choice_are_there() -> None:
    """No address of them is mistyped, whatever its kind."""
    there = {page.path for page in list_pages(CITY)}
    assert (WITH_MOST_TO_SHOW - {*PATHS}, {*CITY_PATHS} - there) == (set(), set())


def test_kinds_are_named_once_and_below_one_another() -> None:
    """No id stands twice, and the way back from each leads home."""
    ids = [kind.id for kind in kinds.KINDS]
    assert len(set(ids)) == len(ids)
    for kind in kinds.KINDS:
        above = kind
        for _ in ids:
            if above.standing.parent:
                above = kinds.find_kind(above.standing.parent)
        assert above is kinds.HOME


@dataclass(frozen=True)
class CalendarView:
    """When each list was printed."""

    days: tuple[str, ...]


def make_calendar(desk: Desk) -> CalendarView:
    """The first of the four places: a view."""
    return CalendarView(tuple(desk.write_date(r.notice.printed_on) for r in desk.whole.revisions))


TEMPLATE = """{% extends "layout.html" %}
{% block content %}<h1>{{ words.calendar }}</h1><p>{{ view.days | join }}</p>{% endblock %}
"""
WORDS = {"calendar": "日历", "calendar_description": "每一版清单是哪一天印发的。"}
CALENDAR = Single(
    "calendar/", "calendar.html", make_calendar, "calendar", Standing("foot", parent="revisions")
)


def test_a_kind_is_added_in_four_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A view, a template, words, an entry; all else that a page needs follows from the entry."""
    real = Site.of(REAL.catalog, REAL.place)  # nothing of its frame is known yet
    before = [page.address for page in list_pages(real)]
    listed, opened = list_listed_paths(real), [*choose_paths(real, kinds.KINDS)]
    (tmp_path / CALENDAR.template).write_text(TEMPLATE, "utf-8")
    for locale in LOCALES:
        for key, word in WORDS.items():
            monkeypatch.setitem(real.words(locale), key, word)
    monkeypatch.setattr(kinds, "KINDS", (*kinds.KINDS, CALENDAR.kind()))

    pages = {page.address: page for page in list_pages(real)}
    assert [address for address in pages if address not in before] == ["calendar/", "en/calendar/"]
    assert [path for path in list_listed_paths(real) if path not in listed] == ["calendar/"]
    assert [p for p in choose_paths(real, kinds.KINDS) if p not in opened] == ["calendar/"]
    home, _ = render(real, pages[""])
    assert [(link.label, link.href) for link in home.footer][-1] == ("日历", "calendar/")
    frame, view = render(real, pages["calendar/"])
    assert view == CalendarView(("2025年9月18日",))
    assert (frame.title, frame.description) == ("日历 · 关爱清单", WORDS["calendar_description"])
    assert [str(link.label) for link in frame.trail] == ["首页", "历年清单"]

    folders = (tmp_path, *THEMES)
    environment = make_environment(folders, Store(tmp_path / "store"))
    renderer = Renderer(real, environment, None, Phrases.of(real.catalog), (), offline=True)
    html = renderer.make_page(pages["calendar/"])
    assert "<h1>日历</h1><p>2025年9月18日</p>" in html
    assert '<a href="./" aria-current="page">日历</a>' in html
