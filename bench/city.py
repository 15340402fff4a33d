"""The fictional city of the synthetic list: its files beside the list, and its notice.

Yunting (云汀市) does not exist.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bench.phrases import AGES, DUTIES, Draw, Words, make_text

if TYPE_CHECKING:
    from carelist.catalog.yaml_writing import Value

CITY = Words("云汀市", "Yunting")
REVISION = "2040"
TABLE_TITLE = Words(
    "云汀市虚构关爱服务清单（测量用）",
    "List of Care Services of the Fictional City of Yunting (for Measurements)",
)
PRINTED_OPENING = Words("联合制制定了", "联合制定了")
"""Words of the opening as the copy prints them, with a slip, and as they are read."""
_PILLARS = (
    ("childcare", "幼有所育", "Childcare", "coral", "baby-carriage"),
    ("education", "学有所教", "Education", "blue", "school"),
    ("health", "病有所医", "Medical care", "teal", "medical-bag"),
    ("housing", "住有所居", "Housing", "amber", "home-heart"),
    ("support", "弱有所扶", "Social assistance", "rose", "hand-heart"),
    ("development", "发展保障", "Development support", "violet", "sprout"),
)
_DEPARTMENTS = (
    ("civil-affairs", "民政局", "Civil Affairs Bureau"),
    ("education", "教育局", "Education Bureau"),
    ("health", "卫健委", "Health Commission"),
    ("human-resources", "人社局", "Human Resources Bureau"),
    ("housing", "房管局", "Housing Bureau"),
    ("culture", "文旅局", "Culture and Tourism Bureau"),
    ("police", "公安局", "Public Security Bureau"),
    ("insurance", "医保局", "Healthcare Security Administration"),
    ("court", "法院", "People's Court"),
    ("procuratorate", "检察院", "People's Procuratorate"),
    ("sports", "体育局", "Sports Bureau"),
    ("transport", "交通局", "Transport Bureau"),
    ("women", "妇联", "Women's Federation"),
    ("youth", "团委", "Youth League Committee"),
    ("finance", "财政局", "Finance Bureau"),
)
PILLARS = {name: Words(zh, en) for name, zh, en, _, _ in _PILLARS}
DEPARTMENTS = {name: Words(f"市{zh}", f"Yunting {en}") for name, zh, en in _DEPARTMENTS}
"""By id, under the names that the table prints; the last stands in no row."""
_MEASURES = (
    ("leadership", "一", "First", Words("加强组织领导", "Strengthen leadership")),
    ("grassroots", "二", "Second", Words("夯实基层基础", "Consolidate the grassroots")),
    ("publicity", "三", "Third", Words("突出宣传引导", "Give prominence to publicity")),
    ("participation", "四", "Fourth", Words("鼓励社会参与", "Encourage people to take part")),
)


def list_city_files() -> dict[str, dict[str, Value]]:
    """The files of the catalog that do not depend on the length of the list."""
    return {
        "site.yml": {
            "name": make_text("虚构关爱清单", "Fictional Carelist"),
            "tag": "tag:yunting.example,2040:care",
            "city": make_text(*CITY),
            "purpose": make_text(
                "只用于测量的虚构清单。", "A fictional list, for measurements only."
            ),
            "background": {
                "text": make_text("云汀市并不存在。", "The city of Yunting does not exist."),
                "source": make_text("虚构，2040年", "Invented, 2040"),
            },
        },
        "pillars.yml": {
            "pillars": [
                {
                    "id": name,
                    "name": make_text(zh, en),
                    "name_source": "customary",
                    "colour": colour,
                    "icon": icon,
                    "summary": make_text(f"{zh}方面的服务。", f"Services of {en.lower()}."),
                }
                for name, zh, en, colour, icon in _PILLARS
            ]
        },
        "departments.yml": {
            "departments": [
                {
                    "id": name,
                    "name": make_text(f"市{zh}", f"Yunting {en}"),
                    "name_source": "customary",
                    "printed": {"table": f"市{zh}", "addressees": zh},
                }
                for name, zh, en in _DEPARTMENTS
            ]
        },
        "hotlines.yml": {
            "hotlines": [
                _make_hotline(
                    "96001", Words("不知道找谁时打这个。", "When in doubt, ring this."), []
                ),
                _make_hotline(
                    "96002", Words("上学的问题。", "Questions on school."), ["education"]
                ),
                _make_hotline("96003", Words("看病的问题。", "Questions on health."), ["health"]),
            ]
        },
        "questions.yml": {
            "before_sensitive": make_text(
                "下面的问题可以跳过。", "The next questions can be skipped."
            ),
            "facts": [
                {
                    "id": "age",
                    "about": "person",
                    "choose": "one",
                    "asked": "plainly",
                    "name": make_text("年龄", "Age"),
                    "question": make_text("孩子几岁？", "How old is your child?"),
                    "why": make_text("服务看年龄。", "Services depend on age."),
                    "options": [
                        {"id": name_age(index), "label": make_text(*words)}
                        for index, words in enumerate(AGES)
                    ],
                }
            ],
        },
        "situations.yml": {
            "situations": [
                {
                    "id": "infant",
                    "icon": "baby-carriage",
                    "title": make_text("带着小孩子", "With a small child"),
                    "lead": make_text("孩子还小。", "Your child is small."),
                    "profile": f"age={name_age(0)}",
                }
            ]
        },
    }


def name_age(index: int) -> str:
    """Name the option of an age."""
    return f"age-{index}"


def _make_hotline(number: str, purpose: Words, departments: list[Value]) -> Value:
    source = make_text("虚构，2040年", "Invented, 2040")
    return {
        "number": number,
        "for": make_text(*purpose),
        "source": source,
        "departments": departments,
    }


def make_notice(service: str) -> dict[str, Value]:
    """The notice; what it asks of volunteers names one service."""
    names = "、".join(zh for _, zh, _ in _DEPARTMENTS)
    bodies = ", ".join(en for _, _, en in _DEPARTMENTS)
    opening = Words(
        f"为关心在本市居住的儿童，市民政局等十五部门{PRINTED_OPENING.en}《{TABLE_TITLE.zh}》，请遵照执行：",
        "To care for children living in the city, fifteen departments have drawn up the "
        f"{TABLE_TITLE.en}. It is to be carried out as follows:",
    )
    quote = DUTIES[_list_duties(len(_MEASURES) - 1)[0]]
    return {
        "source": "source.txt",
        "number": make_text("云民虚〔2040〕1号", "Yunting Fictional Document [2040] No. 1"),
        "title": make_text(
            f"关于印发《{TABLE_TITLE.zh}》的通知", f"Notice on Issuing the {TABLE_TITLE.en}"
        ),
        "printed_on": "2040-03-01",
        "issuers": [name for name, _, _ in _DEPARTMENTS],
        "addressees": make_text(f"各区{names}：", f"To all districts' {bodies}:"),
        "opening": make_text(*opening),
        "measures": [_make_measure(index) for index in range(len(_MEASURES))],
        "table_title": make_text(*TABLE_TITLE),
        "disclosure": make_text("(此件为虚构)", "(This document is invented)"),
        "signatory": make_text("云汀市民政局", "Yunting Civil Affairs Bureau"),
        "colophon": make_text("2040年3月1日印发", "Printed and issued on 1 March 2040"),
        "asks": [
            {
                "id": "volunteers",
                "who": make_text("志愿者", "Volunteers"),
                "measure": _MEASURES[-1][0],
                "quote": make_text(*quote),
                "plain": make_text("愿意帮忙的人都可以参与。", "Whoever would like to help can."),
                "services": [service],
            }
        ],
    }


def _list_duties(measure: int) -> list[int]:
    draw = Draw(measure)
    return [draw.of(range(len(DUTIES))) for _ in range(20)]


def _make_measure(index: int) -> Value:
    name, ordinal, first, heading = _MEASURES[index]
    duties = [DUTIES[number] for number in _list_duties(index)]
    zh = f"{ordinal}是{heading.zh}。各部门要{'，'.join(duty.zh for duty in duties)}。"
    en = f"{first}, {heading.en.lower()}. Departments are to {', '.join(d.en for d in duties)}."
    return {"id": name, "heading": make_text(*heading), "text": make_text(zh, en)}
