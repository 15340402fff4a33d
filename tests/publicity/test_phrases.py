"""Titles are divided between phrases, and never within a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from carelist.publicity.phrases import Phrases

if TYPE_CHECKING:
    from carelist.catalog.revision import Catalog


TITLES = [
    "健康|和托育|（3岁以下）|服务",
    "学前|教育|服务",
    "义务教育|服务",
    "普通高中|教育|服务",
    "中等|职业|教育助学|服务",
    "卫生|健康|服务",
    "医疗|保障|服务",
    "精神障碍康复|服务",
    "住房|保障|服务",
    "基本|生活|保障|服务",
    "残疾人|两项|补贴",
    "残疾儿童康复|救助",
    "残疾儿童|教育|服务",
    "最低|生活|保障|服务",
    "特困|人员|救助|供养|服务",
    "临时|救助|服务",
    "法院|保护令|和法治|副校长",
    "亲子|活动|和家庭教育|指导",
    "派出所|推动|落实|监护责任",
    "心理健康|门诊|和筛查",
    "社区|康复|和机构|心理健康",
    "学校|和幼儿园|文化活动",
    "暑期|网络|环境|整治",
    "救助|保护|机构|文化活动",
    "儿童|广播电视|网络|节目",
    "自护|教育|和关爱|活动",
    "读书|和非遗|手工",
    "平等|接受|义务教育",
    "融入|社区|和城市|生活",
    "就业|创业|服务",
    "城市|体验|活动",
    "母亲|就业|技能培训",
]


@pytest.mark.parametrize(
    ("words", "text", "phrases"),
    [
        ((), "健康和托育（3岁以下）服务", "健康|和托育|（3岁以下）|服务"),
        ((), "孩子有孤独症或智力障碍", "孩子|有孤独症|或智力|障碍"),
        ((), "带着不到三岁的孩子", "带着|不到|三岁的|孩子"),
        ((), "0-6岁流动儿童", "0-6岁|流动|儿童"),
        ((), "按 2025 年版清单，可以有", "按 2025 年|版清单，|可以有"),
        (("年版",), "按 2025 年版清单，可以有", "按 2025 年版|清单，|可以有"),
        ((), "符合本地临时救助情形", "符合本|地临时|救助|情形"),
        (("本地", "临时"), "符合本地临时救助情形", "符合本地|临时|救助|情形"),
        (("病毒携带",), "病毒", "病毒"),
        ((), "Item 7 of the 2025 list", "Item 7 of the 2025 list"),
        ((), "", ""),
    ],
)
def test_a_text_is_divided_between_phrases(words: tuple[str, ...], text: str, phrases: str) -> None:
    """Brackets of a few words and numbers with what they count are whole, as are given words."""
    assert "|".join(Phrases(frozenset(words)).split(text)) == phrases


def test_no_word_of_a_title_of_the_list_is_divided(catalog: Catalog) -> None:
    """All titles of services, as a reader of Chinese would divide them."""
    phrases = Phrases.of(catalog)
    revision = catalog.latest
    titles = ["|".join(phrases.split(revision.title_of(one).source)) for one in revision.services]
    assert titles == TITLES
