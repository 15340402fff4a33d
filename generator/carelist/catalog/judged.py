"""What of a list its proof and its rules hang on: all but the words that only show a service."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from carelist.catalog.claims import Claims
    from carelist.catalog.records import Service, Services

SHOWN = frozenset({"title", "summary"})
"""Fields of a service that only show it: nothing of the copy is held against them, and no rule."""


def list_judged(service: Service) -> dict[str, Any]:
    """Give what of a service is judged, by the names of its fields."""
    parts = service.__dict__  # in which what was found of it may stand, too
    return {name: parts[name] for name in type(service).model_fields if name not in SHOWN}


def is_proved_alike(one: Claims, other: Claims) -> bool:
    """Whether a copy that proves the one proves the other: files with all that they say."""
    sheets = [
        (one.notice, other.notice),
        (one.readings, other.readings),
        (one.pillars, other.pillars),
        (one.departments, other.departments),
    ]
    return (
        one.year == other.year
        and all(first and second and first.record is second.record for first, second in sheets)
        and all(sheet and sheet.is_whole for pair in sheets for sheet in pair)
        and one.services.is_whole
        and other.services.is_whole
        and _is_judged_alike(one.services.record, other.services.record)
    )


def _is_judged_alike(one: Services, other: Services) -> bool:
    """Whether the rows of two lists differ in what shows services, at the most."""
    if one is other:
        return True
    names = type(one).model_fields.keys() - {"services"}
    if any(getattr(one, name) != getattr(other, name) for name in names):
        return False
    pairs = zip(one.services, other.services, strict=False)
    return len(one.services) == len(other.services) and all(
        first is second or list_judged(first) == list_judged(second) for first, second in pairs
    )
