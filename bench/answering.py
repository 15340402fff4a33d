"""What both searches answer to the same queries: the program's and the scripts'.

An answer is as the page shows it: services in order, strong or weak, each with the clause that
answers and its words around the match; what is nearest where nothing is found; and what a query
names that is no service.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

from carelist.search.compact import write_foreign, write_own, write_reserve
from carelist.search.engine import Engine
from carelist.search.signs import find_signs

from bench.excerpts import choose_clause, find_known_terms, mark_terms
from bench.questions import read_questions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from carelist.search.documents import Library
    from carelist.search.engine import Hit
    from playwright.sync_api import Page

    Libraries = Mapping[str, Library]
    """By the tag of their locale."""

ANSWER = """async ([base, analysis, html, own, foreign, reserve, queries]) => {
  const { readCatalog } = await import(`${base}catalog.mjs`);
  const { Library } = await import(`${base}library.mjs`);
  const { chooseClause, markTerms } = await import(`${base}excerpt.mjs`);
  const { findSigns } = await import(`${base}signs.mjs`);
  const { widen } = await import(`${base}reach.mjs`);
  const page = new DOMParser().parseFromString(html, "text/html");
  const entries = readCatalog(page.querySelector("[data-catalog]"));
  const keep = (text) => URL.createObjectURL(new Blob([text]));
  const [ownHref, foreignHref, reserveHref] = [keep(own), keep(foreign), keep(reserve)];
  const open = async (...files) => {
    const addresses = { own: ownHref, foreign: foreignHref, reserve: reserveHref };
    const library = new Library(entries, analysis, addresses);
    await library.make(...files);
    return library;
  };
  const [small, whole] = [await open(ownHref), await open(ownHref, foreignHref)];
  const wide = new Map([[small, await widen(small)], [whole, await widen(whole)]]);
  const reach = (library, query) => {
    const hits = library.engine.search(query);
    if (!library.engine.misses(query, hits)) return [library, hits];
    const wider = wide.get(library);
    return [wider, wider.engine.search(query)];
  };
  const known = new Map(entries.map((entry) => [entry.id, entry]));
  const signs = [...page.querySelectorAll("[data-code]")];
  const write = (parts) => parts.map(({ text, marked }) => (marked ? `[${text}]` : text)).join("");
  const tell = (library) => ({ id, strong, terms }) => {
    const { clauses } = known.get(id);
    const { stemmer } = library.engine;
    const place = chooseClause(clauses, library.listClauseTerms(id), terms, stemmer);
    const shown = place < 0 ? [] : [clauses[place].title, clauses[place].text];
    return [id, strong, place, ...shown.map((text) => write(markTerms(text, terms, stemmer)))];
  };
  return queries.map((query) => {
    const [found, hits] = reach(whole, query);
    const near = hits.length ? [] : found.engine.suggest(query).map(({ id }) => id);
    const early = small.lacks(query) ? hits : reach(small, query)[1];
    const named = findSigns(signs, query, hits[0], found.engine.reader.tables.simplified);
    return {
      hits: hits.map(tell(found)),
      first: early.slice(0, 1).map(({ id }) => id),
      near,
      signs: named.map(({ dataset }) => dataset.code + dataset.numbers),
    };
  });
}"""
"""Answers queries in a browser."""


EDGES = {
    "zh": (
        f"{'呀' * 98}租房补贴{'呀' * 22}疫苗接种",
        "jtjyzdfw",
        "yjzzwzyyj",
        "jiatingjiaoyuzhidaofuwu" * 2,
        "职高一年级",
        "中专二年级",
        "技校一年级",
        "初三",
        "高一",
        "chu san",
        "gao er",
        "翫水",
        "⺠政 ⻓春",
        "打那个针",
        "我们想问一下",
    ),
    "en": (
        f"{'oh ' * 35}vaccination {'oh ' * 4}rent",
        "junior 3",
        "senior 2",
        "where do we live",
        "cost of living",
    ),
}
"""Queries that nobody types but by chance, by locale: as long as can be read, or a little longer;
the grades of every school; rare characters, and radicals; what tells nothing."""


class Answer(NamedTuple):
    """What is shown for a query."""

    hits: tuple[tuple[object, ...], ...]
    """Of each service its id, whether strong, the place of the clause that answers or -1, and that
    clause's title and text, with what matches in square brackets."""
    first: tuple[str, ...]
    """The first one, also where only what the page loads first is known. Others may then stand
    elsewhere: a word such as HIV is in both languages, and weighs more once both are there."""
    near: tuple[str, ...]
    """Services that have something of it, where none answers."""
    signs: tuple[str, ...]
    """What is named and is no service, by its code and numbers."""


Answers = dict[tuple[str, str], Answer]
"""By locale and query."""


def list_queries(folder: Path) -> dict[str, list[str]]:
    """List the queries of all sets of a folder, and the longest, by locale, each once."""
    found = {locale: [*queries] for locale, queries in EDGES.items()}
    for one in read_questions(folder):
        found.setdefault(one.locale, []).extend(question.query for question in one.questions)
    return {locale: list(dict.fromkeys(queries)) for locale, queries in found.items()}


def answer_by_program(libraries: Libraries, queries: Mapping[str, Iterable[str]]) -> Answers:
    """Answer in Python."""
    return dict(yield_program_answers(libraries, queries))


def yield_program_answers(
    libraries: Libraries, queries: Mapping[str, Iterable[str]]
) -> Iterator[tuple[tuple[str, str], Answer]]:
    """Answer in Python, one query after the other."""
    for locale in libraries:
        page = _SearchPage(libraries[locale])
        for query in queries[locale]:
            yield (locale, query), page.answer(query)


def answer_by_scripts(
    page: Page,
    base: str,
    libraries: Libraries,
    pages: Mapping[str, str],
    queries: Mapping[str, list[str]],
) -> Answers:
    """Answer in a browser.

    Args:
        page: A page of the server that `base` is of.
        base: The address of the folder of the scripts of search.
        libraries: What is searched, by locale.
        pages: The page of search in each locale, as HTML.
        queries: What is asked, by locale.
    """
    answers: Answers = {}
    for locale in libraries:
        files = [write(libraries[locale]) for write in (write_own, write_foreign, write_reserve)]
        asked = queries[locale]
        analysis = libraries[locale].locale.search
        found: list[Any] = page.evaluate(ANSWER, [base, analysis, pages[locale], *files, asked])
        for query, one in zip(asked, found, strict=True):
            answers[locale, query] = Answer(
                tuple(tuple(hit) for hit in one["hits"]),
                *(tuple(one[name]) for name in ("first", "near", "signs")),
            )
    return answers


def find_differences(program: Answers, scripts: Answers) -> list[tuple[str, str, object, object]]:
    """List the queries that are answered otherwise, with what is other in both answers."""
    return [
        (*asked, part, other)
        for asked, answer in program.items()
        for part, other in zip(answer, scripts[asked], strict=True)
        if part != other
    ]


class _SearchPage:
    """Answers as the page of one library shows it."""

    def __init__(self, library: Library) -> None:
        self.engine = Engine(library)
        counts = Counter(service for service, _ in library.clauses)
        self.clauses = {one.id: one.text[: counts[one.id]] for one in library.documents}
        self.leading = cache(self._list_clause_terms)

    def answer(self, query: str) -> Answer:
        engine, hits = self.engine.ask(query)
        library = engine.library
        near = [] if hits else engine.suggest(query)
        strong = [hit.id for hit in hits if hit.is_strong]
        return Answer(
            tuple(self._tell(engine, hit) for hit in hits),
            tuple(hit.id for hit in hits[:1]),
            tuple(hit.id for hit in near),
            tuple(
                sign.code + " ".join(sign.numbers)
                for sign in find_signs(query, library.signs, strong, library.tables.simplified)
            ),
        )

    def _tell(self, engine: Engine, hit: Hit) -> tuple[object, ...]:
        phrases = engine.library.tables.phrases
        parts = (clause.partition("\n") for clause in self.clauses[hit.id])
        clauses = [(title, text) for title, _, text in parts]
        leading = self.leading(hit.id, is_wide=engine is not self.engine)
        place = choose_clause(clauses, leading, hit.terms, phrases)
        shown = clauses[place] if place >= 0 else ()
        return (hit.id, hit.is_strong, place, *(mark_terms(t, hit.terms, phrases) for t in shown))

    def _list_clause_terms(self, service: str, *, is_wide: bool) -> list[set[str]]:
        """List the terms of the vocabulary that lead to each clause of a service."""
        library = self.engine.library.widen() if is_wide else self.engine.library
        leading: list[set[str]] = [set() for _ in self.clauses[service]]
        for group in (*library.own, *chain.from_iterable(library.foreign.values())):
            terms = {
                term.term
                for word in group.words
                for term in find_known_terms(word, library.tables.phrases)
            }
            for target in group.to:
                name, _, clause = target.partition("/")
                if name == service and clause:
                    leading[library.find_clause(service, clause) - 1] |= terms
        return leading
