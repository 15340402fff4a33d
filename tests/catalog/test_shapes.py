"""Lists of other shapes: each is proved, and each kind of slip in it is told with its place.

A case holds the files of a short list; `mistakes` are changes of one of them, and what is told.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from carelist.catalog.binding import bind
from carelist.catalog.checks import check_notice, check_texts
from carelist.catalog.claims import Claims
from carelist.catalog.columns import check_columns, check_read_columns, list_known
from carelist.catalog.fidelity import prove
from carelist.catalog.kinds import Kind
from carelist.catalog.located_yaml import parse_yaml
from carelist.catalog.problems import sort_problems
from carelist.catalog.records import Departments, Notice, Pillars, Readings, Services
from carelist.catalog.rows import check_services
from carelist.speech.locales import Locales

from tests.golden import write_case
from tests.speaking import EN, ZH

if TYPE_CHECKING:
    from carelist.catalog.binding import Sheet
    from carelist.catalog.fidelity import Proof
    from carelist.catalog.problems import Problem

CHINESE = Locales({ZH.tag: ZH})
FOLDER = Path(__file__).parent / "shapes"
CASES = {
    path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in FOLDER.glob("*.yml")
}
MISTAKES = [(name, mistake) for name, case in CASES.items() for mistake in case["mistakes"]]
WITHOUT = {
    "notice": "source: source.txt\n",
    "pillars": "pillars: []\n",
    "departments": "departments: []\n",
}
"""What a list has that does without."""


def bind_part(
    model: type[Any], name: str, texts: dict[str, str]
) -> tuple[Sheet[Any], list[Problem]]:
    """Bind one file of a case."""
    document = parse_yaml(f"{name}.yml", texts[name].encode())
    sheet, problems = bind(model, document, ("zh",))
    assert sheet
    return sheet, [*problems, *check_texts(sheet, CHINESE)]


def inspect_shape(texts: dict[str, str]) -> tuple[Proof, list[Problem]]:
    """Prove a list, with all that is checked of its rows, its columns and its letter."""
    models = {
        "notice": Notice,
        "services": Services,
        "readings": Readings,
        "pillars": Pillars,
        "departments": Departments,
    }
    bound = {name: bind_part(model, name, texts) for name, model in models.items()}
    notice, services, readings, pillars, departments = (sheet for sheet, _ in bound.values())
    problems = [problem for _, found in bound.values() for problem in found]
    known = departments.list_ids("departments")
    problems += check_services(services, pillars.list_ids("pillars"), known)
    problems += check_columns(services, readings)
    problems += check_read_columns(readings, list_known(services))
    problems += check_notice(notice, known, services.list_ids("services"))
    claims = Claims(notice, services, readings, pillars, departments, "2026")
    proof = prove(claims, "source.txt", texts["source"])
    return proof, sort_problems([*problems, *proof.problems])


def list_texts(name: str) -> dict[str, str]:
    """The files of a case."""
    return {**WITHOUT, **{key: text for key, text in CASES[name].items() if key != "mistakes"}}


@pytest.mark.parametrize("name", CASES)
def test_a_list_of_another_shape_is_proved(name: str) -> None:
    """Nothing is wrong, and every service has a place for each column of its list."""
    texts = list_texts(name)
    proof, problems = inspect_shape(texts)
    assert [problem.line(EN) for problem in problems] == []
    assert proof.fidelity
    rows = {row for row, _ in proof.fidelity.origins}
    columns = {column for _, column in proof.fidelity.origins}
    assert len(proof.fidelity.origins) == len(rows) * len(columns)


@pytest.mark.parametrize(("name", "mistake"), MISTAKES)
def test_a_slip_is_told_with_its_place(name: str, mistake: str, *, update_golden: bool) -> None:
    """Each in exactly its lines."""
    change = CASES[name]["mistakes"][mistake]
    texts = list_texts(name)
    assert change["from"] in texts[change["file"]]
    changed = texts[change["file"]].replace(change["from"], change["to"], 1)
    _, problems = inspect_shape({**texts, change["file"]: changed})
    told = [problem.line(EN) for problem in problems]
    kinds = sorted({problem.kind.name for problem in problems})
    if update_golden:
        change.update(kinds=kinds, told=told)
        write_case(FOLDER / f"{name}.yml", CASES[name])
    assert (kinds, told) == (change.get("kinds"), change.get("told"))


LEFT_OVER = {Kind.CELL_UNUSED, Kind.PARAGRAPH_UNUSED}
STRAYS = [
    (name, mistake)
    for name, mistake in MISTAKES
    if not {kind.name for kind in LEFT_OVER}.isdisjoint(CASES[name]["mistakes"][mistake]["kinds"])
]


def declare_stray(problem: Problem, number: int) -> str:
    """Declare what is left over as its message says."""
    where = ""
    if problem.kind == Kind.CELL_UNUSED:
        where = 'beside: "{place}", columns: [{key}], '.format(**problem.values)
    told = f"plain: {{zh: 多余。}}, why: {{zh: 多余。}}, printed: '{problem.values['value']}'"
    return f"  - {{id: stray-{number}, kind: stray, {where}{told}}}\n"


@pytest.mark.parametrize(("name", "mistake"), STRAYS)
def test_what_is_left_over_can_be_declared_as_told(name: str, mistake: str) -> None:
    """A reading that is written as the message says leaves nothing over, and is right itself."""
    change, texts = CASES[name]["mistakes"][mistake], list_texts(name)
    texts[change["file"]] = texts[change["file"]].replace(change["from"], change["to"], 1)
    _, problems = inspect_shape(texts)
    left = [problem for problem in problems if problem.kind in LEFT_OVER]
    head = "" if "readings:" in texts["readings"] else "readings:\n"
    strays = "".join(declare_stray(problem, at) for at, problem in enumerate(left))
    _, others = inspect_shape({**texts, "readings": texts["readings"] + head + strays})
    kept = [problem.message(EN) for problem in problems if problem not in left]
    assert [problem.message(EN) for problem in others] == kept
