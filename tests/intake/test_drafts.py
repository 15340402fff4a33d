"""A whole draft: proved by the check itself, and last year's services found again in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from carelist.catalog.kinds import Kind
from carelist.catalog.located_yaml import parse_yaml
from carelist.catalog.yaml_writing import write_yaml
from carelist.cli import main
from carelist.eligibility.inspecting import inspect_list, load_list
from carelist.formats.document import Copy, Format
from carelist.intake.before import read_known
from carelist.intake.drafts import draft_revision
from click.testing import CliRunner

from tests.intake.tables import list_cells, write_table
from tests.speaking import EN

if TYPE_CHECKING:
    from pathlib import Path

    from carelist.catalog.revision import Catalog

NOTHING_WRITTEN_YET = {
    Kind.MISSING_KEY,
    Kind.MISSING_TRANSLATION,
    Kind.PROVISIONAL_ID,
    Kind.TITLE_NEEDED,
    Kind.UNKNOWN_SERVICE,
    Kind.UNUSED_FACT,
    Kind.UNUSED_PILLAR,
}
"""What a clerk must write, and what follows from services that have other names."""


APPLYING = ("申请", "申领", "办理", "登记")
"""Words of Changchun's ways.yml."""


def run(*words: str | Path) -> str:
    """Run the command in English and give what it says."""
    return run_as_it_is(*words, "--lang", "en")


def run_as_it_is(*words: str | Path) -> str:
    """Run the command and give what it says."""
    result = CliRunner().invoke(main, [*map(str, words)], env={"LC_ALL": "C.UTF-8"})
    return result.output


def fill(services: dict[str, Any]) -> None:
    """Write what an intake leaves out and a list cannot do without."""
    for service in services["services"]:
        service.setdefault("title", {"zh": f"第{service['number']}项"})
        for clause in service["clauses"]:
            if any(word in clause["text"]["zh"] for word in APPLYING):
                clause["how"] = "apply"


@pytest.mark.parametrize(("city", "year"), [("changchun", "2025"), ("lakeside", "2031")])
def test_drafted_readings_prove_the_draft(
    city: str, year: str, request: pytest.FixtureRequest
) -> None:
    """From nothing, the check finds no cell, paragraph or reading that is not accounted for."""
    folder: Path = request.getfixturevalue(city)
    known, before = read_known(folder, year)
    assert before is None
    target = folder / "revisions" / year
    (target / "published.yml").unlink(missing_ok=True)
    text = (target / "source.txt").read_text(encoding="utf-8")
    copy = Copy("source.txt", "", Format.TEXT, text)
    draft = draft_revision(copy, known, before, EN, file="source.txt")
    fill(draft.services.plain)
    for name, plain in {
        "services": draft.services.plain,
        "notice": draft.notice,
        "readings": draft.readings,
    }.items():
        (target / f"{name}.yml").write_text(write_yaml(plain), encoding="utf-8")
    problems = [p for p in inspect_list(folder).problems if p.kind not in NOTHING_WRITTEN_YET]
    assert [problem.line() for problem in problems] == []


def make_notice(catalog: Catalog, year: str) -> str:
    """A sound notice of another year with the same list."""
    revision = catalog.revisions[0]
    notice = revision.notice
    above = [notice.number, notice.title, notice.addressees, notice.opening]
    above += [measure.text for measure in notice.measures]
    above += [notice.disclosure, notice.signatory, notice.colophon, notice.table_title]
    body = "\n\n".join(text.source for text in above if text).replace(revision.id, year)
    return f"{body}\n\n{write_table(list_cells(catalog, revision))}\n"


def test_the_same_list_again(changchun: Path, real: Catalog, tmp_path: Path) -> None:
    """Everything is taken over: ids, clauses, rules, English; only the numbers of the notice go."""
    notice = tmp_path / "notice.txt"
    notice.write_text(make_notice(real, "2026"), encoding="utf-8")
    said = run("intake", notice, "--revision", "2026", "--catalog", changchun)
    assert "guessed: 0 cells, 0 of them doubtful; the least sure first" in said
    assert "held against 2025: 32 services continued, 0 new, 0 withdrawn" in said
    old, new = (changchun / "revisions" / year / "services.yml" for year in ("2025", "2026"))
    assert _plain(new) == _plain(old)
    found = inspect_list(changchun)
    left = found.drafts["2026"].problems
    assert [problem.kind for problem in left] == [Kind.STALE_TRANSLATION, Kind.STALE_TRANSLATION]
    assert found.problems == ()


def _plain(path: Path) -> object:
    root = parse_yaml(path.name, path.read_bytes()).root
    assert root is not None
    return root.to_plain()


def test_a_changed_list(changchun: Path, real: Catalog, tmp_path: Path) -> None:
    """Reworded, moved, new and withdrawn services are told apart, and their English is marked."""
    cells = list_cells(real, real.revisions[0])
    cells[5][4] = cells[5][4].replace("基本医疗服务", "基本医疗和急救服务")
    cells[0][4] += "为家长提供喂养指导。"
    cells[8], cells[9] = cells[9], cells[8]
    cells[31] = ["发展保障", "32", "流动儿童", "体育服务", "假期向孩子开放体育场馆。", "市教育局"]
    for number, line in enumerate(cells, 1):
        line[1] = str(number)
    path = tmp_path / "notice.txt"
    path.write_text(write_table(cells), encoding="utf-8")
    said = run("intake", path, "--revision", "2026", "--catalog", changchun).splitlines()
    gone = real.revisions[0].services[31].id
    assert f"held against 2025: 31 services continued, 1 new, 1 withdrawn ({gone})" in said
    assert [line for line in said if line.startswith("  row 32 is new")]
    services = _plain(changchun / "revisions" / "2026" / "services.yml")
    assert isinstance(services, dict)
    ids = [service["id"] for service in services["services"]]
    known = [service.id for service in real.revisions[0].services]
    known[8], known[9], known[31] = known[9], known[8], "ti-yu-fu-wu"
    assert ids == known
    first, sixth = services["services"][0], services["services"][5]
    assert [clause["id"] for clause in first["clauses"]][-1] == "wei-jia-zhang-ti-gong-wei-yang-zhi"
    clause = sixth["clauses"][0]
    assert "急救" in clause["text"]["zh"]
    assert clause["text"]["en"] == real.revisions[0].services[5].clauses[0].text.find(EN)


def test_what_is_left_is_no_error(lakeside: Path) -> None:
    """On GitHub a draft gets notices, and the check of the published list passes."""
    run("revise", "2032", "--catalog", lakeside)
    result = CliRunner().invoke(
        main, ["check", "--catalog", str(lakeside), "--format", "github", "--lang", "en"]
    )
    source = f"{lakeside}/revisions/2032/source.txt"
    assert result.exit_code == 0
    assert result.output.splitlines()[-1] == (
        f"::notice file={source},line=1,col=1::the copy of the list is missing; "
        "save its text here as it was published, with its table"
    )


def test_an_unfinished_draft_is_not_published(lakeside: Path) -> None:
    """`publish` tells what is left, and the draft stays one."""
    run("revise", "2032", "--catalog", lakeside)
    assert "the copy of the list is missing" in run_as_it_is(
        "publish", "2032", "--catalog", lakeside
    )
    names = {path.name for path in (lakeside / "revisions" / "2032").iterdir()}
    assert names == {"draft.yml", "notice.yml", "readings.yml", "services.yml"}


def test_what_held_of_one_year_only(lakeside: Path) -> None:
    """What a service replaced last year it does not replace again."""
    path = lakeside / "revisions" / "2031" / "services.yml"
    run("revise", "2032", "--catalog", lakeside)
    year = lakeside / "revisions" / "2032"
    later = year / "services.yml"
    text = later.read_text(encoding="utf-8")
    line = "    number: 1\n"
    later.write_text(text.replace(line, f"{line}    replaces: [reading]\n"), encoding="utf-8")
    for name in ("source.txt", "readings.yml"):
        (year / name).write_bytes((path.parent / name).read_bytes())
    assert run_as_it_is("publish", "2032", "--catalog", lakeside).endswith(
        "/published.yml: the list of 2032 is published, and frozen from now on\n"
    )
    assert not (year / "draft.yml").exists()
    run("revise", "2033", "--catalog", lakeside)
    third = lakeside / "revisions" / "2033" / "services.yml"
    assert "replaces" not in third.read_text(encoding="utf-8")


def test_a_draft_never_reaches_the_site(lakeside: Path) -> None:
    """The published list loads as if the draft were not there, even if the draft is no YAML."""
    whole = load_list(lakeside)
    run("revise", "2032", "--catalog", lakeside)
    assert load_list(lakeside) == whole
    (lakeside / "revisions" / "2032" / "services.yml").write_text("- [", encoding="utf-8")
    assert load_list(lakeside) == whole
    assert inspect_list(lakeside).drafts["2032"].catalog is None


def test_new_bodies_of_a_later_list_are_drafted(lakeside: Path, tmp_path: Path) -> None:
    """They stand in the city's file, and wait for their English with the draft that names them."""
    source = (lakeside / "revisions" / "2031" / "source.txt").read_text(encoding="utf-8")
    (tmp_path / "notice.txt").write_text(source.replace("市教育局", "市数据局"), encoding="utf-8")
    said = run("intake", tmp_path / "notice.txt", "--revision", "2032", "--catalog", lakeside)
    assert f"{lakeside}/departments.yml: added 1 departments;" in said
    found = inspect_list(lakeside)
    assert found.problems == ()
    names = [one.values.get("value") for one in found.drafts["2032"].problems]
    assert "市数据局" in names


def test_files_that_are_there_are_never_written_over(changchun: Path) -> None:
    """Neither command touches a file that exists, and neither leaves half a draft."""
    source = changchun / "revisions" / "2025" / "source.txt"
    before = {path: path.read_bytes() for path in changchun.rglob("*.*") if path.is_file()}
    said = run("intake", source, "--revision", "2025", "--catalog", changchun)
    assert "already there, and nothing is ever written over" in said
    said = run("revise", "2025", "--catalog", changchun)
    assert said == "no list before 2025 is published; draft the first one with 'carelist intake'\n"
    assert {path: path.read_bytes() for path in changchun.rglob("*.*") if path.is_file()} == before


def test_a_city_without_any_list(lakeside: Path, tmp_path: Path) -> None:
    """The first list of a city is drafted from its pillars and departments alone."""
    source = (lakeside / "revisions" / "2031" / "source.txt").rename(tmp_path / "notice.txt")
    for path in (lakeside / "revisions" / "2031").iterdir():
        path.unlink()
    (lakeside / "revisions" / "2031").rmdir()
    said = run("intake", source, "--revision", "2031", "--catalog", lakeside)
    assert said.splitlines()[-1].startswith("next: read the guesses against the original")
    names = {path.name for path in (lakeside / "revisions" / "2031").iterdir()}
    assert names == {"draft.yml", "notice.yml", "readings.yml", "services.yml", "source.txt"}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["revise", "soon"], "'soon' is not a year; expected four digits, as 2026"),
        (["revise", "2031"], "no list before 2031 is published; draft the first one with"),
        (["intake", "{notice}", "--revision", "26"], "'26' is not a year; expected four digits"),
        (["intake", "{notice}", "--revision", "2032"], "no table found; expected one with lines"),
        (["intake", "{latin}", "--revision", "2032"], "neither text nor a document that is known"),
        (["intake", "{turned}", "--revision", "2032"], "the headings stand below each other"),
    ],
)
def test_refusals(words: list[str], said: str, lakeside: Path, tmp_path: Path) -> None:
    """What cannot be done is said in a line, with the form expected, and exits with 1."""
    (tmp_path / "notice.txt").write_text("没有表格。", encoding="utf-8")
    (tmp_path / "latin.txt").write_bytes(b"\xff")
    rows = ("服务项目", "入学", "接种"), ("服务内容", "甲。", "乙。"), ("责任单位", "市教育局", "")
    turned = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    (tmp_path / "turned.txt").write_text(turned, encoding="utf-8")
    files = {name: str(tmp_path / f"{name}.txt") for name in ("notice", "latin", "turned")}
    given = [word.format(**files) for word in words]
    result = CliRunner().invoke(main, [*given, "--catalog", str(lakeside), "--lang", "en"])
    assert result.exit_code == 1
    assert said in result.output
