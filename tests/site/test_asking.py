"""Whom to ask, on the pages of services, departments, situations and results, and on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from carelist.eligibility.verdicts import decide_service
from carelist.site.views.results import make_result

from tests.conftest import CLOUDBRIDGE
from tests.site.building import read_site
from tests.site.documents import show
from tests.speaking import ZH

if TYPE_CHECKING:
    from pathlib import Path
    from xml.etree.ElementTree import Element

    from carelist.catalog.revision import Catalog

    from tests.site.documents import Document

NAMES = {
    "": ("儿童主任", "乡镇（街道）未成年人保护工作站"),
    "en/": ("Child director", "Township (subdistrict) workstation for the protection of minors"),
}
ADDRESSES = (
    "services/housing/",
    "services/basic-living/",
    "departments/court/",
    "situations/grandparents/",
    "print/",
    "",
)
"""Pages of every kind that says whom to ask."""


def list_offices(page: Document) -> list[Element]:
    """The parts of a page that list offices."""
    return list(page.find("details", class_="offices"))


@pytest.mark.parametrize("prefix", NAMES)
@pytest.mark.parametrize("address", ADDRESSES)
def test_people_near_home_come_before_the_number(
    pages: dict[str, Document], prefix: str, address: str
) -> None:
    """As the notice names them, with a link to its words; the number that takes every question."""
    page = pages[prefix + address]
    section = page.one("section", aria_labelledby="hotlines")
    links = [(show(link), link.get("href") or "") for link in section.iter("a")]
    assert tuple(name for name, _ in links[:2]) == NAMES[prefix]
    assert all(href.endswith("notice/#grassroots") for _, href in links[:2])
    words = show(section)
    assert NAMES[prefix][1] in words.partition("12345")[0]


@pytest.mark.parametrize("prefix", NAMES)
def test_the_results_say_whom_to_ask_near_home(built: Path, prefix: str) -> None:
    """In the part of the questionnaire that its scripts show results in.

    With services about what may not be able to wait stands the first number to call.
    """
    text = (built / prefix / "check" / "index.html").read_text(encoding="utf-8")
    _, _, results = text.partition("<template data-part=results>")
    results, _, _ = results.partition("<template data-part=card>")
    assert all(f">{name}</a>" in results for name in NAMES[prefix])
    assert "href=tel:12345" in results
    reach = text.partition("<template data-reach=")[2].partition("</template>")[0]
    about, _, added = reach.partition(">")
    assert about == '"psychiatric-rehabilitation mental-health-clinic mental-health-in-care"'
    assert "href=tel:12356" in added


def test_the_notice_names_them(catalog: Catalog, pages: dict[str, Document]) -> None:
    """Word for word, where the links lead."""
    measure = show(pages["notice/"].one("section", id="grassroots"))
    for contact in catalog.contacts:
        assert contact.name.source in contact.quote.source
        assert contact.quote.source in measure


def test_no_office_is_invented_for_changchun(catalog: Catalog, pages: dict[str, Document]) -> None:
    """There is no sound source for any yet: none is shown."""
    assert [d.id for d in catalog.departments.values() if d.offices] == []
    assert [address for address, page in pages.items() if list_offices(page)] == []


@pytest.mark.parametrize(
    ("prefix", "told"),
    [
        (
            "",
            (
                "桥东区：桥东区住房保障中心、东桥路 1 号 0999-8123456 "
                "来源：云桥日报，2033年1月2日；2033年2月3日核对"
            ),
        ),
        (
            "en/",
            (
                "Bridge East District: Bridge East Housing Centre, 1 East Bridge Road 0999-8123456 "
                "Source: Cloudbridge Daily, 2 January 2033; checked on 3 February 2033"
            ),
        ),
    ],
)
def test_offices_stand_with_their_department(
    cloudbridge_pages: dict[str, Document], prefix: str, told: str
) -> None:
    """On its page and on those of its services: address, number to ring, source and day."""
    of_department = cloudbridge_pages[f"{prefix}departments/construction/"]
    housing = [
        page
        for address, page in cloudbridge_pages.items()
        if address.startswith(f"{prefix}services/") and list_offices(page)
    ]
    assert len(housing) == 1
    for page in (of_department, *housing):
        (offices,) = list_offices(page)
        lines = [show(line) for line in offices.iter("li")]
        assert lines[0] == told
        assert len(lines) == 2
        hrefs = [link.get("href") for link in offices.iter("a")]
        assert hrefs == ["tel:09998123456", "tel:09998654321"]


def test_a_result_says_how_its_departments_can_be_reached() -> None:
    """Where that is known, dated and with its source, as on the page of the service."""
    site = read_site(CLOUDBRIDGE)
    desk = site.desk("situations/new-pupil/", ZH)
    verdict = decide_service(desk.revision, desk.revision.by_id["rental"], {})
    (reached,) = make_result(desk, verdict, verdict.clauses).reached
    assert (reached.tag.id, [str(office.district) for office in reached.offices]) == (
        "construction",
        ["桥东区", "桥西区"],
    )
    assert reached.offices[0].checked == "2033年2月3日"
