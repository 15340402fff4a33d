"""Contents of revisions as Hypothesis draws them: small, sound, and unlike any city's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from carelist.catalog.records import (
    Audience,
    Cells,
    Clause,
    FurtherColumn,
    Group,
    Measure,
    Notice,
    Reading,
    Readings,
    Service,
    Services,
    ServiceType,
    Unstated,
)
from carelist.catalog.rules import Condition, Criterion, Fact, Option
from carelist.catalog.source import Paragraph
from carelist.catalog.texts import PrintedText, find_digest
from carelist.revisions.content import Content, Copy
from hypothesis import strategies as st

from tests.speaking import make_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from hypothesis.strategies import DrawFn, SearchStrategy

NAMES = ("one", "two", "three", "four")
FACTS = tuple(
    Fact(
        id=name,
        about="person",
        choose="several" if name == "need" else "one",
        asked="plainly",
        name=make_text(zh="问", en="asked", digest="0"),
        question=make_text(zh="问", en="asked", digest="0"),
        why=make_text(zh="问", en="asked", digest="0"),
        options=tuple(
            Option(id=option, label=make_text(zh="答", en="answer", digest="0"))
            for option in ("low", "middle", "high")
        ),
    )
    for name in ("age", "need")
)


@st.composite
def texts(draw: DrawFn) -> PrintedText:
    """A short text, fresh, stale, or without English."""
    zh = draw(st.sampled_from(["甲", "乙，", "丙丁。", "为儿童提供帮助；"]))
    en = draw(st.sampled_from([None, "first", "second"]))
    stale = draw(st.booleans())
    return make_text(
        zh=zh, en=en, digest=None if en is None else find_digest("旧" if stale else zh)
    )


def some(names: tuple[str, ...] = NAMES, least: int = 0) -> SearchStrategy[tuple[str, ...]]:
    """Some of the names, in any order."""
    return st.lists(st.sampled_from(names), min_size=least, unique=True).map(tuple)


@st.composite
def entries(draw: DrawFn, make: Callable[[DrawFn, str], Any], least: int = 0) -> tuple[Any, ...]:
    """Records of different ids."""
    return tuple(make(draw, name) for name in draw(some(least=least)))


def draw_criterion(draw: DrawFn, conditions: tuple[str, ...], depth: int = 2) -> Criterion:
    """A criterion over some conditions."""
    shapes = ["condition", *(["all", "any", "not"] if depth else [])]
    shape = draw(st.sampled_from(shapes))
    if shape == "condition":
        return Criterion.model_validate(draw(st.sampled_from(["everyone", *conditions])))
    if shape == "not":
        return Criterion.model_construct(not_=draw_criterion(draw, conditions, depth - 1))
    parts = tuple(draw_criterion(draw, conditions, depth - 1) for _ in range(2))
    if shape == "all":
        return Criterion.model_construct(all_=parts)
    return Criterion.model_construct(any_=parts)


def _draw_condition(draw: DrawFn, name: str) -> Condition:
    fact = draw(st.sampled_from([None, "age", "need"]))
    options = draw(some(("low", "middle", "high"), least=1)) if fact else ()
    decides = () if fact else ("one",)
    quote, words = draw(texts()), draw(texts())
    return Condition.model_construct(
        id=name, fact=fact, is_=options, set_by=decides, quote=quote, words=words
    )


@st.composite
def contents(draw: DrawFn) -> Content:
    """All that a revision declares."""
    conditions = draw(entries(_draw_condition))
    known = tuple(condition.id for condition in conditions)
    audiences, groups = draw(some(least=1)), draw(some(least=1))

    def draw_clause(draw: DrawFn, name: str) -> Clause:
        return Clause(
            id=name,
            title=draw(texts()),
            how=draw(st.sampled_from(["apply", "attend", "public"])),
            condition=draw(st.none() | texts()),
            text=draw(texts()),
            criterion=draw_criterion(draw, known),
        )

    names = draw(some(least=1))
    types, columns = draw(some()), draw(some(("one", "two")))
    services = tuple(
        Service(
            id=name,
            number=number,
            printed_number=draw(st.sampled_from([None, "1.1", "1.2"])),
            pillar=draw(st.sampled_from([None, *NAMES])),
            audience=draw(st.sampled_from([None, *audiences])),
            group=draw(st.sampled_from(groups)),
            title=draw(st.none() | texts()),
            types=draw(some(types)) if types else (),
            departments=draw(some()),
            supporting=draw(some(("one", "two"))),
            others=draw(st.booleans()),
            cells=Cells.model_validate({name: draw(texts()).model_dump() for name in columns[:1]}),
            replaces=draw(some()),
            summary=draw(texts()),
            clauses=draw(entries(draw_clause, least=1)),
        )
        for number, name in enumerate(names, start=1)
    )
    used = {service.audience for service in services}, {service.group for service in services}
    rows = Services(
        audiences=tuple(
            Audience(id=name, name=draw(texts()), criterion=draw_criterion(draw, known))
            for name in audiences
            if name in used[0]
        ),
        types=tuple(ServiceType(id=name, name=draw(texts())) for name in types),
        columns=tuple(
            FurtherColumn(
                id=name, heading=draw(texts()), means=draw(st.sampled_from(["how", "other"]))
            )
            for name in columns
        ),
        groups=tuple(Group(id=name, name=draw(texts())) for name in groups if name in used[1]),
        conditions=conditions,
        services=services,
    )
    return Content(draw(_notices()), rows, draw(_readings()), draw(_copies()))


@st.composite
def _notices(draw: DrawFn) -> Notice:
    def draw_measure(draw: DrawFn, name: str) -> Measure:
        return Measure(id=name, heading=draw(texts()), text=draw(texts()))

    return Notice(
        source="source.txt",
        printed_on=draw(st.sampled_from(["2031-01-01", "2032-01-01"])),
        issuers=draw(some(least=1)),
        measures=draw(entries(draw_measure, least=1)),
        number=draw(texts()),
        title=draw(texts()),
        addressees=draw(texts()),
        opening=draw(texts()),
        table_title=draw(texts()),
        disclosure=draw(texts()),
        signatory=draw(texts()),
        colophon=draw(texts()),
    )


@st.composite
def _readings(draw: DrawFn) -> Readings:
    def draw_reading(draw: DrawFn, name: str) -> Reading:
        sure = draw(st.sampled_from([None, 80, 100]))
        return Reading.model_construct(
            id=name, kind="note", sure=sure, plain=draw(texts()), why=draw(texts())
        )

    def draw_unstated(draw: DrawFn, name: str) -> Unstated:
        return Unstated(id=name, text=draw(texts()))

    table: Any = draw(st.sampled_from([(("number",),), (("number", "task"),)]))
    readings, unstated = draw(entries(draw_reading)), draw(entries(draw_unstated))
    return Readings(table=table, readings=readings, not_stated=unstated)


def _copies() -> SearchStrategy[Copy]:
    return st.sampled_from([Copy((Paragraph(word, 1),), ()) for word in ("甲", "乙")])
