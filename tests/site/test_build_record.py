"""The built site says what it was built from."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from carelist.site.build_record import digest, write_build_record

from tests.site.building import CATALOG, ROOT

if TYPE_CHECKING:
    from pathlib import Path


def test_the_site_records_its_inputs(built: Path) -> None:
    """The list in force, each file of the catalog, and the folders that pages are made with."""
    record = json.loads((built / "data" / "build.json").read_text(encoding="utf-8"))
    assert record["revision"] == "2025"
    files = {p.relative_to(CATALOG).as_posix(): p for p in CATALOG.rglob("*") if p.is_file()}
    assert record["catalog"] == {
        name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in files.items()
    }
    names = {"docs", "generator", "mkdocs.yml", "requirements.lock"}
    assert set(record["inputs"]) == names
    for name in ("mkdocs.yml", "requirements.lock"):
        digest = hashlib.sha256((ROOT / name).read_bytes()).hexdigest()
        assert record["inputs"][name] == digest


def test_a_record_changes_with_its_inputs_alone(tmp_path: Path) -> None:
    """The same inputs give the same bytes; hidden files are none of them."""
    for name in ("catalog", "docs"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.txt").write_text("a", encoding="utf-8")

    def write(commit: str = "abc") -> str:
        inputs = {"docs": digest(tmp_path / "docs")}
        return write_build_record("2025", commit, tmp_path / "catalog", inputs)

    first = write()
    (tmp_path / "docs" / ".hidden").write_text("b", encoding="utf-8")
    assert write() == first
    (tmp_path / "docs" / "a.txt").write_text("b", encoding="utf-8")
    assert write() != first
    assert json.loads(first)["commit"] == "abc"
    assert json.loads(write(commit=""))["commit"] is None
