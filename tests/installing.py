"""Where the wheel alone is installed, and neither MkDocs nor Material; cities that begin there.

The repository is not on the path: the wheel is unpacked into a folder, beside links to what it
depends on, and the interpreter that made the environment runs with those two folders alone.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import typst
from filelock import FileLock

from tests.site.building import REPOSITORY, ROOT, SECONDS, list_variables

if TYPE_CHECKING:
    from collections.abc import Callable

HIDDEN = ("carelist", "__editable__", "_carelist", "material", "mkdocs")
"""What no name of a package may begin with: the program comes in the wheel, and ProperDocs stands
in for MkDocs."""
PACKAGES = Path(typst.__file__).parents[1]
PYTHON = getattr(sys, "_base_executable", sys.executable)


def make_once(folder: Path, make: Callable[[Path], None]) -> Path:
    """Have a folder made unless it is there, whichever process of the tests comes first."""
    with FileLock(f"{folder}.lock"):
        if not folder.is_dir():
            unfinished = folder.with_suffix(".unfinished")
            shutil.rmtree(unfinished, ignore_errors=True)
            unfinished.mkdir()
            make(unfinished)
            unfinished.rename(folder)
    return folder


def _install(folder: Path) -> None:
    build = (sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory")
    subprocess.run((*build, str(folder)), cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    zipfile.ZipFile(wheel).extractall(folder / "program")
    (folder / "packages").mkdir()
    for path in PACKAGES.iterdir():
        if not path.name.lower().startswith(HIDDEN) and path.suffix != ".pth":
            (folder / "packages" / path.name).symlink_to(path)


@pytest.fixture(scope="session")
def installed(shared: Path) -> str:
    """What PYTHONPATH is where the wheel is installed, and ProperDocs instead of MkDocs."""
    folder = make_once(shared / "wheel", _install)
    return os.pathsep.join([str(folder / "program"), str(folder / "packages")])


@pytest.fixture(scope="session")
def run(installed: str) -> Callable[..., str]:
    """Runs a module there, in a folder; gives all that it says."""

    def run_there(folder: Path, *command: str, **variables: str) -> str:
        done = subprocess.run(
            (PYTHON, "-P", "-S", "-m", *command),
            cwd=folder,
            env=list_variables(PYTHONPATH=installed, **variables),
            capture_output=True,
            check=False,
            encoding="utf-8",
            stdin=subprocess.DEVNULL,
            timeout=SECONDS,
        )
        assert done.returncode == 0, f"{done.stdout}{done.stderr}"
        return f"{done.stdout}{done.stderr}"

    return run_there


@pytest.fixture(scope="session")
def city(run: Callable[..., str], shared: Path) -> Path:
    """A city that was begun and built by the two commands, with no folder for pages of its own."""

    def make(folder: Path) -> None:
        new = ("carelist", "new", "city", "--name", "清河市", "--name", "en=Qinghe")
        run(folder, *new, "--year", "2031", "--people", "elders", "--locales", "zh,en")
        (folder / "city" / "docs" / ".gitkeep").unlink()
        (folder / "city" / "docs").rmdir()
        told = run(folder / "city", "carelist", "build", SITE_URL="", CARELIST_REPO_URL=REPOSITORY)
        assert "without site_url the site is a preview" in told

    return make_once(shared / "new", make) / "city"


@pytest.fixture(scope="session")
def plain_city(run: Callable[..., str], shared: Path) -> Path:
    """Another in Chinese alone, for anyone, which makes no pieces."""

    def make(folder: Path) -> None:
        run(folder, "carelist", "new", "city", "--name", "渡口县", "--year", "2031")
        settings = folder / "city" / "mkdocs.yml"
        text = settings.read_text("utf-8")
        plugins = "plugins: [{carelist: {typeset: false}}]"
        settings.write_text(text.replace("plugins: [carelist]", plugins), encoding="utf-8")
        run(folder / "city", "carelist", "build")

    return make_once(shared / "new-plain", make) / "city"
