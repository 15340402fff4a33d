"""The journeys that every reader makes, in the engine of iPhones."""

from __future__ import annotations

import json
import struct
import zlib
from typing import TYPE_CHECKING

import pytest
from carelist.catalog.loading import load_catalog
from carelist.catalog.quoting import quote_task

from tests.browser.kinds import ADDRESSES, PATHS, UNKNOWN, find_language, switch_language
from tests.site.building import CATALOG

if TYPE_CHECKING:
    from tests.engines.driver import Window

PHONE = (360, 740)
DESK = (1280, 800)
NOTHING_FOUND = "Nothing found for “qwxvk”. Try other words."
SHOWN = "[...document.querySelectorAll('main [data-service]')].filter((e) => e.checkVisibility())"
WRITE_PAGE = """
window.complaints = [];
const tell = (text) => { window.complaints.push(text) };
document.body.replaceChildren(document.createElement("iframe"));
const frame = document.querySelector("iframe");
fetch(%(url)s).then((answer) => answer.text()).then((text) => {
  const { contentWindow: page, contentDocument: written } = frame;
  written.open();
  page.history.replaceState(null, "", %(url)s);
  page.addEventListener("error", (event) => tell(`error ${event.message}`), true);
  page.addEventListener("unhandledrejection", (event) => tell(`rejection ${event.reason}`));
  written.addEventListener("securitypolicyviolation", (event) => {
    tell(`policy ${event.effectiveDirective}`);
  });
  written.write(text + %(more)s);
  written.close();
  frame.id = "written";
}, tell);
"""
"""Writes a page into a frame whose errors are heard before its first script runs.

WebDriver alone has no way to listen so early. The page keeps its own policy and its address.
"""
STARTED = """(() => {
  const page = document.querySelector("#written")?.contentDocument;
  return page?.readyState === "complete"
    && page.querySelector("[data-module=large-text]")?.hidden === false;
})()"""


def list_complaints(window: Window, root: str, address: str, more: str = "") -> list[str]:
    """What goes wrong on a page, once its scripts have run."""
    window.open(f"{root}data/catalog.schema.json")  # has no policy of its own
    values = {"url": json.dumps(root + address), "more": json.dumps(more).replace("</", "<\\/")}
    window.run(WRITE_PAGE % values)
    window.wait_until(STARTED)
    return list(window.run("return window.complaints"))


def read_picture(picture: bytes) -> tuple[int, int, bytes]:
    """The width, the height and the unpacked rows of a PNG."""
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    parts, place = {b"IHDR": b"", b"IDAT": b""}, 8
    while place < len(picture):
        size, kind = struct.unpack_from(">I4s", picture, place)
        if kind in parts:
            parts[kind] += picture[place + 8 : place + 8 + size]
        place += size + 12
    width, height = struct.unpack_from(">II", parts[b"IHDR"])
    return width, height, zlib.decompress(parts[b"IDAT"])


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_from_home_to_the_official_words_of_a_service(
    window: Window, root: str, prefix: str
) -> None:
    """Home leads to a pillar, the pillar to a service, which shows its task as the list has it."""
    catalog = load_catalog(CATALOG)
    service = next(one for one in catalog.latest.services if one.id == "disability-education")
    window.set_size(*PHONE)
    window.open(root + prefix)
    window.follow(".tile[href$='pillars/support/']", f"{root}{prefix}pillars/support/")
    window.follow(
        "[data-service=disability-education] .card-title a",
        f"{root}{prefix}services/disability-education/",
    )
    assert window.read_attribute("article", "data-service") == service.id
    quoted = quote_task(catalog.latest, service)
    assert window.run("return document.querySelector('[data-official]').textContent") == quoted
    assert window.read_text("[data-official]") == quoted


@pytest.mark.parametrize("path", ["", "services/housing/", "notice/", "search/"])
def test_the_switch_of_language_keeps_the_page(window: Window, root: str, path: str) -> None:
    """There and back again, in the language that each page says it is in."""
    window.open(root + path)
    for address in (switch_language(path), path):
        window.follow("header a[hreflang]", root + address)
        assert window.read_attribute("html", "lang") == find_language(address)


def test_large_text_is_kept_on_the_next_page(window: Window, root: str) -> None:
    """Pressed once, it holds after moving on; pressed again, it is gone for good."""
    size = "return parseFloat(getComputedStyle(document.body).fontSize)"
    window.open(root)
    before = window.run(size)
    window.click("[data-module=large-text]")
    window.open(f"{root}en/services/housing/")
    assert window.read_attribute("html", "data-size") == "large"
    assert window.read_attribute("[data-module=large-text]", "aria-pressed") == "true"
    assert window.run(size) == pytest.approx(before * 1.3125)
    window.click("[data-module=large-text]")
    window.open(root)
    assert window.read_attribute("html", "data-size") is None
    assert window.run(size) == before


@pytest.mark.parametrize(
    ("address", "said", "services"),
    [
        (
            "search/#q=%E5%BF%83%E7%90%86",
            "“心理”：找到 2 项服务。",
            ["mental-health-clinic", "mental-health-in-care"],
        ),
        (
            "en/search/#q=autism",
            "“autism”: 3 services found.",
            ["disability-education", "disability-rehabilitation", "disability-allowances"],
        ),
        ("en/search/#q=qwxvk", NOTHING_FOUND, []),
    ],
)
def test_a_query_in_the_address_narrows_the_list(
    window: Window, root: str, address: str, said: str, services: list[str]
) -> None:
    """The services that hold the word are left, and their number is said."""
    window.open(root + address)
    window.wait_until("document.querySelector('[data-module=search] [data-status]').textContent")
    shown = window.run(f"return {SHOWN}.map((e) => e.dataset.service)")
    assert (window.read_text("[data-module=search] [data-status]"), shown) == (said, services)


@pytest.mark.parametrize("address", UNKNOWN)
def test_an_unknown_address_is_answered_in_its_language(
    window: Window, root: str, address: str
) -> None:
    """One heading is seen, in the language of the address, and the title says the same."""
    window.open(root + address)
    language = find_language(address)
    heading = {"en": "There is no such page", "zh-Hans": "没有这个页面"}[language]
    assert window.read_attribute("html", "lang") == language
    headings = "[...document.querySelectorAll('h1')].filter((e) => e.checkVisibility())"
    assert window.run(f"return {headings}.map((e) => e.innerText)") == [heading]
    assert window.run("return document.title") == heading


def test_the_printed_form_of_a_reading_opens_by_a_click(window: Window, root: str) -> None:
    """What is printed is hidden at first, seen after a click, and hidden again by another."""
    seen = "return document.querySelector('.reading details dl').checkVisibility()"
    window.open(f"{root}services/disability-education/")
    assert window.run(seen) is False
    window.click(".reading summary")
    assert window.run(seen) is True
    window.click(".reading summary")
    assert window.run(seen) is False


def test_no_page_scrolls_sideways_on_a_phone(window: Window, root: str) -> None:
    """Every kind of page is as wide as a window of 360 px."""
    window.set_size(*PHONE)
    wide = {}
    for address in (*ADDRESSES, *UNKNOWN):
        window.open(root + address)
        width = window.run("return document.documentElement.scrollWidth")
        if width != 360:
            wide[address] = width
    assert wide == {}


def test_pages_work_under_their_policy_without_an_error(window: Window, root: str) -> None:
    """Scripts start on every kind of page, and nothing is refused or fails."""
    policy = "meta[http-equiv=Content-Security-Policy]"
    found = {}
    for address in (*PATHS, "en/", "en/search/", *UNKNOWN):
        complaints = list_complaints(window, root, address)
        written = "document.querySelector('#written').contentDocument"
        assert window.run(f"return {written}.querySelector('{policy}') !== null"), address
        if complaints:
            found[address] = complaints
    assert found == {}


def test_the_policy_holds_and_errors_are_heard(window: Window, root: str) -> None:
    """A script that the page does not know is refused; one that fails to load is an error."""
    script = "<script>document.title = 'run'</script>"
    assert list_complaints(window, root, "about/", script) == ["policy script-src-elem"]
    written = "document.querySelector('#written').contentDocument"
    assert window.run(f"return {written}.title") != "run"
    missing = '<script src="../nothing.js"></script>'
    assert list_complaints(window, root, "about/", missing) != []


@pytest.mark.parametrize("size", [PHONE, DESK])
def test_a_picture_shows_the_page(window: Window, root: str, size: tuple[int, int]) -> None:
    """It is as wide as the window, and not of one colour."""
    window.set_size(*size)
    window.open(root)
    width, height, rows = read_picture(window.take_picture())
    assert (width, height) == (size[0], window.run("return innerHeight"))
    assert len(set(rows)) > 100


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_the_questionnaire_answers_a_family(window: Window, root: str, prefix: str) -> None:
    """One tap a question; the results have every service with the words of the notice."""
    window.set_size(*PHONE)
    window.open(f"{root}{prefix}check/")
    window.click("[data-start]")
    for _ in range(12):
        window.wait_until("document.querySelector('[data-view=asking], [data-view=results]')")
        if window.run("return Boolean(document.querySelector('[data-view=results]'))"):
            break
        fact = window.run("return document.querySelector('fieldset:not([hidden])').dataset.fact")
        field = f"fieldset[data-fact={fact}]"
        chosen = "[value=none], [value=no], [value='3-5']"
        found = window.run(
            f"return Boolean(document.querySelector({field!r}).querySelector({chosen!r}))"
        )
        window.click(f"{field} :is({chosen})" if found else "[data-skip]")
        window.wait_until(f"!document.querySelector({field!r})?.checkVisibility()")
    window.wait_until("document.querySelector('[data-view=results][aria-busy=false]')")
    services = "[data-view=results] [data-service]"
    assert window.run(f"return document.querySelectorAll({services!r}).length") == 32
    assert window.read_attribute("[data-service=preschool]", "data-verdict") == "depends"
    said = {"": "清单写“3-6岁”", "en/": "the list says “aged 3 to 6”"}[prefix]
    assert said in window.run(
        "return document.querySelector('[data-service=preschool]').textContent"
    )
    window.click("[data-clear]")
    assert window.run("return document.querySelectorAll(':checked').length") == 0


def test_back_and_the_other_language_keep_the_answers(window: Window, root: str) -> None:
    """Back from a question, and from a service; the answers are still there, in both languages."""
    asking = "document.querySelector('[data-view=asking] fieldset:not([hidden])')"
    results = "document.querySelector('[data-view=results][aria-busy=false]')"
    window.open(f"{root}check/")
    window.click("[data-start]")
    window.wait_until(asking)
    first = window.run(f"return {asking}.dataset.fact")
    window.click(f"[data-view=asking] fieldset[data-fact={first}] [value='7-15']")
    window.wait_until(f"{asking}.dataset.fact !== {first!r}")
    window.run("history.back()")
    window.wait_until(f"{asking}?.dataset.fact === {first!r}")
    assert window.run(f"return {asking}.querySelector(':checked').value") == "7-15"
    window.run("history.forward()")
    window.wait_until(f"{asking}?.dataset.fact !== {first!r}")
    window.click("[data-see]")
    window.wait_until(results)
    service = "[data-group=public] [data-service] h3 a"
    title = window.read_text(f"{service} [data-title]")
    window.click(service)
    window.wait_until(f"document.querySelector('main h1').innerText === {title!r}")
    window.click(".switch")
    window.wait_until("document.documentElement.lang === 'en' && document.querySelector('main')")
    window.run("history.back()")
    window.wait_until(results)
    assert window.run("return location.href") == f"{root}en/check/"
    assert "7 to 15" in window.read_text("[data-answers]")
    window.click("[data-clear]")
    window.wait_until("history.state.step === 0")
