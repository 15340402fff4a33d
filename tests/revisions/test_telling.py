"""Changes are told exactly as the golden files say, in every format and both languages."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from generator.catalog.problems import LANGUAGES
from generator.cli import main
from generator.revisions.changes.base import Change
from generator.revisions.changes.parts import Reread
from generator.revisions.describing import DESCRIBERS
from generator.revisions.kinds import Kind
from generator.revisions.phrases import LABELS, SENTENCES
from generator.revisions.states import report_revisions, report_states
from tests.catalog.test_cases import change
from tests.conftest import CLOUDBRIDGE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.catalog.revision import Catalog

GOLDEN = Path(__file__).parent / "changes"
PAIRS = (("2031", "2032"), ("2032", "2033"), ("2031", "2033"), ("2033", "2031"), ("2032", "2032"))
ENDINGS = {"text": "txt", "markdown": "md", "json": "json", "github": "github.md"}
NEAR = [(*PAIRS[0], form, locale) for form, locale in product(ENDINGS, LANGUAGES)]
FAR = [(*pair, "text", locale) for pair, locale in product(PAIRS[1:], LANGUAGES)]


def run(*arguments: object) -> str:
    """Give what the command prints."""
    result = CliRunner().invoke(main, ["changes", *map(str, arguments)])
    assert result.exit_code == 0, result.output
    return result.output


def compare(told: str, name: str, *, update: bool) -> None:
    """Hold what is told against a golden file, or write the file anew."""
    path = GOLDEN / name
    if update:
        path.write_text(told, encoding="utf-8")
    assert told == path.read_text(encoding="utf-8")


@pytest.mark.parametrize(("before", "after", "form", "locale"), [*NEAR, *FAR])
def test_two_revisions(
    before: str, after: str, form: str, locale: str, *, update_golden: bool
) -> None:
    """Every pair, and every format of one of them."""
    where = ("--catalog", CLOUDBRIDGE, "--format", form, "--locale", locale)
    name = f"{before}..{after}.{locale}.{ENDINGS[form]}"
    compare(run(before, after, *where), name, update=update_golden)


EDITS = [
    {
        "file": "revisions/2033/readings.yml",
        "from": "read: 入园咨询",
        "to": "read: 入园指导",
    },
    {
        "file": "revisions/2033/services.yml",
        "from": "zh: 开展入园咨询；",
        "to": "zh: 开展入园指导；",
    },
    {"file": "revisions/2031/services.yml", "from": "en: Sport at weekends", "to": "en: Weekends"},
    {"file": "pillars.yml", "from": "en: School and reading.", "to": "en: School and books."},
]


@pytest.mark.parametrize("locale", LANGUAGES)
def test_two_states_of_one_catalog(cloudbridge: Path, locale: str, *, update_golden: bool) -> None:
    """A corrected reading, a mended English title, and words that all years share."""
    for record in cloudbridge.glob("revisions/*/published.yml"):
        record.unlink()
    for edit in EDITS:
        change(cloudbridge, edit)
    told = run("--base", CLOUDBRIDGE, "--catalog", cloudbridge, "--locale", locale)
    compare(told, f"states.{locale}.txt", update=update_golden)


def test_a_new_revision_is_compared_with_the_one_before(city: Catalog) -> None:
    """A proposal that brings a revision shows what it changes."""
    before = replace(city, revisions=city.revisions[:2])
    reports = [report for report in report_states(before, city, "en") if not report.is_empty]
    assert reports == [report_revisions(city, "2032", "2033", "en")]


@pytest.mark.parametrize("locale", LANGUAGES)
def test_equal_states_are_told_by_silence(locale: str) -> None:
    """No comment is due where readers see no change."""
    assert run("--base", CLOUDBRIDGE, "--catalog", CLOUDBRIDGE, "--locale", locale) == ""


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "name two revisions, as 'changes 2025 2026', or --base DIR"),
        (("2031",), "name two revisions, as 'changes 2025 2026', or --base DIR"),
        (("2031", "2034"), "no revision '2034'; there are 2031, 2032, 2033"),
    ],
)
def test_a_question_that_cannot_be_answered(arguments: tuple[str, ...], message: str) -> None:
    """The form that is expected is told."""
    result = CliRunner().invoke(main, ["changes", *arguments, "--catalog", str(CLOUDBRIDGE)])
    assert result.exit_code == 2
    assert message in result.output


def list_classes(base: type[Change] = Change) -> Iterator[type[Change]]:
    """Yield every class of change that can be made."""
    for below in base.__subclasses__():
        yield from list_classes(below)
        if not below.__abstractmethods__:
            yield below


def test_every_class_can_be_described_and_every_kind_told() -> None:
    """None falls through."""
    assert set(DESCRIBERS) | {Reread} == set(list_classes())
    assert list(LABELS) == list(SENTENCES) == list(Kind)
