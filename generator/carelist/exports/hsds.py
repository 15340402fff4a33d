"""Services as records of the Human Services Data Specification (HSDS 3.1), in each locale.

A record has one language, so there is a file a service and locale. See https://docs.openreferral.org.

What the standard asks for and the list does not state is left out. Three things are editorial:
`status`, which is `active` where the list is in force; the description of an organization, which
says where it stands in the list; and the ids, which are made of names that last. A name that the
standard asks for and that is not translated yet stands in the language of the list.
"""

from __future__ import annotations

import uuid
from functools import partial
from typing import TYPE_CHECKING, Any

from carelist.exports.stated import drop_empty

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from carelist.catalog.records import Department, FurtherColumn, Means, Service
    from carelist.catalog.texts import Text
    from carelist.exports.edition import Edition
    from carelist.speech.locales import Locale

Json = dict[str, Any]
VERSION = "3.1"


def list_services(editions: Iterable[Edition]) -> Iterator[tuple[str, Callable[[], Json]]]:
    """Yield the path below `data/` of each service in each locale, and what makes its record.

    The first edition is that in force; what only earlier ones have stays as it was last, defunct.
    """
    seen: set[str] = set()
    for place, edition in enumerate(editions):
        services = [one for one in edition.revision.services if one.id not in seen]
        seen.update(one.id for one in services)
        for locale in edition.catalog.locales:
            writer = _Writer(edition, locale, "defunct" if place else "active")
            for service in services:
                yield name_record(locale, service.id), partial(writer.describe, service)


def name_record(locale: Locale, service: str) -> str:
    """Give the path of the record of a service below `data/`."""
    return f"hsds/{locale.tag}/{service}.json"


def _list_cells(service: Service, columns: Iterable[FurtherColumn], means: Means) -> list[Text]:
    return [service.cells.by_column[one.id] for one in columns if one.means == means]


class _Writer:
    """Makes the records of one locale."""

    def __init__(self, edition: Edition, locale: Locale, status: str) -> None:
        self._edition, self._locale, self._status = edition, locale, status
        self._source = edition.catalog.locales.source
        self._words = locale.words("data")
        self._list = edition.catalog.list_name.write(locale)
        self._space = uuid.uuid5(uuid.NAMESPACE_URL, edition.catalog.site.tag or edition.web.root)

    def describe(self, service: Service) -> Json:
        """Give the record of a service."""
        revision, catalog = self._edition.revision, self._edition.catalog
        title = revision.title_of(service)
        departments = [catalog.departments[name] for name in service.departments]
        pillar = catalog.pillar_of(service)
        own = self._name("service", service.id)
        cells = service.cells.by_column
        told = [one for one in revision.rows.columns if self._write(cells.get(one.id))]
        described = {
            "id": own,
            "name": title.write(self._locale),
            "alternate_name": self._write(revision.groups[service.group].name),
            "description": self._join([clause.text for clause in service.clauses]),
            "url": self._edition.web.page("service", service.id, self._locale),
            "status": self._status,
            "eligibility_description": self._write(revision.people_of(service)),
            "service_areas": [self._describe_area(own)],
            "application_process": self._join(_list_cells(service, told, "how")),
            "required_documents": [
                self._ask_for(own, one, cells[one.id]) for one in told if one.means == "documents"
            ],
            "organization": self._describe_department(departments[0]) if departments else None,
            "program": self._describe_list(departments[0]) if departments else None,
            "attributes": [
                *([self._classify(own, "pillar", pillar.id, pillar.name)] if pillar else ()),
                *(
                    self._classify(own, "type", name, revision.types[name].name)
                    for name in service.types
                ),
                *(
                    self._add_department(own, place, department, service)
                    for place, department in enumerate(departments, 1)
                ),
                *(self._add_cell(own, column, cells[column.id]) for column in told),
            ],
        }
        return drop_empty(described)

    def _name(self, kind: str, name: str) -> str:
        """Make an id of a name that lasts: the same in every build, in every locale."""
        return str(uuid.uuid5(self._space, f"{kind}/{name}"))

    def _write(self, text: Text | None) -> str | None:
        """Give a text in the locale; None where it is not there, or does not follow the source."""
        return self._edition.write(text).get(self._locale)

    def _find_language(self, text: Text) -> str:
        """Give the language in which a text is given, which a name need not be translated into."""
        return (self._locale if self._write(text) else self._source).language

    def _join(self, texts: list[Text]) -> str | None:
        written = [self._write(text) for text in texts]
        known = [text for text in written if text]
        return self._locale.space.join(known) or None if len(known) == len(written) else None

    def _ask_for(self, service: str, column: FurtherColumn, words: Text) -> Json:
        """Say which documents are asked for, in the words of the list."""
        own = self._name("document", f"{service}/{column.id}")
        return {"id": own, "service_id": service, "document": self._write(words)}

    def _add_cell(self, service: str, column: FurtherColumn, words: Text) -> Json:
        """Give the words of a further column, under its heading."""
        return {
            "id": self._name("attribute/cell", f"{service}/{column.id}"),
            "link_id": service,
            "link_entity": "service",
            "link_type": f"column-{column.id}",
            "value": self._write(words),
            "label": column.heading.write(self._locale),
        }

    def _describe_area(self, service: str) -> Json:
        city = self._edition.catalog.site.city.write(self._locale)
        return {"id": self._name("area", service), "service_id": service, "name": city}

    def _describe_department(self, department: Department) -> Json:
        issues = department.id in self._edition.revision.notice.issuers
        key = "hsds_issuer" if issues else "hsds_department"
        return {
            "id": self._name("department", department.id),
            "name": department.name.write(self._locale),
            "description": self._words.fill(key, list=self._list),
        }

    def _describe_list(self, first: Department) -> Json:
        """The list as a programme of the first department, as the standard wants."""
        return {
            "id": self._name("list", ""),
            "organization_id": self._name("department", first.id),
            "name": self._list,
            "description": self._list,
        }

    def _classify(self, service: str, kind: str, name: str, text: Text) -> Json:
        term = text.write(self._locale)
        return {
            "id": self._name(f"attribute/{kind}", f"{service}/{name}"),
            "link_id": service,
            "link_entity": "service",
            "link_type": kind,
            "value": name,
            "taxonomy_term": {
                "id": self._name(kind, name),
                "code": name,
                "name": term,
                "description": term,
                "taxonomy": self._list,
                "language": self._find_language(text),
            },
        }

    def _add_department(
        self, service: str, place: int, department: Department, of: Service
    ) -> Json:
        """Name a department of a service with its place: `organization` has room for one alone."""
        role = "supporting" if department.id in of.supporting else "responsible"
        return {
            "id": self._name("attribute/department", f"{service}/{department.id}"),
            "link_id": service,
            "link_entity": "service",
            "link_type": f"{role}-department-{place}",
            "value": self._name("department", department.id),
            "label": department.name.write(self._locale),
        }
