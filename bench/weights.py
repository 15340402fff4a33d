"""What a page weighs before the reader sees it: its HTML and the style sheets that hold it up."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bench.figures import Figure, Section
from bench.phrases import Words
from bench.serving import compress

if TYPE_CHECKING:
    from pathlib import Path

    from bench.sites import Sites

LINK = re.compile(r"<link\b[^>]*>")
ATTRIBUTE = re.compile(r'\b(rel|href|media)=(?:"([^"]*)"|([^\s>]*))')
WHOLE_LIST = frozenset(
    {"notice", "readings", "services", "audiences", "search", "revisions/…", "changes/…"}
)
"""Kinds of pages that hold the whole list have the larger budget."""
FREE = frozenset({"print"})
FOLDERS = frozenset({"services", "pillars", "departments", "situations"})
"""What stands in front of an id, wherever it is."""
BUDGET, WHOLE_LIST_BUDGET = 14 * 1024, 24 * 1024
TITLE = Words("网页重量", "Page weight")
METHOD = Words(
    "每类网页中最重的一页：HTML 加上阻塞显示的样式表，gzip -9 压缩后。",
    "The heaviest page of each kind: its HTML with render-blocking CSS, after gzip -9.",
)
IN_PLOT = {
    "home": Words("首页", "Home"),
    "pillars/…": Words("一个大类", "A pillar"),
    "services/…": Words("一项服务", "A service"),
    "notice": Words("通知全文", "The notice"),
}


def measure_weights(sites: Sites) -> Section:
    """Weigh every page of both sites; the heaviest of each kind is told."""
    heaviest: dict[str, tuple[int, str]] = {}
    for path in sites.paths:
        kind, weight = find_kind(path), weigh(sites.own, path)
        heaviest[kind] = max((weight, path), heaviest.get(kind, (0, "")))
    figures = (
        Figure(
            Words(f"/{path}", f"/{path}"),
            "bytes",
            weight,
            weigh(sites.peer, path),
            find_budget(kind),
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


def find_kind(path: str) -> str:
    """Name the kind of page at a path: `home`, `services/…`, `revisions/…/services/…`."""
    first, *others = path.removeprefix("en/").strip("/").split("/")
    return "/".join([first or "home", *(part if part in FOLDERS else "…" for part in others)])


def find_budget(kind: str) -> int | None:
    """Give the budget of a kind of page, in bytes; None where it has none."""
    if kind in FREE:
        return None
    return WHOLE_LIST_BUDGET if kind in WHOLE_LIST else BUDGET


def _order(kind: str) -> tuple[int, str]:
    first = list(IN_PLOT)
    return (first.index(kind) if kind in first else len(first)), kind
