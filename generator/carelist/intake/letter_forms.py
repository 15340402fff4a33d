"""The forms by which the paragraphs of a letter are known."""

from __future__ import annotations

import datetime as dt
import re

from carelist.catalog.printed_numbers import read_steps

NUMBER = re.compile(r".*[〔\[【（(]\d{4}[〕\]】）)]\s*第?\s*\d+\s*号|[（(]?第\s*\d+\s*号[)）]?")
_KINDS = "通\\s*知|公\\s*告|通\\s*告|公\\s*示|意见|决定"
BODY = r"[^，。：；、\s]{2,28}(?:局|委|委员会|办公室|办|政府|厅|部|联合会|联|院|会|中心)"
_LABEL = r"(?:信息|文件|公文)?(?:名\s*称|标\s*题)\s*[:：\s]"
"""Before the title in the box of particulars above a page of a government."""
TITLE = re.compile(rf"(?!{_LABEL})(?=.*关于).*(?:{_KINDS})|(?:{BODY}\s*)?(?:公\s*告|通\s*告)")
KIND_ALONE = re.compile(_KINDS)
"""A title of which the body that issued it stands in the line above."""
MEASURE = re.compile(
    r"(?:第?[一二三四五六七八九十]+(?:是|要|、|，)|（[一二三四五六七八九十]+）)([^。：；]+)"
)
_SPOKEN = "[〇○零一二三四五六七八九十]"
_DAY = rf"(\d{{1,2}}|{_SPOKEN}{{1,3}})"
_DATE = rf"(\d{{4}}|{_SPOKEN}{{4}})\s*年\s*{_DAY}\s*月\s*{_DAY}\s*日"
DATED = re.compile(rf"[^。；]{{0,40}}{_DATE}[^。；]{{0,12}}")
DISCLOSURE = re.compile(r"[(（](?=.*公开).*[)）]")
SIGNATORY = re.compile(rf"{BODY}(?:[、\s]+{BODY}){{0,8}}")
SIGNED = re.compile(rf"({SIGNATORY.pattern})\s+{_DATE}")
"""Who signed, and when, in one line."""
ANNEX = re.compile(r"附\s*件\s*\d*(?:[:：.、\s]|$)")
CONTACT = re.compile(
    r"[（(]?\s*(?:联\s*系\s*人|联系方式|(?:联系|咨询|监督)?电\s*话|传\s*真|邮\s*箱|地\s*址)\s*[:：]"
)
ABOUT = "关于"
"""With which a title says what is given notice of, behind the bodies that give it."""
CLOSING = re.compile(r"特此(?:通知|公告|通告|公示|函告|函达)[。.]?")
WHOLE = re.compile(r"[。：；！？:;!?)）》”…]$")
SHORTEST = 15


def read_date(words: str) -> str:
    """Give the first date in words as `2026-01-08`; empty where there is none, or no such day.

    >>> [read_date(words) for words in ("2026年1月8日", "二〇二六年一月十八日", "2026年2月30日")]
    ['2026-01-08', '2026-01-18', '']
    """
    match = re.search(_DATE, words)
    parts = [read_steps(part.replace("○", "〇")) for part in match.groups()] if match else []
    try:
        return dt.date(*(steps[0] for steps in parts if steps)).isoformat() if parts else ""
    except (TypeError, ValueError):
        return ""
