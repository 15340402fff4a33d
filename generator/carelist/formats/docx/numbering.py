"""Numbers that Word writes by itself: nowhere in the text, worked out from the lists."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from carelist.formats.counting import UNNUMBERED, write_number
from carelist.formats.markup import child, children, number_of, value_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from xml.etree.ElementTree import Element

_LEVELS = 9
_REFERENCE = re.compile(r"%([1-9])")


@dataclass(frozen=True)
class Level:
    """How the paragraphs of one level of a list are numbered."""

    start: int
    way: str
    """The name of the format of its numbers."""
    text: str
    """The label, with %1 to %9 for the numbers of the levels."""
    suffix: str
    """What parts the label from the words: `tab`, `space` or `nothing`."""
    restarts_after: int
    """The level, counted from 1, whose next number makes this one begin anew; 0: never."""
    is_decimal: bool
    """Whether all numbers of the label are written in digits."""


@dataclass
class Numbering:
    """All lists of a document, and how far each has come."""

    styles: Mapping[str, Element]
    """The styles by id, in which a paragraph's list may stand."""
    lists: dict[str, str] = field(default_factory=dict)
    """The definition of each list, by its id."""
    levels: dict[tuple[str, int], Level] = field(default_factory=dict)
    """The levels of each definition."""
    own: dict[tuple[str, int], Level] = field(default_factory=dict)
    """The levels that a list has of its own, in the place of those of its definition."""
    starts: dict[tuple[str, int], int] = field(default_factory=dict)
    """Where a list begins anew although another has its definition."""
    counts: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0] * _LEVELS))

    def label(self, paragraph: Element) -> tuple[str, str]:
        """Count a paragraph; give its list and its label, both "" where it has none."""
        list_id, level = self._find_list(paragraph)
        definition = self.lists.get(list_id, "")
        rules = self.own.get((list_id, level)) or self.levels.get((definition, level))
        if rules is None:
            return "", ""
        counts = self.counts[definition]
        begins = self.starts.pop((list_id, level), 0 if counts[level] else rules.start)
        counts[level] = begins or counts[level] + 1
        for below in range(level + 1, _LEVELS):
            lower = self.levels.get((definition, below))
            if lower and lower.restarts_after > level:
                counts[below] = 0
        if rules.way in UNNUMBERED:
            return list_id, ""
        return list_id, self._write(list_id, rules, counts)

    def _find_list(self, paragraph: Element) -> tuple[str, int]:
        """Find the list and level of a paragraph, in itself or in its style."""
        own = child(paragraph, "pPr", "numPr")
        style = value_of(child(paragraph, "pPr", "pStyle"))
        seen: set[str] = set()
        inherited: Element | None = None
        while style and style not in seen and inherited is None:
            seen.add(style)
            inherited = child(self.styles.get(style), "pPr", "numPr")
            style = value_of(child(self.styles.get(style), "basedOn"))
        list_id = value_of(child(own, "numId")) or value_of(child(inherited, "numId"))
        own_level, style_level = child(own, "ilvl"), child(inherited, "ilvl")
        level = number_of(own_level if own_level is not None else style_level, otherwise=0)
        return list_id, min(level, _LEVELS - 1)

    def _write(self, list_id: str, rules: Level, counts: list[int]) -> str:
        def number(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            shared = self.levels.get((self.lists.get(list_id, ""), at), rules)
            level = self.own.get((list_id, at), shared)
            way = "decimal" if rules.is_decimal else level.way
            return write_number(counts[at] or level.start, way)

        text = _REFERENCE.sub(number, rules.text)
        if rules.suffix == "space" or (rules.suffix == "tab" and text[-1:].isalnum()):
            return f"{text} "
        return text


def read_numbering(numbering: Element | None, styles: Element | None) -> Numbering:
    """Read the lists of a document from its parts `numbering.xml` and `styles.xml`."""
    by_id = {value_of(style, "styleId"): style for style in children(styles, "style")}
    read = Numbering(by_id)
    for definition in children(numbering, "abstractNum"):
        name = value_of(definition, "abstractNumId")
        for level in children(definition, "lvl"):
            at = number_of(level, "ilvl", otherwise=0)
            read.levels[name, at] = _read_level(level, at)
    for one in children(numbering, "num"):
        list_id = value_of(one, "numId")
        read.lists[list_id] = value_of(child(one, "abstractNumId"))
        for override in children(one, "lvlOverride"):
            at = number_of(override, "ilvl", otherwise=0)
            start, own = child(override, "startOverride"), child(override, "lvl")
            if own is not None:
                read.own[list_id, at] = _read_level(own, at)
            if start is not None:
                read.starts[list_id, at] = number_of(start, otherwise=1)
    _follow_links(numbering, read)
    return read


def _follow_links(numbering: Element | None, read: Numbering) -> None:
    """Give definitions that only name a style of lists the levels of that style (17.9.21)."""
    styled = {value_of(child(one, "styleLink")): one for one in children(numbering, "abstractNum")}
    for definition in children(numbering, "abstractNum"):
        link = value_of(child(definition, "numStyleLink"))
        if not link or link not in styled:
            continue
        name, other = (value_of(one, "abstractNumId") for one in (definition, styled[link]))
        for (owner, at), level in list(read.levels.items()):
            if owner == other:
                read.levels.setdefault((name, at), level)


def _read_level(level: Element, at: int) -> Level:
    return Level(
        number_of(child(level, "start"), otherwise=1),
        value_of(child(level, "numFmt")) or "decimal",
        value_of(child(level, "lvlText")),
        value_of(child(level, "suff")) or "tab",
        number_of(child(level, "lvlRestart"), otherwise=at),
        child(level, "isLgl") is not None,
    )
