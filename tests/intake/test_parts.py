"""The small parts: likeness, names, labels, gathering, suspicions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from carelist.catalog.texts import Place
from carelist.intake.gathering import name_places, name_rows
from carelist.intake.likeness import Rarity, measure_likeness
from carelist.intake.matching import match_names
from carelist.intake.names import Known, join_han
from carelist.intake.suspicions import Suspicion, find_suspicions

if TYPE_CHECKING:
    from carelist.catalog.revision import Catalog


def test_likeness() -> None:
    """Equal texts are wholly alike, texts without a common pair not at all."""
    assert measure_likeness("接种服务", "接种服务") == 1
    assert measure_likeness("接种服务", "医保") == 0
    assert measure_likeness("接种服务", "接种、服务") == pytest.approx(0.8)
    assert measure_likeness("", "") == 1
    assert measure_likeness("，", "。") == 0


def test_rare_words_say_more() -> None:
    """A pair that every text has says nothing."""
    rarity = Rarity(["流动儿童接种", "流动儿童入学", "流动儿童看病"])
    assert rarity.weigh_common("流动儿童", "流动儿童") == 0
    assert rarity.weigh_common("接种", "接种") > 0


def test_names_of_departments(real: Catalog) -> None:
    """The longest name counts, separators do not, and what nobody knows is left."""
    known = Known(tuple(real.pillars.values()), tuple(real.departments.values()))
    assert known.read_bodies("市教育局、市残联") == (("education", "disabled-persons"), "")
    assert known.read_bodies("市气象局 市教育局") == (("education",), "市气象局")
    assert known.read_bodies("") == ((), "")


def test_spaces_of_line_breaks() -> None:
    """Only spaces between Chinese characters are closed."""
    assert join_han("精神文化生活 服务") == "精神文化生活服务"
    assert join_han("幸福 360 讲堂") == "幸福 360 讲堂"


def test_rows_and_places() -> None:
    """They are written as readings.yml writes them."""
    assert name_rows([2, 4, 5]) == "2, 4-5"
    places = [Place(24), Place(25), Place(32, 2), Place(32, 3)]
    assert name_places(places) == "24-25, 32+2, 32+3"


def test_names_of_last_year() -> None:
    """A name keeps its id, also reworded; two names never share one."""
    before = {"家庭教育指导服务": "guidance", "入学服务": "school"}
    given = ["家庭教育指导", "入学服务", "取暖服务"]
    assert match_names(given, before) == {"家庭教育指导": "guidance", "入学服务": "school"}


def test_suspicions() -> None:
    """Slips of the pen are told with their line; words that are doubled on purpose are not."""
    text = "开展家庭教育指服务，人人参与。\n服务能力力建设《方案。"
    assert list(find_suspicions(text, ["家庭教育指导服务", "服务"])) == [
        Suspicion("near", 1, "家庭教育指服务", "家庭教育指导服务"),
        Suspicion("double", 2, "服务能力力建设《"),
        Suspicion("unclosed", 2, "《》"),
    ]


def test_another_number_is_no_slip() -> None:
    """Of years, degrees and amounts; a word beside one still may be."""
    names = ["60周岁及以上老年人", "重度（一级）残疾人补贴", "每月100元生活补助"]
    text = "65周岁及以上老年人、重度（二级）残疾人补贴、每月10元生活补助、60周年及以上老年人"
    assert list(find_suspicions(text, names)) == [
        Suspicion("near", 1, "60周年及以上老年人", "60周岁及以上老年人")
    ]
