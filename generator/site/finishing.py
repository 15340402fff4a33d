"""The last touch on a page's HTML: no idle space, its styles inside, a Content-Security-Policy."""

from __future__ import annotations

import base64
import hashlib
import re
from typing import TYPE_CHECKING

from generator.site.styles import scan_page

if TYPE_CHECKING:
    from generator.site.styles import StyleSheet

STYLE_LINK = re.compile(r'<link rel="stylesheet" href="[^"]*">')
INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
POLICY_MARK = "<!-- policy -->"
_AS_WRITTEN = re.compile(r"(<pre\b.*?</pre>)", re.DOTALL)
_INDENT = re.compile(r"\n\s++(?=<)")
_SLASH = re.compile(r"(<(?:br|hr|img|input)\b[^<>]*?)\s*/>")
"""Of an element that cannot hold anything: Markdown writes it as in XML."""
_NAMESPACE = '<svg xmlns="http://www.w3.org/2000/svg"'


def finish_page(html: str, sheet: StyleSheet) -> str:
    """Inline the rules that the page can use in place of its style sheet, and set its policy."""
    html = _drop_idle(html)
    styles = sheet.select(scan_page(html))
    html = STYLE_LINK.sub(lambda _: f"<style>{styles}</style>", html, count=1)
    scripts = INLINE_SCRIPT.findall(html)
    policy = _write_policy(styles, scripts, with_scripts="<script" in html)
    return html.replace(POLICY_MARK, policy, 1)


def _drop_idle(html: str) -> str:
    """Leave out what means nothing in HTML: indents before tags, slashes, drawings' namespace."""
    parts = _AS_WRITTEN.split(html)
    parts[::2] = (
        _SLASH.sub(r"\1>", _INDENT.sub("\n", part)).replace(_NAMESPACE, "<svg")
        for part in parts[::2]
    )
    return "".join(parts)


def _write_policy(styles: str, scripts: list[str], *, with_scripts: bool) -> str:
    """Allow the site itself and the inline parts by their digests; nothing else.

    A page without scripts, as those for frames on other sites, lets none run.
    """
    script_sources = " ".join(["'self'", *(_hash(script) for script in scripts)])
    policy = "; ".join(
        [
            "default-src 'none'",
            *([f"script-src {script_sources}"] if with_scripts else ()),
            f"style-src {_hash(styles)}",
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
