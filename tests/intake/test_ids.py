"""Ids that a draft has in place of provisional ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelist.intake.ids import choose_ids, name_notice, name_services

if TYPE_CHECKING:
    from carelist.intake.before import Plain

SERVICES = {
    "audiences": [{"id": "new-audience-1", "name": {"zh": "流动儿童"}}],
    "groups": [
        {"id": "reading", "name": {"zh": "阅读服务"}},
        {"id": "new-group-2", "name": {"zh": "课后服务"}},
    ],
    "services": [
        {"id": "reading", "number": "1", "audience": "new-audience-1", "group": "reading"}
        | {"clauses": [{"id": "books", "text": {"zh": "借书。"}}]},
        {"id": "new-2", "number": "2", "audience": "new-audience-1", "group": "new-group-2"}
        | {"clauses": [{"id": f"new-{n}", "text": {"zh": "提供托管；"}} for n in (1, 2)]},
    ],
}


def test_services_are_named_wherever_they_are_referred_to() -> None:
    """What had an id keeps it; what is equally named is numbered."""
    named = name_services(SERVICES)
    assert [entry["id"] for entry in named["audiences"]] == ["liu-dong-er-tong"]
    assert [entry["id"] for entry in named["groups"]] == ["reading", "ke-hou-fu-wu"]
    first, second = named["services"]
    assert (first["id"], first["audience"]) == ("reading", "liu-dong-er-tong")
    assert [clause["id"] for clause in first["clauses"]] == ["books"]
    assert (second["id"], second["audience"]) == ("ke-hou-fu-wu", "liu-dong-er-tong")
    assert second["group"] == "ke-hou-fu-wu"
    assert [clause["id"] for clause in second["clauses"]] == [
        "ti-gong-tuo-guan",
        "ti-gong-tuo-guan-2",
    ]


def test_a_notice_is_named_too() -> None:
    """Its measures by their headings."""
    notice = {"source": "source.txt", "measures": [{"id": "new-1", "heading": {"zh": "加强领导"}}]}
    named = name_notice(notice)
    assert named["source"] == "source.txt"
    assert named["measures"][0]["id"] == "jia-qiang-ling-dao"


def test_an_id_that_is_there_is_not_proposed_again() -> None:
    """Two entries never share one."""
    known: Plain = {"id": "jiao-yu-ju", "name": {"zh": "市教育局"}}
    entries = [known, {"id": "new-department-1", "name": {"zh": "县教育局"}}]
    assert choose_ids(entries) == {"new-department-1": "jiao-yu-ju-2"}
