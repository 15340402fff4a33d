"""Only what changed is built, every machine has its share, and what has no room is told first."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from carelist.cli import main
from carelist.portal.loading import load_portal
from carelist.portal.shards import PORTAL_BYTES, USUAL_BYTES, divide, find_room, find_stale
from click.testing import CliRunner

if TYPE_CHECKING:
    from pathlib import Path


def test_what_changed_is_built(portal_copy: Path) -> None:
    """A place whose catalog or address is another, and no other place."""
    portal, sites = load_portal(portal_copy), portal_copy / "sites"
    assert find_stale(portal, sites) == ()
    copy = portal_copy / "places" / "ferry" / "revisions" / "2036" / "source.txt"
    copy.write_text(copy.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert [place.id for place in find_stale(portal, sites)] == ["ferry"]
    file = portal_copy / "places.yml"
    moved = file.read_text(encoding="utf-8").replace("cities/clearwater", "cities/clear-water")
    file.write_text(moved, encoding="utf-8")
    stale = find_stale(load_portal(portal_copy), sites)
    assert [place.id for place in stale] == ["clearwater", "ferry"]


def test_each_shard_has_its_share(portal_folder: Path) -> None:
    """The largest list stands alone; of more shards than places, some are empty."""
    portal = load_portal(portal_folder)

    def name(count: int) -> list[list[str]]:
        return [[one.id for one in shard] for shard in divide(portal.places, portal, count)]

    assert name(1) == [["lakeside", "clearwater", "ferry"]]
    assert name(2) == [["lakeside"], ["clearwater", "ferry"]]
    assert name(4) == [["lakeside"], ["clearwater"], ["ferry"], []]


def test_room_is_measured_or_guessed(portal_copy: Path) -> None:
    """By what is built, or as usual; a place on a host of its own weighs nothing here."""
    portal, sites = load_portal(portal_copy), portal_copy / "sites"
    empty = find_room(portal, portal_copy / "nothing")
    assert (empty.places, empty.guessed) == (2, 2)
    assert empty.needed == 2 * USUAL_BYTES + 3 * PORTAL_BYTES
    built = find_room(portal, sites)
    (weight,) = {
        sum(
            file.stat().st_size
            for name in ("lakeside", "clearwater")
            for file in files(sites, name)
        )
    }
    assert (built.guessed, built.needed) == (0, weight + 3 * PORTAL_BYTES)


def files(sites: Path, name: str) -> list[Path]:
    """The files of the site of a place."""
    return [path for path in (sites / name).rglob("*") if path.is_file()]


def test_the_command_feeds_a_matrix(portal_copy: Path) -> None:
    """Of GitHub; what has no room ends it before anything is built."""
    arguments = ["shards", "--portal", str(portal_copy), "--sites", str(portal_copy / "none")]
    done = CliRunner().invoke(main, [*arguments, "--of", "2", "--json", "--locale", "en"])
    assert json.loads(done.stdout) == {
        "include": [
            {"shard": "1", "places": "lakeside"},
            {"shard": "2", "places": "clearwater ferry"},
        ]
    }
    assert done.stderr == (
        "2 places need about 17 MB with the portal; its host takes 1000, enough for 117 such "
        "places (2 not built yet, so guessed)\n"
    )
    file = portal_copy / "places.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("places:\n", "most_megabytes: 12\nplaces:\n"), encoding="utf-8")
    done = CliRunner().invoke(main, [*arguments, "--of", "2", "--only", "2", "--locale", "en"])
    assert (done.exit_code, done.stdout) == (1, "clearwater ferry\n")
    assert done.stderr.endswith(
        "that is more than the host takes: 17 MB of 12. 1 such places fit; give others a host of "
        "their own ('url'), or say in most_megabytes what the host takes\n"
    )
