"""The index of a long list, in files of which a query needs few."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from carelist.search.postings import find_file, write_places, write_postings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carelist.search.engine import Engine


def read_places(steps: str) -> Iterator[int]:
    """Read places as postings.mjs does."""
    place = -1
    for step in steps.split(","):
        place += int(step or 1)
        yield place


@pytest.mark.parametrize("places", [[0], [5], [0, 1, 2], [3, 4, 900, 901]])
def test_places_are_written_as_steps(places: list[int]) -> None:
    """Those of one are left out."""
    assert list(read_places(write_places(places))) == places


def test_every_term_is_in_its_file_with_its_services(engines: dict[str, Engine]) -> None:
    """And its weights are those that lunr has: the best service of one term weighs most."""
    engine = engines["zh"]
    written = {name: json.loads(text) for name, text in write_postings(engine.library)}
    known = written.pop("terms.json")
    found = {term for file in written.values() for term in file}
    assert found == set(engine.index.inverted_index)
    assert known["count"] == len(engine.library.documents)
    for term in ("疫苗", "残疾", "rent"):
        parts = written[f"{find_file(term)}.json"][term].split(";")
        weights = {
            place: float(weight)
            for weight, steps in (part.split(":") for part in parts)
            for place in read_places(steps)
        }
        query = engine.index.create_query()
        query.clause(term=term, use_pipeline=False)
        scores = {result["ref"]: result["score"] for result in engine.index.query(query)}
        documents = engine.library.documents
        assert {documents[place].id: weight for place, weight in weights.items()} == pytest.approx(
            scores, abs=0.002
        )
