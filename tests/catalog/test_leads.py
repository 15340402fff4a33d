"""References that outlast a list lead on to what took a place, or a draft says that they cannot."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from carelist.eligibility.inspecting import inspect_list, load_list
from carelist.revisions.publishing import publish_revision
from carelist.search.checks import inspect_vocabulary
from carelist.site.index import Index

from tests.site.building import edit_yaml

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def draft(lakeside: Path) -> Path:
    """The list of 2032, a draft that says what the list of 2031 says."""
    year = Path(shutil.copytree(lakeside / "revisions" / "2031", lakeside / "revisions" / "2032"))
    (year / "draft.yml").touch()
    return year


def edit_services(year: Path, edit: Callable[[dict[str, Any]], object]) -> None:
    """Edit the services of a year's list, by their ids; its notice asks for none of them."""
    edit_yaml(year / "notice.yml", lambda notice: notice["asks"].clear())
    edit_yaml(
        year / "services.yml",
        lambda rows: edit({service["id"]: service for service in rows["services"]}),
    )


def list_left(folder: Path) -> tuple[list[str], list[str]]:
    """What is wrong with the list in force, then what is left to do in the draft of 2032."""
    inspection = inspect_vocabulary(inspect_list(folder))
    told = (inspection.problems, inspection.drafts["2032"].problems)
    now, ahead = ([p.line().replace(f"{folder}/", "") for p in side] for side in told)
    return now, ahead


def test_a_draft_says_which_words_and_numbers_will_lead_nowhere(draft: Path) -> None:
    """A promise and a service that it leaves out, and the list in force is as sound as before."""

    def leave_out(services: dict[str, Any]) -> None:
        services["school-places"]["clauses"][1]["id"] = "guidance"
        services["counselling"]["id"] = "listening"

    folder = draft.parents[1]
    edit_services(draft, leave_out)
    ending = (
        "leads nowhere in the list of 2032, which has it no more, nor anything that replaces it; "
        "expected what that list has, or nothing (a word of earlier lists alone says until which, "
        'as until: "2031")'
    )
    assert list_left(folder) == (
        [],
        [
            f"hotlines.yml:26:16: 'counselling' {ending}",
            f"vocabulary.yml:17:24: 'school-places/advice' {ending}",
        ],
    )


def test_what_a_draft_has_is_waited_for_and_what_nobody_has_is_unknown(draft: Path) -> None:
    """A word for a service of next year can be written before that list is published."""
    folder = draft.parents[1]
    edit_services(draft, lambda services: services["counselling"].update(id="listening"))
    text = (folder / "vocabulary.yml").read_text(encoding="utf-8")
    text = text.replace("[after-school, school-places/advice]", "[listening, nonsense]")
    (folder / "vocabulary.yml").write_text(text, encoding="utf-8")
    now, ahead = list_left(folder)
    assert now == ["vocabulary.yml:17:21: unknown service 'nonsense'"]
    assert [line.partition(" ")[0] for line in ahead] == ["hotlines.yml:26:16:"]
    assert [entry.to for entry in load_without(folder, ", nonsense").spoken.terms] == [
        ("school-places/places",)
    ]


def load_without(folder: Path, words: str) -> Any:  # noqa: ANN401  # a catalog
    """Load the list once some words are taken out of its vocabulary."""
    path = folder / "vocabulary.yml"
    path.write_text(path.read_text(encoding="utf-8").replace(words, ""), encoding="utf-8")
    return load_list(folder)


def test_words_and_numbers_lead_on_to_what_took_the_place(draft: Path) -> None:
    """Of a service that was replaced; its clause goes with it where the successor has it too."""

    def replace(services: dict[str, Any]) -> None:
        services["school-places"].update(id="school-entry", replaces=["school-places"])
        services["school-places"]["clauses"][0]["id"] = "seats"
        services["counselling"].update(id="listening", replaces=["counselling"])

    folder = draft.parents[1]
    edit_services(draft, replace)
    assert list_left(folder) == ([], [])
    publish_revision(inspect_list(folder), folder, "2032", "2032-05-06")
    catalog = load_list(folder)
    assert [entry.to for entry in catalog.spoken.terms] == [
        ("school-entry",),
        ("after-school", "school-entry/advice"),
    ]
    assert [h.number for h in Index(catalog).hotlines_by_service["listening"]] == ["96000"]


def test_a_word_can_end_with_a_list(draft: Path) -> None:
    """It leads until then, and the draft has nothing to say of it."""
    folder = draft.parents[1]
    edit_services(
        draft, lambda services: services["school-places"]["clauses"][1].update(id="guidance")
    )
    text = (folder / "vocabulary.yml").read_text(encoding="utf-8")
    text = text.replace("school-places/advice]", 'school-places/advice]\n    until: "2031"')
    (folder / "vocabulary.yml").write_text(text, encoding="utf-8")
    assert list_left(folder) == ([], [])
    assert len(load_list(folder).spoken.terms) == 2
    publish_revision(inspect_list(folder), folder, "2032", "2032-05-06")
    assert [entry.to for entry in load_list(folder).spoken.terms] == [("school-places/places",)]


def test_a_draft_says_which_synonyms_it_leaves_without_a_meaning(draft: Path) -> None:
    """The word of the list is in no service any more; the list in force still has it."""
    for name in ("services.yml", "source.txt", "readings.yml"):
        path = draft / name
        path.write_text(path.read_text(encoding="utf-8").replace("学位", "位子"), encoding="utf-8")
    now, ahead = list_left(draft.parents[1])
    assert now == []
    told = [line for line in ahead if line.startswith("vocabulary.yml")]
    nowhere = "no service has this word; expected a word of the list, or of a term"
    assert told == [f"vocabulary.yml:6:14: '学位' points nowhere: {nowhere}"]
