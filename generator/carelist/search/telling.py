"""The results of a search in a terminal: lines for people, JSON for programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from carelist.search.engine import Engine, Hit
    from carelist.search.signs import Sign


def tell_hits(engine: Engine, hits: list[Hit], signs: list[Sign]) -> Iterator[str]:
    """Yield a line for what is named and is no service, then one a service, weaker ones apart."""
    library, words = engine.library, engine.library.locale.words("commands")
    numbers = {document.id: place for place, document in enumerate(library.documents, start=1)}
    for sign in signs:
        yield f"  {' '.join(sign.numbers)}  ({sign.id})"
    if not hits and not signs:
        yield words.search_nothing
    told_weaker = False
    for hit in hits:
        if not hit.is_strong and not told_weaker:
            told_weaker = True
            yield f"-- {words.search_weaker}"
        document = library.documents[numbers[hit.id] - 1]
        yield f"{numbers[hit.id]:>3}  {document.title}  ({hit.id})"


def write_hits(engine: Engine, hits: Iterable[Hit], query: str, signs: list[Sign]) -> str:
    """Write the results as JSON: services in order, whether strong, and their scores."""
    titles = {document.id: document.title for document in engine.library.documents}
    found = [
        {
            "id": hit.id,
            "title": titles[hit.id],
            "strong": hit.is_strong,
            "score": hit.score,
            "terms": sorted(hit.terms),
        }
        for hit in hits
    ]
    content = {"query": query, "locale": engine.library.locale.tag, "services": found}
    if signs:
        content["signs"] = [sign.id for sign in signs]
    return json.dumps(content, ensure_ascii=False, indent=2)
