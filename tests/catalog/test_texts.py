"""Texts, digests, ranges and places."""

from __future__ import annotations

import pytest
from carelist.catalog.records import Hotline
from carelist.catalog.texts import Place, Places, Rows, find_digest
from carelist.catalog.walks import find_texts
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from tests.speaking import EN, make_text

ROWS: TypeAdapter[tuple[int, ...]] = TypeAdapter(Rows)
PLACES: TypeAdapter[tuple[Place, ...]] = TypeAdapter(Places)


def test_digest_is_the_beginning_of_sha256() -> None:
    """A digest can be made without Carelist: printf 关爱清单 | sha256sum | cut -c1-8."""
    assert find_digest("关爱清单") == "0aa631e5"
    assert find_digest("关爱清单。") != "0aa631e5"


@pytest.mark.parametrize(
    ("en", "digest", "state"),
    [
        ("Carelist", "0aa631e5", "fresh"),
        ("Carelist", "0aa631e6", "stale"),
        ("Carelist", None, "stale"),
        (None, "0aa631e5", "missing"),
        (None, None, "missing"),
    ],
)
def test_state_of_english(en: str | None, digest: str | None, state: str) -> None:
    """English is fresh only where its digest is that of the present Chinese."""
    assert make_text(zh="关爱清单", en=en, digest=digest).find_state(EN) == state


@pytest.mark.parametrize(
    ("written", "rows"),
    [
        ("7", (7,)),
        ("2, 4-5,8", (2, 4, 5, 8)),
        ("21-23", (21, 22, 23)),
        (" 1 - 2", None),
        ("5-4", None),
        ("0", None),
        ("1-", None),
        ("24+1", None),
        ("一", None),
        ("1-999999", None),
        (["1"], None),
    ],
)
def test_rows(written: object, rows: tuple[int, ...] | None) -> None:
    """Rows are written as numbers and ranges, and as nothing else."""
    if rows is None:
        with pytest.raises(ValidationError, match="refused"):
            ROWS.validate_python(written)
    else:
        assert ROWS.validate_python(written) == rows


def test_places() -> None:
    """Places are numbers, ranges, and lines after a number."""
    places = PLACES.validate_python("24-26, 32+1,32+2")
    assert places == (Place(24), Place(25), Place(26), Place(32, 1), Place(32, 2))
    assert ", ".join(map(str, places)) == "24, 25, 26, 32+1, 32+2"


NUMBERED = st.builds(Place, st.integers(1, 999_999), st.integers(0, 99))
ABOVE = st.builds(Place, st.just(0), st.integers(1, 99))
"""Lines above the first service."""


@given(st.lists(NUMBERED | ABOVE, min_size=1))
def test_places_are_read_as_they_are_shown(places: list[Place]) -> None:
    """What messages show of places can be written in the catalog."""
    assert PLACES.validate_python(", ".join(map(str, places))) == tuple(places)


def test_texts_are_found_by_their_yaml_keys() -> None:
    """The path of a text names the keys as the file writes them, also where Python cannot."""
    text = {"zh": "问", "en": "Ask", "digest": "x"}
    hotline = Hotline.model_validate({"number": "110", "for": text, "source": text})
    assert [path for path, _ in find_texts((hotline,))] == [(0, "for"), (0, "source")]
