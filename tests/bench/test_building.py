"""What is measured as a build makes everything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bench import building
from bench.building import Build, build

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_a_build_finds_no_site_that_it_could_take_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A second build of an unchanged list would cost a tenth."""
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("of the build before", encoding="utf-8")
    standing: list[bool] = []

    def run(*_: object, **__: object) -> Build:
        standing.append(site.exists())
        return Build(1, 1, 1)

    monkeypatch.setattr(building, "run", run)
    assert build(tmp_path, site) == Build(1, 1, 1)
    assert build(tmp_path, site) == Build(1, 1, 1)  # where none stood, too
    assert standing == [False, False]
