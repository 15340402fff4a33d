"""Python and JavaScript analyse alike: the same cases, and the whole vocabulary, through both."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from carelist.search.analysis import find_terms, fold, name_terms, split, stem
from carelist.search.constants import SHORT, SPELLING, list_constants
from carelist.search.numbers import read_numbers
from carelist.search.pinyin import read_letters
from carelist.search.postings import find_file
from carelist.search.tables import make_tables
from lunr.token_set import TokenSet

from tests.speaking import EN, ZH

if TYPE_CHECKING:
    from carelist.catalog.revision import Catalog
    from playwright.sync_api import Page

CASES = Path(__file__).parent / "cases"
SLIPS = ("hospital", "hospitel", "hopsital", "hospita", "hhospital", "child", "chlid", "hsxopital")
"""The last has a letter between two that changed places: lunr finds it, but nothing by it."""
ENDINGS = (
    "al|ance|ence|er|ic|able|ible|ant|ement|ment|ent|ou|ism|ate|iti|ous|ive|ize|ion|tion|sion|e|eed"
    "|ed|ing|y|s|ss|es|ies|ll|ful|ness|icate|ative|alize|iciti|ical|ational|tional|enci|anci|izer"
    "|bli|alli|entli|eli|ousli|ization|ation|ator|alism|iveness|fulness|ousness|aliti|iviti|biliti"
    "|logi|bling"
)
"""Of English words: all that a stem may lose."""
BEGINNINGS = ("", "y", "b", "by", "tr", "ad", "hop", "hopp", "fil", "oat", "adopt", "yell", "regul")
"""What is short, what is long, and `y` as a consonant and as a vowel."""
RUN = """async ([
  base, constants, texts, words, syllables, sounds, simplified, counted, near, kept,
]) => {
  const { setConstants } = await import(`${base}constants.mjs`);
  const { fold, split, Stemmer } = await import(`${base}analysis.mjs`);
  const { readLetters } = await import(`${base}pinyin.mjs`);
  const { readNumbers } = await import(`${base}numbers.mjs`);
  const { isNear } = await import(`${base}lexicon.mjs`);
  const { findFile } = await import(`${base}postings.mjs`);
  setConstants(constants);
  const stemmer = new Stemmer();
  const known = new Set(syllables);
  return {
    files: kept.map(findFile),
    folded: words.map((word) => fold(word, new Map(Object.entries(simplified)))),
    terms: texts.map((text) => stemmer.findTerms(text)),
    numbers: counted.map((text) => readNumbers(text).numbers
      .map(({ ways, near = [], unsure = false }) => [ways, near, unsure])),
    rests: counted.map((text) => readNumbers(text).rest),
    near: near.map((word) => Object.keys(Object.fromEntries(near.map((one) => [one, 1])))
      .filter((one) => isNear(word, one, 2)).sort()),
    stems: Object.fromEntries(texts.flatMap((text) => split(fold(text)))
      .map(({ text: word }) => [word, stemmer.stem(word)])),
    sounds: sounds.map((word) => readLetters(word.split(" "), known)
      .map(({ letters, whole }) => letters + (whole ? "" : "*"))),
  };
}"""


def load(name: str) -> Any:  # noqa: ANN401  # as YAML holds it
    """Read a file of cases."""
    return yaml.safe_load((CASES / f"{name}.yml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def simplified(catalog: Catalog) -> dict[str, str]:
    """The traditional characters of the real list."""
    return make_tables(["残疾儿童"], catalog.vocabulary, catalog.locales).simplified


def test_fold(simplified: dict[str, str]) -> None:
    """Full-width forms, capitals, accents and traditional characters are folded."""
    assert {text: fold(text, simplified) for text in load("fold")} == load("fold")


def test_terms() -> None:
    """Pairs of characters, and stems in American spelling."""
    cases = load("terms")
    assert {text: [term.term for term in find_terms(text)] for text in cases} == cases
    assert {text: name_terms(text) for text in cases} == cases


def test_sounds() -> None:
    """Whole syllables before beginnings, and nothing where it is no pinyin."""
    cases = load("sounds")
    known = frozenset(cases["syllables"])
    read = {
        words: [
            f"{sound.letters}{'' if sound.whole else '*'}"
            for sound in read_letters(words.split(" "), known)
        ]
        for words in cases["words"]
    }
    assert read == cases["words"]


def test_numbers() -> None:
    """Numerals of three languages are figures, and count what stands with them."""
    cases = load("numbers")
    read = {
        text: [" ".join("+".join(way) for way in one.ways) for one in read_numbers(text)[1]]
        for text in cases
    }
    assert read == cases


def test_files() -> None:
    """Terms that begin alike are in one file."""
    assert {term: find_file(term) for term in load("files")} == load("files")


def test_javascript_gives_the_same(
    page: Page, modules: str, catalog: Catalog, simplified: dict[str, str]
) -> None:
    """The cases, every English word of the list, and every term of the vocabulary."""
    terms, folds, sounds = load("terms"), load("fold"), load("sounds")
    texts = [
        *terms,
        *(clause.text.find(EN) for s in catalog.latest.services for clause in s.clauses),
    ]
    texts += [
        word for entry in catalog.vocabulary.terms for word in (*entry.list(ZH), *entry.list(EN))
    ]
    texts.append(" ".join(one + ending for one in BEGINNINGS for ending in ENDINGS.split("|")))
    page.goto(f"{modules}analysis.mjs")
    counted = [*load("numbers"), *texts]
    pieces = (piece.text for text in texts for piece in split(fold(text)))
    near = sorted({*SLIPS, *sorted(piece for piece in {*pieces} if len(piece) > SHORT)[::9]})
    spoken = sounds["syllables"], [*sounds["words"]]
    arguments = [texts, [*folds], *spoken, simplified, counted, near, [*load("files")]]
    given = page.evaluate(RUN, [modules, list_constants(), *arguments])
    letters = TokenSet.from_list(near)
    assert given["near"] == [
        sorted(letters.intersect(TokenSet.from_fuzzy_string(word, 2)).to_list()) for word in near
    ]
    read = [read_numbers(text) for text in counted]
    assert given["rests"] == [rest for rest, _ in read]
    assert given["numbers"] == [
        [[[*map(list, one.ways)], [*one.near], not one.is_sure] for one in numbers]
        for _, numbers in read
    ]
    assert given["files"] == list(load("files").values())
    assert given["folded"] == list(folds.values())
    assert given["sounds"] == list(sounds["words"].values())
    assert [[tuple(term.values()) for term in one] for one in given["terms"]] == [
        [tuple(term) for term in find_terms(text)] for text in texts
    ]
    words = {piece.text for text in texts for piece in split(fold(text)) if not piece.is_han}
    assert {word: given["stems"][word] for word in words} == {word: stem(word) for word in words}


def test_no_rule_of_spelling_reads_a_word_anew_from_each_of_its_letters() -> None:
    """A word of thousands of letters is stemmed in as many steps, in both languages."""
    for pattern, _ in SPELLING:
        assert "*" not in pattern
    assert len(stem("a" * 30_000)) == 30_000
