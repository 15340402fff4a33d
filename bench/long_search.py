"""The search of a list of 10,000 services: what a query fetches, and how soon it is answered."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

from bench.building import build
from bench.figures import Figure
from bench.phrases import Words
from bench.serving import SiteServer
from bench.sites import ROOT
from bench.synthetic import write_project

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

COUNT, QUICK_COUNT = 10_000, 500
TIME_BUDGET = 150
SLOWED = 4
VISITS = 5
"""How often each query is asked, each time on a page that was just opened."""
REACH = 500
"""Milliseconds from a tap on the field to the first character, at the least."""
ASKED = {
    "zh": ("残疾儿童", "图书借阅", "开学阅读指导课", "yuedu", "免费午餐", "残"),
    "en": ("disabled children", "reading lessons", "lessons after school", "libary"),
}
TIMED = """async (query) => {
  const field = document.querySelector("#q");
  const status = document.querySelector("[data-module=search] [data-status]");
  status.textContent = "";
  field.value = query;
  const start = performance.now();
  field.form.requestSubmit();
  while (!status.textContent) await new Promise((go) => setTimeout(go));
  document.body.getBoundingClientRect();
  return performance.now() - start;
}"""
NO_PEER = Words("原版 Material 未试（见生成时间）", "stock Material not tried (see build time)")
LANGUAGES = {"zh": Words("中文", "Chinese"), "en": Words("英文", "English")}


def measure_long_search(browser: Browser, folder: Path, *, quick: bool) -> Iterator[Figure]:
    """Build a long synthetic site, and ask its search on a slow device."""
    count = QUICK_COUNT if quick else COUNT
    write_project(folder, count, ROOT)
    site = folder / "site"
    build(folder, site)
    with SiteServer(site) as server:
        for locale in LANGUAGES:
            yield from _ask(browser, server, locale, count)


def _ask(browser: Browser, server: SiteServer, locale: str, count: int) -> Iterator[Figure]:
    times: dict[str, list[float]] = {query: [] for query in ASKED[locale]}
    opened, sizes = 0, []
    for query in (query for query in times for _ in range(VISITS)):
        page = browser.new_context().new_page()
        opened = _open(page, server, locale)
        session = page.context.new_cdp_session(page)
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
        server.transfers.clear()
        times[query].append(float(page.evaluate(TIMED, query)))
        sizes.append(sum(transfer.size for transfer in server.transfers))
        page.context.close()
    head = Words(
        f"{count:,} 项，{LANGUAGES[locale].zh}页：", f"{count:,} services, {LANGUAGES[locale].en}: "
    )
    yield Figure(
        Words(head.zh + "打开查找所载", head.en + "loaded to begin"), "bytes", opened, None, None
    )
    yield Figure(
        Words(head.zh + "一条查询所载，最多", head.en + "loaded by a query, at most"),
        "bytes",
        max(sizes),
        None,
        None,
    )
    yield Figure(
        Words(
            head.zh + "查询到结果，最慢的查询", head.en + "query to first results, slowest query"
        ),
        "milliseconds",
        max(map(median, times.values())),
        None,
        TIME_BUDGET,
        remark=Words(
            f"{len(times)} 条查询，每条在新打开的网页上问 {VISITS} 次，取中位数；{NO_PEER.zh}",
            f"{len(times)} queries, each median of {VISITS} on a page just opened; {NO_PEER.en}",
        ),
    )


def _open(page: Page, server: SiteServer, locale: str) -> int:
    """Open the search page and reach for its field; give the bytes that this loads."""
    page.goto(f"{server.url}{'' if locale == 'zh' else 'en/'}search/", wait_until="networkidle")
    server.transfers.clear()
    with page.expect_response("**/terms.json"):
        page.locator("#q").focus()
    page.wait_for_timeout(REACH)
    return sum(transfer.size for transfer in server.transfers)
