"""Where a browser puts together what changed between two lists from the steps between them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from carelist.site import addresses
from carelist.site.scripts import STEPS
from carelist.site.views.changes import link_comparison

if TYPE_CHECKING:
    from carelist.site.desk import Desk
    from carelist.site.parts import Link


class StepsView(NamedTuple):
    """The steps that there are: each list beside the next one."""

    years: tuple[str, ...]
    """The lists by id, the earliest first."""
    steps: tuple[Link, ...]
    """To what each of them changed, the latest first."""
    title: str
    """Of a comparison, with `{before}` and `{after}` to be filled in by a script."""
    changes_href: str
    script_href: str


def make_steps(desk: Desk) -> StepsView:
    """The page from which every comparison that has none is made."""
    lists = desk.whole.revisions
    steps = tuple(link_comparison(desk, *two) for two in pairwise(lists))
    return StepsView(
        tuple(one.id for one in lists),
        steps[::-1],
        desk.words.changes_title,
        desk.links.page(addresses.CHANGES),
        desk.links.file(STEPS),
    )
