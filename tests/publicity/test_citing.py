"""Citations, frames and their descriptions say what they are of."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from carelist.catalog.texts import Text
from carelist.publicity.citing import cite

from tests.site.building import SITE_URL
from tests.site.documents import parse, show
from tests.speaking import EN, ZH

if TYPE_CHECKING:
    from pathlib import Path

    from carelist.catalog.revision import Catalog
    from carelist.speech.locales import Locale

ADDRESS = f"{SITE_URL}2025/7/"
ENGLISH = f"{SITE_URL}en/2025/7/"


def find_address(locale: Locale) -> str:
    """The address of the page that is cited."""
    return f"{SITE_URL}{locale.prefix}2025/7/"


TITLE = "长春市流动儿童在居住地享有关爱服务基础清单"


def test_a_service_is_cited_by_the_national_standard(catalog: Catalog) -> None:
    """Issuers, title, number, item, date, date read and address."""
    service = catalog.latest.services[6]
    assert cite(catalog, service, find_address, ZH).standard == (
        f"长春市民政局，等. 关于印发《{TITLE}》的通知：长民联发〔2025〕10号，第7项 医疗保障服务"
        "[EB/OL]. （2025-09-18）[{read}]. https://list.example.org/2025/7/."
    )


def test_of_several_that_sign_the_first_is_named(catalog: Catalog) -> None:
    """Signatures beside each other, with a gap between them, are no name of one body."""
    revision = catalog.latest
    signed = Text.model_validate({"zh": "长春市教育局　　长春市民政局"})
    notice = revision.notice.model_copy(update={"signatory": signed})
    several = replace(catalog, revisions=(replace(revision, notice=notice),))
    cited = cite(several, revision.services[6], find_address, ZH)
    assert cited.plain.startswith("长春市教育局等15部门：《")


def test_other_citations_name_all_that_an_editor_needs(catalog: Catalog) -> None:
    """Bodies, title, document, revision, item, day of printing, date read, address."""
    cited = cite(catalog, catalog.latest.services[6], find_address, ZH)
    place = f"《{TITLE}》（长民联发〔2025〕10号，2025年版）第7项"
    assert cited.plain == (
        f"长春市民政局等15部门：{place}“医疗保障服务”，2025-09-18印发，{{read}}查阅，{ADDRESS}"
    )
    assert cited.html == (
        f'长春市民政局等15部门：<cite><a href="{ADDRESS}">{place}</a></cite>“医疗保障服务”，'
        "2025-09-18印发，{read}查阅"
    )


def test_a_quotation_is_what_is_printed_with_its_item(catalog: Catalog) -> None:
    """Words within others' marks have the other marks; a reading stands in brackets."""
    cited = {
        s.number: cite(catalog, s, find_address, ZH).quotation for s in catalog.latest.services
    }
    place = f"《{TITLE}》（长民联发〔2025〕10号，2025年版）"
    assert cited[8] == (
        "“积极落实吉林省《‘精康融合行动’实施方案》要求，进一步提升精神障碍社区康复服务"
        "质量和平水平[读作‘质量和水平’]，为精神障碍流动儿童提供可持续、高质量的康复服务。”"
        f"——{place}第8项（方括号内是本站的校读）"
    )
    assert cited[25] == (
        "“统筹各级电视机构创作、传播有利于儿童成长的广播电视台和网络视听节目，"
        "丰富其精神文化生活；向国家广电总局推荐优秀少儿广播电视节目。”"
        f"——{place}第25项（序号依校读）"
    )
    assert all(text[1:].partition("”——")[0].count("“") == 0 for text in cited.values())


def test_a_citation_marks_numbers_and_names_that_are_readings(catalog: Catalog) -> None:
    """Item 21 is printed beside number 24, and the name of its group nowhere."""
    cited = cite(catalog, catalog.latest.services[20], find_address, EN)
    assert "第21项 心理健康服务（序号、名称依校读）[EB/OL]" in cited.standard
    assert "第21项“心理健康服务”（序号、名称依校读），2025-09-18印发" in cited.plain
    assert "</cite>“心理健康服务”（序号、名称依校读），" in cited.html
    assert "item 21 (number as read): “Mental health services” (name as read), " in cited.translated


def test_a_service_is_cited_in_english_too(catalog: Catalog) -> None:
    """Issuers, list, document, item, and that it is a translation."""
    assert cite(catalog, catalog.latest.services[6], find_address, EN).translated == (
        "Changchun Civil Affairs Bureau and others, Basic List of Care Services that Changchun's "
        "Migrant Children Enjoy Where They Live (Changchun Civil Affairs Joint Document [2025] "
        "No. 10), item 7: “Healthcare security services”, issued on 18 September 2025, "
        "translated from the Chinese. Read on {read}. https://list.example.org/en/2025/7/"
    )


def test_a_service_page_shows_how_to_cite_it(built: Path) -> None:
    """With the words for the day, which a script fills in, and the frame to paste."""
    address = f"{SITE_URL}revisions/2025/services/medical-insurance/"
    html = (built / "services" / "medical-insurance" / "index.html").read_text(encoding="utf-8")
    shown = show(parse("services/medical-insurance/", html).root)
    assert f"（2025-09-18）[引用日期]. {address}." in shown
    assert f'<iframe src="{SITE_URL}embed/services/medical-insurance/"' in shown


def test_chinese_citations_lead_to_the_chinese_page(built: Path) -> None:
    """On an English page too; the English one leads to the English page."""
    address = "en/services/medical-insurance/"
    page = parse(address, (built / address / "index.html").read_text(encoding="utf-8"))
    wordings = [show(one) for one in page.find("span", _class="wording")][:-1]
    archived = "revisions/2025/services/medical-insurance/"
    assert [f"{SITE_URL}en/{archived}" in text for text in wordings] == [True, *[False] * 4]
    assert [f"{SITE_URL}{archived}" in text for text in wordings] == [
        False,
        True,
        True,
        False,
        True,
    ]


def test_a_frame_reads_without_a_script(built: Path, catalog: Catalog) -> None:
    """Its page has none, opens links in a new window, and conforms."""
    for locale in ("", "en/"):
        for service in catalog.latest.services:
            address = f"{locale}embed/services/{service.id}/"
            page = parse(address, (built / address / "index.html").read_text(encoding="utf-8"))
            assert page.errors == ()
            assert list(page.find("script")) == []
            (policy,) = page.find("meta", **{"http-equiv": "Content-Security-Policy"})
            assert "script-src" not in (policy.get("content") or "script-src")
            links = [link for link in page.find("a") if link.get("target") != "_blank"]
            assert links == []
            (link,) = page.find("link", rel="canonical")
            assert link.get("href") == f"{SITE_URL}{locale}services/{service.id}/"


def test_the_search_in_a_frame_leads_to_the_site(built: Path) -> None:
    """Its form asks the site's own search, in a new window; what is asked no server sees."""
    address = "en/embed/search/"
    page = parse(address, (built / address / "index.html").read_text(encoding="utf-8"))
    (form,) = page.find("form")
    assert (form.get("action"), form.get("target")) == ("../../search/", "_blank")
    assert [field.get("name") for field in form.iter("input")] == [None]
    (script,) = page.find("script")
    assert script.get("src") is None


def test_each_service_is_described_for_those_who_embed_it(built: Path, catalog: Catalog) -> None:
    """The page names its oEmbed description, which holds the frame."""
    for service in catalog.latest.services:
        address = f"services/{service.id}/"
        page = parse(address, (built / address / "index.html").read_text(encoding="utf-8"))
        (link,) = page.find("link", type="application/json+oembed")
        described = json.loads(
            (built / (link.get("href") or "").removeprefix(SITE_URL)).read_text()
        )
        assert (described["version"], described["type"]) == ("1.0", "rich")
        assert f"{SITE_URL}embed/{address}" in described["html"]
        assert 'sandbox="' in described["html"]
