"""What services, clauses, departments and families are called in a telling of changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from carelist.catalog.reads import kept_property

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carelist.catalog.records import Clause, Department, Pillar, Service
    from carelist.catalog.revision import Catalog, Revision
    from carelist.catalog.texts import Text
    from carelist.revisions.family import Family
    from carelist.speech.locales import Locale, Locales
    from carelist.speech.words import Words


@dataclass(frozen=True)
class Side:
    """A revision, and the catalog whose names it uses."""

    catalog: Catalog
    revision: Revision

    @kept_property
    def departments(self) -> dict[str, Department]:
        """The departments by id, under the names that the revision has for them."""
        known = self.catalog.departments
        return {name: body.as_of(self.revision.id) for name, body in known.items()}

    @kept_property
    def pillars(self) -> dict[str, Pillar]:
        """The pillars by id, under the names that the revision has for them."""
        known = self.catalog.pillars
        return {name: pillar.as_of(self.revision.id) for name, pillar in known.items()}

    def find_service(self, name: str) -> Service | None:
        """Give a service of the revision, if it has it."""
        return self.revision.by_id.get(name)

    def find_clause(self, service: str, name: str) -> Clause | None:
        """Give a clause of the revision, if it has it."""
        found = self.find_service(service)
        return next((c for c in found.clauses if c.id == name), None) if found else None


@dataclass(frozen=True)
class Names:
    """What things are called in a locale, where they are as they are now and else as they were.

    Only a change has two sides: a page, a poster and a verdict speak of one list.
    """

    before: Side
    after: Side
    locale: Locale

    @property
    def locales(self) -> Locales:
        """Those of the catalog."""
        return self.after.catalog.locales

    @property
    def words(self) -> Words:
        """The words in which changes are told."""
        return self.locale.words("changes")

    def say(self, key: str, /, **values: object) -> str:
        """Give a phrase, filled in."""
        return self.words.fill(key, **values)

    def write(self, text: Text) -> str:
        """Give a text in the locale: a translation only as long as it follows its source."""
        return text.write(self.locale)

    def join(self, names: Iterable[str]) -> str:
        """Join names as the language lists them."""
        return self.locale.join(names)

    def join_clauses(self, clauses: Iterable[str]) -> str:
        """Join clauses of a sentence as the language lists them."""
        *first, last = clauses
        if not first:
            return last
        ending = self.words.and_of_clauses if first[1:] else self.words.and_of_two
        return self.words.comma_of_clauses.join(first) + ending + last

    def count(self, number: int) -> str:
        """Write a number as the language writes small ones."""
        written = self.words.small_numbers.split()
        return written[number] if number < len(written) else str(number)

    def services(self, number: int) -> str:
        """Write a number of services."""
        return self.words.count("services", number, count=self.count(number))

    def item(self, side: Side, service: Service) -> str:
        """Name a service by revision, number and title."""
        title = self.write(side.revision.title_of(service))
        words = {"number": service.number, "revision": side.revision.id, "title": title}
        return self.say("item", **words)

    def departments(self, ids: Iterable[str]) -> str:
        """Name departments."""
        known = self.before.departments | self.after.departments
        return self.join(self.write(known[name].name) for name in ids)

    def bodies(self, service: Service) -> str:
        """Name the departments of a service, with their roles."""
        known = self.before.departments | self.after.departments
        words = self.words
        told = [
            self.write(known[name].name)
            + (words.role_supporting if name in service.supporting else "")
            for name in service.departments
        ]
        return self.join(told) + (words.other_departments if told and service.others else "")

    def pillar(self, name: str | None) -> str:
        """Name a pillar; say that there is none."""
        if name is None:
            return self.words.none
        known = self.before.pillars | self.after.pillars
        return self.write(known[name].name)

    def clause(self, service: str, name: str) -> str:
        """Name a clause by its title, as it is now, or else as it was."""
        found = self.after.find_clause(service, name) or self.before.find_clause(service, name)
        return self.write(found.title) if found else name

    def audience(self, side: Side, service: str, clause: Clause) -> str:
        """Name those whom a clause of a service is for, with the condition it states."""
        found = side.find_service(service)
        audience = (side.revision.people_of(found) if found else None) or clause.title
        if not clause.condition:
            return self.write(audience)
        words = {"audience": self.write(audience), "condition": self.write(clause.condition)}
        return self.say("audience_with", **words)

    def family(self, family: Family | None) -> str:
        """Describe a family by its answers, and how it fares; empty where there is none."""
        if family is None:
            return ""
        facts = {fact.id: fact for fact in self.after.catalog.questions.facts}
        answers = []
        for name, options in family.answers:
            labels = {option.id: self.write(option.label) for option in facts[name].options}
            chosen = self.locale.list(labels[option] for option in options)
            fact = self.write(facts[name].name)
            answers.append(self.say("answer", fact=fact, options=chosen))
        described = self.words.semicolon.join(answers) or self.words.any_family
        verdicts = {"before": family.before, "after": family.after}
        told = {side: self.words[f"verdict_{verdict}"] for side, verdict in verdicts.items()}
        return self.say("family", family=described, **told)
