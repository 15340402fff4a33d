"""A file read again after an edit inside one entry of a list: the other entries are as they were.

A long list is one file, and an edit touches a line or two of it. An entry that begins with a dash
in a line of its own ends where the next one begins, whatever stands in it, as long as it can be
read alone; so it is read alone, and takes its place among the others.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from carelist.catalog.decoding import decode
from carelist.catalog.located_yaml import Document, Node, parse_yaml

if TYPE_CHECKING:
    from collections.abc import Sequence

KEY = "list"
"""Under which an entry is read alone."""
OWN_LINES = 1
"""Above it there: that of the key."""


class Again(NamedTuple):
    """A file read again, and the entry in which it differs from what was before."""

    document: Document
    """What `parse_yaml` gives, which shares what did not change with what was before."""
    key: str
    """Of the list in which the entry stands."""
    number: int
    """From 0."""


def parse_again(before: Document, content: bytes) -> Again | None:
    """Read a file that was edited in one entry of a list; None where it must be read whole.

    Args:
        before: The file as it was, in which nothing was wrong, and nothing was removed.
        content: As it is.
    """
    text, problems = decode(before.file, content)
    lines, root = text.split("\n"), before.root
    edited = _find_edited(before.lines, lines)
    if problems or before.problems or not edited or not root or not isinstance(root.value, dict):
        return None
    keys = [*root.value]
    starts = [node.key_line for node in root.value.values()]
    at = bisect_right(starts, edited[0] + 1) - 1
    node = root.value[keys[at]] if at >= 0 else None
    if not node or not isinstance(node.value, list):
        return None
    end = starts[at + 1] - 1 if at + 1 < len(starts) else len(lines)
    entry = _read_entry(before, lines, node.value, end, edited)
    if not entry:
        return None
    number, new = entry
    entries = [*node.value[:number], new, *node.value[number + 1 :]]
    whole = {**root.value, keys[at]: replace(node, value=entries)}
    document = Document(before.file, text, replace(root, value=whole), [])
    return Again(document, keys[at], number)


def _find_edited(before: Sequence[str], now: Sequence[str]) -> tuple[int, int] | None:
    """Give the first and the last line that differ, from 0; None where lines came or went."""
    if len(before) != len(now):
        return None
    differing = [at for at, (old, new) in enumerate(zip(before, now, strict=True)) if old != new]
    return (differing[0], differing[-1]) if differing else None


def _read_entry(
    before: Document,
    lines: Sequence[str],
    entries: Sequence[Node],
    end: int,
    edited: tuple[int, int],
) -> tuple[int, Node] | None:
    """Read the entry of a list in which all was edited; give its number, and what it is.

    Args:
        before: The file as it was.
        lines: As they are.
        entries: Of the list, as they were.
        end: The line behind the list, from 0.
        edited: The first and the last line that differ.
    """
    number = bisect_right([one.line for one in entries], edited[0] + 1) - 1
    if number < 0:
        return None
    start = entries[number].line - 1
    if number + 1 < len(entries):
        end = entries[number + 1].line - 1
    dashes = {_find_dash(before.lines[one.line - 1]) for one in entries[number : number + 2]}
    dash = _find_dash(lines[start])
    if edited[1] >= end or dash < 1 or dashes != {dash}:
        return None
    own = lines[start:end]
    if not all(not line.strip() or line[0] == " " or line.startswith("#") for line in own):
        return None
    closing = "\n" if end < len(lines) else ""
    alone = "\n".join([f"{KEY}:", *own]) + closing
    read = parse_yaml(before.file, alone.encode())
    found = read.root.child(KEY) if read.root and not read.problems else None
    if not found or not isinstance(found.value, list) or len(found.value) != 1:
        return None
    (entry,) = found.value
    if not isinstance(read.root, Node) or len(read.root.value) != 1 or entry.line != OWN_LINES + 1:
        return None
    _move(entry, start - OWN_LINES)
    return number, entry


def _find_dash(line: str) -> int:
    """Give the column of the dash with which a line begins an entry, from 0; -1 where none does."""
    bare = line.lstrip(" ")
    return len(line) - len(bare) if bare.startswith("- ") else -1


def _move(node: Node, lines: int) -> None:
    """Move a tree down."""
    node.line += lines
    if node.key_line:
        node.key_line += lines
    below = node.value
    for one in below.values() if isinstance(below, dict) else below:
        if isinstance(one, Node):
            _move(one, lines)
