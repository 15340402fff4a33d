"""The last touch on a page's HTML: no idle space, its styles inside, a Content-Security-Policy."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import lru_cache
from typing import TYPE_CHECKING

from carelist.publicity.phrases import HAN
from carelist.site import addresses
from carelist.site.tags import START_TAG, list_tags

if TYPE_CHECKING:
    from carelist.publicity.phrases import Phrases
    from carelist.site.styles import StyleSheet

STYLE_LINK = re.compile(r'(<link rel="stylesheet" href="[^"]*?)styles/\w+\.css(">)')
INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
POLICY_MARK = "<!-- policy -->"
_AS_WRITTEN = re.compile(r"(<pre\b.*?</pre>)", re.DOTALL)
_INDENT = re.compile(r"\n\s++(?=<)")
_BEFORE_BLOCK = re.compile(
    r"\n\s*+(?=</?(?:article|aside|details|div|dl|dd|dt|fieldset|footer|form|h\d|header|legend|li|main"
    r"|nav|noscript|ol|p|script|section|style|summary|table|tbody|template|tr|ul)\b"
    r"|</head>|<label class=\"option\b)"
)
"""Where nothing of a line's end is seen; an option to choose stands on a line of its own."""
_SLASH = re.compile(r"(<(?:br|hr|img|input)\b[^<>]*?)\s*/>")
"""Of an element that cannot hold anything: Markdown writes it as in XML."""
_NAMESPACE = '<svg xmlns="http://www.w3.org/2000/svg"'
_HEADING = re.compile(r"(<(h[1-4]|legend|b)\b[^<>]*>)(.*?)(?=</\2>)", re.DOTALL)
_TAG = re.compile(r"(<[^<>]*>)")
_IDLE_END = re.compile(
    r"</li>(?=<li|</[uo]l>)|</dt>(?=<d[dt])|</dd>(?=<d[dt]|</d(?:iv|l)>)"
    r"|</p>(?=<(?:p|ul|ol|dl|div|h\d|section|details)\b|</(?:div|section|li|dd|td|blockquote)>)"
    r"|</t[dh]>(?=<t[dh]|</tr>)|</tr>(?=<tr|</t)|</option>(?=<option|</select>)"
)
"""Of an element that HTML ends by itself right there."""
_NOT_MARKUP = re.compile(r"(<(script|style)\b[^<>]*>.*?</\2>)", re.DOTALL)
_COUNTED = re.compile("(?<=[0-9]) (?=[\u3400-\u9fff])")
"""Between a number and what it counts: `2025 年`."""
_IDLE_QUOTES = re.compile(r"(?<==)\"([^\s\"'=<>`]++)\"(?!/)")
"""Around a value that HTML reads as well without; in a tag only."""


def finish_page(html: str, sheet: StyleSheet, phrases: Phrases, shared: str = "") -> str:
    """Dress a page and tighten it: what both take."""
    return tighten_page(dress_page(html, phrases), sheet, shared)


def dress_page(html: str, phrases: Phrases) -> str:
    """Let lines of a page's Chinese headings end between phrases, and leave out idle space.

    Args:
        html: The page as its template gives it.
        phrases: Between which lines of headings may end.
    """
    return _mark_phrases(_drop_idle(html), phrases)


def tighten_page(html: str, sheet: StyleSheet, shared: str = "") -> str:
    """Inline the rules that a dressed page can use in place of its style sheet, set its policy.

    End tags and quotes that HTML needs not are left out.

    Args:
        html: The page.
        sheet: The rules that it may use.
        shared: The sheet that it loads instead, as pages of its sort share it; empty for none.
    """
    policed, scripts = "<script" in html, INLINE_SCRIPT.findall(html)
    head, body, rest = html.partition("<body")
    rest, tags = _tighten(rest)
    if shared:
        styles, link = "", rf"\g<1>{addresses.shared_styles(shared)}\g<2>"
    else:
        styles = sheet.select(tags | list_tags(f"{head}{body}{rest[: rest.find('>') + 1]}"))
        link = f"<style>{styles}</style>".replace("\\", r"\\")
    head = STYLE_LINK.sub(link, head, count=1)
    policy = _write_policy(styles, scripts, with_scripts=policed)
    return head.replace(POLICY_MARK, policy, 1) + body + rest


def _drop_idle(html: str) -> str:
    """Leave out what means nothing in HTML: indents before tags, slashes, drawings' namespace."""
    parts = _AS_WRITTEN.split(html)
    parts[::2] = (
        _SLASH.sub(r"\1>", _INDENT.sub("\n", _BEFORE_BLOCK.sub("", part))).replace(
            _NAMESPACE, "<svg"
        )
        for part in parts[::2]
    )
    return "".join(parts)


def _mark_phrases(html: str, phrases: Phrases) -> str:
    """Put `<wbr>` between the phrases of headings and of names that a link leads to in bold.

    A number stays with what it counts. There is nothing of it to read or to search for.
    """

    def mark(heading: re.Match[str]) -> str:
        if not HAN.search(heading[3]):
            return heading[0]
        parts = _TAG.split(heading[3])
        parts[::2] = (_COUNTED.sub("\u00a0", phrases.mark(part, "<wbr>")) for part in parts[::2])
        return heading[1] + "".join(parts)

    return _HEADING.sub(mark, html)


def _tighten(html: str) -> tuple[str, set[str]]:
    """Leave out end tags and quotes that HTML needs not: 150 bytes of a page, compressed.

    The head, which programs of many kinds read, stays as it is. Besides, give the start tags.
    """
    parts, tags = _NOT_MARKUP.split(html), set[str]()
    for at in range(0, len(parts), 3):
        between = START_TAG.split(_IDLE_END.sub("", parts[at]))
        tags.update(between[1::2])
        between[1::2] = map(_drop_quotes, between[1::2])
        parts[at] = "".join(between)
    for element in parts[1::3]:
        tags |= list_tags(element)
    del parts[2::3]
    return "".join(parts), tags


@lru_cache(maxsize=1 << 12)
def _drop_quotes(tag: str) -> str:
    """Leave out the quotes of a start tag; most tags of a site stand on many pages."""
    return _IDLE_QUOTES.sub(r"\1", tag)


def _write_policy(styles: str, scripts: list[str], *, with_scripts: bool) -> str:
    """Allow the site itself and the inline parts by their digests; nothing else.

    A page without scripts, as those for frames on other sites, lets none run.
    """
    style_source = _hash(styles) if styles else "'self'"
    script_sources = " ".join(["'self'", *(_hash(script) for script in scripts)])
    policy = "; ".join(
        [
            "default-src 'none'",
            *([f"script-src {script_sources}"] if with_scripts else ()),
            f"style-src {style_source}",
            "img-src 'self'",
            *(("connect-src 'self'", "worker-src 'self'") if with_scripts else ()),
            "form-action 'self'",
            "base-uri 'none'",
        ]
    )
    return f'<meta http-equiv="Content-Security-Policy" content="{policy}">'


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
