"""A family's answers as they are typed: `age=3-5 hardship=low-income,sudden`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.catalog.problems import CarelistError, find_nearest
from generator.catalog.rules import NONE_OF_THESE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.catalog.rules import Fact, Questions
    from generator.eligibility.criteria import Answers

UNSURE = "unsure"
"""What is typed for "not sure": asked, and still unknown."""


class ProfileError(CarelistError):
    """An answer that no question has."""


def read_answers(words: Iterable[str], questions: Questions) -> Answers:
    """Read answers, one word for each question.

    Raises:
        ProfileError: If a word is not `fact=option`, or the fact or an option is not known.
    """
    facts = {fact.id: fact for fact in questions.facts}
    answers: dict[str, tuple[str, ...]] = {}
    for word in words:
        name, equals, options = word.partition("=")
        if not equals:
            message = f"'{word}' is not an answer; expected a fact and options, as age=3-5"
            raise ProfileError(message)
        if name not in facts:
            raise ProfileError(f"unknown fact '{name}'{_guess(name, list(facts))}")
        if name in answers:
            raise ProfileError(f"'{name}' is answered twice; write age=3-5 once")
        answers[name] = _read_options(facts[name], options)
    return answers


def _read_options(fact: Fact, written: str) -> tuple[str, ...]:
    if written == UNSURE:
        return ()
    known = [option.id for option in fact.options]
    options = tuple(dict.fromkeys(written.split(",")))
    for option in options:
        if option not in known:
            guess = _guess(option, [*known, UNSURE])
            message = f"fact '{fact.id}' has no option '{option}'{guess}"
            raise ProfileError(message)
    if len(options) > 1 and (fact.choose == "one" or NONE_OF_THESE in options):
        raise ProfileError(f"'{fact.id}' takes a single answer here, not '{written}'")
    return options


def _guess(value: str, known: list[str]) -> str:
    near = find_nearest(value, known).get("near")
    return f"; did you mean '{near}'?" if near else f"; expected one of {', '.join(known)}"
