"""A sheet of duties says beside a promise what the site says beside it on its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from carelist.catalog.letter_duties import find_mentions, list_for_all
from carelist.publicity.contents import make_duty_sheet
from carelist.publicity.subjects import tell_subject
from carelist.publicity.typesetting import typeset
from carelist.site import addresses
from carelist.site.kit import make_voice

from tests.publicity.scanning import read_text, squeeze
from tests.speaking import EN, ZH

if TYPE_CHECKING:
    from carelist.site.kit import Artwork
    from carelist.site.site import Site
    from carelist.speech.locales import Locale

DAY = "2025-09-18"
CODE = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'/>"


def read_sheet(site: Site, artwork: Artwork, locale: Locale, department: str) -> str:
    """The text of the duty sheet of a department, squeezed."""
    voice = make_voice(site.desk(addresses.HOME, locale), artwork)
    subject = tell_subject(site.catalog, voice, "department", department)
    content = make_duty_sheet(site.catalog, subject, voice) | {"code": CODE}
    return read_text(typeset("duty-sheet", content, "pdf", DAY))


@pytest.mark.parametrize(
    ("locale", "department"), [(ZH, "education"), (EN, "education"), (ZH, "civil-affairs")]
)
def test_a_remark_stands_behind_its_promise(
    site: Site, artwork: Artwork, locale: Locale, department: str
) -> None:
    """In square brackets, as the head of the sheet says of notes."""
    text = read_sheet(site, artwork, locale, department)
    clauses = [
        clause
        for service in site.catalog.latest.services
        if department in service.departments
        for clause in service.clauses
    ]
    remarks = [clause.remark.text.write(locale) for clause in clauses if clause.remark]
    assert len(remarks) > 1
    assert [words for words in remarks if squeeze(f"[{words}]") not in text] == []


@pytest.mark.parametrize("locale", [ZH, EN], ids=str)
@pytest.mark.parametrize("department", ["civil-affairs", "court"])
def test_a_sheet_has_what_the_letter_says_of_its_department(
    site: Site, artwork: Artwork, locale: Locale, department: str
) -> None:
    """Its duties are not in the table alone; and what all departments are to do is named."""
    text = read_sheet(site, artwork, locale, department)
    notice = site.catalog.latest.notice
    mentions = find_mentions(notice, site.catalog.departments[department], locale)
    assert len(mentions) == (3 if department == "civil-affairs" else 0)
    places = [one.measure.heading.write(locale) for one in mentions]
    for words in (*(one.text.write(locale) for one in mentions), *places):
        assert squeeze(words) in text
    for measure in list_for_all(notice):
        assert squeeze(measure.heading.write(locale)) in text
