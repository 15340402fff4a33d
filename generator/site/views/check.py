"""The questionnaire without scripts: its questions as a form, and what each answer opens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.catalog.rules import EVERYONE
from generator.eligibility.verdicts import list_rules
from generator.site import addresses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.catalog.records import Service
    from generator.catalog.rules import Condition, Fact
    from generator.site.desk import Desk
    from generator.site.parts import Link
    from generator.site.speaking import Said


@dataclass(frozen=True)
class OptionPart:
    """An answer, and the services whose rules ask for it."""

    id: str
    label: Said
    services: tuple[Link, ...]


@dataclass(frozen=True)
class QuestionPart:
    """A question as it is asked."""

    id: str
    about: str
    choose: str
    asked: str
    name: Said
    question: Said
    why: Said
    options: tuple[OptionPart, ...]


@dataclass(frozen=True)
class CheckView:
    """What the page of the questionnaire shows before any script runs."""

    plain: tuple[QuestionPart, ...]
    delicate: tuple[QuestionPart, ...]
    """Questions asked with care."""
    sensitive: Said
    """What is said before them."""
    for_all: tuple[Link, ...]
    """Services with something for every child."""
    revision: str
    printed_on: str
    list_href: str
    """The rules for the script."""
    rules_href: str
    situations_href: str
    services_href: str


def make_check(desk: Desk) -> CheckView:
    """The page of the questionnaire."""
    uses = tuple(_list_uses(desk))
    parts = [_make_question(desk, fact, uses) for fact in desk.catalog.questions.facts]
    return CheckView(
        tuple(part for part in parts if part.asked == "plainly"),
        tuple(part for part in parts if part.asked == "with-care"),
        desk.say(desk.catalog.questions.sensitive),
        tuple(_link_each(desk, [service for service, conditions in uses if not conditions])),
        desk.revision.id,
        desk.write_date(desk.revision.notice.printed_on),
        desk.links.file(addresses.check_json(desk.locale)),
        desk.links.page(addresses.CHECK_RULES),
        desk.links.page(addresses.SITUATIONS),
        desk.links.page(addresses.SERVICES),
    )


def _list_uses(desk: Desk) -> Iterator[tuple[Service, tuple[Condition, ...]]]:
    """Yield every clause's service with the conditions that are answered by the family."""
    conditions = desk.revision.conditions
    for service, _, rule in list_rules(desk.revision):
        named = (conditions[name] for name in rule.list_conditions() if name != EVERYONE)
        yield service, tuple(condition for condition in named if condition.fact)


def _make_question(
    desk: Desk, fact: Fact, uses: tuple[tuple[Service, tuple[Condition, ...]], ...]
) -> QuestionPart:
    return QuestionPart(
        fact.id,
        fact.about,
        fact.choose,
        fact.asked,
        desk.say(fact.name),
        desk.say(fact.question),
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
