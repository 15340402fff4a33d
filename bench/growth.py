"""What grows with a list, and what must not: memory, work of one process, pages of changes, bytes.

Lists of 1,000 and 3,000 services are built; pages of changes are counted, and not made.
"""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING

from carelist.eligibility.inspecting import load_list

from bench.building import build
from bench.figures import Figure, Section
from bench.phrases import Words
from bench.sites import ROOT
from bench.synthetic import write_catalog, write_project
from bench.wholes import count_changes, repeat_list, weigh_wholes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bench.building import Build

COUNTS, QUICK_COUNTS = (1_000, 3_000), (100, 200)
ALONE_SECONDS = 10.0
MEGABYTES = 250.0
FLAT = 1.1
"""How much more memory the longer list may take than the shorter one, by what a look may miss."""
REVISIONS = {10: 720, 20: 1_560}
"""Pages of changes, at most, of so many lists of `CHANGED` services."""
CHANGED = 100
FIRST_VIEW = 24 * 1024
NO_PEER = Words("原版 Material 未试（见生成时间）", "stock Material not tried (see build time)")
TITLE = Words("清单变长时", "As a list grows")
METHOD = Words(
    "bench/synthetic.py 写成的虚构清单，mkdocs build 各运行一次，不做宣传材料。"
    "“只有一个进程能做的”：每秒看五次，只有一个进程在用处理器的那些时间里，它用掉的处理器时间（Linux）。"
    "内存是各进程同时占用的最大值，共用的只算一次（PSS，每秒看十次）。"
    f"变化页：{CHANGED} 项、每年一份清单时，生成网站会有多少页，两种语言合计，只数不做。"
    "整份清单的网页：每一种里最重的一页，一打开就有的 HTML（连同样式），gzip -9 压缩后；"
    "往年的清单与今年的一样长。",
    "Synthetic lists written by bench/synthetic.py, one run of mkdocs build each, no publicity "
    "kit. What only one process can do: looked at five times a second, the time of the processor "
    "that one process took while no other did (Linux). Memory is what all processes hold at their "
    "peak, what they share counted once (PSS, ten looks a second). Pages of changes: how many a "
    f"site has with a list of {CHANGED} services every year, in both languages together; counted, "
    "not made. Pages of a whole list: of each kind the heaviest, the HTML that opens first, styles "
    "in it, after gzip -9; the list of a former year is as long as this year's.",
)


def measure_growth(folder: Path, *, quick: bool) -> Section:
    """Build two lists, weigh the pages of the shorter one, and count pages of changes."""
    less, more = QUICK_COUNTS if quick else COUNTS
    builds: list[Build] = []
    weights: dict[str, int] = {}
    for count in (less, more):
        print(f"building {count:,} synthetic services …", file=sys.stderr, flush=True)
        project = folder / f"list-{count}"
        write_project(project, count, ROOT)
        builds.append(build(project, project / "site"))
        if count == less:
            weights = weigh_wholes(load_list(project / "catalog"), folder / "templates")
        shutil.rmtree(project)
    figures = [
        *_list_costs((less, more), builds),
        *_list_wholes(less, weights),
        *_count_changes(folder / "changes"),
    ]
    return Section("growth", TITLE, METHOD, tuple(figures))


def _list_costs(counts: tuple[int, int], builds: list[Build]) -> Iterator[Figure]:
    less, more = builds
    count = counts[1]
    processor = f"{more.processor:.1f} s"
    yield Figure(
        Words(
            f"{count:,} 项：只有一个进程能做的", f"{count:,} services: done by one process alone"
        ),
        "seconds",
        more.alone,
        budget=ALONE_SECONDS,
        remark=Words(
            f"全部处理器时间 {processor}；{NO_PEER.zh}", f"of {processor} in all; {NO_PEER.en}"
        ),
    )
    for number, cost in zip(counts, builds, strict=True):
        yield Figure(
            Words(f"{number:,} 项：内存", f"{number:,} services: memory"),
            "megabytes",
            cost.megabytes,
            budget=MEGABYTES if number == count else None,
            remark=NO_PEER,
        )
    yield Figure(
        Words(
            f"内存，{count:,} 项比 {counts[0]:,} 项",
            f"Memory, {count:,} against {counts[0]:,} services",
        ),
        "times",
        more.megabytes / less.megabytes,
        budget=FLAT,
        remark=NO_PEER,
    )


def _list_wholes(count: int, weights: dict[str, int]) -> Iterator[Figure]:
    for kind, weight in sorted(weights.items()):
        name = Words(f"{count:,} 项：{kind}", f"{count:,} services: {kind}")
        yield Figure(name, "bytes", weight, budget=FIRST_VIEW, remark=NO_PEER)


def _count_changes(folder: Path) -> Iterator[Figure]:
    """Count the pages of changes of lists that come every year."""
    write_catalog(folder, CHANGED)
    catalog = load_list(folder)
    for revisions, most in REVISIONS.items():
        count = count_changes(repeat_list(catalog, revisions))
        yield Figure(
            Words(
                f"{CHANGED} 项、{revisions} 年的清单：变化页",
                f"{revisions} yearly lists of {CHANGED} services: pages of changes",
            ),
            "count",
            count,
            budget=most,
            remark=NO_PEER,
        )
