"""Rows that are no services: headings among them, sums, notes, signatures, numbers of pages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from carelist.catalog.printed_numbers import read_steps

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from carelist.catalog.table_lines import Row

RowKind = Literal["service", "section", "other"]

_SAYING = re.compile(r"\w")
"""What a row has that is not only ruled out or left open, as by … or /."""
_SUM = re.compile(r"(?:合\s*计|总\s*计|小\s*计|共\s*计|总\s*数)(?:\s|[:：（(]|$)")
_NOTE = re.compile(
    r"[（(]?\s*(?:注|备注|说明|续\s*表|接\s*上\s*表|附\s*注)\s*\d*\s*(?:[:：.、)）]|$)"
)
_GOES_ON = re.compile(
    r"[（(]?\s*(?:(?:.{0,40}[（(])?\s*续\s*上?\s*表|接\s*上\s*(?:表|页))\s*[一二三四五六七八九十\d]{0,3}\s*[)）]?"
    r"|.{0,40}[（(]\s*续\s*[一二三四五六七八九十\d]{0,3}\s*[)）]"
)
"""Above the rest of a table: 续表, 接上表, or its title once more with （续）."""
_FOOTNOTE = re.compile(r"[*＊※†]|[①-⑳].*[。；;！？]$")
"""A note at the foot of a table, by its mark; one with a number is a sentence."""
_FILLED_IN = re.compile(
    r"(?:填报|填表|制表|审核|审批|经办|联系|复核|报送)(?:人|单位|部门|日期|时间|电话)\s*[:：]"
)
"""Who filled the table in, below its last row."""
_SIGNED = re.compile(
    r"[^。；;]{0,40}(?:\d{4}|[二〇○零一三四五六七八九]{4})\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月"
    r"\s*[\d一二三四五六七八九十]{1,3}\s*日"
)
_PAGE_MARK = re.compile(
    r"[-—–－―·\s]+\d{1,4}[-—–－―·\s]+|第\s*\d{1,4}\s*页[\s,，/／]*(?:共\s*\d{1,4}\s*页)?"
)
_SPOKEN = "[一二三四五六七八九十百]"
_LEVELS = (
    rf"第{_SPOKEN}+(?:部分|章|类|项|篇)",
    rf"{_SPOKEN}{{1,3}}(?:[、.．]|\s)",
    rf"[（(]{_SPOKEN}{{1,3}}[)）]",
)
"""How headings are counted, the highest first."""
_ORDINAL = re.compile(rf"(?:{'|'.join(_LEVELS)})[、.．:：]?\s*")
_COUNT = re.compile(r"\s*[（(]\s*共?\s*\d+\s*[项条个类]?\s*[)）]$")
SECTION = re.compile(rf"(?:{'|'.join(_LEVELS)})[、.．:：]?\s*[^。；;！？]{{1,40}}")
"""A heading among services: 一、学有所教, （二）病有所医, 第三部分 住有所居."""
_LIST = re.compile(r"(?:清单|目录|一览表|明细表|汇总表|登记表|附表)(?:[（(].{0,20}[)）])?$")
"""The title of a list of its own, with an ordinal too: 二、老年人关爱服务清单."""
_LONGEST_TITLE = 40
_ENDS = re.compile("[。；;！？][”』」）)]*$")
_SPOKEN_NUMBER = re.compile(rf"[（(]?{_SPOKEN}{{1,3}}[)）]?[、.．]?")
_LONGEST = 20
_LEAST_CELLS = 4
"""In a table of fewer columns, a number and a name may be all that a service has."""
_FIRST = 2
"""A heading without an ordinal stands in one of so many first cells."""


def ends_sentence(text: str) -> bool:
    """Whether words end a sentence, or a part of one that can stand alone."""
    return bool(_ENDS.search(text))


def name_section(text: str) -> str:
    """Give the name in a heading, without its ordinal and without the count of what is below.

    >>> [name_section(text) for text in ("一、学有所教", "（二）病有所医（3项）", "住有所居")]
    ['学有所教', '病有所医', '住有所居']
    """
    return _COUNT.sub("", _ORDINAL.sub("", text.strip(), count=1)) or text


def names_list(text: str) -> bool:
    """Whether words are the title of a list, with an ordinal or without."""
    return len(text) <= _LONGEST_TITLE and bool(_LIST.search(text))


def heads_part(text: str) -> bool:
    """Whether a paragraph between tables heads the part of one list that stands below it.

    >>> [heads_part(text) for text in ("一、学有所教", "二、老年人关爱服务清单", "学有所教")]
    [True, False, False]
    """
    return bool(SECTION.fullmatch(text)) and not names_list(text)


def says_rest(text: str) -> bool:
    """Whether a paragraph says that the rest of the table above stands below it.

    >>> [says_rest(text) for text in ("（续表）", "续表2", "关爱服务清单（续）", "手续表")]
    [True, True, True, False]
    """
    return bool(_GOES_ON.fullmatch(text.strip()))


def find_level(text: str) -> int:
    """Give how deep a heading stands among headings: 0 for the highest, by how it is counted."""
    levels = (at for at, level in enumerate(_LEVELS) if re.match(level, text))
    return next(levels, len(_LEVELS))


def have_levels(rows: Iterable[Row]) -> bool:
    """Whether rows are numbered on two levels, as 1 and 1.1; those of the first are headings."""
    return any(len(read_steps(row.filled[0]) or ()) > 1 for row in rows if row.filled)


def tell_row(
    row: Row, names: Collection[str], *, has_sections: bool, has_levels: bool = False
) -> RowKind:
    """Tell what a row is by its words.

    A heading stands alone in its row, or in each of its cells, or behind its ordinal. Where a
    column has the names of pillars, one below such a name is none of theirs. In a table of one
    column each row is a service.

    Args:
        row: Of the table.
        names: Those that headings are known to have.
        has_sections: Whether the table may have headings among its services.
        has_levels: Whether its rows are numbered on two levels.
    """
    words = row.filled
    if not any(map(_SAYING.search, words)) or _is_beside(row):
        return "other"
    if not has_sections or len(row.cells) == 1:
        return "other" if is_subheading(row) else "service"
    if _is_numbered(row, has_levels=has_levels):
        return "section"
    if not _is_alone(words, len(row.cells)):
        return "service"
    is_first = any(row.texts[:_FIRST])
    return "section" if _is_heading(words[0], names, is_first=is_first) else "service"


def is_subheading(row: Row) -> bool:
    """Whether a row has nothing but a heading beside the name of a pillar that reaches over it."""
    if len(row.filled) != _FIRST or len(row.cells) < _LEAST_CELLS:
        return False
    return row.filled == row.texts[:_FIRST] and bool(SECTION.fullmatch(row.filled[-1]))


def _is_beside(row: Row) -> bool:
    """Whether a row sums others up, notes something, or belongs to the sheet and not the list."""
    first, *others = row.filled
    if any(form.match(first) for form in (_SUM, _NOTE, _FILLED_IN)):
        return True
    if len(others) == 1 and read_steps(first) is None and _SIGNED.fullmatch(others[0]):
        return True
    if len(row.cells) == 1 or not _is_alone(row.filled, len(row.cells)):
        return False
    is_footnote = bool(row.texts[0] and _FOOTNOTE.match(first))
    return is_footnote or any(form.fullmatch(first) for form in (_SIGNED, _PAGE_MARK))


def read_heading(row: Row) -> str:
    """Give the words of a heading, its ordinal before its name."""
    return " ".join(dict.fromkeys(row.filled))


def _is_numbered(row: Row, *, has_levels: bool) -> bool:
    """Whether a row has nothing but an ordinal and a name: a number in words, or of one level."""
    if len(row.filled) != _FIRST or len(row.cells) < _LEAST_CELLS:
        return False
    ordinal, name = row.filled
    is_ordinal = _SPOKEN_NUMBER.fullmatch(ordinal) or (
        has_levels and len(read_steps(ordinal) or (0, 0)) == 1
    )
    is_name = len(name) <= _LONGEST and not ends_sentence(name)
    return bool(is_ordinal) and is_name


def _is_alone(words: Sequence[str], width: int) -> bool:
    return len(words) == 1 or (len(words) == width and len(set(words)) == 1)


def _is_heading(text: str, names: Collection[str], *, is_first: bool) -> bool:
    if name_section(text) in names or SECTION.fullmatch(text):
        return True
    is_name = len(text) <= _LONGEST and not ends_sentence(text) and read_steps(text) is None
    return is_first and is_name
