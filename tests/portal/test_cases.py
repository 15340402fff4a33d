"""The cases: one mistake in a small sound portal, and the lines that tell it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from carelist.catalog.problems import CatalogError
from carelist.portal.lineage import check_lineage
from carelist.portal.loading import load_portal
from carelist.portal.published import read_published

from tests.golden import write_case
from tests.portal.conftest import publish
from tests.speaking import LOCALES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carelist.catalog.problems import Problem

CASES = sorted(Path(__file__).parent.glob("cases/*.yml"))


def find_problems(folder: Path) -> Iterable[Problem]:
    """What is wrong with a portal: in places.yml, or in what its lists declare of one another."""
    try:
        portal = load_portal(folder)
    except CatalogError as error:
        return error.problems
    sites = publish(folder)
    lists = {place.id: read_published(sites / place.id) for place in portal.places}
    return tuple(check_lineage(portal, lists))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path: Path, portal_copy: Path, *, update_golden: bool) -> None:
    """Each case is told in exactly its lines, in both languages."""
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    file = portal_copy / case["file"]
    text = file.read_text(encoding="utf-8")
    assert case["from"] in text
    file.write_text(text.replace(case["from"], case["to"], 1), encoding="utf-8")
    problems = list(find_problems(portal_copy))
    told: dict[str, list[str]] = {"kinds": sorted({problem.kind.name for problem in problems})}
    for language in LOCALES:
        lines = [problem.line(language) for problem in problems]
        told[language.tag] = [line.replace(f"{portal_copy}/", "") for line in lines]
    if update_golden:
        write_case(path, {"file": case["file"], "from": case["from"], "to": case["to"], **told})
    assert update_golden or told == {name: case[name] for name in told}
