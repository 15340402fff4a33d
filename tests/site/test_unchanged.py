"""A site is not built again where nothing has changed, and only then."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from contextlib import chdir
from typing import TYPE_CHECKING

import pytest
from carelist.cli import building, main
from carelist.site.unchanged import (
    RECORDS,
    Known,
    find_changes,
    find_said,
    keep_said,
    remember,
    sign_files,
    sign_inputs,
)
from carelist.store import CACHE
from click.testing import CliRunner

from tests.conftest import LAKESIDE
from tests.site.building import list_variables, make_project, read_tree

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import ModuleType


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with settings, a list and the site that was made of them."""
    monkeypatch.delenv("CARELIST_CACHE", raising=False)
    monkeypatch.setenv("SITE_URL", "https://list.example.org/")
    for name in ("catalog", "site/services"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text("site_url: !ENV SITE_URL\n", encoding="utf-8")
    (tmp_path / "catalog" / "site.yml").write_text("name: A\n", encoding="utf-8")
    (tmp_path / "site" / "services" / "index.html").write_text("<p>A", encoding="utf-8")
    settings = tmp_path / "mkdocs.yml"
    catalog, site = tmp_path / "catalog", tmp_path / "site"
    words = catalog / "locales"
    inputs = sign_inputs([settings, words], catalog, [settings], is_strict=False)
    remember(inputs, tmp_path, settings, site, sign_files([str(site)], ()))
    return tmp_path


def find(project: Path, *, is_strict: bool = False) -> Known | None:
    """What is known of the site."""
    return find_changes(project, project / "mkdocs.yml", project / "site", is_strict=is_strict)


def ask(project: Path, *, is_strict: bool = False) -> bool:
    """Whether the site is taken to be as it would be built again."""
    known = find(project, is_strict=is_strict)
    return known is not None and not known.is_list_alone


def test_nothing_has_changed(project: Path) -> None:
    """Whether or not somebody has read the files meanwhile."""
    (project / "catalog" / "site.yml").read_bytes()
    assert ask(project)
    assert not ask(project, is_strict=True)
    elsewhere = find_changes(
        project, project / "mkdocs.yml", project / "elsewhere", is_strict=False
    )
    assert elsewhere is None


def test_what_is_kept_to_be_said_is_said_while_nothing_has_changed(project: Path) -> None:
    """Of the site that was meant, and of no other; nothing where nothing is kept, or it is torn."""
    settings = project / "mkdocs.yml"
    assert not find_said(settings)
    keep_said(settings, project / "elsewhere", "as it was")
    assert not find_said(settings)
    keep_said(settings, project / "site", "as it was")
    assert find_said(settings) == "as it was"
    rewrite(project)
    assert not find_said(settings)


def test_what_is_kept_to_be_said_may_be_torn(project: Path) -> None:
    """Then the command looks for itself, as it does where it cannot be kept."""
    settings = project / "mkdocs.yml"
    keep_said(settings, project / "site", "as it was")
    (kept,) = (project / CACHE / RECORDS).glob("*.told.json")
    kept.write_text(kept.read_text(encoding="utf-8")[:-9], encoding="utf-8")
    assert not find_said(settings)
    kept.unlink()
    kept.with_suffix(f".{os.getpid()}").mkdir()
    keep_said(settings, project / "site", "as it was")
    assert not find_said(settings)


def rewrite(project: Path) -> None:
    """Change a letter, and set the time of the file back."""
    file = project / "catalog" / "site.yml"
    stat = file.stat()
    file.write_text("name: B\n", encoding="utf-8")
    os.utime(file, ns=(stat.st_atime_ns, stat.st_mtime_ns))


def damage_record(project: Path) -> None:
    """Cut the record short."""
    (record,) = (project / CACHE / RECORDS).iterdir()
    record.write_text(record.read_text(encoding="utf-8")[:-9], encoding="utf-8")


def age_record(project: Path) -> None:
    """Let the record be of another program, which kept something else."""
    (record,) = (project / CACHE / RECORDS).iterdir()
    held = json.loads(record.read_bytes())
    record.write_text(json.dumps(held | {"other": 1}), encoding="utf-8")


@pytest.mark.parametrize(
    "change",
    [
        rewrite,
        damage_record,
        age_record,
        lambda project: (project / "catalog" / "site.yml").unlink(),
        lambda project: (project / "catalog" / "more.yml").touch(),
        lambda project: (project / "mkdocs.yml").write_text("site_url: x\n", encoding="utf-8"),
        lambda project: (project / "site" / "services" / "index.html").unlink(),
        lambda project: (project / "site" / "more.html").touch(),
        lambda project: (project / "site" / "services" / "index.html").write_text("<p>B"),
    ],
)
def test_what_has_changed_is_noticed(project: Path, change: Callable[[Path], object]) -> None:
    """In what the site is made of, in the site, and in what is kept of it."""
    change(project)
    assert not ask(project)


def test_a_list_is_told_from_its_words(project: Path) -> None:
    """An edit of the list alone is known as one; pages written by hand may hold the words."""
    rewrite(project)
    known = find(project)
    assert known
    assert known.is_list_alone
    (project / "catalog" / "locales").mkdir()
    (project / "catalog" / "locales" / "site.yml").touch()
    assert find(project) is None


@pytest.mark.parametrize(
    ("name", "value"),
    [("SITE_URL", "http://127.0.0.1:8001/"), ("CARELIST_COMMIT", "1"), ("LC_ALL", "zh_CN.UTF-8")],
)
def test_another_environment_is_noticed(
    project: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    """Variables that settings name, our own, and those of languages."""
    monkeypatch.setenv(name, value)
    assert not ask(project)


def build(project: Path) -> str:
    """Build a project with `carelist build`, as people do in its folder; give what was told."""
    variables = list_variables(CARELIST_CACHE=str(project / "kept"))
    with chdir(project):
        done = CliRunner(env=variables).invoke(main, ["build"])
    assert done.exit_code == 0, done.output
    return done.output


def stamp(site: Path) -> dict[str, tuple[int, int]]:
    """The number and the time of each file of a site."""
    stats = {p.relative_to(site).as_posix(): p.stat() for p in site.rglob("*") if p.is_file()}
    return {name: (stat.st_ino, stat.st_mtime_ns) for name, stat in stats.items()}


def refuse() -> ModuleType:
    """Stand in for MkDocs where nobody may ask for it."""
    raise AssertionError


def edit(project: Path, name: str, old: str, new: str) -> None:
    """Put words in the place of others in a file of the list."""
    file = project / "catalog" / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_only_what_differs_is_written_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A second build writes nothing; after an edit the rest stays, and all is as built anew."""
    project = make_project(tmp_path / "city", LAKESIDE)
    build(project)
    first = stamp(project / "site")
    assert "nothing has changed since" in build(project)
    assert stamp(project / "site") == first
    before = read_tree(project / "site")
    monkeypatch.setattr(building, "find_builder", refuse)
    file = project / "catalog" / "site.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(f"{text}# seen\n", encoding="utf-8")
    assert "nothing has changed since" not in build(project)
    after = read_tree(project / "site")
    assert {name for name in after if after[name] != before[name]} == {"data/build.json"}
    again = stamp(project / "site")
    assert {name for name in again if again[name] != first[name]} == {"data/build.json"}


BEGUN = """
import sys
sys.argv = ["carelist", *sys.argv[1:]]
from carelist.beginning import begin
try:
    begin()
finally:
    print("click" in sys.modules)
"""
"""Tells at its end whether the program was loaded."""


def test_that_nothing_has_changed_is_said_before_the_program_is_loaded(tmp_path: Path) -> None:
    """In its words; it is left with options, and with what the terminal has no characters for."""
    project = make_project(tmp_path / "city", LAKESIDE)

    def say(*options: str, **variables: str) -> list[str]:
        told = list_variables(CARELIST_CACHE=str(tmp_path / "cache"), **variables)
        command = (sys.executable, "-c", BEGUN, "build", *options)
        return subprocess.run(
            command, cwd=project, env=told, check=True, capture_output=True, encoding="utf-8"
        ).stdout.splitlines()

    same = "site is as it would be built again: nothing has changed since"
    assert say()[-1] == "True"
    assert say() == [same, "False"]
    assert say("--locale", "zh") == ["site 不用再生成：上次以后什么都没有改", "True"]
    assert say() == [same, "False"]
    chinese = ["site 不用再生成：上次以后什么都没有改", "False"]
    say(LC_ALL="zh_CN.UTF-8")
    assert say(LC_ALL="zh_CN.UTF-8") == chinese
    without = say(LC_ALL="zh_CN.UTF-8", PYTHONIOENCODING="ascii")
    assert without == [chinese[0], "True"]


def test_a_build_of_another_list_does_without_mkdocs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pages written by hand say what the list says now; where they say something else, it may not.

    The city is named in their texts, the list at their heads, the source of a number nowhere.
    """
    project = make_project(tmp_path / "city", LAKESIDE)
    build(project)
    with monkeypatch.context() as patched:
        patched.setattr(building, "find_builder", refuse)
        edit(project, "hotlines.yml", "Lakeside Daily, 3 January", "Lakeside Daily, 4 January")
        edit(project, "site.yml", "en: Lakeside Carelist\n", "en: Lakeside Care List\n")
        assert "the site is in its place: " in build(project)
        edit(project, "site.yml", "en: Lakeside\n", "en: Lakesides\n")
        with pytest.raises(AssertionError):
            build(project)
    edited = read_tree(project / "site")
    shutil.rmtree(project / "site")
    edit(project, "site.yml", "en: Lakesides\n", "en: Lakeside\n")
    build(project)
    assert edited == read_tree(project / "site")
