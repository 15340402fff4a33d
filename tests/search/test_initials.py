"""Initials of pinyin find the words that a service has, and letters at random find nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from carelist.search.lexicon import Lexicon

from tests.search.nonsense import NONSENSE
from tests.speaking import ZH

if TYPE_CHECKING:
    from carelist.search.engine import Engine

PAIRS = frozenset({"疫苗", "苗接", "接种"})


@pytest.mark.parametrize("locale", ["zh", "en"])
def test_letters_at_random_find_nothing(engines: dict[str, Engine], locale: str) -> None:
    """Some pair of characters begins with any two of them, but no service has the whole."""
    found = {letters: engines[locale].search(letters) for letters in NONSENSE}
    assert {letters: hits for letters, hits in found.items() if hits} == {}


@pytest.mark.parametrize(
    ("letters", "service"),
    [
        ("cj", "disability-allowances"),
        ("gzf", "housing"),
        ("ymjz", "health-and-childcare"),
        ("ylbx", "medical-insurance"),
        ("kfjz", "disability-rehabilitation"),
        ("dbj", "subsistence-allowance"),
    ],
)
def test_initials_of_a_word_find_it(engines: dict[str, Engine], letters: str, service: str) -> None:
    """As they are typed on a phone: 公租房 as gzf."""
    assert (service, True) in {(hit.id, hit.is_strong) for hit in engines["zh"].search(letters)[:2]}


@pytest.mark.parametrize(
    ("services", "is_one"),
    [
        ((PAIRS,), True),
        ((PAIRS - {"接种"}, PAIRS - {"疫苗"}), False),
        ((frozenset({"疫苗", "接种"}),), False),
        ((), True),
    ],
)
def test_a_word_is_one_that_some_service_has_whole(
    services: tuple[frozenset[str], ...], *, is_one: bool
) -> None:
    """Halves in two services are none, nor pairs that do not join; unknown services may have it."""
    lexicon = Lexicon(PAIRS, {}, ZH, services)
    assert lexicon.has_together([["疫苗"], ["苗接"], ["接种"]]) is is_one
