"""`carelist kit`, as a campaign officer uses it."""

from __future__ import annotations

import errno
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

from carelist.cli import main
from click.testing import CliRunner

from tests.publicity.scanning import scan_document
from tests.site.building import ROOT, SITE_URL

if TYPE_CHECKING:
    import pytest
    from click.testing import Result


def run_kit(monkeypatch: pytest.MonkeyPatch, out: Path, *words: str) -> Result:
    """Run the command for the site of the tests."""
    monkeypatch.setenv("SITE_URL", SITE_URL)
    monkeypatch.setenv("CARELIST_CACHE", str(ROOT / ".cache"))
    arguments = ["kit", "--config", str(ROOT / "mkdocs.yml"), "--out", str(out), *words]
    return CliRunner().invoke(main, arguments)


def test_one_service_gets_its_pieces_in_both_languages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They lie in a folder for each locale, and their codes lead to the site."""
    result = run_kit(monkeypatch, tmp_path, "--only", "service:housing")
    assert result.exit_code == 0
    names = ["code.png", "code.svg", "poster-a3.pdf", "poster-a4.pdf"]
    names += ["preview.png", "share.png", "square.png"]
    files = sorted(p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*.*"))
    assert files == [f"{loc}/services/housing/{name}" for loc in ("en", "zh") for name in names]
    poster = (tmp_path / "zh" / "services" / "housing" / "poster-a4.pdf").read_bytes()
    assert scan_document(poster) == [f"{SITE_URL}2025/9/"]


def test_a_pillar_brings_its_services(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A campaign is about all that a pillar holds."""
    result = run_kit(monkeypatch, tmp_path, "--only", "pillar:housing")
    assert result.exit_code == 0
    assert (tmp_path / "zh" / "pillars" / "housing" / "checklist.pdf").is_file()
    assert (tmp_path / "zh" / "services" / "housing" / "poster-a3.pdf").is_file()


def test_an_unknown_campaign_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is written."""
    result = run_kit(monkeypatch, tmp_path, "--only", "pillar:healh")
    assert result.exit_code == 2
    assert "there is no 'pillar:healh'" in result.output
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As of every command: with its name, exit status 1, and nothing half written."""

    def refuse(path: Path, target: Path) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path), None, str(target))

    monkeypatch.setattr(Path, "replace", refuse)
    result = run_kit(monkeypatch, tmp_path, "--only", "service:housing")
    assert result.exit_code == 1
    assert re.search(
        r"Error: cannot write '.+': the disk is full; the disk '/.*' has ", result.output
    )
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
