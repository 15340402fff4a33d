"""`carelist new --province`, `place` and `assemble`: a portal to be looked at at once."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from carelist.cli import main
from carelist.portal.inputs import is_fresh
from carelist.portal.loading import load_portal
from click.testing import CliRunner

from tests.site.building import run_python

if TYPE_CHECKING:
    from pathlib import Path

NEW = ("--name", "湖滨省", "--name", "en=Lakeside", "--locales", "zh,en", "--year", "2031")
URL = ("--url", "https://care.example.org/")


def test_a_portal_begins_with_its_first_place(tmp_path: Path) -> None:
    """Which builds as a preview in one process, and the portal around it."""
    folder = tmp_path / "lakeside"
    done = CliRunner().invoke(main, ["new", str(folder), "--province", "990000", *NEW, *URL])
    assert done.exit_code == 0, done.output
    portal = load_portal(folder)
    assert [place.source for place in portal.places] == ["places/lakeside/catalog"]
    built = run_python(folder, "carelist", "place", "lakeside", NO_MKDOCS_2_WARNING="1")
    assert built.returncode == 0, built.stdout + built.stderr
    assert is_fresh(portal, portal.places[0], folder / "sites")
    record = json.loads((folder / "sites/lakeside/data/build.json").read_bytes())
    assert set(record["inputs"]) >= {"generator"}
    sites, public = str(folder / "sites"), str(folder / "public")
    command = ["assemble", "--portal", str(folder), "--sites", sites, "--out", public]
    assembled = CliRunner().invoke(main, [*command, "--locale", "en"])
    assert assembled.exit_code == 0, assembled.output
    assert "1 place and 11 pages of the portal" in assembled.output
    assert (folder / "public/lakeside/index.html").is_file()


@pytest.mark.parametrize(
    ("folder", "options", "told"),
    [
        ("Lakeside", ("--province", "990000", *URL), "'Lakeside' cannot be the id of a place"),
        ("lakeside", ("--province", "湖滨", *URL), "'湖滨' is no division code"),
        ("lakeside", ("--province", "990000"), "a portal needs the address"),
    ],
)
def test_what_no_portal_is_made_of(
    tmp_path: Path, folder: str, options: tuple[str, ...], told: str
) -> None:
    """A folder that is no id, a code that is none, no address."""
    arguments = ["new", str(tmp_path / folder), *options, *NEW, "--locale", "en"]
    done = CliRunner().invoke(main, arguments)
    assert (done.exit_code, told in done.output) == (2, True), done.output
    assert not (tmp_path / folder).exists()
