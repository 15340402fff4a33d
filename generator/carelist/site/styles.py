"""The style rules that one page can use, small enough to stand in the page itself.

A selector is left out only where a class, attribute, id or element that it needs occurs neither in
the page nor among the states that scripts set, or where the page is in another language than it
names for the root; a rule, where no selector is left.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import minify as tdewolff
import tinycss2

from carelist.site.tags import ALWAYS, read_tag

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from collections.abc import Set as AbstractSet

    from carelist.site.tags import Tokens

NOTHING: Tokens = frozenset()
_SET_ANYWHERE = (
    "[data-size",
    "[data-kept",
    "[data-outcome",
    "[data-verdict",
    "[hidden",
    "[open",
    "[aria-pressed",
    "[aria-busy",
    "[aria-expanded",
)
SCRIPT_STATES: dict[str, Tokens] = {
    **dict.fromkeys(_SET_ANYWHERE, NOTHING),
    "[data-asking": frozenset({"[data-module=check"}),
}
"""Attributes that a script or the browser sets once the page is open, with what must stand in a
page for that."""

SCRIPT_PROPERTIES = frozenset({"--halo-soft", "--ink", "--mark-soft"})
"""Custom properties that scripts name."""

MOST_TAGS = 1 << 14
"""Of so many it is kept what they have."""
DECLARING = frozenset({"page", "font-face", "counter-style"})
"""At-rules that hold declarations and no rules."""

SIDES = {
    "margin-block": ("margin-top", "margin-bottom"),
    "margin-inline": ("margin-left", "margin-right"),
    "padding-block": ("padding-top", "padding-bottom"),
    "padding-inline": ("padding-left", "padding-right"),
    "inset": ("top", "bottom", "left", "right"),
}
"""What browsers before 2021 know in place of these: both locales are written from left to right."""

_VALUE = r"(?:[^;\s()]|\([^;\s()]*\))+"
_PAIRED = re.compile(rf"(?<![\w-])({'|'.join(SIDES)}):({_VALUE}(?: {_VALUE})?)(?=;|$)")
_CUSTOM = re.compile(r"(?<=[{;])(--[\w-]+):[^;}]*;?")
_USED = re.compile(r"var\((--[\w-]+)")
_INSIDE_PARENTHESES = re.compile(r"\([^()]*\)")
_LANGUAGE = re.compile(r":root:lang\((\w+)\)")
_NEED = re.compile(
    r"\.(?P<cls>[\w-]+)|\#(?P<id>[\w-]+)|\[(?P<attr>[\w-]+)(?:[~|^$*]?=\"?(?P<value>[^\"\]]*)\"?)?[^\]]*\]"
    r"|::?[\w-]+|(?P<tag>(?<![\w-])[a-z][\w-]*)"
)


@dataclass(frozen=True)
class StyleRule:
    """A style rule, or a block of them that a condition holds."""

    heads: dict[str, Tokens]
    """The selectors of a rule, each with what must occur in a page for it to match, or the prelude
    of a block; minified."""
    body: str
    """The declarations of a rule; empty for a block."""
    rules: tuple[StyleRule, ...] = ()


class StyleSheet:
    """The rules of a style sheet, and what has been written of them."""

    def __init__(self, rules: Iterable[StyleRule]) -> None:
        """Keep the rules in their order."""
        self.rules = tuple(rules)
        needs = sorted(_list_needs(self.rules))
        self._bits = {need: 1 << place for place, need in enumerate(needs)}
        self._all = (1 << len(needs)) - 1
        self._choices = _list_choices(self.rules, self._bits)
        self._written: dict[int, str] = {}
        self._always = self._find_bits(ALWAYS)
        self._tags: dict[str, int] = {}
        """What start tags have of that; most of a site stand on many pages."""

    def find_needed(self, tags: Iterable[str]) -> int:
        """Give what its selectors need and these start tags have, as the bits of a number."""
        known = self._tags
        if len(known) > MOST_TAGS:
            known.clear()
        needed = self._always
        for tag in tags:
            bits = known.get(tag)
            if bits is None:
                bits = known[tag] = self._find_bits(read_tag(tag))
            needed |= bits
        return needed

    def _find_bits(self, tokens: Tokens) -> int:
        bits = self._bits
        return sum([bits[token] for token in tokens if token in bits])

    def select(self, tags: Iterable[str]) -> str:
        """Write the rules that a page with these tags can use; pages of a kind differ little."""
        return self.select_needed(self.find_needed(tags))

    def select_needed(self, needed: int) -> str:
        """Write the rules that pages can use which have this of what selectors need."""
        # Pages that lack the same are written once, whatever else they have.
        missing = self._all & ~needed
        if missing not in self._written:
            self._written[missing] = self._write(missing)
        return self._written[missing]

    def _write(self, missing: int) -> str:
        """Write the rules that need nothing of what is missing.

        Custom properties that nothing uses are left out, and rules that then say nothing.
        """
        used = set(SCRIPT_PROPERTIES)
        written = [*_write_rules(self._choices, missing, used)]
        return "".join(part if isinstance(part, str) else part.declare(used) for part in written)


def minify_styles(css: str) -> str:
    """Give a style sheet without its comments, and without space where it means nothing."""
    return str(tdewolff.string("text/css", css))


def read_styles(css: str) -> StyleSheet:
    """Read a style sheet into rules, minified."""
    nodes = tinycss2.parse_stylesheet(minify_styles(css), skip_comments=True, skip_whitespace=True)
    return StyleSheet(_read_rules(nodes))


def _read_rules(nodes: list[tinycss2.ast.Node]) -> list[StyleRule]:
    rules: list[StyleRule] = []
    for node in nodes:
        if node.type == "qualified-rule":
            heads = {selector: _find_needs(selector) for selector in _split(node.prelude)}
            body = _PAIRED.sub(_name_sides, tinycss2.serialize(node.content))
            rules.append(StyleRule(heads, body))
        elif node.type == "at-rule":
            head = f"@{node.at_keyword}{tinycss2.serialize(node.prelude)}"
            content = node.content or []
            if node.at_keyword in DECLARING:
                name = tinycss2.serialize(node.prelude).strip()
                is_named = node.at_keyword == "page" and name  # as the class whose page it is
                needs = frozenset({f".{name}"}) if is_named else NOTHING
                rules.append(StyleRule({head: needs}, tinycss2.serialize(content)))
                continue
            inner = tinycss2.parse_rule_list(content, skip_comments=True, skip_whitespace=True)
            rules.append(StyleRule({head: NOTHING}, "", tuple(_read_rules(inner))))
    return rules


def _split(prelude: list[tinycss2.ast.Node]) -> list[str]:
    """Give the selectors of a rule; commas between parentheses part none."""
    selectors: list[list[tinycss2.ast.Node]] = [[]]
    for part in prelude:
        if part == ",":
            selectors.append([])
        else:
            selectors[-1].append(part)
    return [tinycss2.serialize(selector) for selector in selectors]


def _name_sides(pair: re.Match[str]) -> str:
    """Write a declaration for each side, from one value or two."""
    sides, values = SIDES[pair[1]], pair[2].split(" ")
    return ";".join(f"{side}:{values[place % len(values)]}" for place, side in enumerate(sides))


def _find_needs(selector: str) -> Tokens:
    """What must occur in a page for a selector to match; `:not()` and its like need nothing.

    `h2[data-colour]` needs an element that has both.
    """
    needs = {found[0] for found in _LANGUAGE.finditer(selector)}
    while _INSIDE_PARENTHESES.search(selector):
        selector = _INSIDE_PARENTHESES.sub("", selector)
    tag, end = "", -1
    for match in _NEED.finditer(selector):
        if match["cls"]:
            needs.add(f".{match['cls']}")
        elif match["id"]:
            needs.add(f"#{match['id']}")
        elif match["attr"]:
            value = f"={match['value']}" if match["value"] else ""
            attribute = f"[{match['attr']}"
            found = {f"{attribute}{value}"} | ({tag + attribute} if match.start() == end else set())
            needs |= SCRIPT_STATES.get(attribute, found)
        elif match["tag"]:
            tag, end = match["tag"], match.end()
            needs.add(tag)
    return frozenset(needs)


def _list_needs(rules: tuple[StyleRule, ...]) -> Tokens:
    return NOTHING.union(*(_list_needs(rule.rules).union(*rule.heads.values()) for rule in rules))


class Choice(NamedTuple):
    """A rule with what its selectors need as sets of bits, of which thousands are tried."""

    heads: list[tuple[str, int]]
    body: str
    rules: list[Choice]
    uses: frozenset[str]
    """The custom properties that its declarations use."""
    is_custom: bool
    """Whether it declares custom properties itself."""


class Custom(NamedTuple):
    """A rule that declares custom properties, before it is known which are used."""

    head: str
    body: str

    def declare(self, used: AbstractSet[str]) -> str:
        """Write it with those that are used; empty where it then says nothing.

        >>> Custom(":root", "--a:1px;--b:0").declare({"--a"}), Custom("b", "--b:1px").declare(set())
        (':root{--a:1px}', '')
        """
        body = _CUSTOM.sub(lambda one: one[0] if one[1] in used else "", f"{{{self.body}")[1:]
        return _end(self.head, body) if body else ""


def _list_choices(rules: tuple[StyleRule, ...], bits: dict[str, int]) -> list[Choice]:
    return [
        Choice(
            [(head, sum(bits[need] for need in needs)) for head, needs in rule.heads.items()],
            rule.body,
            _list_choices(rule.rules, bits),
            frozenset(_USED.findall(rule.body)),
            _CUSTOM.search(f"{{{rule.body}") is not None,
        )
        for rule in rules
    ]


def _write_rules(choices: list[Choice], missing: int, used: set[str]) -> Iterator[str | Custom]:
    """Yield the rules that need nothing of what is missing; note the properties that they use."""
    for heads, body, rules, uses, is_custom in choices:
        if len(heads) == 1:
            chosen = "" if heads[0][1] & missing else heads[0][0]
        else:
            chosen = ",".join([head for head, needs in heads if not needs & missing])
        if not chosen:
            continue
        if rules:
            inner = [*_write_rules(rules, missing, used)]
            if inner:
                yield f"{chosen}{{"
                yield from inner
                yield "}"
        elif body:
            used |= uses
            yield Custom(chosen, body) if is_custom else _end(chosen, body)


def _end(head: str, body: str) -> str:
    return f"{head}{{{body}}}".replace(";}", "}")
