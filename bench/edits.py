"""What an edit costs: a build where nothing or one summary changed, and an edit seen by an editor.

The site after an edit is compared, byte by byte, with one that is built from nothing.
"""

from __future__ import annotations

import shutil
import statistics
import sys
from typing import TYPE_CHECKING, NamedTuple

from bench.building import find_median, run
from bench.editor import Editor
from bench.figures import NOTHING, Figure, Section
from bench.looked_at import time_edits
from bench.phrases import Words
from bench.rebuilt import time_rebuilds
from bench.sites import ROOT
from bench.synthetic import write_project, write_real

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bench.building import Build

RUNS = 5
LONG, QUICK_LONG = 1_000, 100
SAME_SECONDS = 0.3
EDIT_SECONDS = 0.5
SEEN_SECONDS = {"real": 0.4, "long": 1.0}
URL = "https://list.example.org/"
NO_PEER = Words("未与原版 Material 比", "stock Material not measured")
TITLE = Words("改一处之后", "After an edit")
METHOD = Words(
    "carelist build 整个进程（含启动），按钟表时间；清单已生成过一次，不做宣传材料。"
    f"没有改动时、改了一项服务的概括时各运行 {RUNS} 次，取中位数；写过的文件按文件号和修改时间数，"
    "内容不同的按字节比；最后一次改动之后的网站，再与从空文件夹、空缓存生成的逐字节比较。"
    "不退出的 carelist build --watch：从存盘到它说网站已经放好为止。"
    "预览：carelist serve 开着，把一项服务的概括改好存盘，到浏览器收到通知、"
    "取回带有新字的网页为止，"
    f"{RUNS} 次取中位数。",
    "The whole process of carelist build, start included, by the clock; the list was built once "
    f"before, without a publicity kit. {RUNS} runs each with nothing changed, and with the summary "
    "of a service changed; medians. Files that were written are told by their number and time, "
    "those that differ by their bytes; after the last edit the site is compared byte by byte with "
    "one built from an empty folder and an empty cache. carelist build --watch: from saving "
    "until it says that the site is in its place. Preview: carelist serve goes on, the "
    "summary of a service is saved with other words, until a browser has been told and has fetched "
    f"the page that has them; median of {RUNS}.",
)


class Stamp(NamedTuple):
    """By what a file that was written again is known."""

    number: int
    time: int


class Edited(NamedTuple):
    """What came of the builds of one list."""

    same: Build
    rewritten: int
    """Files that were written although nothing had changed."""
    edits: list[Build]
    """In their order: the first comes after a build of the whole."""
    written: int
    """Files that were written after the last edit."""
    differing: int
    """Of the files of a site, those whose bytes the last edit changed, came or went."""
    unclean: int
    """Files that differ from a clean build, or that only one of both has."""
    files: int


def measure_edits(folder: Path, *, quick: bool) -> Section:
    """Edit the 2025 list and a long one."""
    real, long = folder / "real", folder / "long"
    write_real(real, ROOT)
    count = QUICK_LONG if quick else LONG
    write_project(long, count, ROOT)
    runs = 1 if quick else RUNS
    name = Words("2025年清单", "2025 list")
    long_name = Words(f"虚构清单 {count:,} 项", f"Synthetic list of {count:,} services")
    figures = [
        *_list_figures(name, edit_site(real, runs)),
        *_time_rebuilds(name, real, runs),
        _time_preview(name, real, runs, SEEN_SECONDS["real"]),
        _time_preview(long_name, long, runs, SEEN_SECONDS["long"]),
    ]
    return Section("edits", TITLE, METHOD, tuple(figures))


def edit_site(project: Path, runs: int) -> Edited:
    """Build a project again and again, with and without an edit."""
    print(f"editing {project.name} …", file=sys.stderr, flush=True)
    site = project / "site"
    _build(project)
    before = stamp_files(site)
    same = find_median([_build(project) for _ in range(runs)])
    rewritten = count_written(before, stamp_files(site))
    editor = Editor(project)
    edits: list[Build] = []
    written = differing = 0
    for number in range(runs):
        shutil.copytree(site, project / "before", symlinks=True)
        before = stamp_files(site)
        editor.edit(number)
        edits.append(_build(project))
        written = count_written(before, stamp_files(site))
        differing = len(compare_sites(project / "before", site))
        shutil.rmtree(project / "before")
    site.rename(project / "edited")
    shutil.rmtree(project / "cache")
    _build(project)
    unclean = compare_sites(project / "edited", site)
    files = len(stamp_files(site))
    return Edited(same, rewritten, edits, written, differing, len(unclean), files)


def _build(project: Path) -> Build:
    return run(("carelist", "build"), project, list_variables(project))


def list_variables(project: Path) -> dict[str, str]:
    """Give the variables of a build of a project, which keeps what it keeps beside it."""
    return {"CARELIST_CACHE": str(project / "cache"), "SITE_URL": URL}


def stamp_files(site: Path) -> dict[str, Stamp]:
    """Stamp every file of a site."""
    found = ((path, path.stat()) for path in site.rglob("*") if path.is_file())
    return {
        path.relative_to(site).as_posix(): Stamp(stat.st_ino, stat.st_mtime_ns)
        for path, stat in found
    }


def count_written(before: dict[str, Stamp], now: dict[str, Stamp]) -> int:
    """Count the files that were written since, and those that are gone."""
    return sum(before.get(name) != now.get(name) for name in {*before, *now})


def compare_sites(one: Path, other: Path) -> list[str]:
    """Give the files that differ in a byte, and those that only one of two sites has."""
    names = {*stamp_files(one), *stamp_files(other)}
    return sorted(name for name in names if not _is_same(one / name, other / name))


def _is_same(one: Path, other: Path) -> bool:
    return one.is_file() and other.is_file() and one.read_bytes() == other.read_bytes()


def _list_figures(name: Words, edited: Edited) -> Iterator[Figure]:
    head = Words(f"{name.zh}，", f"{name.en}, ")
    of_all = Words(f"共 {edited.files:,} 个文件", f"of {edited.files:,} files")
    first = f"{edited.edits[0].seconds:.2f} s"
    first_words = Words(f"第一次 {first}；", f"the first {first}; ")
    for what, cost, budget, besides in (
        (Words("没有改动", "nothing changed"), edited.same, SAME_SECONDS, NOTHING),
        (
            Words("改了一条概括", "one summary changed"),
            find_median(edited.edits),
            EDIT_SECONDS,
            first_words,
        ),
    ):
        processor = f"{cost.processor:.2f} s"
        remark = Words(
            f"处理器时间 {processor}；{besides.zh}{NO_PEER.zh}",
            f"processor {processor}; {besides.en}{NO_PEER.en}",
        )
        title = Words(f"{head.zh}{what.zh}", f"{head.en}{what.en}")
        yield Figure(title, "seconds", cost.seconds, budget=budget, remark=remark)
    for what, count, most in (
        (Words("没有改动时写过的文件", "files written with nothing changed"), edited.rewritten, 0),
        (
            Words("改一条概括后写过的文件", "files written after the edit of a summary"),
            edited.written,
            edited.differing,
        ),
        (
            Words("与重新生成的不同的文件", "files that differ from a clean build"),
            edited.unclean,
            0,
        ),
    ):
        title = Words(f"{head.zh}{what.zh}", f"{head.en}{what.en}")
        remark = Words(f"{of_all.zh}；{NO_PEER.zh}", f"{of_all.en}; {NO_PEER.en}")
        yield Figure(title, "count", count, budget=most, remark=remark)


def _time_rebuilds(name: Words, project: Path, runs: int) -> Iterator[Figure]:
    """Time builds of a program that goes on, and compare what they came to with a clean one."""
    print(f"rebuilding {name.en} …", file=sys.stderr, flush=True)
    times = time_rebuilds(project, list_variables(project), runs)
    title = Words(
        f"{name.zh}，build --watch 改了一条概括", f"{name.en}, build --watch: one summary"
    )
    yield _tell_times(title, times, EDIT_SECONDS)
    site, watched = project / "site", project / "watched"
    site.rename(watched)
    shutil.rmtree(project / "cache")
    _build(project)
    yield Figure(
        Words(
            f"{name.zh}，build --watch 之后与重新生成的不同的文件",
            f"{name.en}, build --watch: files that differ from a clean build",
        ),
        "count",
        len(compare_sites(watched, site)),
        budget=0,
        remark=NO_PEER,
    )


def _time_preview(name: Words, project: Path, runs: int, budget: float) -> Figure:
    print(f"looking at {name.en} …", file=sys.stderr, flush=True)
    times = time_edits(project, list_variables(project), runs)
    title = Words(f"{name.zh}，预览时改动到看见", f"{name.en}, preview: from an edit to its page")
    return _tell_times(title, times, budget)


def _tell_times(title: Words, times: list[float], budget: float) -> Figure:
    """Give the median of some times, and tell the longest."""
    most = f"{max(times):.2f} s"
    return Figure(
        title,
        "seconds",
        statistics.median(times),
        budget=budget,
        remark=Words(f"最慢 {most}；{NO_PEER.zh}", f"slowest {most}; {NO_PEER.en}"),
    )
