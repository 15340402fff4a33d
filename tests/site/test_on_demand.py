"""What an editor looks at turns to another list at once, as it would be built anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from carelist.eligibility.inspecting import load_list
from carelist.publicity.phrases import Phrases
from carelist.search.sounds import read_aloud
from carelist.site.hand_pages import Text
from carelist.site.making import INDEX, Maker
from carelist.site.on_demand import OnDemand
from carelist.site.pages import list_pages
from carelist.site.place import Place
from carelist.site.reading import ListRead
from carelist.site.rendering import Renderer
from carelist.site.site import Site
from carelist.site.templates import make_environment
from carelist.store import Store
from carelist.theme import THEME

from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

TEXT = Text("about/", "zh", "{city}的清单", "", "关于", "说明", "<p>这份清单</p>")


def read_site(folder: Path) -> Site:
    """The site of a list as its files are."""
    return Site.of(load_list(folder), Place("https://list.example.org/", ""))


def look(site: Site, folder: Path) -> OnDemand:
    """What an editor looks at, with a page that is written by hand."""
    env, phrases = (
        make_environment((THEME,), Store(ROOT / ".cache" / "templates")),
        Phrases.of(site.catalog),
    )
    renderer = Renderer(site, env, None, phrases, (), offline=False)
    shown = OnDemand(Maker(site, renderer, folder, (), is_whole=False), read_aloud)
    shown.add(TEXT.fill(site))
    return shown


def edit(folder: Path, name: str, old: str, new: str) -> None:
    """Put words in the place of others in a file of the list."""
    text = (folder / name).read_text(encoding="utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new), encoding="utf-8")


def test_pages_turn_to_another_list(lakeside: Path, tmp_path: Path) -> None:
    """All of them, with that for unknown addresses and what is written by hand, and data."""
    shown = look(read_site(lakeside), tmp_path)
    edit(lakeside, "site.yml", "zh: 湖滨关爱清单\n", "zh: 湖滨的关爱清单\n")
    edit(lakeside, "site.yml", '"40cb47c4"', '"316573f0"')
    site = read_site(lakeside)
    turned, anew = shown.turn(site, ListRead(site.catalog), ()), look(site, tmp_path)
    assert turned
    pages = [page.address for page in list_pages(site) if page.kind.id in {"home", "services"}]
    names = [*(f"{page}{INDEX}" for page in (*pages, "about/")), "robots.txt", "data/catalog.json"]
    for name in names:
        assert turned.find(name) == anew.find(name) is not None
    assert "湖滨的关爱清单" in turned.make_not_found().decode()
    assert turned.make_not_found() == anew.make_not_found()


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("site.yml", "zh: 湖滨市\n", "zh: 湖滨新市\n"),
        ("pillars.yml", "id: support", "id: supports"),
    ],
)
def test_what_only_mkdocs_can_make_is_left_to_it(
    lakeside: Path, tmp_path: Path, name: str, old: str, new: str
) -> None:
    """Texts that say something else; other addresses, to which texts may link."""
    shown = look(read_site(lakeside), tmp_path)
    edit(lakeside, name, old, new)
    if name == "site.yml":
        edit(lakeside, name, '"8cbfa62b"', '"c5f4e299"')
    else:
        edit(lakeside, "revisions/2031/services.yml", "pillar: support", "pillar: supports")
    site = read_site(lakeside)
    assert shown.turn(site, ListRead(site.catalog), ()) is None


def test_problems_are_shown_on_the_last_good_list(lakeside: Path, tmp_path: Path) -> None:
    """Every page bears them, and what is left to do before it is published."""
    site = read_site(lakeside)
    told = ListRead(None, ("catalog/site.yml:1:1: wrong",), left=("something is left",))
    turned = look(site, tmp_path).turn(site, told, ("preview_draft",))
    assert turned
    page = turned.find("about/index.html") or b""
    assert b"catalog/site.yml:1:1: wrong" in page
