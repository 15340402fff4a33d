"""Every difference between two records, field by field, and what kind of change it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from carelist.catalog.rules import Criterion, Examples
from carelist.catalog.texts import Record, Text
from carelist.revisions.changes.parts import EntryAdded, EntryRemoved, PartChanged, Reordered
from carelist.revisions.content import find_key
from carelist.revisions.kinds import ChangeKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carelist.revisions.changes.base import Change
    from carelist.revisions.content import Path

WHOLE = (Text, Criterion, Examples)
"""Records that change as one value."""
NOTICE_WORDS = frozenset({"addressees", "opening", "disclosure", "signatory", "table_title"})
KEPT = frozenset(
    {"criterion", "examples", "replaces", "under", "conditions"}
    | {"source", "copy_", "means", "table"}
)
"""Fields that no page shows as they stand: what they bring about is told where it is seen."""


class Keyed(NamedTuple):
    """How the entries of one list differ from those of another."""

    added: tuple[tuple[int, object], ...]
    """With the place of each."""
    removed: tuple[object, ...]
    kept: tuple[tuple[object, object], ...]
    """Before and after."""
    is_reordered: bool


def compare_entries(before: tuple[object, ...], after: tuple[object, ...]) -> Keyed:
    """Match the entries of two lists by their keys."""
    old = {find_key(entry): entry for entry in before}
    new = {find_key(entry): entry for entry in after}
    return Keyed(
        tuple((place, entry) for place, (key, entry) in enumerate(new.items()) if key not in old),
        tuple(entry for key, entry in old.items() if key not in new),
        tuple((old[key], entry) for key, entry in new.items() if key in old),
        [key for key in old if key in new] != [key for key in new if key in old],
    )


def find_part_changes(path: Path, before: object, after: object) -> Iterator[Change]:
    """Yield what differs between two values of one type, as deep as they have names."""
    if before == after:
        return
    is_one_kind = before.__class__ is after.__class__
    if isinstance(before, Record) and is_one_kind and not isinstance(before, WHOLE):
        for name in type(before).model_fields:
            yield from find_part_changes((*path, name), getattr(before, name), getattr(after, name))
    elif isinstance(before, tuple) and isinstance(after, tuple) and _are_keyed(before, after):
        yield from find_entry_changes(path, before, after)
    else:
        yield PartChanged(path, before, after, name_kind(path, before, after))


def find_entry_changes(
    path: Path, before: tuple[object, ...], after: tuple[object, ...]
) -> Iterator[Change]:
    """Yield what differs between two lists of entries that are known by their keys."""
    keyed = compare_entries(before, after)
    kind = name_kind(path, before, after)
    for entry in keyed.removed:
        yield EntryRemoved(path, find_key(entry), entry, kind)
    for place, entry in keyed.added:
        yield EntryAdded(path, entry, place, kind)
    for old, new in keyed.kept:
        yield from find_part_changes((*path, find_key(new)), old, new)
    if keyed.is_reordered:
        order = ChangeKind.EDITORIAL_ONLY if kind == ChangeKind.READING_CORRECTED else kind
        yield reorder(path, before, after, order)


def reorder(
    path: Path, before: tuple[object, ...], after: tuple[object, ...], kind: ChangeKind
) -> Change:
    """Give the change that puts a list into its final order."""
    return Reordered(path, tuple(map(find_key, before)), tuple(map(find_key, after)), kind)


def name_kind(path: Path, before: object, after: object) -> ChangeKind:
    """Name the kind of a change that has no class of its own."""
    if isinstance(before, Text) and isinstance(after, Text) and before.source == after.source:
        return ChangeKind.TRANSLATION_ONLY
    if not KEPT.isdisjoint(path) or path[:2] == ("rows", "types"):
        return ChangeKind.BOOKKEEPING
    if path[:2] == ("rows", "columns") or (path[0] == "notice" and path[1] in NOTICE_WORDS):
        return ChangeKind.NOTICE_REWORDED
    if path[:2] == ("notice", "measures"):
        return ChangeKind.MEASURE_REWORDED
    if path[:2] == ("how_read", "readings"):
        return (
            ChangeKind.EDITORIAL_ONLY if isinstance(before, Text) else ChangeKind.READING_CORRECTED
        )
    return ChangeKind.EDITORIAL_ONLY


def _are_keyed(*lists: tuple[object, ...]) -> bool:
    """Whether every entry has a key that no other entry of its list has."""
    for entries in lists:
        keys = [find_key(e) if isinstance(e, str | Record) else "" for e in entries]
        if "" in keys or len(set(keys)) < len(keys):
            return False
    return any(lists)
