"""What an intake tells of what a table says beside its cells."""

from __future__ import annotations

from carelist.formats.document import Copy, Format
from carelist.intake.drafts import draft_revision
from carelist.intake.names import Known
from carelist.intake.report_beside import tell_beside

from tests.speaking import EN

COPY = """单位：元/月

| 序号 | 服务项目 | 服务内容 | 责任单位（★为牵头单位） |
|---|---|---|---|
| 1 | 入学 | 提供学位。 | ★市教育局、市公安局 0431-88888888 |
| 2 | 接种 | 接种疫苗。 | 见附件 |
"""


def test_bodies_leads_and_units_that_cells_do_not_say_are_told() -> None:
    """Each of them is a line of the report."""
    copy = Copy("notice.txt", "", Format.TEXT, COPY)
    draft = draft_revision(copy, Known((), ()), None, EN, file="notice.txt")
    assert list(tell_beside(draft, EN)) == [
        (
            "row 1: '0431-88888888' in the cell of departments names no body, and was left out; "
            "a telephone number can be given in 'offices' of the department in departments.yml"
        ),
        (
            "not like names of bodies: '见附件'; they were taken for departments all the same, "
            "look at them"
        ),
        (
            "the notice says '责任单位（★为牵头单位）'; type and marks were not read, "
            "and who leads is not told apart, look at the original"
        ),
        (
            "the table says '单位：元/月', and its cells have numbers alone; "
            "pages give them as printed, so say the unit in a 'remark'"
        ),
    ]


def test_a_list_of_names_alone_says_so() -> None:
    """A name is the promise of its service where nothing else is printed, and that is told."""
    names = "| 序号 | 服务项目 | 责任单位 |\n|---|---|---|\n| 1 | 入学；资助 | 市教育局 |\n"
    copy = Copy("notice.txt", "", Format.TEXT, names)
    draft = draft_revision(copy, Known((), ()), None, EN, file="notice.txt")
    assert list(tell_beside(draft, EN)) == [
        "no column says what a service gives; its name was taken for that, see whether it is enough"
    ]
    clauses = draft.services.plain["services"][0]["clauses"]
    assert [clause["text"]["zh"] for clause in clauses] == ["入学；", "资助"]
