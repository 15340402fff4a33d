"""What a text has for its looks alone: marks of Markdown, spaces between all of its characters."""

from __future__ import annotations

import html
import re

from carelist.catalog.decoding import INVISIBLE

_EMPHASIS = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!<>~-])")
_HEADING = re.compile(r"^#{1,6}\s+")
_SIGN = r"(?:[\u3400-\u9fff（）《》“”、，。：；]|[0-9A-Za-z]+)"
_SPACED = re.compile(rf"{_SIGN}(?:[ \u3000]+{_SIGN})+")
_LEAST = 4
"""So many Chinese characters apart are a way of setting; fewer may be two words."""


def strip_looks(text: str) -> str:
    r"""Give the words of a text as they read.

    >>> [strip_looks(text) for text in ("## 清单", "**市教育局**", "市 教 育 局", r"&lt;\*&gt;")]
    ['清单', '市教育局', '市教育局', '<*>']
    """
    text = _ESCAPED.sub(r"\1", _EMPHASIS.sub(r"\2", _HEADING.sub("", text)))
    if "&" in text:
        text = INVISIBLE.sub("", html.unescape(text))
    text = text.replace("\xa0", " ").strip()
    signs = text.split()
    is_spaced = sum(not sign.isascii() for sign in signs) >= _LEAST and _SPACED.fullmatch(text)
    return "".join(signs) if is_spaced else text
