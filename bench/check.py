"""The questionnaire: all that it loads beyond its page, and how soon the next screen stands."""

from __future__ import annotations

import sys
from statistics import median
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from playwright.sync_api import sync_playwright

from bench.figures import CannotMeasureError, Figure, Section
from bench.phrases import Words
from bench.serving import compress
from tools.browser import find_browser, list_launch_flags

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

    from bench.sites import Sites

BUDGET = 15 * 1024
SCREEN_BUDGET = 50
SLOWER = 4
RUNS = 9
PAUSE = 200
"""Milliseconds between taps, in which a reader reads."""
PATHS = ("check/", "en/check/")
OWN = ("scripts/check/", "data/check.")
"""Where all that only the questionnaire loads lies."""
NO_PEER = Words("原版 Material 没有问卷", "stock Material has no questionnaire")
TITLE = Words("问卷", "Questionnaire")
METHOD = Words(
    f"打开问卷，答到出结果，再打开分享和二维码：网页之外只为它取的全部文件，gzip -9 压缩后；"
    f"在 360 像素宽的触屏上、处理器放慢到 {SLOWER} 分之一时，"
    f"从点按到下一屏画出的时间，取 {RUNS} 遍的中位数中最慢的一屏。",
    "The questionnaire from its start to the results and a QR code: all files beyond the page that "
    "are fetched for it alone, after gzip -9; and, on a touch screen 360 px wide with the "
    f"processor slowed to a {SLOWER}th, the time from a tap to the next screen: of each screen the "
    f"median of {RUNS} runs, of all screens the slowest.",
)
PRESS = """(selector) => new Promise((done) => {
  const button = document.querySelector(selector);
  let start;
  requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
  start = performance.now();
  button.click();
})"""


def measure_check(sites: Sites, *, quick: bool) -> Section:
    """Go through the questionnaire in both languages, skipping what is asked: most stays open."""
    path = find_browser()
    if not path:
        raise CannotMeasureError("no browser was found; run 'python tools/browser.py --install'")
    figures = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list_launch_flags())
        for place in PATHS[:1] if quick else PATHS:
            print(f"questionnaire: /{place} …", file=sys.stderr, flush=True)
            weight = weigh(browser, sites, place)
            name = Words(f"/{place} 之外的字节", f"bytes beyond /{place}")
            figures.append(Figure(name, "bytes", weight, None, BUDGET, remark=NO_PEER))
            runs = [walk(browser, sites, place) for _ in range(1 if quick else RUNS)]
            times = [median(screens) for screens in zip(*runs, strict=True)]
            name = Words(f"/{place} 下一屏", f"next screen of /{place}")
            last = f"{times[-1]:.0f} ms"
            remark = Words(f"结果 {last}；{NO_PEER.zh}", f"results {last}; {NO_PEER.en}")
            figures.append(
                Figure(name, "milliseconds", max(times), None, SCREEN_BUDGET, remark=remark)
            )
        browser.close()
    return Section("check", TITLE, METHOD, tuple(figures))


def weigh(browser: Browser, sites: Sites, place: str) -> int:
    """Give the compressed bytes of all files that only the questionnaire fetches."""
    with _open_phone(browser) as context:
        page = context.new_page()
        fetched: set[str] = set()
        page.on("request", lambda request: fetched.add(request.url))
        _finish(page, urljoin(sites.own_server.url, place))
        page.locator("[data-open-share]").click()
        page.locator("[data-qr]").click()
        page.locator("[data-picture] svg").wait_for()
    names = [url.removeprefix(sites.own_server.url) for url in fetched]
    return sum(len(compress(sites.own / name)) for name in names if name.startswith(OWN))


def walk(browser: Browser, sites: Sites, place: str) -> list[float]:
    """Give the milliseconds to each screen, the results last, on a slow phone."""
    with _open_phone(browser) as context:
        return _finish(context.new_page(), urljoin(sites.own_server.url, place), SLOWER)


def _open_phone(browser: Browser) -> BrowserContext:
    """Open a browser's window as a phone has it: narrow, and with no pointer over the page."""
    return browser.new_context(
        viewport={"width": 360, "height": 740},
        has_touch=True,
        is_mobile=True,
        service_workers="block",
    )


def _finish(page: Page, url: str, slower: int = 1) -> list[float]:
    """Skip from the start to the results; give the milliseconds of each step."""
    page.goto(url)
    page.locator("[data-start]").tap()
    page.locator("[data-skip]").wait_for()
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": slower})
    times: list[float] = []
    while page.locator("[data-view=asking]").count():
        page.wait_for_timeout(PAUSE)
        times.append(page.evaluate(PRESS, "[data-skip]"))
    return times
