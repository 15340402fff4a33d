"""The built site stands at the addresses of the design, in both locales, and nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from tests.site.building import SITE_URL
from tests.site.documents import show

if TYPE_CHECKING:
    from pathlib import Path

    from tests.site.documents import Document

SERVICES = [
    "health-and-childcare",
    "preschool",
    "compulsory-education",
    "senior-high-school",
    "vocational-school",
    "primary-health-care",
    "medical-insurance",
    "psychiatric-rehabilitation",
    "housing",
    "basic-living",
    "disability-allowances",
    "disability-rehabilitation",
    "disability-education",
    "subsistence-allowance",
    "extreme-poverty-support",
    "temporary-assistance",
    "court-protection",
    "family-education",
    "police-and-guardianship",
    "mental-health-clinic",
    "mental-health-in-care",
    "school-culture",
    "clean-internet",
    "shelter-culture",
    "broadcasting",
    "self-protection",
    "reading-and-crafts",
    "school-places",
    "community-integration",
    "parents-employment",
    "city-experience",
    "mothers-skills",
]
PILLARS = ("early-childhood", "education", "health", "housing", "support", "development")
DEPARTMENTS = [
    "civil-affairs",
    "cyberspace",
    "court",
    "procuratorate",
    "education",
    "public-security",
    "finance",
    "human-resources",
    "housing",
    "culture-tourism",
    "health",
    "healthcare-security",
    "youth-league",
    "womens-federation",
    "disabled-persons",
]
SINGLE = [
    "services",
    "pillars",
    "departments",
    "audiences",
    "notice",
    "readings",
    "join",
    "report",
    "search",
    "check",
    "check/rules",
    "situations",
    "print",
    "about",
    "accessibility",
    "data",
    "measurements",
    "offline",
]
SITUATIONS = [
    "new-school-age",
    "no-residence-permit",
    "baby",
    "kindergarten-low-income",
    "lost-income",
    "dibao",
    "disabled",
    "autism",
    "grandparents",
    "orphan",
    "senior-high",
    "vocational",
    "housing",
    "medical-bills",
    "low-in-spirits",
    "parents-work",
]
UNLISTED = {f"{prefix}{path}" for prefix in ("", "en/") for path in ("print/", "offline/")}
PATHS = {
    "",
    "revisions/",
    "revisions/2025/",
    *(f"revisions/2025/services/{name}/" for name in SERVICES),
    *(f"{name}/" for name in SINGLE),
    *(f"services/{name}/" for name in SERVICES),
    *(f"pillars/{name}/" for name in PILLARS),
    *(f"departments/{name}/" for name in DEPARTMENTS),
    *(f"situations/{name}/" for name in SITUATIONS),
    "kit/",
    *(f"kit/pillars/{name}/" for name in PILLARS),
    *(f"kit/situations/{name}/" for name in SITUATIONS),
    *(f"kit/departments/{name}/" for name in DEPARTMENTS if name != "finance"),
}


def test_every_page_of_the_design_stands_in_both_locales(documents: dict[str, Document]) -> None:
    """32 services, 6 pillars, 15 departments and the single pages, twice, and one for errors."""
    assert (len(SERVICES), len(PILLARS), len(DEPARTMENTS)) == (32, 6, 15)
    assert set(documents) == {*PATHS, *(f"en/{path}" for path in PATHS), "404.html"}


def test_every_page_shows_what_its_address_says(pages: dict[str, Document]) -> None:
    """The article of a service is that of its address, and only there."""
    shown = {
        address: [e.get("data-service") for e in page.find("article", data_service=None)]
        for address, page in pages.items()
    }
    expected: dict[str, list[str]] = {address: [] for address in pages}
    for name in SERVICES:
        expected[f"services/{name}/"] = expected[f"en/services/{name}/"] = [name]
    assert shown == expected


def test_files_beside_the_pages(built: Path) -> None:
    """Data, sitemap and robots stand where they are promised; the theme leaves nothing behind."""
    files = {path.relative_to(built).as_posix() for path in built.rglob("*") if path.is_file()}
    assert {"data/catalog.json", "data/catalog.schema.json", "sitemap.xml", "robots.txt"} <= files
    assert [name for name in sorted(files) if name.startswith("assets/")] == []
    beside = {f"{folder}index.html" for folder in map(find_folder, files) if folder is not None}
    assert beside <= files
    assert [name for name in sorted(files) if name.endswith((".yml", ".map"))] == []


def find_folder(name: str) -> str | None:
    """The folder of a twin in Markdown; None for any other file."""
    return name.removesuffix("index.md") if name.endswith(".md") else None


def test_the_sitemap_names_every_page_with_the_alternates_that_it_names(
    built: Path, pages: dict[str, Document]
) -> None:
    """The sitemap and the heads of the pages say the same; unlisted pages are not in it."""
    names = {
        "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
        "x": "http://www.w3.org/1999/xhtml",
    }
    root = ET.fromstring((built / "sitemap.xml").read_bytes())
    entries = {
        url.findtext("s:loc", namespaces=names): [
            (link.get("hreflang"), link.get("href"))
            for link in url.findall("x:link[@rel='alternate']", names)
        ]
        for url in root.findall("s:url", names)
    }
    assert len(entries) == len(root)
    assert entries == {
        SITE_URL + address: [
            (link.get("hreflang"), link.get("href"))
            for link in page.find("link", rel="alternate", hreflang=None)
        ]
        for address, page in pages.items()
        if address not in UNLISTED and stands_for_itself(page)
    }


def stands_for_itself(page: Document) -> bool:
    """Whether search engines are to show the page, and not another in its place."""
    return page.one("link", rel="canonical").get("href") == SITE_URL + page.address


def test_pages_that_repeat_others_are_kept_out_of_search_engines(
    pages: dict[str, Document],
) -> None:
    """The list for printing and the page for no network say so themselves."""
    hidden = {
        address
        for address, page in pages.items()
        if [meta.get("content") for meta in page.find("meta", name="robots")] == ["noindex"]
    }
    assert hidden == UNLISTED


def test_robots_are_shown_the_sitemap(built: Path) -> None:
    """Everything may be read."""
    assert (built / "robots.txt").read_text(encoding="utf-8") == (
        f"User-agent: *\nAllow: /\nSitemap: {SITE_URL}sitemap.xml\n"
    )


def test_no_page_is_a_dead_end(pages: dict[str, Document]) -> None:
    """Every page leads on from its own content, not only from the frame around it."""
    ends = [
        address
        for address, page in pages.items()
        if not any(show(link) for link in page.one("main").iter("a") if link.get("href"))
    ]
    assert ends == []
