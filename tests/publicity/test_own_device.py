"""What is drawn leads to no device of whoever looks at it, and is not drawn anew for its port."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from carelist.catalog.loading import load_catalog
from carelist.site.kit import NO_ARTWORK, Kit
from carelist.site.place import OWN_DEVICE, Place
from carelist.site.site import Site
from carelist.store import Store

from tests.conftest import LAKESIDE
from tests.speaking import EN, ZH

if TYPE_CHECKING:
    from pathlib import Path

    from carelist.publicity.pieces import Piece


def plan(url: str, folder: Path, *, is_preview: bool = False) -> tuple[Piece, ...]:
    """Every piece of the small city at an address."""
    place = Place(url, "", is_preview=is_preview)
    return Kit(Site.of(load_catalog(LAKESIDE), place), NO_ARTWORK, Store(folder)).pieces


def test_another_port_of_a_device_draws_nothing_anew(tmp_path: Path) -> None:
    """Nor does another name by which the device calls itself."""
    urls = ("http://127.0.0.1:8000/", "http://127.0.0.1:8001/", "http://localhost/care/")
    plans = [[(p.path, p.key) for p in plan(url, tmp_path)] for url in urls]
    assert plans[0] == plans[1] == plans[2]
    preview = [(p.path, p.key) for p in plan("", tmp_path, is_preview=True)]
    assert plans[0] == preview


@pytest.mark.parametrize("url", ["https://list.example.org/", "https://127.example.org/"])
def test_an_address_that_others_can_open_is_printed(url: str, tmp_path: Path) -> None:
    """With a code that leads there."""
    pieces = plan(url, tmp_path)
    nowhere = {one.words("print").preview_address for one in (ZH, EN)}
    assert all(piece.subject.address.startswith(url) for piece in pieces)
    own = {piece.subject.address for piece in plan("http://127.0.0.1:8000/", tmp_path)}
    assert own == nowhere


@pytest.mark.parametrize(
    ("url", "is_own"),
    [
        ("http://127.0.0.1:8000/", True),
        ("http://localhost/list/", True),
        ("HTTPS://[::1]:443/", True),
        ("http://127.0.0.1.example.org/", False),
        ("http://localhost.example.org/", False),
        ("https://list.example.org/127.0.0.1/", False),
    ],
)
def test_a_device_is_known_by_what_it_calls_itself(url: str, *, is_own: bool) -> None:
    """For what is drawn, for what is handed out, and for a server that is examined."""
    assert (OWN_DEVICE.match(url) is not None) is is_own
