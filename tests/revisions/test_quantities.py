"""What a number was and is: whole, with its sign, unit and limit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.revisions.aligning import MOST_COMPARED
from generator.revisions.quantities import find_turns
from generator.revisions.wording import mark_words

if TYPE_CHECKING:
    from generator.catalog.problems import Language


@pytest.mark.parametrize(
    ("language", "before", "after", "turns"),
    [
        ("zh", "补助1.5万元", "补助15万元", [("1.5万元", "15万元")]),
        ("zh", "≥3岁", "≤3岁", [("≥3岁", "≤3岁")]),
        ("zh", "0-6岁儿童", "06岁儿童", [("0-6岁", "06岁")]),
        ("zh", "3、5岁", "35岁", [("3、5岁", "35岁")]),
        ("zh", "年满3周岁以上", "年满3周岁以下", [("满3周岁以上", "满3周岁以下")]),
        ("zh", "不低于30%", "不高于30‰", [("不低于30%", "不高于30‰")]),
        ("zh", "百分之三十", "百分之五十", [("百分之三十", "百分之五十")]),
        ("zh", "每月发放", "每季度发放", [("每月", "每季度")]),
        ("zh", "九年义务教育", "十二年义务教育", [("九年", "十二年")]),
        ("zh", "2025年12月31日前", "2026年1月31日前", [("2025年12月31日前", "2026年1月31日前")]),
        ("zh", "每年两次", "每年三次，每次补助500元", [("每年两次", "每年三次、每次、500元")]),
        ("zh", "每人500元", "发给500元", [("每人500元", "500元")]),
        ("zh", "统一办理", "一般办理", []),
        ("zh", "１５元", "15元", []),
        ("zh", "办理", "3日内办理", [("", "3日")]),
        ("zh", "3日内办理", "办理", [("3日", "")]),
        ("en", "pay 15,000 yuan", "pay 150,000 yuan", [("15,000 yuan", "150,000 yuan")]),
        ("en", "at least 3 years", "at most 3 years", [("at least 3 years", "at most 3 years")]),
        ("en", "once a month", "every half year", [("once a month", "every half year")]),
        ("en", "H1N1 flu", "H2N1 flu", []),
    ],
)
def test_numbers_that_were_others(
    language: Language, before: str, after: str, turns: list[tuple[str, str]]
) -> None:
    """In their order; what only looks like a number is none."""
    found = find_turns(before, after, language)
    assert [("、".join(turn.before), "、".join(turn.after)) for turn in found] == turns


def test_texts_of_any_length_are_marked() -> None:
    """What lies between the equal ends of long ones is one change."""
    length = int(MOST_COMPARED**0.5)
    before, after = ("同" * length + middle + "尾" * length for middle in ("甲乙", "丙"))
    assert [(span.state, span.text) for span in mark_words(before, after)] == [
        ("same", "同" * length),
        ("deleted", "甲乙"),
        ("inserted", "丙"),
        ("same", "尾" * length),
    ]
    assert list(find_turns("3岁" * length, "4岁" + "3岁" * length, "zh")) != []
