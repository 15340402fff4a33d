"""`python -m bench.mutants`: whatever harm is done to a list, no command ends in a traceback.

Each mutant is a small list of a fictional city with one to three harms done to its files. It is
checked and told in both languages; where the check finds nothing that stops it, all that is made of
it is made: reports of changes, files, pages. An intake reads its copy anew.
"""

from __future__ import annotations

import argparse
import random
import shutil
import sys
import tempfile
import time
import traceback
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from carelist.eligibility.inspecting import inspect_list
from carelist.intake.orders import Request, take_in
from carelist.publicity.phrases import Phrases
from carelist.revisions.formats import write_report
from carelist.revisions.states import report_revisions
from carelist.search.checks import inspect_vocabulary
from carelist.site.icons import find_unknown_icons
from carelist.site.outputs import list_outputs
from carelist.site.pages import list_pages
from carelist.site.place import Place
from carelist.site.rendering import Renderer
from carelist.site.site import Site
from carelist.site.templates import make_environment
from carelist.store import Store
from carelist.theme import THEME, find_more_icons

from bench.building import ROOT
from bench.harms import harm_list
from tests.speaking import EN, LOCALES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from carelist.catalog.revision import Catalog

THEMES = (THEME, *find_more_icons())
CITIES = ("lakeside", "cloudbridge", "clearwater")
SLOW = 20.0
"""Seconds of the processor that no mutant may take."""
PUBLISHED = "published.yml"


class Outcome(NamedTuple):
    """What came of one mutant."""

    number: int
    harmed: tuple[str, ...]
    passes: bool
    """Whether a site could be made of it."""
    seconds: float
    """Of the processor."""
    crash: str
    """The end of the traceback; empty where there is none."""

    @property
    def is_well(self) -> bool:
        """Whether it ended as a command must."""
        return not self.crash and self.seconds < SLOW


def try_mutants(seed: int, numbers: Sequence[int], folder: Path) -> Iterator[Outcome]:
    """Make the mutants with these numbers, one after the other, and try each."""
    for number in numbers:
        draw = random.Random(f"{seed}/{number}")
        target = folder / "list"
        shutil.rmtree(target, ignore_errors=True)
        city = ROOT / "tests" / "cities" / draw.choice(CITIES)
        shutil.copytree(city, target)
        if draw.random() < 0.5:  # what is frozen lets little pass
            for record in target.rglob(PUBLISHED):
                record.unlink()
        harmed = tuple(harm_list(target, draw))
        start, crash, passes = time.process_time(), "", False
        try:
            passes = _try_list(target, city, folder)
        except Exception:  # noqa: BLE001  # whatever it is, it is what is looked for
            crash = "".join(traceback.format_exc(limit=-3))
        yield Outcome(number, harmed, passes, time.process_time() - start, crash)


def _try_list(target: Path, city: Path, folder: Path) -> bool:
    """Run the commands over a list; whether a site could be made of it."""
    inspection = inspect_vocabulary(inspect_list(target))
    for language in LOCALES:
        for problem in inspection.problems:
            problem.line(language)
            problem.annotation(language)
    for known in (target, city):
        shutil.rmtree(folder / "draft", ignore_errors=True)
        for copy in sorted(target.glob("revisions/*/source.txt"))[:1]:
            take_in(Request(known, copy, "2099", folder / "draft", None), EN)
    catalog = inspection.catalog
    if catalog is None or list(find_unknown_icons(catalog, THEMES)):
        return False
    _make_all(catalog, Store(folder / "templates"))
    return True


def _make_all(catalog: Catalog, store: Store) -> None:
    """Make the reports of changes, the files and the pages of a list."""
    years = [revision.id for revision in catalog.revisions]
    for before, after in pairwise(years):
        for language in LOCALES:
            report = report_revisions(catalog, before, after, language)
            for form in ("text", "markdown", "json", "github"):
                write_report(report, language, form)
    site = Site.of(catalog, Place("https://list.example.org/", ""))
    for _ in list_outputs(site):
        pass
    environment = make_environment(THEMES, store)
    renderer = Renderer(site, environment, None, Phrases.of(catalog), (), offline=True)
    for page in list_pages(site):
        renderer.make_page(page)


def main(arguments: Sequence[str] | None = None) -> int:
    """0 where every mutant ended as a command must."""
    parser = argparse.ArgumentParser(prog="python -m bench.mutants", description=__doc__)
    parser.add_argument("--count", type=int, default=5000, help="how many mutants")
    parser.add_argument("--first", type=int, default=0, help="the number of the first")
    parser.add_argument("--seed", type=int, default=15)
    options = parser.parse_args(arguments)
    bad = passing = 0
    slowest = 0.0
    with tempfile.TemporaryDirectory(prefix="mutants-") as name:
        numbers = range(options.first, options.first + options.count)
        for outcome in try_mutants(options.seed, numbers, Path(name)):
            passing += outcome.passes
            slowest = max(slowest, outcome.seconds)
            if not outcome.is_well:
                bad += 1
                print(
                    f"mutant {outcome.number}: {outcome.seconds:.1f} s, {', '.join(outcome.harmed)}"
                )
                print(outcome.crash, flush=True)
    print(
        f"{options.count} mutants from {options.first} on, seed {options.seed}: {passing} pass the "
        f"check, {bad} ended in a traceback or took longer than {SLOW:.0f} s; the slowest took "
        f"{slowest:.1f} s"
    )
    return 0 if not bad else 1


if __name__ == "__main__":
    sys.exit(main())
