"""The sheets of components are composed in their stated order, none left out."""

from __future__ import annotations

import pytest
from carelist.portal.rendering import ORDER
from carelist.site.sheets import join_sheets, read_order
from carelist.site.styles import minify_styles
from carelist.theme import THEME

TEMPLATES = THEME
PORTAL = "portal/portal.css"
"""Of portals alone, which have an order of their own."""
CONDITIONS = ["(hover:hover)", "(min-width: 40rem)", "print"]


def test_every_sheet_has_its_place_in_the_order() -> None:
    """What stands beside the templates is composed, each sheet once; portals use some of them."""
    there = sorted(path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.rglob("*.css"))
    assert sorted(read_order(TEMPLATES).sheets) == [one for one in there if one != PORTAL]
    assert set(read_order(TEMPLATES, ORDER).sheets) - {PORTAL} < set(there)


def test_a_sheet_stands_beside_its_template() -> None:
    """But for what many templates share."""
    alone = [
        sheet
        for sheet in read_order(TEMPLATES).sheets
        if not (TEMPLATES / sheet).with_suffix(".html").is_file()
    ]
    assert {sheet.split("/")[0] for sheet in alone} == {"styles"}


def test_rules_under_a_condition_stand_behind_all_others_and_together() -> None:
    """Whichever sheet they are of; sheets and conditions in the order that is stated."""
    first = (
        "@media print { a { top: 0 } } a { top: 1px } @media (min-width:40rem) { a { top: 2px } }"
    )
    second = "b { top: 3px } @media print { b { top: 4px } }"
    assert join_sheets([first, second], CONDITIONS) == minify_styles(
        "a { top: 1px } b { top: 3px } @media (min-width: 40rem) { a { top: 2px } }"
        "@media print { a { top: 0 } b { top: 4px } }"
    )


def test_what_holds_on_paper_alone_by_itself_stays_where_it_is() -> None:
    """The size of a sheet of paper is no rule under a condition."""
    assert join_sheets(["@page { size: A4 } a { top: 0 }"], ()) == "@page{size:A4}a{top:0}"


def test_a_condition_that_the_order_does_not_name_is_told() -> None:
    """Rather than put where it may win or lose by chance."""
    with pytest.raises(ValueError, match=r"^styles\.yml does not name the conditions screen$"):
        join_sheets(["@media screen { a { top: 0 } }"], CONDITIONS)
