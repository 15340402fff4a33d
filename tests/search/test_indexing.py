"""The index of a list is that which lunr's own builder makes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from carelist.catalog.loading import load_catalog
from carelist.search.constants import BOOSTS, K1, B
from carelist.search.documents import list_fields, make_libraries
from carelist.search.engine import Engine
from lunr.builder import Builder

from tests.conftest import CLOUDBRIDGE, LAKESIDE

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("city", [LAKESIDE, CLOUDBRIDGE])
def test_the_index_is_as_lunr_makes_it(city: Path) -> None:
    """Each posting, weight and term, in every language."""
    for library in make_libraries(load_catalog(city)).values():
        builder = Builder()
        builder.k1(K1)
        builder.b(B)
        for name, boost in BOOSTS.items():
            builder.field(name, boost)
        for document in library.documents:
            fields = dict(list_fields(document, library.tables.phrases))
            builder.add({"id": document.id, **fields})
        wanted, made = builder.build(), Engine(library).index
        assert made.inverted_index == wanted.inverted_index
        assert {name: vector.elements for name, vector in made.field_vectors.items()} == {
            name: vector.elements for name, vector in wanted.field_vectors.items()
        }
        assert made.token_set.to_list() == wanted.token_set.to_list()
        assert made.fields == wanted.fields
