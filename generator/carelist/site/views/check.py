"""The questionnaire: its questions as a form, and what its scripts show results with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from carelist.catalog.rules import EVERYONE
from carelist.eligibility.profiles import UNSURE
from carelist.eligibility.verdicts import list_ruled_clauses
from carelist.exports.check_json import SUPPORTING, list_bodies
from carelist.publicity.icons import HOW_ICONS
from carelist.site import addresses
from carelist.site.asking import find_first_call, list_hotlines
from carelist.site.views.results import list_reached
from carelist.speech.people import SELF

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carelist.catalog.records import Service
    from carelist.catalog.rules import Condition, Fact
    from carelist.site.desk import Desk
    from carelist.site.parts import HotlineItem, HowTag, Link, PillarTag
    from carelist.site.speaking import Said
    from carelist.site.views.results import Reached
    from carelist.speech.people import Asked


class OptionPart(NamedTuple):
    """An answer, and the services whose rules ask for it."""

    id: str
    label: Said
    services: tuple[Link, ...]


class QuestionPart(NamedTuple):
    """A question as it is asked."""

    id: str
    about: str
    choose: str
    sensitive: bool
    name: Said
    question: Said
    of_another: Said | None
    """As it is asked about somebody else; None where it is asked in one way alone."""
    why: Said
    options: tuple[OptionPart, ...]
    unsure: str = UNSURE
    """The value of the answer "not sure"."""


class AskedPart(NamedTuple):
    """One of those about whom the reader may ask."""

    id: Asked
    label: str
    is_another: bool
    """Whether questions that are asked of oneself otherwise are asked as of another."""


class FormView(NamedTuple):
    """The questions, and what each answer opens."""

    plain: tuple[QuestionPart, ...]
    sensitive: tuple[QuestionPart, ...]
    before_sensitive: Said | None
    for_all: tuple[Link, ...]
    """Services with something for everyone whom the list is for."""


class ReachPart(NamedTuple):
    """What a result adds to the names of those to ask about a service."""

    reached: tuple[Reached, ...]
    others: bool
    """Whether the list goes on with further departments, without their names."""
    call: HotlineItem | None
    """Whom to call first, where it may be about what cannot wait."""


class SourcePart(NamedTuple):
    """The name of a department in the language of the source, to be shown at a counter."""

    id: str
    """Its address below the page of all departments."""
    name: str


class Around(NamedTuple):
    """The words before and after those that a script puts in."""

    before: str
    after: str


@dataclass(frozen=True)
class CheckView:
    """The page of the questionnaire."""

    form: FormView
    asked: tuple[AskedPart, ...]
    """About whom the reader chooses to ask; none where there is no choice."""
    count: int
    """How many questions there are."""
    has_unwritten: bool
    """Whether nobody has written a rule for some of the promises or audiences."""
    list_href: str
    """The rules for the script."""
    paper_href: str
    """The questionnaire on paper, with its key; empty where no pieces are made."""
    rules_href: str
    situations_href: str
    """Empty where the catalog has none."""
    services_href: str
    """The page of a service stands below it, by its id; so with departments."""
    departments_href: str
    """The notice, in a list that names none."""
    list_title: Said
    background_href: str
    """Who counts as one of those that the list is for; empty where the site tells of none."""
    say: Around
    """What to say on the telephone, around what is asked for."""
    pillars: tuple[PillarTag | None, ...]
    """All in the catalog's order: scripts call them by their place; None in a list without."""
    hows: tuple[HowTag, ...]
    hotlines: tuple[HotlineItem, ...]
    reached: dict[ReachPart, list[str]]
    """What there is to add, with the ids of all services to which it is added."""
    sources: tuple[SourcePart, ...]
    """None where the page itself is in that language."""


def make_check(desk: Desk) -> CheckView:
    """The page of the questionnaire."""
    page = desk.links.page
    return CheckView(
        make_form(desk),
        _list_asked(desk),
        len(desk.catalog.questions.facts),
        len(desk.revision.conditions) > len(desk.revision.rows.conditions),
        desk.links.file(addresses.check_json(desk.locale)),
        page(addresses.kit_file("list/questionnaire.pdf")) if desk.place.has_pieces else "",
        page(addresses.CHECK_RULES),
        page(addresses.SITUATIONS) if desk.catalog.situations else "",
        page(addresses.SERVICES),
        page(addresses.DEPARTMENTS if desk.whole.names_departments else addresses.NOTICE),
        desk.say(desk.catalog.list_name),
        desk.link_background(),
        _part_say(desk),
        tuple(map(desk.pillar_tag, desk.catalog.pillars)) or (None,),
        tuple(desk.how_tag(how) for how in HOW_ICONS),
        list_hotlines(desk),
        _find_reach(desk),
        tuple(_list_sources(desk)),
    )


def _find_reach(desk: Desk) -> dict[ReachPart, list[str]]:
    found: dict[ReachPart, list[str]] = {}
    for service in desk.revision.services:
        part = ReachPart(
            list_reached(desk, service), service.others, find_first_call(desk, service.id)
        )
        if any(part):
            found.setdefault(part, []).append(service.id)
    return found


def _list_sources(desk: Desk) -> Iterator[SourcePart]:
    if desk.locale.is_source:
        return
    asked = dict.fromkeys(a for service in desk.revision.services for a in list_bodies(service))
    for address in asked:
        department = desk.catalog.departments[address.removeprefix(SUPPORTING)]
        yield SourcePart(address, department.name.source)


def _list_asked(desk: Desk) -> tuple[AskedPart, ...]:
    asked = desk.catalog.site.people.asked_about
    if len(asked) == 1:
        return ()
    return tuple(
        AskedPart(one, desk.words[f"asked_{one}"], SELF in asked and one != SELF) for one in asked
    )


def _part_say(desk: Desk) -> Around:
    title, mark = desk.write(desk.catalog.list_name), "\0"
    said = desk.words.fill("check_say", title=title, document=desk.document, items=mark)
    return Around(*said.split(mark))


def make_form(desk: Desk) -> FormView:
    """The questions in the order of the catalog, the sensitive ones apart."""
    uses = tuple(_list_uses(desk))
    parts = [_make_question(desk, fact, uses) for fact in desk.catalog.questions.facts]
    before = desk.catalog.questions.before_sensitive
    return FormView(
        tuple(part for part in parts if not part.sensitive),
        tuple(part for part in parts if part.sensitive),
        desk.say(before) if before else None,
        tuple(_link_each(desk, [service for service, conditions in uses if not conditions])),
    )


def _list_uses(desk: Desk) -> Iterator[tuple[Service, tuple[Condition, ...]]]:
    """Yield every clause's service with the conditions that no department is said to decide."""
    conditions = desk.revision.conditions
    for service, _, rule in list_ruled_clauses(desk.revision):
        named = [conditions[name] for name in rule.list_conditions() if name != EVERYONE]
        yield service, tuple(condition for condition in named if not condition.set_by)


def _make_question(
    desk: Desk, fact: Fact, uses: tuple[tuple[Service, tuple[Condition, ...]], ...]
) -> QuestionPart:
    return QuestionPart(
        fact.id,
        fact.about,
        fact.choose,
        fact.is_sensitive,
        desk.say(fact.name),
        desk.say(fact.question),
        desk.say(fact.of_another) if fact.of_another else None,
        desk.say(fact.why),
        tuple(
            OptionPart(
                option.id,
                desk.say(option.label),
                tuple(
                    _link_each(
                        desk,
                        [
                            service
                            for service, conditions in uses
                            if any(c.fact == fact.id and option.id in c.is_ for c in conditions)
                        ],
                    )
                ),
            )
            for option in fact.options
        ),
    )


def _link_each(desk: Desk, services: list[Service]) -> Iterator[Link]:
    """Link to services, each once."""
    for service in {service.id: service for service in services}.values():
        yield desk.service_link(service)
