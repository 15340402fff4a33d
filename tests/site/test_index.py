"""The services of the real list on the shelves that pages take them from."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from carelist.catalog.records import Service
    from carelist.site.site import Site


def list_numbers(services: tuple[Service, ...]) -> list[int]:
    """The numbers of some services."""
    return [service.number for service in services]


def test_services_are_found_by_id_and_number(site: Site) -> None:
    """Each of the 32 is found both ways."""
    index = site.index
    assert list(index.by_number) == list(range(1, 33))
    assert index.by_id["housing"] is index.by_number[9]
    assert len(index.by_id) == 32


def test_pillars_hold_their_rows_in_order(site: Site) -> None:
    """The six pillars share the rows of the table out as the notice does."""
    assert {name: list_numbers(shelf) for name, shelf in site.index.by_pillar.items()} == {
        "early-childhood": [1, 2],
        "education": [3, 4, 5],
        "health": [6, 7, 8],
        "housing": [9],
        "support": list(range(10, 17)),
        "development": list(range(17, 33)),
    }


def test_departments_hold_every_row_that_names_them(site: Site) -> None:
    """A row stands on the shelf of each of its departments; the finance bureau has none."""
    by_department = site.index.by_department
    assert list_numbers(by_department["disabled-persons"]) == [12, 13]
    assert list_numbers(by_department["housing"]) == [9]
    assert set(site.catalog.departments) - set(by_department) == {"finance"}


def test_audiences_hold_the_rows_as_read(site: Site) -> None:
    """The audiences that the copy prints one line too high stand with their own rows."""
    by_audience = site.index.by_audience
    assert list_numbers(by_audience["disabled-children"]) == [11, 12, 13]
    assert list_numbers(by_audience["subsistence-allowance-children"]) == [14]
    assert sum(len(shelf) for shelf in by_audience.values()) == 32


def test_hotlines_stand_with_their_departments_and_services(site: Site) -> None:
    """A number without either is one for everybody, the most general first."""
    index, hotlines = site.index, site.catalog.hotlines
    assert site.catalog.general_hotlines[0].number == "12345"
    for hotline in hotlines:
        for name in hotline.departments:
            assert hotline in index.hotlines_by_department[name]
        for name in hotline.services:
            assert hotline in index.hotlines_by_service[name]
        general = not hotline.departments and not hotline.services
        assert (hotline in site.catalog.general_hotlines) is general
