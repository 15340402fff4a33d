"""The list as public services: the Core Public Service Vocabulary (CPSV-AP 3.2).

See https://semiceu.github.io/CPSV-AP/releases/3.2.0/. What the profile has a place for and the list
does not state (cost, time, channel, contact, sector) is left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from carelist.catalog.quoting import quote_task
from carelist.catalog.texts import Text
from carelist.exports.linked.dataset import (
    describe_dataset,
    list_named,
    name_dataset,
    name_place,
    write_texts,
)
from carelist.exports.linked.terms import OWN, OWN_TERMS
from carelist.exports.readings import find_readings
from carelist.exports.rules_json import export_written
from carelist.exports.stated import drop_empty

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carelist.catalog.records import (
        Audience,
        Clause,
        Department,
        FurtherColumn,
        Reading,
        Service,
    )
    from carelist.catalog.rules import Situation
    from carelist.exports.edition import Edition

Json = dict[str, Any]


def list_things(edition: Edition) -> Iterator[Json]:
    """Yield everything of the list as things of JSON-LD, each with an `@id` and an `@type`."""
    return _Writer(edition).list_things()


class _Writer:
    """Makes the things of one edition."""

    def __init__(self, edition: Edition) -> None:
        self._edition, self._revision = edition, edition.revision
        self._place = name_place(edition)
        self._notice = edition.web.name("notice/#notice")

    def list_things(self) -> Iterator[Json]:
        catalog, revision = self._edition.catalog, self._revision
        yield from list_named(self._edition)
        yield describe_dataset(self._edition)
        yield self._describe_notice()
        for department in catalog.departments.values():
            yield self._describe_department(department)
        for pillar in catalog.pillars.values():
            yield self._describe_concept(self._name("pillar", pillar.id), pillar.name)
        for one in revision.rows.types:
            yield self._describe_concept(self._name("type", one.id), one.name)
        for audience in revision.rows.audiences:
            yield self._describe_audience(audience)
        for situation in catalog.situations:
            yield self._describe_situation(situation)
        for service in revision.services:
            yield self._describe_service(service)
            for clause in service.clauses:
                yield self._describe_clause(service, clause)
        for reading in revision.readings:
            yield self._describe_reading(reading)
        for term, meaning in OWN_TERMS.items():
            yield {"@id": f"{OWN}{term}", "@type": "rdf:Property", "rdfs:comment": meaning}

    def _name(self, kind: str, name: str) -> str:
        """Name a thing below the page about it, so that the name leads to where it is told."""
        places = {
            "service": f"services/{name}/#service",
            "pillar": f"pillars/{name}/#pillar",
            "department": f"departments/{name}/#department",
            "audience": f"audiences/#{name}",
            "situation": f"situations/{name}/#situation",
            "type": f"data/#type-{name}",
            "reading": f"readings/#reading-{name}",
        }
        return self._edition.web.name(places[kind])

    def _write(self, text: Text | None) -> list[Json]:
        return write_texts(self._edition, text)

    def _describe_notice(self) -> Json:
        notice = self._revision.notice
        return drop_empty(
            {
                "@id": self._notice,
                "@type": "eli:LegalResource",
                "dct:identifier": notice.number.source if notice.number else None,
                "dct:title": self._write(notice.title or self._edition.catalog.list_name),
                "dct:issued": notice.printed_on,
            }
        )

    def _describe_department(self, department: Department) -> Json:
        return {
            "@id": self._name("department", department.id),
            "@type": "cv:PublicOrganisation",
            "dct:identifier": department.id,
            # An organisation is an agent as well, of which the profile asks for a title.
            "dct:title": self._write(department.name),
            "skos:prefLabel": self._write(department.name),
            "dct:spatial": self._place,
        }

    def _describe_concept(self, name: str, text: Text) -> Json:
        return {"@id": name, "@type": "skos:Concept", "skos:prefLabel": self._write(text)}

    def _describe_audience(self, audience: Audience) -> Json:
        return drop_empty(
            {
                "@id": self._name("audience", audience.id),
                "@type": "cv:Requirement",
                "dct:identifier": audience.id,
                "dct:title": self._write(audience.name),
                "care:criterion": export_written(audience.criterion),
            }
        )

    def _describe_situation(self, situation: Situation) -> Json:
        return {
            "@id": self._name("situation", situation.id),
            "@type": "cv:LifeEvent",
            "dct:identifier": situation.id,
            "dct:title": self._write(situation.title),
        }

    def _describe_service(self, service: Service) -> Json:
        revision, catalog = self._revision, self._edition.catalog
        departments = [self._name("department", name) for name in service.departments]
        named = [revision.title_of(service), revision.groups[service.group].name]
        return drop_empty(
            {
                "@id": self._name("service", service.id),
                "@type": "cpsv:PublicService",
                "dct:identifier": service.id,
                "dct:title": self._write(named[0]),
                "dct:description": self._write(
                    Text.join([clause.text for clause in service.clauses], catalog.locales)
                ),
                "cv:hasCompetentAuthority": departments,
                "care:departments": departments,
                "care:supporting": [self._name("department", name) for name in service.supporting],
                "care:others": service.others,
                "cv:thematicArea": self._name("pillar", service.pillar) if service.pillar else None,
                "dct:type": [self._name("type", name) for name in service.types],
                "cv:holdsRequirement": (
                    self._name("audience", service.audience) if service.audience else None
                ),
                "cv:hasLegalResource": self._notice,
                "cv:isGroupedBy": [
                    self._name("situation", one.id)
                    for one in catalog.situations
                    if service.id in {target.partition("/")[0] for target in one.first}
                ],
                "dct:isPartOf": name_dataset(self._edition),
                "dct:spatial": self._place,
                "cpsv:produces": [self._name_clause(service, one) for one in service.clauses],
                "care:clauses": [self._name_clause(service, one) for one in service.clauses],
                "care:number": service.number,
                "care:printedNumber": service.printed_number,
                "care:officialName": self._write(named[1]),
                "care:summary": self._write(service.summary if service.is_summed_up else None),
                "care:quotation": quote_task(revision, service),
                "care:cell": [
                    self._describe_cell(column, service.cells.by_column[column.id])
                    for column in revision.rows.columns
                    if column.id in service.cells.by_column
                ],
                "care:reading": [
                    self._name("reading", one.id) for one, _ in find_readings(revision, service)
                ],
            }
        )

    def _name_clause(self, service: Service, clause: Clause) -> str:
        return self._edition.web.name(f"services/{service.id}/#{clause.id}")

    def _describe_clause(self, service: Service, clause: Clause) -> Json:
        return drop_empty(
            {
                "@id": self._name_clause(service, clause),
                "@type": "cv:Output",
                "dct:identifier": f"{service.id}/{clause.id}",
                "dct:title": self._write(clause.title),
                "dct:description": self._write(clause.text),
                "dct:isPartOf": name_dataset(self._edition),
                "care:how": clause.how,
                "care:condition": self._write(clause.condition),
                "care:remark": self._write(clause.remark.text if clause.remark else None),
                "care:refersTo": [
                    self._name("service", name)
                    for name in (clause.remark.services if clause.remark else ())
                ],
                "care:criterion": export_written(clause.criterion),
            }
        )

    def _describe_cell(self, column: FurtherColumn, words: Text) -> Json:
        return {
            "@type": "rdfs:Resource",
            "dct:identifier": column.id,
            "dct:title": self._write(column.heading),
            "dct:description": self._write(words),
            "care:means": column.means,
        }

    def _describe_reading(self, reading: Reading) -> Json:
        return drop_empty(
            {
                "@id": self._name("reading", reading.id),
                "@type": "rdfs:Resource",
                "dct:identifier": reading.id,
                "care:kind": reading.kind,
                "care:printed": reading.printed,
                "care:read": reading.read,
                "care:maybe": reading.maybe,
                "care:sure": reading.sure,
                "dct:description": self._write(reading.plain),
                "rdfs:comment": self._write(reading.why),
            }
        )
