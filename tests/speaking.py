"""The shipped locales by name, and texts in them: what tests speak in."""

from __future__ import annotations

from carelist.catalog.texts import PrintedText
from carelist.speech.locales import SHIPPED_LOCALES

ZH, EN = SHIPPED_LOCALES["zh"], SHIPPED_LOCALES["en"]
LOCALES = (ZH, EN)


def make_text(zh: str, en: str | None = None, digest: str | None = None) -> PrintedText:
    """Give words of the list, with its English and the digest of what that was made from."""
    text = {"zh": zh, "en": en, "digest": digest}
    return PrintedText.model_validate(
        {key: value for key, value in text.items() if value is not None}
    )


KOREAN = """\
language: ko
name: 한국어
open_graph: ko_KR
cldr: ko_KR
quotes: ["‘", "’"]
comma: ", "
space: " "
letters: {holds: "가-힣"}
search: pairs
"""
"""The record of a language that the program does not ship."""
