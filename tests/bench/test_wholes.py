"""Pages of a whole list are found by what they may weigh, and pages of changes are counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from carelist.eligibility.inspecting import load_list

from bench.growth import FIRST_VIEW
from bench.wholes import count_changes, repeat_list, weigh_wholes
from tests.conftest import LAKESIDE

if TYPE_CHECKING:
    from pathlib import Path


def test_each_kind_of_page_that_shows_a_whole_list_is_weighed(tmp_path: Path) -> None:
    """The list of a former year among them; a short list keeps within what it may weigh."""
    weights = weigh_wholes(load_list(LAKESIDE), tmp_path)
    assert {"services", "notice", "revision"} <= set(weights)
    assert all(1_000 < weight <= FIRST_VIEW for weight in weights.values())


@pytest.mark.parametrize(("lists", "pairs"), [(1, 0), (2, 1), (4, 5), (10, 17)])
def test_pages_of_changes_are_those_of_the_pairs_that_have_pages(lists: int, pairs: int) -> None:
    """As many for each pair, in every language; lists of one year have none."""
    city = load_list(LAKESIDE)
    of_two = count_changes(repeat_list(city, 2))
    assert of_two > 0
    assert count_changes(repeat_list(city, lists)) == pairs * of_two
