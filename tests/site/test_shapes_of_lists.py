"""Lists of other shapes: roles, types and further columns; no pillars, audiences or departments."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from carelist.catalog.loading import load_catalog
from carelist.exports.catalog_json import export_catalog
from carelist.publicity.citing import cite
from carelist.publicity.contents import make_card
from carelist.publicity.subjects import tell_subject
from carelist.publicity.wording import list_wordings
from carelist.search.documents import make_library
from carelist.search.engine import Engine
from carelist.search.postings import write_places
from carelist.site.kit import make_voice
from carelist.site.views.search import list_facts, make_search

from tests.conftest import CITIES
from tests.site.building import CATALOG, SITE_URL, build_once, make_project, read_site
from tests.site.documents import find, find_broken_links, read_pages_once, show
from tests.speaking import EN, ZH
from tools.conformance import find_faults

if TYPE_CHECKING:
    from pathlib import Path

    from carelist.speech.locales import Locale

    from tests.site.documents import Document

HILLSIDE, FERRY = CITIES / "hillside", CITIES / "ferry"


@pytest.fixture(scope="module")
def hillside(built_hillside: Path) -> dict[str, Document]:
    """The pages of a list with leading and supporting departments, without pillars or a letter."""
    return read_pages_once(built_hillside)


@pytest.fixture(scope="module")
def built_ferry(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a list with pillars, without audiences and departments."""
    project = make_project(tmp_path_factory.mktemp("ferry") / "project", FERRY)
    return build_once(shared / "site-ferry", project)


@pytest.fixture(scope="module")
def ferry(built_ferry: Path) -> dict[str, Document]:
    """Its pages."""
    return read_pages_once(built_ferry)


def show_facts(page: Document, name: str = "service-facts") -> list[str]:
    """What the table of facts of a page says, line by line."""
    return [show(line) for line in find(page.one("dl", class_=name), "div")]


def test_every_link_of_either_site_leads_somewhere(
    hillside: dict[str, Document],
    built_hillside: Path,
    ferry: dict[str, Document],
    built_ferry: Path,
) -> None:
    """No page leads to a kind of page that the list does not have."""
    assert find_broken_links(hillside, built_hillside, SITE_URL) == []
    assert find_broken_links(ferry, built_ferry, SITE_URL) == []
    kinds = {address.partition("/")[0] for address in (*hillside, *ferry)}
    assert {"pillars", "situations", "join"} & {a.partition("/")[0] for a in hillside} == set()
    assert {"audiences", "departments", "join"} & {a.partition("/")[0] for a in ferry} == set()
    assert {"services", "notice", "readings", "revisions", "kit", "print", "search"} <= kinds


def test_pages_of_other_shapes_conform(built_hillside: Path, built_ferry: Path) -> None:
    """The W3C's checker finds nothing in what only they are made of."""
    chosen = ("index", "services/index", "services/nursing/index", "notice/index", "print/index")
    further = ("revisions/2035/index", "departments/civil-affairs/index", "search/index")
    pages = [built_hillside / f"{name}.html" for name in (*chosen, *further)]
    pages += [built_ferry / f"{name}.html" for name in ("index", "services/school/index")]
    assert find_faults(pages) == []


def test_nothing_is_said_that_the_list_does_not_have(
    hillside: dict[str, Document], ferry: dict[str, Document]
) -> None:
    """No scan, no damage, no English, no empty brackets."""
    wrong = re.compile(r"扫描|缺损|原件|《》|（）|\[\[|\]\]|None")
    named = {
        address: wrong.findall(show(page.one("main")))
        for address, page in {**hillside, **ferry}.items()
        if not address.startswith(("data/", "measurements/"))
    }
    assert {address: found for address, found in named.items() if found} == {}
    for page in (hillside[""], ferry[""], hillside["about/"], hillside["search/"]):
        assert "英文" not in show(page.one("main"))


def test_a_service_says_who_leads_and_who_supports(hillside: dict[str, Document]) -> None:
    """And that the list names others without their names, beside what is printed."""
    page = hillside["services/nursing/"]
    assert show_facts(page) == [
        "给谁失能老年人",
        "服务类型物质帮助、照护服务",
        "找谁问市民政局：找谁问；配合部门：市残联：找谁问等部门",
    ]
    asked = page.one("section", class_="service-ask")
    assert [show(e) for e in find(asked, "h3")][:2] == ["牵头部门", "配合部门"]
    assert "清单还写着“等部门”，没有写出名称。" in show(asked)
    assert "2035 年版清单第 2 项 （印作“1.2”）" in show(page.one("p", class_="service-place"))
    assert "《山麓养老服务清单》第 2 项（印作“1.2”）。" in show(page.one("p", class_="citation"))


def test_further_columns_stand_where_they_are_looked_for(hillside: dict[str, Document]) -> None:
    """An amount with the offer, how to apply with whom to ask, each under its printed heading."""
    page = hillside["services/allowance/"]
    told = [[show(e) for e in find(dl, "div")] for dl in page.find("dl", class_="further")]
    assert told == [["补贴标准每人每月100元"], ["申请方式到村（社区）申请"]]
    assert "以下照录清单原文。" in show(page.one("section", class_="service-ask"))
    (ask,) = find(page.one("section", class_="service-ask"), "dl", class_="further")
    assert show(ask) == "申请方式到村（社区）申请"


def test_who_is_asked_where_nobody_is_named(
    hillside: dict[str, Document], ferry: dict[str, Document]
) -> None:
    """It is said, and nothing is made up."""
    for page in (hillside["services/travel/"], ferry["services/school/"]):
        assert show_facts(page)[-1] == "找谁问清单没有写明"
        assert "清单没有写明这一项由哪个部门负责。" in show(
            page.one("section", class_="service-ask")
        )


def test_all_services_stand_by_number_where_there_are_no_pillars(
    hillside: dict[str, Document],
) -> None:
    """On the page of all, in the search, in the rules and on paper."""
    listed = hillside["services/"]
    assert [show(e) for e in listed.find("h2")][:1] == ["按序号 4 项服务"]
    assert "2035 年版清单的 4 项服务，按序号排列。" in show(listed.one("main"))
    assert hillside["search/"].one("h2", id="by-number") is not None
    home = hillside[""]
    assert "pillars" not in home.ids
    types = home.one("section", aria_labelledby="types")
    assert [link.get("href") for link in find(types, "a")] == [
        "search/#type=goods",
        "search/#type=care",
        "search/#type=respect",
    ]
    trail = hillside["services/travel/"].one("nav", class_="trail")
    assert show(trail) == "首页全部服务"


def test_a_department_says_what_it_leads_and_supports(hillside: dict[str, Document]) -> None:
    """Each under a heading of its own."""
    leads, supports = hillside["departments/civil-affairs/"], hillside["departments/finance/"]
    assert show(leads.one("p", class_="lead")) == "在这份清单里，牵头 2 项服务。"
    assert show(supports.one("p", class_="lead")) == "在这份清单里，配合 1 项服务。"
    assert "配合的服务" in show(supports.one("main"))


def test_a_list_without_a_letter_is_called_by_the_name_of_its_site(
    hillside: dict[str, Document], ferry: dict[str, Document]
) -> None:
    """Its page is that of a table; what has a number and no date shows no date."""
    assert show(hillside["notice/"].one("h1")) == "山麓养老服务清单"
    assert "清单原文" in show(hillside[""].one("nav", class_="top-links"))
    assert "2035 年版。" in show(hillside[""].one("footer"))
    assert "依据渡政发〔2036〕7号，2036 年版。" in show(ferry[""].one("footer"))
    assert "由" not in show(ferry[""].one("section", aria_labelledby="about-notice"))[:40]


def test_nothing_speaks_of_a_letter_that_is_not_there(built_hillside: Path) -> None:
    """No page, no posters' page and no word of a script; the key `notice` of data is explained."""
    kinds = {".html", ".json", ".mjs", ".xml"}
    speaking = {
        path.relative_to(built_hillside).parts[0]
        for path in built_hillside.rglob("*")
        if path.suffix in kinds and "通知" in path.read_text("utf-8")
    }
    assert speaking == {"data", "measurements"}
    rules = (built_hillside / "data" / "check.zh.json").read_text("utf-8")
    assert "通知" not in rules


def test_the_form_of_a_text_in_data_names_the_languages_of_the_site(
    hillside: dict[str, Document],
) -> None:
    """Of Chinese alone here."""
    assert '{"zh": …}' in show(hillside["data/"].one("main"))


def test_a_number_that_is_not_printed_is_called_counted(ferry: dict[str, Document]) -> None:
    """Where the list has no column of numbers."""
    told = show(ferry["services/reading/"].one("p", class_="citation"))
    place = "《渡口市服务清单》（渡政发〔2036〕7号）第 2 项（清单没有印序号，本站依次数出）。"
    assert told.startswith(place)


def test_citations_hold_what_the_list_has() -> None:
    """No author, number or day is made up; what is printed as the number is told."""
    catalog = load_catalog(HILLSIDE)
    cited = cite(catalog, catalog.latest.by_id["nursing"], lambda _: "https://list.example/", ZH)
    assert cited.plain == (
        "《山麓养老服务清单》（2035年版）第2项（印作“1.2”）“护理补贴”，{read}查阅，https://list.example/"
    )
    assert cited.standard == (
        "山麓养老服务清单：第2项（印作“1.2”） 护理补贴[EB/OL]. [{read}]. https://list.example/."
    )


def test_the_search_finds_types_and_further_columns() -> None:
    """By the words of a cell, and by the name of a type."""
    engine = Engine(make_library(load_catalog(HILLSIDE), ZH))
    assert engine.search("社区卫生服务中心")[0].id == "check-up"
    assert {hit.id for hit in engine.search("照护服务")} >= {"nursing", "check-up"}


def test_the_list_as_data_holds_all_of_it() -> None:
    """Roles, types, further cells and printed numbers, by the ids that it declares."""
    content = json.loads(export_catalog(load_catalog(HILLSIDE)))
    assert [one["id"] for one in content["types"]] == ["goods", "care", "respect"]
    assert [(one["id"], one["means"]) for one in content["columns"]] == [
        ("standard", "standard"),
        ("how", "how"),
        ("remark", "remark"),
    ]
    nursing = content["services"][1]
    assert (nursing["printed_number"], nursing["pillar"]) == ("1.2", None)
    assert nursing["types"] == ["goods", "care"]
    assert (nursing["departments"], nursing["supporting"], nursing["others"]) == (
        ["civil-affairs", "disabled-persons"],
        ["disabled-persons"],
        True,
    )
    assert nursing["cells"] == {"standard": {"zh": "每人每月200元"}}


def test_the_questionnaire_is_given_roles_by_name(built_hillside: Path) -> None:
    """A department that supports says so, by another way to write its address."""
    rules = json.loads((built_hillside / "data" / "check.zh.json").read_text("utf-8"))
    assert rules["departments"] == {
        "civil-affairs": "市民政局",
        "./finance": "市财政局（配合）",
        "./disabled-persons": "市残联（配合）",
        "health": "市卫健委",
        ".": "清单没有写明",
    }


def test_posters_show_what_the_list_has() -> None:
    """The whole list by its types; a service with its further columns, and who supports."""
    site = read_site(HILLSIDE)
    voice = make_voice(site.desk("", ZH))
    whole = tell_subject(site.now, voice, "list", "all")
    assert [(point.title, point.note) for point in whole.points] == [
        ("物质帮助", "2 项服务"),
        ("照护服务", "2 项服务"),
        ("关爱服务", "1 项服务"),
    ]
    nursing = tell_subject(site.now, voice, "service", "nursing")
    assert nursing.kicker == "物质帮助 · 照护服务 · 第 2 项"
    assert [point.title for point in nursing.points] == ["护理补贴", "上门评估", "补贴标准"]
    assert nursing.ask == ("市民政局", "市残联（配合）等部门")
    assert nursing.stamp == "2035 年版"
    travel = tell_subject(site.now, voice, "service", "travel")
    assert make_card(site.now, travel, voice)["ask_line"] == ""


@pytest.mark.parametrize(
    ("city", "locale", "told"),
    [
        (CATALOG, ZH, "标题和说明由本站撰写。能不能享受"),
        (CATALOG, EN, "Titles and summaries are by this site. Whether"),
        (HILLSIDE, ZH, "标题和说明由本站撰写。能不能享受"),
        (FERRY, ZH, "能不能享受"),
    ],
)
def test_posters_call_no_official_words_ours(city: Path, locale: Locale, told: str) -> None:
    """Titles and summaries are this site's where somebody has written some."""
    site = read_site(city)
    voice = make_voice(site.desk("", locale))
    card = make_card(site.now, tell_subject(site.now, voice, "list", "all"), voice)
    assert str(card["editorial"]).startswith(told)


def test_a_long_list_without_pillars_is_filtered_by_type(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its cards are fetched, and so is which of them pass each choice of each filter."""
    monkeypatch.setattr("carelist.search.postings.LONG", 3)
    view = make_search(read_site(HILLSIDE).desk("search/", ZH))
    assert [section.cards for section in view.sections] == [()]
    assert [len(part) for part in view.parts] == [4]
    facts = list_facts(view)
    assert list(facts) == ["type", "how", "department"]
    assert facts["type"]["care"] == write_places([1, 2])


def test_words_to_paste_leave_out_what_the_list_does_not_say() -> None:
    """For whom and whom to ask: no mark stands where they would."""
    site = read_site(FERRY)
    voice = make_voice(site.desk("", ZH))
    school = tell_subject(site.now, voice, "service", "school")
    told = {one.channel: one.text for one in list_wordings(site.now, school, voice)}
    assert told["sms"].startswith("入学服务。详见https://")
    assert told["speaker"] == "各位居民请注意：渡口市有一份服务清单，第 1 项是入学服务。"
    assert "给谁" not in told["wechat"]
    assert "找谁问" not in told["wechat"] + told["weibo"]


def test_a_list_without_questions_leads_to_its_services(ferry: dict[str, Document]) -> None:
    """From home, and from the questionnaire, which speaks of no column that the list lacks."""
    home, asked = ferry[""], ferry["check/"]
    for page, href in ((home, "services/"), (asked, "../services/")):
        buttons = list(find(page.one("main"), "a", class_="button"))
        assert [(show(one), one.get("href")) for one in buttons] == [("看全部服务", href)]
    assert "服务对象" not in show(asked.one("main"))
