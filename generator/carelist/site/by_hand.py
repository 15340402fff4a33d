"""What MkDocs made of a project, kept for a build that only the list has changed for.

Such a build does without MkDocs: texts that are written by hand are the same as long as what they
say of the list is, and so is every file that is published as it stands.
"""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import asdict
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from carelist.site.addresses import NOT_FOUND
from carelist.site.hand_pages import Text
from carelist.site.idle import list_idle
from carelist.site.making import INDEX
from carelist.site.offline import WORKERS
from carelist.site.pages import WITH_ADDRESS, list_pages
from carelist.site.refusals import shorten
from carelist.site.settings import Settings
from carelist.site.unchanged import find_record

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carelist.site.hand_pages import HandPages
    from carelist.site.remembering import Memory
    from carelist.site.site import Site
    from carelist.site.staging import Stage

ENDING = ".hand.json"
"""Of the name of the file."""


class ByHand(NamedTuple):
    """What MkDocs made of a project, and what of the list it depends on."""

    settings: Mapping[str, Any] = MappingProxyType({})
    """Those of the project, a path as its text."""
    place: Mapping[str, Any] = MappingProxyType({})
    """Where the site is published."""
    is_measured: bool = True
    texts: tuple[Text, ...] = ()
    files: tuple[str, ...] = ()
    """The addresses of what is published as it stands."""
    scripts: Mapping[str, str] = MappingProxyType({})
    """Those that the site's worker is made of, by their addresses."""
    digests: Mapping[str, str] = MappingProxyType({})
    """Of all that the site is built from but the list, as the record of the build has them."""
    basis: str = ""
    """What of the list all of it depends on, see `find_basis`; empty where that is not known."""

    def read_settings(self) -> Settings:
        """Give the settings of the project."""
        told = self.settings
        paths = {name: Path(told[name]) for name in ("file", "docs")}
        paths["catalog"] = shorten(Path(told["catalog"]))
        changed = tuple(map(Path, told["changed"]))
        return Settings(**{**told, **paths, "changed": changed})

    def fits(self, site: Site) -> bool:
        """Whether MkDocs would make the same for a site of another list."""
        return self.basis == find_basis(site) and all(
            text == text.fill(site) for text in self.texts
        )


def write_settings(settings: Settings) -> dict[str, Any]:
    """Write settings as they are kept, wherever the next build begins."""
    changed = [str(one) for one in settings.changed]
    told = asdict(settings) | {"catalog": settings.catalog.absolute(), "changed": changed}
    return {name: str(one) if isinstance(one, Path) else one for name, one in told.items()}


def find_basis(site: Site) -> str:
    """Give a digest of what MkDocs' work depends on of a list.

    The languages, the addresses that texts may link to, and the scripts that no page asks for.
    """
    addresses = sorted(page.address for page in list_pages(site, WITH_ADDRESS))
    told = [*map(repr, site.catalog.locales), *addresses, *sorted(list_idle(site.catalog))]
    return hashlib.sha256("\n".join(told).encode()).hexdigest()


def gather_by_hand(
    site: Site, settings: Settings, stage: Stage, pages: HandPages, before: ByHand
) -> ByHand:
    """Gather what a build without MkDocs takes over; nothing where it could not do the same.

    Args:
        site: What was built.
        settings: Of the project.
        stage: Where it was built, with what the worker is made of.
        pages: What MkDocs wrote of it.
        before: What this build itself took over, with the digests of what it was built from.
    """
    scripts = {name: stage.folder / name for name in WORKERS}
    are_there = all(script.is_file() for script in scripts.values())
    if stage.has_left or not pages.are_as_made or not are_there:
        return ByHand()
    own = {NOT_FOUND, *WORKERS, *(f"{address}{INDEX}" for address in pages.list_addresses(site))}
    return ByHand(
        write_settings(settings),
        asdict(site.place),
        site.is_measured,
        tuple(pages.texts),
        tuple(one for one in stage.taken if one not in own),
        {name: script.read_text("utf-8") for name, script in scripts.items()},
        before.digests,
        before.basis or find_basis(site),
    )


def keep_by_hand(memory: Memory, by_hand: ByHand) -> None:
    """Keep what MkDocs made of the site in its place; forget it where that is nothing."""
    file = _find_file(memory)
    if not by_hand.basis:
        file.unlink(missing_ok=True)
        return
    unfinished = file.with_suffix(f".{os.getpid()}")
    told = by_hand._asdict() | {"site": memory.signature}
    unfinished.write_text(json.dumps(told), encoding="utf-8")
    unfinished.replace(file)


def read_by_hand(memory: Memory) -> ByHand | None:
    """Give what MkDocs made of the site in its place; None where that is not known."""
    try:
        told = json.loads(_find_file(memory).read_bytes())
        if told.pop("site") != memory.signature:
            return None
        told["texts"] = tuple(Text(*one) for one in told["texts"])
        return ByHand(**told)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _find_file(memory: Memory) -> Path:
    return find_record(memory.project, memory.configuration, memory.place).with_suffix(ENDING)
