"""Other generators are given the same pages, whole, with the same menu and the same way over."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import yaml

from bench.beside import FAILED, LIMIT, OUT_OF_TIME, Peer, Raced, list_figures
from bench.building import Build
from bench.generators import (
    Source,
    find_missing,
    list_menu,
    read_sources,
    write_eleventy,
    write_hugo,
    write_zensical,
)
from bench.phrases import Words

if TYPE_CHECKING:
    from pathlib import Path

PAGES = {
    "": "首页",
    "services/": "服务",
    "services/jab/": '打针："疫苗"',
    "en/": "Home",
    "en/services/": "Services",
    "en/services/jab/": "Jabs: {{ all }} of 'them'",
    "embed/services/jab/": "A frame",
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A built site of a few pages, one of them for frames."""
    for path, title in PAGES.items():
        page = tmp_path / "built" / path / "index.html"
        page.parent.mkdir(parents=True)
        page.write_text(f"<main><h1>{title}</h1><p>Words.</p></main>", encoding="utf-8")
    return tmp_path / "built"


def test_each_page_is_read_with_its_title_and_its_other_language(site: Path) -> None:
    """Home pages too; frames are no pages of their own."""
    sources = {source.path: source for source in read_sources(site)}
    assert set(sources) == {path for path in PAGES if not path.startswith("embed/")}
    assert sources[""] == Source("", "首页", "/en/", "# 首页\n\nWords.\n")
    others = {path: source.other for path, source in sources.items()}
    assert others["en/"] == "/"
    assert others["services/jab/"] == "/en/services/jab/"
    assert {source.locale for source in sources.values()} == {"zh", "en"}


def test_the_menu_leads_to_the_main_pages_of_a_language(site: Path) -> None:
    """Those at the first level, under their titles."""
    assert list_menu(read_sources(site)) == {
        "zh": [{"address": "/services/", "title": "服务"}],
        "en": [{"address": "/en/services/", "title": "Services"}],
    }


@pytest.mark.parametrize("write", [write_hugo, write_eleventy])
def test_what_is_told_of_a_page_is_yaml_that_says_the_same(
    site: Path, tmp_path: Path, write: type
) -> None:
    """Whatever its title holds; the address is the page's own."""
    sources = read_sources(site)
    write(sources, list_menu(sources), tmp_path / "peer")
    files = (tmp_path / "peer" / "content").rglob("*.md")
    told = {}
    for file in files:
        _, head, text = file.read_text(encoding="utf-8").split("---\n", 2)
        read = yaml.safe_load(head)
        told[read["title"]] = (read["speech"], read["other"], text)
    assert told == {source.title: (source.locale, source.other, source.text) for source in sources}


def test_a_generator_that_has_a_menu_of_its_own_is_given_the_words(
    site: Path, tmp_path: Path
) -> None:
    """Where its pages have their addresses."""
    sources = read_sources(site)
    write_zensical(sources, list_menu(sources), tmp_path)
    docs = tmp_path / "docs"
    texts = [(docs / source.path / "index.md").read_text("utf-8") for source in sources]
    assert texts == [source.text for source in sources]
    assert "navigation.prune" in (tmp_path / "zensical.toml").read_text("utf-8")


def test_a_page_that_was_not_made_is_missed(site: Path) -> None:
    """By its path."""
    sources = read_sources(site)
    assert find_missing(sources, site) == []
    (site / "services" / "jab" / "index.html").unlink()
    assert find_missing(sources, site) == ["services/jab/"]


@pytest.mark.parametrize(
    ("peer", "budget", "kept", "remark"),
    [
        (Build(1, 2, 50), 3.0, True, "1.25 ×, ≤ 1.5 ×; 250.0 ms a page"),
        (OUT_OF_TIME, LIMIT * 1.5, True, "0.01 ×, ≤ 1.5 ×; 250.0 ms a page not done in 300 s"),
        (FAILED, None, True, "250.0 ms a page the other ended in an error"),
    ],
)
def test_a_share_is_of_what_the_peer_took_or_of_all_that_it_was_given(
    peer: Build | Words, budget: float | None, remark: str, *, kept: bool
) -> None:
    """Who was not done in time took at least the whole of it; who failed is no measure."""
    race = Raced(Words("清单", "List"), 10, Build(1, 2.5, 100), (peer,))
    time, memory = list_figures(race, Peer("Other 1.0", write_hugo, (), 1.5, 1.5), peer, 1.5)
    assert (time.own, time.budget, time.kept) == (2.5, budget, kept)
    assert (time.peer, memory.peer) == ((2, 50) if isinstance(peer, Build) else (None, None))
    assert time.remark.en == remark
