"""The page of search: the whole list, the filters, and what is said where nothing is found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from carelist.search.constants import CARDS
from carelist.search.postings import has_reserve, is_in_parts, write_places
from carelist.site import addresses
from carelist.site.asking import list_hotlines
from carelist.site.marking import list_notes, show_further
from carelist.site.scripts import LONG_SEARCH, SHORT_SEARCH
from carelist.site.views.home import make_tiles
from carelist.site.views.listing import list_card_columns
from carelist.site.views.signs import make_signs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from carelist.catalog.records import Clause, Department, Pillar, Service, ServiceType
    from carelist.catalog.rules import Option
    from carelist.site.desk import Desk
    from carelist.site.parts import (
        FurtherCell,
        HotlineItem,
        PillarTag,
        ReadingNote,
        ServiceCard,
    )
    from carelist.site.speaking import Said
    from carelist.site.views.home import PillarTile
    from carelist.site.views.signs import SignItem

HOWS = ("apply", "attend", "public")


class ClauseText(NamedTuple):
    """A clause as it is searched and shown."""

    title: Said
    text: Said


class SearchCard(NamedTuple):
    """A service in the list, with all that it is found by."""

    card: ServiceCard
    name: Said | None
    """The official name; None where it is the title."""
    clauses: tuple[ClauseText, ...]
    ages: tuple[str, ...]
    """Options of the question of age that do not rule it out."""
    further: tuple[FurtherCell, ...]
    """Its words in the further columns of the list."""
    kinds: str
    """What it is found by besides its departments: the names of its pillar and its types."""
    numbers: tuple[str, ...]
    """Its number, the ages and grades that it names, its telephone numbers."""
    is_private: bool
    """Whether to look for it tells of a personal question."""


@dataclass(frozen=True)
class SearchSection:
    """The services of a pillar, or of a list without pillars."""

    pillar: PillarTag | None
    count: str
    cards: tuple[SearchCard, ...]
    """None in a long list."""


class Choice(NamedTuple):
    """One value of a filter."""

    value: str
    label: str


class Filter(NamedTuple):
    """A filter with what can be chosen."""

    name: str
    label: str
    choices: tuple[Choice, ...]


class SearchView(NamedTuple):
    """All that the page shows, and where the scripts find the rest."""

    sections: tuple[SearchSection, ...]
    parts: tuple[tuple[SearchCard, ...], ...]
    """The cards of a long list, which are fetched when they are wanted; none of a short one."""
    pillars: tuple[PillarTile, ...]
    """For where nothing is found."""
    filters: tuple[Filter, ...]
    """Those of which the list has something to choose."""
    hotlines: tuple[HotlineItem, ...]
    signs: tuple[SignItem, ...]
    notice_href: str
    own_href: str
    parts_href: str
    """The folder of what is fetched of a long list."""
    foreign_href: str
    reserve_href: str
    """Words that are fetched where no others answer; empty where the list has none."""
    script_href: str
    """The script that searches, which the page asks for as soon as somebody reaches for it."""
    services_href: str
    check_href: str
    """The questionnaire; empty where the catalog has no questions."""
    readings: tuple[ReadingNote, ...]
    knows_everyday_words: bool
    """Whether the vocabulary has words in which people ask, in the locale of the page."""


def make_search(desk: Desk) -> SearchView:
    """Every service, under its pillar, behind a search field."""
    own, foreign = addresses.search_files(desk.locale)
    services = desk.revision.services
    is_long = is_in_parts(services)
    return SearchView(
        tuple(_list_sections(desk, is_long=is_long)),
        _cut_parts([_make_card(desk, service) for service in services]) if is_long else (),
        make_tiles(desk),
        tuple(one for one in _list_filters(desk) if one.choices),
        list_hotlines(desk, desk.catalog.general_hotlines),
        tuple(make_signs(desk)),
        desk.links.page(addresses.NOTICE),
        desk.links.file(own),
        desk.links.file(addresses.search_part(desk.locale, "")),
        desk.links.file(foreign),
        _link_reserve(desk),
        desk.links.file(LONG_SEARCH if is_long else SHORT_SEARCH),
        desk.links.page(addresses.SERVICES),
        desk.links.page(addresses.CHECK) if desk.catalog.questions.facts else "",
        () if is_long else list_notes(desk, services, list_card_columns(desk)),
        _knows_everyday_words(desk),
    )


def _link_reserve(desk: Desk) -> str:
    if not has_reserve(desk.catalog, desk.locale):
        return ""
    return desk.links.file(addresses.search_reserve(desk.locale))


def _knows_everyday_words(desk: Desk) -> bool:
    vocabulary, locale = desk.catalog.vocabulary, desk.locale
    terms = (one for one in vocabulary.terms if one.list(locale))
    leads = desk.catalog.leads
    return bool(vocabulary.synonyms.list(locale)) or any(
        leads.follow_until(one.until, one.to) for one in terms
    )


def _list_filters(desk: Desk) -> Iterator[Filter]:
    """Yield the filters of the list; what it says nothing of has no choices."""
    words, catalog = desk.words, desk.catalog
    named = [one for one in catalog.departments.values() if one.id in desk.index.by_department]
    yield Filter("pillar", words.column_pillar, _choose(desk, catalog.pillars.values()))
    yield Filter("type", words.column_types, _choose(desk, desk.revision.types.values()))
    ages = tuple(Choice(option.id, desk.write(option.label)) for option in _list_ages(desk))
    yield Filter("age", words.filter_age, ages)
    hows = tuple(Choice(how, words[f"how_{how}"]) for how in HOWS)
    yield Filter("how", words.filter_how, hows)
    yield Filter("department", words.column_departments, _choose(desk, named))


def _choose(desk: Desk, entries: Iterable[Pillar | ServiceType | Department]) -> tuple[Choice, ...]:
    return tuple(Choice(entry.id, desk.write(entry.name)) for entry in entries)


def _cut_parts(cards: Sequence[SearchCard]) -> tuple[tuple[SearchCard, ...], ...]:
    """Cut the cards of a long list into the parts that are fetched together."""
    return tuple(tuple(cards[start : start + CARDS]) for start in range(0, len(cards), CARDS))


def list_facts(view: SearchView) -> dict[str, dict[str, str]]:
    """Give the places in a long list of the services that pass each choice of each filter."""
    items = [item for part in view.parts for item in part]
    return {
        one.name: {
            choice.value: write_places(
                _list_passing(choice.value, [_list_stated(item, one.name) for item in items])
            )
            for choice in one.choices
        }
        for one in view.filters
    }


def _list_stated(item: SearchCard, name: str) -> set[str]:
    """List what a card states of what a filter asks for."""
    card = item.card
    stated: dict[str, Iterable[str]] = {
        "pillar": (card.pillar.id,) if card.pillar else (),
        "type": (tag.id for tag in card.types),
        "age": item.ages,
        "how": (tag.how for tag in card.hows),
        "department": (tag.id for tag in card.departments),
    }
    return set(stated[name])


def _list_passing(choice: str, values: list[set[str]]) -> Iterator[int]:
    """Yield the places of what passes a choice; what states nothing of it does."""
    return (place for place, stated in enumerate(values) if not stated or choice in stated)


def _list_sections(desk: Desk, *, is_long: bool) -> Iterator[SearchSection]:
    """Yield the services of each pillar; of a list without pillars, all as one."""
    shelves: list[tuple[PillarTag | None, Sequence[Service]]] = [
        (desk.pillar_tag(name), desk.index.by_pillar[name]) for name in desk.catalog.pillars
    ]
    for tag, services in shelves or [(None, desk.revision.services)]:
        yield SearchSection(
            tag,
            desk.words.count("services", len(services)),
            () if is_long else tuple(_make_card(desk, service) for service in services),
        )


def _make_card(desk: Desk, service: Service) -> SearchCard:
    name = desk.revision.groups[service.group].name if service.title else None
    card, facts = desk.card(service), desk.index.facts[service.id]
    kinds = (*((card.pillar.name,) if card.pillar else ()), *(tag.name for tag in card.types))
    return SearchCard(
        card,
        desk.say(name),
        tuple(_make_clause(desk, clause) for clause in service.clauses),
        facts.ages,
        show_further(desk, service),
        " ".join(map(str, kinds)),
        facts.numbers,
        ("service", service.id) in desk.index.private,
    )


def _list_ages(desk: Desk) -> tuple[Option, ...]:
    """The answers to the question of age; none where the list does not ask it."""
    age = desk.catalog.questions.age
    return age.options if age else ()


def _make_clause(desk: Desk, clause: Clause) -> ClauseText:
    return ClauseText(desk.say(clause.title), desk.say(clause.text))
