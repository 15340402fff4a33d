"""`python -m bench.province`: a portal of many fictional places, built place by place.

Prints what places cost together and one by one: processor time, memory of all processes at their
peak, bytes; then what it costs to put the portal together, and to build one place that changed.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import mean
from typing import TYPE_CHECKING, NamedTuple

from carelist.catalog.loading import load_catalog
from carelist.exports.catalog_json import export_catalog
from carelist.portal.inputs import digest_inputs
from carelist.portal.loading import load_portal
from carelist.portal.shards import MEGABYTE, divide, find_room, weigh_folder
from carelist.site.addresses import BUILD_JSON, CATALOG_JSON

from bench.building import ALWAYS, run
from bench.figures import describe_machine
from bench.provinces import SERVICES, write_province

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from carelist.portal.portal import Portal

    from bench.building import Build

SHARDS = 16
MEMORY = 160
"""Megabytes that one place may take, of all its processes together."""


class Costs(NamedTuple):
    """What some builds cost together."""

    places: int
    processor: float
    """Seconds."""
    peak: float
    """Megabytes of all processes of the place that took most, each page of memory once (PSS)."""


def main(arguments: Sequence[str] | None = None) -> int:
    """0 where every place kept within its memory."""
    parser = argparse.ArgumentParser(prog="python -m bench.province", description=__doc__)
    parser.add_argument("places", type=int, nargs="?", default=340, help="how many places")
    parser.add_argument("--shard", action="store_true", help="build the first shard of 16 alone")
    parser.add_argument(
        "--lists",
        action="store_true",
        help="publish the lists alone, without the pages of places: what the portal itself costs",
    )
    parser.add_argument("--services", type=int, default=SERVICES, help="of each list")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="where the portal is left")
    options = parser.parse_args(arguments)
    given = sys.argv[1:] if arguments is None else arguments
    print(f"command: {' '.join(['python -m bench.province', *given])}")
    print(f"machine: {describe_machine()}; load {os.getloadavg()[0]:.1f}")
    with tempfile.TemporaryDirectory(prefix="province-") as name:
        folder = options.keep or Path(name)
        write_province(folder, options.places, options.services)
        if options.lists:
            return _measure_lists(folder, options.places)
        return _measure(folder, options.places, options.services, shard=options.shard)


def _measure_lists(folder: Path, count: int) -> int:
    """Measure the portal of places whose sites have nothing but their lists."""
    publish_lists(load_portal(folder), folder / "sites")
    print(f"the lists of {count} places, published without the pages of those")
    _measure_portal(folder, count)
    return 0


def publish_lists(portal: Portal, sites: Path) -> None:
    """Publish the list of each place as its site does, with what says that it is up to date."""
    for place in portal.places:
        record = json.dumps({"digest": digest_inputs(portal, place)})
        catalog = export_catalog(load_catalog(portal.find_catalog(place)))
        for name, text in ((CATALOG_JSON, catalog), (BUILD_JSON, record)):
            file = sites / place.id / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")


def _measure(folder: Path, count: int, services: int, *, shard: bool) -> int:
    portal = load_portal(folder)
    places = [place.id for place in portal.places]
    if shard:
        places = [place.id for place in divide(portal.places, portal, SHARDS)[0]]
    costs = _sum_up(_build(folder, place) for place in places)
    sites = weigh_folder(folder / "sites")
    kind = f"shard 1 of {SHARDS}" if shard else "all places"
    print(f"{kind}: {costs.places} places of {services} services in two locales, without kits")
    print(f"  processor: {costs.processor:.1f} s, {costs.processor / costs.places:.2f} s a place")
    print(
        f"  memory of a place at its peak: {costs.peak:.0f} MB (PSS of all processes) of {MEMORY}"
    )
    print(f"  bytes: {sites / MEGABYTE:.1f} MB, {sites / costs.places / MEGABYTE:.2f} MB a place")
    room = find_room(portal, folder / "sites")
    print(
        f"  {room.places} such places and their portal: {room.needed / MEGABYTE:.0f} MB; GitHub "
        f"Pages takes {room.most / MEGABYTE:.0f}, enough for {room.fit}"
    )
    if not shard:
        _measure_portal(folder, count)
        _measure_change(folder, places[-1])
    return 0 if costs.peak <= MEMORY else 1


def _build(folder: Path, place: str) -> Build:
    return run(("carelist", "place", place), folder, _list_variables(folder))


def _list_variables(folder: Path) -> dict[str, str]:
    return {"CARELIST_CACHE": str(folder / "cache")}


def _sum_up(builds: Iterable[Build]) -> Costs:
    done = list(builds)
    processor = sum(one.processor for one in done)
    return Costs(len(done), processor, max(one.megabytes for one in done))


def _measure_portal(folder: Path, count: int) -> None:
    costs = _assemble(folder)
    whole, sites = weigh_folder(folder / "public"), weigh_folder(folder / "sites")
    index = [path.stat().st_size for path in (folder / "public" / "search").glob("*.json")]
    print(
        f"putting together: {costs.processor:.1f} s of the processor, "
        f"{1000 * costs.processor / count:.0f} ms a place; at its peak {costs.megabytes:.0f} MB"
    )
    own = whole - sites
    print(f"  the portal's own files: {own / MEGABYTE:.2f} MB, {own / count / 1000:.0f} KB a place")
    weights = {name: _weigh_page(folder / "public" / name) for name in ("", "places/yunting/")}
    print(
        "  compressed, in Chinese: "
        f"home {weights['']:.1f} KB, the page of the province {weights['places/yunting/']:.1f} KB"
    )
    print(f"  index of the search in Chinese: {len(index)} files, {mean(index) / 1000:.1f} KB each")


def _weigh_page(folder: Path) -> float:
    """Give the kilobytes of a page as a server sends it."""
    return len(gzip.compress((folder / "index.html").read_bytes(), 9)) / 1024


def _assemble(folder: Path) -> Build:
    """Put the portal together, whatever its host takes: how much that is, is what is measured."""
    file = folder / "places.yml"
    text = file.read_text(encoding="utf-8")
    if "most_megabytes" not in text:
        file.write_text(f"most_megabytes: 100000\n{text}", encoding="utf-8")
    return run(("carelist", "assemble"), folder, _list_variables(folder))


def _measure_change(folder: Path, place: str) -> None:
    """Change a word of one place, and build what that makes stale."""
    (services,) = (folder / "places" / place).glob("revisions/*/services.yml")
    text = services.read_text(encoding="utf-8")
    services.write_text(text.replace("The department decides", "A department decides", 1))
    command = (sys.executable, "-m", "carelist", "shards", "--json")
    variables = os.environ | ALWAYS
    done = subprocess.run(
        command, cwd=folder, env=variables, capture_output=True, check=True, encoding="utf-8"
    )
    stale = [name for one in json.loads(done.stdout)["include"] for name in one["places"].split()]
    planned = run(("carelist", "shards"), folder, _list_variables(folder))
    built = _sum_up(_build(folder, one) for one in stale)
    assembled = _assemble(folder)
    print(
        f"after a change in {place}, to be built: {', '.join(stale)}; planning "
        f"{planned.processor:.1f} s, building {built.processor:.1f} s, putting together "
        f"{assembled.processor:.1f} s of the processor"
    )


if __name__ == "__main__":
    sys.exit(main())
