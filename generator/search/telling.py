"""The results of a search in a terminal: lines for people, JSON for programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.search.engine import Engine, Hit

NOTHING = {"zh": "没有找到", "en": "nothing found"}
WEAKER = {"zh": "也许沾边", "en": "perhaps of use"}


def tell_hits(engine: Engine, hits: list[Hit]) -> Iterator[str]:
    """Yield a line a service, the weaker ones below a line that says so."""
    library = engine.library
    numbers = {document.id: place for place, document in enumerate(library.documents, start=1)}
    if not hits:
        yield NOTHING[library.locale]
    told_weaker = False
    for hit in hits:
        if not hit.is_strong and not told_weaker:
            told_weaker = True
            yield f"-- {WEAKER[library.locale]}"
        document = library.documents[numbers[hit.id] - 1]
        yield f"{numbers[hit.id]:>3}  {document.title}  ({hit.id})"


def write_hits(engine: Engine, hits: Iterable[Hit], query: str) -> str:
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
    content = {"query": query, "locale": engine.library.locale, "services": found}
    return json.dumps(content, ensure_ascii=False, indent=2)
