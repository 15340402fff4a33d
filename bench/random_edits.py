"""Edits at random: after each, the site is what a build from nothing makes, byte for byte.

A project of its own, with a copy of the program, is edited as people edit it: the list, words,
templates, styles, scripts, settings, pages that are written by hand, files of the site itself. What
the edit leaves unsound is undone. `python -m bench.random_edits --edits 500 FOLDER` takes more than
an hour of the processor.
"""

from __future__ import annotations

import random
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from bench.building import ALWAYS
from bench.edits import compare_sites

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).parent.parent
HAN = re.compile("[\u4e00-\u9fff]")
SETTINGS = """\
site_name: Carelist
site_url: {url}
repo_url: {repository}
docs_dir: docs
theme: {{name: carelist{custom}}}
exclude_docs: |
  decisions/
  commands.md
  glossary.md
  tour.md
  examples/
  pictures/
  measurements/*.html
plugins:
  - carelist: {{catalog: catalog, typeset: false, preview: {preview}, offline: {offline}}}
markdown_extensions:
  - attr_list
  - tables
  - pymdownx.snippets: {{base_path: [!relative $docs_dir/measurements]}}
"""


class Made(NamedTuple):
    """What came of an edit."""

    edit: str
    is_sound: bool
    """Whether a site could be built after it; else it was undone."""
    differing: list[str]
    """The files that differ from a build from nothing."""


class Project:
    """A project that is edited at random."""

    def __init__(self, folder: Path, city: Path, seed: int) -> None:
        """Copy a city, the pages that are written by hand, and the program."""
        self.folder, self._random = folder, random.Random(seed)  # no secret
        shutil.copytree(city, folder / "catalog")
        shutil.copytree(ROOT / "docs", folder / "docs")
        shutil.copytree(
            ROOT / "generator", folder / "generator", ignore=shutil.ignore_patterns("__pycache__")
        )
        self._write_settings()
        self.edits: tuple[Callable[[], str], ...] = (
            *[self._edit_list] * 5,
            self._edit_words,
            self._edit_template,
            self._edit_style,
            self._edit_script,
            self._write_settings,
            self._edit_prose,
            self._move_file,
            self._touch_site,
        )
        """What may be done, each of which tells what it did."""

    def edit(self) -> Made:
        """Make one edit, build, and compare; what cannot be built is undone."""
        kept = self.folder.with_name(f"{self.folder.name}-before")
        shutil.rmtree(kept, ignore_errors=True)
        parts = ("catalog", "docs", "generator", "mkdocs.yml", "overrides")
        for name in parts:
            _copy(self.folder / name, kept / name)
        edit = self._random.choice(self.edits)()
        if self.build():
            return Made(edit, is_sound=True, differing=[*self._compare()])
        for name in parts:
            _remove(self.folder / name)
            _copy(kept / name, self.folder / name)
        return Made(edit, is_sound=False, differing=[])

    def build(self, cache: str = "cache") -> bool:
        """Build the site; whether there was nothing wrong."""
        variables = ALWAYS | {
            "PYTHONPATH": str(self.folder / "generator"),
            "CARELIST_CACHE": str(self.folder / cache),
        }
        command = (sys.executable, "-m", "carelist", "build")
        done = subprocess.run(
            command, cwd=self.folder, env=variables, capture_output=True, check=False
        )
        return done.returncode == 0

    def _compare(self) -> Iterator[str]:
        """Yield the files that differ from a build from nothing."""
        site, edited = self.folder / "site", self.folder / "edited"
        site.rename(edited)
        clean = self.build("nothing")
        yield from compare_sites(edited, site) if clean else ["no clean build"]
        shutil.rmtree(self.folder / "nothing", ignore_errors=True)
        shutil.rmtree(site, ignore_errors=True)
        edited.rename(site)

    def _edit_list(self) -> str:
        """Put a character into Chinese words of the list, or take one out."""
        file = self._choose("catalog", "*.yml")
        lines = file.read_text(encoding="utf-8").split("\n")
        fit = [at for at, line in enumerate(lines) if HAN.search(line) and "#" not in line]
        if fit:
            at = self._random.choice(fit)
            places = [one.start() for one in HAN.finditer(lines[at])]
            place = self._random.choice(places)
            new = self._random.choice(["", "新", "改新"])
            lines[at] = lines[at][:place] + new + lines[at][place + (new == "") :]
            file.write_text("\n".join(lines), encoding="utf-8")
        return f"list {file.name}"

    def _edit_words(self) -> str:
        """Put a sign behind a word of the interface."""
        file = self._choose("generator/carelist/speech/locales", "site.yml")
        lines = file.read_text(encoding="utf-8").split("\n")
        fit = [at for at, line in enumerate(lines) if re.fullmatch(r"\w+: [^\"'>|{}&<]+", line)]
        at = self._random.choice(fit)
        lines[at] += "~"
        file.write_text("\n".join(lines), encoding="utf-8")
        return f"words {file.parent.name}"

    def _edit_template(self) -> str:
        """Change a template of the program, or put one of the project in its place."""
        file = self._choose("generator/carelist/theme", "*.html")
        text = f"{file.read_text(encoding='utf-8')}<!-- {self._random.random()} -->\n"
        if self._random.random() < 0.5:
            file.write_text(text, encoding="utf-8")
            return f"template {file.name}"
        own = (
            self.folder
            / "overrides"
            / file.relative_to(self.folder / "generator" / "carelist" / "theme")
        )
        own.parent.mkdir(parents=True, exist_ok=True)
        own.write_text(text, encoding="utf-8")
        self._write_settings()
        return f"own template {file.name}"

    def _edit_style(self) -> str:
        """Put a rule into a style sheet."""
        file = self._choose("generator/carelist/theme", "*.css")
        width = self._random.randrange(100)
        text = file.read_text(encoding="utf-8")
        file.write_text(f"{text}\nmain{{outline-offset:{width}px}}\n", encoding="utf-8")
        return f"style {file.name}"

    def _edit_script(self) -> str:
        """Put a statement into a script."""
        file = self._choose("generator/carelist/theme", "*.mjs")
        text = file.read_text(encoding="utf-8")
        number = self._random.randrange(1000)
        file.write_text(f"{text}\nvoid {number};\n", encoding="utf-8")
        return f"script {file.name}"

    def _write_settings(self) -> str:
        """Give the project another port, another repository, or other choices."""
        port, path = self._random.randrange(8000, 8004), self._random.choice(["", "list/"])
        settings = SETTINGS.format(
            url=f"http://127.0.0.1:{port}/{path}",
            repository=self._random.choice(["https://example.org/a", "https://example.org/b"]),
            custom=", custom_dir: overrides" if (self.folder / "overrides").is_dir() else "",
            preview=self._random.choice(["true", "false"]),
            offline=self._random.choice(["true", "false"]),
        )
        (self.folder / "mkdocs.yml").write_text(settings, encoding="utf-8")
        return "settings"

    def _edit_prose(self) -> str:
        """Put a sentence under a page that is written by hand, or a further file beside it."""
        file = self._choose("docs", "*.md")
        if self._random.random() < 0.3:
            (self.folder / "docs" / f"{self._random.randrange(5)}.txt").write_text("a")
            return "further file"
        file.write_text(f"{file.read_text(encoding='utf-8')}\nA sentence.\n", encoding="utf-8")
        return f"prose {file.name}"

    def _move_file(self) -> str:
        """Take a file of the list away; what the list can do without stays away."""
        file = self._choose("catalog", "*.yml")
        file.unlink()
        return f"no {file.name}"

    def _touch_site(self) -> str:
        """Change, remove or add a file of the site itself."""
        file = self._choose("site", "*.*")
        what = self._random.choice(["removed", "changed", "added"])
        if what == "removed":
            file.unlink()
        elif what == "changed":
            file.write_text("changed")
        else:
            file.with_name("added.html").write_text("added")
        return f"site: {what}"

    def _choose(self, folder: str, pattern: str) -> Path:
        return self._random.choice(sorted((self.folder / folder).rglob(pattern)))


def _copy(one: Path, other: Path) -> None:
    if one.is_dir():
        shutil.copytree(one, other, ignore=shutil.ignore_patterns("__pycache__"))
    elif one.exists():
        other.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(one, other)


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


@click.command()
@click.option("--edits", default=500, show_default=True)
@click.option("--seed", default=0, show_default=True)
@click.option("--city", default="lakeside", show_default=True)
@click.argument("folder", type=click.Path(path_type=Path, exists=True))
def main(edits: int, seed: int, city: str, folder: Path) -> None:
    """Edit a city of the tests at random, in a folder that has room for it."""
    project = Project(folder / "project", ROOT / "tests" / "cities" / city, seed)
    if not project.build():
        raise click.ClickException(f"{city} cannot be built")
    sound = faults = 0
    for number in range(edits):
        made = project.edit()
        sound += made.is_sound
        faults += bool(made.differing)
        told = ", ".join(made.differing[:5]) or ("same" if made.is_sound else "undone")
        click.echo(f"{number + 1:4} {made.edit}: {told}")
    click.echo(f"{edits} edits, {sound} of them sound, {faults} with files that differ")
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()
