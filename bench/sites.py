"""The real site and the peer, built side by side and served."""

from __future__ import annotations

import sys
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from carelist.catalog.loading import load_catalog
from carelist.site.pages import find_kinds
from carelist.site.place import Place
from carelist.site.site import Site

from bench.building import Build, build
from bench.peer import write_peer
from bench.serving import SiteServer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carelist.site.page import PageKind

ROOT = Path(__file__).parent.parent


class Sites(NamedTuple):
    """Two sites with the same pages, each on a server of its own."""

    own_server: SiteServer
    peer_server: SiteServer
    paths: list[str]
    """Of the pages that both have, from the root, with a slash at the end."""
    kinds: dict[str, PageKind[Any]]
    """By path: what kind of page it is."""
    own_builds: list[Build]
    peer_builds: list[Build]

    @property
    def own(self) -> Path:
        """The folder of the own site."""
        return self.own_server.folder

    @property
    def peer(self) -> Path:
        """The folder of the peer."""
        return self.peer_server.folder


@contextmanager
def serve_sites(folder: Path, runs: int) -> Iterator[Sites]:
    """Build both sites, each so many times, and serve them for as long as they are measured."""
    with ExitStack() as stack:
        own, peer = (
            stack.enter_context(SiteServer(folder / name / "site")) for name in ("own", "peer")
        )
        _tell(f"building the site {runs} times …")
        own_builds = [build(ROOT, own.folder, url=own.url) for _ in range(runs)]
        paths = write_peer(own.folder, folder / "peer")
        _tell(f"building {len(paths)} pages with stock Material {runs} times …")
        peer_builds = [build(folder / "peer", peer.folder, url=peer.url) for _ in range(runs)]
        kinds = find_kinds(Site.of(load_catalog(ROOT / "catalog"), Place(own.url, "")))
        yield Sites(own, peer, paths, kinds, own_builds, peer_builds)


def _tell(progress: str) -> None:
    print(progress, file=sys.stderr, flush=True)
