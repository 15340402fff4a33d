"""What the letter says of a department, in its own words, beside the rows of its table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from carelist.catalog.letter_duties import find_mentions, list_for_all
from carelist.site import addresses
from carelist.site.marking import mark_text
from carelist.site.parts import Link

if TYPE_CHECKING:
    from carelist.catalog.records import Department, Measure
    from carelist.site.desk import Desk
    from carelist.site.parts import MarkedText


@dataclass(frozen=True)
class LetterQuote:
    """Words of the letter, and the paragraph that they stand in."""

    place: Link
    text: MarkedText


@dataclass(frozen=True)
class LetterView:
    """What the letter says of a department."""

    quotes: tuple[LetterQuote, ...]
    """None where it does not name it."""
    for_all: tuple[Link, ...]
    """The paragraphs that say what every department is to do."""


def quote_letter(desk: Desk, department: Department) -> LetterView | None:
    """Quote the letter on a department; None where it says nothing of it, nor of all of them."""
    notice, readings = desk.revision.notice, desk.links.page(addresses.READINGS)
    quotes = tuple(
        LetterQuote(_link(desk, one.measure), mark_text(desk, one.text, readings))
        for one in find_mentions(notice, department, desk.locale)
    )
    for_all = tuple(_link(desk, measure) for measure in list_for_all(notice))
    return LetterView(quotes, for_all) if quotes or for_all else None


def _link(desk: Desk, measure: Measure) -> Link:
    return Link(desk.say(measure.heading), desk.links.page(addresses.measure(measure.id)))
