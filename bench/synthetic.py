"""A synthetic catalog of any length, sound in every check, of a city that does not exist.

What grows with the list grows in the real list's proportions of 2025: 2.2 clauses a service, 0.6
groups a service, texts of the same mean length. Pillars and departments stay 6 and 15, as a longer
list would have them; audiences grow to 60.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bench.city import (
    DEPARTMENTS,
    PILLARS,
    PRINTED_OPENING,
    REVISION,
    TABLE_TITLE,
    list_city_files,
    make_notice,
)
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
)
from bench.yaml_writing import make_text, write_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bench.yaml_writing import Value

MOST_SERVICES = len(SETTINGS) * len(FIELDS) * len(KINDS) * 5 // 3
"""There are five services to three groups, and as many names of groups as the words allow."""
HOWS = ("apply", "attend", "apply", "attend", "apply", "attend", "apply", "public")
CLAUSE_COUNTS = (2, 1, 3, 2, 2, 4, 2, 1, 3, 2)
TABLE_COLUMNS = ("pillar", "number", "audience", "group", "task", "departments")

_CONFIGURATION = """\
INHERIT: {root}/mkdocs.yml
docs_dir: {root}/docs
theme:
  custom_dir: {root}/overrides
plugins:
  - carelist:
      catalog: catalog
"""


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


def write_project(folder: Path, count: int, root: Path) -> None:
    """Write a project with a list of `count` services and the templates and pages of `root`.

    Raises:
        ValueError: If the words do not suffice for so many services, or there are fewer than the
            pillars need.
    """
    if not len(PILLARS) <= count <= MOST_SERVICES:
        raise ValueError(f"{count} services; expected {len(PILLARS)} to {MOST_SERVICES}")
    folder.mkdir(parents=True, exist_ok=True)
    configuration = _CONFIGURATION.format(root=root.as_posix())
    (folder / "mkdocs.yml").write_text(configuration, encoding="utf-8")
    write_catalog(folder / "catalog", count)


def write_catalog(folder: Path, count: int) -> None:
    """Write a catalog with one revision of `count` services."""
    revision = folder / "revisions" / REVISION
    revision.mkdir(parents=True)
    items = [_make_item(index, count) for index in range(count)]
    notice = make_notice(items[0].id)
    for name, content in list_city_files().items():
        (folder / name).write_text(write_yaml(content), encoding="utf-8")
    for name, content in (
        ("notice.yml", notice),
        ("services.yml", _make_services(items)),
        ("readings.yml", _make_readings(items)),
    ):
        (revision / name).write_text(write_yaml(content), encoding="utf-8")
    copy = "\n".join(_list_copy_lines(notice, items)) + "\n"
    (revision / "source.txt").write_text(copy, encoding="utf-8")


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


def _make_item(index: int, count: int) -> Item:
    group = index * 3 // 5
    rank = index - -(-group * 5 // 3)
    is_shared = rank > 0 or (index + 1) * 3 // 5 == group
    setting, field, kind = _split_group(group)
    offer = KINDS[kind].offers[rank]
    name = Words(f"{setting.zh}{field.zh}{offer.zh}", f"{setting.en} {field.en} {offer.en}")
    draw = Draw(index)
    size = CLAUSE_COUNTS[index % len(CLAUSE_COUNTS)]
    clauses, task = _make_clauses(draw, size)
    bodies = list(DEPARTMENTS)[:-1]
    departments = dict.fromkeys(draw.of(bodies) for _ in range(2 if index % 4 == 0 else 1))
    audience = index % _count_audiences(count)
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


def _count_audiences(count: int) -> int:
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
        clauses.append({**clause, "text": make_text(zh, en)})
        task += zh
    return tuple(clauses), task


def _write_summary(draw: Draw, audience: Words, name: Words) -> Words:
    one, place = draw.of(THINGS), draw.of(PLACES)
    return Words(
        f"清单写明，{audience.zh}可以用得上{name.zh}，其中有{one.zh}，{place.zh}。",
        f"The list sets out {name.en} for {audience.en.lower()}. There is {one.en}, "
        f"{place.en}. The department decides who can have it.",
    )


def _make_services(items: list[Item]) -> dict[str, Value]:
    groups = range(items[-1].group + 1)
    slugs = [name_group(group).en.lower().replace(" ", "-") for group in groups]
    return {
        "audiences": [
            {"id": f"audience-{index}", "name": make_text(*name_audience(index))}
            for index in range(_count_audiences(len(items)))
        ],
        "groups": [{"id": slugs[g], "name": make_text(*name_group(g))} for g in groups],
        "services": [_make_service(item, slugs[item.group]) for item in items],
    }


def _make_service(item: Item, group: str) -> Value:
    title: dict[str, Value] = {"title": make_text(*item.title)} if item.title else {}
    return {
        "id": item.id,
        "number": item.number,
        "pillar": item.pillar,
        "audience": f"audience-{item.audience}",
        "group": group,
        **title,
        "departments": list(item.departments),
        "summary": make_text(*item.summary),
        "clauses": list(item.clauses),
    }


def _find_heads(items: list[Item]) -> list[Item]:
    """The first service of each pillar: the table prints the pillar beside it alone."""
    return list({item.pillar: item for item in reversed(items)}.values())[::-1]


def _make_readings(items: list[Item]) -> dict[str, Value]:
    heads = _find_heads(items)
    ends = [head.number - 1 for head in heads[1:]] + [len(items)]
    merged = [
        _make_reading(
            f"pillar-{head.pillar}",
            "merged",
            rows=f"{head.number + 1}-{end}",
            columns=["pillar"],
            beside=str(head.number),
        )
        for head, end in zip(heads, ends, strict=True)
        if end > head.number
    ]
    last = str(len(items))
    printed, read = PRINTED_OPENING
    return {
        "table": [list(TABLE_COLUMNS)],
        "readings": [
            _make_reading("letterhead", "stray", printed="文件"),
            _make_reading("opening", "repaired", printed=printed, read=read, sure=100),
            *merged,
            _make_reading("last", "inferred", rows=last, columns=["audience"], sure=80),
        ],
        "not_stated": [
            {"id": "telephone", "text": make_text("没有写电话。", "No telephone number is given.")}
        ],
    }


def _make_reading(name: str, kind: str, **parts: Value) -> Value:
    plain = make_text("这一处是我们读出来的。", "This is how we read it.")
    why = make_text("前后文这样才通顺。", "Only so do the words around it make sense.")
    return {"id": name, "kind": kind, **parts, "plain": plain, "why": why}


def _list_copy_lines(notice: dict[str, Value], items: list[Item]) -> Iterator[str]:
    """Yield the lines of the copy: the body as printed, then the table."""
    measures = notice["measures"]
    texts = [notice[name] for name in ("number", "title", "addressees", "opening")]
    if isinstance(measures, list):
        texts += [measure["text"] for measure in measures if isinstance(measure, dict)]
    texts += [notice[name] for name in ("disclosure", "signatory", "colophon")]
    yield "文件"
    for text in texts:
        zh = text["zh"] if isinstance(text, dict) else ""
        yield f"\n{str(zh).replace(PRINTED_OPENING.en, PRINTED_OPENING.zh)}"
    yield f"\n{TABLE_TITLE.zh}\n"
    yield "| | 序号 | 服务对象 | 服务项目 | 任务内容 | 责任部门 |"
    yield "|----|----|----|----|----|----|"
    heads = {head.number for head in _find_heads(items)}
    for item in items:
        pillar = PILLARS[item.pillar].zh if item.number in heads else ""
        audience = name_audience(item.audience).zh if item.number < len(items) else ""
        bodies = " ".join(DEPARTMENTS[name].zh for name in item.departments)
        cells = (pillar, str(item.number), audience, name_group(item.group).zh, item.task, bodies)
        yield f"| {' | '.join(cells)} |"
