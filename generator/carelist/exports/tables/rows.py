"""The rows of every table, from a catalog."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import TYPE_CHECKING, get_args

from carelist.catalog.quoting import quote_task
from carelist.catalog.texts import Text
from carelist.exports.readings import find_readings
from carelist.exports.records.changes import list_changes
from carelist.exports.rules_json import export_written
from carelist.exports.tables.columns import list_columns
from carelist.exports.tables.shape import SEPARATOR, Name, Table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from carelist.catalog.records import Clause, Department, Pillar, Service
    from carelist.catalog.rules import Criterion
    from carelist.exports.edition import Edition
    from carelist.exports.tables.shape import Row
    from carelist.exports.web import Part

KEYS: dict[Name, tuple[str, ...]] = {
    "services": ("id",),
    "clauses": ("service", "id"),
    "departments": ("id",),
    "pillars": ("id",),
    "readings": ("service", "id"),
    "changes": ("before", "after", "position"),
}
"""What tells one row of a table from all others."""


def make_tables(edition: Edition) -> tuple[Table, ...]:
    """Give the tables of the latest list, and that of the changes from each list to the next.

    A translation that is missing or out of date leaves its cell empty.
    """
    rows = _Rows(edition)
    return tuple(
        Table(name, list_columns(name, edition.catalog), KEYS[name], rows.list[name])
        for name in get_args(Name)
    )


class _Rows:
    """Makes the rows of one catalog."""

    def __init__(self, edition: Edition) -> None:
        self._edition, self._revision = edition, edition.revision
        catalog, services = edition.catalog, edition.revision.services
        self.list: dict[Name, Callable[[], Iterator[Row]]] = {
            "services": lambda: map(self._describe_service, services),
            "clauses": lambda: (
                self._describe_clause(service, position, clause)
                for service in services
                for position, clause in enumerate(service.clauses, 1)
            ),
            "departments": lambda: map(self._describe_department, catalog.departments.values()),
            "pillars": lambda: map(self._describe_pillar, catalog.pillars.values()),
            "readings": lambda: (row for one in services for row in self._list_readings(one)),
            "changes": self._list_changes,
        }

    def _write(self, **texts: Text | None) -> Row:
        """Give a cell of each text in every locale in which it follows the source."""
        return {
            f"{key}_{locale.tag}": words
            for key, text in texts.items()
            for locale, words in self._edition.write(text).items()
        }

    def _link(self, part: Part, name: str, fragment: str = "") -> Row:
        mark = f"#{fragment}" if fragment else ""
        pages = {
            locale.tag: self._edition.web.page(part, name, locale)
            for locale in self._edition.catalog.locales
        }
        return {f"page_{tag}": page + mark for tag, page in pages.items() if page}

    def _describe_service(self, service: Service) -> Row:
        revision, locales = self._revision, self._edition.catalog.locales
        texts = self._write(
            group=revision.groups[service.group].name,
            title=revision.title_of(service),
            summary=service.summary if service.is_summed_up else None,
            audience=revision.people_of(service),
            task=Text.join([clause.text for clause in service.clauses], locales),
            **{f"cell_{name}": words for name, words in service.cells.by_column.items()},
        )
        return {
            "id": service.id,
            "number": service.number,
            "printed_number": service.printed_number,
            "pillar": service.pillar,
            "types": _join(service.types),
            **texts,
            "audience_criterion": _write_rule(revision.criterion_of(service)),
            "quotation": quote_task(revision, service),
            "departments": _join(service.departments),
            "supporting": _join(service.supporting),
            "others": service.others,
            "readings": _join(one.id for one, _ in find_readings(revision, service)),
            **self._link("service", service.id),
        }

    def _describe_clause(self, service: Service, position: int, clause: Clause) -> Row:
        remark = clause.remark
        return {
            "service": service.id,
            "id": clause.id,
            "position": position,
            **self._write(
                title=clause.title,
                text=clause.text,
                condition=clause.condition,
                remark=remark.text if remark else None,
            ),
            "how": clause.how,
            "remark_services": _join(remark.services if remark else ()),
            "criterion": _write_rule(clause.criterion),
            **self._link("service", service.id, clause.id),
        }

    def _describe_department(self, department: Department) -> Row:
        return {
            "id": department.id,
            **self._write(name=department.name),
            "name_source": department.name_source,
            "printed_table": department.printed.table,
            "printed_also": "; ".join(department.printed.also) or None,
            "printed_addressees": department.printed.addressees,
            "issues": department.id in self._revision.notice.issuers,
            "services": _join(self._edition.services_of.get(department.id, ())),
            **self._link("department", department.id),
        }

    def _describe_pillar(self, pillar: Pillar) -> Row:
        return {
            "id": pillar.id,
            **self._write(name=pillar.name, summary=pillar.summary),
            "services": _join(self._edition.services_under.get(pillar.id, ())),
            **self._link("pillar", pillar.id),
        }

    def _list_readings(self, service: Service) -> Iterator[Row]:
        for reading, columns in find_readings(self._revision, service):
            yield {
                "service": service.id,
                "id": reading.id,
                "kind": reading.kind,
                "columns": _join(columns),
                "printed": reading.printed,
                "read": reading.read,
                "maybe": reading.maybe,
                "sure": reading.sure,
                **self._write(plain=reading.plain, why=reading.why),
                **(self._link("reading", reading.id) if self._revision.is_told(reading) else {}),
            }

    def _list_changes(self) -> Iterator[Row]:
        years = [revision.id for revision in self._edition.catalog.revisions]
        for before, after in pairwise(years):
            for position, change in enumerate(list_changes(self._edition, before, after), 1):
                said = {key: change[key] for key in ("sentence", "gains", "loses")}
                yield {
                    "before": before,
                    "after": after,
                    "position": position,
                    "kind": change["kind"],
                    "major": change["major"],
                    "services": _join(change["services"]),
                    **{
                        f"{key}_{tag}": words
                        for key, by_tag in said.items()
                        for tag, words in (by_tag or {}).items()
                    },
                    **self._write(was=change["was"], **{"is": change["is"]}),
                    **self._link("changes", f"{before}..{after}"),
                }


def _join(ids: Iterable[str]) -> str | None:
    return SEPARATOR.join(ids) or None


def _write_rule(criterion: Criterion) -> str | None:
    """Write a rule as JSON in one line; None where nobody has written it."""
    rule = export_written(criterion)
    return None if rule is None else json.dumps(rule, ensure_ascii=False)
