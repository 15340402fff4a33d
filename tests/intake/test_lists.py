"""Lists of every shape, each with all that an intake of it must find: cells, doubts, letter.

Beside each list stands `<name>.yml`. A cell that is not certain has its percentage behind it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from carelist.catalog.kinds import Kind
from carelist.catalog.loading import inspect_catalog
from carelist.formats.choosing import ManyTablesError
from carelist.formats.limits import UnreadableError
from carelist.formats.reading import read_file
from carelist.intake.draft_readings import list_unused
from carelist.intake.drafts import draft_revision
from carelist.intake.names import Known
from carelist.intake.orders import Request, take_in
from carelist.intake.starting import write_draft

from tests.formats.packing import make_docx, write_cell, write_table
from tests.golden import write_case
from tests.speaking import EN

if TYPE_CHECKING:
    from carelist.intake.drafts import Draft
    from carelist.intake.guesses import Found, RecoveredRow

FOLDER = Path(__file__).parent / "lists"
LISTS = sorted(path for path in FOLDER.iterdir() if path.suffix != ".yml")
SITE = """name: {zh: 青山关爱}
locales: [zh]
city: {zh: 青山市}
purpose: {zh: 本站把青山市的清单讲清楚。}
tag: "tag:example.org,2026-01-01:q"
"""
FOR_A_PERSON = {Kind.TITLE_NEEDED, Kind.PROPOSED_IDS}
"""What no program can do for a clerk."""
NOBODY = Known((), ())
"""What is known of a city that has no file yet."""


def tell(found: Found) -> str:
    """The words of a cell, and how sure they are where they are not certain."""
    return f"{found.text} ({found.sure}%)" if found.is_guess else found.text


def tell_row(row: RecoveredRow) -> dict[str, object]:
    """A service with all of its cells, and the bodies and types that were read in them."""
    told: dict[str, object] = {name: tell(found) for name, found in row.cells.items()}
    if row.printed_number:
        told["number"] = row.printed_number
    bodies = [f"{body.name} (supporting)" * body.is_supporting or body.name for body in row.bodies]
    told["bodies"] = [*bodies, *(["others"] if row.others else [])]
    if row.types:
        told["types read"] = list(row.types)
    return told


def tell_draft(draft: Draft) -> dict[str, object]:
    """All that was found in a list."""
    letter, layout = draft.letter, draft.recovery.layout
    told: dict[str, object] = {
        "columns": [", ".join(names) for names in layout.columns],
        "further": {one.id: f"{one.heading} ({one.means})" for one in layout.further.values()},
        "doubtful headings": [f"{one.heading}: {one.column}, {one.doubt}" for one in layout.doubts],
        "rows": [tell_row(row) for row in draft.recovery.rows],
        "not used": [words for _, words in list_unused(draft.recovery)],
        "letter": letter.texts,
        "measures": [text for _, text in letter.measures],
        "issuers": letter.issuers,
        "strays": [stray.text for stray in letter.strays],
    }
    return {name: value for name, value in told.items() if value}


def take(path: Path) -> dict[str, object]:
    """What an intake of a list finds, or why it is refused."""
    try:
        copy = read_file(path)
    except ManyTablesError as error:
        return {"tables": [f"{one.number}: {one.head}" for one in error.candidates]}
    except UnreadableError as error:
        return {"refused": error.refusal.value}
    doubts = [f"{one.kind}: {' '.join(one.values.values())}" for one in copy.doubts]
    draft = draft_revision(copy, NOBODY, None, EN, file=path.name)
    assert write_draft(draft, "2026", EN)
    told = tell_draft(draft)
    return {"told of the file": doubts, **told} if doubts else told


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.name)
def test_every_cell_of_a_list_is_right_or_doubted(path: Path, *, update_golden: bool) -> None:
    """Each list gives exactly what is written beside it."""
    told = take(path)
    beside = path.with_name(f"{path.name}.yml")
    if update_golden:
        write_case(beside, told)
    assert update_golden or told == yaml.load(beside.read_bytes(), yaml.CSafeLoader)


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.name)
def test_a_draft_of_a_list_is_proved(path: Path, tmp_path: Path) -> None:
    """Nothing is left of any draft but what a person has to look at or to write."""
    beside = yaml.load(path.with_name(f"{path.name}.yml").read_bytes(), yaml.CSafeLoader)
    if not {"tables", "refused"}.isdisjoint(beside):
        return
    request = Request(tmp_path, path, "2026", into=None, compare=None)
    (tmp_path / "site.yml").write_text(SITE, encoding="utf-8")
    assert take_in(request, EN).is_done
    draft = inspect_catalog(tmp_path).drafts["2026"]
    assert [one.line() for one in draft.problems if one.kind not in FOR_A_PERSON] == []


FILES = FOLDER.parent.parent / "formats" / "files"
FORMS = sorted(path.name for path in FILES.iterdir() if path.suffix in {".docx", ".xlsx", ".html"})
"""Those of PDF give the same copy (`tests/formats/test_programs.py`), and so the same draft."""
PILLAR = 0


@pytest.fixture(scope="module")
def children() -> dict[str, object]:
    """The list of 23 services as its text gives it."""
    return take(FILES / "children.md")


def list_rows(told: dict[str, object]) -> list[dict[str, object]]:
    """The rows of what was told of a list."""
    rows = told["rows"]
    assert isinstance(rows, list)
    return rows


def make_sure(rows: list[dict[str, object]]) -> list[dict[str, object]]:
    """The rows as a format gives them that tells merged cells."""
    return [{**row, "pillar": str(row["pillar"]).removesuffix(" (75%)")} for row in rows]


def read_cells() -> list[list[str]]:
    """The cells of the list, its head first; blank where merged ones go on."""
    lines = (FILES / "children.md").read_text(encoding="utf-8").splitlines()
    rows = [line for line in lines if line.startswith("|") and not set(line) <= set("|-")]
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]


def make_word(cells: list[list[str]]) -> bytes:
    """The list as Word writes it: cells that go on have no value, dates are wrapped."""
    head, *rows = cells
    drawn = [[write_cell(text) for text in head]]
    for row in rows:
        merged = '<w:vMerge w:val="restart"/>' if row[PILLAR] else "<w:vMerge/>"
        drawn.append([write_cell(row[PILLAR], merged), *(write_cell(text) for text in row[1:])])
    return make_docx(write_table(drawn))


def test_the_text_of_one_list_is_right_or_doubted(children: dict[str, object]) -> None:
    """Of 23 services only the blank cells of the pillar are in doubt; each body has its role."""
    rows = list_rows(children)
    cells = read_cells()[1:]
    names = ("audience", "group", "task", "departments", "supporting")
    assert [[row[name] for name in names] for row in rows] == [row[2:] for row in cells]
    doubted = [at for at, row in enumerate(rows) if str(row["pillar"]).endswith("(75%)")]
    assert doubted == [at for at, row in enumerate(cells) if not row[PILLAR]]
    assert rows[13]["bodies"] == ["市残联", "市卫生健康委 (supporting)", "市教育局 (supporting)"]
    assert (rows[4]["bodies"], rows[8]["bodies"]) == (["市教育局"], ["市卫生健康委"])
    assert children["issuers"] == [
        "青山市民政局",
        "青山市教育局",
        "青山市公安局",
        "青山市卫生健康委员会",
    ]


@pytest.mark.parametrize("name", [name for name in FORMS if name.startswith("children")])
def test_every_form_of_one_list_gives_the_same_draft(
    name: str, children: dict[str, object]
) -> None:
    """Word, spreadsheet, PDF and page tell merged cells: nothing is in doubt, all else is alike."""
    told = take(FILES / name)
    assert list_rows(told) == make_sure(list_rows(children))
    assert {key: told[key] for key in ("columns", "measures", "issuers")} == {
        key: children[key] for key in ("columns", "measures", "issuers")
    }


def test_the_table_of_word_and_of_the_clipboard(
    children: dict[str, object], tmp_path: Path
) -> None:
    """Word's own way to merge cells is read alike; what is copied tells no merged cells."""
    cells = read_cells()
    (tmp_path / "list.docx").write_bytes(make_word(cells))
    assert list_rows(take(tmp_path / "list.docx")) == make_sure(list_rows(children))
    cells[3][4] = f'"{cells[3][4].replace("；", "；" + chr(10))}"'
    copied = "\n".join("\t".join(row) for row in cells)
    (tmp_path / "list.txt").write_text(copied, encoding="utf-8")
    assert list_rows(take(tmp_path / "list.txt")) == list_rows(children)
