"""What stands where nobody has written anything yet."""

from __future__ import annotations

import pytest
from carelist.catalog.records import Audience, Clause, Pillar, Pillars, Service
from carelist.catalog.texts import Text, find_digest
from carelist.catalog.unwritten import (
    is_unwritten,
    list_unwritten,
    take_names,
    take_summary,
    take_title,
)
from carelist.catalog.walks import find_texts
from carelist.eligibility.criteria import decide, give_reasons
from carelist.speech.locales import SHIPPED_LOCALES

from tests.speaking import EN, ZH

TASK = "免除学费；对一、二年级家庭经济困难学生发放国家助学金。"


def make_text(zh: str, en: str = "") -> Text:
    """A text, with English of its present Chinese where some is given."""
    english = {"en": en, "digest": find_digest(zh)} if en else {}
    return Text.model_validate({"zh": zh, **english})


@pytest.mark.parametrize(
    ("zh", "en", "title"),
    [
        (TASK, "", ("免除学费", "免除学费")),
        (TASK, "Fees are waived; grants are paid.", ("免除学费", "Fees are waived")),
        ("a" * 17, "", ("a" * 16 + "…", "a" * 16 + "…")),
        ("——", "", ("——", "——")),
        ("；", "", ("；", "；")),
        ("、，", "; ,", ("、，", "; ,")),
    ],
)
def test_a_promise_without_a_title_is_called_by_its_first_words(
    zh: str, en: str, title: tuple[str, str]
) -> None:
    """In each language that it has; no more of them than a heading holds."""
    found = take_title({"text": make_text(zh, en)})
    assert (found.write(ZH), found.write(EN)) == title


def test_english_of_other_words_gives_no_title() -> None:
    """It would not be that of the title."""
    text = Text.model_validate({"zh": TASK, "en": "Something else", "digest": "00000000"})
    assert take_title({"text": text}).find_state(EN) == "missing"


def test_a_service_needs_nothing_but_official_words() -> None:
    """All else has a value that promises nothing, and is known to be nobody's."""
    clause = {"id": "fees", "text": {"zh": TASK}}
    service = Service.model_validate(
        {"id": "school", "number": "1", "pillar": "learning", "audience": "pupils"}
        | {"group": "school", "departments": ["education"], "clauses": [clause]}
    )
    (promise,) = service.clauses
    assert (promise.how, promise.title.source) == ("ask", "免除学费")
    assert is_unwritten(promise.criterion)
    assert (service.summary.source, service.is_summed_up) == (TASK, False)
    assert "criterion" not in service.model_dump(exclude_unset=True)["clauses"][0]


def test_what_stands_for_a_summary_ends_as_a_sentence_does() -> None:
    """The first promise, without the mark that the next one follows."""
    clauses = [Clause.model_validate({"id": "fees", "text": {"zh": "免除学费；"}})]
    assert take_summary({"clauses": clauses}).source == "免除学费"


def test_a_rule_that_nobody_wrote_is_open_whatever_is_answered() -> None:
    """Never yes, never no; its reason quotes the official words."""
    audience = Audience.model_validate({"id": "pupils", "name": {"zh": "随迁学生"}})
    name = str(audience.criterion.condition)
    assert name == f"unwritten-{find_digest('随迁学生')}"
    conditions = list_unwritten([(audience.criterion, audience.name)])
    for answers in ({}, {"age": ("3-5",)}):
        assert decide(audience.criterion, conditions, answers) == "depends"
        (reason,) = give_reasons(audience.criterion, conditions, answers)
        assert (reason.condition, reason.outcome) == (name, "open")
    condition = conditions[name]
    assert (condition.quote.source, condition.fact, condition.set_by) == ("随迁学生", None, ())
    assert condition.words.write(ZH) == ZH.words("site").rule_unwritten
    assert condition.words.write(EN) == EN.words("site").rule_unwritten


def test_pillars_without_a_colour_have_that_of_their_place() -> None:
    """One that is given stays."""
    entries = [{"id": f"p{n}", "name": {"zh": "学有所教"}} for n in range(3)]
    entries[1]["colour"] = "rose"
    pillars = Pillars.model_validate({"pillars": entries}).pillars
    assert [pillar.colour for pillar in pillars] == ["coral", "rose", "green"]
    assert Pillar.model_validate(entries[0]).summary is None


def test_names_in_a_row_have_english_where_all_have() -> None:
    """As a list of the language."""
    names = [make_text("托育服务", "Childcare"), make_text("学前教育", "Kindergarten")]
    row = take_names(names, SHIPPED_LOCALES)
    assert (row.write(ZH), row.write(EN)) == ("托育服务、学前教育", "Childcare, Kindergarten")
    assert take_names([*names, make_text("课后服务")], SHIPPED_LOCALES).find_state(EN) == "missing"


def test_what_nobody_wrote_is_no_text_of_the_list() -> None:
    """It is asked of nobody to translate it."""
    clause = Clause.model_validate({"id": "fees", "text": {"zh": TASK}})
    assert [path for path, _ in find_texts(clause)] == [("text",)]
