"""A finished page holds its own styles, and a policy that allows no more than it needs."""

from __future__ import annotations

import base64
import hashlib
import re
from typing import TYPE_CHECKING

from carelist.publicity.phrases import Phrases
from carelist.site.finishing import finish_page
from carelist.site.pages import list_pages
from carelist.site.sheets import compose_sheets
from carelist.site.styles import read_styles
from carelist.site.tags import list_tags
from carelist.theme import THEME

if TYPE_CHECKING:
    from pathlib import Path

    from carelist.site.site import Site

    from tests.site.documents import Document

WORDLESS = Phrases(frozenset())
PAGE = (
    '<head><!-- policy --><link rel="stylesheet" href="../styles/site.css">'
    "<script>go()</script></head><body><p>Text</p></body>"
)


def hash_of(text: str) -> str:
    """The digest by which a policy allows an inline part."""
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def test_styles_stand_in_the_page_and_the_policy_allows_just_them() -> None:
    """The style sheet's link gives way to its rules; both inline parts are allowed by digest."""
    finished = finish_page(PAGE, read_styles("p { color: red } table { color: blue }"), WORDLESS)
    policy = "; ".join(
        [
            "default-src 'none'",
            f"script-src 'self' 'sha256-{hash_of('go()')}'",
            f"style-src 'sha256-{hash_of('p{color:red}')}'",
            "img-src 'self'",
            "connect-src 'self'",
            "worker-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
        ]
    )
    assert finished == (
        f'<head><meta http-equiv="Content-Security-Policy" content="{policy}">'
        "<style>p{color:red}</style><script>go()</script></head><body><p>Text</p></body>"
    )


def test_idle_space_goes_but_not_where_it_is_shown() -> None:
    """Indents and blank lines before tags, and what a drawing in HTML need not say."""
    page = (
        "<body><ul>\n  <li>a\n\n  b\n  <b>c</b></li>\n\n</ul><pre>\n  <code>d</code></pre>\n\t<svg "
        'xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"></svg>'
    )
    assert finish_page(page, read_styles(""), WORDLESS) == (
        "<body><ul><li>a\n\n  b\n<b>c</b></ul><pre>\n  <code>d</code></pre>\n"
        '<svg viewBox="0 0 1 1"></svg>'
    )


def test_a_slash_that_means_nothing_goes_but_not_that_of_a_drawing() -> None:
    """Markdown writes pictures and breaks as XML has them; what is shown as it is stays."""
    page = '<body><p><img alt="a / b" src="c.svg" /><br/><svg><path/></svg></p><pre>&lt;br /></pre>'
    assert finish_page(page, read_styles(""), WORDLESS) == (
        '<body><p><img alt="a / b" src=c.svg><br><svg><path/></svg></p><pre>&lt;br /></pre>'
    )


def test_quotes_and_end_tags_go_where_html_needs_none() -> None:
    """A value keeps its quotes if it needs them, and in a drawing, where a slash follows it."""
    page = (
        '<body><dl><dt class="a">b</dt><dd id="c d">e="f" g</dd></dl><ul>'
        '<li title="">h</li><li>i</li> '
        '</ul><svg><path d="M0"/></svg><a href="j/?k=l">m</a><a href="n/">o</a>'
        '<script>if(1<2){p="q"}</script>'
    )
    assert finish_page(page, read_styles(""), WORDLESS) == (
        '<body><dl><dt class=a>b<dd id="c d">e="f" g</dl><ul><li title="">h<li>i</li> '
        '</ul><svg><path d="M0"/></svg><a href="j/?k=l">m</a><a href=n/>o</a>'
        '<script>if(1<2){p="q"}</script>'
    )


def test_headings_say_where_their_lines_may_end() -> None:
    """Between phrases, beside other elements too; short ones, other texts and English do not."""
    page = (
        "<h1>孩子有孤独症或智力障碍</h1><h2><b>7</b>法院保护令和法治副校长</h2>"
        "<h3>义务教育服务</h3><p>孩子有孤独症或智力障碍</p><h4>Who decides on the rest</h4>"
    )
    assert finish_page(page, read_styles(""), WORDLESS) == (
        "<h1>孩子<wbr>有孤独症<wbr>或智力<wbr>障碍</h1>"
        "<h2><b>7</b>法院<wbr>保护令<wbr>和法治<wbr>副校长</h2>"
        "<h3>义务教育服务</h3><p>孩子有孤独症或智力障碍</p><h4>Who decides on the rest</h4>"
    )


def test_pages_that_share_a_sheet_load_it_and_nothing_else() -> None:
    """In place of the sheet of the site; rules of their own they have none."""
    finished = finish_page(PAGE, read_styles("p { color: red }"), WORDLESS, "archive")
    assert '<link rel="stylesheet" href="../styles/archive.css"><script>' in finished
    assert "style-src 'self'; " in finished
    assert "<style>" not in finished


def test_a_shared_sheet_has_all_rules_that_its_pages_can_use(built: Path, site: Site) -> None:
    """And no others."""
    sheet = read_styles(compose_sheets(THEME))
    for name in ("archive", "frames", "kit"):
        styles = (built / "styles" / f"{name}.css").read_text("utf-8")
        sharing = [page.address for page in list_pages(site) if page.kind.standing.sheet == name]
        assert len(sharing) > 40
        pages = [(built / address / "index.html").read_text("utf-8") for address in sharing]
        assert styles == sheet.select({tag for page in pages for tag in list_tags(page)})


def test_every_page_of_the_site_has_its_policy_before_anything_it_governs(
    documents: dict[str, Document],
) -> None:
    """The policy is the first thing after the character set, and allows nothing unsafe."""
    for address, document in documents.items():
        head = document.html.split("</head>")[0]
        styles = re.search('<style>|<link rel="stylesheet"', head)
        assert styles, address
        assert head.index("Content-Security-Policy") < styles.start(), address
        assert "unsafe" not in head, address
        assert ("<style>" in head) != ('<link rel="stylesheet"' in head), address
