"""The rules that a page keeps are those that it can use."""

from __future__ import annotations

import pytest

from generator.site.styles import read_styles, scan_page, select_styles

PAGE = """<!doctype html><html lang="en"><body class="page">
<p class="lead big" id="top" data-colour="blue">Text</p><a href="#top">up</a></body></html>"""


def select(css: str) -> str:
    """What PAGE keeps of a style sheet."""
    return select_styles(read_styles(css), scan_page(PAGE))


@pytest.mark.parametrize(
    ("css", "kept"),
    [
        ("p { color: red; }", "p{color:red}"),
        ("table { color: red }", ""),
        (".lead, .other { margin: 0 }", ".lead,.other{margin:0}"),
        (".lead .other { margin: 0 }", ""),
        ("#top { margin: 0 }", "#top{margin:0}"),
        ("#bottom { margin: 0 }", ""),
        ('[data-colour="blue"] { color: blue }', '[data-colour="blue"]{color:blue}'),
        ('[data-colour="rose"] { color: pink }', ""),
        ("html[data-size='large'] { margin: 0 }", 'html[data-size="large"]{margin:0}'),
        ("[hidden] { display: none !important; }", "[hidden]{display:none !important}"),
        ("details[open] { color: red }", ""),
        ("a:not(.button):hover { color: red }", "a:not(.button):hover{color:red}"),
        ('a::before { content: "a  , b" }', 'a::before{content:"a  , b"}'),
        ("a { margin: calc(1px + 2px) }", "a{margin:calc(1px + 2px)}"),
        ("/* why */ a { color: red } /* end */", "a{color:red}"),
        ("@media print { a { color: red } table { color: red } }", "@media print{a{color:red}}"),
        ("@media print { table { color: red } }", ""),
        ("@page { size: A4; margin: 1mm 2mm; }", "@page{size:A4;margin:1mm 2mm}"),
        (":root:lang(en) { color: red }", ":root:lang(en){color:red}"),
        ("li:not(:first-child)::before { color: red }", ""),
        (".page > p { color: red }", ".page>p{color:red}"),
    ],
)
def test_rules_are_kept_where_the_page_has_what_they_need(css: str, kept: str) -> None:
    """A rule stays, minified, if one of its selectors could match."""
    assert select(css) == kept
