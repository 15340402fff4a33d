"""A site built again where only its list has changed: what MkDocs made of the project stands."""

from __future__ import annotations

from contextlib import closing, suppress
from typing import TYPE_CHECKING

from carelist.catalog.reads import noting
from carelist.catalog.watching import watching
from carelist.site.building import Build
from carelist.site.by_hand import read_by_hand
from carelist.site.place import Place
from carelist.site.reading import read_list, take_sheets
from carelist.site.refusals import shorten
from carelist.site.remembering import Memory
from carelist.site.site import Site
from carelist.site.staging import CannotStageError
from carelist.site.telling import tell
from carelist.site.workers import WorkersEndedError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from carelist.site.by_hand import ByHand
    from carelist.site.unchanged import Known


def build_again(known: Known, configuration: Path, place: Path, say: Callable[[str], None]) -> bool:
    """Build a site of another list; whether that could be done without MkDocs.

    What is wrong, with the list or elsewhere, is left to MkDocs to find and to tell: the site that
    stands is then as it was.

    Args:
        known: What is known of the site that stands.
        configuration: The settings of the project.
        place: The folder of the site.
        say: Tells whoever builds a line.
    """
    memory = Memory(configuration.parent, configuration, place, is_kept=True)
    memory.signature = known.site
    by_hand = read_by_hand(memory)
    build = _begin(memory, by_hand, say) if by_hand else None
    if not build or not by_hand:
        return False
    with closing(build), suppress(WorkersEndedError, OSError):
        if memory.signature != known.site:  # another build has been waited for
            return False
        build.take_by_hand(by_hand)
        build.start_kit()
        build.gather()
        if not build.finish():
            build.settle()
            build.remember(known.inputs)
            settings = by_hand.read_settings()
            if not settings.has_address:
                say(tell("without_address", file=shorten(settings.file)))
            say(tell("site_in_place", place=place.absolute()))
            return True
    return False


def _begin(memory: Memory, by_hand: ByHand, say: Callable[[str], None]) -> Build | None:
    """Begin to build; None where the list is not sound, or MkDocs would make something else."""
    settings = by_hand.read_settings()
    at, themes, previews = settings.catalog, settings.themes, settings.previews
    told = read_list(at, themes, previews=previews, sheets=take_sheets(settings))
    if not told.catalog:
        return None
    site = Site.of(told.catalog, Place(**by_hand.place), is_measured=by_hand.is_measured)
    with watching(), noting():  # what is found is kept with its note, and not found again
        if not by_hand.fits(site):
            return None
    try:
        waits = tell("build_waits", place=memory.place)
        return Build(site, settings, memory, told, lambda: say(waits))
    except CannotStageError:
        return None
