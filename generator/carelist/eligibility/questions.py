"""Which question to ask next: the one that can still change most verdicts.

theme/scripts/eligibility/questions.mjs is this module in JavaScript.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from carelist.catalog.rules import NONE_OF_THESE
from carelist.eligibility.criteria import decide
from carelist.eligibility.verdicts import list_ruled_clauses

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from carelist.catalog.revision import Revision
    from carelist.catalog.rules import Criterion, Fact, Questions
    from carelist.eligibility.criteria import Answers, Conditions

Chosen = tuple[str, ...]
MOST_WAYS = 4096
"""In so many ways the conditions of a rule can be met together; the check refuses more."""


class OpenQuestion(NamedTuple):
    """A question that is worth asking."""

    fact: str
    weight: int
    """How many clauses' verdicts its answer can still change."""


def open_questions(
    revision: Revision, questions: Questions, answers: Answers
) -> tuple[OpenQuestion, ...]:
    """List the questions that can still change a verdict, the next one first.

    A fact that is in `answers` without an option was asked in vain, and is not asked again. The
    weight decides, then the order of questions.yml; but sensitive questions come last, so that
    they can be announced and skipped together, and behind them those that matter only
    together with one of them.
    """
    weights = dict.fromkeys((fact.id for fact in questions.facts), 0)
    matters_alone: set[str] = set()
    for _, _, rule in list_ruled_clauses(revision):
        relevant = find_relevant(rule, revision.conditions, questions, answers)
        for fact in relevant:
            weights[fact] += 1
        if relevant.isdisjoint(questions.sensitive):
            matters_alone |= relevant
    found = (OpenQuestion(fact, weight) for fact, weight in weights.items() if weight)

    def rank(question: OpenQuestion) -> tuple[int, int]:
        last = 1 if question.fact in questions.sensitive else 2
        return (0 if question.fact in matters_alone else last), -question.weight

    return tuple(sorted(found, key=rank))


def find_relevant(
    rule: Criterion, conditions: Conditions, questions: Questions, answers: Answers
) -> set[str]:
    """Find the facts not yet asked whose answer can still change a rule's value.

    A fact can if two answers to it give two values, whatever the other open facts may be.
    """
    facts = [fact for fact in questions.facts if fact.id not in answers]
    spaces = {fact.id: list_answers(fact, rule, conditions) for fact in facts}
    spaces = {fact: space for fact, space in spaces.items() if len(space) > 1}
    if decide(rule, conditions, answers) != "depends" or not spaces:
        return set()
    values = {
        given: decide(rule, conditions, {**answers, **dict(zip(spaces, given, strict=True))})
        for given in product(*spaces.values())
    }
    relevant = set()
    for place, fact in enumerate(spaces):
        seen: dict[tuple[Chosen, ...], str] = {}
        for given, value in values.items():
            others = given[:place] + given[place + 1 :]
            if seen.setdefault(others, value) != value:
                relevant.add(fact)
    return relevant


def list_answers(fact: Fact, rule: Criterion, conditions: Conditions) -> list[Chosen]:
    """List answers to a question, one for each way in which they can meet a rule's conditions."""
    used = [conditions[name] for name in rule.list_conditions() if name in conditions]
    return list_ways(fact, [set(one.is_) for one in used if one.fact == fact.id])


def list_ways(fact: Fact, sets: Sequence[Collection[str]]) -> list[Chosen]:
    """List answers to a question, the first for each way in which they can meet sets of options.

    Single options come before several; nothing where there are no sets. At most MOST_WAYS and one
    are listed, however many options there are: each answer that is found is only ever extended by
    one option, since the first to meet some sets extends the first to meet those it met before.
    """
    marks = {
        option.id: sum(1 << place for place, one in enumerate(sets) if option.id in one)
        for option in fact.options
    }
    ways: dict[int, Chosen] = {}
    for option, mark in marks.items() if sets else ():
        ways.setdefault(mark, (option,))
    if fact.choose == "several" and sets:
        for mark, chosen in _join_options([name for name in marks if name != NONE_OF_THESE], marks):
            ways.setdefault(mark, chosen)
            if len(ways) > MOST_WAYS:
                break
    return list(ways.values())


def _join_options(options: list[str], marks: Mapping[str, int]) -> Iterator[tuple[int, Chosen]]:
    """Yield the first choice of several options for each mark that no smaller choice has."""
    level: dict[int, tuple[int, Chosen]] = {}
    for place, option in enumerate(options):
        level.setdefault(marks[option], (place, (option,)))
    seen = set(level)
    while level:
        longer: dict[int, tuple[int, Chosen]] = {}
        for mark, (last, chosen) in level.items():
            for place in range(last + 1, len(options)):
                joined = mark | marks[options[place]]
                if joined not in seen:
                    seen.add(joined)
                    longer[joined] = place, (*chosen, options[place])
                    yield joined, longer[joined][1]
        level = longer
