"""What the notice asks of people outside government."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from carelist.site import addresses
from carelist.site.asking import list_hotlines

if TYPE_CHECKING:
    from carelist.site.desk import Desk
    from carelist.site.parts import HotlineItem, Link
    from carelist.site.speaking import Said


class AskPart(NamedTuple):
    """What is asked of one kind of people."""

    id: str
    who: Said
    quote: Said
    plain: Said
    measure: Said
    measure_href: str
    services: tuple[Link, ...]


class JoinView(NamedTuple):
    """Everything that is asked."""

    asks: tuple[AskPart, ...]
    hotlines: tuple[HotlineItem, ...]
    notice_href: str


def make_join(desk: Desk) -> JoinView:
    """The page of what is asked."""
    notice = desk.revision.notice
    headings = {measure.id: desk.say(measure.heading) for measure in notice.measures}
    asks = tuple(
        AskPart(
            ask.id,
            desk.say(ask.who),
            desk.say(ask.quote),
            desk.say(ask.plain),
            headings[ask.measure],
            desk.links.page(addresses.measure(ask.measure)),
            tuple(desk.service_link(desk.index.by_id[name]) for name in ask.services),
        )
        for ask in notice.asks
    )
    return JoinView(asks, list_hotlines(desk), desk.links.page(addresses.NOTICE))
