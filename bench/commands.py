"""What the two commands that a clerk runs most cost: the search and the check of the list."""

from __future__ import annotations

import statistics
import sys
from typing import TYPE_CHECKING

from bench.building import run
from bench.editor import Editor
from bench.figures import Figure, Section
from bench.phrases import Words
from bench.sites import ROOT
from bench.synthetic import write_real

if TYPE_CHECKING:
    from pathlib import Path

RUNS = 9
COMMANDS = (
    (("search", "打针"), Words("carelist search 打针", "carelist search 打针"), 0.45),
    (("check", "--allow-stale"), Words("carelist check", "carelist check"), 0.8),
)
"""What is run, what it is called, and the seconds of the processor that it may take."""
STATES = {
    False: Words("清单没有变", "list as it was"),
    True: Words("改了一条概括之后", "after the edit of a summary"),
}
"""By whether the list is edited before each run."""
NO_PEER = Words("原版 Material 没有这些命令", "stock Material has no such commands")
TITLE = Words("命令", "Commands")
METHOD = Words(
    f"2025年清单，整个进程（含启动）的处理器时间，轮流各运行 {RUNS} 次，取中位数："
    "清单没有变时，和每次先改一项服务的概括时。",
    "The 2025 list; seconds of the processor of the whole process, start included; in turns, "
    f"median of {RUNS} runs each: of a list as it was, and where the summary of a service was "
    "edited before each.",
)


def measure_commands(project: Path, *, quick: bool) -> Section:
    """Run each command in turns, and once before, so that what it keeps is there."""
    print("running commands …", file=sys.stderr, flush=True)
    write_real(project, ROOT)
    figures: list[Figure] = []
    for is_edited, state in STATES.items():
        editor = Editor(project)
        times: dict[tuple[str, ...], list[float]] = {words: [] for words, _, _ in COMMANDS}
        for turn in range(2 if quick else RUNS + 1):
            for number, (words, taken) in enumerate(times.items()):
                if is_edited:
                    editor.edit(turn * len(times) + number)
                processor = run(("carelist", *words), project, {}).processor
                if turn:
                    taken.append(processor)
        figures += (
            Figure(
                Words(f"{name.zh}：{state.zh}", f"{name.en}: {state.en}"),
                "seconds",
                statistics.median(times[words]),
                budget=budget,
                remark=NO_PEER,
            )
            for words, name, budget in COMMANDS
        )
    return Section("commands", TITLE, METHOD, tuple(figures))
