"""A first list in Chinese alone: what its draft asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from carelist.catalog.kinds import Kind
from carelist.catalog.loading import inspect_catalog
from carelist.catalog.summary import sum_up_catalog
from carelist.cli import main
from carelist.eligibility.inspecting import inspect_list, load_list
from carelist.eligibility.profiles import ProfileError, read_answers
from carelist.intake.questions import write_questions
from carelist.speech.locales import SHIPPED_LOCALES
from click.testing import CliRunner

from tests.conftest import CITIES
from tests.site.building import edit_yaml, keep_official, make_project
from tests.speaking import ZH

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """Clearwater's list as a draft in Chinese alone, with an id that nobody chose."""
    folder = make_project(tmp_path, CITIES / "clearwater") / "catalog"
    (folder / "revisions" / "2034" / "draft.yml").touch()
    edit_yaml(folder / "site.yml", lambda site: site.update(locales=["zh"]))
    services = folder / "revisions" / "2034" / "services.yml"
    text = services.read_text(encoding="utf-8").replace("migrant-children", "liu-dong-er-tong")
    services.write_text(text, encoding="utf-8")
    return folder


def confirm(folder: Path, name: str) -> int:
    """Run the command; what it exits with."""
    words = ["confirm", "2034", name, "--catalog", str(folder)]
    return CliRunner().invoke(main, words).exit_code


def test_ids_that_nobody_chose_are_looked_at_once(draft: Path) -> None:
    """What is confirmed besides confirms no ids; nothing else is asked, and no translation."""
    assert [p.kind for p in inspect_catalog(draft).drafts["2034"].problems] == [Kind.PROPOSED_IDS]
    assert confirm(draft, "summary:places") == 1
    assert [p.kind for p in inspect_catalog(draft).drafts["2034"].problems] == [Kind.PROPOSED_IDS]
    assert confirm(draft, "ids:services") == 0
    assert inspect_catalog(draft).drafts["2034"].problems == ()


def write_one_rule(rows: dict[str, Any]) -> None:
    """Make the first promise depend on the child's age."""
    quote, words = {"zh": "符合条件的"}, {"zh": "孩子不到三岁"}
    rows["conditions"] = [
        {"id": "young", "fact": "age", "is": ["0-2"], "quote": quote, "words": words}
    ]
    rows["services"][0]["clauses"][0]["criterion"] = "young"


def count_told(folder: Path, kind: Kind) -> int:
    """How many problems of a kind are told, in the draft and outside it."""
    found = inspect_list(folder)
    return [p.kind for p in (*found.problems, *found.drafts["2034"].problems)].count(kind)


@pytest.mark.parametrize("kind", [Kind.UNUSED_FACT])
def test_questions_that_nothing_depends_on_are_told_once_rules_are_begun(
    draft: Path, kind: Kind
) -> None:
    """A ready set waits for the first rule in peace; then what is left over is told."""
    (draft / "questions.yml").write_text(
        write_questions("children", SHIPPED_LOCALES), encoding="utf-8"
    )
    services = draft / "revisions" / "2034" / "services.yml"
    edit_yaml(services, keep_official)
    assert count_told(draft, kind) == 0
    edit_yaml(services, write_one_rule)
    assert count_told(draft, kind) == 5


def test_a_published_list_is_not_stopped_by_a_ready_set(tmp_path: Path) -> None:
    """None of it is asked before a rule turns on it, and the check says so in a line."""
    folder = make_project(tmp_path, CITIES / "clearwater") / "catalog"
    edit_yaml(folder / "revisions" / "2034" / "services.yml", keep_official)
    (folder / "questions.yml").write_text(
        write_questions("children", SHIPPED_LOCALES), encoding="utf-8"
    )
    catalog = load_list(folder)
    assert catalog.questions.facts == ()
    with pytest.raises(ProfileError) as told:
        read_answers(["age=3-5"], catalog.questions)
    ready = "这份清单还没有问题；carelist questions 有现成的，可以从那里写起"
    assert told.value.tell(ZH) == ready
    waiting = "有 6 个问题还没有规则用到，网站先不问：age、stage、hukou、hardship、disability、care"
    assert list(sum_up_catalog(catalog, ZH))[-1] == waiting
