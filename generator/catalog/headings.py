"""How lists head the columns of their tables."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.catalog.records import PrintedColumn

HEADINGS: dict[PrintedColumn, tuple[str, ...]] = {
    "pillar": ("类别", "大类", "类型", "领域", "服务类别", "服务类型", "保障类别"),
    "number": ("序号", "编号", "项次", "序"),
    "audience": ("服务对象", "对象", "保障对象", "享受对象", "适用对象"),
    "group": ("服务项目", "项目", "项目名称", "服务名称", "事项", "服务事项", "事项名称"),
    "task": ("任务内容", "任务", "服务内容", "内容", "具体内容", "服务标准", "主要内容"),
    "departments": (
        "责任部门",
        "责任单位",
        "部门",
        "牵头部门",
        "主管部门",
        "牵头单位",
        "负责部门",
        "实施部门",
        "实施单位",
    ),
}
_ALL = frozenset(name for names in HEADINGS.values() for name in names)


def count_headings(texts: Iterable[str]) -> int:
    """Count the texts that head a column; spaces among their characters are no difference."""
    return sum(re.sub(r"\s", "", text) in _ALL for text in texts)
