"""nginx and Caddy with the settings that we write, asked by a program and opened in a browser."""

from __future__ import annotations

import http.client
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from carelist.hosting.asking import Asker
from carelist.hosting.examining import examine
from playwright.sync_api import expect

from tests.browser.checking import start

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.driving import Witness

SERVICE = "services/health-and-childcare/"
STRICT = {
    "content-security-policy": "frame-ancestors 'self'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=()",
    "cross-origin-opener-policy": "same-origin",
    "cache-control": "no-cache",
}


def test_a_doctor_finds_nothing(server: str) -> None:
    """With the settings that we write, at the root of a server and below a path."""
    assert list(examine(server)) == []


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("", "text/html; charset=utf-8"),
        ("scripts/site.mjs", "text/javascript; charset=utf-8"),
        ("service-worker.js", "text/javascript; charset=utf-8"),
        ("data/catalog.json", "application/json; charset=utf-8"),
        ("data/feeds/all.zh.atom", "application/atom+xml; charset=utf-8"),
        ("data/list.jsonld", "application/ld+json; charset=utf-8"),
        ("data/list.ttl", "text/turtle; charset=utf-8"),
        ("notes.md", "text/markdown; charset=utf-8"),
        ("sitemap.xml", "application/xml; charset=utf-8"),
        ("images/logo.svg", "image/svg+xml; charset=utf-8"),
        ("kit/list/poster-a4.pdf", "application/pdf"),
        ("kit/pillars/health/preview.png", "image/png"),
    ],
)
def test_every_file_is_named_as_what_it_is(server: str, path: str, kind: str) -> None:
    """Those among them that nginx's own list does not know, or calls something else."""
    answer = Asker(server).ask(path)
    assert (answer.status, answer.header("content-type")) == (200, kind)


@pytest.mark.parametrize("path", ["", "no-such-page/", "en/no/such/page", "services/.hidden"])
def test_every_page_is_kept_safe_and_fresh(server: str, path: str) -> None:
    """Those for unknown addresses too."""
    answer = Asker(server).ask(path)
    assert {name: answer.header(name) for name in STRICT} == STRICT
    assert answer.status == (404 if path else 200)


@pytest.mark.parametrize(("coding", "ending"), [("br", ".br"), ("gzip", ".gz")])
@pytest.mark.parametrize("file", [f"{SERVICE}index.html", "scripts/site.mjs", "data/catalog.json"])
def test_what_was_compressed_ahead_is_handed_out(
    server: str, served: Path, coding: str, ending: str, file: str
) -> None:
    """Byte for byte, and told so to caches on the way."""
    answer = Asker(server).ask(file.removesuffix("index.html"), Accept_Encoding=coding)
    assert answer.body == (served / f"{file}{ending}").read_bytes()
    assert answer.header("content-encoding") == coding
    assert answer.header("vary") == "Accept-Encoding"


def test_pieces_may_be_a_day_old_and_come_in_parts(server: str, served: Path) -> None:
    """A poster whose download broke off goes on where it was."""
    answer = Asker(server).ask("kit/list/poster-a4.pdf", Range="bytes=1000-1999")
    content = (served / "kit" / "list" / "poster-a4.pdf").read_bytes()
    assert (answer.status, answer.body) == (206, content[1000:2000])
    assert answer.header("content-range") == f"bytes 1000-1999/{len(content)}"
    assert answer.header("cache-control") == "public, max-age=86400"


@pytest.mark.parametrize(
    ("path", "status", "target"),
    [
        ("services", {301, 308}, "services/"),
        ("services/index.html", {301}, "services/"),
        ("en/index.html?q=1", {301}, "en/"),
        ("2025/1/", {302}, SERVICE),
        ("en/2025/1/", {302}, f"en/{SERVICE}"),
    ],
)
def test_one_page_has_one_address(server: str, path: str, status: set[int], target: str) -> None:
    """Others lead to it, and printed ones do so without a page between."""
    answer = Asker(server).ask(path)
    assert answer.status in status
    assert answer.target == f"{server}{target}"


@pytest.mark.parametrize("path", ["//evil.example/index.html", "/\\evil.example/index.html"])
def test_nothing_leads_to_another_host(server: str, path: str) -> None:
    """However an address is written; Caddy takes two strokes for one."""
    connection = http.client.HTTPConnection(urlsplit(server).netloc, timeout=10)
    connection.putrequest("GET", path, skip_accept_encoding=True)
    connection.endheaders()
    answer = connection.getresponse()
    assert (answer.status, answer.getheader("location")) in {(404, None), (301, "/evil.example/")}
    connection.close()


def test_other_sites_read_data_and_show_frames_alone(server: str) -> None:
    """Scripts of theirs read what lies below data/; frames are for what lies below embed/."""
    asker = Asker(server)
    origins = {
        path: asker.ask(path, Origin="https://example.org").header("access-control-allow-origin")
        for path in ("data/catalog.json", "data/feeds/all.zh.atom", "", SERVICE)
    }
    assert origins == {"data/catalog.json": "*", "data/feeds/all.zh.atom": "*", "": "", SERVICE: ""}
    frame = asker.ask(f"embed/{SERVICE}")
    assert (frame.status, frame.header("content-security-policy")) == (200, "")


def test_a_browser_meets_no_error(server: str, page: Page, witness: Witness) -> None:
    """Home, questionnaire and search run, with the policies of page and server together."""
    page.goto(server)
    start(page, f"{server}check/")
    page.goto(f"{server}search/#q=打针")
    expect(page.locator("main")).to_contain_text("疫苗")
    page.wait_for_load_state("networkidle")
    assert witness.failures == []


@pytest.mark.parametrize(("path", "language"), [("nothing/", "zh-Hans"), ("en/nothing/", "en")])
def test_an_unknown_address_is_answered_in_its_language(
    server: str, page: Page, path: str, language: str
) -> None:
    """By the one page, whose links lead home from any depth."""
    answer = page.goto(f"{server}{path}")
    assert answer
    assert answer.status == 404
    if not server.endswith("list/"):  # the page of the tests is that of a site at the root
        expect(page.locator("html")).to_have_attribute("lang", language)
