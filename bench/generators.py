"""Other generators of sites, each given the pages of ours as plain Markdown with the same layout.

What a page has with each of them: its title, its words, a menu of the main pages of its language,
and a link to the same page in the other language. It has no styles, scripts, pictures, feeds or
data; whoever makes more than that by default is left as it is: Hugo and Zensical write a list of
all pages for search engines, and Zensical brings its theme with a search of its own, and a menu of
all pages that is pruned to what a page needs.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from bench.peer import list_pages, take_text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

ENGLISH = "en/"
MENU = 6
"""Of the main pages of a language: those at the first level, from the first on."""
SWITCH = {"zh": "English", "en": "中文"}
TITLE = "关爱清单"
URL = "https://list.example.org/"
INDEX = "index.html"
Menu = dict[str, list[dict[str, str]]]
"""By language, the addresses and titles of the main pages."""

HUGO_LAYOUT = """\
<!doctype html>
<html lang="{{ .Params.speech }}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{{ .Title }}</title></head>
<body>
<nav>{{ range index site.Params.main .Params.speech }}<a href="{{ .address }}">{{ .title }}</a>
{{ end }}{{ with .Params.other }}<a href="{{ . }}">{{ $.Params.switch }}</a>{{ end }}</nav>
<main>{{ .Content }}</main>
</body>
</html>
"""
LIQUID_LAYOUT = """\
<!doctype html>
<html lang="{{ speech }}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{{ title }}</title></head>
<body>
<nav>{% for link in main[speech] %}<a href="{{ link.address }}">{{ link.title }}</a>
{% endfor %}{% if other %}<a href="{{ other }}">{{ switch }}</a>{% endif %}</nav>
<main>{{ content }}</main>
</body>
</html>
"""
ELEVENTY = """\
export default () => ({
  dir: { input: "content", includes: "../layouts", data: "../data", output: "site" },
  markdownTemplateEngine: false,
});
"""
ZENSICAL = """\
[project]
site_name = "{title}"
site_url = "{url}"
extra.alternate = [
  {{ name = "中文", link = "/", lang = "zh" }},
  {{ name = "English", link = "/en/", lang = "en" }},
]

[project.theme]
language = "zh"
font = false
features = ["navigation.prune"]
"""


class Source(NamedTuple):
    """A page as every generator is given it."""

    path: str
    """From the root, with a slash at its end; empty of the first page."""
    title: str
    other: str
    """The address of the same page in the other language; empty where there is none."""
    text: str
    """Markdown, its title in it as a heading."""

    @property
    def locale(self) -> str:
        """The language of the page."""
        return "en" if self.path.startswith(ENGLISH) else "zh"

    @property
    def file(self) -> str:
        """Where its source stands, for those that want no folder for each page."""
        return f"{self.path.rstrip('/') or 'index'}.md"


def read_sources(site: Path) -> list[Source]:
    """Read the pages of a built site that every generator makes."""
    pages = dict(list_pages(site))
    return [_read(path, html, pages) for path, html in pages.items()]


def _read(path: str, html: str, pages: dict[str, str]) -> Source:
    text = take_text(html)
    heads = (line.removeprefix("# ") for line in text.splitlines() if line.startswith("# "))
    other = path.removeprefix(ENGLISH) if path.startswith(ENGLISH) else f"{ENGLISH}{path}"
    return Source(path, next(heads, path), f"/{other}" if other in pages else "", text)


def list_menu(sources: Iterable[Source]) -> Menu:
    """List the main pages of each language."""
    menu: Menu = {"zh": [], "en": []}
    for source in sources:
        inner = source.path.removeprefix(ENGLISH)
        if inner.count("/") == 1 and len(menu[source.locale]) < MENU:
            menu[source.locale].append({"address": f"/{source.path}", "title": source.title})
    return menu


def write_hugo(sources: Iterable[Source], menu: Menu, folder: Path) -> None:
    """Write a project of Hugo, without its lists by section and by tag."""
    settings = {
        "baseURL": URL,
        "title": TITLE,
        "publishDir": "site",
        "disableKinds": ["section", "taxonomy", "term", "rss", "404"],
        "params": {"main": menu},
    }
    _write(folder / "hugo.json", json.dumps(settings, ensure_ascii=False))
    _write(folder / "layouts" / "all.html", HUGO_LAYOUT)
    for source in sources:
        # Its first page has a name of its own, and an address that nobody can choose.
        name = source.file if source.path else "_index.md"
        address = {"url": f"/{source.path}"} if source.path else {}
        _write(folder / "content" / name, _write_page(source, address))


def write_eleventy(sources: Iterable[Source], menu: Menu, folder: Path) -> None:
    """Write a project of Eleventy."""
    _write(folder / "eleventy.config.mjs", ELEVENTY)
    _write(folder / "layouts" / "page.liquid", LIQUID_LAYOUT)
    _write(folder / "data" / "main.json", json.dumps(menu, ensure_ascii=False))
    for source in sources:
        address = {"layout": "page.liquid", "permalink": f"/{source.path}{INDEX}"}
        _write(folder / "content" / source.file, _write_page(source, address))


def write_zensical(sources: Iterable[Source], menu: Menu, folder: Path) -> None:
    """Write a project of Zensical, whose theme makes the menu itself."""
    del menu
    _write(folder / "zensical.toml", ZENSICAL.format(title=TITLE, url=URL))
    for source in sources:
        _write(folder / "docs" / source.path / "index.md", source.text)


def find_missing(sources: Iterable[Source], site: Path) -> list[str]:
    """Give the pages that a built site has not."""
    return [source.path for source in sources if not (site / source.path / INDEX).is_file()]


def _write_page(source: Source, address: dict[str, str]) -> str:
    """Write a page with what is told of it, as YAML whose values are JSON."""
    head = address | {
        "title": source.title,
        "speech": source.locale,
        "other": source.other,
        "switch": SWITCH[source.locale],
    }
    lines = (f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in head.items())
    return "\n".join(("---", *lines, "---", source.text))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
