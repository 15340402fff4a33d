"""Paper that says that it has the words of the list has them as printed, and marks readings."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from carelist.catalog.quoting import quote_clauses, quote_task
from carelist.publicity.booklet import Pair, make_booklet
from carelist.publicity.contents import make_duty_sheet, make_leaflet
from carelist.publicity.naming import name_service
from carelist.publicity.subjects import list_subjects, tell_subject
from carelist.site import addresses
from carelist.site.kit import make_voice

from tests.speaking import EN, ZH

if TYPE_CHECKING:
    from carelist.site.kit import Artwork
    from carelist.site.site import Site

READ = "特殊教育学校随班就读[读作“学校和随班就读”]残疾学生均公用经费[读作“残疾学生生均公用经费”]"
INFERRED = {ZH: "发展保障（推定）", EN: "Development support (inferred)"}


@pytest.fixture
def booklet(site: Site, artwork: Artwork) -> str:
    """All that the booklet shows, in one text."""
    voices = Pair(*(make_voice(site.desk(addresses.HOME, one), artwork) for one in (ZH, EN)))
    subject = tell_subject(site.catalog, voices.source, "list", "all")
    return json.dumps(make_booklet(site.catalog, subject, voices), ensure_ascii=False)


def test_the_booklet_marks_what_is_read(booklet: str) -> None:
    """Repaired words, names that are printed nowhere, and how sure each reading is."""
    for words in (READ, "发展保障（推定）", "心理健康服务（推定）", "约 87% 的把握"):
        assert words in booklet.replace('\\"', '"'), words
    for words in ("Development support (inferred)", "Mental health services (inferred)"):
        assert words in booklet, words


def test_the_booklet_has_what_the_site_says_beside_a_promise(site: Site, booklet: str) -> None:
    """What items 3 and 28 print of places at public schools, say."""
    clauses = [clause for one in site.catalog.latest.services for clause in one.clauses]
    remarks = [clause.remark.text for clause in clauses if clause.remark]
    assert any("要不要家庭经济困难，由市教育局认定" in remark.source for remark in remarks)
    for remark in remarks:
        for locale in (ZH, EN):
            assert json.dumps(remark.write(locale), ensure_ascii=False)[1:-1] in booklet


def test_a_sheet_of_duties_has_tasks_as_they_are_printed(site: Site, artwork: Artwork) -> None:
    """In the language of the notice, where it says so; a translation follows what is read."""
    told = {}
    for locale in (ZH, EN):
        voice = make_voice(site.desk(addresses.HOME, locale), artwork)
        subject = tell_subject(site.catalog, voice, "department", "disabled-persons")
        content = make_duty_sheet(site.catalog, subject, voice)
        told[locale.tag] = json.dumps(content["rows"], ensure_ascii=False)
    assert f'"text": "落实并提高义务教育阶段{READ}' in told["zh"]
    assert '"text": "Implement and raise the standard' in told["en"]


def test_clauses_have_every_reading_of_their_task(site: Site) -> None:
    """Joined, they are the task as it is quoted."""
    revision = site.catalog.latest
    for service in revision.services:
        assert "".join(quote_clauses(revision, service)) == quote_task(revision, service)


def test_the_leaflet_marks_a_heading_that_is_inferred(site: Site, artwork: Artwork) -> None:
    """As pages do; a heading that is printed has no mark."""
    for locale, name in INFERRED.items():
        voice = make_voice(site.desk(addresses.HOME, locale), artwork)
        subject = tell_subject(site.catalog, voice, "list", "all")
        content = make_leaflet(site.catalog, subject, voice)
        told = json.dumps(content["pillars"], ensure_ascii=False)
        assert told.count(name) == told.count(name[-2:] if locale is ZH else "(inferred)") == 1


def test_posters_mark_a_pillar_that_is_inferred(site: Site, artwork: Artwork) -> None:
    """That of the pillar, of each of its services and of the list; a printed name has no mark."""
    for locale, name in INFERRED.items():
        voice = make_voice(site.desk(addresses.HOME, locale), artwork)
        subjects = {(one.kind, one.id): one for one in list_subjects(site.catalog, voice)}
        assert subjects["pillar", "development"].title == name
        assert [one.title for one in subjects["list", "all"].points][-1] == name
        for service in site.catalog.latest.services:
            kicker = subjects["service", service.id].kicker
            assert (name in kicker) is (service.pillar == "development"), service.id
        assert sum("推定" in one.title or "inferred" in one.title for one in subjects.values()) == 1


def test_a_service_with_a_printed_name_that_is_inferred_is_marked(
    site: Site, artwork: Artwork
) -> None:
    """Titles of our own have no mark, whatever the printed name above them is."""
    voice = make_voice(site.desk(addresses.HOME, ZH), artwork)
    service = next(one for one in site.catalog.latest.services if one.number == 20)
    assert service.title
    assert name_service(site.catalog, service, voice) == "心理健康门诊和筛查"
    assert (
        name_service(site.catalog, service.model_copy(update={"title": None}), voice)
        == "心理健康服务（推定）"
    )
