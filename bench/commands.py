"""What the two commands that a clerk runs most cost: the search and the check of the list."""

from __future__ import annotations

import statistics
import sys

from bench.building import run
from bench.figures import Figure, Section
from bench.phrases import Words
from bench.sites import ROOT

RUNS = 9
COMMANDS = (
    (("search", "打针"), Words("carelist search 打针", "carelist search 打针"), 0.45),
    (("check",), Words("carelist check", "carelist check"), 0.8),
)
"""What is run, what it is called, and the seconds of the processor that it may take."""
NO_PEER = Words("原版 Material 没有这些命令", "stock Material has no such commands")
TITLE = Words("命令", "Commands")
METHOD = Words(
    f"2025年清单，整个进程（含启动）的处理器时间，轮流各运行 {RUNS} 次，取中位数。",
    "The 2025 list; seconds of the processor of the whole process, start included; in turns, "
    f"median of {RUNS} runs each.",
)


def measure_commands(*, quick: bool) -> Section:
    """Run each command in turns, and once before, so that what it keeps is there."""
    print("running commands …", file=sys.stderr, flush=True)
    times: dict[tuple[str, ...], list[float]] = {words: [] for words, _, _ in COMMANDS}
    for turn in range(2 if quick else RUNS + 1):
        for words, taken in times.items():
            processor = run(("carelist", *words), ROOT, {}).processor
            if turn:
                taken.append(processor)
    figures = (
        Figure(name, "seconds", statistics.median(times[words]), budget=budget, remark=NO_PEER)
        for words, name, budget in COMMANDS
    )
    return Section("commands", TITLE, METHOD, tuple(figures))
