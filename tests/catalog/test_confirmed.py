"""What this site says in its own words cannot go stale unseen."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from carelist.catalog.confirming import read_review
from carelist.catalog.kinds import Kind
from carelist.catalog.loading import inspect_catalog
from carelist.cli import main
from click.testing import CliRunner

from tests.catalog.test_cases import change
from tests.site.building import CATALOG

if TYPE_CHECKING:
    from pathlib import Path

SERVICES = "revisions/2026/services.yml"
MEALS = "compulsory-education/nutritious-meals"
PROMISE = "为符合条件的家庭经济困难流动儿童提供营养餐。"


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """The catalog, with a draft of 2026 that says what the list of 2025 says."""
    folder = tmp_path / "catalog"
    shutil.copytree(CATALOG, folder)
    assert CliRunner().invoke(main, ["revise", "2026", "--catalog", str(folder)]).exit_code == 0
    return folder


def list_unconfirmed(folder: Path) -> list[str]:
    """What is to be looked at for the draft, as it is confirmed: `what:of`."""
    inspection = inspect_catalog(folder)
    assert [p for p in inspection.problems if p.kind is Kind.UNCONFIRMED] == []
    problems = inspection.drafts["2026"].problems
    found = [p for p in problems if p.kind is Kind.UNCONFIRMED]
    return [f"{problem.values['what']}:{problem.values['of']}" for problem in found]


def confirm(folder: Path, *names: str) -> tuple[int, list[str]]:
    """What the command exits with and says."""
    result = CliRunner().invoke(main, ["confirm", "2026", *names, "--catalog", str(folder)])
    return result.exit_code, result.output.splitlines()


def test_all_that_the_site_says_of_the_list_is_confirmed() -> None:
    """Each summary, clause, audience, situation, pillar, ask and target of words is recorded."""
    review = read_review(CATALOG, "2025")
    assert list(review.known) == [follower.key for follower in review.followers]
    assert review.find_left() == []


def test_what_says_the_same_needs_no_second_look(draft: Path) -> None:
    """A draft begun from last year's list goes on from what was confirmed for that."""
    assert list_unconfirmed(draft) == []


def test_a_promise_that_is_dropped_puts_all_that_tells_of_it_on_the_list(draft: Path) -> None:
    """The summary, the pillar's, the situations and the words that lead there."""
    text = (draft / SERVICES).read_text(encoding="utf-8")
    start = text.index("      - id: nutritious-meals\n")
    end = text.index("      - id: public-school-place\n")
    (draft / SERVICES).write_text(text[:start] + text[end:], encoding="utf-8")
    found = list_unconfirmed(draft)
    assert {"summary:compulsory-education", f"words:{MEALS}", "pillar:education"} <= {*found}
    assert [name for name in found if name.startswith("clause:")] == []
    code, lines = confirm(draft, "summary:compulsory-education", f"words:{MEALS}")
    assert (code, lines[-1]) == (1, f"to be confirmed: {len(found) - 2}")
    assert list_unconfirmed(draft) == [
        name for name in found if name not in {"summary:compulsory-education", f"words:{MEALS}"}
    ]


def test_a_promise_that_is_another_puts_its_label_on_the_list(draft: Path) -> None:
    """Reworded, the clause itself is to be looked at too; confirmed at once, nothing is left."""
    change(draft, {"file": SERVICES, "from": PROMISE, "to": PROMISE.replace("营养餐", "早餐")})
    found = list_unconfirmed(draft)
    wanted = {"summary:compulsory-education", f"clause:{MEALS}", f"words:{MEALS}"}
    assert wanted | {"pillar:education"} <= {*found}
    assert confirm(draft, "--all") == (0, ["to be confirmed: 0"])
    assert list_unconfirmed(draft) == []


@pytest.mark.parametrize(
    ("before", "after", "name"),
    [
        ("zh: 家庭住房困难的流动儿童", "zh: 流动儿童", "audience:children-in-housing-difficulty"),
        ("    departments: [housing]", "    departments: [finance]", "summary:housing"),
        (
            "condition:\n          zh: 急难型临时救助",
            "condition:\n          zh: 急难型",
            "clause:temporary-assistance/emergency-aid",
        ),
    ],
)
def test_audiences_departments_and_conditions_are_followed(
    draft: Path, before: str, after: str, name: str
) -> None:
    """A change of any of them is told at the words that rest on it."""
    change(draft, {"file": SERVICES, "from": before, "to": after})
    assert name in list_unconfirmed(draft)


def test_official_words_that_slipped_are_told_once(tmp_path: Path) -> None:
    """What follows the words of a published list waits until they are those of its copy."""
    folder = tmp_path / "catalog"
    shutil.copytree(CATALOG, folder)
    published = "revisions/2025/services.yml"
    change(folder, {"file": published, "from": PROMISE, "to": PROMISE.replace("营养餐", "早餐")})
    found = inspect_catalog(folder).problems
    assert [problem.kind for problem in found] == [Kind.FROZEN_WORDS, Kind.TASK_DIFFERS]


def test_a_name_that_nothing_has_is_refused(draft: Path) -> None:
    """With the form expected."""
    code, lines = confirm(draft, "summary:hosing")
    told = "Error: nothing is called 'summary:hosing'; expected a name as summary:housing"
    assert (code, lines[-1]) == (2, told)


def test_publishing_a_list_records_what_it_was_published_with(lakeside: Path) -> None:
    """From then on, what its words are about is held to it."""
    (lakeside / "revisions/2031/published.yml").unlink(missing_ok=True)
    (lakeside / "revisions/2031/draft.yml").write_text("", encoding="utf-8")
    result = CliRunner().invoke(main, ["publish", "2031", "--catalog", str(lakeside)])
    assert result.exit_code == 0, result.output
    review = read_review(lakeside, "2031")
    assert list(review.known) == [follower.key for follower in review.followers]
    assert inspect_catalog(lakeside).problems == ()
