"""Atom feeds (RFC 4287): entries with ids that never change, the latest first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True)
class Entry:
    """One piece of news."""

    id: str
    title: str
    link: str
    day: str
    """As `2026-01-31`."""
    summary: str


@dataclass(frozen=True)
class Feed:
    """A feed in one language."""

    id: str
    title: str
    author: str
    language: str
    page: str
    """Address of the page that it follows."""
    own: str
    """Its own address."""
    day: str
    """When it was begun: that of a feed without entries."""
    entries: tuple[Entry, ...]


def write_atom(feed: Feed) -> str:
    """Write a feed; days begin at midnight in China, whose lists these are."""
    lines = "".join(f"{line}\n" for line in _list_lines(feed))
    head = '<?xml version="1.0" encoding="utf-8"?>\n'
    namespace = 'xmlns="http://www.w3.org/2005/Atom"'
    return f"{head}<feed {namespace} xml:lang={quoteattr(feed.language)}>\n{lines}</feed>\n"


def _list_lines(feed: Feed) -> Iterator[str]:
    yield f"<id>{escape(feed.id)}</id>"
    yield f"<title>{escape(feed.title)}</title>"
    yield f"<updated>{_write_time(max((e.day for e in feed.entries), default=feed.day))}</updated>"
    yield f"<author><name>{escape(feed.author)}</name></author>"
    yield f'<link rel="alternate" type="text/html" href={quoteattr(feed.page)}/>'
    yield f'<link rel="self" type="application/atom+xml" href={quoteattr(feed.own)}/>'
    for entry in sorted(feed.entries, key=lambda entry: entry.day, reverse=True):
        yield "<entry>"
        yield f"<id>{escape(entry.id)}</id>"
        yield f"<title>{escape(entry.title)}</title>"
        yield f"<updated>{_write_time(entry.day)}</updated>"
        yield f'<link rel="alternate" type="text/html" href={quoteattr(entry.link)}/>'
        yield f"<summary>{escape(entry.summary)}</summary>"
        yield "</entry>"


def _write_time(day: str) -> str:
    return f"{day}T00:00:00+08:00"
