"""What an edit does not concern is taken over as it stands; the site is as it is built anew."""

from __future__ import annotations

import shutil
from contextlib import closing
from functools import cache
from typing import TYPE_CHECKING

import pytest
from carelist.catalog.files import find_revision_folders
from carelist.catalog.texts import find_digest
from carelist.site import rendering
from carelist.site.building import Build
from carelist.site.forked import ALONE_VARIABLE
from carelist.site.place import Place
from carelist.site.reading import read_list
from carelist.site.remembering import ENDING, Memory
from carelist.site.scripts import finish_scripts
from carelist.site.settings import Settings
from carelist.site.site import Site
from carelist.site.unchanged import find_record
from carelist.site.writing import write_file
from carelist.theme import THEME

from tests.conftest import CITIES, LAKESIDE, ROOT
from tests.site.building import read_tree

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from carelist.site.page import Page

OLD, NEW = "放学后有人照看。", "放学后有人看护。"
URL = "https://list.example.org/"


@cache
def finish_scripts_once() -> dict[str, str]:
    """The scripts as MkDocs is handed them."""
    files = THEME.rglob("*.mjs")
    return finish_scripts({f.relative_to(THEME).as_posix(): f.read_text("utf-8") for f in files})


class Project:
    """A project, and the sites that are built of it."""

    def __init__(self, folder: Path, city: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Copy a city; write down which pages are made."""
        self.folder, self.url = folder, URL
        self.made: list[str] = []
        shutil.copytree(city, folder / "catalog")
        for name in ("docs", "overrides"):
            (folder / name).mkdir()
        (folder / "mkdocs.yml").touch()
        make = rendering.Renderer.draw_page

        def note(renderer: rendering.Renderer, page: Page) -> str:
            self.made.append(page.address)
            return make(renderer, page)

        monkeypatch.setattr(rendering.Renderer, "draw_page", note)
        monkeypatch.setenv(ALONE_VARIABLE, "1")
        monkeypatch.setenv("CARELIST_CACHE", str(ROOT / ".cache"))

    def build(self, name: str = "site", *, is_kept: bool = True) -> dict[str, bytes]:
        """Build the site into a folder, and give its files."""
        self.made.clear()
        folder = self.folder
        settings = Settings(
            folder / "mkdocs.yml",
            folder / "catalog",
            folder / "docs",
            (folder / "overrides",),
            offline=True,
            typeset=False,
            has_address=True,
            serving=False,
            previews=True,
        )
        told = read_list(settings.catalog, settings.themes, previews=True)
        assert told.catalog, told.problems
        site = Site.of(told.catalog, Place(self.url, ""))
        memory = Memory(folder, settings.file, folder / name, is_kept=is_kept)
        build = Build(site, settings, memory, told, lambda: None)
        with closing(build):
            for script, text in finish_scripts_once().items():
                write_file(build.others / script, text)
            build.gather()
            assert build.finish() == []
            build.settle()
            build.remember()
        return read_tree(folder / name)

    def edit(self, name: str, old: str, new: str) -> None:
        """Put words in the place of others in a file of the list."""
        file = self.folder / "catalog" / name
        text = file.read_text(encoding="utf-8")
        assert text.count(old) >= 1
        file.write_text(text.replace(old, new, 1), encoding="utf-8")

    def sum_up(self) -> None:
        """Change the summary of a service; its translation is said to follow it."""
        (year,) = find_revision_folders(self.folder / "catalog")
        file = f"revisions/{year.name}/services.yml"
        self.edit(file, OLD, NEW)
        self.edit(file, find_digest(OLD), find_digest(NEW))

    def check(self) -> dict[str, bytes]:
        """Build again, and hold it against a site that is built anew."""
        site = self.build()
        made = [*self.made]
        assert site == self.build("anew", is_kept=False)
        self.made = made
        return site


def test_an_edit_of_the_list_makes_what_read_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A summary stands on the pages that have the card of the service."""
    project = Project(tmp_path, LAKESIDE, monkeypatch)
    project.build()
    everything = len(project.made)
    project.build()
    assert project.made == []
    project.sum_up()
    project.check()
    assert "services/after-school/" in project.made
    assert "services/counselling/" not in project.made
    assert 0 < len(project.made) < everything / 4
    project.edit("hotlines.yml", "Lakeside Daily, 3 January", "Lakeside Daily, 4 January")
    project.build()
    assert 0 < len(project.made) < everything / 2
    project.edit("vocabulary.yml", "nobody at home after class", "nobody home after class")
    (tmp_path / "catalog" / "situations.yml").unlink()
    project.check()


def move(project: Project) -> None:
    """Publish at another address."""
    project.url = "http://127.0.0.1:8001/"


def put_template(project: Project) -> None:
    """Use a template of the project's own."""
    text = (THEME / "notice.html").read_text("utf-8")
    (project.folder / "overrides" / "notice.html").write_text(f"{text}<!-- own -->", "utf-8")


def put_word(project: Project) -> None:
    """Use a word of the city's own."""
    folder = project.folder / "catalog" / "locales" / "zh"
    folder.mkdir(parents=True)
    (folder / "site.yml").write_text("nav_data: 开放资料\n", encoding="utf-8")


def damage_memory(project: Project) -> None:
    """Cut short what is kept."""
    record = find_record(project.folder, project.folder / "mkdocs.yml", project.folder / "site")
    file = record.with_suffix(ENDING)
    file.write_bytes(file.read_bytes()[:-20])


def change_site(project: Project) -> None:
    """Remove one file of the site, and add another."""
    (project.folder / "site" / "services" / "index.html").unlink()
    (project.folder / "site" / "added.html").touch()


@pytest.mark.parametrize(
    "change",
    [
        move,
        put_template,
        put_word,
        damage_memory,
        change_site,
    ],
)
def test_whatever_else_has_changed_makes_all_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[[Project], object]
) -> None:
    """Also where somebody has changed the site, or what is kept of it."""
    project = Project(tmp_path, CITIES / "ferry", monkeypatch)
    project.build()
    everything = [*project.made]
    change(project)
    site = project.check()
    assert project.made == everything
    assert "added.html" not in site


def test_a_file_that_is_taken_over_stays_the_file_that_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With its number and its time; one that is made anew is another, and the old is as it was."""
    project = Project(tmp_path, LAKESIDE, monkeypatch)
    project.build()
    page = tmp_path / "site" / "services" / "after-school" / "index.html"
    other = tmp_path / "site" / "services" / "counselling" / "index.html"
    before = page.stat(), other.stat()
    held = page.open("rb")
    project.sum_up()
    project.build()
    after = page.stat(), other.stat()
    assert after[0].st_ino != before[0].st_ino
    assert (after[1].st_ino, after[1].st_mtime_ns) == (before[1].st_ino, before[1].st_mtime_ns)
    with held:
        assert OLD.encode() in held.read()


def test_each_file_of_open_data_is_told_of_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where the process that tells of them has made them itself."""
    project = Project(tmp_path, LAKESIDE, monkeypatch)
    listed = project.build()["llms.txt"].decode()
    assert listed.count("(https://list.example.org/data/list.xlsx)") == 1
