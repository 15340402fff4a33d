"""Atom feeds (RFC 4287): entries with ids that never change, the latest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from html import escape
from typing import TYPE_CHECKING

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
    second: int = 0
    """Of that day: what came on one day stands apart, in one order in every feed."""

    @property
    def time(self) -> str:
        """When it was last changed; days begin at midnight in China, whose lists these are."""
        midnight = datetime.fromisoformat(f"{self.day}T00:00:00+08:00")
        return (midnight + timedelta(seconds=self.second)).isoformat()


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
    begun: str
    """The time of a feed without entries."""
    entries: tuple[Entry, ...]


def write_atom(feed: Feed) -> str:
    """Write a feed."""
    lines = "".join(f"{line}\n" for line in _list_lines(feed))
    head = '<?xml version="1.0" encoding="utf-8"?>\n'
    namespace = 'xmlns="http://www.w3.org/2005/Atom"'
    language = escape(feed.language)
    return f'{head}<feed {namespace} xml:lang="{language}">\n{lines}</feed>\n'


def _list_lines(feed: Feed) -> Iterator[str]:
    yield f"<id>{escape(feed.id, quote=False)}</id>"
    yield f"<title>{escape(feed.title, quote=False)}</title>"
    yield f"<updated>{max((entry.time for entry in feed.entries), default=feed.begun)}</updated>"
    yield f"<author><name>{escape(feed.author, quote=False)}</name></author>"
    yield f'<link rel="alternate" type="text/html" href="{escape(feed.page)}"/>'
    yield f'<link rel="self" type="application/atom+xml" href="{escape(feed.own)}"/>'
    for entry in sorted(feed.entries, key=lambda entry: entry.time, reverse=True):
        yield "<entry>"
        yield f"<id>{escape(entry.id, quote=False)}</id>"
        yield f"<title>{escape(entry.title, quote=False)}</title>"
        yield f"<updated>{entry.time}</updated>"
        yield f'<link rel="alternate" type="text/html" href="{escape(entry.link)}"/>'
        yield f"<summary>{escape(entry.summary, quote=False)}</summary>"
        yield "</entry>"
