"""What the page of search shows that is no service: numbers, the notice, situations."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from carelist.search.signs import NOTICE, SITUATION, list_signs
from carelist.site.asking import show_hotline
from carelist.site.views.situation import list_entries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carelist.site.desk import Desk
    from carelist.site.parts import HotlineItem
    from carelist.site.views.situation import SituationEntry


class SignItem(NamedTuple):
    """What may be asked for by its number or by words of its own, and is no service."""

    numbers: tuple[str, ...]
    code: str
    services: tuple[str, ...]
    hotlines: tuple[HotlineItem, ...]
    """None for a document or a situation."""
    situation: SituationEntry | None
    is_urgent: bool


def make_signs(desk: Desk) -> Iterator[SignItem]:
    """Yield what cannot wait, the telephone numbers, the documents, then situations."""
    items = {hotline.number: show_hotline(desk, hotline) for hotline in desk.catalog.hotlines}
    families = {f"{SITUATION}/{entry.id}": entry for entry in list_entries(desk)}
    for sign in list_signs(desk.catalog, desk.locale):
        numbers = () if sign.id == NOTICE else sign.calls or sign.numbers
        yield SignItem(
            sign.numbers,
            sign.code,
            sign.services,
            tuple(items[number] for number in numbers),
            families.get(sign.id),
            is_urgent=bool(sign.calls),
        )
