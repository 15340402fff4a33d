"""The files of a draft, from a notice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.catalog.source import read_source
from generator.formats.document import Format
from generator.intake.draft_notice import draft_notice
from generator.intake.draft_readings import draft_readings
from generator.intake.draft_services import draft_services
from generator.intake.letter import read_letter
from generator.intake.recovery import recover_table

if TYPE_CHECKING:
    from generator.catalog.source import Source
    from generator.formats.document import Copy
    from generator.intake.before import Before, Plain
    from generator.intake.draft_services import ServicesDraft
    from generator.intake.letter import Letter
    from generator.intake.names import Known
    from generator.intake.recovery import Recovery


@dataclass(frozen=True)
class Draft:
    """All that an intake made of a notice."""

    source: Source
    letter: Letter
    recovery: Recovery
    services: ServicesDraft
    notice: Plain
    readings: Plain


def draft_revision(
    copy: Copy, known: Known, before: Before | None, *, file: str, source_name: str = "source.txt"
) -> Draft:
    """Draft a revision from the copy of its notice; `file` names the copy in messages."""
    source = read_source(file, copy.text)
    letter = read_letter(source, copy.text, known.departments)
    recovery = recover_table(source, known)
    services = draft_services(recovery.rows, known, before)
    ids = {service["id"] for service in services.plain["services"]}
    return Draft(
        source,
        letter,
        recovery,
        services,
        {**draft_notice(letter, source_name, ids, before), **_name_original(copy)},
        draft_readings(recovery, letter, before),
    )


def _name_original(copy: Copy) -> Plain:
    """Name the file that a copy was made of; a text is its own copy."""
    if copy.format is Format.TEXT:
        return {}
    return {"original": {"file": copy.name, "sha256": copy.digest}}
