"""What a new city begins with, and what is refused."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from carelist.cli import main
from click.testing import CliRunner

from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

BEGUN = ROOT / "generator" / "carelist" / "starting" / "files" / ".github" / "workflows"
ACTION = re.compile(r"uses: (\S+@\S+)")


def begin(folder: Path, *options: str) -> tuple[int, str]:
    """Begin a city, and give how it ended with the last line that was said."""
    arguments = ["new", str(folder), "--year", "2031", "--lang", "en", *options]
    done = CliRunner().invoke(main, arguments)
    return done.exit_code, done.output.strip().split("\n")[-1]


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ((), "Error: the city needs a name, as --name 清河市"),
        (("--name", "en=Qinghe"), "Error: the city needs a name, as --name 清河市"),
        (
            ("--name", "清河市", "--locales", "en"),
            "Error: there is no language 'en'; known: zh, en, and zh among those chosen",
        ),
        (
            ("--name", "清河市", "--year", "31"),
            "Error: '31' is no year; expected four digits, as 2026",
        ),
    ],
)
def test_what_no_city_can_begin_with_is_told(
    tmp_path: Path, options: tuple[str, ...], told: str
) -> None:
    """And nothing is written."""
    assert begin(tmp_path / "city", *options) == (2, told)
    assert not (tmp_path / "city").exists()


def test_a_folder_with_files_is_left_alone(tmp_path: Path) -> None:
    """Whatever stands there."""
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    place = tmp_path.as_posix()
    told = f"Error: there are files in {place} already; nothing was changed"
    assert begin(tmp_path, "--name", "清河市") == (2, told)
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_a_city_begins_in_its_own_languages(tmp_path: Path) -> None:
    """A guide and its comments in each, its settings in six lines at most."""
    city = tmp_path / "city"
    assert begin(city, "--name", "清河市", "--url", "https://care.example.org/")[0] == 0
    assert (city / "mkdocs.yml").read_text("utf-8") == (
        "# 网站的设置；site_url 是网站将来的网址，不写就只能预览。\n"
        "site_name: 清河市服务清单\n"
        'site_url: !ENV [SITE_URL, "https://care.example.org/"]\n'
        'repo_url: !ENV [CARELIST_REPO_URL, ""]\n'
        "theme: carelist\n"
        "plugins: [carelist]\n"
    )
    guides = sorted(path.name for path in city.glob("*.md"))
    assert guides == ["CONTRIBUTING.md", "README.md"]
    assert "questions.yml" not in {path.name for path in (city / "catalog").iterdir()}
    assert "{" not in (city / "README.md").read_text("utf-8")


def test_workflows_pin_the_actions_that_ours_pin() -> None:
    """By digest, so that an update here is one there."""
    ours = "".join(path.read_text("utf-8") for path in ROOT.glob(".github/workflows/*.yml"))
    begun = "".join(path.read_text("utf-8") for path in sorted(BEGUN.glob("*.yml")))
    assert len(ACTION.findall(begun)) == 7
    assert set(ACTION.findall(begun)) <= set(ACTION.findall(ours))
