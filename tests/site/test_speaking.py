"""Texts in a locale: fresh, stale or missing English, and never silently the other language."""

from __future__ import annotations

import pytest

from generator.catalog.texts import Text, find_digest
from generator.site.speaking import Said, say

FRESH = Text(zh="住房", en="Housing", digest=find_digest("住房"))
STALE = Text(zh="住房保障", en="Housing", digest=find_digest("住房"))
UNDATED = Text(zh="住房", en="Housing")
MISSING = Text(zh="住房")


@pytest.mark.parametrize("text", [FRESH, STALE, UNDATED, MISSING])
def test_chinese_is_always_fresh(text: Text) -> None:
    """The state of the English is nothing to a Chinese page."""
    assert say(text, "zh") == Said(text.zh, "fresh", text.zh, "zh-Hans")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (FRESH, Said("Housing", "fresh", "住房", "en")),
        (STALE, Said("Housing", "stale", "住房保障", "en")),
        (UNDATED, Said("Housing", "stale", "住房", "en")),
        (MISSING, Said("住房", "missing", "住房", "zh-Hans")),
    ],
)
def test_english_says_what_state_it_is_in(text: Text, said: Said) -> None:
    """English is given with its state; where there is none, the Chinese, as Chinese."""
    assert say(text, "en") == said


def test_a_said_text_reads_as_its_text() -> None:
    """It can stand in a sentence."""
    assert f"{say(FRESH, 'en')} · {say(FRESH, 'zh')}" == "Housing · 住房"


@pytest.mark.parametrize(
    ("text", "english"),
    [(FRESH, "Housing"), (STALE, "住房保障"), (UNDATED, "住房"), (MISSING, "住房")],
)
def test_where_no_mark_can_stand_only_fresh_english_is_written(text: Text, english: str) -> None:
    """A title or a sentence takes the Chinese rather than English that is behind."""
    assert text.write("en") == english
    assert text.write("zh") == text.zh
