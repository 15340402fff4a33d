"""Scripts and styles need nothing that came to browsers after the spring of 2020."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

import pytest
from carelist.site.scripts import minify
from carelist.site.sheets import compose_sheets
from carelist.site.styles import read_styles
from carelist.theme import THEME

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carelist.site.styles import StyleRule, StyleSheet

SCRIPTS = [*THEME.rglob("*.mjs")]
NEWER = {
    "an assignment by logic": r"(\?\?|\|\||&&)=",
    "at()": r"\.at\(",
    "class members without a constructor": r"(^|[{;}])static\b|#\w+\s*[=(;]|\.#",
    "findLast()": r"\.findLast",
    "Object.groupBy()": r"\.groupBy\(",
    "Object.hasOwn()": r"\.hasOwn\(",
    "a look behind": r"\(\?<[=!]",
    "Promise.any()": r"\bPromise\.(any|try|withResolvers)\(",
    "replaceAll()": r"\.replaceAll\(",
    "replaceChildren()": r"\.replaceChildren\(",
    "a listener that a signal ends": r"\bsignal:|\bAbortSignal\.",
    "structuredClone()": r"\bstructuredClone\(",
    "copies in another order": r"\.to(Sorted|Reversed|Spliced)\(|\.with\(",
    "checkVisibility()": r"\.checkVisibility\(",
    "await at the top": r"^(await|const \w+=await)\b",
}
"""What Chrome 80 or Safari 13.1 lacks, as it looks without comments and idle space."""

LATE_STYLES = (
    r"(?:margin|padding)-(?:block|inline):|\binset(?:-\w+)?:|float:inline-|@layer|color-mix"
)
LATE_SELECTORS = re.compile(r":(?:has|is|where|focus-visible)\b")


@pytest.fixture
def sheet() -> StyleSheet:
    """The style sheet."""
    return read_styles(compose_sheets(THEME))


def test_scripts_run_in_browsers_of_2020() -> None:
    """One word that is not understood stops the whole file in an old phone."""
    scripts = {path.name: minify(path.read_text("utf-8")) for path in SCRIPTS}
    found = [
        (name, what)
        for name, script in scripts.items()
        for what, written in NEWER.items()
        if re.search(written, script, re.MULTILINE)
    ]
    assert found == []


def test_pages_hold_their_shape_in_browsers_of_2020(sheet: StyleSheet) -> None:
    """No space at the edges and no place rests on a property that came later."""
    rules = list_rules(sheet.rules)
    every = frozenset(need for rule in rules for need in chain(*rule.heads.values()))
    assert re.findall(LATE_STYLES, sheet.select_needed((1 << len(every)) - 1)) == []


def test_a_late_selector_takes_no_other_with_it(sheet: StyleSheet) -> None:
    """A browser that does not know one selector of a rule leaves the whole rule out."""
    mixed = [
        list(rule.heads)
        for rule in list_rules(sheet.rules)
        if rule.body and len({bool(LATE_SELECTORS.search(head)) for head in rule.heads}) > 1
    ]
    assert mixed == []


def list_rules(rules: tuple[StyleRule, ...]) -> Iterator[StyleRule]:
    """Yield rules, and those within blocks."""
    for rule in rules:
        yield rule
        yield from list_rules(rule.rules)
