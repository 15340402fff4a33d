"""What the tests run in both languages: the same questions to Python and to JavaScript."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Any

from carelist.catalog.rules import NONE_OF_THESE, Condition, Criterion
from carelist.eligibility.verdicts import decide_service

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from carelist.catalog.records import Service
    from carelist.catalog.revision import Revision
    from carelist.catalog.rules import Fact
    from carelist.eligibility.criteria import Answers, Conditions, Reason

    Given = tuple[tuple[str, tuple[str, ...]], ...]

DECIDE = """async ([scripts, rules, tasks]) => {
  const { decide, weigh } = await import(scripts + "eligibility/criteria.mjs");
  return tasks.map(([criterion, answers]) => [
    decide(criterion, rules, answers),
    weigh(criterion, rules, answers).reasons.map(
      ({ condition, outcome, negated }) => `${negated ? "not " : ""}${condition} ${outcome}`,
    ),
  ]);
}"""
"""Decides criteria in the browser."""

DECIDE_LIST = """async ([scripts, list, profiles]) => {
  const { decideServices } = await import(scripts + "eligibility/verdicts.mjs");
  const tell = ({ condition, outcome, negated }) =>
    `${negated ? "not " : ""}${condition} ${outcome}`;
  const tellClause = ({ clause, verdict, reasons }) =>
    `${clause.id} ${verdict}: ${reasons.map(tell).join(", ")}`;
  const digests = profiles.map(async (answers) => {
    const lines = decideServices(list, answers).flatMap(({ service, verdict, clauses }) => [
      `${service.id} ${verdict}`,
      ...clauses.map(tellClause),
    ]);
    const told = new TextEncoder().encode(lines.join("\\n"));
    const digest = await crypto.subtle.digest("SHA-256", told);
    return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  });
  return Promise.all(digests);
}"""
"""Decides a whole list for many profiles in the browser; gives a digest of what it told of each."""

ASK = """async ([scripts, list, profiles]) => {
  const { openQuestions } = await import(scripts + "eligibility/questions.mjs");
  return profiles.map((answers) =>
    openQuestions(list, answers).map(({ fact, weight }) => [fact, weight]),
  );
}"""
"""Lists the open questions of profiles in the browser."""


def list_possible(fact: Fact) -> Iterator[tuple[str, ...]]:
    """Yield every answer to a question: single options, then several where they can be chosen."""
    options = [option.id for option in fact.options]
    yield from ((option,) for option in options)
    if fact.choose == "several":
        some = [option for option in options if option != NONE_OF_THESE]
        for count in range(2, len(some) + 1):
            yield from combinations(some, count)


def read_conditions(conditions: dict[str, dict[str, Any]]) -> Conditions:
    """Make conditions of what the browser is given of them."""
    return {
        name: Condition.model_validate(
            {
                "id": name,
                "fact": condition.get("fact"),
                "is": condition.get("is", ()),
                "set_by": condition.get("set_by", ()),
                "quote": {"zh": name},
                "words": {"zh": name},
            }
        )
        for name, condition in conditions.items()
    }


def read_criterion(criterion: object) -> Criterion:
    """Make a criterion of what the browser is given of it."""
    return Criterion.model_validate(criterion)


def read_answers(answers: dict[str, list[str]]) -> Answers:
    """Make answers of what the browser is given of them."""
    return {fact: tuple(options) for fact, options in answers.items()}


def tell_reasons(reasons: Iterable[Reason]) -> list[str]:
    """Tell reasons as the browser does."""
    return [f"{'not ' if r.negated else ''}{r.condition} {r.outcome}" for r in reasons]


class Teller:
    """Tells the verdicts of a list as the browser does.

    Each service hears of the questions that its rules look at, and of no others; so whatever else
    is answered is asked of the browser alone, and what is asked again is told again.
    """

    def __init__(self, revision: Revision) -> None:
        """Find the questions of each service."""
        self._revision = revision
        self._facts = {
            service.id: {
                revision.conditions[name].fact
                for rule in revision.rules[service.id]
                for name in rule.list_conditions()
                if name in revision.conditions
            }
            for service in revision.services
        }
        self._told: dict[tuple[str, Given], str] = {}

    def tell(self, answers: Answers) -> str:
        """Tell the verdicts for some answers."""
        return "\n".join(self._tell(service, answers) for service in self._revision.services)

    def _tell(self, service: Service, answers: Answers) -> str:
        facts = self._facts[service.id]
        given = tuple((fact, chosen) for fact, chosen in answers.items() if fact in facts)
        if (service.id, given) not in self._told:
            decided = decide_service(self._revision, service, dict(given))
            lines = [
                f"{part.clause.id} {part.verdict}: {', '.join(tell_reasons(part.reasons))}"
                for part in decided.clauses
            ]
            told = "\n".join([f"{service.id} {decided.verdict}", *lines])
            self._told[service.id, given] = told
        return self._told[service.id, given]
