"""What must hold of rules as they are written: known names, fit conditions, words of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from carelist.catalog.checks import check_ids, check_known, check_references
from carelist.catalog.differences import shorten
from carelist.catalog.kinds import Kind
from carelist.catalog.problems import Problem, find_nearest
from carelist.catalog.rules import EVERYONE, NONE_OF_THESE
from carelist.catalog.unwritten import is_unwritten
from carelist.speech.people import SELF

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carelist.catalog.binding import Sheet
    from carelist.catalog.records import Services
    from carelist.catalog.rules import (
        Clash,
        Condition,
        Criterion,
        Examples,
        Fact,
        Option,
        Questions,
        Situations,
    )
    from carelist.catalog.site import People
    from carelist.catalog.texts import Path
    from carelist.speech.messages import Values

NOTHING = "nothing"


class Rule(NamedTuple):
    """A criterion with its examples, where it stands, and the words it may rest on."""

    path: Path
    criterion: Criterion
    examples: Examples
    texts: tuple[str, ...]


def list_rules(rows: Services) -> Iterator[Rule]:
    """Yield every rule that a list has: those of audiences, then those of clauses."""
    groups = {group.id: group.name.source for group in rows.groups}
    for index, audience in enumerate(rows.audiences):
        path: Path = ("audiences", index)
        if not is_unwritten(audience.criterion):
            yield Rule(path, audience.criterion, audience.examples, (audience.name.source,))
    for index, service in enumerate(rows.services):
        for number, clause in enumerate(service.clauses):
            path = ("services", index, "clauses", number)
            texts = (clause.text.source, groups.get(service.group, ""))
            if not is_unwritten(clause.criterion):
                yield Rule(path, clause.criterion, clause.examples, texts)


def read_profile(profile: str) -> dict[str, tuple[str, ...]]:
    """Read a profile, which has the form of one, as options by fact.

    >>> read_profile("age=3-5 hardship=low-income,sudden")
    {'age': ('3-5',), 'hardship': ('low-income', 'sudden')}
    >>> read_profile("nothing")
    {}
    """
    if profile == NOTHING:
        return {}
    answers = (answer.split("=") for answer in profile.split(" "))
    return {fact: tuple(options.split(",")) for fact, options in answers}


def check_questions(sheet: Sheet[Questions]) -> Iterator[Problem]:
    """Facts stand once, and so do the options of each; clashes are of answers that can be given."""
    yield from check_ids(sheet, "facts")
    for index, fact in enumerate(sheet.record.facts):
        yield from check_ids(sheet, "facts", index, "options")
        for place, option in enumerate(fact.options):
            yield from _check_ages(sheet, ("facts", index, "options", place, "ages"), option)
    for index, clash in enumerate(sheet.record.clashes):
        yield from _check_clash(sheet, index, clash)


def _check_ages(sheet: Sheet[Questions], path: Path, option: Option) -> Iterator[Problem]:
    """The ages that go with an option are answers to the question of age."""
    age = sheet.record.age
    known = [entry.id for entry in age.options] if age else []
    for place, name in enumerate(option.ages):
        if name not in known:
            values = {
                "value": name,
                "fact": age.id if age else "age",
                **find_nearest(name, known),
            }
            yield Problem(sheet.at(*path, place), Kind.UNKNOWN_OPTION, values)


def _check_clash(sheet: Sheet[Questions], index: int, clash: Clash) -> Iterator[Problem]:
    choose = {fact.id: fact.choose for fact in sheet.record.facts}
    seen: set[str] = set()
    if len(clash.all_) == 1:
        yield Problem(sheet.at("clashes", index, "all"), Kind.CLASH_OF_ONE)
    for number, part in enumerate(clash.all_):
        at: Path = ("clashes", index, "all", number)
        yield from _check_fact(sheet, (*at, "fact"), part.fact, sheet)
        for place, option in enumerate(part.is_):
            yield from _check_option(sheet, (*at, "is", place), part.fact, option, sheet)
        if part.fact in seen and choose.get(part.fact) == "one":
            yield Problem(sheet.at(*at, "fact"), Kind.CLASH_NEVER_MET, {"value": part.fact})
        seen.add(part.fact)


def check_asked(sheet: Sheet[Questions], people: People) -> Iterator[Problem]:
    """A question about a person has words for oneself and for another, where both are asked."""
    asked = people.asked_about
    if SELF not in asked or len(asked) == 1:
        return
    for index, fact in enumerate(sheet.record.facts):
        if fact.about == "person" and fact.of_another is None:
            yield Problem(sheet.at("facts", index), Kind.NOT_OF_ANOTHER, {"value": fact.id})


def check_situations(sheet: Sheet[Situations], questions: Sheet[Questions]) -> Iterator[Problem]:
    """Situations stand once, and their families answer what is asked."""
    yield from check_ids(sheet, "situations")
    for index, situation in enumerate(sheet.record.situations):
        at: Path = ("situations", index, "profile")
        yield from _check_profile(sheet, at, situation.profile, questions)


def check_rules(
    sheet: Sheet[Services], questions: Sheet[Questions], departments: set[str] | None
) -> Iterator[Problem]:
    """Conditions are made of what is asked, and rules of conditions that their texts state."""
    rows = sheet.record
    yield from check_ids(sheet, "conditions")
    for index, condition in enumerate(rows.conditions):
        yield from _check_condition(sheet, index, condition, questions)
        at: Path = ("conditions", index, "set_by")
        kind = Kind.UNKNOWN_DEPARTMENT
        yield from check_references(sheet, at, condition.set_by, kind, departments)
    for rule in list_rules(rows):
        yield from _check_rule(sheet, rule)
        for verdict, number, profile in rule.examples.listed():
            at = (*rule.path, "examples", verdict, number)
            yield from _check_profile(sheet, at, profile, questions)
    if sheet.is_whole:
        yield from _check_unused(sheet)


def _check_condition(
    sheet: Sheet[Services], index: int, condition: Condition, questions: Sheet[Questions]
) -> Iterator[Problem]:
    at: Path = ("conditions", index)
    asks = bool(condition.fact), bool(condition.is_), bool(condition.set_by)
    if asks not in {(True, True, False), (False, False, True)}:
        yield Problem(sheet.at(*at), Kind.CONDITION_SHAPE, {"value": condition.id})
    elif condition.fact:
        yield from _check_fact(sheet, (*at, "fact"), condition.fact, questions)
        for number, option in enumerate(condition.is_):
            where = (*at, "is", number)
            yield from _check_option(sheet, where, condition.fact, option, questions)


def _check_rule(sheet: Sheet[Services], rule: Rule) -> Iterator[Problem]:
    known = sheet.list_ids("conditions")
    conditions = {condition.id: condition for condition in sheet.record.conditions}
    for path, name in _walk(rule.criterion, (*rule.path, "criterion")):
        if name == EVERYONE:
            continue
        names = known and known | {EVERYONE}
        yield from check_known(sheet, path, name, Kind.UNKNOWN_CONDITION, names)
        condition = conditions.get(name)
        if condition and not any(condition.quote.source in text for text in rule.texts):
            values = {"value": name, "quote": condition.quote.source}
            values["whole"] = shorten(rule.texts[0], 40)
            yield Problem(sheet.at(*path), Kind.QUOTE_ELSEWHERE, values)


def _walk(criterion: Criterion, path: Path) -> Iterator[tuple[Path, str]]:
    """Yield every condition that a criterion names, with its place."""
    if criterion.condition:
        yield path, criterion.condition
    for key, parts in (("all", criterion.all_), ("any", criterion.any_)):
        for index, part in enumerate(parts):
            yield from _walk(part, (*path, key, index))
    if criterion.not_:
        yield from _walk(criterion.not_, (*path, "not"))


def _check_unused(sheet: Sheet[Services]) -> Iterator[Problem]:
    used = {name for rule in list_rules(sheet.record) for name in rule.criterion.list_conditions()}
    ids = [condition.id for condition in sheet.record.conditions]
    used |= {find_nearest(name, ids).get("near", "") for name in used - set(ids)}
    for index, name in enumerate(ids):
        if name not in used:
            at = sheet.at("conditions", index, "id")
            yield Problem(at, Kind.UNUSED_CONDITION, {"value": name})


def _check_profile(
    sheet: Sheet[Services] | Sheet[Situations],
    path: Path,
    profile: str,
    questions: Sheet[Questions],
) -> Iterator[Problem]:
    facts = {fact.id: fact for fact in questions.record.facts}
    for name, options in read_profile(profile).items():
        yield from _check_fact(sheet, path, name, questions)
        for option in options:
            yield from _check_option(sheet, path, name, option, questions)
        if name in facts and not _can_be_given(facts[name], options):
            yield Problem(sheet.at(*path), Kind.ONE_ANSWER_ONLY, {"fact": name})
    for clash in questions.record.clashes:
        if clash.is_met(read_profile(profile)):
            values: Values = {"value": profile, "words": clash.words}
            yield Problem(sheet.at(*path), Kind.PROFILE_CLASHES, values)


def _can_be_given(fact: Fact, options: tuple[str, ...]) -> bool:
    return len(options) == 1 or (fact.choose == "several" and NONE_OF_THESE not in options)


def _check_fact(
    sheet: Sheet[Services] | Sheet[Situations] | Sheet[Questions],
    path: Path,
    name: str,
    questions: Sheet[Questions],
) -> Iterator[Problem]:
    known = questions.list_ids("facts")
    yield from check_known(sheet, path, name, Kind.UNKNOWN_FACT, known)


def _check_option(
    sheet: Sheet[Services] | Sheet[Situations] | Sheet[Questions],
    path: Path,
    fact: str,
    option: str,
    questions: Sheet[Questions],
) -> Iterator[Problem]:
    for known in questions.record.facts:
        if known.id != fact:
            continue
        ids = [entry.id for entry in known.options]
        if option not in ids:
            values = {"value": option, "fact": fact, **find_nearest(option, ids)}
            yield Problem(sheet.at(*path), Kind.UNKNOWN_OPTION, values)
