"""Audiences as readers meet them: what is for everyone hides behind none of the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelist.catalog.rules import EVERYONE

if TYPE_CHECKING:
    from carelist.catalog.records import Audience
    from carelist.site.desk import Desk


def sort_audiences(desk: Desk) -> tuple[Audience, ...]:
    """Give what is for everyone first, then the others as printed."""
    return tuple(sorted(desk.revision.audiences.values(), key=lambda one: not _is_everyone(one)))


def count_services(desk: Desk, audience: Audience) -> str:
    """Say how many services an audience has: besides those for everyone, where there are any."""
    others = not _is_everyone(audience) and any(map(_is_everyone, desk.revision.audiences.values()))
    count = len(desk.index.by_audience[audience.id])
    if others:
        return desk.words.count("more_services", count)
    return desk.words.count("services", count)


def _is_everyone(audience: Audience) -> bool:
    return set(audience.criterion.list_conditions()) == {EVERYONE}
