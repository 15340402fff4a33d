"""Ids that the program proposes, and those that still stand so."""

from __future__ import annotations

import pytest
from carelist.catalog.proposed_ids import find_proposed, propose_id
from carelist.catalog.records import Services

ROWS = {
    "audiences": [{"id": "liu-dong-er-tong", "name": {"zh": "流动儿童"}}],
    "groups": [
        {"id": "legal-aid", "name": {"zh": "法律援助服务"}},
        {"id": "ke-hou-fu-wu", "name": {"zh": "课后服务"}},
    ],
    "services": [
        {"id": "fa-lv-yuan-zhu-fu-wu-2", "number": "1", "audience": "liu-dong-er-tong"}
        | {"group": "legal-aid", "clauses": [{"id": "advice", "text": {"zh": "提供法律咨询。"}}]},
        {"id": "he", "number": "2", "audience": "liu-dong-er-tong", "group": "ke-hou-fu-wu"}
        | {"clauses": [{"id": "ti-gong-tuo-guan", "text": {"zh": "提供托管。"}}]},
    ],
}


@pytest.mark.parametrize(
    ("name", "proposed"),
    [
        ("市教育局", "jiao-yu-ju"),
        ("市场监督管理局", "shi-chang-jian-du-guan-li-ju"),
        ("0—6岁流动儿童", "0-6-sui-liu-dong-er-tong"),
        ("流动儿童中的孤儿、事实无人抚养儿童", "liu-dong-er-tong-zhong-de-gu-er"),
        ("旅游A卡", "lv-you-a-ka"),
        ("还款服务", "huan-kuan-fu-wu"),
        ("０—６岁", "0-6-sui"),
        ("“”", "id"),
    ],
)
def test_an_id_is_how_a_name_is_read(name: str, proposed: str) -> None:
    """No longer than an address can be read."""
    assert propose_id(name) == proposed
    assert propose_id(name, {proposed, f"{proposed}-2"}) == f"{proposed}-3"


def test_what_nobody_chose_is_found() -> None:
    """Also where it had to be numbered; what somebody chose is not, however it reads."""
    found = [one.id for one in find_proposed(Services.model_validate(ROWS))]
    assert found == [
        "liu-dong-er-tong",
        "ke-hou-fu-wu",
        "fa-lv-yuan-zhu-fu-wu-2",
        "ti-gong-tuo-guan",
    ]
