"""A reader's words as units that a service can answer, each with several ways to answer it.

Mirrored by theme/scripts/search/queries.mjs.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from carelist.search.analysis import find_terms, fold, pair, split
from carelist.search.constants import (
    BEGINNING,
    INFIXES,
    LOST,
    MEANT,
    MEASURES,
    MOST_CHARACTERS,
    SHORT,
    SLIP,
    SOUND,
    SYNONYM,
    UNKNOWN,
)
from carelist.search.cutting import cut_pieces, is_idle, join_phrases, stem_words
from carelist.search.lexicon import link
from carelist.search.numbers import read_numbers
from carelist.search.pinyin import is_speakable, read_letters
from carelist.search.tables import ABSENT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carelist.search.analysis import Token
    from carelist.search.lexicon import Lexicon
    from carelist.search.numbers import Number
    from carelist.search.pinyin import Sound
    from carelist.search.tables import Tables


class Way(NamedTuple):
    """Terms that answer a unit if a service has all of them."""

    terms: tuple[str, ...]
    worth: float = 1


class Unit(NamedTuple):
    """A part of a query, and the ways to answer it."""

    ways: tuple[Way, ...]
    weight: float


Query = tuple[Unit, ...]


def read_query(text: str, lexicon: Lexicon, tables: Tables) -> list[Query]:
    """Read a query in every sense that it may have: Latin letters may be English or pinyin.

    In each locale its own sense goes alone where it is certain. What tells nothing is met weakly.
    """
    return [_weigh_unknown(query) for query in _read_senses(text, lexicon, tables)]


def _weigh_unknown(query: Query) -> Query:
    """Have what no service has count in full where it is most of a query.

    A phrase that is known is no chance, whatever stands around it.
    """
    told = [unit for unit in query if unit.weight > 0]
    lost = [unit for unit in told if not unit.ways]
    if len(lost) * 2 <= len(told) or any(unit.ways and unit.weight > 1 for unit in told):
        return query
    return tuple(
        unit._replace(weight=LOST) if unit.weight > 0 and not unit.ways else unit for unit in query
    )


def _read_senses(text: str, lexicon: Lexicon, tables: Tables) -> list[Query]:
    rest, numbers = read_numbers(fold(text[:MOST_CHARACTERS], tables.simplified))
    pieces = split(rest)
    runs, words, tells = cut_pieces(pieces, tables, counts=bool(numbers))
    if numbers:
        runs = [run for run in runs if len(run) > 1]
    chinese = tuple(unit for run in runs for unit in _read_run(run, lexicon, tables))
    told = [
        one for one in numbers if len(numbers) == 1 > len(pieces) or not _is_own_year(one, lexicon)
    ]
    chinese += tuple(_read_number(one, lexicon) for one in told)
    latin = [piece.text for piece in pieces if not piece.is_han]
    if lexicon.locale.search == "latin":
        latin = [word for word in latin if not is_idle(word, tables)]
    english = tuple(_read_words(words, lexicon, tables))
    if not tells:
        english += (Unit((), len(rest)),)
    is_met = all(map(_is_known, english)) or (
        all(unit.ways for unit in english) and not any(map(is_speakable, latin))
    )
    if lexicon.locale.search == "latin" and english and is_met:
        return [chinese + english]
    said = chinese + english
    sounds, whole, certain = _read_sounds(latin, lexicon, tables, beside=bool(runs))
    if not sounds:
        return [said] if said else []
    if (lexicon.locale.search == "han" and certain) or not any(map(_is_known, english)):
        return [chinese + sounds]
    if not whole and all(map(_is_known, english)):
        return [said]
    return [said, chinese + sounds]


def read_parts(text: str, lexicon: Lexicon, tables: Tables) -> Query:
    """Read every character, and the beginning of every word, by itself: for what is nearest."""
    found = [lexicon.list_with(one) for one in list_characters(text, tables)]
    words = (piece for piece in _split_text(text, tables) if not piece.is_han)
    found += [lexicon.list_beginning(word.text[: SHORT - 1]) for word in words]
    return tuple(_weigh([Way((term,)) for term in terms], lexicon) for terms in found)


def list_characters(text: str, tables: Tables) -> list[str]:
    """List the characters of a query that are no Latin letters, each once."""
    pieces = _split_text(text, tables)
    return list(dict.fromkeys(one for piece in pieces if piece.is_han for one in piece.text))


def _split_text(text: str, tables: Tables) -> list[Token]:
    """Split a query into its pieces, without its numbers."""
    rest, _ = read_numbers(fold(text[:MOST_CHARACTERS], tables.simplified))
    return split(rest)


def _is_known(unit: Unit) -> bool:
    """Whether some service has the unit's own words, rather than ones that are near."""
    return bool(unit.ways) and unit.weight >= 1 and unit.ways[0].worth == 1


def _weigh(ways: list[Way], lexicon: Lexicon, weight: float = 1) -> Unit:
    """Make a unit of the ways that some service could answer."""
    known = tuple(
        way for way in ways if all(" " in term or term in lexicon.terms for term in way.terms)
    )
    return Unit(known, weight if known else weight * UNKNOWN)


def _is_own_year(number: Number, lexicon: Lexicon) -> bool:
    """Whether a number is the year of the list, which tells its services not apart."""
    term = number.ways[0][0]
    return term[-1] == MEANT["year"] and term in lexicon.terms


def _read_number(number: Number, lexicon: Lexicon) -> Unit:
    """Read a number that counts something; where the list counts nothing so, as it is written."""
    ways = [Way(terms) for terms in number.ways] + [Way((one,), SYNONYM) for one in number.near]
    if lexicon.measures.isdisjoint(way.terms[0][-1] for way in ways):
        ways = [Way(tuple(term.term for term in find_terms(number.text)))]
    known = tuple(way for way in ways if lexicon.terms.intersection(way.terms))
    return Unit(known, (1 if known else LOST) if number.is_sure else UNKNOWN)


def _read_run(run: str, lexicon: Lexicon, tables: Tables) -> Iterator[Unit]:
    """Read a run of Chinese: its pairs, and words that have a synonym as a whole.

    A pair that only joins such a word to its neighbours scores where it is found, and is not
    missed where it is not. One that only sounds like words of the list, and has none of their
    characters, is no firm answer: another word may be meant.
    """
    if len(run) == 1:
        if run in MEASURES:
            yield Unit((), UNKNOWN)
            return
        yield _weigh([Way((term,)) for term in lexicon.list_with(run)], lexicon)
        return
    spans = [match.span() for match in tables.also.finditer(run)]
    is_slip = not spans and lexicon.terms.isdisjoint(pair(run))
    meant = _mend(run, lexicon, tables, is_slip=is_slip)
    for place, term in enumerate(pair(run)):
        if any(start <= place and place + 2 <= end for start, end in spans):
            continue
        joins = any(place < end and start < place + 2 for start, end in spans)
        slips = meant.get(term)
        ways = [Way((term,))] if slips is None else [Way((one,), SLIP) for one in slips]
        yield _weigh(ways, lexicon, 0 if joins else 1)
        if is_slip and slips and set(term).isdisjoint("".join(slips)):
            yield Unit((), 1)
    for start, end in spans:
        word = run[start:end]
        ways = [Way(tuple(pair(word))), Way(tuple(pair(tables.synonyms[word])), SYNONYM)]
        yield _weigh(ways, lexicon, (end - start) / 2)
        if tables.synonyms[word] == ABSENT:
            yield Unit((), end - start)


def _mend(run: str, lexicon: Lexicon, tables: Tables, *, is_slip: bool) -> dict[str, list[str]]:
    """Give the pairs that may be meant by pairs that nobody has.

    Where none of a run is known, those that sound alike: a slip made with a pinyin keyboard. In
    the place of a character that the tables cannot read, any that joins both its neighbours. And
    the word that an infix takes apart.
    """
    meant: dict[str, list[str]] = {}
    if is_slip:
        meant = {term: _list_homophones(term, lexicon, tables) for term in pair(run)}
    for first, second in pairwise(pair(run)):
        whole = first[0] + second[1]
        if second[0] in INFIXES and whole in lexicon.terms:
            for term in {first, second} - lexicon.terms:
                meant[term] = [whole]
        if second[0] in tables.readings:
            continue
        before = [one for one in lexicon.list_pairs() if one[0] == first[0]]
        after = [one for one in lexicon.list_pairs() if one[1] == second[1]]
        joined = link([before, after])
        if joined:
            meant[first], meant[second] = joined
    return meant


def _list_homophones(term: str, lexicon: Lexicon, tables: Tables) -> list[str]:
    """List the pairs that sound like one that nobody has: a slip made with a pinyin keyboard."""
    sounds = tables.sounds[term]
    if not all(sounds):
        return []
    return [one for one in lexicon.list_pairs() if tables.sounds[one] == sounds]


def _read_words(words: list[str], lexicon: Lexicon, tables: Tables) -> Iterator[Unit]:
    """Read English words, the longest phrase that is one thing as a whole."""
    for place, phrase in enumerate(phrases := list(join_phrases(words, tables))):
        own = stem_words(phrase).split(" ")
        synonym = tables.synonyms.get(" ".join(own))
        ways = [Way(_spell(own))]
        if synonym:
            ways.append(Way(_spell(synonym.split(" ")), SYNONYM))
        elif phrase.isdecimal():
            numbers = [f"{int(phrase)}{MEANT['item']}", *lexicon.list_numbers(phrase)]
            ways += [Way((term,), BEGINNING) for term in numbers]
        elif own[0] not in lexicon.terms and not is_idle(phrase, tables):
            ways = _guess(phrase, lexicon, is_last=place == len(phrases) - 1)
        is_lost = phrase.isdecimal() and not any(way.terms[0] in lexicon.terms for way in ways)
        yield Unit((), LOST) if is_lost else _weigh(ways, lexicon, len(own))
        if synonym == ABSENT:
            yield Unit((), 2 * len(own))


def _spell(stems: list[str]) -> tuple[str, ...]:
    """Give the terms of words that are one thing: who has them apart has half of it."""
    return (*([" ".join(stems)] * len(stems) if len(stems) > 1 else ()), *stems)


def _guess(word: str, lexicon: Lexicon, *, is_last: bool) -> list[Way]:
    """List the words that a slip may have been made in, or that have been typed in part."""
    near = [Way((term,), SLIP) for term in lexicon.list_near(word)]
    if near or not is_last:
        return near
    return [Way((term,), BEGINNING) for term in lexicon.list_beginning(word)]


def _read_sounds(
    words: list[str], lexicon: Lexicon, tables: Tables, *, beside: bool
) -> tuple[tuple[Unit, ...], bool, bool]:
    """Read Latin letters as pinyin; say whether in whole syllables, and surely words of the list.

    Surely so in whole syllables, or in initials alone.

    Nothing where the list has few words that sound so; where no service has all that is typed in
    part, as letters at random have some anywhere; nor for initials beside Chinese characters: who
    writes those has a keyboard for more.
    """
    sounds = read_letters(words, tables.syllables)
    if len(sounds) < 2 or (beside and not any(sound.whole for sound in sounds)):  # noqa: PLR2004  # a word has two syllables
        return (), False, False
    found = [
        [term for term in lexicon.list_pairs() if _sounds_like(tables.sounds[term], two)]
        for two in pairwise(sounds)
    ]
    is_whole = all(sound.whole for sound in sounds)
    chain = link(found) if is_whole or lexicon.has_together(found) else []
    if not chain and not (is_whole and sum(map(bool, found)) * 2 >= len(found)):
        return (), False, False
    units = (_weigh([Way((term,), SOUND) for term in terms], lexicon) for terms in chain or found)
    is_alike = is_whole or not any(sound.whole for sound in sounds)
    return tuple(units), is_whole, bool(chain) and is_alike


def _sounds_like(syllables: tuple[str, str], sounds: tuple[Sound, Sound]) -> bool:
    return sounds[0].fits(syllables[0]) and sounds[1].fits(syllables[1])
