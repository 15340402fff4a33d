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


Files = dict[str, bytes]
"""All files of a site's open data, by their paths below `data/`."""


def list_files(site: Site) -> Files:
    """All files, as the site has them."""
    whole = {file.path: file.content for file in site.open_data.files}
    return whole | {path: text.encode() for path, text in site.open_data.list_single_files()}


def write_files(files: Files, folder: Path) -> Path:
    """Write files into a folder."""
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return folder


def unmark(cell: str) -> str:
    """A cell of a CSV file without its mark, as the data page says that a reader has it."""
    return cell.removeprefix("'")


def list_whole(site: Site) -> dict[str, DataFile]:
    """The files of the whole list, by their paths."""
    return {file.path: file for file in site.open_data.files}


def list_single(site: Site) -> dict[str, Any]:
    """The files of one thing each, by their paths."""
    return {path: json.loads(text) for path, text in site.open_data.list_single_files()}
