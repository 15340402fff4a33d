"""Texts in a locale: fresh, stale or missing English, and never silently the other language."""

from __future__ import annotations

import pytest
from carelist.catalog.texts import Text, find_digest
from carelist.site.speaking import Said, say

from tests.speaking import EN, ZH, make_text

FRESH = make_text(zh="住房", en="Housing", digest=find_digest("住房"))
STALE = make_text(zh="住房保障", en="Housing", digest=find_digest("住房"))
UNDATED = make_text(zh="住房", en="Housing")
MISSING = make_text(zh="住房")


@pytest.mark.parametrize("text", [FRESH, STALE, UNDATED, MISSING])
def test_chinese_is_always_fresh(text: Text) -> None:
    """The state of the English is nothing to a Chinese page."""
    assert say(text, ZH) == Said(text.source, "fresh", text.source, "zh-Hans")


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
    assert say(text, EN) == said


def test_a_said_text_reads_as_its_text() -> None:
    """It can stand in a sentence."""
    assert f"{say(FRESH, EN)} · {say(FRESH, ZH)}" == "Housing · 住房"


@pytest.mark.parametrize(
    ("text", "english"),
    [(FRESH, "Housing"), (STALE, "住房保障"), (UNDATED, "住房"), (MISSING, "住房")],
)
def test_where_no_mark_can_stand_only_fresh_english_is_written(text: Text, english: str) -> None:
    """A title or a sentence takes the Chinese rather than English that is behind."""
    assert text.write(EN) == english
    assert text.write(ZH) == text.source
