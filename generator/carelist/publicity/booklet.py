"""What the booklet shows: the whole list in two languages, the source and one translation."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from carelist.publicity.contents import make_frame, name_call, name_contacts
from carelist.publicity.icons import BRAND
from carelist.publicity.rows import make_row
from carelist.publicity.subjects import find_services

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from carelist.catalog.records import Reading, Service
    from carelist.catalog.revision import Catalog, Revision
    from carelist.catalog.texts import Text
    from carelist.publicity.glyphs import Content, Contents
    from carelist.publicity.subjects import Subject
    from carelist.publicity.voice import Voice


class Pair(NamedTuple):
    """The two voices of a booklet."""

    source: Voice
    other: Voice


WORDS = {
    "contents": "booklet_contents",
    "official": "booklet_official",
    "translation": "booklet_translation",
    "readings": "booklet_readings",
    "readings_lead": "booklet_readings_lead",
    "index": "booklet_index",
    "notes": "booklet_notes",
    "printed_as": "printed_as",
    "read_as": "read_as",
    "name": "official_name",
    "for_whom": "for_whom",
    "department": "department",
    "read_mark": "read_mark",
    "translation_note": "translation_note",
}
"""By the name that the template uses: the key of a word."""


def make_booklet(catalog: Catalog, subject: Subject, voices: Pair) -> Contents:
    """What the booklet shows; `subject` is the list in the source."""
    title, departments = catalog.list_name, catalog.departments.values()
    frame = make_frame(catalog, subject, voices.source)
    pillars: list[Content] = [
        {
            "id": pillar.id,
            "name": _pair(voices, pillar.name),
            "colour": pillar.colour,
            "icon": voices.source.draw_icon(pillar.icon),
            "rows": _list_rows(catalog, find_services(catalog, "pillar", pillar.id), voices),
        }
        for pillar in catalog.pillars.values()
    ] or [_make_whole(catalog, voices)]
    index: list[Content] = [
        {"name": _pair(voices, department.name), "rows": _list_rows(catalog, services, voices)}
        for department in departments
        if (services := find_services(catalog, "department", department.id))
    ]
    rows = _find_rows(catalog.latest)
    readings = [
        _make_reading(reading, rows.get(reading.id, reading.rows), voices)
        for reading in catalog.latest.readings
        if catalog.latest.is_told(reading)
    ]
    return frame | {
        "other": voices.other.describe(),
        "document": f"{title.source} · {voices.source.words.booklet_title}",
        "title": _pair(voices, title),
        "near-other": name_contacts(catalog, voices.other),
        "call-other": name_call(catalog, voices.other),
        "kicker": _both(voices, lambda voice: voice.words.booklet_title),
        "stamp": _both(voices, lambda voice: voice.stamp(catalog)),
        "source": _both(voices, lambda voice: voice.source(catalog)),
        "words": {
            name: _both(voices, partial(_fill, catalog, key=key)) for name, key in WORDS.items()
        }
        | {"editorial": _both(voices, lambda voice: voice.editorial)},
        "pillars": pillars,
        "readings": list(readings),
        "departments": index,
    }


def _make_whole(catalog: Catalog, voices: Pair) -> Content:
    """Give the one chapter of a list without pillars."""
    return {
        "id": "all",
        "name": _pair(voices, catalog.list_name),
        "colour": BRAND,
        "icon": "",
        "rows": _list_rows(catalog, list(catalog.latest.services), voices),
    }


def _fill(catalog: Catalog, voice: Voice, key: str) -> str:
    copy = voice.words[f"copy_named_{catalog.latest.notice.copy_}"]
    return voice.words.fill(key, copy=copy)


def _find_rows(revision: Revision) -> dict[str, tuple[int, ...]]:
    """Find the numbers of the services in whose cells each reading is at work."""
    rows: dict[str, dict[int, None]] = {}
    for (row, _), origin in revision.fidelity.origins.items():
        for reading in origin.readings:
            rows.setdefault(reading.id, {})[row] = None
    return {name: tuple(sorted(found)) for name, found in rows.items()}


def _name_place(rows: tuple[int, ...], voice: Voice) -> str:
    """Say which items are read, in stretches; or that it is the text before the list."""
    if not rows:
        return voice.words.booklet_notice
    firsts = [row for row in rows if row - 1 not in rows]
    lasts = [row for row in rows if row + 1 not in rows]
    stretches = (str(a) if a == b else f"{a}–{b}" for a, b in zip(firsts, lasts, strict=True))
    form = voice.words.item if len(rows) == 1 else voice.words.items_read
    return form.format(number=voice.words.list_comma.join(stretches))


def _both(voices: Pair, tell: Callable[[Voice], str]) -> Content:
    return {side: tell(voice) for side, voice in voices._asdict().items()}


def _pair(voices: Pair, text: Text) -> Content:
    return _both(voices, lambda voice: voice.write(text))


def _list_rows(catalog: Catalog, services: list[Service], voices: Pair) -> list[Content]:
    return [_make_row(catalog, service, voices) for service in services]


def _make_row(catalog: Catalog, service: Service, voices: Pair) -> Content:
    rows = tuple(make_row(catalog, service, voice.write, voice.words) for voice in voices)
    commas = tuple(voice.words.list_comma for voice in voices)
    texts = [clause.text for clause in service.clauses]
    return {
        "number": service.number,
        "title": _beside(row.title for row in rows),
        "group": _beside(row.group for row in rows),
        "audience": _beside(row.audience or "" for row in rows),
        "task": _both(voices, lambda v: v.words.sentence_gap.join(map(v.write, texts))),
        "facts": [
            {
                "heading": _beside(fact.heading for fact in facts),
                "text": _beside(
                    comma.join(fact.texts) for comma, fact in zip(commas, facts, strict=True)
                ),
            }
            for facts in zip(*(row.facts for row in rows), strict=True)
        ],
        "departments": [
            _beside(body.name + body.ending for body in bodies)
            for bodies in zip(*(row.departments for row in rows), strict=True)
        ],
        "read": rows[0].read,
    }


def _beside(texts: Iterable[str]) -> Content:
    """Set the words of both voices side by side."""
    return dict(zip(Pair._fields, texts, strict=True))


def _make_reading(reading: Reading, rows: tuple[int, ...], voices: Pair) -> Content:
    return {
        "place": _both(voices, lambda voice: _name_place(rows, voice)),
        "plain": _pair(voices, reading.plain),
        "printed": reading.printed or "",
        "read": reading.read or "",
    }
