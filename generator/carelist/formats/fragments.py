"""Pieces of web pages, as clipboards hand them over and as other programs put them into texts."""

from __future__ import annotations

import re

_CLIPBOARD = re.compile(r"\A(?:(?:Version|Start\w+|End\w+|SourceURL)[ \t]*:.*\n)+", re.IGNORECASE)
"""What Windows writes before a page on its clipboard."""
_ROWS = re.compile(r"<tr\b[^>]*>.*?<t[dh]\b", re.IGNORECASE | re.DOTALL)
_TABLE = re.compile(r"<table\b.*?</table\s*>", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"\s*<[!?/a-zA-Z]")


def make_page(text: str) -> str:
    """Make a page of a text that has rows of a table of a page; empty where it has none.

    Rows that have lost their table get one. Lines around tables are paragraphs, unless they are
    those of a page.
    """
    if not _ROWS.search(text):
        return ""
    page = _CLIPBOARD.sub("", text)
    if not re.search(r"<table\b", page, re.IGNORECASE):
        return f"<table>{page}</table>"
    if _TAG.match(page):
        return page
    parts: list[str] = []
    end = 0
    for table in _TABLE.finditer(page):
        parts += [_write_lines(page[end : table.start()]), table[0]]
        end = table.end()
    return "".join([*parts, _write_lines(page[end:])])


def _write_lines(text: str) -> str:
    """Write each line as a paragraph; tags around the tables are none of its words."""
    lines = (re.sub(r"</?[a-zA-Z][^<>]*>", "", line).strip() for line in text.split("\n"))
    return "".join(f"<p>{line.replace('<', '&lt;')}</p>" for line in lines if line)
