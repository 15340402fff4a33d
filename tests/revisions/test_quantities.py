"""What a number was and is: whole, with its sign, unit and limit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from carelist.revisions.aligning import MOST_COMPARED
from carelist.revisions.quantities import find_turns
from carelist.revisions.wording import mark_words

from tests.speaking import EN, ZH

if TYPE_CHECKING:
    from carelist.speech.locales import Locale


@pytest.mark.parametrize(
    ("language", "before", "after", "turns"),
    [
        (ZH, "补助1.5万元", "补助15万元", [("1.5万元", "15万元")]),
        (ZH, "≥3岁", "≤3岁", [("≥3岁", "≤3岁")]),
        (ZH, "0-6岁儿童", "06岁儿童", [("0-6岁", "06岁")]),
        (ZH, "3、5岁", "35岁", [("3、5岁", "35岁")]),
        (ZH, "年满3周岁以上", "年满3周岁以下", [("满3周岁以上", "满3周岁以下")]),
        (ZH, "不低于30%", "不高于30‰", [("不低于30%", "不高于30‰")]),
        (ZH, "百分之三十", "百分之五十", [("百分之三十", "百分之五十")]),
        (ZH, "每月发放", "每季度发放", [("每月", "每季度")]),
        (ZH, "九年义务教育", "十二年义务教育", [("九年", "十二年")]),
        (ZH, "2025年12月31日前", "2026年1月31日前", [("2025年12月31日前", "2026年1月31日前")]),
        (ZH, "每年两次", "每年三次，每次补助500元", [("每年两次", "每年三次、每次、500元")]),
        (ZH, "每人500元", "发给500元", [("每人500元", "500元")]),
        (ZH, "统一办理", "一般办理", []),
        (ZH, "１５元", "15元", []),
        (ZH, "办理", "3日内办理", [("", "3日")]),
        (ZH, "3日内办理", "办理", [("3日", "")]),
        (ZH, "补助三分之一", "补助二分之一", [("三分之一", "二分之一")]),
        (ZH, "二孩家庭", "三孩家庭", [("二孩", "三孩")]),
        (ZH, "周一至周五开放", "周一至周六开放", [("周一至周五", "周一至周六")]),
        (ZH, "每周一次", "每周两次", [("每周一次", "每周两次")]),
        (ZH, "高三学生", "高二学生", [("高三", "高二")]),
        (ZH, "提高一级", "提高二级", [("一级", "二级")]),
        (ZH, "3-6岁（不含6岁）", "3-6岁（含6岁）", [("不含6岁", "含6岁")]),
        (ZH, "相距5米", "相距5厘米", [("5米", "5厘米")]),
        (ZH, "发10千克", "发10克", [("10千克", "10克")]),
        (ZH, "流量5GB", "流量5MB", [("5GB", "5MB")]),
        (ZH, "500元/月", "500元/年", [("500元/月", "500元/年")]),
        (ZH, "贰万元", "叁万元", [("贰万元", "叁万元")]),
        (ZH, "第三条第（二）项", "第三条第（三）项", [("二", "三")]),
        (ZH, "低于负5℃", "低于5℃", [("低于负5℃", "低于5℃")]),
        (ZH, "统一家访", "逐一家访", []),
        (EN, "pay 15,000 yuan", "pay 150,000 yuan", [("15,000 yuan", "150,000 yuan")]),
        (EN, "at least 3 years", "at most 3 years", [("at least 3 years", "at most 3 years")]),
        (EN, "once a month", "every half year", [("once a month", "every half year")]),
        (EN, "first grade", "second grade", [("first", "second")]),
        (EN, "the 1st year", "the 2nd year", [("1st year", "2nd year")]),
        (EN, "a quarter of it", "a third of it", [("a quarter", "a third")]),
        (EN, "until 9 a.m.", "until 9 p.m.", [("9 a.m.", "9 p.m.")]),
        (EN, "twenty-one days", "twenty-two days", [("twenty-one days", "twenty-two days")]),
        (EN, "within 5 km", "within 5 m", [("5 km", "5 m")]),
        (EN, "30 minutes", "30 seconds", [("30 minutes", "30 seconds")]),
        (EN, "paid weekly", "paid monthly", [("weekly", "monthly")]),
        (EN, "aged thirteen", "aged fourteen", [("aged thirteen", "aged fourteen")]),
        (EN, "3 or more", "3 or fewer", [("3 or more", "3 or fewer")]),
        (
            EN,
            "500 yuan per person",
            "500 yuan per family",
            [("500 yuan per person", "500 yuan per family")],
        ),
        (EN, "H1N1 flu", "H2N1 flu", []),
    ],
)
def test_numbers_that_were_others(
    language: Locale, before: str, after: str, turns: list[tuple[str, str]]
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
    assert list(find_turns("3岁" * length, "4岁" + "3岁" * length, ZH)) != []
