"""Twins say what pages say, to the character, whatever stands in a text.

They are read by a CommonMark parser that has nothing of ours, and knows tables and
strikethrough as GitHub does.
"""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

import html5lib
import pytest
from carelist.publicity.phrases import Phrases
from carelist.site.pages import list_pages
from carelist.site.prose import MARKS
from carelist.site.rendering import Renderer
from carelist.site.sheets import compose_sheets
from carelist.site.styles import read_styles
from carelist.site.templates import make_environment
from carelist.site.twins import convert_page, convert_text
from carelist.store import Store
from markdown_it import MarkdownIt

from bench.mutants import THEMES
from tests.exports.lists import SIGNS, make_site
from tests.site.building import SITE_URL
from tests.site.documents import find, is_element, parse, show, squeeze, tell
from tests.speaking import EN

if TYPE_CHECKING:
    from pathlib import Path
    from xml.etree.ElementTree import Element

    from carelist.site.site import Site

READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
DONE = {"button", "form", "input", "nav", "noscript", "script", "select", "svg", "template", "wbr"}
"""What a page does, draws or leads to, and does not say."""
PASSED_ON = {"cite", "share"}
"""What is there to be passed on."""
PLACED = re.compile(rf"{re.escape(SITE_URL)}([^#,\s]*)#([^,\s]+)")
NOTHING = re.compile(r'\s|==|"')
"""Where lines end, what is marked, and what stands around words that are quoted: not compared."""


def read_markdown(text: str) -> Element:
    """What a reader of Markdown sees, as elements."""
    found: Element = html5lib.parse(
        f"<main>{READER.render(text)}</main>", namespaceHTMLElements=False
    )
    return found


def list_said(root: Element) -> str:
    """The words of a page, without what it does."""
    kinds = (root.get("class") or "").split()[:1]
    if root.tag in DONE or root.get("hidden") is not None or (set(kinds) & PASSED_ON):
        return ""
    inner = (f"{list_said(one)}{one.tail or ''}" for one in root if is_element(one))
    return f"{root.text or ''}{''.join(inner)}"


def make_renderer(site: Site, folder: Path) -> Renderer:
    """What makes the pages of a site."""
    environment = make_environment(THEMES, Store(folder / "store"))
    sheet, phrases = read_styles(compose_sheets(THEMES[0])), Phrases.of(site.catalog)
    return Renderer(site, environment, sheet, phrases, (), offline=False)


def test_twins_say_what_pages_say_whatever_stands_in_a_text(tmp_path: Path) -> None:
    """The pages of a small city whose texts begin and end with signs, above all in English.

    It is the same to the byte whether a page is tightened before it or not.
    """
    site = make_site("hostile", tmp_path)
    renderer = make_renderer(site, tmp_path)
    pages = [
        page
        for page in list_pages(site)
        if page.has_twin(site) and (page.locale == EN or page.path.startswith("services/"))
    ]
    others = []
    for page in pages:
        drawn = renderer.draw_page(page)
        html, twin = renderer.tighten(drawn), convert_page(drawn)
        assert twin == convert_page(html), page.address
        said = NOTHING.sub("", list_said(parse(page.address, html).one("main")))
        if NOTHING.sub("", tell(read_markdown(twin))) != said:
            others.append(page.address)
    assert len(pages) > 35
    assert others == []


def test_every_place_that_a_table_names_is_on_its_page(tmp_path: Path) -> None:
    """Of promises, and of readings as far as pages tell them."""
    site = make_site("cloudbridge", tmp_path)
    renderer = make_renderer(site, tmp_path)
    files = {file.path: file.content for file in site.open_data.files}
    clauses, readings = (files[f"{name}.csv"].decode() for name in ("clauses", "readings"))
    named = {*PLACED.findall(clauses), *PLACED.findall(readings)}
    pages = {page.address: page for page in list_pages(site)}
    shown = {
        address: parse(address, renderer.make_page(pages[address])).ids for address, _ in named
    }
    assert len(named) > 30
    assert [one for one in named if one[1] not in shown[one[0]]] == []
    # A merged cell of a sound copy is printed for all its rows, and no page tells of it.
    assert ",merged," in readings


MORE_SIGNS = ("===", "---", "***", "1) ", "+ ", "~x~", "&copy;", "<!-- -->")
WHERE = ("{}", "{}b", "a{}", "a{}b", "a {} b {}", "中{}文{}，")
PLACES = ("<p>{}</p>", "<h1>{}</h1>", "<ul><li>{}</li></ul>", "<dl><dd>{}</dd></dl>")


@pytest.mark.parametrize("sign", [*SIGNS, *MORE_SIGNS])
def test_a_sign_is_a_sign(sign: str) -> None:
    """At the beginning of a text, at its end, between words and alone, in every kind of place."""
    for text in (where.replace("{}", sign) for where in WHERE):
        for written in (escape(text, quote=False), text.translate(MARKS)):
            for place in PLACES:
                html = f"<main>{place.format(written)}</main>"
                assert show(read_markdown(convert_page(html))) == squeeze(text), place
        page = read_markdown(convert_page(f'<main><img alt="{escape(text)}" src=a></main>'))
        assert [squeeze(one.get("alt") or "") for one in find(page, "img")] == [squeeze(text)]
        assert show(read_markdown(convert_text(text))) == squeeze(text)


def test_code_is_as_it_is() -> None:
    """A backslash in it would be read."""
    html = "<main><pre>a *b*\n# c</pre><p><code>[d](e)_</code></p></main>"
    assert convert_page(html) == "```\na *b*\n# c\n```\n\n`[d](e)_`\n"


def test_emphasis_is_words_alone() -> None:
    """Asterisks beside Chinese punctuation would be read as they are."""
    html = "<main><p>推定<i>：第 3 项</i>。<strong>标题：</strong>文字<del>旧，</del></p></main>"
    assert convert_page(html) == "推定：第 3 项。标题：文字旧，\n"


def test_a_heading_that_folds_is_a_heading() -> None:
    """And what quotes the list leads nowhere by its attribute."""
    html = (
        "<main><details><summary><h3>甲</h3></summary><p>乙</p></details>"
        "<blockquote cite=../a/><p>丙</p></blockquote></main>"
    )
    assert convert_page(html) == "### 甲\n\n乙\n> 丙\n"
