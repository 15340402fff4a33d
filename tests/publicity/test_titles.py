"""Large Chinese titles go on in a second line at a mark, if it is near their middle."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from carelist.publicity.phrases import Phrases
from carelist.publicity.titles import break_phrases, break_title

if TYPE_CHECKING:
    from carelist.catalog.revision import Catalog


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("刚来城里，孩子要上小学或初中", "刚来城里，\n孩子要上小学或初中"),
        ("爷爷奶奶、外公外婆带孩子", "爷爷奶奶、\n外公外婆带孩子"),
        ("健康和托育（3岁以下）服务", "健康和托育\n（3岁以下）服务"),
        ("孩子、父母和老人，都能得到帮助", "孩子、父母和老人，\n都能得到帮助"),
    ],
)
def test_a_title_is_broken_at_the_mark_nearest_its_middle(title: str, lines: str) -> None:
    """After a comma, before a bracket."""
    assert break_title(title) == lines


@pytest.mark.parametrize(
    "title",
    [
        "",
        "义务教育服务",
        "您好，孩子在这座城里能够得到哪些关爱服务",
        "孩子在城里\n能得到哪些关爱，看一看",
        "Health and childcare (under 3) services",
    ],
)
def test_other_titles_stay_as_they_are(title: str) -> None:
    """No mark, none near the middle, or lines already."""
    assert break_title(title) == title


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("救助保护机构文化活动", "救助保护机构\n文化活动"),
        ("学校和幼儿园文化活动", "学校和幼儿园\n文化活动"),
        ("孩子有孤独症或智力障碍", "孩子有孤独症\n或智力障碍"),
        ("Radio, TV and online programmes for children", None),
    ],
)
def test_a_title_without_a_mark_is_broken_between_phrases(
    title: str, lines: str | None, catalog: Catalog
) -> None:
    """Near its middle, so that a poster divides no word; English is broken at its spaces."""
    assert break_phrases(title, Phrases.of(catalog).split) == (lines or title)
