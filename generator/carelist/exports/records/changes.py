"""The changes from one list to another as typed records, told in every locale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelist.revisions.changes.parts import Reread
from carelist.revisions.naming import Names, Side
from carelist.revisions.telling import sort_changes, tell_change

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carelist.exports import shapes
    from carelist.exports.edition import Edition
    from carelist.revisions.changes.base import Change


def list_changes(edition: Edition, before: str, after: str) -> Iterator[shapes.Change]:
    """Yield the changes that readers see, in the order in which pages tell them."""
    catalog = edition.whole
    sides = {one.id: Side(catalog, one) for one in catalog.revisions}
    names = [Names(sides[before], sides[after], locale) for locale in catalog.locales]
    seen = (one for one in edition.chronicle.compare(before, after) if one.kind.is_seen)
    for change in sort_changes(seen):
        yield _describe(change, names)


def _describe(change: Change, names: list[Names]) -> shapes.Change:
    """Describe a change: its kind, its services, a sentence, the words of both lists, people.

    `was` and `is` are the words themselves, in the source and in what follows it.
    """
    told = {one.locale.tag: tell_change(change, one) for one in names}
    inner = change.change if isinstance(change, Reread) else change
    description = inner.describe(names[0])
    first = next(iter(told.values()))
    return {
        "kind": str(change.kind),
        "major": change.is_major,
        "services": list(first.concerns),
        "sentence": {tag: one.sentence for tag, one in told.items()},
        "was": description.before,
        "is": description.after,
        "gains": _say({tag: one.gains for tag, one in told.items()}),
        "loses": _say({tag: one.loses for tag, one in told.items()}),
    }


def _say(words: dict[str, str]) -> dict[str, str] | None:
    return words if any(words.values()) else None
