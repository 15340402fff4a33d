"""The services of the synthetic list, one by one, before they are written."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bench.city import DEPARTMENTS, PILLARS
from bench.phrases import (
    ACTS,
    AGES,
    ANYONE,
    CONDITIONS,
    FIELDS,
    KINDS,
    MANNERS,
    PEOPLE,
    PLACES,
    SETTINGS,
    THINGS,
    Draw,
    Words,
    make_text,
)
from bench.rules import make_clause_rule

if TYPE_CHECKING:
    from carelist.catalog.yaml_writing import Value

MOST_SERVICES = len(SETTINGS) * len(FIELDS) * len(KINDS) * 5 // 3
"""There are five services to three groups, and as many names of groups as the words allow."""
HOWS = ("apply", "attend", "apply", "attend", "apply", "attend", "apply", "public")
CLAUSE_COUNTS = (2, 1, 3, 2, 2, 4, 2, 1, 3, 2)


class Item(NamedTuple):
    """One service of the list before it is written."""

    number: int
    id: str
    pillar: str
    audience: int
    group: int
    title: Words | None
    departments: tuple[str, ...]
    clauses: tuple[Value, ...]
    task: str
    summary: Words


def name_audience(index: int) -> Words:
    """Name one of 60 audiences."""
    age, people = AGES[index % len(AGES)], PEOPLE[index // len(AGES)]
    return Words(f"{age.zh}的{people.zh}", f"{people.en.capitalize()}, {age.en}")


def _split_group(index: int) -> tuple[Words, Words, int]:
    """Give the setting and the field of a group, and the index of its kind."""
    rest, setting = divmod(index, len(SETTINGS))
    kind, field = divmod(rest, len(FIELDS))
    return SETTINGS[setting], FIELDS[field], kind


def name_group(index: int) -> Words:
    """Name a group of services."""
    setting, field, kind = _split_group(index)
    words = KINDS[kind].group
    en = f"{setting.en} {field.en} {words.en} services".capitalize()
    return Words(f"{setting.zh}{field.zh}{words.zh}", en)


def make_item(index: int, count: int, seed: int = 0) -> Item:
    """Make one service of a list of `count`; of another seed, with other promises."""
    group = index * 3 // 5
    rank = index - -(-group * 5 // 3)
    is_shared = rank > 0 or (index + 1) * 3 // 5 == group
    setting, field, kind = _split_group(group)
    offer = KINDS[kind].offers[rank]
    name = Words(f"{setting.zh}{field.zh}{offer.zh}", f"{setting.en} {field.en} {offer.en}")
    draw = Draw(index + seed)
    size = CLAUSE_COUNTS[index % len(CLAUSE_COUNTS)]
    clauses, task = _make_clauses(draw, size)
    bodies = list(DEPARTMENTS)[:-1]
    departments = dict.fromkeys(draw.of(bodies) for _ in range(2 if index % 4 == 0 else 1))
    audience = index % count_audiences(count)
    return Item(
        index + 1,
        name.en.replace(" ", "-"),
        list(PILLARS)[index * len(PILLARS) // count],
        audience,
        group,
        Words(name.zh, name.en.capitalize()) if is_shared else None,
        tuple(departments),
        clauses,
        task,
        _write_summary(draw, name_audience(audience), name),
    )


def count_audiences(count: int) -> int:
    """Count the audiences of a list of `count` services."""
    return min(len(AGES) * len(PEOPLE), max(6, count * 2 // 5))


def _make_clauses(draw: Draw, size: int) -> tuple[tuple[Value, ...], str]:
    """Make the clauses of a service, and its task, which is their words joined."""
    clauses: list[Value] = []
    task = ""
    for number in range(1, size + 1):
        how, thing, act, place, manner = (
            draw.of(HOWS),
            draw.of(THINGS),
            draw.of(ACTS),
            draw.of(PLACES),
            draw.of(MANNERS),
        )
        condition = draw.of(CONDITIONS) if how == "apply" else None
        whom = condition or ANYONE
        end = Words("。", ".") if number == size else Words("；", ";")
        zh = f"为{whom.zh}{act.zh}{thing.zh}，{place.zh}，{manner.zh}{end.zh}"
        en = f"{act.en} {thing.en} for {whom.en}, {place.en}, {manner.en}{end.en}"
        title = make_text(thing.zh, thing.en.removeprefix("a ").capitalize())
        clause: dict[str, Value] = {"id": f"promise-{number}", "title": title, "how": how}
        if condition:
            clause["condition"] = make_text(*condition)
        clauses.append({**clause, "text": make_text(zh, en), **make_clause_rule(condition)})
        task += zh
    return tuple(clauses), task


def _write_summary(draw: Draw, audience: Words, name: Words) -> Words:
    one, place = draw.of(THINGS), draw.of(PLACES)
    return Words(
        f"清单写明，{audience.zh}可以用得上{name.zh}，其中有{one.zh}，{place.zh}。",
        f"The list sets out {name.en} for {audience.en.lower()}. There is {one.en}, "
        f"{place.en}. The department decides who can have it.",
    )
