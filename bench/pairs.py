"""`python -m bench.pairs --count 5000 --seed 1`: random pairs of lists, told in every way.

Both lists of a pair are of one city and pass the check. A pair goes through the comparison in every
format and language, the comment on a proposal, the pages of services and of the archive, and the
feeds. Prints what ended in an error or took more than 20 seconds, with the numbers that make it
again; exit status 1 where anything did.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
import traceback
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, get_args

from carelist.revisions.formats import Form, write_report
from carelist.revisions.states import report_revisions, report_states
from carelist.site.feeds import write_feeds
from carelist.site.pages import list_pages
from carelist.site.place import Place
from carelist.site.rendering import render
from carelist.site.site import Site

from bench.variants import Variants
from tests.speaking import LOCALES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from carelist.catalog.revision import Catalog
    from carelist.revisions.report import Report
    from carelist.speech.locales import Locale

COMPARING = {
    "revisions",
    "changes",
    "revision",
    "archived-service",
    "comparison",
    "comparison-part",
    "gone",
    "former-pillar",
    "former-department",
}
"""The kinds of page that show lists of more than one year."""
PLACE = Place("https://list.example.org/", "https://github.com/example/list")
YEARS = ("2041", "2042")
TAG = "tag:list.example.org,2041:pairs"
MOST_SECONDS = 20.0
POOL = {"lakeside": 60, "clearwater": 60, "cloudbridge": 40, "changchun": 6}
"""Variants of each city that pairs are drawn from: the long list takes longer to check."""
WHOLE = 25
"""Of one pair in so many, every page is made; of the others, those that compare."""


@dataclass(frozen=True)
class Failure:
    """A pair that did not go through."""

    city: str
    number: int
    seconds: float
    told: str


def draw_pair(variants: Sequence[Catalog], rng: Random) -> tuple[Catalog, Catalog]:
    """Draw two states of a list; a service of the later may replace some that went."""
    before, after = rng.choice(variants), rng.choice(variants)
    gone = [name for name in before.latest.by_id if name not in after.latest.by_id]
    if gone and rng.random() < 0.7:
        rows = after.latest.rows
        chosen = rng.choice(rows.services).id
        replaced = tuple(rng.sample(gone, rng.randint(1, len(gone))))
        services = tuple(
            service.model_copy(update={"replaces": replaced}) if service.id == chosen else service
            for service in rows.services
        )
        latest = replace(after.latest, rows=rows.model_copy(update={"services": services}))
        after = replace(after, revisions=(latest,))
    return before, after


def join_years(before: Catalog, after: Catalog) -> Catalog:
    """Give both as the lists of two years of one city."""
    lists = replace(before.latest, id=YEARS[0]), replace(after.latest, id=YEARS[1])
    tagged = after.site.model_copy(update={"tag": TAG})
    return replace(after, site=tagged, revisions=lists)


def tell_pair(before: Catalog, after: Catalog, *, whole: bool = False) -> int:
    """Send a pair through all that tells of it; how many texts and pages were made."""
    lists = join_years(before, after)
    made = 0
    for language in LOCALES:
        reports = (
            report_revisions(lists, YEARS[0], YEARS[1], language),
            report_revisions(lists, YEARS[1], YEARS[0], language),
            *report_states(before, after, language),
            *report_states(before, lists, language),
        )
        made += sum(len(write_report(*pair)) > 0 for pair in _list_forms(reports, language))
    site = Site.of(lists, PLACE)
    made += sum(
        render(site, page) is not None
        for page in list_pages(site)
        if whole or page.kind.id in COMPARING
    )
    for locale in LOCALES:
        made += sum(len(text) > 0 for _, text in write_feeds(site, locale))
    return made + sum(site.chronicle.tell(name) is not None for name in site.chronicle.names)


def _list_forms(
    reports: Iterable[Report], language: Locale
) -> Iterator[tuple[Report, Locale, Form]]:
    return ((report, language, form) for report in reports for form in get_args(Form))


def run(
    count: int, seed: int, pool: Mapping[str, int], tell: Callable[[str], None]
) -> Iterator[Failure]:
    """Yield the failures among so many pairs, which are drawn from the cities in proportion.

    Raises:
        ValueError: If hardly a harm to a city's list passes the check.
    """
    rng = Random(f"{seed}")
    with tempfile.TemporaryDirectory(prefix="pairs-") as name:
        made = {
            city: list(Variants(city, Path(name) / city, rng).make(size))
            for city, size in pool.items()
        }
    if short := [city for city, found in made.items() if len(found) < pool[city]]:
        raise ValueError(f"too few variants of {', '.join(short)} pass the check")
    tell(f"variants: {', '.join(f'{city} {len(found)}' for city, found in made.items())}")
    for number in range(count):
        own = Random(f"{seed}/{number}")
        (city,) = own.choices(list(pool), list(pool.values()))
        before, after = draw_pair(made[city], own)
        start, told = time.perf_counter(), ""
        try:
            tell_pair(before, after, whole=number % WHOLE == 0)
        except Exception:  # noqa: BLE001  # whatever it is, it is a finding
            told = traceback.format_exc()
        seconds = time.perf_counter() - start
        if told or seconds > MOST_SECONDS:
            yield Failure(city, number, seconds, told)
        if (number + 1) % 250 == 0:
            tell(f"{number + 1} pairs")


def main(arguments: Sequence[str] | None = None) -> int:
    """Say what did not go through; 0 where all did."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=5000, help="how many pairs")
    parser.add_argument("--seed", type=int, default=1, help="which pairs")
    options = parser.parse_args(arguments)
    failures = 0
    for failure in run(options.count, options.seed, POOL, lambda text: print(text, flush=True)):
        failures += 1
        print(f"{failure.city}, pair {failure.number}: {failure.seconds:.1f} s\n{failure.told}")
    print(f"{options.count} pairs, seed {options.seed}: {failures} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
