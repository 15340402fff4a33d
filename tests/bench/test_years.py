"""A small fixed sample of next years; `python -m bench.years` makes hundreds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bench.links import find_dead_links, read_links
from bench.years import try_years

if TYPE_CHECKING:
    from pathlib import Path

SAMPLE = (1, 2)


def test_a_year_ends_in_a_clean_site_or_in_problems_that_are_told(tmp_path: Path) -> None:
    """From the notice to the links of the site; some of both are among them."""
    endings = list(try_years(16, SAMPLE, tmp_path))
    assert [ending.fault for ending in endings] == [""] * len(SAMPLE)
    assert {bool(ending.left) for ending in endings} == {True, False}
    assert any(ending.told and not ending.left for ending in endings)


def test_a_dead_link_is_found(tmp_path: Path) -> None:
    """A page, a fragment of it, a fragment of another one and a file that are not there."""
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "index.html").write_text('<p id="here">', encoding="utf-8")
    links = ("#here", "other/", "other/#here", "other/#there", "gone/", "gone.css", "//example.com")
    page = "".join(f'<a href="{link}">' for link in links)
    (tmp_path / "index.html").write_text(page, encoding="utf-8")
    assert list(find_dead_links(read_links(tmp_path), tmp_path, "https://list.example.org/")) == [
        "/: #here",
        "/: gone.css",
        "/: gone/",
        "/: other/#there",
    ]
