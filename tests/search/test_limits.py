"""Numbers that no everyday query reaches end things where they are said to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from carelist.search.analysis import find_terms
from carelist.search.characters import COMMON, TRADITIONAL
from carelist.search.compact import Cipher
from carelist.search.cutting import cut_words, join_phrases
from carelist.search.lexicon import Lexicon
from carelist.search.numbers import read_numbers
from carelist.search.pinyin import Sound, read_letters
from carelist.search.postings import is_in_parts, write_weights
from carelist.search.tables import Tables

from tests.speaking import EN

if TYPE_CHECKING:
    from carelist.search.engine import Engine

LONGEST = "abcdefghijklmnopqrstuvwx"
"""A word of 24 letters."""


@pytest.mark.parametrize(("count", "in_parts"), [(400, False), (401, True)])
def test_a_list_of_more_than_400_services_is_searched_in_parts(
    count: int, *, in_parts: bool
) -> None:
    """Up to there it is one page."""
    assert is_in_parts(range(count)) is in_parts


@pytest.mark.parametrize(("word", "is_forgiven"), [(LONGEST, True), (f"{LONGEST}y", False)])
def test_slips_are_forgiven_in_words_of_up_to_24_letters(word: str, *, is_forgiven: bool) -> None:
    """What is longer is no word that anybody means."""
    lexicon = Lexicon(frozenset({word}), {word: word}, EN)
    assert lexicon.list_near(f"z{word[1:]}") == ([word] if is_forgiven else [])


@pytest.mark.parametrize(
    ("age", "grades"), [("17岁", ("11级", "12级")), ("18岁", ("12级",)), ("19岁", ())]
)
def test_there_are_twelve_grades(age: str, grades: tuple[str, ...]) -> None:
    """Who is older goes to no school that a list of services tells by grade."""
    ((number,),) = (read_numbers(age)[1],)
    assert number.near == grades


def test_weights_have_three_figures_behind_the_point() -> None:
    """As lunr rounds them; equal ones are written once."""
    assert write_weights({0: 1.23449, 1: 1.23351, 4: 0.5}) == "0.5:5;1.234:,"


def test_common_characters_are_those_of_their_first_levels() -> None:
    """Of GB 2312 and of Big5, from their first to their last."""
    ends = [(len(one), one[0], one[-1]) for one in (COMMON, TRADITIONAL)]
    assert ends == [(3755, "啊", "座"), (5401, "一", "籲")]


def test_seventy_five_characters_are_written_in_one_sign() -> None:
    """The most frequent; all others in two."""
    characters = COMMON[:100]
    cipher = Cipher(characters, characters)
    assert [len(cipher.write(one)) for one in sorted(characters)] == [1] * 75 + [2] * 25


def test_an_english_word_that_is_a_term_by_itself_counts_thrice() -> None:
    """It needs no others beside it."""
    assert cut_words("hospital", Tables()) == ["hospital"] * 3


@pytest.mark.parametrize(
    ("term", "found"),
    [("医院看病", ["医院", "院看", "看病"]), ("去医院看病", ["医院", "看病"])],
)
def test_of_a_sentence_only_what_its_phrases_have_counts(term: str, found: list[str]) -> None:
    """From five characters on a term is one."""
    assert cut_words(term, Tables()) == found


def test_two_syllables_are_read_rather_than_the_beginning_of_one() -> None:
    """`chua` may go on as `chuan`; it is chu'a as it stands."""
    read = read_letters(["chua"], {"chu", "a", "chuan"})
    assert read == (Sound("chu", whole=True), Sound("a", whole=True))


def test_what_is_written_counts_more_than_what_only_sounds_so(engines: dict[str, Engine]) -> None:
    """Who writes 心理 and then `yiliao` asks for the mind first."""
    first, second, *_ = engines["zh"].search("心理yiliao")
    assert (first.id, second.id) == ("mental-health-clinic", "medical-insurance")


@pytest.mark.parametrize(("length", "is_one"), [(5, True), (6, False)])
def test_a_phrase_has_up_to_five_words(length: int, *, is_one: bool) -> None:
    """A longer one is found by its words."""
    words = ["ox", "pig", "hen", "cat", "dog", "fox"][:length]
    phrase = " ".join(words)
    terms = [term.term for term in find_terms(phrase, frozenset({phrase}))]
    assert terms == [*words, *([phrase] if is_one else [])]


def test_a_phrase_among_other_words_may_be_of_several() -> None:
    """Whoever has found phrases already gives them as words; their stems go on to be compared."""
    tables = Tables(synonyms={"harm": "hurt himself on"})
    assert [*join_phrases(["hurts himself", "on", "purpose"], tables)] == [
        "hurts himself on",
        "purpose",
    ]
