"""The ledger of addresses: what was published once, and must answer for ever.

It holds paths without the locale: each answers in both. Fragments that others may link to are
those of clauses and of audiences; places of the printed table and readings belong to one list,
and are promised by its page in the archive as a whole.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from carelist.site import addresses
from carelist.site.kinds.several import find_changes
from carelist.site.outputs import list_outputs
from carelist.site.pages import WITH_ADDRESS, list_pages
from carelist.site.subjects import list_put_together
from carelist.speech.comments import write_comment

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from carelist.site.site import Site

SHARED = ("data/",)
"""Files below these folders are the same in both locales."""


class Entries(NamedTuple):
    """The ledger beside the addresses of a site."""

    kept: tuple[str, ...]
    new: tuple[str, ...]
    """Those that the ledger does not have."""
    lost: tuple[str, ...]
    """Those of the ledger that the site does not have."""


def list_addresses(site: Site) -> Iterator[str]:
    """Yield every address that the site promises, without its locale."""
    for page in list_pages(site, WITH_ADDRESS):
        if page.locale == site.catalog.locales.default and page.kind.standing.is_promised:
            yield page.path
    for compared in list_put_together(site):
        yield find_changes(compared)
    yield addresses.BUILD_JSON
    yield from (name for name, _ in list_outputs(site) if name.startswith(SHARED))
    for revision in site.catalog.revisions:
        yield from (addresses.audience(name) for name in revision.audiences)
        for service in revision.services:
            for clause in service.clauses:
                yield f"{addresses.service(service.id)}#{clause.id}"
                yield f"{addresses.service_of(revision.id, service.id)}#{clause.id}"


def compare_ledger(site: Site, ledger: Iterable[str]) -> Entries:
    """Hold the addresses of a site against a ledger."""
    now, then = set(list_addresses(site)), set(ledger)
    return Entries(tuple(sorted(now & then)), tuple(sorted(now - then)), tuple(sorted(then - now)))


def list_unrecorded(site: Site) -> list[str]:
    """List the revisions that the site shows as published and that have no record of it."""
    return [revision.id for revision in site.catalog.revisions if revision.published is None]


def read_ledger(path: Path) -> list[str]:
    """Read the addresses of a ledger; of none where there is no file yet."""
    if not path.exists():
        return []
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.removeprefix("/") for line in lines if line.startswith("/")]


def write_ledger(path: Path, entries: Entries) -> None:
    """Write a ledger with the new addresses; what is lost stays in it."""
    listed = sorted({*entries.kept, *entries.new, *entries.lost})
    path.write_text(
        write_comment("ledger") + "".join(f"/{line}\n" for line in listed), encoding="utf-8"
    )
