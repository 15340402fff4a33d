"""What open data costs a build: the processor's time of all files and twins, and how it grows."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

from carelist.catalog.loading import load_catalog
from carelist.site.place import Place
from carelist.site.site import Site
from carelist.site.twins import convert_page

from bench.figures import Figure, Section
from bench.phrases import Words
from bench.sites import ROOT
from bench.synthetic import write_catalog

if TYPE_CHECKING:
    from pathlib import Path

    from bench.sites import Sites

MOST_SECONDS = 1.0
COUNTS, QUICK_COUNTS = (1000, 10_000), (200, 2000)
"""How many services the synthetic lists have; the longest takes half a minute."""
MOST_GROWTH = 1.3
"""How much longer a service may take on a list of ten times as many."""
RUNS = 3
TITLE = Words("开放数据", "Open data")
METHOD = Words(
    "生成全部数据文件和所有网页的 Markdown 副本所用的处理器时间，多次中最短的一次；清单已经读好。"
    "两种大小的合成清单各量一次，比较每项服务所用的时间。",
    "The processor's time to make all files of data, and the Markdown twins of all pages, the "
    "least of several runs, once the list is read. Synthetic lists of two sizes are measured once "
    "each, and the time a service compared.",
)
NO_PEER = Words("原版 Material 没有数据文件", "stock Material has no files of data")


def measure_open_data(sites: Sites, folder: Path, *, quick: bool) -> Section:
    """Measure the files and the twins of the real list, and the growth of the files."""
    print("making open data …", file=sys.stderr, flush=True)
    pages = [
        path.with_name("index.html").read_text("utf-8") for path in sites.own.rglob("index.md")
    ]
    runs = 1 if quick else RUNS
    real = _read_site(ROOT / "catalog")
    files = min(_time_files(real) for _ in range(runs))
    twins = min(_time_twins(pages) for _ in range(runs))
    few, many = QUICK_COUNTS if quick else COUNTS
    spent = {}
    for count in (few, many):
        write_catalog(folder / f"data-{count}", count)
        spent[count] = _time_files(_read_site(folder / f"data-{count}")) / count
    return Section(
        "data",
        TITLE,
        METHOD,
        (
            Figure(
                Words("2025 年版的全部文件和副本", "All files and twins of the 2025 list"),
                "seconds",
                files + twins,
                budget=MOST_SECONDS,
                remark=NO_PEER,
            ),
            Figure(Words("其中数据文件", "Of these, files of data"), "seconds", files),
            Figure(
                Words(
                    f"{many:,} 项服务时每项所用时间，比 {few:,} 项时",
                    f"Time a service with {many:,} services, beside {few:,}",
                ),
                "times",
                spent[many] / spent[few],
                budget=MOST_GROWTH,
                remark=NO_PEER,
            ),
        ),
    )


def _read_site(catalog: Path) -> Site:
    return Site.of(load_catalog(catalog), Place("https://list.example.org/", ""))


def _time_files(site: Site) -> float:
    """Give the seconds of the processor that all files of a site take, made anew."""
    data = site.turn_open_data(None)
    start = time.process_time()
    size = sum(file.size for file in data.files)
    size += sum(len(text) for _, text in data.list_single_files())
    return time.process_time() - start if size else 0


def _time_twins(pages: list[str]) -> float:
    start = time.process_time()
    size = sum(len(convert_page(page)) for page in pages)
    return time.process_time() - start if size else 0
