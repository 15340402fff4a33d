"""Numbers in official words, with sign, unit and limit: which stood there, and which do now."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from carelist.revisions.aligning import align
from carelist.revisions.substance import NUMERALS, find_substance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carelist.speech.locales import Locale


_JOINED = r"(?:[.:/\-‑–—―~～·．：／－]|,(?=\d{3}(?!\d)))"
NUMBER = rf"[≥≤≧≦><＞＜=＝≈±+＋\-－−]?\d++(?:{_JOINED}\d++)*+[%％‰℃°]?"
"""A number whole, or a range of two: with sign, decimal point, thousands and percent."""

_LIMITS = (
    "不(?:低于|少于|小于|高于|多于|大于|超过|满|足|含)|未满|(?:低|少|小|高|多|大)于|超过|至少|至多"
    "|最多|最少|约|近|满|每|第|前|含|数|几|上(?=[百千万])"
)
_UNITS = (
    "周岁|岁|年级|年度|年|个月|季度|月|日|天|周|星期|小时|分钟|学时|课时|次(?!性)|元|人次|人|名|位|项"
    "|户|所|件|条|款|倍|成|折|级|类|档|期|批|公里|平方米|米|部门|单位|种|个|孩|胎"
)
_ALSO_UNITS = (
    "[平厘毫分千]米|[公市华]?里|[千毫公市]?克|[公市]?斤|亩|毫升|升|吨|夜|晚|时|点|秒|分|节|辆|张|本|台"
    "|套|场|堂|班|间|床|餐|顿|对|笔|份|轮|家|[A-Za-z]{1,3}(?![A-Za-z])"
)
"""Of numbers in figures alone: behind a numeral, these are mostly part of another word."""
_ENDS = "以上|以下|以内|以外|以前|以后|之前|之后|左右|前|后|起|止"
_CHINESE_NUMBER = f"[{NUMERALS}半壹贰叁肆伍陆柒捌玖拾佰仟廿卅]"
_RATE = f"(?:[/／每](?:{_UNITS}))"
_CHINESE_ONE = (
    rf"(?:负?[¥￥$€]?{NUMBER}{_CHINESE_NUMBER}*+[余多]?(?:{_UNITS}|{_ALSO_UNITS})*{_RATE}*"
    rf"|(?<=每)(?:{_UNITS})|百分之(?:{_CHINESE_NUMBER}++|{NUMBER})"
    rf"|{_CHINESE_NUMBER}++分之{_CHINESE_NUMBER}++"
    rf"|(?<=第){_CHINESE_NUMBER}++|(?<=[（(]){_CHINESE_NUMBER}++(?=[)）])"
    rf"|(?<!{_CHINESE_NUMBER}){_CHINESE_NUMBER}++[余多]?(?:{_UNITS})+{_RATE}*)"
)
_DAY_OR_GRADE = (
    "(?:(?:周|星期|礼拜)[一二三四五六日天]|(?<![提最更])[初高][一二三])"
    f"(?!{_UNITS}|{_CHINESE_NUMBER}|[点回])"
)
_CHINESE = (
    rf"(?:{_LIMITS})?(?:{_DAY_OR_GRADE}|{_CHINESE_ONE})"
    rf"(?:[至到和、或]?(?:{_DAY_OR_GRADE}|{_CHINESE_ONE}))*(?:{_ENDS})?"
)
_ONES = "one|two|three|four|five|six|seven|eight|nine"
_ORDINALS = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_PERIODS = "half[- ]year|year|term|quarter|month|week|day|hour"
_GROUPS = "person|child|family|household"
_ENGLISH_NUMBER = (
    rf"(?:(?<![A-Za-z\d])[¥￥$€£]?{NUMBER}(?:st|nd|rd|th)?(?![A-Za-z\d])"
    rf"|(?<![A-Za-z\d]){NUMBER}(?:[kcm]?m|k?g|[KMG]B)\b"
    rf"|\b(?:an?|one|each|every|per) (?:half[- ])?(?:{_PERIODS})\b"
    rf"|\bper (?:{_GROUPS})\b"
    rf"|\b(?:(?:{_TENS})-(?:{_ONES}|{_ORDINALS})|{_TENS}|{_ORDINALS}"
    r"|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|(?:thir|four|fif|six|seven|eigh|nine)teen(?:th)?|(?:ten|eleven|twelf)th"
    r"|an? (?:quarter|third|half)|zero|half|twice|once|double|triple|dozen"
    r"|hundred|thousand|million|daily|weekly|monthly|quarterly|yearly|annually)\b)"
)
_RATES = rf"(?: (?:per|an?|each|every) (?:{_GROUPS}|{_PERIODS})\b)*"
_ENGLISH = (
    r"(?i)(?:\b(?:at (?:least|most)|up to|no (?:more|less|fewer) than|(?:more|less|fewer) than|over"
    r"|under|below|above|about|from|aged|minus) )?"
    rf"{_ENGLISH_NUMBER}(?:(?: to | and | or | )?{_ENGLISH_NUMBER})*"
    r"(?:[ -](?:yuan|years? old|years?|months?|weeks?|days?|hours?|minutes?|seconds?|times|per cent"
    r"|(?:kilo|centi|milli)?metres?|(?:kilo)?grams?|[kcm]?m|k?g|[KMG]B|departments?)\b"
    r"|(?: ?[ap]\.m\.| ?[ap]m\b))?"
    rf"{_RATES}(?: (?:and|or) (?:over|above|under|below|older|younger|more|less|fewer))?"
)
PATTERNS = {"chinese": _CHINESE, "english": _ENGLISH, "figures": NUMBER}
"""By what a locale says of its numbers."""


@cache
def _compile(name: str) -> re.Pattern[str]:
    """Compile a pattern when it is first asked for: most commands compare nothing."""
    return re.compile(PATTERNS[name])


class Turn(NamedTuple):
    """Numbers that stand in the place of others; without others, they are new, or are gone."""

    before: tuple[str, ...]
    after: tuple[str, ...]


def find_turns(before: str, after: str, language: Locale) -> Iterator[Turn]:
    """Yield the numbers of two wordings of one text that are not the same, in their order."""
    old, new = (_compile(language.numbers).findall(text) for text in (before, after))
    keys = [[find_substance(number) for number in numbers] for numbers in (old, new)]
    for stretch in align(*keys):
        was, now = tuple(old[stretch.old]), tuple(new[stretch.new])
        if stretch.is_same:
            continue
        if len(was) == len(now):
            yield from (Turn((one,), (other,)) for one, other in zip(was, now, strict=True))
        else:
            yield Turn(was, now)
