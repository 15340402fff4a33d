"""Every code of the kit is scanned, and leads to the page of what it stands on."""

from __future__ import annotations

import io
import re
from html import unescape
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from carelist.publicity.codes import PNG_SCALE, QUIET_ZONE, STRIP, write_svg
from carelist.publicity.pieces import Code
from carelist.publicity.typesetting import typeset
from carelist.site.addresses import split_locale
from carelist.site.ledger import read_ledger
from carelist.speech.locales import SHIPPED_LOCALES
from PIL import Image

from tests.publicity.scanning import scan_document, scan_picture, squeeze
from tests.site.building import ROOT, SITE_URL

if TYPE_CHECKING:
    from pathlib import Path

    from carelist.publicity.pieces import Piece, PieceKind
    from carelist.site.kit import Kit
    from carelist.site.site import Site

ADDRESS = "https://list.example.org/2025/7/"
SHOWN = "list.example.org/2025/7"
DAY = "2025-09-18"
WITHOUT_CODE = {"share"}
LINK = re.compile(r'http-equiv="refresh" content="0; url=([^"]+)"')
TITLE = re.compile(r"<h1[^>]*>(.*?)</h1>", re.DOTALL)
TAG = re.compile(r"<[^>]+>")


def scan_drawing(drawing: str) -> list[str]:
    """The texts of all codes in an SVG."""
    content = {"code": drawing, "code_label": "", "link": ADDRESS, "address": "", "locale": "zh"}
    return scan_picture(typeset("code", content, "png", DAY))


def scan(kit: Kit, piece: Piece) -> list[str]:
    """The texts of all codes on a piece."""
    content = kit.fetch(piece).content
    if piece.recipe.form == "svg":
        return scan_drawing(content.decode())
    return scan_document(content) if piece.recipe.form == "pdf" else scan_picture(content)


@pytest.mark.parametrize(
    "kind",
    [
        "square",
        "poster-a4",
        "duty-sheet",
        "checklist",
        "leaflet",
        "booklet",
        "code-svg",
        "code-png",
    ],
)
def test_every_code_leads_where_its_piece_says(kit: Kit, kind: PieceKind) -> None:
    """There is one code on each piece, and it holds the address that is printed beside it."""
    pieces = [piece for piece in kit.pieces if piece.kind == kind]
    assert pieces
    assert {p.path: scan(kit, p) for p in pieces} == {p.path: [p.subject.address] for p in pieces}


def test_a_large_poster_has_the_code_of_the_small_one(kit: Kit) -> None:
    """A3 is the same drawing; one of each kind of subject is scanned."""
    pieces = {p.subject.kind: p for p in kit.pieces if p.kind == "poster-a3"}
    assert {kind: scan(kit, p) for kind, p in pieces.items()} == {
        kind: [p.subject.address] for kind, p in pieces.items()
    }


def test_pictures_beside_links_have_no_code(kit: Kit) -> None:
    """Who sees one is a tap away from the page."""
    pieces = [piece for piece in kit.pieces if piece.kind in WITHOUT_CODE][:6]
    assert [scan(kit, piece) for piece in pieces] == [[]] * len(pieces)


def test_every_code_leads_to_an_address_of_the_ledger(kit: Kit) -> None:
    """What is printed stays: each address, but for its locale, was promised for ever."""
    ledger = set(read_ledger(ROOT / "ledger.txt"))
    scanned = {
        text for piece in kit.pieces if piece.kind == "code-png" for text in scan(kit, piece)
    }
    assert len(scanned) > 100
    paths = (text.removeprefix(SITE_URL) for text in scanned)
    assert [path for path in paths if split_locale(path, SHIPPED_LOCALES)[0] not in ledger] == []


def test_who_scans_a_poster_stands_on_the_page_of_its_title(kit: Kit, built: Path) -> None:
    """At once, or one step further where the address is the short one of an item."""
    for piece in (piece for piece in kit.pieces if piece.kind == "poster-a4"):
        (address,) = scan(kit, piece)
        page = built / address.removeprefix(SITE_URL) / "index.html"
        html = page.read_text(encoding="utf-8")
        if on := LINK.search(html):
            html = (page.parent / on[1] / "index.html").read_text(encoding="utf-8")
        heading = TITLE.search(html)
        assert heading, address
        if piece.subject.kind != "list":  # whose page is the home page, with words of its own
            shown = squeeze(unescape(TAG.sub("", heading[1]))).casefold()
            # A mark stands in brackets on paper, and without on a page.
            for part in re.split(r"[（）()]", squeeze(piece.subject.title).casefold()):
                assert part in shown, address


def test_codes_of_services_are_short(kit: Kit, site: Site) -> None:
    """They are those of "item 7 of the 2025 list", in each language."""
    services = {p.subject.address for p in kit.pieces if p.subject.kind == "service"}
    numbers = range(1, len(site.catalog.latest.services) + 1)
    assert services == {
        f"{SITE_URL}{locale}2025/{number}/" for locale in ("", "en/") for number in numbers
    }


def test_an_svg_code_is_drawn_as_it_is_scanned() -> None:
    """The drawing that documents use is scanned from a picture of it."""
    assert scan_drawing(write_svg(ADDRESS)) == [ADDRESS]


def test_codes_have_their_quiet_zone_and_their_address_below() -> None:
    """Four modules of white stand around the code; then comes what it says."""
    with Image.open(io.BytesIO(Code("png", ADDRESS, SHOWN, DAY).make())) as picture:
        dark = picture.convert("L").point(lambda value: 255 - value)
        side, quiet = picture.width, QUIET_ZONE * PNG_SCALE
        code, strip = dark.crop((0, 0, side, side)), dark.crop((0, side, side, picture.height))
        assert code.getbbox() == (quiet, quiet, side - quiet, side - quiet)
        assert picture.height == side + side * STRIP
        left, _, right, _ = strip.getbbox() or (0, 0, 0, 0)
        assert right - left > side / 2


def test_a_long_address_stands_below_its_code_on_two_lines() -> None:
    """Broken after a stroke, as it has no room on one."""
    site = "the-city-of-changchun.github.io/the-list"
    shown = f"{site}/en/situations/kindergarten-low-income"
    with Image.open(io.BytesIO(Code("png", f"https://{shown}/", shown, DAY).make())) as picture:
        strip = picture.convert("L").crop((0, picture.width, picture.width, picture.height))
    inked = [
        strip.crop((0, y, strip.width, y + 1)).getextrema()[0] == 0 for y in range(strip.height)
    ]
    assert sum(above < below for above, below in pairwise(inked)) == 2
