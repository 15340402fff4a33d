"""What a command made of a list is taken again until something changes, and never longer."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from carelist.cli import main
from carelist.cli.keeping import Answer
from carelist.eligibility import inspecting
from carelist.search.engine import Engine
from carelist.store import CACHE_VARIABLE
from click.testing import CliRunner, Result

from tests.conftest import LAKESIDE

UNREAD = "the list was read"


@pytest.fixture
def catalog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The list of a project of its own."""
    monkeypatch.delenv(CACHE_VARIABLE, raising=False)
    (tmp_path / "mkdocs.yml").touch()
    return Path(shutil.copytree(LAKESIDE, tmp_path / "catalog"))


def run(catalog: Path, *words: str) -> Result:
    """Run a command over a list."""
    return CliRunner().invoke(main, [*words, "--catalog", str(catalog)])


def refuse(_: Path, __: object = None) -> None:
    """Stand in for what reads a list."""
    raise AssertionError(UNREAD)


@pytest.mark.parametrize("words", [("search", "学位"), ("check", "--lang", "zh")])
def test_an_answer_is_taken_again_and_an_edit_is_seen(
    catalog: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    """The list is not read a second time; edited, it is."""
    first = run(catalog, *words)
    assert (first.exit_code, first.output != "") == (0, True)
    monkeypatch.setattr(inspecting, "inspect_catalog", refuse)
    assert run(catalog, *words).output == first.output
    (catalog / "site.yml").write_bytes((catalog / "site.yml").read_bytes() + b"\n")
    assert str(run(catalog, *words).exception) == UNREAD


def test_another_query_asks_what_is_kept(catalog: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also one that nothing answers strongly, and one in letters."""
    queries = ("学位", "xuewei", "library books", "没有的东西", "xyzzy")
    first = [run(catalog, "search", query, "--json").output for query in queries]
    shutil.rmtree(catalog.parent / ".cache" / "answers")
    run(catalog, "search", queries[-1])
    monkeypatch.setattr(inspecting, "inspect_catalog", refuse)
    assert [run(catalog, "search", query, "--json").output for query in queries] == first


def test_what_is_wrong_stays_wrong(catalog: Path) -> None:
    """With the same lines and status; mended, all is well."""
    file = catalog / "site.yml"
    text = file.read_text("utf-8")
    file.write_text(f"unknown: 1\n{text}", encoding="utf-8")
    first, second = run(catalog, "check"), run(catalog, "check")
    assert (first.exit_code, "unknown" in first.output) == (1, True)
    assert (second.exit_code, second.output) == (first.exit_code, first.output)
    file.write_text(text, encoding="utf-8")
    assert run(catalog, "check").exit_code == 0


def test_what_finds_is_kept_while_its_material_is_the_same(
    catalog: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A summary is no part of it; a title is. Words that the city has of its own are not kept."""
    monkeypatch.setattr(Engine, "prepare", lambda _: made.append(1))
    made: list[int] = []
    file = next(catalog.glob("revisions/*/services.yml"))
    text = file.read_text(encoding="utf-8")
    first = run(catalog, "search", "学位")
    for before, after, times in (("清单写明", "清单写着", 1), ("zh: 公办学位", "zh: 公立学位", 2)):
        assert before in text
        file.write_text(text.replace(before, after, 1), encoding="utf-8")
        assert run(catalog, "search", "学位").output == first.output
        assert len(made) == times
    assert "也许" not in run(catalog, "search", "xyzzy").output
    words = catalog / "locales" / "zh" / "commands.yml"
    words.parent.mkdir(parents=True)
    words.write_text("search_nothing: 也许没有\n", encoding="utf-8")
    assert run(catalog, "search", "xyzzy").output == "也许没有\n"


def test_nothing_is_kept_outside_a_project(catalog: Path) -> None:
    """A list that somebody only looks at has nothing written beside it."""
    (catalog.parent / "mkdocs.yml").unlink()
    run(catalog, "search", "学位")
    assert [path.name for path in catalog.parent.iterdir()] == ["catalog"]


def test_what_was_damaged_or_made_of_a_list_that_was_edited_meanwhile_is_not_taken(
    catalog: Path,
) -> None:
    """Nor is anything of a list whose folders stand elsewhere."""
    answer = Answer(catalog, ("one",))
    answer.keep(b"told")
    assert Answer(catalog, ("one",)).find() == b"told"
    assert Answer(catalog, ("other",)).find() is None
    (kept,) = (catalog.parent / ".cache" / "answers").iterdir()
    kept.write_bytes(kept.read_bytes()[:-1])
    assert Answer(catalog, ("one",)).find() is None
    (catalog / "further.yml").touch()
    answer.keep(b"told late")
    assert Answer(catalog, ("one",)).find() is None
    (catalog / "further.yml").unlink()
    (catalog / "elsewhere").symlink_to(catalog.parent, target_is_directory=True)
    linked = Answer(catalog, ("linked",))
    linked.keep(b"told")
    assert linked.find() is None
