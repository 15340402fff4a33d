"""Open data of lists of every shape: nothing that a reader of the files could find is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.exports.checking import find_faults
from tests.exports.lists import NAMES, make_site
from tests.exports.opening import list_files

if TYPE_CHECKING:
    from pathlib import Path

    from carelist.site.site import Site


@pytest.mark.parametrize("name", NAMES)
def test_small_lists_are_told_whole(name: str, tmp_path: Path) -> None:
    """Without pillars, departments, English or letter; with signs, three languages, five lists."""
    site = make_site(name, tmp_path)
    assert find_faults(site, list_files(site), tmp_path / "data") == []


def test_the_real_list_is_told_whole(site: Site, tmp_path: Path) -> None:
    """By the same measure."""
    assert find_faults(site, list_files(site), tmp_path) == []
