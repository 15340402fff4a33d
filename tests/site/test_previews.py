"""An edit of a published list can be looked at before it is ready to be published."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from carelist.publicity.phrases import Phrases
from carelist.site.kinds import find_kind
from carelist.site.page import Page
from carelist.site.place import Place
from carelist.site.reading import read_list
from carelist.site.rendering import Renderer
from carelist.site.site import Site
from carelist.site.templates import make_environment
from carelist.store import Store
from carelist.theme import THEME

from tests.site.documents import parse, show
from tests.speaking import ZH

if TYPE_CHECKING:
    from pathlib import Path

OLD, NEW = "给孩子打预防针。", "给孩子打预防针，在社区卫生服务中心。"
SERVICES = "revisions/2033/services.yml"


def edit(folder: Path, old: str, new: str) -> None:
    """Edit the list in force."""
    file = folder / SERVICES
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_what_only_publication_needs_holds_back_no_preview(
    cloudbridge: Path, tmp_path: Path
) -> None:
    """The edit is on the page, and so is what is left: a line in the log, English that follows."""
    edit(cloudbridge, f"zh: {OLD}", f"zh: {NEW}")
    held = read_list(cloudbridge, (THEME,))
    assert held.catalog is None
    assert [("corrections" in line) for line in held.problems] == [True]
    shown = read_list(cloudbridge, (THEME,), previews=True)
    assert shown.catalog
    assert (shown.problems, shown.is_draft) == ((), False)
    assert [f"{SERVICES}:" in line for line in shown.left].count(True) == 1
    assert held.problems[0] in shown.left

    site = Site.of(shown.catalog, Place("https://list.example.org/", ""))
    environment = make_environment((THEME,), Store(tmp_path))
    phrases = Phrases.of(site.catalog)
    renderer = Renderer(site, environment, None, phrases, (), offline=False, left=shown.left)
    page = parse("", renderer.make_page(Page(find_kind("services"), None, ZH)))
    assert NEW in show(page.one("main"))
    told = page.one(class_="problems")
    assert [show(item) for item in told.iter("li")] == [*shown.left]


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("pillar: ", "pillar: no-", "no-"),
        ("zh: 开展入园咨询；", "zh: 开展入园的咨询；", "2033"),
    ],
)
def test_what_is_wrong_holds_back_a_preview_too(
    cloudbridge: Path, old: str, new: str, kind: str
) -> None:
    """What leads nowhere; and official words that are not those of the copy."""
    edit(cloudbridge, old, new)
    told = read_list(cloudbridge, (THEME,), previews=True)
    assert told.catalog is None
    assert any(kind in line for line in told.problems)
