"""A first visit: everything that a browser asks for before its reader has done anything."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING
from urllib.parse import urljoin
from urllib.request import urlopen

from carelist.site.kinds import find_kind
from carelist.site.page import Budget
from playwright.sync_api import sync_playwright

from bench.figures import CannotMeasureError, Figure, Section
from bench.phrases import Words
from bench.weights import find_heaviest
from tools.browser import BrowserError, find_browser, list_launch_flags

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from bench.serving import SiteServer
    from bench.sites import Sites

BUDGET = 30 * 1024
QUIET_MILLISECONDS = 1500
"""How long a page is watched after its last request: late scripts and workers ask in that time."""
WIDTH, HEIGHT = 360, 740
TITLE = Words("第一次打开", "First visit")
METHOD = Words(
    "第一次打开一页，读者还没有动手之前，浏览器请求的全部内容（含响应头和图标），gzip 压缩后；"
    "每类网页取最重的一页。原版 Material 一打开就取回搜索索引。",
    "All that the browser asks for on a first visit before the reader acts, response headers and "
    "the icon included, after gzip; the heaviest page of each kind. Stock Material fetches its "
    "search index at once.",
)
IN_PLOT = {
    "home": Words("首页", "Home"),
    "service": Words("一项服务", "A service"),
}
ICON = re.compile(r'<link rel="(?:shortcut )?icon"[^>]*?href="([^"]+)"')


def measure_visits(sites: Sites, *, quick: bool) -> Section:
    """Visit the heaviest page of each kind with an empty cache, on both sites."""
    heaviest = find_heaviest(sites)
    kinds = [*IN_PLOT, *(kind for kind in sorted(heaviest) if kind not in IN_PLOT)]
    figures = []
    with sync_playwright() as playwright:
        try:
            executable = find_browser()
        except BrowserError as error:
            raise CannotMeasureError(str(error)) from error
        if not executable:
            raise CannotMeasureError(
                "no browser was found; run 'python tools/browser.py --install'"
            )
        browser = playwright.chromium.launch(
            executable_path=executable, args=list_launch_flags(), headless=True
        )
        for kind in kinds[:3] if quick else kinds:
            path = heaviest[kind][1]
            print(f"first visit: /{path} …", file=sys.stderr, flush=True)
            own, requests = visit(browser, sites.own_server, path)
            peer, peer_requests = visit(browser, sites.peer_server, path)
            budget = None if find_kind(kind).standing.budget is Budget.FREE else BUDGET
            remark = Words(
                f"{requests} 个请求，同类 {peer_requests} 个",
                f"{requests} requests, peer {peer_requests}",
            )
            name = Words(f"/{path}", f"/{path}")
            plot = IN_PLOT.get(kind)
            figures.append(Figure(name, "bytes", own, peer, budget, remark=remark, plot=plot))
        browser.close()
    return Section("visit", TITLE, METHOD, tuple(figures))


def visit(browser: Browser, server: SiteServer, path: str) -> tuple[int, int]:
    """Give the bytes and the number of answers that a first visit takes, as the server counts."""
    context = browser.new_context(viewport={"width": WIDTH, "height": HEIGHT})
    page = context.new_page()
    server.transfers.clear()
    page.goto(server.url + path, wait_until="networkidle")
    page.wait_for_timeout(QUIET_MILLISECONDS)
    html = page.content()
    context.close()
    _fetch_icon(server, path, html)
    return sum(transfer.size for transfer in server.transfers), len(server.transfers)


def _fetch_icon(server: SiteServer, path: str, html: str) -> None:
    """Ask for the page's icon, which a browser without a window does not."""
    if not (found := ICON.search(html)):
        return
    address = urljoin(f"/{path}", found[1])
    if all(transfer.path != address for transfer in server.transfers):
        with urlopen(urljoin(server.url, address)) as answer:  # noqa: S310  # the server above
            answer.read()
