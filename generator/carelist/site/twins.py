"""Markdown twins: every page that search engines are shown, for readers that want text alone.

A twin stands as `index.md` beside its page, and `llms.txt` at the root names them all. See
https://llmstxt.org.
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING

from html_to_markdown import ConversionOptions, convert

from carelist.site import addresses

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from carelist.site.page import Page
    from carelist.site.site import Site

NAME = "index.md"
LIST = "llms.txt"
_MAIN = re.compile(r"<main\b")
_END = "</main>"
_NO_TEXT = re.compile(
    r"<(svg|button|form|script|template|select)\b.*?</\1>"
    r"|<(details|aside) class=\"?(?:cite|share)\b.*?</\2>|<(?:wbr|input)\b[^<>]*>",
    re.DOTALL,
)
"""What a page does, draws or hands out, and does not say."""
_HIDDEN = re.compile(r"<(p|span)\b[^<>]*\shidden(?=[\s>])[^<>]*>.*?</\1>", re.DOTALL)
"""What only scripts show."""
_WORDING = re.compile(r"<(span|p) class=\"?wording\b[^<>]*>(.*?)</\1>", re.DOTALL)
"""What is there to be pasted, such as HTML: as code, it is not taken for a part of the page."""
_TAG = re.compile(r"<[a-z][^<>]*>")
_IS_BARE = re.compile(r"=[^\s\"'<>=`]")
_BARE = re.compile(r"(\s[a-z-]+)=([^\s\"'<>=`]+)(?=[\s>])")
"""A value without quotes: the converter takes a slash at its end for that of an empty element."""
_FOLDED = re.compile(r"<summary\b[^<>]*>(\s*<h[1-6]\b.*?</h[1-6]>\s*)</summary>", re.DOTALL)
"""A heading that folds what it stands above: without the folding it is a heading alone."""
_TEXT = re.compile(
    r"<(code|pre)\b.*?</\1>|<img\b[^<>]*>"
    r"|>(?:[^<>\\`*_\[\]~=#&]*+[\\`*_\[\]~=#&]|\s*(?:[-#+]|\d{1,9}[.)]))[^<>]*+(?=<)",
    re.DOTALL,
)
"""Code, in which Markdown has no signs; a picture; or what stands between two tags."""
_ALT = re.compile(r"\balt=(?:\"[^\"]*\"|[^\s>]+)")
_REFERENCE = re.compile(r"&#([0-9]{2,3});")
_LEADING = re.compile(r"(\A>\s*(?:\d{1,9}(?=[.)](?:\s|\Z))|(?=[-#+&])))([-#+.)]|&gt;)")
"""What would be a heading, a list or a quotation at the beginning of a line."""
_SIGN = re.compile(r"[\\`*\[\]~]|(?<![^\W_])_|_(?![^\W_])|=(?==)|#(?=\s*\Z)|&lt;|&amp;(?=#?\w+;)")
"""What would be emphasis, code, a link, an element or a character, or end a heading."""
_PRIVATE = 0xE000
"""The first of the characters that no text has, which stand for signs while HTML is converted."""
_STANDING = {sign: chr(_PRIVATE + place) for place, sign in enumerate("\\`*[]~_=#<&>-+.)")}
_BACK = {hidden: f"\\{sign}" for sign, hidden in _STANDING.items()}
_HIDDEN_SIGN = re.compile(f"[{''.join(_BACK)}]")
_STANDING |= {
    f"&{name};": _STANDING[sign] for name, sign in (("lt", "<"), ("gt", ">"), ("amp", "&"))
}
_TITLE = re.compile(r"^# (.+)$", re.MULTILINE)
_BLANK = re.compile(r"\n{3,}")
_EMPHASIS = ["b", "del", "em", "i", "strong"]
"""What is given as its words alone. Asterisks between Chinese characters and punctuation are no
emphasis (CommonMark 6.2) and would be read, and what was deleted says so in words."""
_OPTIONS = ConversionOptions(
    extract_metadata=False, include_blockquote_citations=False, strip_tags=_EMPHASIS
)


def write_twin(site: Site, page: Page, html: str) -> str:
    """Give the twin of a finished page, which says at its head where the page stands."""
    return f"> {site.place.site_url}{page.address}\n\n{convert_page(html)}"


def find_title(twin: str) -> str:
    """Give the title of a twin; empty where it has none."""
    title = _TITLE.search(twin)
    return title[1] if title else ""


def convert_page(html: str) -> str:
    """Give what a finished page says, as Markdown; empty where it has no main part."""
    found = _MAIN.search(html)
    end = html.find(_END, found.end()) if found else -1
    if not found or end < 0:
        return ""
    main = _HIDDEN.sub("", html[found.start() : end + len(_END)])
    main = _FOLDED.sub(r"\1", _NO_TEXT.sub("", main))
    main = _WORDING.sub(r"<code>\2</code>", main)
    main = _TEXT.sub(_hide_signs, main)
    if _IS_BARE.search(main):
        main = _TAG.sub(lambda tag: _quote(tag[0]), main)
    text = _HIDDEN_SIGN.sub(lambda sign: _BACK[sign[0]], convert(main, _OPTIONS).content or "")
    return _BLANK.sub("\n\n", text).strip() + "\n"


def convert_text(text: str) -> str:
    """Give a text as Markdown that says it to the character."""
    return convert_page(f"<main><p>{escape(text)}</p></main>").strip()


def _hide_signs(found: re.Match[str]) -> str:
    """Hide the signs of a text, or of the words of a picture; code stays."""
    if found[1]:
        return found[0]
    if found[0].startswith("<img"):
        return _ALT.sub(lambda words: _hide_inner(words[0]), found[0])
    text = _REFERENCE.sub(lambda one: escape(chr(int(one[1])), quote=False), found[0])
    return _hide_inner(_LEADING.sub(lambda sign: sign[1] + _STANDING[sign[2]], text))


def _hide_inner(text: str) -> str:
    return _SIGN.sub(lambda sign: _STANDING[sign[0]], text)


@lru_cache(maxsize=1 << 12)
def _quote(tag: str) -> str:
    return _BARE.sub(r'\1="\2"', tag)


def write_list(site: Site, titled: Sequence[tuple[Page, str]]) -> Iterator[str]:
    """Yield the lines of `llms.txt`: what the site is, its pages in each locale, its data.

    Args:
        site: The site.
        titled: The pages that have twins in their order, each with its title.
    """
    locales = site.catalog.locales
    default = locales.default
    yield f"# {convert_text(site.catalog.site.name.write(default))}\n\n"
    yield f"> {convert_text(site.catalog.site.purpose.write(default))}\n"
    for locale in locales:
        yield f"\n## {convert_text(locale.name)}\n\n"
        for page, title in titled:
            if page.locale == locale:
                yield f"- [{title}]({site.place.site_url}{page.address}{NAME})\n"
    yield f"\n## {default.words('site').nav_data}\n\n"
    for file in site.open_data.told:
        address = f"{site.place.site_url}{addresses.DATA}{file.path}"
        yield f"- [{file.path}]({address}): {convert_text(file.tell(default))}\n"
