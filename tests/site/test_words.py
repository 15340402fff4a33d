"""The words of the site: all used, none missing."""

from __future__ import annotations

import re
from typing import get_args

from carelist.catalog.records import CopyState, FixedColumn, How, ReadingKind
from carelist.catalog.revision import Soundness
from carelist.catalog.rules import Verdict
from carelist.eligibility.criteria import Outcome
from carelist.exports.files import GROUPS
from carelist.publicity.roles import Role
from carelist.publicity.wording import CHANNELS
from carelist.site.check_words import NAMES, PREFIX
from carelist.site.kinds.single import SINGLES, Single
from carelist.site.titles import WITHOUT_PIECES
from carelist.site.views.kit import FILES
from carelist.site.views.readings import STATES
from carelist.speech.people import NAMES as NAMES_OF_PEOPLE
from carelist.speech.people import Asked
from carelist.speech.words import WITHOUT_LETTER
from carelist.theme import THEME

from tests.site.building import ROOT
from tests.speaking import EN

SOURCES = (
    *sorted(THEME.rglob("*.html")),
    *sorted((ROOT / "generator" / "carelist" / "site").rglob("*.py")),
    ROOT / "generator" / "carelist" / "plugin.py",
)
CHECK_SCRIPTS = sorted((THEME / "scripts" / "check").glob("*.mjs"))
PROGRAM = "\n".join(path.read_text(encoding="utf-8") for path in SOURCES)
NAMED = re.compile(r"""\b(?:words|said)(?:\.(?!count\b|yml\b)([a-z_]+)\b(?!\()|\["([a-z_]+)"\])""")
FIELDS_OF_SAID = {"text", "state", "zh", "language"}
COUNTED = re.compile(r"""\bwords\.count\(\s*"([a-z_]+)\"""")
STRING = re.compile(r'"([a-z]+(?:_[a-z]+)*)"')

KINDS = get_args(ReadingKind)
FAMILIES = {
    "copy_{revision.soundness}": [f"copy_{one}" for one in get_args(Soundness)],
    "copy_named_{self.revision.notice.copy_}": [f"copy_named_{one}" for one in get_args(CopyState)],
    "readings_lead_{revision.soundness}": [f"readings_lead_{one}" for one in get_args(Soundness)],
    "readings_method_{revision.soundness}": [
        f"readings_method_{one}" for one in get_args(Soundness)
    ],
    "list_{side}": ["list_before", "list_behind"],
    "how_{how}": [f"how_{how}" for how in get_args(How)],
    "kind_{reading.kind}": [f"kind_{kind}" for kind in KINDS],
    "kind_{kind}_plural": [f"kind_{kind}_plural" for kind in KINDS],
    "kind_{kind}_meaning": [f"kind_{kind}_meaning" for kind in KINDS],
    "column_{column}": [f"column_{column}" for column in get_args(FixedColumn)],
    "column_{role}": [f"column_{role}" for role in get_args(Role)],
    "verdict_{part.verdict}": [f"verdict_{verdict}" for verdict in get_args(Verdict)],
    "verdict_{verdict}": [f"verdict_{verdict}" for verdict in get_args(Verdict)],
    "outcome_{reason.outcome}": [f"outcome_{outcome}" for outcome in get_args(Outcome)],
    "asked_{one}": [f"asked_{one}" for one in get_args(Asked)],
    "channel_{w.channel}": [f"channel_{channel}" for channel in CHANNELS],
    "{key}_form": [
        f"piece_{kind.replace('-', '_')}{end}" for kind in FILES for end in ("", "_form")
    ],
    "state_{state}": [f"state_{state}" for state in STATES],
    "written_{one.tag}": ["written_en"],
    "data_{group}": [f"data_{group}" for group in GROUPS],
    "data_{group}_lead": [f"data_{group}_lead" for group in GROUPS],
}
"""Keys that the program makes up: as it writes them, and what they can be."""
OF_SHEETS = {"role_supporting", "how_column"}
"""What modules of publicity say in the words of pages, too."""


def list_named() -> set[str]:
    """The keys that the program names outright or counts with."""
    named = {dotted or quoted for dotted, quoted in NAMED.findall(PROGRAM)} - FIELDS_OF_SAID
    counted = {f"{key}_{form}" for key in COUNTED.findall(PROGRAM) for form in ("one", "other")}
    return named | counted


def list_pages_words() -> set[str]:
    """The keys by which pages are called that there is one of."""
    singles = [one for one in SINGLES if isinstance(one, Single)]
    return {key for one in singles for key in (one.title, one.description_key, one.label)} - {""}


def list_instead(used: set[str]) -> set[str]:
    """The keys of words that take the place of used ones where there is no letter, or no kit."""
    keys = {f"{key}{end}" for key in used for end in (WITHOUT_LETTER, WITHOUT_PIECES)}
    return keys & set(EN.words("site"))


def test_every_key_that_is_used_exists() -> None:
    """Templates and modules name no word that site.yml does not have."""
    used = {*list_named(), *list_pages_words(), *(k for keys in FAMILIES.values() for k in keys)}
    assert sorted(used - set(EN.words("site"))) == []


def test_every_key_is_used() -> None:
    """site.yml holds no word that no template and no module shows."""
    used = {*list_named(), *list_pages_words(), *STRING.findall(PROGRAM)}
    used |= {key for keys in FAMILIES.values() for key in keys}
    used |= {*OF_SHEETS, *NAMES_OF_PEOPLE}
    used |= list_instead(used)
    assert sorted(set(EN.words("site")) - used) == []


def test_keys_are_made_up_only_in_the_ways_that_these_tests_know() -> None:
    """A new family of keys must be listed here, so that its members are looked for."""
    made_up = set(re.findall(r'\bwords\[f"([^"]+)"\]', PROGRAM))
    assert sorted(made_up) == sorted(FAMILIES)


def test_scripts_call_words_by_the_names_they_have() -> None:
    """All that the questionnaire fetches its scripts name; verdicts and outcomes by their names.

    Types hold that they name nothing else.
    """
    scripts = "\n".join(path.read_text("utf-8") for path in CHECK_SCRIPTS)
    made_up = re.findall(r"`(\w+_\$\{\w+\})`", scripts)
    assert sorted(made_up) == ["outcome_${outcome}", "verdict_${verdict}"]
    names = {name.removeprefix(PREFIX) for name in NAMES}
    named = {name for name in names if re.search(rf"""["'.{{ ]{name}\b""", scripts)}
    verdicts = {f"verdict_{verdict}" for verdict in get_args(Verdict)}
    assert names - named == {*verdicts, *(f"outcome_{outcome}" for outcome in get_args(Outcome))}


def test_a_copy_of_a_locale_speaks_for_itself() -> None:
    """Also where the one that it was copied from has spoken, whose words are kept with it."""
    assert EN.words("site").nav_notice != EN.words("site").nav_notice_without_letter
    alone = EN.without_letter()
    assert alone.words("site").nav_notice == EN.words("site").nav_notice_without_letter
    assert EN.words("site").nav_notice != alone.words("site").nav_notice
