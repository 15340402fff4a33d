"""A slow phone on a slow network: a word typed at once, and a questionnaire begun at once."""

from __future__ import annotations

import sys
from statistics import median
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from bench.building import build
from bench.figures import CannotMeasureError, Figure, Section
from bench.phrases import Words
from bench.serving import SiteServer
from bench.sites import ROOT
from bench.synthetic import write_real
from tools.browser import find_browser, list_launch_flags

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

SLOWED = 4
RUNS = 9
NETWORK = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1_600_000 / 8,
    "uploadThroughput": 750_000 / 8,
}
"""Milliseconds of a round trip, and bytes a second: the slow 4G of Lighthouse."""
VIEW = {"width": 360, "height": 740}
WORDS = {"zh": "打针", "en": "vaccination"}
LANGUAGES = {"zh": Words("中文", "Chinese"), "en": Words("英文", "English")}
TYPED_SECONDS = 1.2
BEGUN_SECONDS = 0.5
READ = 3_000
"""Milliseconds in which a reader reads the first screen of the questionnaire."""
TYPED = """(word) => {
  const type = () => {
    const field = document.querySelector("#q");
    const start = performance.now();
    field.focus();
    field.value = word;
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    const look = () => {
      const card = document.querySelector("[data-strong] > [data-service]");
      if (!card) return void setTimeout(look, 5);
      card.getBoundingClientRect();
      window.taken = performance.now() - start;
    };
    look();
  };
  new PerformanceObserver((list) => {
    if (list.getEntriesByName("first-contentful-paint").length) type();
  }).observe({ type: "paint", buffered: true });
}"""
TAKEN = """() => new Promise((done) => {
  const look = () => (window.taken ? done(window.taken) : void setTimeout(look, 50));
  look();
})"""
BEGUN = """() => new Promise((done) => {
  const start = performance.now();
  document.querySelector("[data-start]").click();
  const look = () => {
    if (!document.querySelector("[data-skip]")) return void setTimeout(look, 5);
    document.body.getBoundingClientRect();
    done(performance.now() - start);
  };
  look();
})"""
NO_PEER = Words("原版 Material 未测", "stock Material not measured")
TITLE = Words("慢手机、慢网络上", "On a slow phone and a slow network")
METHOD = Words(
    f"2025年清单，360 像素宽，处理器放慢 {SLOWED} 倍，1.6 Mbit/s，往返 150 毫秒，缓存是空的，"
    f"gzip 压缩传输，{RUNS} 次取中位数。查找：网页一画出来就打好一个词，到第一张卡片排好版。"
    f"问卷：打开网页、看 {READ // 1000} 秒，点“开始”，到第一个问题出现；"
    "浏览器不许用 service worker。",
    f"The 2025 list, 360 px wide, processor slowed {SLOWED} times, 1.6 Mbit/s, round trip 150 ms, "
    f"cache empty, served with gzip; median of {RUNS} runs. Search: from the first paint of the "
    "page, when a word is typed at once, to the first card laid out. Questionnaire: opened, read "
    f"for {READ // 1000} seconds, then from the tap that begins to the first question, in a "
    "browser that allows no service worker.",
)


def measure_phones(folder: Path, *, quick: bool) -> Section:
    """Build the 2025 list, and use it on a slow phone."""
    path = find_browser()
    if not path:
        raise CannotMeasureError("no browser was found; run 'python tools/browser.py --install'")
    write_real(folder, ROOT)
    site = folder / "site"
    runs = 1 if quick else RUNS
    figures: list[Figure] = []
    with SiteServer(site) as server, sync_playwright() as playwright:
        build(folder, site, url=server.url)
        browser = playwright.chromium.launch(executable_path=path, args=list_launch_flags())
        for locale in LANGUAGES:
            print(f"on a slow phone: {locale} …", file=sys.stderr, flush=True)
            figures += _list_figures(browser, server.url, locale, runs)
        browser.close()
    return Section("phones", TITLE, METHOD, tuple(figures))


def _list_figures(browser: Browser, url: str, locale: str, runs: int) -> Iterator[Figure]:
    root = url if locale == "zh" else f"{url}{locale}/"
    language = LANGUAGES[locale]
    typed = [type_at_once(browser, f"{root}search/", WORDS[locale]) for _ in range(runs)]
    begun = [begin(browser, f"{root}check/") for _ in range(runs)]
    for what, times, budget in (
        (Words("查找，一打开就打词", "Search, a word typed at once"), typed, TYPED_SECONDS),
        (Words("问卷，到第一个问题", "Questionnaire, to the first question"), begun, BEGUN_SECONDS),
    ):
        most = f"{max(times):.2f} s"
        yield Figure(
            Words(f"{what.zh}（{language.zh}）", f"{what.en}, {language.en}"),
            "seconds",
            median(times),
            budget=budget,
            remark=Words(f"最慢 {most}；{NO_PEER.zh}", f"slowest {most}; {NO_PEER.en}"),
        )


def type_at_once(browser: Browser, address: str, word: str) -> float:
    """Give the seconds from the first paint to the first card, where a word is typed then."""
    page = _open_phone(browser)
    page.add_init_script(f"({TYPED})({word!r})")
    page.goto(address)
    taken = float(page.evaluate(TAKEN))  # pages let nobody else evaluate what is a text
    page.context.close()
    return taken / 1000


def begin(browser: Browser, address: str) -> float:
    """Give the seconds from a tap that begins the questionnaire to its first question."""
    page = _open_phone(browser)
    page.goto(address)
    page.wait_for_timeout(READ)
    taken = float(page.evaluate(BEGUN))
    page.context.close()
    return taken / 1000


def _open_phone(browser: Browser) -> Page:
    """Open a page of a slow phone with an empty cache and no service workers."""
    context = browser.new_context(
        viewport={"width": VIEW["width"], "height": VIEW["height"]},
        has_touch=True,
        is_mobile=True,
        service_workers="block",
    )
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", NETWORK)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
    return page
