"""Open data for tests: those of the real list and of small cities, before a site is built."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.conftest import ROOT

if TYPE_CHECKING:
    from carelist.exports.data_file import DataFile
    from carelist.site.site import Site

STANDARDS = ROOT / "tests" / "standards"
GOLDEN = Path(__file__).parent / "golden"


def list_whole(site: Site) -> dict[str, DataFile]:
    """The files of the whole list, by their paths."""
    return {file.path: file for file in site.open_data.files}


def list_single(site: Site) -> dict[str, Any]:
    """The files of one thing each, by their paths."""
    return {path: json.loads(text) for path, text in site.open_data.list_single_files()}
