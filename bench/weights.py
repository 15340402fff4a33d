"""What a page weighs before the reader sees it: its HTML and the style sheets that hold it up."""

from __future__ import annotations

import gzip
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

STYLE_SHEET = re.compile(r'<link rel="stylesheet" href="([^"]+)"')
WHOLE_LIST = ("notice", "readings", "services", "audiences")
"""Pages that hold the whole list have the larger budget."""


def weigh(site: Path, path: str) -> int:
    """Give the bytes of a page with its render-blocking styles, each compressed (gzip -9)."""
    page = site / path / "index.html"
    html = page.read_text(encoding="utf-8")
    sheets = [(page.parent / href).resolve() for href in STYLE_SHEET.findall(html)]
    return sum(
        len(gzip.compress(content, 9))
        for content in (html.encode(), *(sheet.read_bytes() for sheet in sheets))
    )


def find_kind(path: str) -> str:
    """Name the kind of page that stands at a path: the home page, a service, a listing …"""
    parts = path.removeprefix("en").strip("/").split("/")
    if parts == [""]:
        return "home"
    return parts[0] if len(parts) == 1 else f"{parts[0]}/…"


def find_budget(kind: str) -> int:
    """Give the budget of a kind of page, in bytes."""
    return 24 * 1024 if kind in WHOLE_LIST else 14 * 1024
