"""What is wrong with rules by what they answer: never met, never failing, unlike their examples."""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING

from carelist.catalog.criteria import Rule, list_rules, read_profile
from carelist.catalog.judged import list_judged
from carelist.catalog.kinds import Kind
from carelist.catalog.problems import Problem
from carelist.catalog.records import OPEN
from carelist.catalog.rules import AGES, EVERYONE, FREE, Criterion, join_criteria
from carelist.eligibility.criteria import decide, give_reasons
from carelist.eligibility.questions import MOST_WAYS, list_answers
from carelist.eligibility.verdicts import decide_service

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from carelist.catalog.binding import Sheet
    from carelist.catalog.inspection import Inspection
    from carelist.catalog.rebinding import Sheets
    from carelist.catalog.records import Services
    from carelist.catalog.revision import Revision
    from carelist.catalog.rules import Condition, Fact, Questions, Verdict
    from carelist.eligibility.criteria import Answers

    Conditions = dict[str, Condition]

PRINTED_AGES = re.compile(r"(\d+)-(\d+)岁|(\d+)岁以下")


def find_rule_problems(
    inspection: Inspection, years: Iterable[str], kept: Sheets | None = None
) -> Iterator[Problem]:
    """Yield what is wrong with the rules of some lists, whatever else is wrong in their files.

    What names something unknown cannot be judged, and is told by other checks.

    Args:
        inspection: Of the catalog.
        years: The lists.
        kept: What was read of it before; rules that were sound are not judged again.
    """
    for lint in _list_lints(inspection, years):
        name = lint.sheet.document.file
        found = kept.find_again(name, lint.basis, lint.find_problems) if kept else None
        yield from lint.find_problems() if found is None else found
    yield from _check_first(inspection)


def find_unasked(inspection: Inspection, years: Iterable[str]) -> Iterator[Problem]:
    """Yield the questions that no rule of some lists turns on, once some rule turns on another.

    Before that they wait for the rules, as a ready set does.
    """
    questions, lints = inspection.questions, _list_lints(inspection, years)
    if not questions or not questions.is_whole or not all(lint.is_whole for lint in lints):
        return
    asked = {fact for lint in lints for fact in lint.list_facts()}
    for index, fact in enumerate(questions.record.facts):
        if any(asked) and fact.id not in asked:
            at = questions.at("facts", index, "id")
            yield Problem(at, Kind.UNUSED_FACT, {"value": fact.id})


def _list_lints(inspection: Inspection, years: Iterable[str]) -> list[_Lint]:
    questions, rows = inspection.questions, inspection.rows
    if questions is None:
        return []
    return [_Lint(rows[year], questions.record) for year in years if year in rows]


def _check_first(inspection: Inspection) -> Iterator[Problem]:
    """What a situation opens with fits its profile, in the latest revision."""
    sheet, catalog = inspection.situations, inspection.catalog
    if sheet is None or catalog is None:
        return
    for index, situation in enumerate(sheet.record.situations):
        profile = read_profile(situation.profile)
        for place, target in enumerate(situation.first):
            led = catalog.leads.follow(target)
            if led and all(_decide(catalog.latest, one, profile) == "no" for one in led):
                at = sheet.at("situations", index, "first", place)
                told = {"value": target, "profile": situation.profile}
                yield Problem(at, Kind.NOT_FOR_SITUATION, told)


def _decide(revision: Revision, target: str, answers: Answers) -> Verdict:
    """Give the verdict of a service, or of one of its clauses, as `housing/rent`."""
    name, _, clause = target.partition("/")
    part = decide_service(revision, revision.by_id[name], answers)
    return {one.clause.id: one.verdict for one in part.clauses}[clause] if clause else part.verdict


def _list_names(criterion: Criterion) -> list[str]:
    return [name for name in criterion.list_conditions() if name != EVERYONE]


class _Lint:
    """Judges the rules of one revision; equal rules are judged once."""

    def __init__(self, sheet: Sheet[Services], questions: Questions) -> None:
        self.sheet = sheet
        self.rows = sheet.record
        self.facts = {fact.id: fact for fact in questions.facts}
        self.conditions: Conditions = {
            name: one for name, one in self.rows.named_conditions.items() if self._can_be_met(one)
        }
        self.audiences = {audience.id: audience for audience in self.rows.audiences}
        self._values: dict[str, set[Verdict]] = {}

    @property
    def is_whole(self) -> bool:
        """Whether every condition of the list can be judged."""
        return self.sheet.is_whole and len(self.conditions) == len(self.rows.named_conditions)

    @property
    def basis(self) -> tuple[object, ...]:
        """All that rules are judged by, and more: what is not, is how services are shown."""
        rows = self.rows
        services = [list_judged(service) for service in rows.services]
        return rows.conditions, rows.audiences, rows.groups, services, self.facts

    def list_facts(self) -> set[str]:
        """List the questions that rules turn on."""
        used = {name for rule in list_rules(self.rows) for name in _list_names(rule.criterion)}
        return {self.conditions[name].fact or "" for name in used if name in self.conditions}

    def find_problems(self) -> Iterator[Problem]:
        """Yield the problems of conditions, then of rules."""
        for index, condition in enumerate(self.rows.conditions):
            if condition.fact in self.facts and condition.id in self.conditions:
                yield from self._check_ages(index, condition, self.facts[condition.fact])
        for rule in list_rules(self.rows):
            found = self._find_audience(rule)
            if found is None:
                continue
            audience, name = found
            whole = join_criteria(audience, rule.criterion)
            if not self.conditions.keys() >= set(_list_names(whole)):
                continue
            told = list(self._check_width(rule, whole))
            told = told or list(self._check_rule(rule, whole, name))
            yield from told or self._check_examples(rule, whole)

    def _can_be_met(self, condition: Condition) -> bool:
        """Whether what a condition asks is asked, where it asks anything."""
        if not condition.fact:
            return not condition.is_
        fact = self.facts.get(condition.fact)
        known = {option.id for option in fact.options} if fact else set()
        return bool(condition.is_) and not condition.set_by and known.issuperset(condition.is_)

    def _find_audience(self, rule: Rule) -> tuple[Criterion, str] | None:
        """Give the criterion and the name of the audience that a rule's clause is for, if known."""
        if rule.path[0] == "audiences":
            return FREE, rule.texts[0]
        name = self.rows.services[int(rule.path[1])].audience
        if name is None:
            return FREE, ""
        audience = self.audiences.get(name)
        return (audience.criterion, audience.name.source) if audience else None

    def _check_ages(self, index: int, condition: Condition, fact: Fact) -> Iterator[Problem]:
        """Every age of a condition lies within the ages that its quote prints."""
        printed = PRINTED_AGES.search(condition.quote.source)
        options = [AGES.fullmatch(option.id) for option in fact.options]
        if not printed or not all(options):
            return
        first, last = int(printed[1] or 0), int(printed[2] or int(printed[3]) - 1)
        for number, option in enumerate(condition.is_):
            low, _, high = option.partition("-")
            if int(low) < first or int(high or low) > last:
                values = {"value": option, "quote": printed[0]}
                at = self.sheet.at("conditions", index, "is", number)
                yield Problem(at, Kind.AGE_OUTSIDE, values)

    def _check_width(self, rule: Rule, whole: Criterion) -> Iterator[Problem]:
        """A rule can be met in no more ways than can be tried, here and in the page."""
        ways = 2 ** min(len(self._list_open(whole)), MOST_WAYS.bit_length())
        for fact in self.facts.values():
            ways *= len(list_answers(fact, whole, self.conditions)) or 1
        if ways > MOST_WAYS:
            values = {"value": str(ways), "most": str(MOST_WAYS)}
            at = self.sheet.at(*rule.path, "criterion")
            yield Problem(at, Kind.RULE_TOO_WIDE, values)

    def _check_rule(self, rule: Rule, whole: Criterion, audience: str) -> Iterator[Problem]:
        """A rule can be met, can fail unless it is for everyone, and settles what is stated."""
        at = self.sheet.at(*rule.path, "criterion")
        if "yes" not in self._find_values(whole):
            yield Problem(at, Kind.RULE_NEVER_MET, {"audience": audience})
        elif rule.criterion.condition != EVERYONE:
            if "no" not in self._find_values(rule.criterion):
                yield Problem(at, Kind.RULE_NEVER_FAILS)
            elif not any(rule.examples.listed()):
                yield Problem(at, Kind.EXAMPLE_MISSING)
        if self._settles_too_much(rule):
            yield Problem(at, Kind.RULE_SETTLES_TOO_MUCH)

    def _settles_too_much(self, rule: Rule) -> bool:
        """Whether a clause is for those "who meet the conditions", and no department decides it."""
        if rule.path[0] == "audiences":
            return False
        clause = self.rows.services[int(rule.path[1])].clauses[int(rule.path[3])]
        quotes = (self.conditions[name].quote.source for name in self._list_open(rule.criterion))
        return clause.leaves_condition_open and not any(OPEN in quote for quote in quotes)

    def _find_values(self, criterion: Criterion) -> set[Verdict]:
        """Find the values that a rule can have, whatever is answered and whatever is decided."""
        key = criterion.model_dump_json()
        if key not in self._values:
            self._values[key] = {
                decide(criterion, self._settle(criterion, settled), answers)
                for settled in product(("yes", "no"), repeat=len(self._list_open(criterion)))
                for answers in self._list_answers(criterion)
            }
        return self._values[key]

    def _list_open(self, criterion: Criterion) -> list[str]:
        names = dict.fromkeys(_list_names(criterion))
        return [name for name in names if not self.conditions[name].fact]

    def _settle(self, criterion: Criterion, settled: tuple[str, ...]) -> Conditions:
        """Give the conditions as if departments had decided: a fact of their own answers them."""
        decided = dict(zip(self._list_open(criterion), settled, strict=True))
        changed = {
            name: self.conditions[name].model_copy(
                update={"set_by": (), "fact": "decided", "is_": (value,)}
            )
            for name, value in decided.items()
        }
        return self.conditions | changed

    def _list_answers(self, criterion: Criterion) -> Iterator[dict[str, tuple[str, ...]]]:
        spaces = {
            fact.id: list_answers(fact, criterion, self.conditions) for fact in self.facts.values()
        }
        spaces = {fact: space for fact, space in spaces.items() if space}
        for given in product(*spaces.values()):
            yield {"decided": ("yes",), **dict(zip(spaces, given, strict=True))}

    def _check_examples(self, rule: Rule, whole: Criterion) -> Iterator[Problem]:
        for expected, number, profile in rule.examples.listed():
            answers = read_profile(profile)
            found = decide(whole, self.conditions, answers)
            if found != expected:
                reasons = give_reasons(whole, self.conditions, answers)
                told = ", ".join(f"{reason.condition} ({reason.outcome})" for reason in reasons)
                values = {"value": profile, "found": found, "expected": expected}
                at = self.sheet.at(*rule.path, "examples", expected, number)
                yield Problem(at, Kind.EXAMPLE_FAILS, values | {"reasons": told or EVERYONE})
