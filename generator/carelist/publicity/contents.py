"""What each kind of piece is typeset from: ready texts, so that templates only draw."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, cast

from carelist.catalog.letter_duties import find_mentions, list_for_all
from carelist.publicity.icons import BRAND, HOW_ICONS
from carelist.publicity.naming import name_pillar
from carelist.publicity.points import is_work
from carelist.publicity.questionnaire import make_questionnaire
from carelist.publicity.rows import make_row
from carelist.publicity.subjects import find_services
from carelist.publicity.titles import break_phrases, break_title

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from carelist.catalog.records import Department, Service
    from carelist.catalog.revision import Catalog
    from carelist.publicity.glyphs import Content, Contents
    from carelist.publicity.subjects import Subject
    from carelist.publicity.voice import Voice

PRINTED = (
    "for_whom",
    "whom_to_ask",
    "press",
    "scan",
    "read_mark",
    "translation_note",
    "page_of",
    "colon",
    "list_comma",
)
"""Words that templates place as they are."""


def make_card(catalog: Catalog, subject: Subject, voice: Voice) -> Contents:
    """What pictures and posters of a subject show."""
    words = voice.words
    ask = words.whom_to_ask + words.colon + words.list_comma.join(subject.ask)
    audience = words.for_whom + words.colon + subject.audience
    content = cast("Contents", asdict(subject))
    content |= make_frame(catalog, subject, voice)
    content["points"] = [
        cast("Contents", asdict(point))
        | {
            "icon": voice.draw_icon(point.icon) if point.icon else "",
            "phrases": list(voice.split(point.title)),
        }
        for point in subject.points
    ]
    lines = break_title(subject.title)
    content |= {
        "title_lines": lines,
        "title_phrases": lines if "\n" in lines else break_phrases(lines, voice.split),
        "ask_line": ask if subject.ask else "",
        "lead": audience if subject.kind == "service" and subject.audience else subject.summary,
        "icons": {how: voice.draw_icon(icon) for how, icon in HOW_ICONS.items()},
        "host": subject.address.partition("://")[2].partition("/")[0],
    }
    return content


def make_duty_sheet(catalog: Catalog, subject: Subject, voice: Voice) -> Contents:
    """What the sheet of a department's duties shows."""
    words = voice.words
    return _make_sheet(catalog, subject, voice) | {
        "sheet_kicker": words.duty_kicker,
        "lead": words.duty_lead_roles if catalog.latest.tells_roles else words.duty_lead,
        "together_with": words.together_with,
        "letter": _quote_letter(catalog, subject.id, voice),
        "offices_title": words.offices,
        "offices": list(_list_offices(catalog.departments[subject.id], voice)),
    }


def _quote_letter(catalog: Catalog, name: str, voice: Voice) -> Contents:
    """Give what the letter says of a department, and where it turns to all of them."""
    words, notice = voice.words, catalog.latest.notice
    for_all = [voice.write(one.heading) for one in list_for_all(notice)]
    told = words.letter_for_all.format(measures=words.list_comma.join(for_all))
    return {
        "title": words.letter_heading,
        "quotes": [
            {
                "place": voice.write(one.measure.heading),
                "text": voice.write(one.text),
            }
            for one in find_mentions(notice, catalog.departments[name], voice.locale)
        ],
        "for_all": told if for_all else "",
    }


def _list_offices(department: Department, voice: Voice) -> Iterator[Content]:
    for office in department.offices:
        told = office.name, office.address, office.hours, office.documents
        day = voice.locale.write_date(office.checked)
        yield {
            "district": voice.write(office.district) if office.district else "",
            "place": voice.words.list_comma.join(voice.write(text) for text in told if text),
            "telephone": office.telephone or "",
            "checked": voice.words.office_checked.format(
                source=voice.write(office.source), day=day
            ),
        }


def make_checklist(catalog: Catalog, subject: Subject, voice: Voice) -> Contents:
    """What the list for home visits shows."""
    words = voice.words
    return _make_sheet(catalog, subject, voice) | {
        "sheet_kicker": words.checklist_kicker,
        "lead": words.checklist_lead,
        "privacy": words.checklist_privacy,
        "place": words.checklist_place,
        "visitor": words.checklist_visitor,
        "date": words.checklist_date,
        "tick_fits": words.tick_fits,
        "tick_told": words.tick_told,
        "tick_referred": words.tick_referred,
        "remarks": words.remarks,
    }


def make_paper(catalog: Catalog, subject: Subject, voice: Voice) -> Contents:
    """What both sides of the questionnaire on paper show; `subject` is that of its page."""
    words = voice.words
    return (
        make_frame(catalog, subject, voice)
        | make_questionnaire(catalog, voice)
        | {
            "title": subject.title,
            "official": "",
            "colour": subject.colour,
            "sheet_kicker": words.paper_kicker,
            "call": name_call(catalog, voice),
        }
    )


def make_leaflet(catalog: Catalog, subject: Subject, voice: Voice) -> Contents:
    """What the folded sheet of the whole list shows."""
    words, steps = voice.words, voice.words.leaflet_steps.format(revision=catalog.latest.id)
    return make_frame(catalog, subject, voice) | {
        "kicker": subject.kicker,
        "title": subject.title,
        "how_title": words.leaflet_how,
        "steps": list(steps.split("|")),
        "numbers_title": words.leaflet_numbers,
        "numbers_lead": words.leaflet_numbers_lead,
        "numbers": [
            {"number": hotline.number, "purpose": voice.write(hotline.for_)}
            for hotline in catalog.general_hotlines
        ],
        "pillars": [
            {
                "name": name_pillar(catalog, pillar, voice),
                "colour": pillar.colour,
                "icon": voice.draw_icon(pillar.icon),
                "services": _list_rows(catalog, find_services(catalog, "pillar", pillar.id), voice),
            }
            for pillar in catalog.pillars.values()
        ]
        or [{"name": "", "colour": BRAND, "icon": "", "services": _list_all(catalog, voice)}],
    }


def _list_all(catalog: Catalog, voice: Voice) -> list[Content]:
    return _list_rows(catalog, catalog.latest.services, voice)


def name_call(catalog: Catalog, voice: Voice, urgent: Sequence[str] = ()) -> str:
    """Say which number to ring; nothing where the catalog has none.

    Args:
        catalog: Whose first number for every question is named.
        voice: That of a locale.
        urgent: The numbers to call where it cannot wait, which are named before.
    """
    words, general = voice.words, catalog.general_hotlines
    told = [words.urgent.format(numbers=words.list_comma.join(urgent))] if urgent else []
    told += [words.hotline.format(number=general[0].number)] if general else []
    return words.sentence_gap.join(told)


def name_contacts(catalog: Catalog, voice: Voice) -> str:
    """Say whom one can ask near home; nothing where the notice names nobody."""
    notice = catalog.latest.notice
    names = [
        voice.write_beside(contact.name)
        for contact in catalog.contacts
        if notice.find_quoted(contact.quote)
    ]
    return voice.words.near.format(names=voice.words.list_comma.join(names)) if names else ""


def _make_sheet(catalog: Catalog, subject: Subject, voice: Voice) -> Contents:
    services = find_services(catalog, subject.kind, subject.id)
    return make_frame(catalog, subject, voice) | {
        "title": subject.title,
        "official": subject.official,
        "colour": subject.colour,
        "rows": _list_rows(catalog, services, voice, subject.id),
    }


def _list_rows(
    catalog: Catalog, services: Iterable[Service], voice: Voice, holder: str = ""
) -> list[Content]:
    return [_make_row(catalog, service, voice, holder) for service in services]


def _make_row(catalog: Catalog, service: Service, voice: Voice, holder: str) -> Contents:
    """Give a line of a sheet, with the departments but for the one whose sheet it is."""
    row, words = make_row(catalog, service, voice.write, voice.words), voice.words
    named = [(body.id, body.name + body.ending) for body in row.departments]
    written = cast("Contents", asdict(row))
    if voice.locale.is_source:
        told = cast("list[Contents]", written["clauses"])
        written["clauses"] = [clause | {"text": clause["quoted"]} for clause in told]
    return written | {
        "departments": [name for _, name in named],
        "partners": [name for key, name in named if key != holder],
        "role": words.role_supporting if holder in service.supporting else "",
        "work": words.how_public if is_work(service) else "",
        "facts": [
            {"heading": fact.heading, "text": words.list_comma.join(fact.texts)}
            for fact in row.facts
        ],
    }


def make_frame(catalog: Catalog, subject: Subject, voice: Voice) -> Contents:
    """What every piece shows: whose it is, of which day, and where its code leads."""
    document = subject.title.replace("\n", voice.locale.space)
    code_label = voice.words.code_label.format(title=document, address=subject.shown_address)
    printed: Contents = {key: voice.words[key] for key in PRINTED}
    return printed | {
        "speech": voice.describe(),
        "gap": voice.words.sentence_gap,
        "site": voice.write(catalog.site.name),
        "city": voice.write(catalog.site.city),
        "mark": voice.mark,
        "icon": voice.draw_icon(subject.icon),
        "document": document,
        "summary": subject.summary,
        "editorial": voice.editorial,
        "stamp": subject.stamp,
        "source": subject.source,
        "link": subject.address,
        "code_label": code_label,
        "address": subject.shown_address,
        "near": name_contacts(catalog, voice),
        "call": name_call(catalog, voice, subject.urgent),
    }
