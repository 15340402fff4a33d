"""The peer: a stock Material for MkDocs site with the text of the same pages."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CONFIGURATION = """\
site_name: 关爱清单
site_url: !ENV [SITE_URL, "http://127.0.0.1:8000/"]
theme:
  name: material
  language: zh
  font: false
plugins:
  - search
"""
LEADS_ON = 'http-equiv="refresh"'
FRAMED = "/embed/"
"""Pages that are none of their own: of short addresses, and those in frames."""
SKIPPED = {"svg", "script", "style"}
VOID = {"br", "hr", "img", "input", "link", "meta", "source", "wbr"}
HEADINGS = {f"h{level}": "#" * level for level in range(1, 7)}


class _MainText(HTMLParser):
    """Takes the words of the page's main part, headings as Markdown headings."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        text = " ".join(data.split())
        if not text or "main" not in self._open or SKIPPED & set(self._open):
            return
        heading = next((HEADINGS[tag] for tag in self._open if tag in HEADINGS), "")
        self.lines.append(f"{heading} {text}".strip())


def list_pages(site: Path) -> Iterator[tuple[str, str]]:
    """Yield the address and the HTML of every page that the peer has too."""
    for page in sorted(site.rglob("index.html")):
        html = page.read_text(encoding="utf-8")
        path = page.relative_to(site).as_posix().removesuffix("index.html")
        if LEADS_ON not in html and FRAMED not in f"/{path}":
            yield path, html


def write_peer(site: Path, folder: Path) -> list[str]:
    """Write the peer's sources from the built site; the pages' addresses are returned."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "mkdocs.yml").write_text(CONFIGURATION, encoding="utf-8")
    paths: list[str] = []
    for path, html in list_pages(site):
        source = folder / "docs" / path / "index.md"
        source.parent.mkdir(parents=True, exist_ok=True)
        source.write_text(take_text(html), encoding="utf-8")
        paths.append(path)
    return paths


def take_text(html: str) -> str:
    """Take the words of a page's main part as Markdown, a paragraph for each run of them."""
    parser = _MainText()
    parser.feed(html)
    return "\n\n".join(parser.lines) + "\n"
