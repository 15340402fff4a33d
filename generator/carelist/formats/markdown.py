"""Marks of Markdown within the cells of a table: what a person who looks at the page does not see.

Bold words are read by `carelist.catalog.looks`, since that reads any copy; what follows is told as
well, and taken out of the copy.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from carelist.catalog.table_lines import is_rule
from carelist.formats.document import Doubt, Doubtful
from carelist.formats.where import Where

if TYPE_CHECKING:
    from collections.abc import Callable

_CODE = re.compile(r"(?<![\\`])(`{1,2})(?!`)(.+?)(?<!`)\1(?!`)")
_PICTURE = re.compile(r"(?<!\\)!\[([^\]\[|]*)\]\([^()\s|]*(?:\s+\"[^\"|]*\")?\)")
_LINK = re.compile(
    r"(?<![\\!])\[([^\]\[|^][^\]\[|]*)\]\((?:<[^<>|]*>|[!-'*-{}~]+)(?:\s+\"[^\"|]*\")?\)"
)
_NOTE = re.compile(r"(?<!\\)\[\^([^\]\s|]+)\](?!:)")
_STRUCK = re.compile(r"(?<![\\~])~~(?=[^\s~])(.+?)(?<=[^\s~])~~(?!~)")
_ITALIC = re.compile(r"(?<![\\*])\*(?=[^\s*])([^*|]+?)(?<=[^\s*\\])\*(?!\*)")
_WAYS: tuple[tuple[re.Pattern[str], Doubt, Callable[[re.Match[str]], str]], ...] = (
    (_PICTURE, Doubt.PICTURE, lambda _: ""),
    (_NOTE, Doubt.FOOTNOTE, lambda _: ""),
    (_STRUCK, Doubt.STRUCK, lambda _: ""),
    (_LINK, Doubt.MARKUP, lambda match: match[1]),
    (_CODE, Doubt.MARKUP, lambda match: match[2]),
    (_ITALIC, Doubt.MARKUP, lambda match: match[1] if _is_italic(match) else match[0]),
)


def read_marks(text: str) -> tuple[str, list[Doubtful]]:
    r"""Give a text without the marks in the rows of its tables, and tell of each.

    A text without the rule below a head is no Markdown, and stays as it is.

    >>> read_marks("| 项目 |\n|---|\n| [助餐](https://x.example)~~点~~ |")[0]
    '| 项目 |\n|---|\n| 助餐 |'
    """
    lines = text.split("\n")
    if not any(is_rule(line) and line.lstrip().startswith(("|", ":", "-")) for line in lines):
        return text, []
    doubts: list[Doubtful] = []
    for at, line in enumerate(lines):
        if "|" in line and not is_rule(line):
            lines[at] = _read_line(line, at + 1, doubts)
    return "\n".join(lines), doubts


def _read_line(line: str, number: int, doubts: list[Doubtful]) -> str:
    for form, kind, keep in _WAYS:
        for match in form.finditer(line):
            if keep(match) != match[0]:
                words = match[1] if kind is Doubt.STRUCK else match[0]
                doubts.append(Doubtful(kind, Where(line=number), {"words": words}))
        line = form.sub(keep, line)
    return line


def _is_italic(match: re.Match[str]) -> bool:
    """Whether stars slant what stands between them, by the rules of CommonMark 0.31.2, 6.2.

    The marks of notes behind names, as in 甲*、乙*, do not, and those of a product are left alone.
    """
    before = match.string[: match.start()][-1:] or " "
    after = match.string[match.end() :][:1] or " "
    first, last = match[1][0], match[1][-1]
    if before.isdecimal() and first.isdecimal():
        return False
    begins = not _is_sign(first) or not before.strip() or _is_sign(before)
    ends = not _is_sign(last) or not after.strip() or _is_sign(after)
    return begins and ends


def _is_sign(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"
