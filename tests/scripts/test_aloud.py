"""Which voice reads a page, and where its sentences end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

CHOOSE = """async ([scripts, voices, language]) =>
  (await import(scripts + "aloud/voices.mjs")).chooseVoice(voices, language)?.name ?? null"""
SPLIT = """async ([scripts, text, language]) => {
  const { splitSentences } = await import(scripts + "aloud/sentences.mjs");
  return splitSentences(text, language).map(([start, end]) => text.slice(start, end));
}"""
WITHOUT_SEGMENTER = "() => { delete Intl.Segmenter; }"


def voice(name: str, lang: str, *, local: bool = True, default: bool = False) -> dict[str, Any]:
    """A voice as browsers tell of it."""
    return {"name": name, "lang": lang, "localService": local, "default": default}


@pytest.mark.parametrize(
    ("voices", "language", "chosen"),
    [
        ([], "zh", None),
        ([voice("Google 普通话", "zh-CN", local=False)], "zh", None),
        ([voice("Xiaoxiao Online (Natural)", "zh-CN")], "zh", None),
        ([voice("Daniel", "en-GB")], "zh", None),
        ([voice("婷婷", "zh-CN")], "en", None),
        ([voice("Chinese China", "zh_CN")], "zh", "Chinese China"),
        ([voice("espeak", "cmn")], "zh", "espeak"),
        ([voice("善怡", "zh-HK"), voice("美佳", "zh-TW"), voice("婷婷", "zh-CN")], "zh", "婷婷"),
        ([voice("善怡", "zh-HK"), voice("美佳", "zh-TW")], "zh", "美佳"),
        ([voice("善怡", "yue-HK")], "zh", "善怡"),
        ([voice("婷婷", "zh-CN"), voice("月", "zh-CN", default=True)], "zh", "月"),
        ([voice("Zoe", "en-US"), voice("Kate", "en-GB", default=True)], "en", "Kate"),
        ([voice("Cloud", "en-US", local=False), voice("Zoe", "en-US")], "en", "Zoe"),
    ],
)
def test_a_voice_of_the_device_reads_in_the_language_of_the_page(
    page: Page, scripts: str, voices: list[dict[str, Any]], language: str, chosen: str | None
) -> None:
    """None from elsewhere, which would be sent the text; Mandarin before Cantonese."""
    page.goto(f"{scripts}aloud.mjs")
    assert page.evaluate(CHOOSE, [scripts, voices, language]) == chosen


@pytest.mark.parametrize(
    ("text", "language", "sentences"),
    [
        (
            "可以申请。怎样办？问社区；或打12345",
            "zh",
            ["可以申请。", "怎样办？", "问社区；", "或打12345"],
        ),
        ("清单写着“免收费用。”其他没写。", "zh", ["清单写着“免收费用。”", "其他没写。"]),
        ("", "zh", []),
        ("Ask 12345. It is free!", "en", ["Ask 12345. ", "It is free!"]),
    ],
)
def test_sentences_end_where_the_language_ends_them(
    page: Page, scripts: str, text: str, language: str, sentences: list[str]
) -> None:
    """With the quotation mark behind them; nothing is lost between."""
    page.goto(f"{scripts}aloud.mjs")
    assert page.evaluate(SPLIT, [scripts, text, language]) == sentences


def test_english_has_sentences_in_browsers_without_a_segmenter(page: Page, scripts: str) -> None:
    """Those of before 2021, or 2024: a full stop within a number ends none."""
    page.goto(f"{scripts}aloud.mjs")
    page.evaluate(WITHOUT_SEGMENTER)
    text = "Items 3.5 and 7. “Apply there.” Ask"
    sentences = ["Items 3.5 and 7.", " “Apply there.”", " Ask"]
    assert page.evaluate(SPLIT, [scripts, text, "en"]) == sentences
