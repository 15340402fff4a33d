"""How the lines of a table are cited: by printed numbers, or counted where these do not serve."""

from __future__ import annotations

import pytest
from carelist.catalog.places import find_places
from carelist.catalog.printed_numbers import go_on, read_steps
from carelist.catalog.sections import find_level, name_section
from carelist.catalog.source import read_source

WITH_NUMBERS = ("number", "group", "task", "departments")
HEAD = "| 序号 | 服务项目 | 服务内容 | 责任单位 |\n|---|---|---|---|\n"
TABLES: dict[str, dict[str, str]] = {
    "numbers that are printed": {"1|甲|做。|局": "1", "2.|乙|做。|局": "2"},
    "a line lost": {"1|甲|做。|局": "1", "3|乙|做。|局": "3"},
    "numbers of two levels": {"1.1|甲|做。|局": "1", "1.2|乙|做。|局": "2"},
    "numerals in brackets": {"（一）|甲|做。|局": "1", "（二）|乙|做。|局": "2"},
    "numbers that begin anew": {"1|甲|做。|局": "1", "2|乙|做。|局": "2", "1|丙|做。|局": "3"},
    "numbers that begin anew below a heading": {
        "一、学有所教|||": "0+1",
        "1|甲|做。|局": "1",
        "二、病有所医|||": "1+1",
        "1|乙|做。|局": "2",
    },
    "headings over all columns": {"学有所教|学有所教|学有所教|学有所教": "0+1", "|甲|做。|局": "1"},
    "no numbers": {"|甲|做。|局": "1", "|乙|做。|局": "2"},
    "a service that goes on in another line": {
        "1.1|甲|做，|局": "1",
        "1.1|甲|再做。|局": "1+1",
        "||又做。|": "1+2",
        "1.2|乙|做。|局": "2",
    },
    "a task without a number that goes on": {
        "|甲|做，|局": "1",
        "||再做。|": "1+1",
        "||又做。|": "2",
    },
    "a sum and a note": {
        "|甲|做。|局": "1",
        "合计|1||": "1+1",
        "|乙|做。|局": "2",
        "注：每年修订|||": "2+1",
    },
}


@pytest.mark.parametrize("name", TABLES)
def test_places_of_a_table(name: str) -> None:
    """Each line by its number, or by how far it stands below a numbered one."""
    lines = "".join(f"|{line}|\n" for line in TABLES[name])
    places = find_places(read_source("source.txt", HEAD + lines), (WITH_NUMBERS,))
    assert [str(place) for place in places] == [*TABLES[name].values()]


def test_a_list_can_be_counted_although_its_numbers_would_serve() -> None:
    """As where a service says that what is printed is not its number."""
    source = read_source("source.txt", f"{HEAD}| 1 | 甲 | 做。 | 局 |\n| 3 | 乙 | 做。 | 局 |")
    places = find_places(source, (WITH_NUMBERS,), is_counted=True)
    assert tuple(str(place) for place in places) == ("1", "2")


def test_what_is_no_number() -> None:
    """Words, and numbers that are part of them."""
    assert [read_steps(text) for text in ("市民政局", "3岁以下", "", "½")] == [None] * 4
    assert not go_on([])


def test_headings_among_services() -> None:
    """Their names, and how deep they stand."""
    headings = ("第一部分 学有所教", "一、学有所教", "（一）学有所教（共3项）", "学有所教")
    assert {name_section(heading) for heading in headings} == {"学有所教"}
    assert [find_level(heading) for heading in headings] == [0, 1, 2, 3]
