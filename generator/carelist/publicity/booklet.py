"""What the booklet shows: the whole list in two languages, the source and one translation."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from carelist.catalog.quoting import quote_task
from carelist.catalog.texts import CERTAIN
from carelist.publicity.contents import make_frame, name_call, name_contacts
from carelist.publicity.icons import BRAND
from carelist.publicity.naming import is_pillar_inferred
from carelist.publicity.rows import find_rows_read, make_row, name_stretches
from carelist.publicity.subjects import find_services

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from carelist.catalog.records import Reading, Service
    from carelist.catalog.revision import Catalog
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
    "remark": "booklet_remark",
    "official_read": "booklet_official_read",
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
            "name": _name_as_read(
                voices, pillar.name, is_inferred=is_pillar_inferred(catalog, pillar.id)
            ),
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
    rows = find_rows_read(catalog.latest)
    readings = [
        _make_reading(reading, rows[reading.id], voices)
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


def _name_place(rows: tuple[int, ...], voice: Voice) -> str:
    """Say which items are read, in stretches; or that it is the text before the list."""
    if not rows:
        return voice.words.booklet_notice
    form = voice.words.item if len(rows) == 1 else voice.words.items_read
    return form.format(number=name_stretches(rows, voice.words.list_comma))


def _both(voices: Pair, tell: Callable[[Voice], str]) -> Content:
    return {side: tell(voice) for side, voice in voices._asdict().items()}


def _pair(voices: Pair, text: Text) -> Content:
    return _both(voices, lambda voice: voice.write(text))


def _name_as_read(voices: Pair, name: Text, *, is_inferred: bool) -> Content:
    """Write a name in both languages; behind one that is printed nowhere, that it is inferred."""
    if not is_inferred:
        return _pair(voices, name)
    return _both(voices, lambda v: v.words.inferred_name.format(name=v.write(name)))


def _list_rows(catalog: Catalog, services: list[Service], voices: Pair) -> list[Content]:
    return [_make_row(catalog, service, voices) for service in services]


def _make_row(catalog: Catalog, service: Service, voices: Pair) -> Content:
    rows = tuple(make_row(catalog, service, voice.write, voice.words) for voice in voices)
    commas = tuple(voice.words.list_comma for voice in voices)
    texts = [clause.text for clause in service.clauses]
    quoted = quote_task(catalog.latest, service)
    group = catalog.latest.groups[service.group].name
    translated = voices.other.words.sentence_gap.join(map(voices.other.write, texts))
    return {
        "number": service.number,
        "title": _beside(row.title for row in rows),
        "group": _name_as_read(voices, group, is_inferred=rows[0].is_name_inferred),
        "audience": _beside(row.audience or "" for row in rows),
        "task": _beside((quoted, translated)),
        "quotes_readings": quoted != service.task,
        "remarks": [
            {"of": _pair(voices, clause.title), "text": _pair(voices, clause.remark.text)}
            for clause in service.clauses
            if clause.remark
        ],
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
        "sure": _both(voices, partial(_tell_sureness, reading)),
    }


def _tell_sureness(reading: Reading, voice: Voice) -> str:
    """Say how sure a reading is; nothing where it does not say."""
    if not reading.sure:
        return ""
    if reading.sure == CERTAIN:
        return voice.words.sure_certain
    return voice.words.sure_percent.format(percent=reading.sure)
