"""For whom a promise is, as records: questions, conditions, criteria, examples, situations."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Any, Literal, NamedTuple

from pydantic import Field, GetJsonSchemaHandler, model_validator
from pydantic_core import PydanticCustomError

from carelist.catalog.kinds import Kind
from carelist.catalog.texts import (
    FACT,
    SLUG,
    ByLocale,
    FactId,
    Icon,
    Id,
    Line,
    Record,
    Target,
    Text,
    fits,
    schema,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import CoreSchema

    from carelist.speech.locales import Locale

_ANSWER = rf"{FACT}={SLUG}(?:,{SLUG})*"
_PROFILE = rf"nothing|{_ANSWER}(?: {_ANSWER})*"
Profile = Annotated[Line, fits(Kind.NOT_A_PROFILE, _PROFILE), schema(f"(?:{_PROFILE})")]
"""Answers of a family, written as `age=3-5 hardship=low-income,sudden`, or `nothing`."""
AGES = re.compile(r"(\d+)(?:-(\d+))?")
"""An age, or several: `6`, `7-15`."""
Verdict = Literal["yes", "depends", "no"]
EVERYONE = "everyone"
"""The criterion of a text that sets no condition."""
NONE_OF_THESE = "none"
"""The option that excludes all others of its question."""


class Option(Record):
    """One answer that can be given."""

    id: Id
    label: Text
    grades: Annotated[str, Field(pattern=r"^\d{1,2}-\d{1,2}$")] | None = None
    """The grades of school that it stands for, as `1-9`."""
    ages: tuple[Id, ...] = ()
    """The answers to the question of age that go with it; any does where none is given."""
    about: Literal["person"] | None = None
    """`person`: in a question about the family, an answer that tells of this person alone, so that
    the question is asked anew about another one."""


class Fact(Record):
    """Something about a person or a family that promises depend on, and how it is asked."""

    id: FactId
    about: Literal["person", "family"]
    """Whose it is: the answers about the family hold for another person of it too."""
    choose: Literal["one", "several"]
    """How many options can be chosen."""
    asked: Literal["plainly", "sensitive"]
    """`sensitive`: last, announced, and skipped together with the others that are."""
    name: Text
    """What it is, in a word or two."""
    question: Text
    of_another: Text | None = None
    """How it is asked about somebody else, where a reader may ask about oneself too."""
    why: Text
    """Why it is asked, in a line."""
    options: tuple[Option, ...] = Field(min_length=1)

    @property
    def is_age(self) -> bool:
        """Whether it is the question of age: the one of which all options are ages."""
        return all(AGES.fullmatch(option.id) for option in self.options)

    @property
    def is_sensitive(self) -> bool:
        """Whether it is asked with care."""
        return self.asked == "sensitive"


class Answered(Record):
    """A question that was answered with any of some options."""

    fact: FactId
    is_: tuple[Id, ...] = Field(alias="is", min_length=1)


class Clash(Record):
    """Answers that hardly stand together: one of them may be a slip. It changes no verdict."""

    all_: tuple[Answered, ...] = Field(alias="all", min_length=1)
    words: Text
    """What does not fit, and nothing of what was answered to a sensitive question."""

    def list_facts(self) -> tuple[str, ...]:
        """List the questions whose answers clash, each once."""
        return tuple(dict.fromkeys(part.fact for part in self.all_))

    def is_met(self, answers: Mapping[str, tuple[str, ...]]) -> bool:
        """Tell whether the answers clash so; what is not known clashes with nothing."""
        met = [not set(answers.get(part.fact, ())).isdisjoint(part.is_) for part in self.all_]
        return len(met) > 1 and all(met)


class Questions(Record):
    """questions.yml: what readers are asked."""

    before_sensitive: Text | None = None
    """What is said before the sensitive questions, where there are any."""
    facts: tuple[Fact, ...] = Field(min_length=1)
    clashes: tuple[Clash, ...] = ()

    @property
    def age(self) -> Fact | None:
        """The question of age; None where a list does not ask it."""
        return next((fact for fact in self.facts if fact.is_age), None)

    @property
    def sensitive(self) -> frozenset[str]:
        """The ids of the sensitive questions."""
        return frozenset(fact.id for fact in self.facts if fact.is_sensitive)


NO_QUESTIONS = Questions.model_construct(facts=())
"""Of a list for which nobody has written any yet."""


class Condition(Record):
    """One condition of the notice: a comparison of a fact, or something a department decides."""

    id: Id
    fact: FactId | None = None
    is_: tuple[Id, ...] = Field(default=(), alias="is")
    """The options that meet it; any one is enough."""
    set_by: tuple[Id, ...] = ()
    """The departments that decide it, where the notice says no more."""
    quote: Text
    """The words of the notice it rests on; every text that it is used for holds them."""
    words: Text
    """What must be so, in everyday words."""


class Criterion(Record):
    """A condition by its id, or `all`, `any`, `not` over criteria."""

    condition: Id | None = None
    """`everyone` is always met."""
    all_: tuple[Criterion, ...] = Field(default=(), alias="all", min_length=1)
    any_: tuple[Criterion, ...] = Field(default=(), alias="any", min_length=1)
    not_: Criterion | None = Field(default=None, alias="not")

    @model_validator(mode="before")
    @classmethod
    def _read_name(cls, value: object) -> object:
        if isinstance(value, str):
            return {"condition": value}
        if not isinstance(value, dict) or len(value) != 1:
            raise PydanticCustomError(Kind.NOT_A_CRITERION.value, "refused")
        return value

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        schema: dict[str, Any] = handler.resolve_ref_schema(handler(core_schema))
        branches = schema | {"minProperties": 1, "maxProperties": 1}
        return {"anyOf": [{"type": "string", "pattern": f"^{SLUG}$"}, branches]}

    @property
    def parts(self) -> tuple[Criterion, ...]:
        """The criteria that it joins."""
        return self.all_ or self.any_ or ((self.not_,) if self.not_ else ())

    def list_conditions(self) -> Iterator[str]:
        """Yield the ids of its conditions from left to right, `everyone` too."""
        if self.condition:
            yield self.condition
        for part in self.parts:
            yield from part.list_conditions()


FREE = Criterion(condition=EVERYONE)
"""What asks for nothing."""


def join_criteria(audience: Criterion, clause: Criterion) -> Criterion:
    """Give the whole rule of a clause: to be of the audience, and to meet the clause's own."""
    return Criterion.model_construct(all_=(audience, clause))


class Example(NamedTuple):
    """A profile, with the verdict that it is to get."""

    verdict: Verdict
    number: int
    """Which of that verdict's it is, from 0."""
    profile: str


class Examples(Record):
    """Profiles, by the verdict that a rule gives them."""

    yes: tuple[Profile, ...] = ()
    depends: tuple[Profile, ...] = ()
    no: tuple[Profile, ...] = ()

    def listed(self) -> Iterator[Example]:
        """Yield all profiles, as the file has them below each verdict."""
        verdicts: tuple[Verdict, ...] = ("yes", "depends", "no")
        for verdict in verdicts:
            for index, profile in enumerate(getattr(self, verdict)):
                yield Example(verdict, index, profile)


class AskedWords(ByLocale):
    """What somebody types whose family is clearly such a one; `…` stands for a few characters."""

    holds = tuple[Line, ...]
    __pydantic_extra__: dict[str, tuple[Line, ...]] = Field(init=False)

    def list(self, locale: Locale) -> tuple[str, ...]:
        """List those of a locale."""
        return self.get(locale) or ()


class Situation(Record):
    """A typical family, as people describe themselves."""

    id: Id
    icon: Icon
    title: Text
    lead: Text
    profile: Profile
    """What such a family would answer."""
    first: tuple[Target, ...] = ()
    """What is for such a family before all else: services of the list, or single clauses."""
    asked: AskedWords = AskedWords()
    """Words for which the search links to its page above the services."""


class Situations(Record):
    """situations.yml, the most common first."""

    situations: tuple[Situation, ...] = ()


NO_SITUATIONS = Situations(situations=())
"""Of a list for which nobody has described any yet."""
