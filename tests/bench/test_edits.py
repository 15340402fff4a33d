"""An edit is one summary, is seen in a site by its files, and asked for as a browser asks."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest
from carelist.eligibility.inspecting import load_list
from mkdocs.livereload import _SCRIPT_TEMPLATE

from bench.editor import Editor
from bench.edits import compare_sites, count_written, stamp_files
from bench.figures import CannotMeasureError
from bench.looked_at import ASKS
from tests.conftest import LAKESIDE

if TYPE_CHECKING:
    from pathlib import Path


def test_an_edit_changes_one_summary_each_time(tmp_path: Path) -> None:
    """The same one, from what it said at first."""
    shutil.copytree(LAKESIDE, tmp_path / "catalog")
    before = {s.id: s.summary.source for s in load_list(LAKESIDE).latest.services}
    editor = Editor(tmp_path)
    for number in range(2):
        words = editor.edit(number)
        text = (tmp_path / "catalog" / "revisions" / "2031" / "services.yml").read_text("utf-8")
        assert text.count(words) == 1
        assert text.count(f"第{number + 1}次") == 1
        catalog = load_list(tmp_path / "catalog")
        edited = catalog.latest.by_id[editor.service].summary
        assert all(edited.find_state(one) == "fresh" for one in catalog.locales.translations)
        others = [zh for name, zh in before.items() if name != editor.service]
        assert all(zh in text for zh in others)


def test_a_list_without_such_a_summary_cannot_be_edited(tmp_path: Path) -> None:
    """Nor is any other part of it."""
    year = tmp_path / "catalog" / "revisions" / "2031"
    year.mkdir(parents=True)
    summary = "  summary: {zh: 说明, digest: '1'}\n"
    text = f"services:\n- id: one\n{summary}- id: two\n{summary}"
    (year / "services.yml").write_text(text, encoding="utf-8")
    with pytest.raises(CannotMeasureError, match="no summary"):
        Editor(tmp_path)


def test_files_that_were_written_are_told_from_those_that_differ(tmp_path: Path) -> None:
    """What was written with the same bytes was written; what is gone or new counts."""
    one, other = tmp_path / "one", tmp_path / "other"
    for name in ("same", "again", "changed", "gone"):
        (one / "part").mkdir(parents=True, exist_ok=True)
        (one / "part" / name).write_text(name)
    shutil.copytree(one, other)
    before = stamp_files(other)
    assert count_written(before, stamp_files(other)) == 0
    assert compare_sites(one, other) == []
    (other / "part" / "changed").write_text("other")
    os.utime(other / "part" / "again", ns=(0, 0))
    (other / "part" / "gone").unlink()
    (other / "new").write_text("new")
    os.utime(other / "part" / "changed", ns=(1, 1))
    assert count_written(before, stamp_files(other)) == 4
    assert compare_sites(one, other) == ["new", "part/changed", "part/gone"]


def test_a_page_that_is_looked_at_is_read_for_what_its_script_asks() -> None:
    """As the server writes it."""
    page = _SCRIPT_TEMPLATE.substitute(epoch=12, request_id=34).encode()
    asked = ASKS.search(page)
    assert asked
    assert asked.groups() == (b"12", b"34")
