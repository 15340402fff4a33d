"""Two wordings, marked: exact to the letter, and readable."""

from __future__ import annotations

import pytest
from carelist.revisions.wording import mark_words, show_after, show_before
from hypothesis import given, settings
from hypothesis import strategies as st

SIGNS = {"same": "{}", "deleted": "[-{}-]", "inserted": "{{+{}+}}"}
WORDS = st.text(alphabet="甲乙丙。， ab", max_size=12)


@pytest.mark.parametrize(
    ("before", "after", "marked"),
    [
        ("", "", ""),
        ("原样", "原样", "原样"),
        ("", "新增。", "{+新增。+}"),
        ("取消。", "", "[-取消。-]"),
        ("每月发放物资。", "每季度发放物资。", "每[-月-]{+季度+}发放物资。"),
        ("课后照看；", "课后照看和作业辅导。", "课后照看[-；-]{+和作业辅导。+}"),
        ("资助困难儿童上学。", "资助困难儿童和残疾儿童上学。", "资助困难儿童{+和残疾儿童+}上学。"),
        ("为0-6岁儿童", "为0-16岁儿童", "为[-0-6-]{+0-16+}岁儿童"),
        ("补助1.5万元", "补助15万元", "补助[-1.5-]{+15+}万元"),
        ("≥3岁", "≤3岁", "[-≥3-]{+≤3+}岁"),
        ("补助1,500元", "补助1,800元", "补助[-1,500-]{+1,800+}元"),
        ("补助１.５％", "补助２.５％", "补助[-１.５％-]{+２.５％+}"),
        ("8:30开门", "9:30开门", "[-8:30-]{+9:30+}开门"),
        ("满十二周岁", "满二十周岁", "满[-十二-]{+二十+}周岁"),
        ("H1N1流感", "H2N1流感", "[-H1N1-]{+H2N1+}流感"),
        ("Two check-ups a year.", "Three check-ups a year.", "[-Two-]{+Three+} check-ups a year."),
        ("a child's bed", "a parent's bed", "a [-child's-]{+parent's+} bed"),
        ("good care for all", "better care for all", "[-good-]{+better+} care for all"),
        ("促进儿童就近入园", "支持孩子就近入学", "[-促进儿童-]{+支持孩子+}就近入[-园-]{+学+}"),
        ("甲乙丙丁戊己", "子乙丑丁寅己", "[-甲乙丙丁戊-]{+子乙丑丁寅+}己"),
        ("one two three", "uno two tres", "[-one-]{+uno+} two [-three-]{+tres+}"),
    ],
)
def test_words_are_marked(before: str, after: str, marked: str) -> None:
    """By characters in Chinese, by words in English, numbers whole, and without confetti."""
    spans = mark_words(before, after)
    assert "".join(SIGNS[span.state].format(span.text) for span in spans) == marked


@settings(max_examples=300)
@given(WORDS, WORDS)
def test_both_wordings_are_kept_to_the_letter(before: str, after: str) -> None:
    """Whatever the words are; and equal words are not marked."""
    spans = mark_words(before, after)
    assert "".join(span.text for span in show_before(spans)) == before
    assert "".join(span.text for span in show_after(spans)) == after
    assert all(span.text for span in spans)
    assert any(span.state != "same" for span in spans) == (before != after)
