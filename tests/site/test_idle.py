"""A site publishes no script that none of its pages asks for."""

from __future__ import annotations

from dataclasses import replace

import pytest
from carelist.search.engine import LONG
from carelist.site.idle import list_idle
from carelist.site.views.long_lists import CARDS, MOST_CARDS, count_parts

from tests.site.test_pairs import take_years

OF_LONG, OF_PARTS, OF_YEARS, OF_RESERVE = (
    f"scripts/{name}.mjs" for name in ("search/long", "list-parts", "steps", "search/reach")
)


@pytest.mark.parametrize(
    ("services", "years", "idle"),
    [
        (MOST_CARDS, 3, {OF_LONG, OF_PARTS, OF_YEARS, OF_RESERVE}),
        (MOST_CARDS + 1, 3, {OF_LONG, OF_YEARS, OF_RESERVE}),
        (LONG + 1, 3, {OF_YEARS, OF_RESERVE}),
        (MOST_CARDS, 4, {OF_LONG, OF_PARTS, OF_RESERVE}),
    ],
)
def test_what_is_not_asked_for_is_not_published(services: int, years: int, idle: set[str]) -> None:
    """The search of a long list, its parts, and comparisons that are put together.

    The city has no words in reserve.
    """
    city, lists = take_years(years)
    rows = lists[-1].rows
    many = tuple(rows.services[n % len(rows.services)] for n in range(services))
    latest = replace(lists[-1], rows=rows.model_copy(update={"services": many}))
    assert list_idle(replace(city, revisions=(*lists[:-1], latest))) == idle


def test_parts_are_as_many_as_there_are_services_for() -> None:
    """One as long as a page can hold all; then each is full but the last."""
    counts = {0: 1, MOST_CARDS: 1, MOST_CARDS + 1: 2, CARDS * 2: 2, CARDS * 2 + 1: 3, 1000: 21}
    assert {count: count_parts(range(count)) for count in counts} == counts
