"""The kit as the built site offers it: pages, files, archives, pictures beside links."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest
from carelist.site.kit import find_place

from tests.publicity.scanning import scan_document, scan_picture
from tests.site.building import SITE_URL
from tests.site.documents import Document, parse, show

if TYPE_CHECKING:
    from pathlib import Path

    from carelist.site.kit import Kit


def read(built: Path, address: str) -> Document:
    """Read one page of the built site."""
    return parse(address, (built / address / "index.html").read_text(encoding="utf-8"))


def test_every_piece_lies_in_the_site(built: Path, kit: Kit) -> None:
    """With the bytes that the press gave."""
    assert [
        p.path for p in kit.pieces if (built / find_place(p)).read_bytes() != kit.fetch(p).content
    ] == []


@pytest.mark.parametrize("locale", ["", "en/"])
def test_a_pillar_is_two_steps_from_its_poster(built: Path, locale: str) -> None:
    """The kit leads to the pillar, the pillar to a poster whose code leads to its page."""
    kit = read(built, f"{locale}kit/")
    assert "pillars/health/" in [link.get("href") for link in kit.find("a")]
    page = read(built, f"{locale}kit/pillars/health/")
    poster = next(a for a in page.find("a") if (a.get("download") or "").endswith("A4.pdf"))
    file = built / locale / "kit" / "pillars" / "health" / (poster.get("href") or "")
    assert scan_document(file.read_bytes()) == [f"{SITE_URL}{locale}pillars/health/"]


def test_every_campaign_offers_all_that_it_has(built: Path, kit: Kit) -> None:
    """Each piece but the preview is a download somewhere in the kit's pages."""
    offered = set()
    for file in sorted(built.rglob("kit/**/index.html")):
        page = parse(file.as_posix(), file.read_text(encoding="utf-8"))
        links = (link.get("href") or "" for link in page.find("a", download=None))
        offered |= {(file.parent / href).resolve() for href in links}
    pieces = (p for p in kit.pieces if p.kind != "preview")
    missing = [find_place(p) for p in pieces if (built / find_place(p)).resolve() not in offered]
    assert missing == []


@pytest.mark.parametrize(
    ("place", "page"),
    [
        ("kit/pillars/health/", "kit/pillars/health/"),
        ("en/kit/list/", "en/kit/"),
    ],
)
def test_where_an_archive_lay_leads_to_where_it_is_made(built: Path, place: str, page: str) -> None:
    """Its address still answers with an archive; the page in it is of the day of the notice."""
    with zipfile.ZipFile(built / place / "kit.zip") as archive:
        (entry,) = archive.infolist()
        told = parse("index.html", archive.read(entry).decode())
    assert entry.date_time == (2025, 9, 18, 0, 0, 0)
    assert [link.get("href") for link in told.find("a")] == [f"{SITE_URL}{page}"]
    assert (built / page / "index.html").is_file()
    (made,) = read(built, page).find("li", data_module="archive")
    assert (built / page / (made.get("data-pieces") or "")).resolve() == built / place / "kit.json"


@pytest.mark.parametrize(
    ("address", "picture"),
    [
        ("services/housing/", "kit/services/housing/share.png"),
        ("en/pillars/health/", "en/kit/pillars/health/share.png"),
        ("departments/court/", "kit/departments/court/share.png"),
        ("situations/baby/", "kit/situations/baby/share.png"),
        ("departments/finance/", "kit/list/share.png"),
        ("", "kit/list/share.png"),
        ("en/notice/", "en/kit/list/share.png"),
    ],
)
def test_pages_have_a_picture_for_other_sites(built: Path, address: str, picture: str) -> None:
    """Its full address stands in the head, and it is there."""
    metas = {
        m.get("property") or m.get("name"): m.get("content")
        for m in read(built, address).find("meta")
    }
    assert metas["og:image"] == f"{SITE_URL}{picture}"
    assert metas["twitter:card"] == "summary_large_image"
    assert (built / picture).is_file()


def test_the_page_of_a_service_shows_its_code(built: Path) -> None:
    """On the screen of one phone, for the camera of another."""
    page = read(built, "services/housing/")
    (code,) = (img for img in page.find("img") if (img.get("src") or "").endswith("code.svg"))
    assert code.get("alt")
    png = (built / "kit" / "services" / "housing" / "code.png").read_bytes()
    assert scan_picture(png) == [f"{SITE_URL}2025/9/"]
    assert "转发这一页" in show(page.root)
