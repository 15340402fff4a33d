"""Numbers in official words, with sign, unit and limit: which stood there, and which do now."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from generator.revisions.aligning import align
from generator.revisions.substance import NUMERALS, find_substance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.catalog.problems import Language

_JOINED = r"(?:[.:/\-‑–—―~～·．：／－]|,(?=\d{3}(?!\d)))"
NUMBER = rf"[≥≤≧≦><＞＜=＝≈±+＋\-－−]?\d++(?:{_JOINED}\d++)*+[%％‰℃°]?"
"""A number whole, or a range of two: with sign, decimal point, thousands and percent."""

_LIMITS = (
    "不(?:低于|少于|小于|高于|多于|大于|超过|满|足)|未满|(?:低|少|小|高|多|大)于|超过|至少|至多"
    "|最多|最少|约|近|满|每|第|前"
)
_UNITS = (
    "周岁|岁|年级|年度|年|个月|季度|月|日|天|周|星期|小时|分钟|学时|课时|次(?!性)|元|人次|人|名|位|项"
    "|户|所|件|条|款|倍|成|折|级|类|档|期|批|公里|平方米|米|部门|单位|种|个"
)
_ENDS = "以上|以下|以内|以外|以前|以后|之前|之后|左右|前|后|起|止"
_CHINESE_NUMBER = f"[{NUMERALS}半]"
_CHINESE_ONE = (
    rf"(?:{NUMBER}{_CHINESE_NUMBER}*+[余多]?(?:{_UNITS})*"
    rf"|(?<=每)(?:{_UNITS})|百分之(?:{_CHINESE_NUMBER}++|{NUMBER})"
    rf"|(?<=第){_CHINESE_NUMBER}++|(?<!{_CHINESE_NUMBER}){_CHINESE_NUMBER}++[余多]?(?:{_UNITS})+)"
)
_CHINESE = re.compile(rf"(?:{_LIMITS})?{_CHINESE_ONE}(?:[至到和、或]?{_CHINESE_ONE})*(?:{_ENDS})?")
_ENGLISH_NUMBER = (
    rf"(?:(?<![A-Za-z\d]){NUMBER}(?![A-Za-z\d])"
    r"|\b(?:an?|one|each|every|per) (?:half[- ])?(?:year|term|quarter|month|week|day|hour)\b"
    r"|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty"
    r"|forty|fifty|sixty|seventy|eighty|ninety|half|twice|once|hundred|thousand|million)\b)"
)
_ENGLISH = re.compile(
    r"(?:\b(?:at (?:least|most)|up to|no (?:more|less|fewer) than|(?:more|less|fewer) than|over"
    r"|under|below|above|about|from|aged) )?"
    rf"{_ENGLISH_NUMBER}(?:(?: to | and | or | )?{_ENGLISH_NUMBER})*"
    r"(?:[ -](?:yuan|years? old|years?|months?|weeks?|days?|hours?|minutes?|times|per cent"
    r"|kilometres?|metres?|departments?)\b)?"
    r"(?: (?:and|or) (?:over|above|under|below|older|younger))?",
    re.IGNORECASE,
)
PATTERNS = {"zh": _CHINESE, "en": _ENGLISH}


class Turn(NamedTuple):
    """Numbers that stand in the place of others; without others, they are new, or are gone."""

    before: tuple[str, ...]
    after: tuple[str, ...]


def find_turns(before: str, after: str, language: Language) -> Iterator[Turn]:
    """Yield the numbers of two wordings of one text that are not the same, in their order."""
    old, new = (PATTERNS[language].findall(text) for text in (before, after))
    keys = [[find_substance(number) for number in numbers] for numbers in (old, new)]
    for stretch in align(*keys):
        was, now = tuple(old[stretch.old]), tuple(new[stretch.new])
        if stretch.is_same:
            continue
        if len(was) == len(now):
            yield from (Turn((one,), (other,)) for one, other in zip(was, now, strict=True))
        else:
            yield Turn(was, now)
