"""Ready questions for a kind of people: sound as a city has them, in the languages of its site."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import pytest
from carelist.catalog.binding import bind
from carelist.catalog.checks import check_texts
from carelist.catalog.criteria import check_asked, check_questions
from carelist.catalog.located_yaml import parse_yaml
from carelist.catalog.rules import Questions
from carelist.catalog.site import People
from carelist.cli import main
from carelist.intake.questions import write_questions
from carelist.speech.locales import SHIPPED_LOCALES, gather_locales
from carelist.speech.people import PeopleKind
from click.testing import CliRunner

from tests.speaking import EN

if TYPE_CHECKING:
    from pathlib import Path

KINDS = get_args(PeopleKind)


@pytest.mark.parametrize("tags", [("zh",), ("zh", "en")])
@pytest.mark.parametrize("kind", KINDS)
def test_ready_questions_are_as_a_city_has_them(kind: PeopleKind, tags: tuple[str, ...]) -> None:
    """Nothing is wrong with them, whatever the languages; those of age are known as such."""
    locales = gather_locales(tags)
    document = parse_yaml("questions.yml", write_questions(kind, locales).encode())
    sheet, problems = bind(Questions, document, tags)
    assert sheet is not None
    problems += check_texts(sheet, locales)
    problems += [*check_questions(sheet), *check_asked(sheet, People(kind=kind))]
    assert [problem.line(EN) for problem in problems] == []
    assert (sheet.record.age is None) == (kind == "families")
    assert sheet.record.sensitive


def test_questions_for_elders_ask_what_such_lists_depend_on() -> None:
    """The bands of age at which lists begin, and living, care and hardship."""
    document = parse_yaml("questions.yml", write_questions("elders", SHIPPED_LOCALES).encode())
    sheet, _ = bind(Questions, document, ("zh", "en"))
    assert sheet is not None
    assert sheet.record.age is not None
    bands = [option.id for option in sheet.record.age.options]
    assert bands == ["0-59", "60-64", "65-69", "70-79", "80-89", "90-99", "100-120"]
    assert {"living", "self_care", "hardship"} <= {fact.id for fact in sheet.record.facts}


def test_questions_are_written_once(tmp_path: Path) -> None:
    """What somebody has edited is never written over."""
    command = ["questions", "families", "--write", "--catalog", str(tmp_path), "--locale", "en"]
    file = tmp_path / "questions.yml"
    first = CliRunner().invoke(main, command)
    assert (first.exit_code, file.read_text("utf-8")) == (
        0,
        write_questions("families", SHIPPED_LOCALES),
    )
    again = CliRunner().invoke(main, command)
    told = "is there already and was left as it is; without --write the ready questions are shown"
    assert (again.exit_code, again.output) == (1, f"{file} {told}\n")
    shown = CliRunner().invoke(main, [*command[:2], *command[3:]])
    assert shown.output == file.read_text("utf-8")
