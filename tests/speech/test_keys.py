"""Words that Python alone says: all are used, and none that it makes up is missing."""

from __future__ import annotations

import re
from dataclasses import fields
from typing import TYPE_CHECKING, get_args

import pytest
from carelist.catalog.losses import LossKind
from carelist.catalog.records import FixedColumn, How
from carelist.catalog.rules import Verdict
from carelist.catalog.site import Licence
from carelist.catalog.steps import Step
from carelist.disk import REASONS
from carelist.eligibility.criteria import Outcome
from carelist.eligibility.groups import Group
from carelist.formats.document import Doubt
from carelist.formats.limits import Refusal
from carelist.formats.where import Where
from carelist.hosting.faults import FaultKind
from carelist.intake.columns import HeadingDoubt
from carelist.intake.guesses import Why
from carelist.intake.letter import IssuedBy
from carelist.intake.report import BODY
from carelist.publicity.wording import CHANNELS
from carelist.revisions.kinds import ChangeKind
from carelist.speech.words import split_form

from tests.conftest import ROOT
from tests.speaking import EN

if TYPE_CHECKING:
    from carelist.speech.words import Subject

PROGRAM = "\n".join(
    path.read_text(encoding="utf-8")
    for pattern in ("*.py", "*.jinja")
    for path in sorted((ROOT / "generator" / "carelist").rglob(pattern))
)
REFUSED = re.findall(r'(?:Refusal|Profile|Publishing|WorkersEnded)Error\(\s*"(\w+)"', PROGRAM)
FAMILIES: dict[Subject, dict[str, tuple[str, ...]]] = {
    "commands": {
        "disk_": tuple(REASONS.values()),
        "left_": tuple(Step),
        "loss_": get_args(LossKind),
        "refused_": tuple(REFUSED),
        "summary_": (
            "source",
            "services",
            "cells",
            "readings",
            "paragraphs",
            "texts",
            "city",
            "waiting",
        ),
    },
    "verdicts": {
        "heading_": get_args(Group),
        "outcome_": tuple(outcome.replace("-", "_") for outcome in get_args(Outcome)),
    },
    "changes": {
        "label_": tuple(ChangeKind),
        "sentence_": tuple(ChangeKind),
        "how_": get_args(How),
        "verdict_": get_args(Verdict),
        "turn_": ("turned", "new", "gone"),
        "heading_": ("major", "minor", "notice"),
    },
    "intake": {
        "ground_": tuple(Why),
        "heading_": tuple(HeadingDoubt),
        "added_": ("departments", "pillars"),
        "issued_": get_args(IssuedBy),
        "column_": (*get_args(FixedColumn), "number"),
        "doubt_": tuple(one.name.lower() for one in Doubt),
        "doubtful_": (*(one.name.lower() for one in Doubt), "more"),
        "part_": (*BODY, "printed_on"),
        "refused_": tuple(one.name.lower() for one in Refusal),
        "where_": tuple(one.name for one in fields(Where)),
    },
    "wordings": {f"{one}_": ("service", "situation", "campaign") for one in CHANNELS},
    "hosting": {"fault_": tuple(FaultKind)},
    "citations": {},
    "files": {
        "new_": ("site", "pillars", "departments"),
        "new_licence_": tuple(one.replace("-", "_") for one in get_args(Licence)),
    },
}
"""Keys that modules make up, by what they begin with: what they can end in."""
ANY = {"changes": ("part_", "figure_"), "intake": ("reading_",)}
"""Beginnings of keys of which a module asks what there is."""


@pytest.mark.parametrize("subject", FAMILIES)
def test_every_member_of_a_family_has_its_word(subject: Subject) -> None:
    """Whoever adds a kind, a reason or a verdict is told what it has to say."""
    words = EN.words(subject)
    families = FAMILIES[subject].items()
    needed = [f"{start}{end}" for start, ends in families for end in ends]
    assert [key for key in needed if key not in words] == []


@pytest.mark.parametrize("subject", FAMILIES)
def test_every_word_is_said_somewhere(subject: Subject) -> None:
    """A word that no module says is no word."""
    families = FAMILIES[subject].items()
    said = {f"{start}{end}" for start, ends in families for end in ends}
    words = EN.words(subject)
    counted = {key: split_form(key)[0] for key in words}
    names = {name if f"{name}_other" in words else key for key, name in counted.items()} - said
    left = {name for name in names if not name.startswith(ANY.get(subject, "\0"))}
    assert [name for name in left if not re.search(rf"[\"']{name}[\"']|\.{name}\b", PROGRAM)] == []
