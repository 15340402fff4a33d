"""How long a build takes as the list grows, and how much memory, beside stock Material."""

from __future__ import annotations

import shutil
import sys
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from bench.building import Build, OutOfTimeError, build, find_median
from bench.figures import NOTHING, Figure, Section
from bench.peer import list_pages, write_peer
from bench.phrases import Words
from bench.sites import ROOT
from bench.synthetic import write_project

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bench.sites import Sites

RUNS = {100: 5, 1_000: 3, 10_000: 1}
QUICK_RUNS = {100: 3, 300: 1}
PEER_RUNS = {100: 3}
PEER_SECONDS = 300
"""What the peer is given for one build: each of its pages holds a menu of all pages."""
OUT_OF_TIME = Words(f"{PEER_SECONDS} 秒内未完成", f"not done in {PEER_SECONDS} s")
NOT_TRIED = Words("未再试", "not tried")
REAL_SECONDS = 5.0
GROWTH = 1.3
"""How much longer a page may take in the longest list than in the shortest."""
TITLE = Words("生成网站的时间和内存", "Build time and memory")
METHOD = Words(
    "mkdocs build 整个进程（含启动），写进空文件夹，两种语言的全部网页和文件都新做；"
    "虚构清单由 bench/synthetic.py 写成，不生成宣传材料；"
    "2025年清单的宣传材料首次新做，以后取自缓存。"
    "“每页”按各进程的处理器时间合计，其余按钟表时间；内存是各进程同时占用的最大值，共用的只算一次（PSS，每秒看十次）。"
    f"100、1,000、10,000 项各运行 5、3、1 次，取中位数；"
    f"原版 Material 每次限 {PEER_SECONDS} 秒处理器时间，超过后不再试更长的清单。",
    "The whole process of mkdocs build, start included, into an empty folder, with every page and "
    "file in both languages made anew; the synthetic lists are written by bench/synthetic.py, and "
    "no kit is made of them; that of the 2025 list is made in the first run and kept. Time a page "
    "is that of the processor, time otherwise that of the clock; memory is what all processes hold "
    "at their peak, what they share counted once (PSS, looked at ten times a second). "
    "Median of 5, 3 and 1 runs for 100, 1,000 and 10,000 services; stock Material is given "
    f"{PEER_SECONDS} seconds of the processor a build, and no longer list once it needs more.",
)


class Growth(NamedTuple):
    """The builds of one synthetic list."""

    services: int
    pages: int
    own: Build
    peer: Build | None
    """None where it was not done in time, or not tried."""
    tried: bool
    """Whether the peer was built."""

    @property
    def remark(self) -> Words:
        """Why the peer has no figure; empty where it has one."""
        if self.peer:
            return NOTHING
        return OUT_OF_TIME if self.tried else NOT_TRIED


def measure_builds(sites: Sites, folder: Path, *, quick: bool) -> Section:
    """Measure the real site's builds, then those of synthetic lists of growing length."""
    runs = QUICK_RUNS if quick else RUNS
    grown: list[Growth] = []
    for count in runs:
        with_peer = all(growth.peer for growth in grown)  # what took too long would take longer
        where = folder / f"list-{count}"
        grown.append(_measure(where, count, runs[count], with_peer=with_peer))
    real = find_median(sites.own_builds), find_median(sites.peer_builds)
    figures = _list_figures(sites.own_builds[0], real, grown)
    return Section("builds", TITLE, METHOD, tuple(figures))


def _measure(folder: Path, count: int, runs: int, *, with_peer: bool) -> Growth:
    print(f"building {count} synthetic services {runs} times …", file=sys.stderr, flush=True)
    write_project(folder / "own", count, ROOT)
    site = folder / "site"
    own = find_median([build(folder / "own", site) for _ in range(runs)])
    pages, peer = sum(1 for _ in list_pages(site)), None
    if with_peer:
        write_peer(site, folder / "peer")
        shutil.rmtree(site)
        peer = _measure_peer(folder / "peer", site, count)
    shutil.rmtree(folder)
    return Growth(count, pages, own, peer, with_peer)


def _measure_peer(project: Path, site: Path, count: int) -> Build | None:
    """Measure the peer's build; None where it takes too long."""
    runs = PEER_RUNS.get(count, 1)
    message = f"building the same pages with stock Material, {PEER_SECONDS} s at most …"
    print(message, file=sys.stderr, flush=True)
    try:
        return find_median([build(project, site, limit=PEER_SECONDS) for _ in range(runs)])
    except OutOfTimeError:
        print("stock Material was not done in time", file=sys.stderr, flush=True)
        return None


def _list_figures(first: Build, real: tuple[Build, Build], grown: list[Growth]) -> Iterator[Figure]:
    own, peer = real
    name = Words("2025年清单：时间", "2025 list: time")
    yield Figure(name, "seconds", own.seconds, peer.seconds, REAL_SECONDS)
    name = Words("2025年清单：首次，宣传材料新做", "2025 list: first time, the kit made anew")
    yield Figure(name, "seconds", first.seconds)
    name = Words("2025年清单：内存", "2025 list: memory")
    yield Figure(name, "megabytes", own.megabytes, peer.megabytes)
    for growth in grown:
        yield from _list_costs(growth)
    least, most = grown[0], grown[-1]
    name = Words(
        f"每页时间，{most.services:,} 项比 {least.services:,} 项",
        f"Time a page, {most.services:,} against {least.services:,} services",
    )
    peers = _cost(most.pages, most.peer), _cost(least.pages, least.peer)
    ratio = peers[0] / peers[1] if peers[0] and peers[1] else None
    own_costs = _cost(most.pages, most.own), _cost(least.pages, least.own)
    yield Figure(name, "times", own_costs[0] / own_costs[1], ratio, GROWTH, remark=most.remark)
    yield from _list_margins(grown)


def _list_costs(growth: Growth) -> Iterator[Figure]:
    """Yield the time, the time a page and the memory of one list."""
    count, pages, own, peer, _ = growth
    what = Words(f"{count:,} 项，{pages:,} 页", f"{count:,} services, {pages:,} pages")
    yield Figure(
        Words(f"{what.zh}：时间", f"{what.en}: time"),
        "seconds",
        own.seconds,
        peer.seconds if peer else None,
        remark=growth.remark,
    )
    yield Figure(
        Words(f"{what.zh}：每页时间", f"{what.en}: time a page"),
        "milliseconds",
        _cost(pages, own),
        _cost(pages, peer) if peer else None,
        remark=growth.remark,
        plot=Words(f"{count:,} 项", f"{count:,} services"),
    )
    yield Figure(
        Words(f"{what.zh}：内存", f"{what.en}: memory"),
        "megabytes",
        own.megabytes,
        peer.megabytes if peer else None,
        remark=growth.remark,
    )


def _list_margins(grown: list[Growth]) -> Iterator[Figure]:
    """Yield what one page more costs, in which the time to start has no part."""
    for less, more in pairwise(grown):
        seconds = more.own.processor - less.own.processor
        peer = more.peer.processor - less.peer.processor if more.peer and less.peer else None
        pages = more.pages - less.pages
        yield Figure(
            Words(
                f"从 {less.services:,} 项到 {more.services:,} 项，每多一页",
                f"Each further page, from {less.services:,} to {more.services:,} services",
            ),
            "milliseconds",
            seconds / pages * 1000,
            peer / pages * 1000 if peer else None,
            remark=more.remark,
        )


def _cost(pages: int, cost: Build | None) -> float:
    """Give the processor's milliseconds that a page takes; 0 where they are not known."""
    return cost.processor / pages * 1000 if cost else 0
