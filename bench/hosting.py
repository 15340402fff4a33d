"""How a city's own server bears many readers at once: nginx with the settings that we write."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING

from carelist.catalog.loading import load_catalog
from carelist.hosting.compressing import compress_site
from carelist.hosting.settings import write_settings
from carelist.site.place import Place
from carelist.site.site import Site
from carelist.speech.own import find_own_locale

from bench.figures import CannotMeasureError, Figure, Section
from bench.load import ask_all
from bench.phrases import Words
from bench.sites import ROOT
from tools.running import CannotServeError, find_port, run_nginx

if TYPE_CHECKING:
    from pathlib import Path

    from bench.load import Load
    from bench.sites import Sites

COUNT = 10_000
CONNECTIONS = 50
HOST = "127.0.0.1"
SLOWEST = 0.1
"""Seconds in which 99 of 100 pages are answered, on a machine that asks and answers both."""
TITLE = Words("自己的服务器", "A server of one's own")
METHOD = Words(
    "Debian 的 nginx 和它的 Brotli 模块，设置由 carelist serve-config nginx 写出，文件由 "
    "carelist compress 压好；50 个连接，依次取所有网页，一共 10,000 次，每次取到最后一个字节。"
    "提问的程序和服务器在同一台机器上，用的是同样的处理器。",
    "Debian's nginx with its Brotli module, settings by carelist serve-config nginx, files by "
    "carelist compress; 50 connections ask for all pages in turn, 10,000 times in all, each to "
    "its last byte. Who asks shares the machine, and its processor, with the server.",
)
NO_PEER = Words("原版 Material 不带服务器设置", "stock Material comes with no settings for servers")


def measure_hosting(sites: Sites, folder: Path, *, quick: bool) -> Section:
    """Measure how many pages a second are answered, how late the last, and how many not at all."""
    served = folder / "served"
    print("compressing the site …", file=sys.stderr, flush=True)
    shutil.copytree(sites.own, served)
    compress_site(served)
    try:
        paths = [f"/{path}" for path in sites.paths]
        load = _measure(served, folder, paths, COUNT // 10 if quick else COUNT)
    except CannotServeError as error:
        raise CannotMeasureError(str(error)) from error
    if not load.times:
        message = "nginx answered none of the pages"
        raise CannotMeasureError(message)
    asked = f"{len(load.times) + load.failed:,}"
    return Section(
        "hosting",
        TITLE,
        METHOD,
        (
            Figure(
                Words(f"{asked} 次里没有取到的", f"Not answered, of {asked}"),
                "points",
                load.failed,
                budget=0,
                remark=NO_PEER,
            ),
            Figure(Words("每秒网页", "Pages a second"), "rate", load.rate, remark=NO_PEER),
            Figure(
                Words("百分之九十九在", "99 of 100 within"),
                "milliseconds",
                load.p99 * 1000,
                budget=SLOWEST * 1000,
                remark=NO_PEER,
            ),
        ),
    )


def _measure(served: Path, folder: Path, paths: list[str], count: int) -> Load:
    port = find_port()
    site = Site.of(load_catalog(ROOT / "catalog"), Place(f"http://{HOST}:{port}/", ""))
    ((name, text),) = write_settings(
        "nginx", site, root=str(served), listen=f"{HOST}:{port}", language=find_own_locale()
    )
    settings = folder / name
    settings.write_text(text, encoding="utf-8")
    print(f"asking nginx for {count:,} pages …", file=sys.stderr, flush=True)
    with run_nginx(settings, port, folder / "nginx"):
        return ask_all(HOST, port, paths, count=count, connections=CONNECTIONS)
