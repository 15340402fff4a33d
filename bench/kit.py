"""How long the publicity kit takes: when nothing is made yet, and when nothing has changed."""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import time
from typing import TYPE_CHECKING

from bench.figures import CannotMeasureError, Figure, Section
from bench.phrases import Words
from bench.sites import ROOT

if TYPE_CHECKING:
    from pathlib import Path

RUNS = 3
COLD_SECONDS = 30.0
WARM_SECONDS = 3.0
URL = "https://list.example.org/"
TITLE = Words("宣传材料", "The publicity kit")
METHOD = Words(
    "carelist kit 整个进程（含启动），2025年清单的全部材料，两种语言；"
    "“新做”时没有缓存，“再做”时内容没有变。各运行 3 次，取中位数。",
    "The whole process of carelist kit, start included, with every piece of the 2025 list in both "
    "languages; cold: nothing is cached, warm: nothing has changed. Median of 3 runs each.",
)
PEER = Words(
    "Material 的社交卡片插件要另装 Cairo，并从网上取字体，没有测",
    "not measured: Material's social plugin needs Cairo besides, and fetches fonts from the net",
)


def measure_kit(folder: Path, *, quick: bool) -> Section:
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
            Figure(
                Words(f"新做 {count} 件", f"{count} pieces, cold"),
                "seconds",
                statistics.median(cold),
                budget=COLD_SECONDS,
                remark=PEER,
            ),
            Figure(
                Words(f"再做 {count} 件", f"{count} pieces, warm"),
                "seconds",
                statistics.median(warm),
                budget=WARM_SECONDS,
                remark=PEER,
            ),
            Figure(Words("全部材料的大小", "Size of all pieces"), "megabytes", megabytes),
        ),
    )


def _make(cache: Path, out: Path) -> float:
    """Give the seconds that a whole kit takes."""
    print("making the publicity kit …", file=sys.stderr, flush=True)
    variables = {"CARELIST_CACHE": str(cache), "SITE_URL": URL, "NO_MKDOCS_2_WARNING": "1"}
    command = (sys.executable, "-m", "generator", "kit", "--out", str(out))
    start = time.perf_counter()
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=os.environ | variables,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
    )
    if done.returncode:
        raise CannotMeasureError(f"carelist kit ended with status {done.returncode}")
    return time.perf_counter() - start
