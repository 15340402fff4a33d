"""The pieces of the real list's kit, for a site at a fixed address, each made once."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from carelist.site.icons import read_icon
from carelist.site.kit import Artwork, Kit
from carelist.store import Store
from carelist.theme import THEME
from mkdocs.config import load_config

from tests.site.building import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carelist.site.site import Site


@pytest.fixture(scope="session")
def artwork() -> Artwork:
    """The icons of the theme and the mark of the site."""
    config = load_config(str(ROOT / "mkdocs.yml"))
    icons = partial(read_icon, theme_folders=list(map(Path, config.theme.dirs)))
    return Artwork(icons, (THEME / "images" / "logo.svg").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def kit(site: Site, artwork: Artwork, built: Path) -> Iterator[Kit]:
    """The whole kit, as the build of the real site has made it: no process makes it again."""
    del built
    kit = Kit(site, artwork, Store(ROOT / ".cache" / "kit"))
    kit.start(kit.pieces)
    yield kit
    kit.close()
