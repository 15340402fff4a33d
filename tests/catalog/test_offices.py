"""Offices that were checked long ago are told, and hold back nothing."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from carelist.catalog.kinds import Kind
from carelist.catalog.loading import inspect_catalog
from carelist.catalog.offices import find_old_offices

from tests.test_cli import change, run

if TYPE_CHECKING:
    from pathlib import Path

TOLD = (
    "{file}:68:18: '桥东区住房保障中心' was last checked on {day}, more than a year ago; "
    "hold it against its source again and renew 'checked', or take it out"
)


@pytest.mark.parametrize(
    ("today", "kinds"),
    [
        ("2033-02-04", []),
        ("2034-02-04", []),
        ("2034-02-05", [Kind.OFFICE_OLD]),
        ("2040-01-01", [Kind.OFFICE_OLD, Kind.OFFICE_OLD]),
    ],
)
def test_an_office_is_told_a_year_after_it_was_checked(
    cloudbridge: Path, today: str, kinds: list[Kind]
) -> None:
    """Each by its own day; a leap year's day more changes nothing."""
    sheet = inspect_catalog(cloudbridge).departments
    assert sheet
    found = list(find_old_offices(sheet, dt.date.fromisoformat(today)))
    assert [problem.kind for problem in found] == kinds


def test_the_check_tells_old_offices_and_passes(cloudbridge: Path) -> None:
    """In the clerk's language, at the line of the day; as a notice on GitHub."""
    change(cloudbridge, "departments.yml", "2033-02-03", "2020-01-31")
    result = run("check", "--catalog", cloudbridge)
    told = TOLD.format(file=cloudbridge / "departments.yml", day="2020-01-31")
    assert (result.exit_code, result.output.splitlines()[-2:]) == (0, ["no problems", told])
    chinese = run("check", "--catalog", cloudbridge, "--lang", "zh").output
    assert "“桥东区住房保障中心”上次核对是 2020-01-31，已经过了一年" in chinese
    noted = run("check", "--catalog", cloudbridge, "--format", "github").output.splitlines()[-1]
    assert noted.startswith(f"::notice file={cloudbridge}/departments.yml,line=68,col=18::")
