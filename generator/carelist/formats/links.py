"""Links whose words say nothing but that there is one: where they lead is told."""

from __future__ import annotations

import re

_POINTING = re.compile(
    r"(?:请?点击|点此|请)?(?:进入|查看|阅读|下载|(?:在线|网上|线上|立即)?(?:办理|申请|申报|预约|咨询))?"
    r"(?:详情|全文|原文|更多|链接|网址|入口|指南|办事指南|这里|此处)?|link|here|more|details"
)
_BRACKETS = "（()）[]【】>》→ "


def points_only(words: str) -> bool:
    """Whether words only point, so that nothing is said without the address behind them.

    >>> [points_only(words) for words in ("查看", "【点击查看详情】", "在线办理", "高龄津贴", "")]
    [True, True, True, False, False]
    """
    bare = words.strip().strip(_BRACKETS)
    return bool(bare) and bool(_POINTING.fullmatch(bare.casefold()))


def tell_link(words: str, target: str) -> str:
    """Write words with where they lead, as a message tells it; empty where nothing is to tell."""
    is_address = target.startswith(("http://", "https://", "mailto:", "/", "./", "../"))
    return f"{words.strip()} → {target}" if is_address and points_only(words) else ""
