"""What a page weighs before the reader sees it: its HTML and the style sheets that hold it up."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carelist.site.kinds import find_kind

from bench.figures import Figure, Section
from bench.phrases import Words
from bench.serving import compress

if TYPE_CHECKING:
    from pathlib import Path

    from bench.sites import Sites

LINK = re.compile(r"<link\b[^>]*>")
ATTRIBUTE = re.compile(r'\b(rel|href|media)=(?:"([^"]*)"|([^\s>]*))')
TITLE = Words("网页重量", "Page weight")
METHOD = Words(
    "每类网页中最重的一页：HTML 加上阻塞显示的样式表，gzip -9 压缩后。",
    "The heaviest page of each kind: its HTML with render-blocking CSS, after gzip -9.",
)
IN_PLOT = {
    "home": Words("首页", "Home"),
    "pillar": Words("一个大类", "A pillar"),
    "service": Words("一项服务", "A service"),
    "notice": Words("通知全文", "The notice"),
}


def measure_weights(sites: Sites) -> Section:
    """Weigh every page of both sites; the heaviest of each kind is told."""
    heaviest = find_heaviest(sites)
    figures = (
        Figure(
            Words(f"/{path}", f"/{path}"),
            "bytes",
            weight,
            weigh(sites.peer, path),
            find_kind(kind).standing.budget.value,
            plot=IN_PLOT.get(kind),
        )
        for kind, (weight, path) in sorted(heaviest.items(), key=lambda item: _order(item[0]))
    )
    return Section("weights", TITLE, METHOD, tuple(figures))


def weigh(site: Path, path: str) -> int:
    """Give the bytes of a page with its render-blocking styles, each compressed."""
    page = site / path / "index.html"
    sheets = find_style_sheets(page.read_text(encoding="utf-8"))
    files = [page, *((page.parent / sheet).resolve() for sheet in sheets)]
    return sum(len(compress(file)) for file in files)


def find_style_sheets(html: str) -> list[str]:
    """List the addresses of the style sheets without which a page is not shown."""
    found = []
    for link in LINK.findall(html):
        values = {name: quoted or bare for name, quoted, bare in ATTRIBUTE.findall(link)}
        if values.get("rel") == "stylesheet" and values.get("media") != "print":
            found.append(values["href"])
    return found


def find_heaviest(sites: Sites) -> dict[str, tuple[int, str]]:
    """Give the weight and the path of the heaviest page of each kind, by the id of the kind."""
    heaviest: dict[str, tuple[int, str]] = {}
    for path in sites.paths:
        kind = sites.kinds[path].id
        heaviest[kind] = max((weigh(sites.own, path), path), heaviest.get(kind, (0, "")))
    return heaviest


def _order(kind: str) -> tuple[int, str]:
    first = list(IN_PLOT)
    return (first.index(kind) if kind in first else len(first)), kind
