"""The body of a notice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from carelist.catalog.source import read_source
from carelist.intake.letter import read_letter
from carelist.intake.mends import Mend

if TYPE_CHECKING:
    from carelist.catalog.revision import Catalog
    from carelist.intake.letter import Letter


@pytest.fixture
def letter(copy: str) -> Letter:
    """The body of the 2025 copy."""
    return read_letter(read_source("notice.txt", copy), copy)


def test_body_of_2025(letter: Letter, real: Catalog) -> None:
    """Every part is recognised, breaks and the stray space are mended, the letterhead is left."""
    notice = real.revisions[0].notice
    for name, text in letter.texts.items():
        assert text == getattr(notice, name).source
    assert len(letter.texts) == 8
    assert letter.printed_on == notice.printed_on
    bodies = real.departments
    assert letter.issuers == [bodies[id_].printed.addressees for id_ in notice.issuers]
    assert [heading for heading, _ in letter.measures] == [
        m.heading.source for m in notice.measures
    ]
    assert [stray.text for stray in letter.strays] == ["文件"]
    assert letter.mends == [
        Mend("、文\n\n广旅", "、文广旅", is_break=True),
        Mend("的县\n\n区发", "的县区发", is_break=True),
        Mend("享有 关爱服务", "享有关爱服务", is_break=False),
    ]


def test_other_forms() -> None:
    """Measures may be numbered otherwise; what is not there is left out, no date is made up."""
    copy = (
        "一、加强领导。各部门落实。\n\n（二）宣传。广泛开展。\n\n2026年2月30日\n\n| 1 | 做事。 |\n"
    )
    letter = read_letter(read_source("notice.txt", copy), copy)
    assert [heading for heading, _ in letter.measures] == ["加强领导", "宣传"]
    assert letter.printed_on == ""
    assert letter.texts == {"colophon": "2026年2月30日"}


def test_a_number_may_be_set_apart() -> None:
    """Spaces stand around the figures of a number where a letter sets them so."""
    copy = "云民发〔2026〕 12 号\n\n关于印发清单的通知\n\n| 1 | 做事。 |\n"
    letter = read_letter(read_source("notice.txt", copy), copy, is_sound=True)
    assert letter.texts["number"] == "云民发〔2026〕 12 号"


@pytest.mark.parametrize("label", ["名　　称", "标题：", "信息名称"])
def test_the_title_in_a_box_of_particulars_is_none(label: str) -> None:
    """Pages of governments have one above the letter, which repeats its title."""
    title = "关于印发《青山市清单》的通知"
    copy = f"{label}　{title}\n\n{title}\n\n| 1 | 做事。 |\n"
    letter = read_letter(read_source("notice.txt", copy), copy, is_sound=True)
    assert (letter.texts["title"], len(letter.strays)) == (title, 1)


def test_nothing_at_all() -> None:
    """An empty copy has no body."""
    letter = read_letter(read_source("notice.txt", ""), "")
    assert (letter.texts, letter.measures, letter.strays) == ({}, [], [])
