"""What the pages of real services, pillars and departments are given to show."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from carelist.catalog.criteria import read_profile
from carelist.eligibility.verdicts import decide_services
from carelist.site.parts import CellForm, CellMark, Link
from carelist.site.prose import name_bodies
from carelist.site.views.department import make_department, make_departments
from carelist.site.views.home import make_home
from carelist.site.views.join import make_join
from carelist.site.views.listing import make_all_services, make_by_audience
from carelist.site.views.notice import make_notice
from carelist.site.views.pillar import make_pillar
from carelist.site.views.readings import make_readings
from carelist.site.views.service import make_service
from carelist.site.views.situation import make_situation

from tests.speaking import EN, LOCALES, ZH

if TYPE_CHECKING:
    from carelist.site.site import Site
    from carelist.site.views.notice import Line
    from carelist.site.views.service import ServiceView
    from carelist.speech.locales import Locale


def view_service(site: Site, name: str, locale: Locale) -> ServiceView:
    """What the page of a service shows."""
    desk = site.desk(f"services/{name}/", locale)
    return make_service(desk, site.index.by_id[name])


def test_a_service_with_a_repaired_task_and_a_shifted_audience(site: Site) -> None:
    """Item 13: what it is, for whom, who answers for it, and what was read in it."""
    view = view_service(site, "disability-education", ZH)
    assert (view.id, view.number, view.revision) == ("disability-education", 13, "2025")
    assert (str(view.title), str(view.group), view.has_own_title) == (
        "残疾儿童教育服务",
        "残疾儿童教育服务",
        False,
    )
    assert view.pillar
    assert (str(view.pillar.name), view.pillar.colour) == ("弱有所扶", "rose")
    assert (str(view.audience), view.audience_href) == (
        "流动儿童中的残疾儿童",
        "../../audiences/#disabled-children",
    )
    (bodies,) = view.bodies
    assert [(part.tag.id, str(part.tag.name), part.others) for part in bodies.departments] == [
        ("education", "市教育局", "还负责另外 8 项服务"),
        ("disabled-persons", "市残联", "还负责另外 1 项服务"),
    ]
    assert [(clause.id, clause.how.how, clause.open_condition) for clause in view.clauses] == [
        ("school-funding", "public", False),
        ("private-institution-allowance", "ask", True),
        ("meal-subsidy", "ask", False),
    ]
    assert view.quoted == (
        "落实并提高义务教育阶段特殊教育学校随班就读[读作“学校和随班就读”]"
        "残疾学生均公用经费[读作“残疾学生生均公用经费”]补助标准；"
        "对在民办特殊教育机构接受教育及康复训练且符合条件的7-15岁孤独症及智力障碍儿童青少年提供补贴；"
        "继续对在校残疾学生餐费给予补助。"
    )
    task = site.catalog.latest.by_id["disability-education"].task
    assert "".join(str(clause.promise.text) for clause in view.clauses) == task
    assert view.citation == (
        "《长春市流动儿童在居住地享有关爱服务基础清单》（长民联发〔2025〕10号）第 13 项。"
    )
    assert view.row_href == "../../notice/#row-13"


def test_the_marks_and_readings_of_a_service_say_what_is_printed(site: Site) -> None:
    """Item 13: a merged, a shifted and two repaired readings, each with its printed form."""
    view = view_service(site, "disability-education", ZH)
    assert view.repaired_here is True
    assert view.marks == {
        "pillar": CellMark("校读", "第 13 项，大类", "#reading-pillar-rows-12-16", inferred=False),
        "audience": CellMark(
            "校读", "第 13 项，服务对象", "#reading-audience-rows-13-16", inferred=False
        ),
        "group": None,
        "task": CellMark("校读", "第 13 项，任务内容", "#reading-regular-classes", inferred=False),
        "departments": None,
    }
    assert [(r.id, r.kind, r.sure, r.printed, r.read, r.cells) for r in view.readings] == [
        (
            "pillar-rows-12-16",
            "merged",
            "",
            "",
            "",
            (CellForm("大类", "印在序号 11 旁", "", "弱有所扶"),),
        ),
        (
            "audience-rows-13-16",
            "shifted",
            "约 97% 的把握",
            "",
            "",
            (CellForm("服务对象", "印在序号 12 旁", "", "流动儿童中的残疾儿童"),),
        ),
        ("regular-classes", "repaired", "约 85% 的把握", "学校随班就读", "学校和随班就读", ()),
        (
            "per-pupil-funds",
            "repaired",
            "约 97% 的把握",
            "残疾学生均公用经费",
            "残疾学生生均公用经费",
            (),
        ),
    ]


def test_a_service_with_inferred_and_shifted_cells(site: Site) -> None:
    """Item 21: its pillar and its official name are printed nowhere, the rest elsewhere."""
    view = view_service(site, "mental-health-in-care", EN)
    assert (view.number, view.has_own_title) == (21, True)
    assert (view.title.source, view.group.source) == (view.title_zh, "心理健康服务")
    assert view.group.language == view.title.language == "en"
    assert {column: mark and (mark.href, mark.inferred) for column, mark in view.marks.items()} == {
        "pillar": ("#reading-pillar-rows-17-32", True),
        "audience": ("#reading-audience-rows-21-32", False),
        "group": ("#reading-group-rows-20-21", True),
        "task": ("#reading-rows-21-32", False),
        "departments": ("#reading-rows-21-32", False),
    }
    assert view.citation.endswith(" Document [2025] No. 10), item 21 (number as read).")
    assert [(r.id, r.kind, r.sure) for r in view.readings] == [
        ("pillar-rows-17-32", "inferred", "about 98% sure"),
        ("audience-rows-21-32", "shifted", "about 87% sure"),
        ("group-rows-20-21", "inferred", "about 80% sure"),
        ("rows-21-32", "shifted", "about 95% sure"),
    ]
    audience = view.readings[1]
    assert audience.printed == "流动儿童"
    forms = [cell for reading in view.readings for cell in reading.cells]
    assert [form._replace(translated=()) for form in forms] == [
        CellForm("Pillar", "", "", "发展保障"),
        CellForm("Audience", "printed beside number 24", "", "流动儿童"),
        CellForm("Service", "", "", "心理健康服务"),
        CellForm("Task", "printed beside number 24", "", view.quoted),
        CellForm("Departments", "printed beside number 24", "", "市民政局"),
    ]
    assert [", ".join(map(str, form.translated)) for form in forms] == [
        "Development support",
        "Migrant children",
        "Mental health services",
        "",
        "Changchun Civil Affairs Bureau",
    ]


def test_a_service_whose_cells_are_all_as_printed_has_no_mark(site: Site) -> None:
    """Item 1: nothing was read, and nothing is said."""
    view = view_service(site, "health-and-childcare", ZH)
    assert view.marks == dict.fromkeys(("pillar", "audience", "group", "task", "departments"))
    assert (view.readings, view.repaired_here) == ((), False)


def test_a_doubt_that_changes_nothing_is_shown_without_a_mark(site: Site) -> None:
    """Item 2: its task is as printed, with one note; only its pillar is read."""
    view = view_service(site, "preschool", ZH)
    assert view.marks["task"] is None
    assert view.marks["pillar"] == CellMark(
        "校读", "第 2 项，大类", "#reading-pillar-row-2", inferred=False
    )
    note = view.readings[-1]
    assert (note.id, note.kind, note.read) == ("unclear-kindergarten-words", "note", "")


def test_services_lead_to_those_beside_them(site: Site) -> None:
    """The first and the last of the list have one neighbour, and none repeats the page itself."""
    first = view_service(site, "health-and-childcare", ZH)
    last = view_service(site, "mothers-skills", ZH)
    assert first.before is None
    assert first.after is not None
    assert (str(first.after.label), first.after.href) == ("学前教育服务", "../preschool/")
    assert last.before is not None
    assert (str(last.before.label), last.before.href) == ("城市体验活动", "../city-experience/")
    assert last.after is None


def test_neighbours_share_something_and_are_named_once(site: Site) -> None:
    """Whatever leads on from a service is another service, under one heading alone."""
    for service in site.catalog.latest.services:
        view = view_service(site, service.id, ZH)
        named = [link.href for group in view.neighbours for link in group.services]
        assert len(set(named)) == len(named)
        assert "./" not in named
        assert all(group.services and group.whole.href for group in view.neighbours)
    alone = view_service(site, "housing", ZH).neighbours
    assert [group.heading for group in alone] == []


def test_hotlines_of_a_service_begin_with_the_general_one(site: Site) -> None:
    """The number for everything, then those of its departments and its own, each once."""
    for service in site.catalog.latest.services:
        numbers = [item.number for item in view_service(site, service.id, ZH).hotlines]
        assert numbers[0] == "12345"
        assert len(set(numbers)) == len(numbers)


def test_what_cannot_wait_opens_the_pages_that_are_about_it(site: Site) -> None:
    """Whom to call first, of services and of the situation that opens with one of them."""
    shown = {
        service.id: [item.number for item in view_service(site, service.id, ZH).urgent]
        for service in site.catalog.latest.services
    }
    mental = ["12356", "120"]
    assert {name: numbers for name, numbers in shown.items() if numbers} == {
        "psychiatric-rehabilitation": mental,
        "court-protection": ["110"],
        "police-and-guardianship": ["110"],
        "mental-health-clinic": mental,
        "mental-health-in-care": mental,
    }
    opened = {
        situation.id: [
            item.number for item in make_situation(site.desk("situations/x/", ZH), situation).urgent
        ]
        for situation in site.catalog.situations
    }
    assert {name: numbers for name, numbers in opened.items() if numbers} == {
        "low-in-spirits": mental
    }


def test_what_a_department_decides_is_told_beside_what_is_still_to_be_answered(site: Site) -> None:
    """It may be a way round: nobody is told that school places are for poor families alone."""
    shared = []
    for situation in site.catalog.situations:
        verdicts = {
            service.service.id: {part.clause.id: part for part in service.clauses}
            for service in decide_services(site.catalog.latest, read_profile(situation.profile))
        }
        view = make_situation(site.desk("situations/x/", ZH), situation)
        for result in (*view.first, *view.fitting, *view.open):
            for clause in result.clauses:
                told = {str(part.words) for part in (*result.reasons, *clause.reasons)}
                reasons = verdicts[result.id][clause.id].reasons
                conditions = [site.catalog.latest.conditions[r.condition] for r in reasons]
                decided = [one for one in conditions if one.set_by]
                assert {one.words.write(ZH) for one in decided} <= told
                asked = {one.quote.source for one in conditions if not one.set_by}
                shared += [one.id for one in decided if one.quote.source in asked]
    assert "starts-school-soon" in shared


def test_the_inferred_pillar_is_marked_by_its_name(site: Site) -> None:
    """The page of the sixth pillar says that its name is inferred; no other pillar's does."""
    marks = {}
    for pillar in site.catalog.pillars.values():
        desk = site.desk(f"pillars/{pillar.id}/", ZH)
        marks[pillar.id] = make_pillar(desk, pillar).mark
    assert {name for name, mark in marks.items() if mark} == {"development"}
    assert marks["development"] == CellMark(
        "推定", "第 17 项，大类", "#reading-pillar-rows-17-32", inferred=True
    )


def test_departments_are_listed_by_the_number_of_their_services(site: Site) -> None:
    """The one with most comes first, the finance bureau, which has none, last."""
    view = make_departments(site.desk("departments/", EN))
    counts = [(entry.tag.id, entry.count) for entry in view.departments]
    assert counts[0] == ("civil-affairs", "10 services")
    assert counts[-1] == ("finance", "0 services")
    assert len(counts) == 15


def test_a_department_without_services_still_has_a_page(site: Site) -> None:
    """The finance bureau is named at the head of the notice and in no row."""
    view = make_department(
        site.desk("departments/finance/", ZH), site.catalog.departments["finance"]
    )
    assert (view.printed_table, view.printed_addressees) == ("", "财政局")
    assert view.lead == "通知开头的部门里有它；清单的表格里，没有哪一项写它负责。"
    assert (view.shelves, view.duties, view.partners, view.readings) == ((), (), (), ())


def test_who_drew_up_the_list_is_called_inferred_where_one_alone_signs(site: Site) -> None:
    """The notice says that fifteen drew it up, names one, and is addressed to fifteen."""
    told = "落款印着的只有长春市民政局；是哪些部门，按通知开头的收文单位推定。"
    assert make_notice(site.desk("notice/", ZH)).issued_by == "联合制定清单的部门"
    assert make_notice(site.desk("notice/", ZH)).issuers_basis == told
    assert make_departments(site.desk("departments/", ZH)).basis == told
    in_english = make_notice(site.desk("notice/", EN)).issuers_basis
    assert in_english.startswith("Only the Changchun Civil Affairs Bureau is printed as signing. ")


def test_nothing_says_that_the_bodies_issued_the_list_together(site: Site) -> None:
    """They drew it up, says the notice; one of them is printed as signing."""
    for locale, words in ((ZH, "联合印发"), (EN, "issued the list together")):
        desk = site.desk("", locale)
        told = [make_home(desk).origin, name_bodies(desk), make_notice(desk).issued_by]
        assert [one for one in told if words in one or not one] == []
    assert "市民政局等 15 个部门联合制定" in make_home(site.desk("", ZH)).origin


def test_lists_hold_every_service_once(site: Site) -> None:
    """By pillar and by audience, each of the 32 stands once."""
    for make in (make_all_services, make_by_audience):
        sections = make(site.desk("services/", ZH)).sections
        numbers = [card.number for section in sections for card in section.cards]
        assert sorted(numbers) == list(range(1, 33))


def test_home_counts_what_there_is(site: Site) -> None:
    """The home page states how many services, pillars and departments there are."""
    view = make_home(site.desk("", EN))
    assert [(fact.label, fact.href) for fact in view.facts] == [
        ("32 services", "services/"),
        ("6 pillars", "pillars/"),
        ("15 departments", "departments/"),
    ]
    assert [tile.count for tile in view.pillars] == [
        "2 services",
        "3 services",
        "3 services",
        "1 service",
        "7 services",
        "16 services",
    ]


def test_the_readings_page_counts_the_cells_of_the_list(site: Site) -> None:
    """Every cell is in one of four states, and every reading in one section."""
    view = make_readings(site.desk("readings/", ZH))
    assert view.cells == 32 * 5 == sum(count.number for count in view.counts)
    told = [reading.id for section in view.sections for reading in section.readings]
    assert sorted(told) == sorted(reading.id for reading in site.catalog.latest.readings)


def list_lines(site: Site, locale: Locale) -> dict[str, Line]:
    """The lines of the notice's table that have a number."""
    view = make_notice(site.desk("notice/", locale))
    return {line.number: line for page in view.pages for line in page.lines if line.number}


def test_the_notice_shows_printed_and_read_rows_side_by_side(site: Site) -> None:
    """Beside the printed number 24 stands the task of item 21, marked as moved back."""
    lines = list_lines(site, ZH)
    line = lines["24"]
    assert line.row is not None
    assert (line.row.number, line.row.href) == (21, "../services/mental-health-in-care/")
    marks = [cell.mark for cell in line.row.cells]
    assert [mark and mark.href for mark in marks] == [
        "../readings/#reading-pillar-rows-17-32",
        "../readings/#reading-audience-rows-21-32",
        "../readings/#reading-group-rows-20-21",
        "../readings/#reading-rows-21-32",
        "../readings/#reading-rows-21-32",
    ]
    assert lines["21"].blank is True
    assert lines["21"].row is None
    assert lines["1"].row is not None
    assert [cell.mark for cell in lines["1"].row.cells] == [None] * 5


@pytest.mark.parametrize("locale", LOCALES)
def test_a_printed_cell_says_where_it_was_read(site: Site, locale: Locale) -> None:
    """The audience printed beside number 12 is read in items 12 and 13."""
    cells = list_lines(site, locale)["12"].cells
    audience = next(cell for cell in cells if cell.text == "流动儿童中的残疾儿童")
    assert audience.used_by == (Link("12", "#row-12"), Link("13", "#row-13"))


def test_what_is_asked_of_people_quotes_the_notice(site: Site) -> None:
    """Every quotation stands in the measure that it names, and leads there."""
    notice = site.catalog.latest.notice
    texts = {measure.id: measure.text.source for measure in notice.measures}
    view = make_join(site.desk("join/", ZH))
    assert len(view.asks) == len(notice.asks) > 0
    for part, ask in zip(view.asks, notice.asks, strict=True):
        assert part.quote.source in texts[ask.measure]
        assert part.measure_href == f"../notice/#{ask.measure}"
