"""The words that are printed: complete in both languages, all used, none missing."""

from __future__ import annotations

import re
import string
from typing import get_args

from generator.catalog.records import How
from generator.publicity.booklet import WORDS
from generator.publicity.contents import PRINTED
from generator.publicity.voice import load_printed_words
from tests.site.building import ROOT

MODULES = sorted((ROOT / "generator" / "publicity").glob("*.py"))
PROGRAM = "\n".join(path.read_text(encoding="utf-8") for path in MODULES)


def list_fields(text: str) -> list[str]:
    """What a text leaves to be filled in."""
    return sorted(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)


def test_both_languages_say_something_and_leave_the_same_to_be_filled_in() -> None:
    """What stands in braces is the same; a word may be empty in one language alone."""
    chinese, english = load_printed_words("zh"), load_printed_words("en")
    assert list(chinese) == list(english)
    assert [key for key, word in chinese.items() if not word and not english[key]] == []
    both = {key for key, word in chinese.items() if word and english[key] and "|" not in word}
    assert [k for k in both if set(list_fields(chinese[k])) != set(list_fields(english[k]))] == []


def test_every_word_is_used_and_none_is_missing() -> None:
    """The modules name each key: outright, in a table, or as one of a family."""
    named = set(re.findall(r"words(?:\(\"zh\"\))?\.([a-z_0-9]+)", PROGRAM)) - {"count", "yml"}
    named |= {*PRINTED, *WORDS.values(), *(f"how_{how}" for how in get_args(How))}
    named |= {"services_one", "services_other"}
    words = set(load_printed_words("zh"))
    wordings = {
        word for word in words if word.startswith(("sms_", "weibo_", "wechat_", "speaker_"))
    }
    assert words - wordings - named == set()
    assert {word for word in named if not word.endswith("py")} - words == set()
