"""`python -m bench`: measures the site beside others, and prints every budget."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from bench.beside import measure_beside
from bench.builds import measure_builds
from bench.check import measure_check
from bench.commands import measure_commands
from bench.edits import measure_edits
from bench.figures import CannotMeasureError, Section
from bench.growth import measure_growth
from bench.hosting import measure_hosting
from bench.kit import measure_kit
from bench.lighthouse import measure_speed
from bench.open_data import measure_open_data
from bench.phones import measure_phones
from bench.record import ORDER, write_record
from bench.report import write_circumstances, write_table
from bench.search import QUERIES, measure_search
from bench.sites import ROOT, serve_sites
from bench.visit import measure_visits
from bench.weights import measure_weights

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bench.sites import Sites

DOCS = ROOT / "docs" / "measurements"
RUNS = 3
OF_SITES = set(ORDER) - {"peers", "edits", "growth", "commands", "phones"}
"""What is measured on the real site and on stock Material with the same pages."""


def main(arguments: Sequence[str] | None = None) -> int:
    """0 where every budget is kept; 1 where one is not, or something could not be measured."""
    options = _read_options(arguments)
    names = [name for name in ORDER if name in (options.only or ORDER)]
    command = " ".join(["python -m bench", *(f"--only {name}" for name in options.only or ())])
    measured: list[Section] = []
    failures: list[str] = []
    with tempfile.TemporaryDirectory(prefix="bench-") as name, ExitStack() as stack:
        folder = Path(name)
        measures: list[tuple[str, Callable[[], Section]]] = []
        try:
            if OF_SITES & set(names):
                runs = 1 if options.quick or "builds" not in names else RUNS
                sites = stack.enter_context(serve_sites(folder, runs))
                measures += _list_measures(sites, folder, options)
        except CannotMeasureError as error:
            failures.append(f"nothing measured: {error}")
        measures += _list_others(folder, options)
        for section, measure in measures:
            if section not in names:
                continue
            load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0
            try:
                measured.append(replace(measure(), command=command, load=load))
            except CannotMeasureError as error:
                failures.append(f"{section}: not measured: {error}")
    if measured and not options.quick:
        write_record(options.docs, measured)
        print(f"written: {options.docs}", file=sys.stderr)
    print(f"{write_table(measured)}\n\n{write_circumstances(measured)}")
    for failure in failures:
        print(failure, file=sys.stderr)
    return 0 if not failures and all(section.kept for section in measured) else 1


def _read_options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__.split("\n", 1)[0])
    parser.add_argument(
        "--only", action="append", choices=ORDER, help="measure this alone (may be repeated)"
    )
    parser.add_argument(
        "--quick", action="store_true", help="few runs on small lists; the docs stay as they are"
    )
    parser.add_argument(
        "--docs", type=Path, default=DOCS, metavar="DIR", help="where the docs' parts are written"
    )
    parser.add_argument(
        "--queries", type=Path, default=QUERIES, metavar="DIR", help="where the queries stand"
    )
    return parser.parse_args(arguments)


def _list_measures(
    sites: Sites, folder: Path, options: argparse.Namespace
) -> list[tuple[str, Callable[[], Section]]]:
    return [
        ("weights", lambda: measure_weights(sites)),
        ("visit", lambda: measure_visits(sites, quick=options.quick)),
        ("lighthouse", lambda: measure_speed(sites, quick=options.quick)),
        (
            "search",
            lambda: measure_search(sites, folder, quick=options.quick, queries=options.queries),
        ),
        ("check", lambda: measure_check(sites, quick=options.quick)),
        ("builds", lambda: measure_builds(sites, folder, quick=options.quick)),
        ("kit", lambda: measure_kit(sites, folder, quick=options.quick)),
        ("hosting", lambda: measure_hosting(sites, folder, quick=options.quick)),
        ("data", lambda: measure_open_data(sites, folder, quick=options.quick)),
    ]


def _list_others(
    folder: Path, options: argparse.Namespace
) -> list[tuple[str, Callable[[], Section]]]:
    """List what is measured on projects of its own."""
    quick = options.quick
    return [
        ("peers", lambda: measure_beside(folder / "peers", quick=quick)),
        ("edits", lambda: measure_edits(folder / "edits", quick=quick)),
        ("growth", lambda: measure_growth(folder / "growth", quick=quick)),
        ("commands", lambda: measure_commands(folder / "commands", quick=quick)),
        ("phones", lambda: measure_phones(folder / "phones", quick=quick)),
    ]


if __name__ == "__main__":
    sys.exit(main())
