"""Twins in Markdown: what pages say and no more, and the list that names them all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from carelist.site.pages import WITH_ADDRESS, list_pages
from carelist.site.twins import LIST, NAME, convert_page

from tests.site.building import SITE_URL
from tests.site.documents import parse, tell
from tests.site.test_twin_words import NOTHING, list_said, read_markdown

if TYPE_CHECKING:
    from pathlib import Path

    from carelist.site.site import Site

LINKED = '<link rel="alternate" type="text/markdown" href="index.md">'


def test_every_page_that_says_something_has_its_twin(site: Site, built: Path) -> None:
    """Beside it, and linked from it; pages that stand for others, or are for paper, have none."""
    twins = {path.parent.relative_to(built).as_posix() for path in built.rglob(NAME)}
    expected = {
        p.address.strip("/") or "." for p in list_pages(site, WITH_ADDRESS) if p.has_twin(site)
    }
    assert twins == expected
    assert len(twins) > 150
    for page in built.rglob("index.html"):
        linked = LINKED in page.read_text("utf-8")
        assert linked == (page.parent.relative_to(built).as_posix() in twins), page


def test_twins_say_what_pages_say(site: Site, built: Path) -> None:
    """The official words of every service, in both languages, and nothing of HTML."""
    for locale in site.catalog.locales:
        for service in site.catalog.latest.services:
            file = built / f"{locale.prefix}services/{service.id}" / NAME
            text = file.read_text("utf-8")
            assert text.startswith(f"> {SITE_URL}{locale.prefix}services/{service.id}/\n")
            assert f"\n# {site.catalog.latest.title_of(service).find(locale)}" in text
            plain = text.replace("==", "")
            assert all(clause.text.find(locale) in plain for clause in service.clauses)
    for file in built.rglob(NAME):
        text = re.sub(r"`[^`\n]*`", "", file.read_text("utf-8"))
        assert not re.search(
            r"</?(?:span|svg|div|button|wbr|form)\b|data:image|\]\(\)|\[\]\(", text
        )


@pytest.mark.parametrize("address", ["about/", "data/", "accessibility/", "measurements/"])
def test_twins_of_pages_that_are_written_by_hand_say_what_they_say(
    built: Path, address: str
) -> None:
    """To the character, with their tables; how others do is held by `test_twin_words`."""
    for prefix in ("", "en/"):
        page = parse(address, (built / prefix / address / "index.html").read_text("utf-8"))
        _, _, twin = (built / prefix / address / NAME).read_text("utf-8").split("\n", 2)
        said = NOTHING.sub("", list_said(page.one("main")))
        assert NOTHING.sub("", tell(read_markdown(twin))) == said


def test_a_link_ends_where_it_ends() -> None:
    """A slash at the end of an address without quotes is the address's own."""
    html = "<main id=content><h1>标<wbr>题</h1><p><a href=../a/>甲</a> <a href=b/>乙</a></main>"
    assert convert_page(html) == "# 标题\n\n[甲](../a/) [乙](b/)\n"


def test_what_a_page_does_is_left_out() -> None:
    """Buttons, drawings, forms, what only scripts show, and what is to be passed on."""
    html = (
        "<main><h1>A</h1><p hidden>B</p><form><p>C</p></form><svg><path/></svg>"
        "<button type=button>D</button><details class=cite><p>E</p></details><p>F"
        "<span class=hidden>: G</span></p></main>"
    )
    assert convert_page(html) == "# A\n\nF: G\n"


def test_what_is_to_be_pasted_is_code() -> None:
    """HTML for other pages is shown and does nothing."""
    html = "<main><p><span class=wording data-text>&lt;iframe src=&#34;x&#34;&gt;</span></p></main>"
    assert convert_page(html) == '`<iframe src="x">`\n'


def test_a_page_without_a_main_part_has_nothing_to_say() -> None:
    """Such as one that leads on."""
    assert convert_page("<html><body><p>A</p></body></html>") == ""


def test_the_list_names_every_twin(built: Path) -> None:
    """After the name of the site and what it is for: each once, by its title, then the data."""
    text = (built / LIST).read_text("utf-8")
    lines = text.splitlines()
    assert lines[0] == "# 关爱清单"
    assert lines[2].startswith("> 本站把长春市流动儿童关爱服务清单讲清楚")
    assert [line for line in lines if line.startswith("## ")] == [
        "## 中文",
        "## English",
        "## 开放数据",
    ]
    named = re.findall(rf"^- \[(.+)\]\({re.escape(SITE_URL)}(.*)\)", text, re.MULTILINE)
    twins = [path for _, path in named if path.endswith(NAME)]
    assert sorted(twins) == sorted(p.relative_to(built).as_posix() for p in built.rglob(NAME))
    assert len(twins) == len(set(twins))
    assert ("开放数据", "data/index.md") in named
    assert all((built / path).is_file() for _, path in named)
