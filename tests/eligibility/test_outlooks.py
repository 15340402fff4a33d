"""What a situation can expect of a list."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from carelist.eligibility.outlook import Outlooks

if TYPE_CHECKING:
    from carelist.catalog.revision import Catalog


def test_whether_a_situation_has_services_is_known_before_they_are_found(catalog: Catalog) -> None:
    """For each single answer, with a service that the catalog puts first and without: as found."""
    like = catalog.situations[0]
    first = catalog.latest.services[0].id
    situations = tuple(
        like.model_copy(
            update={"id": f"{fact.id}-{option.id}-{len(firsts)}", "first": firsts}
            | {"profile": f"{fact.id}={option.id}"}
        )
        for fact in catalog.questions.facts
        for option in fact.options
        for firsts in ((), (first,))
    )
    outlooks = Outlooks(replace(catalog, situations=situations))
    told = {one.id: outlooks.has_services(one.id) for one in situations}
    assert told == {one.id: bool(outlooks.find(one).matches) for one in situations}
    without = {name for name, has in told.items() if not has}
    assert without
    assert without == {name for name in without if name.endswith("-0")}
