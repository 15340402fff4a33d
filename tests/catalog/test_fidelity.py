"""The proof of the real list of 2025: what it counts, and what it does not let pass."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest
from carelist.catalog.kinds import Kind
from carelist.catalog.loading import inspect_catalog, load_catalog
from carelist.catalog.summary import sum_up_revision
from carelist.catalog.texts import Place
from carelist.speech.locales import SHIPPED_LOCALES

from tests.speaking import EN

if TYPE_CHECKING:
    from pathlib import Path

    from carelist.catalog.revision import Revision

SERVICES = "revisions/2025/services.yml"
NOTICE = "revisions/2025/notice.yml"
READINGS = "revisions/2025/readings.yml"
SOURCE = "revisions/2025/source.txt"


@pytest.fixture
def revision(changchun: Path) -> Revision:
    """The real list, proved."""
    return load_catalog(changchun).latest


def test_summary_of_the_real_list(revision: Revision) -> None:
    """What was used, merged, shifted, inferred, repaired, stray and lost, in figures."""
    lines = list(sum_up_revision(revision, SHIPPED_LOCALES, EN))
    texts = lines.pop().split()
    assert lines == [
        f"2025: proved against {revision.source.file}",
        "  32 services, 69 clauses",
        "  160 cells: 75 printed in place, 9 merged, 58 shifted, 18 inferred",
        "  8 character repairs, 9 notes, 2 stray, 3 lost",
        "  12 paragraphs of the body",
    ]
    assert texts[0] == texts[2]


def test_origin_of_a_shifted_cell(revision: Revision) -> None:
    """A cell read from elsewhere knows its place, its reading and the words printed."""
    origin = revision.fidelity.origins[22, "group"]
    assert origin.state == "shifted"
    assert origin.place == Place(24)
    assert origin.printed == "精神文化生活 服务"
    assert [reading.id for reading in origin.readings] == ["group-rows-22-27"]


def test_origin_of_a_repaired_cell(revision: Revision) -> None:
    """A repaired cell knows its repairs and notes, and what is printed."""
    origin = revision.fidelity.origins[8, "task"]
    assert origin.state == "printed"
    assert "质量和平水平" in origin.printed
    assert [reading.id for reading in origin.readings] == ["quality-and-level"]


def test_origin_of_an_inferred_cell(revision: Revision) -> None:
    """An inferred cell is printed nowhere."""
    origin = revision.fidelity.origins[20, "group"]
    assert (origin.state, origin.place, origin.printed) == ("inferred", None, "")


def test_every_line_of_the_table_has_its_readers(revision: Revision) -> None:
    """From a printed cell one finds the cells of the list that are read from it."""
    fidelity = revision.fidelity
    line = fidelity.lines[Place(24)]
    assert fidelity.users[line, 2] == ((21, "task"),)
    assert fidelity.lines[Place(32, 4)] == line + 12


def test_every_task_is_printed_somewhere(revision: Revision) -> None:
    """No task and no department is inferred."""
    origins = revision.fidelity.origins
    inferred = {column for (_, column), o in origins.items() if o.state == "inferred"}
    assert inferred == {"pillar", "group"}


class Mistake(NamedTuple):
    """One change of the real catalog, and all that is said of it: where, and what."""

    file: str
    old: str
    new: str
    at: str
    message: str


MISTAKES = {
    "one character of a task": Mistake(
        SERVICES,
        "zh: 按照国家免疫规划疫苗免疫程序提供接种服务；",
        "zh: 按照国家免疫规划疫苗免疫程序提供接钟服务；",
        f"{SERVICES}:按照国家免疫规划疫苗免疫程序提供接",
        "row 1, task: the clauses do not join to it; '…疫程序提供接钟服务；按照国家…' here, "
        "'…疫程序提供接种服务；按照国家…' in {source}:39",
    ),
    "a department moved": Mistake(
        SERVICES,
        "departments: [health, civil-affairs]",
        "departments: [civil-affairs, health]",
        f"{SERVICES}:    departments: ",
        "row 8, departments: '市民政局 市卫健委' here; {source}:46 prints '市卫健委 市民政局'",
    ),
    "a paragraph dropped from the source": Mistake(
        SOURCE,
        "(信息公开形式：此件主动公开)\n",
        "\n",
        f"{NOTICE}:  zh: ",
        "no paragraph of {source} reads '(信息公开形式：此件主动公开)'; expected a paragraph "
        "of the notice, character for character",
    ),
    "a repaired word changed": Mistake(
        READINGS,
        "read: 家庭教育指导服务",
        "read: 家庭教育指引服务",
        f"{SERVICES}:配合民政部门做好家庭教育指",
        "row 19, task: the clauses do not join to it; '…好家庭教育指导服务工作，保障…' here, "
        "'…好家庭教育指引服务工作，保障…' in {source}:60",
    ),
    "a reading dropped": Mistake(
        READINGS,
        "pillar-row-6",
        "",
        f"{SERVICES}:  - ",
        "row 6, pillar: '病有所医' here, but the cell in {source}:44 is blank; expected a reading "
        "that says why",
    ),
}


def drop_line(text: str, beginning: str) -> str:
    """Drop the line that begins with some words."""
    return "".join(
        line for line in text.splitlines(keepends=True) if not line.startswith(beginning)
    )


def drop_reading(text: str, name: str) -> str:
    """Drop a whole reading."""
    start = text.index(f"  - id: {name}\n")
    return text[:start] + text[text.index("  - id: ", start + 1) :]


@pytest.mark.parametrize("name", MISTAKES)
def test_mistake_is_told_once_at_its_place(name: str, changchun: Path) -> None:
    """Each mistake in the real list is one problem, with its place named to the character."""
    mistake = MISTAKES[name]
    path = changchun / mistake.file
    text = path.read_text(encoding="utf-8")
    assert mistake.old in text
    if name == "a reading dropped":
        changed = drop_reading(text, mistake.old)
    else:
        changed = text.replace(mistake.old, mistake.new, 1)
    path.write_text(changed, encoding="utf-8")
    (problem,) = inspect_catalog(changchun).problems
    source = (changchun / SOURCE).as_posix()
    assert problem.message() == mistake.message.format(source=source)
    file, _, before = mistake.at.partition(":")
    assert problem.position.file == (changchun / file).as_posix()
    lines = (changchun / file).read_text(encoding="utf-8").splitlines()
    assert lines[problem.position.line - 1][: problem.position.column - 1].endswith(before)


def test_row_dropped_from_the_source(changchun: Path) -> None:
    """A numbered row that the copy no longer has is missed by its service and its readers."""
    path = changchun / SOURCE
    text = path.read_text(encoding="utf-8")
    path.write_text(drop_line(text, "| | 14 |"), encoding="utf-8")
    problem, *words = inspect_catalog(changchun).problems
    assert {one.kind for one in words} == {Kind.NOT_IN_COPY}
    assert problem.position.file == (changchun / READINGS).as_posix()
    assert problem.message() == (
        f"the table in {path.as_posix()} has no line '14'; "
        "lines are cited by the number printed beside them, as 24 or 32+1"
    )


def test_row_dropped_that_no_reading_cites(changchun: Path) -> None:
    """A numbered row that only its own service reads is missed at the service's number."""
    path = changchun / SOURCE
    text = path.read_text(encoding="utf-8")
    path.write_text(drop_line(text, "| | 10 |"), encoding="utf-8")
    (problem,) = inspect_catalog(changchun).problems
    assert [problem.kind] == [Kind.ROW_NOT_PRINTED]
    services = changchun / SERVICES
    assert problem.position.file == services.as_posix()
    lines = services.read_text(encoding="utf-8").splitlines()
    assert lines[problem.position.line - 1] == "    number: 10"
    assert problem.message() == (f"row 10: the table in {path.as_posix()} has no line numbered 10")
