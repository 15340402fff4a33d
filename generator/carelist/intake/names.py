"""The names that a table may print, and how like each column's words a cell reads."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from carelist.catalog.table_lines import is_number

if TYPE_CHECKING:
    from carelist.catalog.records import Department, Pillar, PrintedColumn
    from carelist.catalog.revision import Revision

ORDER: tuple[PrintedColumn, ...] = (
    "pillar",
    "number",
    "audience",
    "group",
    "task",
    "departments",
)
"""The columns as lists of services usually order them."""
LISTS: frozenset[PrintedColumn] = frozenset({"departments", "supporting", "types"})
"""The columns whose cells list names, each of its lines one or more."""
_GROUP_END = re.compile(
    "(?:服务|救助|补贴|补助|保障|资助|帮扶|津贴|项目|供养|救治|援助|指导|教育)$"
)
_AUDIENCE_END = re.compile(
    "(?:儿童|少年|学生|幼儿|婴幼儿|患者|人员|家庭|父母|监护人|居民|老年人|者)$"
)
_BODY_END = re.compile("(?:局|委|办|院|联|厅|部|处|会|中心|公安|机构|单位)$")
_BODY = re.compile(
    r"(?:局|委|办|院|联|厅|部|处|会|中心|公安|机构|单位|政府|部门|科|室|所|站|队|社|团|校|学校|大学"
    r"|公司|集团|银行|馆|场|园|协会|基金会|乡|镇|街道|社区|村|县|市|区|旗|人|家庭|企业|组织)"
    r"(?:[（(][^）)]*[）)])?$"
)
_SENTENCE_END = re.compile("[。；;！？][”』」）)]*$")
_SEPARATOR = re.compile(r"(?:[\s、，,；;/]|<br ?/?>|[（(]?(?:牵头|配合)[）)]?)+")
_PILLAR_LENGTH, _BODY_LENGTH, _NAME_LENGTH = 6, 12, 40
_LIKE_PILLAR, _LIKE_BODY = 0.2, 0.5
_TASK_LENGTH = 16


@dataclass(frozen=True)
class Known:
    """What is known before a copy is read: the city's names, and last year's list if any."""

    pillars: tuple[Pillar, ...]
    departments: tuple[Department, ...]
    last: Revision | None = None

    @cached_property
    def bodies(self) -> dict[str, str]:
        """The ids of the departments by the names that tables print, the longest first."""
        names = {
            name: d.id
            for d in self.departments
            for name in (d.printed.table or d.name.source, *d.printed.also)
        }
        return {name: names[name] for name in sorted(names, key=lambda name: (-len(name), name))}

    def list_names(self) -> dict[str, list[str]]:
        """List all names of each body, by its id."""
        names = {
            d.id: (d.printed.table, d.name.source, d.printed.addressees, *d.printed.also)
            for d in self.departments
        }
        return {id_: [name for name in given if name] for id_, given in names.items()}

    @cached_property
    def pillar_ids(self) -> dict[str, str]:
        """The ids of the pillars by name, in the city's order."""
        return {pillar.name.source: pillar.id for pillar in self.pillars}

    def describe_pillars(self) -> dict[str, str]:
        """Give all that is said of each pillar, by name: its summary, and last year's services."""
        texts = {
            pillar.name.source: pillar.summary.source if pillar.summary else ""
            for pillar in self.pillars
        }
        names = {pillar.id: pillar.name.source for pillar in self.pillars}
        for service in self.last.services if self.last else ():
            if self.last and service.pillar in names:
                group = self.last.groups[service.group].name.source
                texts[names[service.pillar]] += f" {group} {service.task}"
        return texts

    def read_bodies(self, text: str) -> tuple[tuple[str, ...], str]:
        """Read the names of departments in printed order; give their ids, and what is left."""
        found = [self.bodies[one[1]] for one in self._body_names.finditer(text) if one[1]]
        return tuple(dict.fromkeys(found)), " ".join(self._body_names.sub(" ", text).split())

    @cached_property
    def _body_names(self) -> re.Pattern[str]:
        """What stands between departments, or else the name of one."""
        names = "|".join(map(re.escape, self.bodies)) or "(?!)"
        return re.compile(f"{_SEPARATOR.pattern}|({names})")

    @cached_property
    def _fits(self) -> dict[tuple[str, PrintedColumn], float]:
        """What was found for each text and column, since tables repeat their words."""
        return {}

    def fit(self, text: str, column: PrintedColumn) -> float:
        """Say how like the words of a column a cell reads: from 0, not at all, to 1."""
        if (text, column) not in self._fits:
            self._fits[text, column] = self._find_fit(text, column)
        return self._fits[text, column]

    def _find_fit(self, text: str, column: PrintedColumn) -> float:
        if column == "number":
            return float(is_number(text))
        if is_number(text):
            return 0.0
        if column == "departments":
            return self._fit_bodies(text)
        if column == "pillar":
            return (
                1.0
                if join_han(text) in self.pillar_ids
                else _LIKE_PILLAR * (len(text) <= _PILLAR_LENGTH)
            )
        if column == "task":
            return _fit_task(text)
        return _fit_name(text, _GROUP_END if column == "group" else _AUDIENCE_END)

    def _fit_bodies(self, text: str) -> float:
        found, rest = self.read_bodies(text)
        if found:
            return max(0.0, 1 - len(rest) / len(text))
        parts = _SEPARATOR.split(text)
        is_like = all(_BODY_END.search(p) and len(p) <= _BODY_LENGTH for p in parts if p)
        return _LIKE_BODY * is_like


def _fit_task(text: str) -> float:
    """A task is a sentence, or so long that it can be no name."""
    if _SENTENCE_END.search(text):
        return 1.0
    return min(1.0, len(text) / 40) if len(text) >= _TASK_LENGTH else 0.0


def _fit_name(text: str, end: re.Pattern[str]) -> float:
    if len(text) > _NAME_LENGTH or _SENTENCE_END.search(text):
        return 0.0
    return 0.9 if end.search(re.sub("[（(].*?[）)]$", "", text)) else 0.3


def is_like_body(name: str) -> bool:
    """Whether words end as names of bodies do.

    >>> is_like_body("市妇联"), is_like_body("乡镇（街道）"), is_like_body("见附件")
    (True, True, False)
    """
    return bool(_BODY.search(name))


def ends_sentence(text: str) -> bool:
    """Whether a text ends as a sentence or a clause ends."""
    return bool(_SENTENCE_END.search(text))


def join_han(text: str) -> str:
    """Take out the spaces that a line break leaves between Chinese characters.

    >>> join_han("为儿 童 提供 HPV 疫苗")
    '为儿童提供 HPV 疫苗'
    """
    return re.sub(r"(?<=[\u3400-\u9fff（）、，]) +(?=[\u3400-\u9fff（）、，])", "", text)
