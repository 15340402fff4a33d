"""A fictional city with three lists: its archive, its changes, and what became of what is gone."""

from __future__ import annotations

import gzip
import re
from itertools import combinations
from typing import TYPE_CHECKING

import pytest

from tests.site.building import SITE_URL
from tests.site.documents import find, find_broken_links, show

if TYPE_CHECKING:
    from pathlib import Path

    from tests.site.documents import Document

YEARS = ("2031", "2032", "2033")
COUNTS = {"2031": 9, "2032": 9, "2033": 11}
GONE = {
    "sport": [],
    "health": ["vaccination", "check-ups"],
    "temporary-assistance": ["family-aid"],
    "parcels": ["family-aid"],
    "rehabilitation": ["disability-support"],
}
LOCALES = ("", "en/")
BUDGET, WHOLE_LIST_BUDGET = 14 * 1024, 24 * 1024


@pytest.fixture
def pages(cloudbridge_pages: dict[str, Document]) -> dict[str, Document]:
    """Every page of it by its address."""
    return cloudbridge_pages


def test_every_list_and_every_comparison_has_its_pages(pages: dict[str, Document]) -> None:
    """Each list whole and item by item; each pair whole, by pillar and by department."""
    for locale in LOCALES:
        for year in YEARS:
            assert f"{locale}revisions/{year}/" in pages
            start = f"{locale}revisions/{year}/services/"
            assert sum(address.startswith(start) for address in pages) == COUNTS[year]
        for before, after in combinations(YEARS, 2):
            start = f"{locale}changes/{before}..{after}/"
            below = {a.removeprefix(start) for a in pages if a.startswith(start)}
            assert {"", "pillars/learning/", "departments/education/"} <= below


def test_the_home_page_says_what_changed_this_year(pages: dict[str, Document]) -> None:
    """In the paragraph of the comparison with the list before, to which it leads."""
    for locale in LOCALES:
        whole = pages[f"{locale}changes/2032..2033/"]
        (told,) = pages[locale].find("section", aria_labelledby="changed")
        summary, way = (p for p in told if p.tag == "p")
        assert show(summary) == show(whole.one("blockquote"))
        assert [link.get("href") for link in way] == ["changes/2032..2033/"]


def test_all_comparisons_stand_on_one_page(pages: dict[str, Document]) -> None:
    """Each list with the one before it, the latest first, then those that do not follow."""
    for locale in LOCALES:
        main = pages[f"{locale}changes/"].one("main")
        links = [
            link.get("href") for link in find(main, "a") if "trail" not in str(link.get("class"))
        ]
        assert links[-3:] == ["2032..2033/", "2031..2032/", "2031..2033/"]
        assert [show(p) for p in find(main, "p")][-2:] == [
            show(pages[f"{locale}changes/{two}/"].one("blockquote"))
            for two in ("2032..2033", "2031..2032")
        ]
        lists = pages[f"{locale}revisions/"].one("main")
        assert "../changes/" in [link.get("href") for link in find(lists, "a")]


def test_a_copy_is_called_damaged_only_where_its_notice_says_so(
    pages: dict[str, Document],
) -> None:
    """Merged cells and misprints are read, and damage nothing."""
    calls = [address for address, page in pages.items() if re.search("缺损|damaged", page.html)]
    assert calls == []


def test_every_link_of_the_site_leads_somewhere(
    built_cloudbridge: Path, pages: dict[str, Document]
) -> None:
    """To pages of today, of the past, and between them."""
    assert find_broken_links(pages, built_cloudbridge, SITE_URL) == []


def test_every_page_is_sound_html_with_a_title_of_its_own(pages: dict[str, Document]) -> None:
    """Also those that only an archive has."""
    assert [error for page in pages.values() for error in page.errors] == []
    for locale in LOCALES:
        titles = [
            show(page.one("title"))
            for address, page in pages.items()
            if address.startswith("en/") == bool(locale) and address != "404.html"
        ]
        assert len(set(titles)) == len(titles)


@pytest.mark.parametrize("locale", LOCALES)
def test_an_item_leads_to_its_service_of_that_year(built_cloudbridge: Path, locale: str) -> None:
    """Without a script, and only there."""
    for year, count in COUNTS.items():
        for number in range(1, count + 1):
            html = (built_cloudbridge / f"{locale}revisions/{year}/{number}/index.html").read_text(
                "utf-8"
            )
            (target,) = re.findall(r'content="0; url=\.\./services/([a-z-]+)/"', html)
            assert (
                built_cloudbridge / f"{locale}revisions/{year}/services/{target}/index.html"
            ).is_file()
    assert not (built_cloudbridge / f"{locale}revisions/2031/10").exists()


@pytest.mark.parametrize(("service", "successors"), GONE.items())
def test_a_service_that_ended_keeps_its_page(
    pages: dict[str, Document], service: str, successors: list[str]
) -> None:
    """It says so, and leads to what took its place."""
    page = pages[f"services/{service}/"]
    assert "清单不再有这一项" in show(page.one("p", role="note"))
    links = [a.get("href") for a in page.find("a", class_="button") if a.get("href")]
    report = f"../../report/#page=services/{service}/"
    assert [link for link in links if link and link.startswith("../")] == [
        *(f"../{name}/" for name in successors),
        report,
    ]
    assert page.one("a", class_="telephone").get("href") == "tel:12345"


@pytest.mark.parametrize("path", ["pillars/play/", "departments/sports/"])
def test_a_pillar_or_department_that_ended_keeps_its_page(
    pages: dict[str, Document], path: str
) -> None:
    """It says since when, where its services are now, and what changed; its kind lists it."""
    for locale in LOCALES:
        page = pages[locale + path]
        text = show(page.one("main"))
        assert ("2032 年版起" if not locale else "since 2032") in text
        links = [a.get("href") for a in page.one("main").iter() if a.get("href")]
        assert {
            "../../services/sport/",
            "../../revisions/2031/",
            f"../../changes/2031..2032/{path}",
            "../",
        } <= set(links)
        kind, name, _ = path.split("/")
        assert any(a.get("href") == f"{name}/" for a in pages[f"{locale}{kind}/"].find("a"))
    assert "清单不再有这一项" in show(pages[path].one("main"))


def test_every_list_keeps_the_names_that_it_was_printed_with(pages: dict[str, Document]) -> None:
    """In the archive the old ones, today the new ones, which say what they were before."""
    assert "市卫生局" in show(pages["revisions/2031/"].one("main"))
    assert "困有所帮" in show(pages["revisions/2031/services/counselling/"].one("main"))
    assert "市卫生局" not in show(pages["revisions/2032/"].one("main"))
    assert "2031 年版及以前称“困有所帮”。" in show(pages["pillars/support/"].one("main"))
    english = show(pages["en/departments/health/"].one("main"))
    assert "Until the 2031 list it was called “Cloudbridge Health Bureau”." in english


def test_fragments_of_clauses_answer_for_ever(pages: dict[str, Document]) -> None:
    """Whether the clause stands, was withdrawn, or ended with its service."""
    for name, clauses in {
        "school": ["enrolment", "after-school", "meals"],
        "preschool": ["places", "grant", "advice"],
        "health": ["vaccination", "check-ups"],
        "sport": ["weekends"],
    }.items():
        for locale in LOCALES:
            assert set(clauses) <= set(pages[f"{locale}services/{name}/"].ids)


def test_old_pages_name_their_list_and_lead_to_the_latest(pages: dict[str, Document]) -> None:
    """A banner above, and the address for search engines that of today."""
    page = pages["revisions/2031/services/school/"]
    assert "已由 2033 年版取代" in show(page.one("p", role="note"))
    assert page.one("link", rel="canonical").get("href") == f"{SITE_URL}services/school/"
    own = f"{SITE_URL}revisions/2031/"
    assert page.one("meta", property="og:url").get("content") == f"{own}services/school/"
    assert page.one("aside", data_module="share").get("data-url") == f"{own}2/"
    ended = pages["revisions/2031/services/sport/"]
    assert ended.one("link", rel="canonical").get("href") == SITE_URL + ended.address
    whole = pages["revisions/2031/"]
    assert whole.one("link", rel="canonical").get("href") == f"{SITE_URL}revisions/2033/"
    assert whole.one("meta", property="og:url").get("content") == own


def test_a_page_of_changes_marks_words_with_labels(pages: dict[str, Document]) -> None:
    """What was deleted and inserted is marked up, and said in words."""
    page = pages["changes/2031..2032/"]
    marked = [show(e) for e in page.find("ins")]
    assert "加上： 和残疾儿童" in marked
    assert any(show(e).startswith("删去：") for e in page.find("del"))
    assert "2032 年版清单有 9 项服务，2031 年版有 9 项。" in show(page.one("blockquote"))


def test_an_old_item_says_what_was_read_in_it(pages: dict[str, Document]) -> None:
    """What is not printed as it is shown is told on its page in the archive too.

    Its pillar stands in a merged cell of a sound copy, which is as good as printed.
    """
    item = pages["en/revisions/2031/services/school/"]
    told = [(note.get("id"), note.get("data-kind")) for note in item.find("li", class_="reading")]
    assert told == [("reading-doubled-character", "repaired")]


@pytest.mark.parametrize(
    ("page", "quoted"),
    [
        (
            "en/changes/2031..2032/",
            (
                "The 2032 list has 9 services; the 2031 list had 9. One is new; one was withdrawn; "
                "one was split into two; two were merged into one; three changed in what they "
                "offer, for whom, or whom to ask; and two are essentially as before. "
                "New: “Help with renting”. No longer on the list: “Sports services”."
            ),
        ),
        (
            "en/changes/2031..2032/pillars/health/",
            (
                "Health care has three services on the 2032 list; it had one service on the 2031 "
                "list. One was split into two, and one came in from elsewhere on the list."
            ),
        ),
        (
            "en/changes/2031..2032/departments/sports/",
            (
                "Cloudbridge Sports Bureau has no services on the 2032 list; it had one service "
                "on the 2031 list. One was withdrawn. No longer on the list: “Sports services”."
            ),
        ),
        (
            "changes/2031..2032/departments/education/",
            (
                "市教育局：2032 年版清单有 2 项服务，2031 年版有 3 项服务。"
                "划到别处 1 项，内容、对象或责任部门有变 2 项。"
            ),
        ),
    ],
)
def test_a_page_of_changes_opens_with_words_to_quote(
    pages: dict[str, Document], page: str, quoted: str
) -> None:
    """Of the whole list, of a pillar, of a department; the figures add up."""
    assert show(pages[page].one("blockquote")).strip() == quoted


def test_feeds_lead_to_the_change_itself(
    built_cloudbridge: Path, pages: dict[str, Document]
) -> None:
    """Each piece of news names a chapter of a page of changes, a list, or a correction in it."""
    found = set()
    for feed in (built_cloudbridge / "data" / "feeds").iterdir():
        for entry in feed.read_text(encoding="utf-8").split("<entry>")[1:]:
            found.update(re.findall(r'href="([^"]+)"', entry))
    assert f"{SITE_URL}en/changes/2031..2032/#sport" in found
    for link in found:
        page, _, name = link.removeprefix(SITE_URL).partition("#")
        assert page in pages, link
        kind = "li" if name.startswith("corrected-") else "h3"
        assert not name or list(pages[page].find(kind, id=name)), link


def test_a_service_tells_its_history(pages: dict[str, Document]) -> None:
    """Since when each clause stands, and what each year changed."""
    text = show(pages["services/school/"].one("main"))
    assert "课后服务：2031 年版起，2032 年版改写" in text
    assert "2032 年版的变化" in text
    assert "2031 年版以后不再列入" in text


def test_pages_keep_their_weight(built_cloudbridge: Path) -> None:
    """Every page of the archive, with its styles inside."""
    heavy = {}
    for path in (
        *built_cloudbridge.glob("**/revisions/**/*.html"),
        *built_cloudbridge.glob("**/changes/**/*.html"),
    ):
        address = path.relative_to(built_cloudbridge).as_posix()
        whole = "/services/" not in address
        weight = len(gzip.compress(path.read_bytes(), mtime=0))
        if weight > (WHOLE_LIST_BUDGET if whole else BUDGET):
            heavy[address] = weight
    assert heavy == {}
