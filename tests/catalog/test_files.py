"""The folder: what is not there, not a file, not inside, or too much."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from carelist.catalog.decoding import MAX_BYTES
from carelist.catalog.files import find_revision_folders
from carelist.catalog.kinds import Kind
from carelist.catalog.links import find_stray_links
from carelist.catalog.loading import inspect_catalog, load_catalog
from carelist.catalog.problems import CatalogError

from tests.speaking import EN, ZH


def tell(folder: Path, root: Path) -> list[str]:
    """The lines that tell what is wrong with a folder, without its own path."""
    problems = inspect_catalog(folder).problems
    return [problem.line().replace(f"{root.as_posix()}/", "") for problem in problems]


def find_kinds(folder: Path) -> list[Kind]:
    """The kinds of what is wrong with a folder."""
    return [problem.kind for problem in inspect_catalog(folder).problems]


def test_no_catalog(tmp_path: Path) -> None:
    """A folder that is not there is one problem, not one for each file."""
    assert tell(tmp_path / "nowhere", tmp_path) == [
        (
            "nowhere:1:1: no such folder; expected the folder of the catalog, "
            "with site.yml and revisions/"
        )
    ]


def test_catalog_that_is_a_file(lakeside: Path) -> None:
    """A file in place of the catalog is no catalog."""
    assert find_kinds(lakeside / "site.yml") == [Kind.NO_CATALOG]


def test_error_holds_every_problem(lakeside: Path) -> None:
    """The loader raises one error with all that is wrong."""
    (lakeside / "site.yml").unlink()
    (lakeside / "hotlines.yml").write_text("hotlines: 7\n", encoding="utf-8")
    with pytest.raises(CatalogError) as caught:
        load_catalog(lakeside)
    assert [problem.kind for problem in caught.value.problems] == [
        Kind.EXPECTED_LIST,
        Kind.MISSING_FILE,
    ]


def test_stale_english_does_not_stop_the_list(lakeside: Path) -> None:
    """A list with stale English is loaded, and the problem is told."""
    path = lakeside / "site.yml"
    text = path.read_text(encoding="utf-8").replace("湖滨关爱清单", "湖滨服务清单")
    path.write_text(text, encoding="utf-8")
    assert load_catalog(lakeside).site.name.find_state(EN) == "stale"
    inspection = inspect_catalog(lakeside)
    assert [problem.kind for problem in inspection.problems] == [Kind.STALE_TRANSLATION]
    assert inspection.catalog is not None


def test_hidden_files_are_let_be(lakeside: Path) -> None:
    """What a system leaves in a folder, hidden, is no problem."""
    (lakeside / ".DS_Store").write_bytes(b"\0")
    (lakeside / "revisions" / ".gitkeep").write_bytes(b"")
    assert tell(lakeside, lakeside) == []


def test_revision_folder_without_files(lakeside: Path) -> None:
    """An empty revision is one problem, not one for each of its files."""
    (lakeside / "revisions" / "2032").mkdir()
    assert find_kinds(lakeside) == [Kind.EMPTY_FOLDER]
    assert tell(lakeside, lakeside) == [
        (
            "revisions/2032:1:1: the folder is empty; expected notice.yml, readings.yml, "
            "services.yml, source.txt"
        )
    ]


def test_revisions_are_years_in_plain_digits(lakeside: Path) -> None:
    """Full-width digits do not make a year."""
    (lakeside / "revisions" / "２０３２").mkdir()
    assert [path.name for path in find_revision_folders(lakeside)] == ["2031"]
    assert find_kinds(lakeside) == [Kind.NOT_A_YEAR]


def test_folder_where_a_file_should_be(lakeside: Path) -> None:
    """A folder named as a file is told as what it is."""
    (lakeside / "hotlines.yml").unlink()
    (lakeside / "hotlines.yml").mkdir()
    assert find_kinds(lakeside) == [Kind.NOT_A_FILE]
    assert tell(lakeside, lakeside) == [
        "hotlines.yml:1:1: a folder stands where a file is expected"
    ]


def test_link_out_of_the_catalog(lakeside: Path) -> None:
    """A linked file outside the catalog is not read."""
    outside = lakeside.parent / "secret.yml"
    (lakeside / "hotlines.yml").rename(outside)
    (lakeside / "hotlines.yml").symlink_to(outside)
    assert tell(lakeside, lakeside.parent) == [
        (
            "lakeside/hotlines.yml:1:1: this path leads out of the catalog to secret.yml; "
            "expected a file inside lakeside"
        )
    ]


def test_link_inside_the_catalog(lakeside: Path) -> None:
    """A link that stays inside is read as the file it leads to."""
    (lakeside / "hotlines.yml").rename(lakeside / ".hotlines.yml")
    (lakeside / "hotlines.yml").symlink_to(".hotlines.yml")
    assert tell(lakeside, lakeside) == []


def test_revision_that_is_linked_from_outside(lakeside: Path) -> None:
    """A revision outside the catalog is one problem, not one for each of its files."""
    outside = lakeside.parent / "elsewhere"
    (lakeside / "revisions" / "2031").rename(outside)
    (lakeside / "revisions" / "2031").symlink_to(outside)
    assert find_kinds(lakeside) == [Kind.OUTSIDE_CATALOG]


def test_links_in_a_circle(lakeside: Path) -> None:
    """A link that leads to itself is a file that cannot be read."""
    (lakeside / "site.yml").unlink()
    (lakeside / "site.yml").symlink_to("site.yml")
    assert find_kinds(lakeside) == [Kind.UNREADABLE_FILE]
    (problem,) = inspect_catalog(lakeside).problems
    assert problem.position.file == (lakeside / "site.yml").as_posix()


def test_file_that_the_system_does_not_give(
    lakeside: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A refusal of the system is told in its own words."""

    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr("pathlib.Path.read_bytes", refuse)
    assert tell(lakeside, lakeside)[0] == (
        "departments.yml:1:1: the file cannot be read: Permission denied"
    )


def test_file_of_bytes_that_are_no_text(lakeside: Path) -> None:
    """Bytes of no encoding that is known are told where they begin."""
    (lakeside / "hotlines.yml").write_bytes(b"a: b\nc: \xff\xfa\xff")
    problems = inspect_catalog(lakeside).problems
    assert [problem.kind for problem in problems] == [Kind.NOT_UTF8]
    assert (
        problems[0]
        .line()
        .endswith("hotlines.yml:2:4: byte 0xff is not UTF-8; save the file as UTF-8")
    )


def test_file_of_50_megabytes(lakeside: Path) -> None:
    """A file beyond the limit is not even opened."""
    with (lakeside / "hotlines.yml").open("wb") as file:
        file.truncate(50_000_000)
    assert find_kinds(lakeside) == [Kind.TOO_LARGE]
    assert tell(lakeside, lakeside) == [
        f"hotlines.yml:1:1: the file has 50000000 bytes; at most {MAX_BYTES} are read"
    ]


@pytest.mark.parametrize("name", [b"\xff\xfe.yml", b"a\nb.yml", b"\xe2\x80\xae.yml"])
def test_unreadable_name(lakeside: Path, name: bytes) -> None:
    """A name that cannot be shown is told on one line, in characters that can."""
    (lakeside / os.fsdecode(name)).write_bytes(b"")
    (line,) = tell(lakeside, lakeside)
    assert line.isprintable()
    line.encode()


@pytest.fixture
def docs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a page in it and one outside, from where it stands."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "secret.md").write_text("secret", encoding="utf-8")
    (tmp_path / "docs" / "below").mkdir(parents=True)
    (tmp_path / "docs" / "page.md").write_text("page", encoding="utf-8")
    return Path("docs")


@pytest.mark.parametrize(
    ("name", "target", "leads_to"),
    [
        ("page-too.md", "../outside/secret.md", "outside/secret.md"),
        ("folder", "../outside", "outside"),
        ("below/deep.md", "../../outside/secret.md", "outside/secret.md"),
        ("below/up", "../..", ""),
        (".hidden.md", "../outside/secret.md", "outside/secret.md"),
        ("nowhere.md", "../outside/gone.md", "outside/gone.md"),
    ],
)
def test_link_out_of_a_folder_that_is_published(
    docs: Path, name: str, target: str, leads_to: str
) -> None:
    """A file, a folder, deep inside, hidden, or to what is not there: told with where it leads."""
    (docs / name).symlink_to(target)
    (problem,) = find_stray_links(docs)
    assert [problem.kind] == [Kind.LINK_LEAVES]
    assert problem.line() == (
        f"docs/{name}:1:1: this link leads out of docs to {Path.cwd() / leads_to}, and nothing "
        "from there may be published; expected a file or a folder inside, or a copy in its place"
    )
    assert f"通向 docs 之外的 {Path.cwd() / leads_to}" in problem.line(ZH)


def test_link_inside_a_folder_that_is_published(docs: Path) -> None:
    """It may lead to files and folders there, and an editor may lock what it has open."""
    (docs / "again.md").symlink_to("page.md")
    (docs / "whole").symlink_to("below")
    (docs / "below" / "up.md").symlink_to("../page.md")
    (docs / ".#page.md").symlink_to("editor@host.1234")
    assert list(find_stray_links(docs)) == []


def test_links_that_lead_back_to_themselves(docs: Path) -> None:
    """In one step or in two; whoever followed them would never come to an end."""
    (docs / "other").mkdir()
    (docs / "below" / "top").symlink_to("..")
    (docs / "below" / "across").symlink_to("../other")
    (docs / "other" / "back").symlink_to("../below")
    problems = list(find_stray_links(docs))
    assert [problem.kind for problem in problems] == 3 * [Kind.LINK_IN_CIRCLE]
    files = [problem.position.file for problem in problems]
    assert sorted(files) == ["docs/below/across", "docs/below/top", "docs/other/back"]


def test_links_to_what_is_not_there(docs: Path) -> None:
    """A file that is gone, and a link to itself."""
    (docs / "gone.md").symlink_to("missing.md")
    assert [problem.kind for problem in find_stray_links(docs)] == [Kind.LINK_NOWHERE]
    (docs / "gone.md").unlink()
    (docs / "self.md").symlink_to("self.md")
    assert [problem.kind for problem in find_stray_links(docs)] == [Kind.LINK_NOWHERE]
