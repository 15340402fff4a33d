"""Paragraphs of a copied letter that a page break has cut, and spaces that lines have left."""

from __future__ import annotations

import re
from typing import NamedTuple

from carelist.intake.letter_forms import (
    ANNEX,
    CONTACT,
    DATED,
    DISCLOSURE,
    MEASURE,
    NUMBER,
    SHORTEST,
    SIGNATORY,
    TITLE,
    WHOLE,
)

_PAGE_MARK = re.compile(
    r"[-—–－―·\s]*第?\s*\d{1,4}\s*页?[\s,，/／]*共?\s*\d{0,4}\s*页?[-—–－―·\s]*|[（(]?(?:续上?|接上)表[）)]?"
)
_ENDS_NAME = re.compile(r"(?:局|委|委员会|办公室|政府|厅|联合会|法院|检察院)$")
"""Behind the name of a body, a space parts it from the next."""
_LONGEST_MARK = 20
_MOST_MENDS = 200
"""A body with more breaks and spaces is none that a page break has cut; it is left as printed."""
_NAMED = re.compile(r".*(?:清单|目录|方案|办法|细则|表)")
_WITHOUT_MARK = (NUMBER, TITLE, DATED, SIGNATORY, _NAMED)
_BEGINNING = (NUMBER, MEASURE, DISCLOSURE, ANNEX, CONTACT)
"""The forms of which the first words show that a paragraph is none's rest; of `_SIGNING`, all."""
_SIGNING = (SIGNATORY, DATED)
_INNER_SPACE = re.compile(r"(?<=[\u3400-\u9fff]) +(?=[\u3400-\u9fff])")
_MOST_CONTEXT = 12


class Mend(NamedTuple):
    """Words as printed, with a break or a space among them, and as they are read."""

    printed: str
    read: str
    is_break: bool


def join_paragraphs(
    paragraphs: list[tuple[str, int]], text: str, table: set[int], mends: list[Mend]
) -> list[tuple[str, int]]:
    """Join the paragraphs that a page break has cut in the middle of a sentence.

    No sentence goes on behind a row of the table; the number of a page is no part of any.
    """
    lines = text.split("\n")
    joined: list[tuple[str, int]] = []
    marks: list[tuple[str, int]] = []
    last = 0
    for words, at in paragraphs:
        if is_page_mark(words):
            marks.append((words, at))
            continue
        is_rest = joined and _is_broken(joined[-1][0]) and not _begins(words)
        if is_rest and len(mends) < _MOST_MENDS and table.isdisjoint(range(last, at)):
            mends.append(_quote_break(text, lines[last - 1 : at]))
            joined[-1] = joined[-1][0] + words, joined[-1][1]
        else:
            joined += [*marks, (words, at)]
        marks = []
        last = at
    return joined + marks


def is_page_mark(words: str) -> bool:
    """Whether a paragraph only numbers a page, or says that a table goes on."""
    return len(words) <= _LONGEST_MARK and bool(_PAGE_MARK.fullmatch(words))


def _is_broken(words: str) -> bool:
    """Whether a paragraph stops without a mark, and is none of those that do."""
    if len(words) < SHORTEST or WHOLE.search(words) or CONTACT.match(words):
        return False
    return not any(form.fullmatch(words) for form in _WITHOUT_MARK)


def _begins(words: str) -> bool:
    is_signing = any(form.fullmatch(words) for form in _SIGNING)
    return is_signing or any(form.match(words) for form in _BEGINNING)


def _quote_break(text: str, lines: list[str]) -> Mend:
    """Quote the words around a break, as many as make them stand once in the copy."""
    first, rest = lines[0], lines[-1].lstrip()
    between = "\n".join(lines)
    begin = len(between) - len(rest)
    for reach in range(2, _MOST_CONTEXT):
        printed = between[max(0, len(first.rstrip()) - reach) : begin + reach]
        if text.count(printed) == 1:
            break
    else:
        printed, reach = between, len(between)
    return Mend(printed, first.rstrip()[-reach:] + rest[:reach].rstrip(), is_break=True)


def close_spaces(words: str, text: str, mends: list[Mend]) -> str:
    """Close the spaces inside Chinese words, where the copy has them once; none parts names."""
    if SIGNATORY.fullmatch(words):
        return words
    for match in reversed(list(_INNER_SPACE.finditer(words))):
        printed = words[max(0, match.start() - 2) : match.end() + 4]
        if _ENDS_NAME.search(words[: match.start()]):
            continue
        if len(mends) >= _MOST_MENDS or text.count(printed) != 1:
            continue
        read = _INNER_SPACE.sub("", printed)
        mends.append(Mend(printed, read, is_break=False))
        words = words.replace(printed, read)
    return words
