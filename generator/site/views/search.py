"""The page of search: the whole list, the filters, and what is said where nothing is found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.eligibility.verdicts import decide_service
from generator.site import addresses
from generator.site.views.home import make_tiles
from generator.site.views.listing import CARD_COLUMNS

if TYPE_CHECKING:
    from generator.catalog.records import Clause, Service
    from generator.catalog.rules import Option
    from generator.site.desk import Desk
    from generator.site.parts import HotlineItem, PillarTag, ReadingNote, ServiceCard
    from generator.site.speaking import Said
    from generator.site.views.home import PillarTile

AGE, STAGE = "age", "stage"
STAGES = {
    "0-2": ("none",),
    "3-5": ("none", "kindergarten"),
    "6": ("none", "kindergarten", "compulsory"),
    "7-15": ("none", "compulsory", "senior-high", "vocational"),
    "16-17": ("none", "compulsory", "senior-high", "vocational"),
}
"""The stages of schooling that a child of an age may be in: nobody of two is at senior high."""
HOWS = ("apply", "attend", "public")


@dataclass(frozen=True)
class ClauseText:
    """A clause as it is searched and shown."""

    title: Said
    text: Said


@dataclass(frozen=True)
class SearchCard:
    """A service in the list, with all that it is found by."""

    card: ServiceCard
    name: Said | None
    """The official name; None where it is the title."""
    clauses: tuple[ClauseText, ...]
    ages: tuple[str, ...]
    """Options of the question of age that do not rule it out."""


@dataclass(frozen=True)
class SearchSection:
    """The services of a pillar."""

    pillar: PillarTag
    count: str
    cards: tuple[SearchCard, ...]


@dataclass(frozen=True)
class Choice:
    """One value of a filter."""

    value: str
    label: str


@dataclass(frozen=True)
class SearchView:
    """All that the page shows, and where the scripts find the rest."""

    sections: tuple[SearchSection, ...]
    pillars: tuple[PillarTile, ...]
    """For where nothing is found."""
    pillar_choices: tuple[Choice, ...]
    department_choices: tuple[Choice, ...]
    how_choices: tuple[Choice, ...]
    age_choices: tuple[Choice, ...]
    hotlines: tuple[HotlineItem, ...]
    own_href: str
    foreign_href: str
    check_href: str
    """The questionnaire."""
    readings: tuple[ReadingNote, ...]


def make_search(desk: Desk) -> SearchView:
    """Every service, under its pillar, behind a search field."""
    own, foreign = addresses.search_files(desk.locale)
    departments = (desk.catalog.departments[name] for name in desk.index.by_department)
    order = list(desk.catalog.departments.values())
    tiles = make_tiles(desk)
    return SearchView(
        tuple(_make_section(desk, pillar) for pillar in desk.catalog.pillars),
        tiles,
        tuple(Choice(tile.tag.id, str(tile.tag.name)) for tile in tiles),
        tuple(
            Choice(department.id, desk.write(department.name))
            for department in sorted(departments, key=order.index)
        ),
        tuple(Choice(how, desk.words[f"how_{how}"]) for how in HOWS),
        tuple(Choice(option.id, desk.write(option.label)) for option in _list_ages(desk)),
        desk.hotlines(()),
        desk.links.file(own),
        desk.links.file(foreign),
        desk.links.page(addresses.CHECK),
        desk.reading_notes(desk.revision.services, CARD_COLUMNS),
    )


def _make_section(desk: Desk, pillar: str) -> SearchSection:
    services = desk.index.by_pillar[pillar]
    return SearchSection(
        desk.pillar_tag(pillar),
        desk.words.count("services", len(services)),
        tuple(_make_card(desk, service) for service in services),
    )


def _make_card(desk: Desk, service: Service) -> SearchCard:
    name = desk.revision.groups[service.group].name if service.title else None
    clauses = tuple(_make_clause(desk, clause) for clause in service.clauses)
    ages = tuple(option.id for option in _list_ages(desk) if _is_open_to(desk, service, option.id))
    return SearchCard(desk.card(service), desk.say(name) if name else None, clauses, ages)


def _is_open_to(desk: Desk, service: Service, age: str) -> bool:
    """Whether a child of an age may have a service, at some stage that is possible then."""
    stages = STAGES.get(age, ())
    answers = [{AGE: (age,), STAGE: (stage,)} for stage in stages] or [{AGE: (age,)}]
    return any(decide_service(desk.revision, service, answer).verdict != "no" for answer in answers)


def _list_ages(desk: Desk) -> tuple[Option, ...]:
    """The answers to the question of age; none where the list does not ask it."""
    facts = (fact for fact in desk.catalog.questions.facts if fact.id == AGE)
    return next((fact.options for fact in facts), ())


def _make_clause(desk: Desk, clause: Clause) -> ClauseText:
    return ClauseText(desk.say(clause.title), desk.say(clause.text))
