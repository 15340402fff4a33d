"""The names of headings: each heads one thing, or says that it may head several."""

from __future__ import annotations

from collections import Counter
from typing import get_args

import pytest
import yaml
from carelist.catalog.headings import (
    count_headings,
    find_column,
    find_means,
    list_meanings,
    read_headings,
)
from carelist.catalog.records import FixedColumn, Means

from tests.conftest import ROOT

TOLD = yaml.safe_load((ROOT / "generator" / "carelist" / "catalog" / "headings.yml").read_bytes())
KNOWN = {
    "类别": ("pillar",),
    "服务类型": ("types",),
    "保护类型": ("types",),
    "政策名称": ("group",),
    "享受对象": ("audience",),
    "补贴标准": ("standard",),
    "补贴标准（元/人·月）": ("standard",),
    "申请方式": ("how",),
    "办理地点": ("where",),
    "办理材料": ("documents",),
    "牵头单位": ("departments",),
    "配合 单位": ("supporting",),
    "责任单位": ("departments",),
    "服务主体": ("departments", "other"),
    "支出责任": ("funding",),
    "咨询电话": ("telephone",),
    "备\n注": ("remark",),
    "**序号**": ("number",),
    "__责任单位__": ("departments",),
    "类型": ("types", "pillar"),
    "免疫规划": (),
    "（元）": (),
}


@pytest.mark.parametrize("heading", KNOWN)
def test_what_a_heading_may_head(heading: str) -> None:
    """As met in the lists of cities; one that is not known heads nothing that is known."""
    assert list_meanings(heading) == KNOWN[heading]


def test_no_name_stands_twice() -> None:
    """What may head several columns is said in one place."""
    shelves = (*TOLD["columns"].values(), *TOLD["means"].values(), TOLD["ambiguous"])
    times = Counter(name for names in shelves for name in names)
    assert [name for name, count in times.items() if count > 1] == []


def test_every_column_and_every_meaning_has_names() -> None:
    """And there are no others, among those that may be meant either."""
    assert set(TOLD["columns"]) == {*get_args(FixedColumn), "number"}
    assert set(TOLD["means"]) == set(get_args(Means))
    may_be = {name for names in read_headings().ambiguous.values() for name in names}
    assert may_be <= {*TOLD["columns"], *TOLD["means"]}


def test_supporting_bodies_and_types_lead_to_nothing_else() -> None:
    """Neither to the pillar nor to the departments."""
    for name in TOLD["columns"]["supporting"] + TOLD["columns"]["types"]:
        assert find_column(name) in {"supporting", "types"}
        assert find_means(name) is None


def test_headings_are_counted_among_words() -> None:
    """A row of headings can be told from a row of words."""
    assert count_headings(("序号", "享受对象", "咨询电话", "市民政局", "")) == 3
