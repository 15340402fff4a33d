"""Every page of a portal, before it is made."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from carelist.portal import addresses
from carelist.portal.index import SearchView
from carelist.portal.views import make_place
from carelist.portal.views_across import (
    make_across,
    make_across_list,
    make_data,
    make_home,
    make_not_found,
)
from carelist.site.parts import Link

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from carelist.portal.desk import Atlas, Desk
    from carelist.portal.published import Target
    from carelist.portal.records import Place


@dataclass(frozen=True)
class Page:
    """A page, at the same path in every locale."""

    path: str
    """Without the locale."""
    template: str
    make_view: Callable[[Desk], object]
    name: Callable[[Desk], str]
    """Its title, without that of the portal; empty for the home page."""
    describe: Callable[[Desk], str]
    list_above: Callable[[Desk], Iterator[Link]]
    """The pages that lead to it, from home."""


NOT_FOUND = Page(
    addresses.NOT_FOUND,
    "portal/not-found.html",
    make_not_found,
    lambda desk: desk.words.not_found_title,
    lambda desk: desk.words.not_found_title,
    lambda _: iter(()),
)
"""For addresses below the portal that lead nowhere."""


def list_pages(atlas: Atlas, sounds: Mapping[str, str]) -> Iterator[Page]:
    """Yield every page; `sounds` gives the pinyin of each place's name."""
    yield Page(
        addresses.HOME,
        "portal/home.html",
        lambda desk: make_home(desk, sounds),
        lambda _: "",
        lambda desk: desk.portal.record.purpose.write(desk.locale),
        lambda _: iter(()),
    )
    for place in atlas.portal.places:
        yield _make_place_page(place)
    yield _make_single(addresses.SERVICES, "across_list", make_across_list)
    for target in atlas.lineage.followers:
        yield _make_across_page(target)
    yield _make_single(addresses.SEARCH, "search", lambda _: SearchView())
    yield _make_single(addresses.DATA, "data", make_data)


def _lead_home(desk: Desk) -> Iterator[Link]:
    yield Link(desk.words.menu_places, desk.page(addresses.HOME))


def _make_single(path: str, key: str, make_view: Callable[[Desk], object]) -> Page:
    return Page(
        path,
        f"portal/{key.replace('_', '-')}.html",
        make_view,
        lambda desk: desk.words[f"{key}_title"],
        lambda desk: desk.words[f"{key}_description"],
        _lead_home,
    )


def _make_place_page(place: Place) -> Page:
    def list_above(desk: Desk) -> Iterator[Link]:
        yield from _lead_home(desk)
        for above in reversed(desk.portal.list_above(place)):
            yield desk.link_place(above)

    def write(key: str, desk: Desk) -> str:
        return desk.words.fill(key, place=place.name.write(desk.locale))

    return Page(
        addresses.place(place.id),
        "portal/place.html",
        lambda desk: make_place(desk, place),
        partial(write, "place_title"),
        partial(write, "place_description"),
        list_above,
    )


def _make_across_page(target: Target) -> Page:
    def list_above(desk: Desk) -> Iterator[Link]:
        yield from _lead_home(desk)
        yield Link(desk.words.menu_services, desk.page(addresses.SERVICES))

    def write(key: str, desk: Desk) -> str:
        place = desk.portal.by_id[target.place].name.write(desk.locale)
        title = str(desk.quote(desk.atlas.find(target).title))
        return desk.words.fill(key, place=place, service=title)

    return Page(
        addresses.service(*target),
        "portal/across.html",
        lambda desk: make_across(desk, target),
        partial(write, "across_title"),
        partial(write, "across_description"),
        list_above,
    )
