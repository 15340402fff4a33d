"""The words that are printed: all used, none missing."""

from __future__ import annotations

import re
from typing import get_args

from carelist.catalog.records import CopyState, How
from carelist.publicity.booklet import WORDS
from carelist.publicity.contents import PRINTED

from tests.site.building import ROOT
from tests.speaking import EN

OTHERS = {"citing.py", "glyphs.py", "wording.py"}
"""Modules that say words of another subject."""
FOLDER = ROOT / "generator" / "carelist" / "publicity"
MODULES = sorted(path for path in FOLDER.glob("*.py") if path.name not in OTHERS)
PROGRAM = "\n".join(path.read_text(encoding="utf-8") for path in MODULES)


def test_every_word_is_used_and_none_is_missing() -> None:
    """The modules name each key: outright, in a table, or as one of a family."""
    named = set(re.findall(r"words(?:\(\"print\"\))?\.([a-z_0-9]+)", PROGRAM)) - {
        "count",
        "fill",
        "values",
    }
    named |= set(re.findall(r"\bwords\.fill\(\s*\"([a-z_]+)\"", PROGRAM))
    named |= {f"copy_named_{one}" for one in get_args(CopyState)}
    named |= {*PRINTED, *WORDS.values(), *(f"how_{how}" for how in get_args(How))}
    named |= {"services_one", "services_other"}
    named |= {"ours_titles", "ours_summaries", "preview_address"}  # the site says these
    words = set(EN.words("print"))
    assert words - named == set()
    assert named - words == set()
