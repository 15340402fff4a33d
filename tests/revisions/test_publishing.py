"""A revision is recorded once, sound and translated, and stands as recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from carelist.cli import main
from carelist.eligibility.inspecting import inspect_list
from click.testing import CliRunner

from tests.catalog.test_cases import change
from tests.conftest import CLOUDBRIDGE, ROOT

if TYPE_CHECKING:
    from pathlib import Path

RECORD = "revisions/2033/published.yml"
STALE = {"file": "revisions/2033/services.yml", "from": "zh: 过冬物资", "to": "zh: 过冬用品"}


@pytest.fixture
def unpublished(cloudbridge: Path) -> Path:
    """Cloudbridge before the revision of 2033 is published."""
    (cloudbridge / RECORD).unlink()
    return cloudbridge


def run(*arguments: object) -> tuple[int, str]:
    """Give the exit status of the command and what it prints."""
    words = ["publish", *map(str, arguments)]
    result = CliRunner(env={"LC_ALL": "C.UTF-8"}).invoke(main, words)
    return result.exit_code, result.output


def test_a_revision_is_published(unpublished: Path) -> None:
    """The record is that of the fictional city, and the check has nothing against it."""
    assert run("2033", "--catalog", unpublished, "--on", "2033-03-25") == (
        0,
        f"{unpublished}/{RECORD}: the list of 2033 is published, and frozen from now on\n",
    )
    depth = ("../../schema", "../../../../../catalog/schema")
    written = (unpublished / RECORD).read_text(encoding="utf-8")
    assert written.replace(*depth) == (CLOUDBRIDGE / RECORD).read_text(encoding="utf-8")
    assert inspect_list(unpublished).problems == ()


def test_the_first_list_of_a_city_is_published(lakeside: Path) -> None:
    """Where there is nothing but a draft, that draft can be published."""
    draft = lakeside / "revisions" / "2031" / "draft.yml"
    draft.write_text("# 草稿\n", encoding="utf-8")
    record = draft.with_name("published.yml")
    assert run("2031", "--catalog", lakeside, "--on", "2031-06-01") == (
        0,
        f"{record}: the list of 2031 is published, and frozen from now on\n",
    )
    assert not draft.exists()
    assert inspect_list(lakeside).problems == ()


def test_a_revision_is_published_once(cloudbridge: Path) -> None:
    """What comes later is a correction."""
    status, told = run("2033", "--catalog", cloudbridge)
    assert status == 2
    assert "revision 2033 was published on 2033-03-25; log what is mended since in" in told


def test_a_revision_that_is_not_there(cloudbridge: Path) -> None:
    """The years that are there are named."""
    status, told = run("2034", "--catalog", cloudbridge)
    assert status == 2
    assert "no revision '2034'; there are 2031, 2032, 2033" in told


def test_stale_english_must_be_allowed(unpublished: Path) -> None:
    """No revision is published with English of other words unless that is said."""
    change(unpublished, STALE)
    status, told = run("2033", "--catalog", unpublished)
    assert status == 1
    assert "the English was made from other words than '过冬用品'" in told
    assert not (unpublished / RECORD).exists()
    assert run("2033", "--catalog", unpublished, "--allow-stale")[0] == 0


def test_no_list_is_published_without_a_tag(lakeside: Path) -> None:
    """A draft says so among what is left to do; the form is shown, and nothing is written."""
    line = 'tag: "tag:care@lakeside.example,2031-04:children"\n'
    change(lakeside, {"file": "site.yml", "from": line, "to": ""})
    told = (
        f"{lakeside}/site.yml:1:1: 'tag' is missing, with which the ids of all feeds begin for "
        'ever; expected tag: "tag:list.example.org,2026-01-31:care"\n'
    )
    assert run("2031", "--catalog", lakeside) == (1, told)
    assert inspect_list(lakeside).problems == ()
    draft = lakeside / "revisions" / "2031" / "draft.yml"
    draft.write_text("# 草稿\n", encoding="utf-8")
    (problem,) = inspect_list(lakeside).drafts["2031"].problems
    assert f"{problem.line()}\n" == told
    assert run("2031", "--catalog", lakeside, "--allow-stale") == (1, told)
    assert not draft.with_name("published.yml").exists()


def test_the_second_list_is_published_under_the_tag_of_the_first(unpublished: Path) -> None:
    """With another, nothing is published."""
    change(unpublished, {"file": "site.yml", "from": ":care", "to": ":other"})
    status, told = run("2033", "--catalog", unpublished)
    assert status == 1
    assert 'put back tag: "tag:cloudbridge.example,2031-05-10:care"' in told
    assert not (unpublished / RECORD).exists()


def test_a_correction_is_logged(cloudbridge: Path) -> None:
    """With the digest that the check gives, the corrected revision is sound."""
    title = {"file": "revisions/2033/services.yml", "from": "en: Winter care", "to": "en: Winters"}
    change(cloudbridge, title)
    (problem,) = inspect_list(cloudbridge).problems
    line = (
        'corrections:\n  - corrected_on: "2033-04-01"\n    what:\n      zh: 改了一个标题。\n'
        '      en: One title was mended.\n      digest: "d6f3f4fa"\n'
        f'    content: "{problem.values["digest"]}"\n'
    )
    change(cloudbridge, {"file": RECORD, "from": "corrections: []\n", "to": line})
    told = [problem.kind.name for problem in inspect_list(cloudbridge).problems]
    assert [kind for kind in told if kind != "STALE_TRANSLATION"] == []


def test_every_revision_of_the_real_list_is_published() -> None:
    """What the public site shows is frozen."""
    revisions = sorted((ROOT / "catalog" / "revisions").iterdir())
    shown = [path for path in revisions if not (path / "draft.yml").exists()]
    assert shown
    assert [path for path in shown if not (path / "published.yml").exists()] == []
