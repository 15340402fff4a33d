"""Which comparisons have pages: as many as there are lists, and not as many as there are pairs."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

import pytest
from carelist.eligibility.inspecting import load_list
from carelist.site.ledger import compare_ledger, list_addresses
from carelist.site.pages import list_pages
from carelist.site.pairs import list_built, list_composed
from carelist.site.place import Place
from carelist.site.site import Site

from tests.conftest import CLOUDBRIDGE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carelist.catalog.revision import Catalog, Revision
    from carelist.site.pairs import Pair


def take_years(count: int) -> tuple[Catalog, tuple[Revision, ...]]:
    """A city with so many lists, of which the three real ones return by turns."""
    city = load_list(CLOUDBRIDGE)
    years = tuple(replace(city.revisions[n % 3], id=str(2031 + n)) for n in range(count))
    return replace(city, revisions=years), years


def name_pairs(pairs: Iterable[Pair]) -> set[tuple[str, str]]:
    """The lists of pairs by id."""
    return {(before.id, after.id) for before, after in pairs}


@pytest.mark.parametrize(("count", "built"), [(1, 0), (2, 1), (3, 3), (4, 5), (10, 17), (20, 37)])
def test_pages_grow_as_lists_do(count: int, built: int) -> None:
    """Of twenty lists 37 of 190 pairs; with 21 themes in two languages 1,554 pages for 7,980."""
    years = take_years(count)[1]
    own, others = name_pairs(list_built(years)), name_pairs(list_composed(years))
    assert len(own) == built
    assert (own & others, len(own | others)) == (set(), count * (count - 1) // 2)


def test_each_list_stands_beside_the_next_one_and_the_latest() -> None:
    """What a reader looks for; all other pairs are put together from neighbours."""
    years = take_years(5)[1]
    ids = [year.id for year in years]
    near = {*pairwise(ids), *((one, ids[-1]) for one in ids[:-1])}
    assert name_pairs(list_built(years)) == near
    assert name_pairs(list_composed(years)) == {*combinations(ids, 2)} - near


def test_what_had_a_page_as_long_as_its_list_was_the_latest_is_still_promised() -> None:
    """No address of three lists is given up by the fourth, and none is new but for its own."""
    city, years = take_years(4)
    three = Site.of(replace(city, revisions=years[:3]), Place("/", ""))
    four = Site.of(city, Place("/", ""))
    pages = {page.path for page in list_pages(four)}
    gone = {path for path in list_addresses(three) if path.startswith("changes/")} - pages
    assert {"changes/2031..2033/", "changes/2031..2033/pillars/learning/"} <= gone
    assert all(path.startswith("changes/2031..2033/") for path in gone)
    assert compare_ledger(four, list_addresses(three)).lost == ()
    assert ("changes/steps/" in pages, "changes/steps/" in {p.path for p in list_pages(three)}) == (
        True,
        False,
    )


def test_data_of_a_comparison_lead_to_where_it_is_shown() -> None:
    """To its page, or to that which puts it together."""
    site = Site.of(take_years(4)[0], Place("https://list.example.org/", ""))
    files = {path: json.loads(text) for path, text in site.open_data.list_single_files()}
    shown = {path: one["alternate"]["en"] for path, one in files.items() if path[:7] == "changes"}
    base = "https://list.example.org/en/changes"
    assert shown["changes/2031..2032.json"] == f"{base}/2031..2032/"
    assert shown["changes/2031..2034.json"] == f"{base}/2031..2034/"
    assert shown["changes/2031..2033.json"] == f"{base}/steps/#2031..2033/"
    assert len(shown) == 6
