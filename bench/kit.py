"""How long the publicity kit takes: when nothing is made yet, and when nothing has changed."""

from __future__ import annotations

import shutil
import statistics
import sys
from typing import TYPE_CHECKING

from bench.building import run
from bench.cards import measure_cards
from bench.figures import Figure, Section
from bench.phrases import Words
from bench.sites import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bench.building import Build
    from bench.sites import Sites

RUNS = 3
COLD_SECONDS = 30.0
WARM_SECONDS = 3.0
URL = "https://list.example.org/"
TITLE = Words("宣传材料", "The publicity kit")
METHOD = Words(
    "carelist kit 整个进程（含启动），2025年清单的全部材料，两种语言；"
    "“新做”时没有缓存，“再做”时内容没有变。各运行 3 次，取中位数；处理器时间是两个核相加的。"
    "分享图与 Material 的社交卡片插件比：同样的网页，同样的字体，有插件的生成减去没有插件的；"
    "我们的连程序启动也算在内。",
    "The whole process of carelist kit, start included, with every piece of the 2025 list in both "
    "languages; cold: nothing is cached, warm: nothing has changed. Median of 3 runs each. "
    "Time of the processor is that of all its cores together. Share pictures stand beside those "
    "of Material's social plugin: the same pages and font, a build with it less one without; "
    "ours with the start of the program.",
)
NO_PEER = Words("原版 Material 没有海报和折页", "stock Material has no posters or leaflets")


def measure_kit(sites: Sites, folder: Path, *, quick: bool) -> Section:
    """Measure the kit cold and warm."""
    runs = 1 if quick else RUNS
    cache, out = folder / "kit-cache", folder / "kit-out"
    cold, warm = [], []
    for _ in range(runs):
        shutil.rmtree(cache, ignore_errors=True)
        cold.append(_make(cache, out))
        warm.append(_make(cache, out))
    files = [path for path in out.rglob("*") if path.is_file()]
    megabytes = sum(path.stat().st_size for path in files) / 1e6
    count = f"{len(files):,}"
    return Section(
        "kit",
        TITLE,
        METHOD,
        (
            *_list_times(Words(f"新做 {count} 件", f"{count} pieces, cold"), cold, COLD_SECONDS),
            *_list_times(Words(f"再做 {count} 件", f"{count} pieces, warm"), warm, WARM_SECONDS),
            Figure(Words("全部材料的大小", "Size of all pieces"), "megabytes", megabytes),
            *measure_cards(sites, folder, runs),
        ),
    )


def _list_times(name: Words, builds: list[Build], budget: float) -> Iterator[Figure]:
    """Yield the time by the clock, and that of the processor, which other work lengthens little."""
    seconds = statistics.median(build.seconds for build in builds)
    yield Figure(name, "seconds", seconds, budget=budget, remark=NO_PEER)
    processor = statistics.median(build.processor for build in builds)
    by_processor = Words(f"{name.zh}：处理器时间", f"{name.en}: time of the processor")
    yield Figure(by_processor, "seconds", processor, remark=NO_PEER)


def _make(cache: Path, out: Path) -> Build:
    """Give the cost of a whole kit."""
    print("making the publicity kit …", file=sys.stderr, flush=True)
    variables = {"CARELIST_CACHE": str(cache), "SITE_URL": URL}
    return run(("carelist", "kit", "--out", str(out)), ROOT, variables)
