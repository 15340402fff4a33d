"""The questionnaire: its questions as a form, and all that its scripts show results with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from generator.site import addresses
from generator.site.desk import HOW_ICONS

if TYPE_CHECKING:
    from generator.catalog.rules import Fact
    from generator.site.desk import Desk
    from generator.site.parts import HotlineItem, HowTag, PillarTag
    from generator.site.speaking import Said


@dataclass(frozen=True)
class OptionPart:
    """One answer that can be given."""

    id: str
    label: Said


@dataclass(frozen=True)
class QuestionPart:
    """One question of the form."""

    id: str
    about: Literal["child", "family"]
    choose: Literal["one", "several"]
    asked: Literal["plainly", "with-care"]
    name: Said
    question: Said
    why: Said
    options: tuple[OptionPart, ...]


@dataclass(frozen=True)
class QuestionsView:
    """The form: every question, and what is said before the sensitive ones."""

    sensitive: Said
    questions: tuple[QuestionPart, ...]


@dataclass(frozen=True)
class CheckView:
    """The page of the questionnaire."""

    form: QuestionsView
    count: int
    """How many questions there are."""
    pillars: tuple[PillarTag, ...]
    hows: tuple[HowTag, ...]
    hotlines: tuple[HotlineItem, ...]
    list_title: Said
    list_href: str
    """What the scripts load: the rules, with the words of the locale."""
    services_href: str
    """The page of a service stands below it, by its id."""
    departments_href: str
    """As with services."""
    rules_href: str
    """The rules in words, each service at its id."""
    situations_href: str


def make_check(desk: Desk) -> CheckView:
    """The page of the questionnaire."""
    form, page = make_questions(desk), desk.links.page
    return CheckView(
        form,
        len(form.questions),
        tuple(desk.pillar_tag(name) for name in desk.catalog.pillars),
        tuple(desk.how_tag(how) for how in HOW_ICONS),
        desk.hotlines(()),
        desk.say(desk.revision.notice.table_title),
        desk.links.file(addresses.check_json(desk.locale)),
        page(addresses.SERVICES),
        page(addresses.DEPARTMENTS),
        page(addresses.CHECK_RULES),
        page(addresses.SITUATIONS),
    )


def make_questions(desk: Desk) -> QuestionsView:
    """The questions in the order of the catalog."""
    asked = desk.catalog.questions
    return QuestionsView(
        desk.say(asked.sensitive), tuple(_make_question(desk, fact) for fact in asked.facts)
    )


def _make_question(desk: Desk, fact: Fact) -> QuestionPart:
    return QuestionPart(
        fact.id,
        fact.about,
        fact.choose,
        fact.asked,
        desk.say(fact.name),
        desk.say(fact.question),
        desk.say(fact.why),
        tuple(OptionPart(option.id, desk.say(option.label)) for option in fact.options),
    )
