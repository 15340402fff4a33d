"""How soon a page shows on a phone on slow 4G, and Lighthouse's scores, beside stock Material."""

from __future__ import annotations

import statistics
import sys
from typing import TYPE_CHECKING, NamedTuple

from carelist.site.addresses import split_locale
from carelist.speech.locales import SHIPPED_LOCALES

from bench.figures import NOTHING, Figure, Section
from bench.lighthouse_tool import Audit, prepare_lighthouse
from bench.phrases import Words
from bench.weights import find_heaviest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bench.figures import Unit
    from bench.lighthouse_tool import Lighthouse
    from bench.sites import Sites

RUNS = 3
LCP_SHARE = 0.65
"""Of the peer's LCP, at most."""
SCORES = {"performance": 99, "accessibility": 100, "best_practices": 100, "seo": 100}
"""At least."""
SCORE_NAMES = {
    "performance": Words("性能分", "performance"),
    "accessibility": Words("无障碍分", "accessibility"),
    "best_practices": Words("最佳实践分", "best practices"),
    "seo": Words("搜索优化分", "SEO"),
}
KINDS = {
    "home": Words("首页", "Home"),
    "pillar": Words("一个大类", "A pillar"),
    "service": Words("一项服务", "A service"),
    "notice": Words("通知全文", "The notice"),
}
TITLE = Words("手机上多快能看到", "Speed on a phone")


class Page(NamedTuple):
    """A page to audit."""

    path: str
    name: Words
    in_plot: Words | None


class PageRuns(NamedTuple):
    """The runs on one page of both sites."""

    page: Page
    own: list[Audit]
    peer: list[Audit]


def measure_speed(sites: Sites, *, quick: bool) -> Section:
    """Audit the main kinds of pages in both locales; own site and peer take turns."""
    lighthouse = prepare_lighthouse()
    pages = list(_choose_pages(sites))
    pages = pages[:6:4] if quick else pages
    runs = 1 if quick else RUNS
    measured = [_audit(lighthouse, sites, runs, page) for page in pages]
    audits = [audit for page in measured for audit in page.own + page.peer]
    speed = statistics.median(audit.speed for audit in audits)
    figures = [figure for page in measured for figure in _list_times(page)]
    figures += [figure for page in measured for figure in _list_scores(page)]
    return Section("lighthouse", TITLE, _say_method(lighthouse, runs, speed), tuple(figures))


def _say_method(lighthouse: Lighthouse, runs: int, speed: float) -> Words:
    return Words(
        f"Lighthouse {lighthouse.version}，手机，模拟慢速 4G"
        "（1.6 Mbit/s，往返 150 毫秒，处理器放慢 4 倍），"
        f"gzip 压缩传输，{runs} 次取中位数；机器速度指数 {speed:.0f}。",
        f"Lighthouse {lighthouse.version}, mobile, simulated slow 4G (1.6 Mbit/s, round trip "
        f"150 ms, processor slowed 4 ×), served with gzip, median of {runs} runs; benchmark index "
        f"of the machine {speed:.0f}.",
    )


def _choose_pages(sites: Sites) -> Iterator[Page]:
    """Yield the heaviest Chinese page of each kind, and its English."""
    chinese = [path for path in sites.paths if split_locale(path, SHIPPED_LOCALES)[1].is_source]
    heaviest = find_heaviest(sites._replace(paths=chinese))
    for kind, name in KINDS.items():
        _, path = heaviest[kind]
        yield Page(path, Words(f"{name.zh}（中文）", f"{name.en}, Chinese"), name)
        yield Page(f"en/{path}", Words(f"{name.zh}（英文）", f"{name.en}, English"), None)


def _audit(lighthouse: Lighthouse, sites: Sites, runs: int, page: Page) -> PageRuns:
    measured = PageRuns(page, [], [])
    for number in range(1, runs + 1):
        print(f"Lighthouse: /{page.path}, run {number} of {runs} …", file=sys.stderr, flush=True)
        measured.own.append(lighthouse.run(sites.own_server.url + page.path))
        measured.peer.append(lighthouse.run(sites.peer_server.url + page.path))
    return measured


def _find_median(audits: list[Audit], name: str) -> float:
    return statistics.median(float(getattr(audit, name)) for audit in audits)


def _list_times(runs: PageRuns) -> Iterator[Figure]:
    """Yield LCP, FCP and TBT; the budget of LCP is a share of the peer's in the same run."""
    units: tuple[tuple[str, Unit, float], ...] = (
        ("lcp", "seconds", 1000),
        ("fcp", "seconds", 1000),
        ("tbt", "milliseconds", 1),
    )
    for key, unit, scale in units:
        own, peer = (_find_median(a, key) / scale for a in (runs.own, runs.peer))
        label = key.upper()
        yield Figure(
            Words(f"{runs.page.name.zh}：{label}", f"{runs.page.name.en}: {label}"),
            unit,
            own,
            peer,
            peer * LCP_SHARE if key == "lcp" else None,
            remark=_say_share(own, peer) if key == "lcp" else NOTHING,
            plot=runs.page.in_plot if key == "lcp" else None,
        )


def _say_share(own: float, peer: float) -> Words:
    share = f"{own / peer:.2f} ×"
    return Words(share, share)


def _list_scores(runs: PageRuns) -> Iterator[Figure]:
    for key, least in SCORES.items():
        label = SCORE_NAMES[key]
        lost = runs.own[-1].failed if _find_median(runs.own, key) < least else ()
        yield Figure(
            Words(f"{runs.page.name.zh}：{label.zh}", f"{runs.page.name.en}: {label.en}"),
            "points",
            _find_median(runs.own, key),
            _find_median(runs.peer, key),
            least,
            at_least=True,
            remark=Words("；".join(lost), "; ".join(lost)),
        )
