"""How lists head the columns of their tables; the names stand in headings.yml."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from carelist.speech.plain_yaml import read_plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carelist.catalog.records import Means, PrintedColumn

_FILE = Path(__file__).with_suffix(".yml")
_NOTE = re.compile(r"[（(\[【][^（(\[【]*[)）\]】]$")
"""Behind a heading, as the unit in 补贴标准（元/月）."""
_EMPHASIS = re.compile(r"(\*{1,3}|_{1,3})(.+)\1")
"""Around a heading of a Markdown table: `**序号**`."""
_SCOPE = re.compile(r"(?:\d{4}年(?:度)?|(?:省|市|县|区|州|盟|旗|乡镇?)[级直])(?=..)")
"""Before a heading: of which year, or of which level of government, its cells are."""
_ENDINGS = frozenset({"audience", "group", "task"})
_LATIN = re.compile(r"[A-Za-z./·’'-]+")
"""A translation, beside a Chinese heading."""


class Headings(NamedTuple):
    """The names of the table, each with what it heads."""

    columns: dict[str, PrintedColumn]
    """Those of fixed columns, `number` among them."""
    means: dict[str, Means]
    """Those of further columns."""
    ambiguous: dict[str, tuple[str, ...]]
    """Those that may head several: columns or what further ones mean, the likeliest first."""


@cache
def read_headings() -> Headings:
    """Read the table of names, once."""
    told = read_plain(_FILE)
    return Headings(
        {
            clean_heading(name): column
            for column, names in told["columns"].items()
            for name in names
        },
        {clean_heading(name): means for means, names in told["means"].items() for name in names},
        {clean_heading(name): tuple(may_be) for name, may_be in told["ambiguous"].items()},
    )


def clean_heading(text: str) -> str:
    """Give a heading without spaces, capitals, emphasis, and what stands in brackets behind it.

    >>> clean_heading("补 贴 标 准（元/月）"), clean_heading("**Target Group**")
    ('补贴标准', 'targetgroup')
    """
    joined = re.sub(r"\s|<br ?/?>|[⁰¹²³⁴-⁹]+$", "", text)
    if emphasised := _EMPHASIS.fullmatch(joined):
        joined = emphasised[2]
    return (_NOTE.sub("", joined) or joined).casefold()


def list_meanings(text: str) -> tuple[str, ...]:
    """List what a heading may head, the likeliest first: columns, or what further ones mean.

    >>> list_meanings("牵头单位"), list_meanings("类型"), list_meanings("2026年补贴标准（元）")
    (('departments',), ('types', 'pillar'), ('standard',))
    """
    heading = clean_heading(text)
    first = re.split("[/／]", heading, maxsplit=1)[0]
    forms = (heading, _SCOPE.sub("", heading), _LATIN.sub("", heading), first)
    return next(filter(None, map(_look_up, forms)), ())


def _look_up(heading: str) -> tuple[str, ...]:
    names = read_headings()
    if heading in names.ambiguous:
        return names.ambiguous[heading]
    found = names.columns.get(heading) or names.means.get(heading)
    return (found,) if found else ()


def find_column(text: str) -> PrintedColumn:
    """Give the fixed column that a heading is likeliest of; empty for that of a further one.

    >>> find_column("服务类型"), find_column("类 型"), find_column("备注")
    ('types', 'types', '')
    """
    fixed = set(read_headings().columns.values())
    return next((name for name in list_meanings(text) if name in fixed), "")


def find_means(text: str) -> Means | None:
    """Give what a further column of some heading means; None where no such one is known.

    >>> find_means("咨询电话"), find_means("服务类型")
    ('telephone', None)
    """
    further = {*read_headings().means.values()}
    return next((name for name in list_meanings(text) if name in further), None)


def find_ending(text: str) -> PrintedColumn:
    """Give the column that the last words of a heading are likeliest of; empty where there is none.

    Only those are looked for that a list can hardly do without.

    >>> find_ending("优抚项目"), find_ending("惠残内容"), find_ending("补助金额")
    ('group', 'task', '')
    """
    heading = clean_heading(text)
    ends = (heading[at:] for at in range(1, len(heading) - 1))
    found = (read_headings().columns.get(end, "") for end in ends)
    return next((name for name in found if name in _ENDINGS), "")


def count_headings(texts: Iterable[str]) -> int:
    """Count the texts that head a column."""
    return sum(bool(list_meanings(text)) for text in texts)
