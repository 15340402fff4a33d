"""Every built page conforms, and none runs or fetches what is not its own."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections import Counter
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from bench.links import NOT_FOUND
from tests.conftest import CLOUDBRIDGE
from tests.site.building import ELSEWHERE, SUB_PATH_URL, build_site, make_project, read_tree
from tests.site.documents import find_broken_links, read_pages, show

if TYPE_CHECKING:
    from pathlib import Path

    from tests.site.documents import Document

FETCHING = {"img", "script", "iframe", "audio", "video", "source", "embed", "object", "input"}
FETCHING_LINKS = {"icon", "stylesheet", "preload", "modulepreload", "manifest", "apple-touch-icon"}


def test_every_page_conforms(documents: dict[str, Document]) -> None:
    """A strict HTML parser finds no error."""
    assert [error for page in documents.values() for error in page.errors] == []


def test_no_id_stands_twice_on_a_page(documents: dict[str, Document]) -> None:
    """Every fragment leads to one place."""
    twice = [
        f"/{address}#{name}"
        for address, page in documents.items()
        for name, count in Counter(page.ids).items()
        if count > 1
    ]
    assert twice == []


def test_no_script_stands_in_a_page_that_its_policy_does_not_name(
    documents: dict[str, Document],
) -> None:
    """A script element is data, names a module, or is the one line that the policy allows."""
    inline = [
        f"/{address}: {script.attrib}"
        for address, page in documents.items()
        for script in page.find("script")
        if script.get("type") != "application/ld+json"
        and not (script.get("type") == "module" and script.get("src") and not script.text)
        and not (script.attrib == {} and is_allowed(script.text or "", page))
    ]
    assert inline == []


def is_allowed(script: str, page: Document) -> bool:
    """Whether the policy of a page names the digest of an inline script."""
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    policies = page.find("meta", http_equiv="Content-Security-Policy")
    return [f"'sha256-{digest}'" in (policy.get("content") or "") for policy in policies] == [True]


def test_every_file_has_a_policy_and_tells_no_other_site_whence_a_reader_comes(
    built: Path,
) -> None:
    """Those that lead on from short addresses and those for frames too."""
    files = {file: file.read_text("utf-8") for file in built.rglob("*.html")}
    heads = {file: text.split("<title>")[0] for file, text in files.items()}
    policy = 'http-equiv="Content-Security-Policy"'
    referrer = '<meta name="referrer" content="no-referrer">'
    assert [file for file, head in heads.items() if head.count(policy) != 1] == []
    assert [file for file, text in files.items() if text.count(referrer) != 1] == []
    assert len(files) > 500


def test_no_element_runs_a_script_by_itself(documents: dict[str, Document]) -> None:
    """There are no event handlers in attributes, and no `javascript:` addresses."""
    handlers = [
        f"/{address}: <{element.tag} {name}>"
        for address, page in documents.items()
        for element in page.find()
        for name, value in element.attrib.items()
        if name.lower().startswith("on") or value.strip().lower().startswith("javascript:")
    ]
    assert handlers == []


def test_nothing_is_fetched_from_elsewhere(documents: dict[str, Document]) -> None:
    """Whatever a page loads by itself lies on its own site."""
    for page in documents.values():
        fetched = [
            element.get("src") or element.get("href") or element.get("data") or ""
            for element in page.find()
            if element.tag in FETCHING
            or (element.tag == "link" and element.get("rel") in FETCHING_LINKS)
        ]
        assert [a for a in fetched if urlsplit(a).scheme or a.startswith("//")] == [], page.address
        known = {*FETCHING_LINKS, "canonical", "alternate", "prev", "next"}
        assert {link.get("rel") for link in page.find("link")} <= known, page.address


def test_styles_fetch_nothing(built: Path) -> None:
    """No style sheet imports another, loads a font or a picture from elsewhere."""
    sheets = sorted(built.rglob("*.css"))
    assert sheets
    for sheet in sheets:
        text = sheet.read_text(encoding="utf-8")
        assert re.findall(r"@import|@font-face|url\(\s*['\"]?(?:https?:)?//", text) == [], sheet


def test_every_link_and_fragment_answers(
    documents: dict[str, Document], built: Path, base: str
) -> None:
    """No page of the site leads nowhere on it."""
    assert find_broken_links(documents, built, base) == []


def test_every_link_and_fragment_answers_under_a_sub_path(built_below_path: Path) -> None:
    """The same holds where the site lies below the root of its server, at any depth."""
    pages = read_pages(built_below_path)
    assert find_broken_links(pages, built_below_path, SUB_PATH_URL) == []
    not_found = [address for _, address in pages[NOT_FOUND].list_addresses()]
    outside = [a for a in not_found if not a.startswith(("/city/list/", "#", "https://"))]
    assert outside == []
    absolute = [
        page.one("link", rel="canonical").get("href") for a, page in pages.items() if a != NOT_FOUND
    ]
    assert all(address and address.startswith(SUB_PATH_URL) for address in absolute)


def test_links_that_lead_nowhere_are_found(
    documents: dict[str, Document], built: Path, base: str
) -> None:
    """The check itself sees a missing page, a missing file and a missing fragment."""
    some = {address: documents[address] for address in ("", "en/", "services/")}
    broken = find_broken_links(some, built, base)
    assert "/services/: housing/" in broken
    assert "/services/: ../services/" not in broken
    assert len(broken) > 100


def test_two_builds_are_identical(built_cloudbridge: Path, tmp_path: Path) -> None:
    """Byte for byte, whatever the order of hashes, the hour of the place and the language.

    tests/test_wheel.py holds it of the real list too, and of the pieces of its kit.
    """
    project = make_project(tmp_path / "project", CLOUDBRIDGE, frozen=True)
    again = build_site(tmp_path / "site", project, **ELSEWHERE)
    first, second = read_tree(built_cloudbridge), read_tree(again)
    assert sorted(first) == sorted(second)
    assert [name for name, content in first.items() if second[name] != content] == []


def test_structured_data_stands_on_service_pages_alone(pages: dict[str, Document]) -> None:
    """Each service page has one, each of its own page; it can be parsed and says which."""
    for address, page in pages.items():
        scripts = list(page.find("script", type="application/ld+json"))
        is_service = re.fullmatch(r"services/[^/]+/", page.path) is not None
        assert len(scripts) == is_service, address
        for script in scripts:
            data = json.loads(script.text or "")
            assert data["@type"] == "GovernmentService"
            assert data["url"] == data["@id"] == page.one("link", rel="canonical").get("href")
            assert data["name"] in show(page.one("h1"))
