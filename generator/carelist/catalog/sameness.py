"""When printed words are those of the catalog: how a page was set is no difference."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carelist.catalog.bodies import is_empty

if TYPE_CHECKING:
    from collections.abc import Sequence

_HAN = r"[\u3007\u3400-\u9fff（）《》“”、，。；：]"
_GAP = re.compile(rf"(?<={_HAN}) (?=[0-9A-Za-z])|(?<=[0-9A-Za-z%]) (?={_HAN})")
"""A space between Chinese and an alphabet or digits."""
_ANNEX = re.compile(r"附\s*件\s*(?:\d{1,2}|[一二三四五六七八九十]{1,2})?\s*[:：.．、]?\s*")
_BETWEEN = re.compile(r"[\s、，,；;/／]+")


def is_same_text(printed: str, expected: str) -> bool:
    """Whether words are those expected; a sign that a cell is empty says as much as nothing.

    >>> is_same_text("持居住证 12 个月", "持居住证12个月"), is_same_text("—", "")
    (True, True)
    """
    if printed == expected or (not expected and is_empty(printed)):
        return True
    return bool(expected) and set_plainly(printed) == set_plainly(expected)


def set_plainly(text: str) -> str:
    """Give a text as if it had been set without care for spaces: single ones, none at digits.

    >>> set_plainly("市民政局　　　市教育局 2026 年")
    '市民政局 市教育局2026年'
    """
    return _GAP.sub("", " ".join(text.split()))


def is_annex_label(paragraph: str, title: str) -> bool:
    """Whether a paragraph only says that the table is annexed, alone or with the table's title.

    >>> [is_annex_label(one, "清单") for one in ("附件 1", "附件：《清单》", "附件：表")]
    [True, True, False]
    """
    if not (found := _ANNEX.match(paragraph)):
        return False
    return set_plainly(paragraph[found.end() :]).strip("《》") in ("", title)


def split_names(printed: str) -> tuple[str, ...]:
    """Split the names that a cell lists; none where it is empty.

    >>> split_names("物质帮助、照护服务")
    ('物质帮助', '照护服务')
    """
    if is_empty(printed):
        return ()
    return tuple(dict.fromkeys(name for name in _BETWEEN.split(printed) if name))


def is_same_list(printed: str, names: Sequence[str], expected: Sequence[tuple[str, ...]]) -> bool:
    """Whether a cell lists the names expected, in their order, each in any of its forms.

    Args:
        printed: The words of the cell.
        names: What was read in them.
        expected: All forms of each name.
    """
    if len(names) == len(expected):
        return all(name in forms for name, forms in zip(names, expected, strict=True))
    # Names that a line end parts, or that none parts: nothing but marks differs.
    return bool(names) and _BETWEEN.sub("", printed) == "".join(forms[0] for forms in expected)
