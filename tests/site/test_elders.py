"""A city whose list is for elders: its site speaks of them and to them, and of nobody's child."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from tests.site.documents import read_pages_once, show

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.site.documents import Document

OF_CHILDREN = re.compile(r"孩|儿童|家长|\bchild|\bparent", re.IGNORECASE)
TOLD = re.compile(r"alt|aria-label|content|title|data-name|data-\w+-words")
"""Attributes that are read to somebody."""


@pytest.fixture(scope="module")
def pages(built_greenhill: Path) -> dict[str, Document]:
    """Its pages."""
    return read_pages_once(built_greenhill)


def list_told(page: Document) -> Iterator[str]:
    """All that a page says, aloud too."""
    yield from (show(page.one(name)) for name in ("title", "body"))
    for element in page.find():
        yield from (str(text) for name, text in element.items() if TOLD.fullmatch(str(name)))


def test_no_page_speaks_of_a_child_or_a_parent(pages: dict[str, Document]) -> None:
    """The list has no such word; the one page that has offers to ask for an older relative."""
    found = {
        (address, match[0])
        for address, page in pages.items()
        for text in list_told(page)
        for match in OF_CHILDREN.finditer(text)
    }
    assert found == {("en/check/", "parent")}


@pytest.mark.parametrize("tag", ["zh", "en"])
def test_no_word_of_the_questionnaire_does(built_greenhill: Path, tag: str) -> None:
    """Which are fetched once it is begun."""
    rules = json.loads((built_greenhill / f"data/check.{tag}.json").read_text("utf-8"))
    assert [text for text in rules["words"].values() if OF_CHILDREN.search(text)] == []


@pytest.mark.parametrize(
    ("address", "title", "label", "check"),
    [
        (
            "",
            "老人能享受哪些服务？",
            "想找什么？比如：养老金、没人照顾、坐公交",
            "我和家里老人能享受什么",
        ),
        (
            "en/",
            "What can an older person get here?",
            "What do you need?",
            "What I, or the person I help, can get",
        ),
    ],
)
def test_home_and_questionnaire_open_with_words_for_elders(
    pages: dict[str, Document], address: str, title: str, label: str, check: str
) -> None:
    """With the examples of this list, where there are any, and without the background it lacks."""
    home = pages[address]
    assert show(home.one("h1")) == title
    assert label in [show(one) for one in home.find("label")]
    assert show(pages[f"{address}check/"].one("h1")) == check
    assert "background" not in pages[f"{address}readings/"].ids
    assert not list(home.find("details", class_="background"))


def test_words_to_read_aloud_turn_to_elders(pages: dict[str, Document]) -> None:
    """And name the list as it calls itself."""
    spoken = [text for text in list_told(pages["kit/"]) if "请注意" in text]
    assert "各位老年朋友和家属请注意：青山市有一份基本养老服务清单。" in spoken[0]
