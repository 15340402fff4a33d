"""What is told of a service to those who embed it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from carelist.eligibility.inspecting import load_list
from carelist.site.embedding import list_descriptions
from carelist.site.kit import NO_ARTWORK, Kit, find_place
from carelist.site.place import Place
from carelist.site.site import Site
from carelist.store import Store

from tests.conftest import CLOUDBRIDGE
from tests.site.building import SITE_URL

if TYPE_CHECKING:
    from pathlib import Path


def test_every_description_shows_a_picture_that_is_made(tmp_path: Path) -> None:
    """Services that are no longer on the list have none of their own; they show the list's."""
    site = Site.of(load_list(CLOUDBRIDGE), Place(SITE_URL, ""))
    planned = Kit(site, NO_ARTWORK, Store(tmp_path))
    made = {SITE_URL + find_place(piece) for piece in planned.pieces}
    shown = {json.loads(make())["thumbnail_url"] for _, make in list_descriptions(site)}
    assert f"{SITE_URL}kit/services/rental/share.png" in shown
    assert f"{SITE_URL}kit/list/share.png" in shown
    assert shown <= made
