"""What not every list has, changed: roles, types, further columns, printed numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from carelist.catalog.records import Cells, FurtherColumn, ServiceType
from carelist.catalog.texts import PrintedText
from carelist.revisions.changes.base import apply_changes
from carelist.revisions.changes.parts import unwrap
from carelist.revisions.content import put, read_content
from carelist.revisions.finding import find_changes
from carelist.revisions.naming import Names, Side
from carelist.revisions.telling import tell_changes

from tests.site.building import make_text as make
from tests.speaking import EN, ZH, make_text

if TYPE_CHECKING:
    from carelist.catalog.revision import Catalog

SCHOOL = ("rows", "services", "school")
TYPES = (
    ServiceType(id="goods", name=PrintedText.model_validate(make("物质帮助", "Help in kind"))),
    ServiceType(id="care", name=PrintedText.model_validate(make("照护服务", "Care"))),
)
STANDARD = FurtherColumn(id="standard", heading=make_text(zh="补贴标准"), means="standard")
BEFORE: dict[str, Any] = {
    "printed_number": "1.1",
    "types": ("goods",),
    "departments": ("education", "health"),
    "supporting": ("health",),
    "cells": Cells.model_validate({"standard": {"zh": "每人每月100元"}}),
}
NOW: dict[str, tuple[dict[str, Any], tuple[str, bool, str], str]] = {
    "a cell": (
        {"cells": Cells.model_validate({"standard": {"zh": "每人每月120元"}})},
        ("cell_changed", True, "“补贴标准”一栏改了。“每月100元”改为“每月120元”。"),
        "The column “补贴标准” was reworded. In the Chinese text: “每月100元” became “每月120元”.",
    ),
    "an empty cell": (
        {"cells": Cells()},
        ("cell_changed", True, "“补贴标准”一栏改了。"),
        "The column “补贴标准” was reworded.",
    ),
    "types": (
        {"types": ("goods", "care")},
        ("types_changed", False, "服务类型由“物质帮助”改为“物质帮助和照护服务”。"),
        "Its type of service is now “Help in kind and Care”, and was “Help in kind”.",
    ),
    "roles": (
        {"supporting": ("education",)},
        ("role_changed", True, "市教育局由牵头改为配合；市卫健委由配合改为牵头。"),
        (
            "Cloudbridge Education Bureau supports now, and led before; "
            "Cloudbridge Health Commission leads now, and supported before."
        ),
    ),
    "a department that supports": (
        {
            "departments": ("education", "health", "civil-affairs"),
            "supporting": ("health", "civil-affairs"),
        },
        ("department_added", True, "责任部门增加了市民政局（配合）。"),
        "Cloudbridge Civil Affairs Bureau (supporting) answers for it too.",
    ),
    "others": (
        {"others": True},
        ("others_changed", True, "负责的还有清单没有写出名称的部门。"),
        "Further departments, which the list does not name, answer for it too.",
    ),
    "a printed number": (
        {"printed_number": "1.2"},
        ("renumbered", False, "由第 1.1 项改为第 1.2 项。"),
        "Item 1.1 is now item 1.2.",
    ),
}


@pytest.mark.parametrize("name", NOW)
def test_a_change_is_found_and_told_in_each_language(city: Catalog, name: str) -> None:
    """Each is a change of its own, applied exactly, in the words of either language."""
    fields, chinese, english = NOW[name]
    whole = put(read_content(city.latest), ("rows", "types"), TYPES)
    whole = put(whole, ("rows", "columns"), (STANDARD,))
    before = put(whole, SCHOOL, whole.services["school"].model_copy(update=BEFORE))
    after = put(whole, SCHOOL, before.services["school"].model_copy(update=fields))
    changes = find_changes(before, after)
    assert apply_changes(changes, before) == after
    side = Side(city, city.latest)
    seen = [change for change in map(unwrap, changes) if change.kind.is_seen]
    told = tell_changes(seen, Names(side, side, ZH))
    assert [(one.kind, one.is_major, one.sentence) for one in told] == [chinese]
    assert [one.sentence for one in tell_changes(seen, Names(side, side, EN))] == [english]
