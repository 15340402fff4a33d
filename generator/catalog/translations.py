"""English that is missing or behind, with the Chinese it was made from where that is known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from generator.catalog.texts import find_digest, find_texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.catalog.revision import Catalog
    from generator.catalog.texts import Record


@dataclass(frozen=True)
class Translation:
    """A text whose English is not that of its present Chinese."""

    file: str
    where: str
    """The YAML keys that lead to it."""
    state: Literal["stale", "missing"]
    before: str
    """The Chinese that the English was made from; empty where no list has it."""
    after: str
    english: str


def find_translations(catalog: Catalog) -> Iterator[Translation]:
    """Yield every text whose English is missing or stale, file by file."""
    known = {
        find_digest(text.zh): text.zh
        for _, record in _list_records(catalog)
        for _, text in find_texts(record)
    }
    for file, record in _list_records(catalog):
        for path, text in find_texts(record):
            if text.english_state != "fresh":
                where = ".".join(str(step) for step in path)
                before = known.get(text.digest or "", "") if text.en else ""
                yield Translation(file, where, text.english_state, before, text.zh, text.en or "")


def _list_records(catalog: Catalog) -> Iterator[tuple[str, Record]]:
    yield "site.yml", catalog.site
    for pillar in catalog.pillars.values():
        yield f"pillars.yml: {pillar.id}", pillar
    for department in catalog.departments.values():
        yield f"departments.yml: {department.id}", department
    for hotline in catalog.hotlines:
        yield f"hotlines.yml: {hotline.number}", hotline
    yield "questions.yml", catalog.questions
    for situation in catalog.situations:
        yield f"situations.yml: {situation.id}", situation
    for revision in catalog.revisions:
        start = f"revisions/{revision.id}"
        yield f"{start}/notice.yml", revision.notice
        yield f"{start}/services.yml", revision.rows
        yield f"{start}/readings.yml", revision.how_read
