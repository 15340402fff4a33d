"""The rules that a page keeps are those that it can use."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest
from carelist.site.styles import read_styles
from carelist.site.tags import ALWAYS, list_tags, read_tag

if TYPE_CHECKING:
    from tests.site.documents import Document

PAGE = """<!doctype html><html lang="en"><body class="page">
<p class="lead big" id="top" data-colour="blue">Text</p><a href="#top">up</a></body></html>"""


def select(css: str) -> str:
    """What PAGE keeps of a style sheet."""
    return read_styles(css).select(list_tags(PAGE))


@pytest.mark.parametrize(
    ("css", "kept"),
    [
        ("p { color: red; }", "p{color:red}"),
        ("table { color: red }", ""),
        (".lead, .other { margin: 0 }", ".lead{margin:0}"),
        (".other, a:is(.lead, .other) { margin: 0 }", "a:is(.lead,.other){margin:0}"),
        (".lead .other { margin: 0 }", ""),
        ("#top { margin: 0 }", "#top{margin:0}"),
        ("#bottom { margin: 0 }", ""),
        ('[data-colour="blue"] { color: blue }', "[data-colour=blue]{color:blue}"),
        ('[data-colour="rose"] { color: pink }', ""),
        ("p[data-colour] { margin: 0 }", "p[data-colour]{margin:0}"),
        ("a[data-colour] { margin: 0 }", ""),
        ("html[data-size='large'] { margin: 0 }", "html[data-size=large]{margin:0}"),
        ("[hidden] { display: none !important; }", "[hidden]{display:none!important}"),
        ("details[open] { color: red }", ""),
        ("[data-asking] p { margin: 0 }", ""),
        ("a:not(.button):hover { color: red }", "a:not(.button):hover{color:red}"),
        ('a::before { content: "a  , b" }', 'a::before{content:"a  , b"}'),
        ("a { margin: calc(1px + 2px) }", "a{margin:calc(1px + 2px)}"),
        ("/* why */ a { color: red } /* end */", "a{color:red}"),
        ("@media print { a { color: red } table { color: red } }", "@media print{a{color:red}}"),
        ("@media print { table { color: red } }", ""),
        ("@page { size: A4; margin: 1mm 2mm; }", "@page{size:A4;margin:1mm 2mm}"),
        (":root:lang(en) { color: red }", ":root:lang(en){color:red}"),
        (":root:lang(zh) { color: red }", ""),
        ("li:not(:first-child)::before { color: red }", ""),
        (".page > p { color: red }", ".page>p{color:red}"),
        ("a { padding-inline: 1rem }", "a{padding-left:1rem;padding-right:1rem}"),
        (
            "a { padding-inline: min(1rem, 5vw) }",
            "a{padding-left:min(1rem,5vw);padding-right:min(1rem,5vw)}",
        ),
        ("a { margin-block: 0 -1em; top: 0 }", "a{margin-top:0;margin-bottom:-1em;top:0}"),
        ("a { margin: 0.5em 10.5em -0.25em 0 }", "a{margin:.5em 10.5em -.25em 0}"),
        ("a { inset: 0 }", "a{top:0;bottom:0;left:0;right:0}"),
        ("a { margin-inline-start: 1px }", "a{margin-inline-start:1px}"),
    ],
)
def test_rules_are_kept_where_the_page_has_what_they_need(css: str, kept: str) -> None:
    """A rule stays, minified, if one of its selectors could match."""
    assert select(css) == kept


class Parser(HTMLParser):
    """Lists the elements of a page and their attributes by the rules of HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take an element, its attributes, its classes and its id."""
        self.found |= {tag, *(f"{prefix}[{name}" for name, _ in attrs for prefix in ("", tag))}
        for name, value in attrs:
            if name == "class":
                self.found |= {f".{part}" for part in (value or "").split()}
            elif name == "id":
                self.found.add(f"#{value}")


def test_the_scan_finds_what_a_parser_of_html_finds(pages: dict[str, Document]) -> None:
    """Nothing of a page is missed, nor made up from words, scripts or quoted attributes."""
    chosen = {address.strip("/").split("/")[0]: page for address, page in pages.items()}
    for address, page in chosen.items():
        parser = Parser()
        parser.feed(page.html)
        found = ALWAYS.union(*map(read_tag, list_tags(page.html)))
        scanned = {token for token in found if "=" not in token}
        language = {"zh": ":root:lang(zh)", "en": ":root:lang(en)"}[page.locale]
        assert scanned == parser.found | {"*", language}, address
