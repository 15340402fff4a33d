"""How the places of a portal stand to one another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelist.portal.divisions import list_codes_above
from carelist.portal.loading import load_portal

if TYPE_CHECKING:
    from pathlib import Path


def test_places_stand_in_the_order_of_their_codes(portal_folder: Path) -> None:
    """A province before its cities; what a place is in, and what is in it, is said by its code."""
    portal = load_portal(portal_folder)
    lakeside, clearwater, ferry = portal.places
    assert [place.id for place in portal.list_above(ferry)] == ["clearwater", "lakeside"]
    assert portal.list_below(lakeside) == (clearwater, ferry)
    assert portal.find_url(clearwater) == "https://care.example.org/lakeside/cities/clearwater/"
    assert portal.find_url(ferry) == "https://ferry.example.org/"


def test_a_division_without_a_list_is_passed_over() -> None:
    """As that of counties which a province governs itself."""
    assert list_codes_above("429004") == ("429000", "420000")
