"""Builds sites for the tests: the real one, and those of edited copies of its catalog."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml
from carelist.catalog.loading import load_catalog
from carelist.catalog.texts import find_digest
from carelist.site.place import Place
from carelist.site.site import Site
from carelist.speech.plain_yaml import read_plain
from filelock import FileLock

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]
CATALOG = ROOT / "catalog"
SITE_URL = "https://list.example.org/"
SUB_PATH_URL = "https://example.org/city/list/"
REPOSITORY = "https://github.com/example/list"

CONFIGURATION = f"""\
INHERIT: {ROOT / "mkdocs.yml"}
docs_dir: {ROOT / "docs"}
plugins:
  - carelist:
      catalog: catalog
      typeset: false
"""
SECONDS = 480
ELSEWHERE = {
    "PYTHONHASHSEED": "2025",
    "TZ": "Asia/Shanghai",
    "LC_ALL": "C",
    "LANG": "zh_CN.UTF-8",
}
"""The environment of somebody else, whose builds give the same bytes."""
KIT_FOLDERS = ("kit", "en/kit")


@cache
def read_site(catalog: Path) -> Site:
    """The site of a catalog, before it is built."""
    return Site.of(load_catalog(catalog), Place(SITE_URL, REPOSITORY))


def list_variables(**variables: str) -> dict[str, str]:
    """The environment of a build: that of the tests, without their user's language and place."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in {"SITE_URL", "CARELIST_REPO_URL", "LANG", "LC_ALL", "LC_MESSAGES"}
    }
    chosen = {
        "SITE_URL": SITE_URL,
        "CARELIST_REPO_URL": REPOSITORY,
        "LC_ALL": "C.UTF-8",
        "CARELIST_CACHE": str(ROOT / ".cache"),
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONUTF8": "1",
    }
    return {**kept, **chosen, **variables}


def run_mkdocs(
    project: Path, *arguments: str, **variables: str
) -> subprocess.CompletedProcess[str]:
    """Run `mkdocs` in a folder, and give what came of it."""
    return run_python(project, "mkdocs", *arguments, **variables)


def run_python(
    project: Path, module: str, *arguments: str, **variables: str
) -> subprocess.CompletedProcess[str]:
    """Run a module of Python in a folder, and give what came of it."""
    return subprocess.run(
        (sys.executable, "-m", module, *arguments),
        cwd=project,
        env=list_variables(**variables),
        capture_output=True,
        check=False,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        timeout=SECONDS,
    )


def build_site(site: Path, project: Path = ROOT, **variables: str) -> Path:
    """Build the site of a project into the folder `site`, which is also given back."""
    done = run_mkdocs(project, "build", "--quiet", "--site-dir", str(site), **variables)
    told = f"{done.stdout}{done.stderr}"
    assert (done.returncode, told) == (0, ""), f"exit status {done.returncode}:\n{told}"
    return site


def build_once(
    site: Path, project: Path = ROOT, *, kit: Path | None = None, **variables: str
) -> Path:
    """Build a site into a folder unless it is there, whichever process of the tests comes first.

    With the pieces of a kit that lies in the site `kit`, where it makes none itself.
    """
    with FileLock(f"{site}.lock"):
        if not site.is_dir():
            unfinished = site.with_suffix(".unfinished")
            shutil.rmtree(unfinished, ignore_errors=True)
            build_site(unfinished, project, **variables)
            for folder in KIT_FOLDERS if kit else ():
                pages = shutil.ignore_patterns("*.html")
                shutil.copytree(
                    f"{kit}/{folder}", unfinished / folder, ignore=pages, dirs_exist_ok=True
                )
            unfinished.rename(site)
    return site


def make_project(folder: Path, catalog: Path = CATALOG, *, frozen: bool = False) -> Path:
    """Make a project of its own from a copy of a catalog, with the pages of the real one.

    Its lists are not yet frozen, so that tests can edit them; or they are, as published.
    """
    shutil.copytree(catalog, folder / "catalog")
    for record in folder.glob("catalog/revisions/*/published.yml") if not frozen else ():
        record.unlink()
    (folder / "mkdocs.yml").write_text(CONFIGURATION, encoding="utf-8")
    return folder


def edit_yaml(file: Path, edit: Callable[[Any], object]) -> None:
    """Let `edit` change what a YAML file of a catalog holds; every scalar is a string."""
    content = read_plain(file)
    edit(content)
    text = yaml.safe_dump(content, allow_unicode=True, default_style='"', width=1000)
    file.write_text(text, encoding="utf-8")


def keep_official(rows: dict[str, Any]) -> None:
    """Leave nothing in services.yml but what the notice prints, and ids."""
    del rows["conditions"]
    for entry in (*rows["audiences"], *rows["services"]):
        for key in ("criterion", "summary"):
            entry.pop(key, None)
    for service in rows["services"]:
        service["clauses"] = [{k: one[k] for k in ("id", "text")} for one in service["clauses"]]


def make_text(zh: str, en: str) -> dict[str, str]:
    """A text whose English is that of its Chinese."""
    return {"zh": zh, "en": en, "digest": find_digest(zh)}


def read_tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
