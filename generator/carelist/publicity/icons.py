"""What is drawn in words' place, the same on pages, posters and cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from carelist.catalog.records import How
    from carelist.speech.people import PeopleKind

HOW_ICONS: dict[How, str] = {
    "apply": "file-document-edit-outline",
    "attend": "account-arrow-right-outline",
    "public": "earth",
    "ask": "help-circle-outline",
}
"""The icon of each way to get something, by its name among those of Material Design."""
BRAND = "brand"
"""The colour of the site itself: of the whole list, and of what belongs to no pillar."""
LIST_ICONS: dict[PeopleKind | None, str] = {
    "children": "human-male-female-child",
    "elders": "human-cane",
    "disabled": "human-wheelchair",
    "families": "home-heart",
    None: "account-heart",
}
"""The icon of the whole list, by the kind of people that it is for."""
