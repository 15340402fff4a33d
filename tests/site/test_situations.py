"""A situation for which a list names no service has its page, and nothing to hand out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from carelist.publicity.phrases import Phrases
from carelist.publicity.pieces import list_pieces
from carelist.site.frame import find_kit_folder
from carelist.site.kit import make_voice
from carelist.site.pages import list_pages
from carelist.site.rendering import Renderer, render
from carelist.site.site import Site
from carelist.site.templates import make_environment
from carelist.site.views.kit import KitView
from carelist.store import Store

from bench.mutants import THEMES
from tests.site.building import ROOT, read_site

if TYPE_CHECKING:
    from pathlib import Path

LAKESIDE = read_site(ROOT / "tests" / "cities" / "lakeside")
TOLD = {
    "": "2031 年版清单里，没有专门写给这种情况的服务。",
    "en/": "The 2031 list names no service for this situation in particular.",
}


def turn_to(profile: str) -> Site:
    """The site of a city whose situation is that of other families."""
    (situation,) = LAKESIDE.catalog.situations
    situations = (situation.model_copy(update={"profile": profile}),)
    return Site.of(replace(LAKESIDE.catalog, situations=situations), LAKESIDE.place)


@pytest.mark.parametrize("prefix", TOLD)
def test_a_situation_without_a_service_says_so_and_has_no_kit(prefix: str, tmp_path: Path) -> None:
    """As after a year that dropped the last service for it."""
    site = turn_to("age=0-5")
    environment = make_environment(THEMES, Store(tmp_path))
    renderer = Renderer(site, environment, None, Phrases.of(site.catalog), (), offline=True)
    pages = {page.address: page for page in list_pages(site)}
    page = pages[f"{prefix}situations/new-pupil/"]
    assert TOLD[prefix] in renderer.make_page(page)
    assert f"{prefix}kit/situations/new-pupil/" not in pages
    assert find_kit_folder(site.desk(page.path, page.locale), page) == ""
    _, kit = render(site, pages[f"{prefix}kit/"])
    assert isinstance(kit, KitView)
    assert kit.situations == ()
    voice = make_voice(site.desk("", page.locale))
    assert "situation" not in {piece.subject.kind for piece in list_pieces(site.now, [voice])}
