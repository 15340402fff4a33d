"""Another city with the least it can have: no English, telephone numbers, situations or words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from carelist.eligibility.inspecting import inspect_list
from carelist.theme import THEME

from tests.conftest import CITIES, ROOT
from tests.site.building import SITE_URL, build_once, edit_yaml, keep_official, make_project
from tests.site.documents import find_broken_links, read_pages_once, show

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from tests.site.documents import Document

CLEARWATER = CITIES / "clearwater"
COMMENT = re.compile(r"^#.*$", re.MULTILINE)
OF_CLERKS = {"commands", "help", "problems"}
"""Words that no page shows, whose examples are years."""
OTHER_CITY = re.compile("长春|Changchun|(?<!7714-)(?<![0-9a-f])2025(?![0-9a-f])")
"""By name, and by the year of its list, which may stand in a digest by chance."""
MEASURED = {"measurements/", "en/measurements/"}
"""What was measured, and when, is told of the real site."""


@pytest.fixture(scope="module")
def bare(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of such a city."""
    folder = tmp_path_factory.mktemp("clearwater")
    project = make_project(folder / "project", CLEARWATER, frozen=True)
    return build_once(shared / "site-clearwater", project)


@pytest.fixture(scope="module")
def pages(bare: Path) -> dict[str, Document]:
    """Its pages."""
    return read_pages_once(bare)


def test_nothing_is_left_of_another_city(bare: Path) -> None:
    """Neither pages nor scripts, data or feeds name the first city or its year."""
    kinds = {".html", ".mjs", ".js", ".json", ".xml", ".txt", ".csv", ".css", ".svg"}
    found = {
        path.relative_to(bare).parent.as_posix() + "/"
        for path in bare.rglob("*")
        if path.suffix in kinds and OTHER_CITY.search(path.read_text("utf-8"))
    }
    assert found <= MEASURED


def test_every_link_leads_somewhere(bare: Path, pages: dict[str, Document]) -> None:
    """No page leads to the situations that are not there."""
    assert find_broken_links(pages, bare, SITE_URL) == []
    assert not [address for address in pages if "situations/" in address]


@pytest.mark.parametrize("address", ["", "en/"])
def test_the_home_page_has_no_empty_part(pages: dict[str, Document], address: str) -> None:
    """What the city has not is not headed."""
    home = pages[address]
    assert {"situations", "hotlines"}.isdisjoint(home.ids)
    assert {"pillars", "audiences", "about-notice"} <= set(home.ids)


@pytest.mark.parametrize(
    ("address", "lead"),
    [("search/", "照清单上的字来找"), ("en/search/", "Look for words of the list")],
)
def test_a_search_without_a_vocabulary_promises_no_everyday_words(
    pages: dict[str, Document], address: str, lead: str
) -> None:
    """It finds what the list says, and says so."""
    assert lead in show(pages[address].one("main"))


def test_a_sound_copy_is_not_called_damaged(pages: dict[str, Document]) -> None:
    """Nor scanned, nor read."""
    assert "我们手里的通知文本是完好的，官方的字逐字照录。" in show(pages[""].one("main"))
    assert "没有一处需要校读" in show(pages["readings/"].one("main"))
    assert "not-stated" not in pages["readings/"].ids
    for address in ("", "readings/", "notice/", "about/"):
        assert "扫描" not in show(pages[address].one("main")), address


def test_nothing_is_said_of_the_notice_that_the_list_does_not_declare(
    pages: dict[str, Document],
) -> None:
    """That it states no telephone number, say, which may not be so."""
    services = [address for address in pages if re.fullmatch(r"services/[^/]+/", address)]
    assert len(services) == 5
    for address in services:
        assert "通知没有写电话" not in show(pages[address].one("main")), address


def test_pages_of_prose_speak_of_this_city(pages: dict[str, Document]) -> None:
    """Their words come from the list, in either locale."""
    told = show(pages["about/"].one("main"))
    assert "清河市的清单（清民发〔2034〕5号，2034 年版）由市民政局等 3 个部门联合制定" in told
    assert "5 项服务" in told
    assert "It names 5 services" in show(pages["en/about/"].one("main"))


def test_prose_names_no_city() -> None:
    """Pages of prose, templates and the words of the interface hold for any city."""
    files = [
        *(ROOT / "generator" / "carelist" / "speech").rglob("*.md"),
        *THEME.rglob("*.html"),
        *(
            path
            for path in (ROOT / "generator" / "carelist").rglob("*.yml")
            if path.stem not in OF_CLERKS
        ),
        *(ROOT / "generator" / "carelist").rglob("*.typ"),
    ]
    texts = {
        path.name: re.sub(r"^#.*$", "", path.read_text("utf-8"), flags=re.MULTILINE)
        for path in files
    }
    named = [name for name, text in texts.items() if OTHER_CITY.search(text)]
    assert named == []


def keep_names(held: dict[str, list[dict[str, Any]]]) -> None:
    """Leave nothing of pillars or departments but what they are called."""
    for name, entries in held.items():
        held[name] = [
            {key: one[key] for key in ("id", "name", "printed") if key in one} for one in entries
        ]


def speak_chinese_alone(site: dict[str, Any]) -> None:
    """Say nothing of who counts, and that in one language."""
    del site["background"]
    site["locales"] = ["zh"]


@pytest.fixture(scope="module")
def official(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project of a list in Chinese alone for which nobody has written anything."""
    project = make_project(tmp_path_factory.mktemp("official") / "project", CLEARWATER)
    catalog = project / "catalog"
    for name in ("hotlines", "situations", "questions"):
        (catalog / f"{name}.yml").unlink()
    edit_yaml(catalog / "site.yml", speak_chinese_alone)
    edit_yaml(catalog / "revisions" / "2034" / "services.yml", keep_official)
    for name in ("pillars", "departments"):
        edit_yaml(catalog / f"{name}.yml", keep_names)
    return project


@pytest.fixture(scope="module")
def plain(shared: Path, official: Path) -> Path:
    """Its site."""
    return build_once(shared / "site-official", official)


@pytest.fixture(scope="module")
def plain_pages(plain: Path) -> dict[str, Document]:
    """Its pages."""
    return read_pages_once(plain)


def test_a_list_of_official_words_alone_is_a_whole_site(
    official: Path, plain: Path, plain_pages: dict[str, Document]
) -> None:
    """Nothing is wrong with it, it is in one language, and every link of it leads somewhere."""
    assert inspect_list(official / "catalog").problems == ()
    assert not (plain / "en").exists()
    assert find_broken_links(plain_pages, plain, SITE_URL) == []
    home = show(plain_pages[""].one("main"))
    assert "入学服务、课后服务" in home  # the pillar's services stand for its summary
    assert "看看孩子能用上哪些" not in home
    assert "清单原文逐字照录。" in home
    cards = show(plain_pages["services/"].one("main"))
    assert "“怎样得到”由本站撰写，不是通知原文。" in cards
    assert "白话说明" not in home + cards


def test_what_nobody_has_written_is_said_to_be_so(plain_pages: dict[str, Document]) -> None:
    """On the page of a service, of all rules, and where questions would be asked."""
    service = show(plain_pages["services/places/"].one("main"))
    assert "这一项还没有人写白话说明" in service
    assert "清单没写怎样办，要问" in service
    rules = show(plain_pages["check/rules/"].one("main"))
    assert rules.count("要符合什么条件，本站还没有整理") == 11
    assert "这份清单还没有人写好问题" in show(plain_pages["check/"].one("main"))


def test_no_page_leads_to_a_questionnaire_that_is_not_there(
    plain_pages: dict[str, Document], pages: dict[str, Document]
) -> None:
    """Its page stays for whoever has its address."""
    asking = "我的孩子能得到什么"
    assert [a for a, page in plain_pages.items() if asking in show(page.one("footer"))] == []
    assert asking in show(pages[""].one("footer"))
