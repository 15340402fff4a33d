"""A family's answers as they are typed: `age=3-5 hardship=low-income,sudden`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelist.catalog.problems import RefusalError, find_nearest
from carelist.catalog.rules import NONE_OF_THESE
from carelist.speech.messages import Message

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carelist.catalog.rules import Fact, Questions
    from carelist.eligibility.criteria import Answers

UNSURE = "unsure"
"""What is typed for "not sure": asked, and still unknown."""


class ProfileError(RefusalError):
    """An answer that no question has."""


def read_answers(words: Iterable[str], questions: Questions) -> Answers:
    """Read answers, one word for each question.

    >>> read_answers(["age=3-5", "hardship=low-income,sudden", "stage=unsure"], catalog.questions)
    {'age': ('3-5',), 'hardship': ('low-income', 'sudden'), 'stage': ()}

    Raises:
        ProfileError: If a word is not `fact=option`, or the fact or an option is not known.
    """
    facts = {fact.id: fact for fact in questions.facts}
    answers: dict[str, tuple[str, ...]] = {}
    for word in words:
        name, equals, options = word.partition("=")
        if not equals:
            raise ProfileError("not_an_answer", value=word)
        if not facts:
            raise ProfileError("no_questions")
        if name not in facts:
            raise ProfileError("unknown_fact", value=name, guess=_guess(name, list(facts)))
        if name in answers:
            raise ProfileError("answered_twice", value=name)
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
            raise ProfileError("unknown_option", fact=fact.id, value=option, guess=guess)
    if len(options) > 1 and (fact.choose == "one" or NONE_OF_THESE in options):
        raise ProfileError("single_answer", fact=fact.id, value=written)
    return options


def _guess(value: str, known: list[str]) -> Message:
    """Say what was meant, or all that could be, as the end of a message."""
    if near := find_nearest(value, known):
        return Message("problems", "near", near)
    return Message("problems", "choices", {"choices": ", ".join(known)})
