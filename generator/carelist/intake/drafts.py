"""The files of a draft, from a notice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from carelist.catalog.loading import SOURCE_FILE
from carelist.catalog.source import read_source
from carelist.formats.document import Doubt, Format
from carelist.intake.draft_notice import draft_notice
from carelist.intake.draft_readings import draft_readings
from carelist.intake.draft_services import draft_services
from carelist.intake.letter import read_letter
from carelist.intake.proposals import propose
from carelist.intake.recovery import recover_table

if TYPE_CHECKING:
    from carelist.catalog.source import Source
    from carelist.formats.document import Copy
    from carelist.intake.before import Before, Plain
    from carelist.intake.draft_services import ServicesDraft
    from carelist.intake.letter import Letter
    from carelist.intake.names import Known
    from carelist.intake.proposals import Proposals
    from carelist.intake.recovery import Recovery
    from carelist.speech.locales import Locale


_LEFT_OUT = frozenset(
    {Doubt.OTHER_TABLE, Doubt.MARKUP, Doubt.STRUCK, Doubt.FOOTNOTE, Doubt.PICTURE}
)
"""What of a text is not in its copy."""


@dataclass(frozen=True)
class Draft:
    """All that an intake made of a notice."""

    source: Source
    letter: Letter
    recovery: Recovery
    proposals: Proposals
    services: ServicesDraft
    notice: Plain
    readings: Plain


def draft_revision(
    copy: Copy, known: Known, before: Before | None, language: Locale, *, file: str
) -> Draft:
    """Draft a revision from the copy of its notice.

    Args:
        copy: Of the notice.
        known: What is known of the city.
        before: The list before it, if any.
        language: Of whoever drafts it: comments are in it.
        file: The name of the copy in messages.
    """
    source = read_source(file, copy.text)
    letter = read_letter(source, copy.text, is_sound=copy.tells_merged)
    recovered = recover_table(source, known, is_sound=copy.tells_merged)
    proposals = propose(recovered, letter, known)
    recovery = proposals.recovery
    services = draft_services(recovery, proposals.pillar_ids, known, before, language)
    ids = {service["id"] for service in services.plain["services"]}
    notice = draft_notice(letter, proposals.issuers, SOURCE_FILE, ids, before)
    return Draft(
        source,
        letter,
        recovery,
        proposals,
        services,
        {**notice, **_name_original(copy)},
        draft_readings(recovery, letter, before),
    )


def _name_original(copy: Copy) -> Plain:
    """Name the file that a copy was made of; a text is its own copy, if nothing was left out."""
    is_whole = all(doubt.kind not in _LEFT_OUT for doubt in copy.doubts)
    if copy.format is Format.TEXT and is_whole:
        return {}
    return {"original": {"file": copy.name, "sha256": copy.digest}}
