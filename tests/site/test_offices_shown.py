"""How a department can be reached, as its page and those of its services show it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from carelist.site.asking import list_offices

from tests.site.building import edit_yaml, read_site
from tests.speaking import ZH

if TYPE_CHECKING:
    from pathlib import Path

    from carelist.site.desk import Desk

OWN = {
    "telephone": "（0999）8123456 转 801、400-880-8888",
    "link": "https://cloudbridge.example/housing",
    "hours": {"zh": "工作日 9:00—17:00"},
    "documents": {"zh": "居住证"},
    "services": ["rental"],
    "source": {"zh": "云桥日报，2033年1月2日"},
    "checked": "2033-02-03",
}
"""Of the department itself, for one service."""


def add_office(held: dict[str, Any]) -> None:
    """Say how one department can be reached, besides its offices in districts."""
    (construction,) = (one for one in held["departments"] if one["id"] == "construction")
    construction["offices"] = [OWN, *construction["offices"]]


@pytest.fixture
def desk(cloudbridge: Path) -> Desk:
    """Where pages of such a city are made."""
    edit_yaml(cloudbridge / "departments.yml", add_office)
    return read_site(cloudbridge).desk("departments/construction/", ZH)


def test_all_that_is_known_is_shown(desk: Desk) -> None:
    """Each number by itself, as it is printed and as it is dialled; a district where it is one."""
    own, *others = list_offices(desk, "construction")
    assert [(one.shown, one.dialled) for one in own.telephones] == [
        ("(0999)8123456 转 801", "09998123456,801"),
        ("400-880-8888", "4008808888"),
    ]
    assert (own.link, str(own.hours), str(own.documents)) == (
        "https://cloudbridge.example/housing",
        "工作日 9:00—17:00",
        "居住证",
    )
    assert (own.district, own.name, own.address) == (None, None, None)
    assert [link.href for link in own.services] == ["../../services/rental/"]
    assert own.checked == "2033年2月3日"
    assert [str(one.district) for one in others] == ["桥东区", "桥西区"]


def test_a_service_shows_what_is_for_it(desk: Desk) -> None:
    """What holds for another service of the department stands on that one's page."""
    assert len(list_offices(desk, "construction", "rental")) == 3
    assert len(list_offices(desk, "construction", "another")) == 2
