"""A difference is never smaller than it is: the one rule, on cases and on generated texts."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from carelist.revisions.content import Content, put, read_content
from carelist.revisions.finding import find_changes
from carelist.revisions.kinds import ChangeKind
from carelist.revisions.substance import differ, find_substance
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.speaking import make_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from carelist.catalog.revision import Catalog

MAJOR = [
    ("补助1.5万元", "补助15万元"),
    ("≥3岁", "≤3岁"),
    ("0-6岁", "06岁"),
    ("0-6岁", "0~6岁"),
    ("-5℃", "5℃"),
    ("+5分", "5分"),
    ("3 -5℃", "3-5℃"),
    ("补助30%", "补助30"),
    ("补助30%", "补助30‰"),
    ("500元", "500美元"),
    ("10m²", "10m2"),
    ("③入学", "3入学"),
    ("½", "1/2"),
    ("1/2", "12"),
    ("8:30", "830"),
    ("2025.1.2前", "2025.12前"),
    ("2025年12月31日", "2025年12月13日"),
    ("3、5岁", "35岁"),
    ("3、5岁", "3.5岁"),
    ("3、5岁", "3，5岁"),
    ("三、五岁", "三五岁"),
    ("三 五岁", "三五岁"),
    ("3 5岁", "35岁"),
    ("1 500元", "1500元"),
    ("1、500元", "1,500元"),
    ("1，500元", "1,500元"),
    ("1. 5万元", "1.5万元"),
    ("未成年人", "成年人"),
    ("不收费", "收费"),
    ("残疾儿童除外", "残疾儿童"),
    ("不，提供餐食", "不提供餐食"),
    ("老人、儿童", "老人儿童"),
    ("发“爱心卡”", "发爱心卡"),
    ("发“爱心”卡", "发“爱心卡”"),
    ("依照《办法》", "依照办法"),
    ("办法（试行）", "办法试行"),
    ("困难家庭（含低保）儿童", "困难家庭含低保（儿童）"),
    ("阿·迪力", "阿迪力"),
    ("ABC DEF", "ABCDEF"),
    ("办理；免费", "办理。免费"),
    ("免费。", "免费？"),
    ("免费", "免费……"),
    ("A", "a"),
    ("", "免费"),
]
SMALL = [
    ("补助 1.5 万元", "补助1.5万元"),
    ("１５元", "15元"),
    ("１．５万元", "1.5万元"),
    ("１，５００元", "1,500元"),
    ("3, 5岁", "3，5岁"),
    ("0－6岁", "0-6岁"),
    ("3 - 6岁", "3-6岁"),
    ("≥ 3岁", "≥3岁"),
    ("30 ％", "30%"),
    ("8： 30", "8:30"),
    ("残疾儿童、孤儿", "残疾儿童，孤儿"),
    ("残疾、3岁以下", "残疾，3岁以下"),
    ("办理；", "办理。"),
    ("办理。", "办理"),
    ("（试行）", "(试行)"),
    ("为困难\n\n家庭", "为困难家庭"),
    ("为\u3000困难\u200b家庭", "为困难家庭"),
    ("未 成年人", "未成年人"),
    ("ＡＢＣ", "ABC"),
]
PIECES = st.sampled_from(
    [
        *(
            "为儿童",
            "提供",
            "补助",
            "岁",
            "万元",
            "不",
            "未",
            "除外",
            "一",
            "三",
            "五",
            "十",
            "A",
            "b c",
        ),
        *("1", "15", "3", "0", "1.5", "1,500", "０", "³", "③", "½", " ", "  ", "\u3000", "\u200b"),
        *"、，,。；;.：:·-－—~～≥≤+%％‰/（）()“”《》",
    ]
)
TEXTS = st.lists(PIECES, max_size=10).map("".join)
WORDS = st.text(alphabet="为儿童提供补助免费照看上学年满岁未不", min_size=1, max_size=6)
NUMBERS = st.tuples(
    st.sampled_from(["", "≥", "≤", ">", "<", "±", "-"]),
    st.integers(0, 9999).map(str),
    st.sampled_from(["", ".5", "-6", "~6", "、8", ":30", "/2", "万", ",500"]),
    st.sampled_from(["", "%", "‰", "元", "岁", "周岁", "月", "日"]),
).map("".join)
check = settings(max_examples=250)


@pytest.mark.parametrize(("before", "after"), MAJOR)
def test_a_difference_that_may_change_what_somebody_gets_is_major(before: str, after: str) -> None:
    """Numbers, signs, units, ranges, dates, negations, names; and whatever is in doubt."""
    assert differ(before, after)
    assert differ(after, before)
    assert differ(f"对儿童{before}办理。", f"对儿童{after}办理。")


@pytest.mark.parametrize(("before", "after"), SMALL)
def test_white_space_and_marks_that_only_part_words_are_small(before: str, after: str) -> None:
    """Also the twin of a mark or number in the other width."""
    assert not differ(before, after)
    assert not differ(after, before)


@check
@given(NUMBERS, NUMBERS, WORDS, WORDS)
def test_another_number_is_major_whatever_its_sign_and_unit(
    one: str, other: str, before: str, after: str
) -> None:
    """Wherever it stands, and whatever small differences stand beside it."""
    assume(one != other)
    assert differ(f"{before}{one}{after}。", f"{before} {other}{after}；")


@check
@given(
    WORDS, WORDS, st.sampled_from(["不", "未", "非", "无", "除外", "没有", "1", "《", "”", "（"])
)
def test_what_is_put_between_words_is_major(before: str, after: str, inserted: str) -> None:
    """A negation, a number, a bracket."""
    assert differ(before + after, before + inserted + after)


@check
@given(st.lists(PIECES, max_size=8), st.integers(0, 8), st.lists(PIECES, max_size=1))
def test_what_letters_digits_or_signs_tell_apart_is_major(
    pieces: list[str], place: int, put_in: list[str]
) -> None:
    """But for their width; and digits that run together are another number."""
    one = "".join(pieces)
    other = "".join([*pieces[:place], *put_in, *pieces[place + 1 :]])
    for find in (read_letters, read_digits, read_signs):
        assert find(one) == find(other) or differ(one, other)


def read_letters(text: str) -> str:
    """The letters and numerals of a text, as narrow as they can be."""
    return "".join(c for c in narrow(text) if c.isalnum())


def read_digits(text: str) -> list[str]:
    """The runs of digits."""
    return re.findall(r"\d+", narrow(text.replace("\u200b", "")))


def read_signs(text: str) -> str:
    """All signs but white space and what parts words."""
    return re.sub(r"[\w\s、,。;.\u200b]", "", narrow(text))


def narrow(text: str) -> str:
    """The text without full-width twins, by another way than the product's."""
    return "".join(
        unicodedata.normalize("NFKC", c) if unicodedata.east_asian_width(c) == "F" else c
        for c in text
    )


@check
@given(TEXTS, TEXTS, TEXTS)
def test_small_differences_add_up_to_small_ones(one: str, other: str, third: str) -> None:
    """What is the same as the same is the same, so that no history can creep."""
    assert not differ(one, one)
    assert differ(one, other) == differ(other, one)
    if not differ(one, other) and not differ(other, third):
        assert not differ(one, third)
    assert not differ(one, f" {one}\n")


@check
@given(st.lists(WORDS, min_size=2, max_size=4), st.sampled_from(["、", "，", ",", "， ", "、\n"]))
def test_commas_between_words_are_one(words: list[str], mark: str) -> None:
    """And the mark at the end is none."""
    assert not differ("，".join(words) + "。", mark.join(words))
    assert find_substance(mark.join(words)) == "、".join(words)


def reword_clause(content: Content, zh: str) -> Content:
    """The content with other words in a clause of the check-ups."""
    path = ("rows", "services", "check-ups", "clauses", "check-ups", "text")
    return put(content, path, make_text(zh=zh))


def rename(content: Content, zh: str) -> Content:
    """The content with another name of a service."""
    return put(content, ("rows", "groups", "check-ups", "name"), make_text(zh=zh))


def readdress(content: Content, zh: str) -> Content:
    """The content with another name of an audience."""
    return put(content, ("rows", "audiences", "children-0-6", "name"), make_text(zh=zh))


def reword_measure(content: Content, zh: str) -> Content:
    """The content with other words in a paragraph of the notice."""
    return put(content, ("notice", "measures", "publicity", "text"), make_text(zh=zh))


def reword_opening(content: Content, zh: str) -> Content:
    """The content with another opening of the notice."""
    return put(content, ("notice", "opening"), make_text(zh=zh))


def reissue(content: Content, zh: str) -> Content:
    """The content with another title of the notice."""
    return put(content, ("notice", "title"), make_text(zh=zh))


@pytest.mark.parametrize(
    ("edit", "kind"),
    [
        (reword_clause, ChangeKind.CLAUSE_REWORDED),
        (rename, ChangeKind.RENAMED),
        (readdress, ChangeKind.AUDIENCE_CHANGED),
        (reword_measure, ChangeKind.MEASURE_REWORDED),
        (reword_opening, ChangeKind.NOTICE_REWORDED),
        (reissue, ChangeKind.NOTICE_ISSUED),
    ],
)
@pytest.mark.parametrize(
    ("before", "after", "is_major"),
    [("补助1.5万元。", "补助15万元。", True), ("补助儿童、老人。", "补助儿童，老人", False)],
)
def test_one_rule_for_every_kind_of_change(  # noqa: PLR0913  # what is changed, and to what
    city: Catalog,
    edit: Callable[[Content, str], Content],
    kind: ChangeKind,
    before: str,
    after: str,
    *,
    is_major: bool,
) -> None:
    """Also where the same copy is read otherwise."""
    held = read_content(city.latest)
    old, new = edit(held, before), edit(held, after)
    reread = find_changes(old, new)
    assert {change.kind for change in reread} == {ChangeKind.READING_CORRECTED}
    assert {change.is_major for change in reread} == {is_major}
    other = replace(new, copy=read_content(city.revisions[0]).copy)
    found = [
        change for change in find_changes(old, other) if change.kind != ChangeKind.COPY_REPLACED
    ]
    assert {(change.kind, change.is_major) for change in found} == {(kind, is_major)}
