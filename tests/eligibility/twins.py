"""What the tests run in both languages: the same questions to Python and to JavaScript."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.catalog.rules import Condition, Criterion
from generator.eligibility.verdicts import decide_services

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.catalog.revision import Revision
    from generator.eligibility.criteria import Answers, Conditions, Reason

DECIDE = """async ([scripts, conditions, tasks]) => {
  const { decide, weigh } = await import(scripts + "eligibility/criteria.mjs");
  return tasks.map(([criterion, answers]) => [
    decide(criterion, conditions, answers),
    weigh(criterion, conditions, answers).reasons.map(
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


def read_conditions(conditions: dict[str, dict[str, Any]]) -> Conditions:
    """Make conditions of what the browser is given of them."""
    return {
        name: Condition.model_validate(
            {
                "id": name,
                "fact": condition.get("fact"),
                "is": condition.get("is", ()),
                "set_by": condition.get("by", ()),
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


def tell_verdicts(revision: Revision, answers: Answers) -> str:
    """Tell the verdicts of a list as the browser does."""
    lines = []
    for service in decide_services(revision, answers):
        lines.append(f"{service.service.id} {service.verdict}")
        lines += [
            f"{part.clause.id} {part.verdict}: {', '.join(tell_reasons(part.reasons))}"
            for part in service.clauses
        ]
    return "\n".join(lines)
