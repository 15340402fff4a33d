"""lunr as the search fetches it: a module, and no more of it than the search calls."""

from __future__ import annotations

import re

NAME = "scripts/search/lunr.mjs"
"""The name by which modules import lunr; the build makes it."""

_LICENCE = re.compile(r"/\*\*(\n \* lunr - http.*?\*/\n)", re.DOTALL)
_PARTS = tuple(
    re.compile(pattern, re.DOTALL | re.MULTILINE)
    for pattern in (
        r"^lunr\.stemmer = \(function\(\)\{\n.*?^\}\)\(\);?\n",
        r"^lunr\.generateStopWordFilter = function .*?^\}\n",
        r"^lunr\.stopWordFilter = lunr\.generateStopWordFilter\(\[\n.*?^\]\)\n",
    )
)
"""The stemmer and the words that tell nothing: the search weighs its terms by itself."""

_ENDINGS = re.compile(r"(re_(\d) = )/\^\(\.\+\?\)\((?:ational|icate)\|[^/]*/")
_SAME = re.compile(r'(re3_5 = )new RegExp\("\^" \+ C \+ v \+ "\[\^aeiouwxy\]\$"\)')
"""Of the stemmer: endings that stand in its tables too, and a pattern that stands there twice."""
_STOP_WORDS = re.compile(r"(?<=generateStopWordFilter\()\[([^]]*)\]")
"""A list of words: as one text that is split it takes less room."""


def wrap_lunr(lunr: str) -> str:
    """Give the parts of lunr that the search calls as a module.

    Raises:
        ValueError: If they are not where those of lunr 2.3 are.
    """
    found = [part.search(lunr) for part in (_LICENCE, *_PARTS)]
    licence, *parts = (match[0] for match in found if match)
    if len(parts) < len(_PARTS):
        message = f"only {len(parts)} of {len(_PARTS)} parts of lunr are where they were"
        raise ValueError(message)
    kept = "".join(parts)
    kept = _ENDINGS.sub(r"\1new RegExp(`^(.+?)(${Object.keys(step\2list).join('|')})$`)", kept)
    kept = _STOP_WORDS.sub(_join_words, kept)
    kept = _SAME.sub(r"\1re4_1b_2", kept)
    return f"{licence.replace('/**', '/*!', 1)}export const lunr = {{}};\n{kept}"


def _join_words(listed: re.Match[str]) -> str:
    """Write a list of words as one text, and what splits it."""
    return f"'{' '.join(re.findall(r'[a-z]+', listed[1]))}'.split(' ')"
