"""What a draft no longer says of what the list before it said; the check and the intake tell it."""

from __future__ import annotations

import shutil
from pathlib import Path

from carelist.catalog.losses import ServiceState, find_losses
from carelist.cli import main
from carelist.intake.orders import Request, take_in
from click.testing import CliRunner

from tests.speaking import EN, ZH

BEFORE = {
    "meals": ServiceState(
        "学生", ("education", "finance"), {"lunch": "提供午餐。", "milk": "提供牛奶。"}
    ),
    "books": ServiceState("儿童", ("library",), {"loans": "借书。"}),
    "sport": ServiceState("儿童", ("education",), {"pitch": "开放球场。"}),
}
AFTER = {
    "meals": ServiceState("小学生", ("education",), {"lunch": "提供午餐。"}),
    "reading": ServiceState("儿童", ("culture",), {"loans": "借书。"}, ("books",)),
    "breakfast": ServiceState("儿童", ("education",), {"milk-at-eight": "提供牛奶。"}),
}


def test_every_kind_of_loss_is_told_in_both_languages() -> None:
    """Promises, those that moved, audiences, departments of a service and of the whole list."""
    told = [(loss.tell(EN), loss.tell(ZH)) for loss in find_losses(BEFORE, AFTER)]
    assert told == [
        (
            "'meals' no longer has 'milk', whose words stand at 'breakfast/milk-at-eight' now",
            "“meals”不再有“milk”，它的话现在在“breakfast/milk-at-eight”",
        ),
        (
            "'meals' was for '学生', and is for '小学生' now",
            "“meals”的服务对象原来是“学生”，现在是“小学生”",
        ),
        ("'meals' no longer names finance", "“meals”的责任部门不再有 finance"),
        (
            "service 'books' is withdrawn, and reading replaces it",
            "取消了服务“books”，由 reading 接替",
        ),
        ("service 'sport' is withdrawn", "取消了服务“sport”"),
        (
            "no service names the department finance any more",
            "没有一项服务的责任部门再有 finance",
        ),
        (
            "no service names the department library any more",
            "没有一项服务的责任部门再有 library",
        ),
    ]
    assert list(find_losses(BEFORE, BEFORE)) == []


def test_a_promise_whose_words_are_nowhere_is_quoted() -> None:
    """So that the clerk finds it in the notice."""
    after = {**BEFORE, "meals": BEFORE["meals"]._replace(clauses={"lunch": "提供午餐。"})}
    (loss,) = find_losses(BEFORE, after)
    assert loss.tell(EN) == "'meals' no longer has 'milk': '提供牛奶。'"
    assert loss.tell(ZH) == "“meals”不再有“milk”：“提供牛奶。”"


def test_the_check_tells_what_a_draft_has_lost(lakeside: Path) -> None:
    """With its place in the draft, behind what is left to do; it is no problem."""
    draft = Path(shutil.copytree(lakeside / "revisions/2031", lakeside / "revisions/2032"))
    (draft / "draft.yml").touch()

    path = draft / "services.yml"
    text = path.read_text(encoding="utf-8").replace("[education, civil-affairs]", "[education]")
    path.write_text(text, encoding="utf-8")
    line = text[: text.index("- id: after-school\n    number")].count("\n") + 1
    done = CliRunner().invoke(main, ["check", "--catalog", str(lakeside), "--lang", "en"])
    assert done.exit_code == 0
    assert [one.replace(f"{lakeside}/", "") for one in done.output.splitlines()[-2:]] == [
        "beside the list of 2031, 2032 has lost or changed 1; is all of it meant?",
        f"revisions/2032/services.yml:{line}:5: 'after-school' no longer names civil-affairs",
    ]
    words = ["check", "--catalog", str(lakeside), "--lang", "zh", "--format", "github"]
    done = CliRunner().invoke(main, words)
    assert done.output.splitlines()[-2:] == [
        "和 2031 年版相比，2032 年版少了或改了 1 处；请看是不是都该这样",
        (
            f"::notice file={draft}/services.yml,line={line},col=5"
            "::“after-school”的责任部门不再有 civil-affairs"
        ),
    ]


def test_an_intake_tells_what_the_new_notice_has_lost(lakeside: Path) -> None:
    """A promise and a department that its table no longer has."""
    text = (lakeside / "revisions/2031/source.txt").read_text(encoding="utf-8")
    text = text.replace("提供公办学位；开展入学咨询。", "提供公办学位；")
    notice = lakeside.parent / "notice.txt"
    notice.write_text(text.replace("| 市教育局 市民政局 |", "| 市教育局 |"), encoding="utf-8")
    lines = take_in(Request(lakeside, notice, "2032", lakeside.parent / "into", None), EN).lines
    place = next(i for i, line in enumerate(lines) if line.startswith("lost or given"))
    assert lines[place : place + 3] == (
        "lost or given to others since 2031, as far as the table was read (2):",
        "  'school-places' no longer has 'advice': '开展入学咨询。'",
        "  'after-school' no longer names civil-affairs",
    )
