"""What the questionnaire on paper shows: the questions, and on its back the key to read it by."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, cast

from carelist.eligibility.groups import PUBLIC
from carelist.eligibility.key import ASK, find_by_answer, make_key, name_codes
from carelist.publicity.naming import name_service
from carelist.publicity.rows import list_endings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from carelist.catalog.records import Service
    from carelist.catalog.revision import Catalog
    from carelist.catalog.rules import Fact
    from carelist.eligibility.key import Boxes, Key, Need, Way
    from carelist.publicity.glyphs import Content, Contents
    from carelist.publicity.voice import Voice


@dataclass(frozen=True)
class Answer:
    """One answer to tick, a row of its own."""

    code: str
    """Letter of the question and number of the answer, as `D2`."""
    label: str
    items: tuple[int, ...]
    """Numbers of the services that it leads to."""


@dataclass(frozen=True)
class Question:
    """One question of the sheet."""

    letter: str
    question: str
    answers: tuple[Answer, ...]
    sensitive: bool


@dataclass(frozen=True)
class KeyLine:
    """Promises of a service that have one rule."""

    titles: tuple[str, ...]
    ways: tuple[str, ...]
    """As `A1/2 + E3` and `ask`, in the words of the locale."""
    public: bool
    """Whether they are done for all."""


@dataclass(frozen=True)
class KeyEntry:
    """One service of the key."""

    number: int
    title: str
    departments: tuple[str, ...]
    lines: tuple[KeyLine, ...]


def make_questionnaire(catalog: Catalog, voice: Voice) -> Contents:
    """What both sides of the sheet show, besides what every sheet does."""
    writer, words = _KeyWriter(catalog, voice), voice.words
    key_steps = words.paper_key_steps.format(
        ask=words.key_ask,
        all=words.key_all,
        both=words.key_and.strip(),
        ways=words.key_or.strip(" ；;"),
        public=words.key_public,
    )
    return {
        "questions": [cast("Content", asdict(part)) for part in writer.list_questions()],
        "entries": [cast("Content", asdict(entry)) for entry in writer.list_entries()],
        "for_all": list(writer.list_for_all()),
        "sensitive": words.paper_sensitive,
        "privacy": words.paper_privacy,
        "who": words.paper_who if catalog.site.background else "",
        "leads_to": words.paper_items,
        "leads_to_one": words.paper_item,
        "for_all_lead": words.paper_for_all,
        "remarks": words.remarks,
        "steps": list(words.paper_steps.split("|")),
        "key_title": words.paper_key,
        "key_steps": list(key_steps.split("|")),
        "key_or": words.key_or,
        "public": words.key_public,
    }


class _KeyWriter:
    """Writes the rules of a list as codes of answers."""

    def __init__(self, catalog: Catalog, voice: Voice) -> None:
        self._catalog = catalog
        self._voice = voice
        facts = catalog.questions.facts
        self._facts = sorted(facts, key=lambda fact: fact.is_sensitive)
        self._letters = name_codes([fact.id for fact in self._facts])
        revision = catalog.latest
        self._keys: dict[str, tuple[Key, ...]] = {
            name: tuple(make_key(rule, revision.conditions) for rule in rules)
            for name, rules in revision.rules.items()
        }

    def list_questions(self) -> Iterator[Question]:
        """Yield the questions, the sensitive ones last."""
        for fact in self._facts:
            letter = self._letters[fact.id]
            answers = tuple(
                Answer(
                    f"{letter}{number}",
                    self._voice.write(option.label),
                    tuple(self._find_items(fact, option.id)),
                )
                for number, option in enumerate(fact.options, 1)
            )
            yield Question(letter, self._voice.write(fact.question), answers, fact.is_sensitive)

    def _find_items(self, fact: Fact, option: str) -> Iterator[int]:
        """Yield the numbers of the services with a promise that an answer leads to.

        What needs besides a sensitive answer stands with that answer alone.
        """
        sensitive = self._catalog.questions.sensitive - {fact.id}
        for service in self._catalog.latest.services:
            keys = [
                tuple(way for way in key if not _needs_any(way, sensitive))
                for key in self._keys[service.id]
            ]
            if any(find_by_answer(key, fact.id, option) != "no" for key in keys):
                yield service.number

    def list_for_all(self) -> Iterator[int]:
        """Yield the numbers of the services with a promise that asks for no answer."""
        for service in self._catalog.latest.services:
            ways = (way for key in self._keys[service.id] for way in key)
            if any(all(need == {ASK} for need in way) for way in ways):
                yield service.number

    def list_entries(self) -> Iterator[KeyEntry]:
        """Yield the key of every service, in the order of the list."""
        revision, write = self._catalog.latest, self._voice.write
        departments = self._catalog.departments
        for service in revision.services:
            yield KeyEntry(
                service.number,
                name_service(self._catalog, service, self._voice),
                tuple(
                    write(departments[name].name) + ending
                    for name, ending in list_endings(service, self._voice.words)
                ),
                tuple(self._list_lines(service)),
            )

    def _list_lines(self, service: Service) -> Iterator[KeyLine]:
        """Yield the promises of a service, those of one rule together."""
        lines: dict[tuple[tuple[str, ...], bool], list[str]] = {}
        for clause, key in zip(service.clauses, self._keys[service.id], strict=True):
            line = self._write_key(key), clause.how == PUBLIC
            lines.setdefault(line, []).append(self._voice.write(clause.title))
        for (ways, public), titles in lines.items():
            yield KeyLine(tuple(titles), ways, public)

    def _write_key(self, key: Key) -> tuple[str, ...]:
        return tuple(map(self._write_way, key)) or (self._voice.words.key_none,)

    def _write_way(self, way: Way) -> str:
        needs = sorted(way, key=self._find_place)
        words = self._voice.words
        return words.key_and.join(map(self._write_need, needs)) or words.key_all

    def _write_need(self, need: Need) -> str:
        return "/".join(map(self._write_boxes, sorted(need, key=self._rank)))

    def _write_boxes(self, boxes: Boxes) -> str:
        words = self._voice.words
        if not boxes.fact:
            return words.key_ask
        (fact,) = (fact for fact in self._facts if fact.id == boxes.fact)
        places = (n for n, option in enumerate(fact.options, 1) if option.id in boxes.options)
        codes = self._letters[boxes.fact] + "/".join(map(str, places))
        return words.key_not.format(codes=codes) if boxes.negated else codes

    def _find_place(self, need: Need) -> tuple[bool, list[tuple[int, bool, str]]]:
        """Give where a need stands: those that are ticked first, in the order of the sheet."""
        ranks = sorted(map(self._rank, need))
        return all(not boxes.fact for boxes in need), ranks

    def _rank(self, boxes: Boxes) -> tuple[int, bool, str]:
        names = [*self._letters, ""]
        return names.index(boxes.fact), boxes.negated, ",".join(sorted(boxes.options))


def _needs_any(way: Way, facts: AbstractSet[str]) -> bool:
    """Whether nothing but answers to some questions meets one of a way's needs."""
    return any(all(boxes.fact in facts for boxes in need) for need in way)
