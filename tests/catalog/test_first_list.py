"""A first list in Chinese alone: what its draft asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from carelist.catalog.kinds import Kind
from carelist.catalog.loading import inspect_catalog
from carelist.cli import main
from click.testing import CliRunner

from tests.conftest import CITIES
from tests.site.building import edit_yaml, make_project

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """Clearwater's list as a draft in Chinese alone, with an id that nobody chose."""
    folder = make_project(tmp_path, CITIES / "clearwater") / "catalog"
    (folder / "revisions" / "2034" / "draft.yml").touch()
    edit_yaml(folder / "site.yml", lambda site: site.update(locales=["zh"]))
    services = folder / "revisions" / "2034" / "services.yml"
    text = services.read_text(encoding="utf-8").replace("migrant-children", "liu-dong-er-tong")
    services.write_text(text, encoding="utf-8")
    return folder


def confirm(folder: Path, name: str) -> int:
    """Run the command; what it exits with."""
    words = ["confirm", "2034", name, "--catalog", str(folder)]
    return CliRunner().invoke(main, words).exit_code


def test_ids_that_nobody_chose_are_looked_at_once(draft: Path) -> None:
    """What is confirmed besides confirms no ids; nothing else is asked, and no translation."""
    assert [p.kind for p in inspect_catalog(draft).drafts["2034"].problems] == [Kind.PROPOSED_IDS]
    assert confirm(draft, "summary:places") == 1
    assert [p.kind for p in inspect_catalog(draft).drafts["2034"].problems] == [Kind.PROPOSED_IDS]
    assert confirm(draft, "ids:services") == 0
    assert inspect_catalog(draft).drafts["2034"].problems == ()
