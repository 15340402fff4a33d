"""Cells that name bodies, as lists of many cities write them."""

from __future__ import annotations

import pytest
from carelist.catalog.bodies import Bodies, Body, is_empty, read_bodies

READ: dict[str, Bodies] = {
    "市民政局": Bodies((Body("市民政局"),)),
    "市民政局 市教育局、市卫健委": Bodies((Body("市民政局"), Body("市教育局"), Body("市卫健委"))),
    "市民政局，市教育局；市残联": Bodies((Body("市民政局"), Body("市教育局"), Body("市残联"))),
    "市民政局\n市教育局": Bodies((Body("市民政局"), Body("市教育局"))),
    "市人力资源\n社会保障局、市退役军人\n事务局": Bodies(
        (Body("市人力资源社会保障局"), Body("市退役军人事务局"))
    ),
    "市妇联\n总工会\n各县（区）\n人民政府": Bodies(
        (Body("市妇联"), Body("总工会"), Body("各县（区）人民政府"))
    ),
    "用人单位\n社会保障局": Bodies((Body("用人单位"), Body("社会保障局"))),
    "市残联/市民政局": Bodies((Body("市残联"), Body("市民政局"))),
    "市教育局牵头，市公安局配合": Bodies((Body("市教育局", "lead"), Body("市公安局", "support"))),
    "市教育局、市民政局牵头，市公安局，市财政局配合": Bodies(
        (
            Body("市教育局", "lead"),
            Body("市民政局", "lead"),
            Body("市公安局", "support"),
            Body("市财政局", "support"),
        )
    ),
    "市教育局 牵头 市公安局 配合": Bodies((Body("市教育局", "lead"), Body("市公安局", "support"))),
    "牵头单位：市教育局；配合单位：市公安局、市财政局": Bodies(
        (Body("市教育局", "lead"), Body("市公安局", "support"), Body("市财政局", "support"))
    ),
    "牵头单位:市教育局配合单位:市公安局": Bodies(
        (Body("市教育局", "lead"), Body("市公安局", "support"))
    ),
    "责任单位：市教育局": Bodies((Body("市教育局"),)),
    "市教育局（牵头）、市公安局（配合单位）、市妇联": Bodies(
        (Body("市教育局", "lead"), Body("市公安局", "support"), Body("市妇联"))
    ),
    "市教育局 市公安局（按职责分工负责）": Bodies((Body("市教育局"), Body("市公安局"))),
    "市教育局（牵头）、市公安局（按照各自职责）": Bodies(
        (Body("市教育局", "lead"), Body("市公安局"))
    ),
    "市教育局等部门": Bodies((Body("市教育局"),), others=True),
    "市教育局、市公安局等有关部门按职责分工负责": Bodies(
        (Body("市教育局"), Body("市公安局")), others=True
    ),
    "市民政局牵头，市财政局等部门配合": Bodies(
        (Body("市民政局", "lead"), Body("市财政局", "support")), others=True
    ),
    "市民政局按职责分工负责": Bodies((Body("市民政局"),)),
    "由市民政局负责": Bodies((Body("市民政局"),)),
    "各有关部门": Bodies((), others=True),
    "市卫健委市疾控局团市委": Bodies((Body("市卫健委"), Body("市疾控局"), Body("团市委"))),
    "市住建局市政公用中心、市委市政府信访局": Bodies(
        (Body("市住建局市政公用中心"), Body("市委"), Body("市政府信访局"))
    ),
    "市民政局和市财政局": Bodies((Body("市民政局"), Body("市财政局"))),
    "市文化和旅游局、市住房和城乡建设局": Bodies(
        (Body("市文化和旅游局"), Body("市住房和城乡建设局"))
    ),
    "各县（市、区）人民政府": Bodies((Body("各县（市、区）人民政府"),)),
    "市民政局、各县(市、区)人民政府，乡镇（街道）": Bodies(
        (Body("市民政局"), Body("各县(市、区)人民政府"), Body("乡镇（街道）"))
    ),
    "村（居）民委员会、市人民医院": Bodies((Body("村（居）民委员会"), Body("市人民医院"))),
    "市委宣传部（市文明办）": Bodies((Body("市委宣传部（市文明办）"),)),
    "1.市教育局 2.市公安局": Bodies((Body("市教育局"), Body("市公安局"))),
    "1、市教育局；2、市公安局。": Bodies((Body("市教育局"), Body("市公安局"))),
    "1.市教育局2.市公安局": Bodies((Body("市教育局"), Body("市公安局"))),
    "①市教育局②市公安局": Bodies((Body("市教育局"), Body("市公安局"))),
    "★市教育局、市公安局*": Bodies((Body("市教育局"), Body("市公安局"))),
    "市教育局 0431-88888888": Bodies((Body("市教育局"),), beside=("0431-88888888",)),
    "市教育局（电话：12320）": Bodies((Body("市教育局"),), beside=("电话：12320",)),
    "市、县教育局": Bodies((Body("市、县教育局"),)),
    "省、市、县交通运输部门": Bodies((Body("省、市、县交通运输部门"),)),
    "市人社局等5部门": Bodies((Body("市人社局"),), others=True),
    "市人社局、市妇联等七个部门": Bodies((Body("市人社局"), Body("市妇联")), others=True),
    "市妇联、市直有关部门": Bodies((Body("市妇联"),), others=True),
    "待定": Bodies(),
    "/": Bodies(),
    "—": Bodies(),
    "-": Bodies(),
    "无": Bodies(),
    "": Bodies(),
}


@pytest.mark.parametrize("printed", READ)
def test_bodies_of_a_cell(printed: str) -> None:
    """Names, roles, and whether further bodies are meant."""
    assert read_bodies(printed) == READ[printed]


def test_a_body_that_leads_and_supports_is_no_supporting_one() -> None:
    """One that is named in both roles leads."""
    bodies = read_bodies("市民政局牵头，市民政局、市财政局配合")
    assert bodies.names == ("市民政局", "市财政局")
    assert bodies.supporting == ("市财政局",)


def test_a_word_that_begins_like_a_sign_of_emptiness_is_a_word() -> None:
    """Only the sign alone says that a cell is empty."""
    assert not is_empty("无障碍改造")
