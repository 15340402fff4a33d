"""`carelist export`: the files of the site, each form and each year, and what it refuses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from carelist.cli import main
from carelist.exports.files import FORMATS
from click.testing import CliRunner

from tests.conftest import CLOUDBRIDGE
from tests.exports.opening import list_files
from tests.site.building import SITE_URL, read_site, read_tree

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

YEARS = ("2031", "2032", "2033")
DESCRIBING = {"dcat.ttl", "dcat.jsonld"}
"""What describes the files at the addresses of the site."""


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    """The settings of a site."""
    file = tmp_path / "mkdocs.yml"
    file.write_text(f"site_name: Cloudbridge\nsite_url: {SITE_URL}\n", "utf-8")
    return file


def export(settings: Path, *words: str | Path, language: str = "en_GB.UTF-8") -> Result:
    """Export the city with three lists."""
    place = ("--catalog", CLOUDBRIDGE, "--config", settings)
    called = [str(word) for word in ("export", *place, *words)]
    return CliRunner().invoke(main, called, env={"LC_ALL": language})


def test_all_files_are_those_of_the_site(settings: Path, tmp_path: Path) -> None:
    """To the byte, into a folder that is made; what else stands there stays."""
    out = tmp_path / "new" / "data"
    (out / "services").mkdir(parents=True)
    (out / "services.csv").write_text("old", "utf-8")
    (out / "mine.txt").write_text("mine", "utf-8")
    result = export(settings, "--out", out)
    expected = list_files(read_site(CLOUDBRIDGE))
    assert (result.exit_code, result.output) == (0, f"{len(expected)} files in {out}/\n")
    assert read_tree(out) == {**expected, "mine.txt": b"mine"}


def test_each_file_is_of_one_form() -> None:
    """And each form has some."""
    site = read_site(CLOUDBRIDGE)
    parts = {form: dict(site.open_data.list_files(form)) for form in FORMATS}
    assert all(parts.values())
    assert sum(map(len, parts.values())) == len(list_files(site))
    assert {path: one for part in parts.values() for path, one in part.items()} == list_files(site)


def test_a_form_can_be_had_alone(settings: Path, tmp_path: Path) -> None:
    """No other file is written."""
    assert export(settings, "--format", "turtle", "--out", tmp_path / "out").exit_code == 0
    files = list_files(read_site(CLOUDBRIDGE))
    expected = {path: content for path, content in files.items() if path.endswith(".ttl")}
    assert read_tree(tmp_path / "out") == expected


@pytest.mark.parametrize("year", YEARS)
def test_an_earlier_list_is_given_as_it_was(year: str, settings: Path, tmp_path: Path) -> None:
    """With all files that the site has, but for what describes those at its addresses."""
    assert export(settings, "--revision", year, "--out", tmp_path / "out").exit_code == 0
    found, latest = read_tree(tmp_path / "out"), list_files(read_site(CLOUDBRIDGE))
    whole = {path for path in latest if "/" not in path}
    lacks = DESCRIBING if year != YEARS[-1] else set()
    assert {path for path in found if "/" not in path} == whole - lacks
    assert f'"version":"{year}"'.encode() in found["datapackage.json"]
    assert found[f"revisions/{year}.json"] == latest[f"revisions/{year}.json"]
    assert (found == latest) is (year == YEARS[-1])


IN_THE_WAY = ("a file or folder of another sort has that name", "同名的文件或文件夹占着位置")
REFUSED = {
    "1999": (2, "no revision '1999'; there are 2031, 2032, 2033", "没有 1999 年版"),
    "pdf": (2, "--format can only be: csv, xlsx, json", "--format 只能是：csv、xlsx、json"),
    "file": (2, "--out: there is no such folder, or it is a file", "--out：没有这个文件夹，或者它"),
    "below-file": (1, *IN_THE_WAY),
    "file-in-the-way": (1, *IN_THE_WAY),
    "folder-in-the-way": (1, *IN_THE_WAY),
}
"""By case: the exit status, and what is said in each language."""


@pytest.mark.parametrize("language", ["en_GB.UTF-8", "zh_CN.UTF-8"])
@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_written_is_told(
    case: str, language: str, settings: Path, tmp_path: Path
) -> None:
    """In one sentence, in the language of whoever called it."""
    (tmp_path / "file").write_text("", "utf-8")
    (tmp_path / "folder" / "services.csv").mkdir(parents=True)
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "services").write_text("", "utf-8")
    words: dict[str, tuple[str | Path, ...]] = {
        "1999": ("--revision", "1999"),
        "pdf": ("--format", "pdf"),
        "file": ("--out", tmp_path / "file"),
        "below-file": ("--out", tmp_path / "file" / "data"),
        "file-in-the-way": ("--out", tmp_path / "other"),
        "folder-in-the-way": ("--out", tmp_path / "folder"),
    }
    result = export(settings, *words[case], language=language)
    status, english, chinese = REFUSED[case]
    assert result.exit_code == status
    assert (english if language.startswith("en") else chinese) in result.output.splitlines()[-1]
