"""The files of a new revision: begun from last year's list, or from drafts of an intake."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carelist.catalog.files import DRAFT_FILE
from carelist.catalog.yaml_writing import write_file
from carelist.intake.draft_services import OF_ITS_YEAR
from carelist.intake.ids import name_notice, name_services
from carelist.speech.comments import write_comment

if TYPE_CHECKING:
    from carelist.intake.before import Before, Plain
    from carelist.intake.drafts import Draft
    from carelist.speech.locales import Locale

_OF_ITS_YEAR = tuple(f"{key}: [" for key in OF_ITS_YEAR)
_YEAR = re.compile(r"[0-9]{4}")


def is_year(name: str) -> bool:
    """Whether a revision can be called so."""
    return bool(_YEAR.fullmatch(name))


def begin_revision(before: Before, year: str, language: Locale) -> dict[str, str]:
    """Give the files of a revision that says what last year's says, but for its source.

    Their comments are in the language of whoever begins it.
    """
    old = before.revision.id
    readings: Plain = {
        "table": [list(before.revision.how_read.table[0])],
        "readings": [],
        "not_stated": before.readings.get("not_stated", []),
    }
    return {
        **{
            name: _renew_comments((before.folder / name).read_text(encoding="utf-8"), old, year)
            for name in ("services.yml", "notice.yml")
        },
        "readings.yml": _write("readings", readings, "readings_begun", year, language),
        DRAFT_FILE: write_comment("draft", language, year=year),
    }


def _renew_comments(text: str, old: str, year: str) -> str:
    """Put the new year into the comments; all else stays, but for what holds of its year only."""
    lines = [line for line in text.split("\n") if not line.lstrip().startswith(_OF_ITS_YEAR)]
    return "\n".join(line.replace(old, year) if line.startswith("#") else line for line in lines)


def write_draft(draft: Draft, year: str, language: Locale) -> dict[str, str]:
    """Give the files of a revision drafted from a notice, but for the notice's own copy.

    Their comments are in the language of whoever drafts it.
    """
    services = name_services(draft.services.plain)
    return {
        "services.yml": _write("services", services, "services", year, language),
        "notice.yml": _write("notice", name_notice(draft.notice), "notice", year, language),
        "readings.yml": _write("readings", draft.readings, "readings", year, language),
        DRAFT_FILE: write_comment("draft", language, year=year),
    }


def _write(name: str, plain: Plain, heading: str, year: str, language: Locale) -> str:
    return write_file(name, plain, write_comment(heading, language, year=year))
