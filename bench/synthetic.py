"""A synthetic catalog of any length, sound in every check, of a city that does not exist.

What grows with the list grows in the real list's proportions of 2025: 2.2 clauses a service, 0.6
groups a service, texts of the same mean length. Pillars and departments stay 6 and 15, as a longer
list would have them; audiences grow to 60.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from typing import TYPE_CHECKING

from carelist.catalog.texts import find_digest
from carelist.catalog.yaml_writing import write_yaml

from bench.city import (
    CITY,
    DEPARTMENTS,
    PILLARS,
    PRINTED_OPENING,
    REVISION,
    TABLE_TITLE,
    list_city_files,
    make_notice,
)
from bench.items import MOST_SERVICES, count_audiences, make_item, name_audience, name_group
from bench.phrases import make_text
from bench.rules import list_conditions, make_audience_rule

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from carelist.catalog.yaml_writing import Value

    from bench.items import Item
    from bench.phrases import Words

OWN = 4
"""One in so many services of a place carries out none of a place above."""
TABLE_COLUMNS = ("pillar", "number", "audience", "group", "task", "departments")

CONFIGURATION = """\
INHERIT: {root}/mkdocs.yml
docs_dir: {root}/docs
plugins:
  - carelist:
      catalog: catalog
      typeset: false
"""


def write_project(folder: Path, count: int, root: Path) -> None:
    """Write a project with a list of `count` services and the templates and pages of `root`.

    Raises:
        ValueError: If the words do not suffice for so many services, or there are fewer than the
            pillars need.
    """
    if not len(PILLARS) <= count <= MOST_SERVICES:
        raise ValueError(f"{count} services; expected {len(PILLARS)} to {MOST_SERVICES}")
    folder.mkdir(parents=True, exist_ok=True)
    _write_settings(folder, root)
    write_catalog(folder / "catalog", count)


def _write_settings(folder: Path, root: Path) -> None:
    configuration = CONFIGURATION.format(root=root.as_posix())
    (folder / "mkdocs.yml").write_text(configuration, encoding="utf-8")


def write_real(folder: Path, root: Path) -> None:
    """Write a project with a copy of the real list, which makes no publicity kit.

    Whatever stands in its log is left out: a list that is not published may be edited.
    """
    shutil.copytree(root / "catalog", folder / "catalog")
    for log in (folder / "catalog").glob("revisions/*/published.yml"):
        log.unlink()
    _write_settings(folder, root)


def write_catalog(
    folder: Path, count: int, city: Words = CITY, seed: int = 0, above: str = ""
) -> None:
    """Write a catalog with one revision of `count` services.

    Args:
        folder: Of the catalog.
        count: Of services.
        city: Its name.
        seed: Of its promises; their services are the same in every city.
        above: The place whose services three in four of them carry out, if there is one.
    """
    revision = folder / "revisions" / REVISION
    revision.mkdir(parents=True)
    items = [make_item(index, count, seed) for index in range(count)]
    notice = make_notice(items[0].id)
    for name, content in list_city_files().items():
        _write(folder / name, content, city)
    _write(revision / "notice.yml", notice, city)
    _write(revision / "services.yml", _make_services(items, above), city)
    _write(revision / "readings.yml", _make_readings(items), city)
    copy = "\n".join(_list_copy_lines(notice, items)) + "\n"
    (revision / "source.txt").write_text(copy.replace(CITY.zh, city.zh), encoding="utf-8")


def _write(file: Path, content: dict[str, Value], city: Words) -> None:
    renamed = {key: _rename(value, city) for key, value in content.items()}
    file.write_text(write_yaml(renamed), encoding="utf-8")


def _rename(value: Value, city: Words) -> Value:
    """Give a city its name in every text, with the digest that it then has."""
    if isinstance(value, Mapping):
        renamed = {key: _rename(one, city) for key, one in value.items()}
        zh = renamed.get("zh")
        return renamed | {"digest": find_digest(zh)} if isinstance(zh, str) else renamed
    if isinstance(value, str):
        return value.replace(CITY.zh, city.zh).replace(CITY.en, city.en)
    return [_rename(one, city) for one in value]


def _make_services(items: list[Item], above: str) -> dict[str, Value]:
    groups = range(items[-1].group + 1)
    slugs = [name_group(group).en.lower().replace(" ", "-") for group in groups]
    return {
        "audiences": [
            {
                "id": f"audience-{index}",
                "name": make_text(*name_audience(index)),
                **make_audience_rule(index),
            }
            for index in range(count_audiences(len(items)))
        ],
        "groups": [{"id": slugs[g], "name": make_text(*name_group(g))} for g in groups],
        "conditions": list_conditions(clause for item in items for clause in item.clauses),
        "services": [_make_service(item, slugs[item.group], above) for item in items],
    }


def _make_service(item: Item, group: str, above: str) -> Value:
    is_under = above and item.number % OWN
    under: dict[str, Value] = {"under": [{"place": above, "service": item.id}]} if is_under else {}
    title: dict[str, Value] = {"title": make_text(*item.title)} if item.title else {}
    return {
        "id": item.id,
        "number": str(item.number),
        "pillar": item.pillar,
        "audience": f"audience-{item.audience}",
        "group": group,
        **title,
        **under,
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
            _make_reading("opening", "repaired", printed=printed, read=read, sure="100"),
            *merged,
            _make_reading("last", "inferred", rows=last, columns=["audience"], sure="80"),
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
