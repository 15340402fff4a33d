"""Telephone numbers as offices print them."""

from __future__ import annotations

import pytest
from carelist.catalog.telephones import read_telephones


@pytest.mark.parametrize(
    ("text", "dialled"),
    [
        ("12345", ["12345"]),
        ("110", ["110"]),
        ("12345转1", ["12345,1"]),
        ("88888888", ["88888888"]),
        ("0431-88888888", ["043188888888"]),
        ("0431 88888888", ["043188888888"]),
        ("(0431)88888888", ["043188888888"]),
        ("（0431）88888888", ["043188888888"]),
        ("0431—88888888", ["043188888888"]),
        ("０４３１－８８８８８８８８", ["043188888888"]),
        ("010-8888 8888", ["01088888888"]),
        ("+86-431-88888888", []),
        ("+86-0431-88888888", ["043188888888"]),
        ("400-880-8888", ["4008808888"]),
        ("4008808888", ["4008808888"]),
        ("400 880 8888", ["4008808888"]),
        ("13800138000", ["13800138000"]),
        ("138-0013-8000", ["13800138000"]),
        ("0599-6811234-801", ["05996811234,801"]),
        ("0599-6811234 转 801", ["05996811234,801"]),
        ("0599-6811234转801", ["05996811234,801"]),
        ("0431-88888888、88888889", ["043188888888", "88888889"]),
        ("0431-88888888，400-880-8888；12345", ["043188888888", "4008808888", "12345"]),
        ("0431-88888888/88888889", ["043188888888", "88888889"]),
        ("0431-88888888 或 12345", ["043188888888", "12345"]),
    ],
)
def test_ordinary_forms_are_read(text: str, dialled: list[str]) -> None:
    """Each number by itself, with its extension."""
    assert [number.dialled for number in read_telephones(text)] == dialled


def test_a_number_is_shown_as_it_is_printed() -> None:
    """But for marks of full width."""
    shown = [number.shown for number in read_telephones("（0431）88888888 转 801、400-880-8888")]
    assert shown == ["(0431)88888888 转 801", "400-880-8888"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "12",
        "见官网",
        "0431-8888",
        "0431-88888888、",
        "0431-888888889",
        "12345 12346",
        "0431-88888888 王老师",
    ],
)
def test_what_is_no_number_is_refused(text: str) -> None:
    """Also where a number stands beside it."""
    assert read_telephones(text) == ()
