"""ways.yml: the words by which clauses say how one gets what they promise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from carelist.catalog.kinds import Kind
from carelist.catalog.problems import Problem
from carelist.catalog.records import How
from carelist.catalog.texts import Line, Record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carelist.catalog.binding import Sheet
    from carelist.catalog.records import Services


class Way(Record):
    """What the words of a clause must be, for a label to say of it how one gets something."""

    how: How
    needs: tuple[Line, ...] = ()
    """The clause has one of these; empty where the label rests on no words."""
    excludes: tuple[Line, ...] = ()
    """The clause has none of these: they say something else than the label."""


class Ways(Record):
    """ways.yml, which a city can do without."""

    ways: tuple[Way, ...] = Field(min_length=1)


def check_ways(sheet: Sheet[Services], ways: Ways) -> Iterator[Problem]:
    """Every label says of its clause what the words of the clause say."""
    known = {way.how: way for way in ways.ways}
    for index, service in enumerate(sheet.record.services):
        for place, clause in enumerate(service.clauses):
            way = known.get(clause.how)
            if way is None:
                continue
            at = sheet.at("services", index, "clauses", place, "how")
            text = clause.text.source
            against = next((word for word in way.excludes if word in text), "")
            if against:
                yield Problem(at, Kind.HOW_AGAINST_WORDS, {"value": clause.how, "word": against})
            elif way.needs and not any(word in text for word in way.needs):
                values = {"value": clause.how, "words": "、".join(way.needs)}
                yield Problem(at, Kind.HOW_WITHOUT_WORDS, values)
