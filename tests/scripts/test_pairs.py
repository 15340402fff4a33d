"""The scripts tell the comparisons that have no page as the program does."""

from __future__ import annotations

from itertools import pairwise, product
from typing import TYPE_CHECKING

from carelist.site.pairs import list_composed

from tests.site.test_pairs import name_pairs, take_years

if TYPE_CHECKING:
    from playwright.sync_api import Page

READ = """
async ([module, paths, years]) => {
  const { readPair, listSteps, writePair } = await import(module);
  const tell = (pair) => pair && [writePair(pair), ...listSteps(pair, years).map(writePair)];
  return paths.map((path) => tell(readPair(path, years)) ?? null);
}
"""
ENDS = ("", "/", "/pillars/health/", "/departments/civil-affairs")
NONE = (
    "changes/",
    "changes/2031..2033/services/health/",
    "changes/2031..2033/pillars/",
    "changes/2031..2033/pillars/health/more/",
    "changes/2031-2033/",
    "changes/2031..2033..2035/",
    "changes/..2033/",
    "revisions/2031..2033/",
    "en/changes/2031..2033/",
    "",
)


def test_pairs_are_the_same_on_both_sides(page: Page, scripts: str) -> None:
    """Every pair of six lists, in either order, whole and of a theme; all else is none."""
    years = take_years(6)[1]
    ids = [year.id for year in years]
    composed = name_pairs(list_composed(years))
    asked = {
        f"changes/{before}..{after}{end}": (before, after, end)
        for before, after, end in product((*ids, "1999"), (*ids, "1999"), ENDS)
    }
    page.goto(f"{scripts}steps/pairs.mjs")
    paths = [*asked, *NONE]
    told = page.evaluate(READ, [f"{scripts}steps/pairs.mjs", paths, ids])
    expected: list[list[str] | None] = []
    for before, after, end in asked.values():
        rest = f"{end.strip('/')}/".removeprefix("/")
        steps = (
            [*pairwise(ids)][ids.index(before) : ids.index(after)]
            if ((before, after) in composed)
            else []
        )
        pairs = [f"{one}..{other}/{rest}" for one, other in ((before, after), *steps)]
        expected.append(pairs if steps else None)
    assert told == [*expected, *(None for _ in NONE)]
