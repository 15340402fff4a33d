"""services.yml of a draft: the rows as recovered, with what last year's list says of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.catalog.losses import ServiceState, find_losses, read_rows
from generator.catalog.texts import NEW
from generator.catalog.yaml_writing import NOTE
from generator.intake.clauses import divide_task
from generator.intake.guesses import DOUBTFUL
from generator.intake.matching import match_names, match_services
from generator.speech.comments import list_lines
from generator.speech.locales import SOURCE
from generator.speech.messages import Message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.catalog.losses import Loss
    from generator.catalog.records import Service
    from generator.intake.before import Before, Plain
    from generator.intake.clauses import TaskPart
    from generator.intake.guesses import RecoveredRow
    from generator.intake.matching import Match
    from generator.intake.names import Known

OF_ITS_YEAR = ("replaces",)
"""What a service says of the list before its own; it does not hold for the next list."""


@dataclass(frozen=True)
class ServicesDraft:
    """What services.yml is to hold, and what was guessed for it."""

    plain: Plain
    matches: tuple[Match, ...]
    reworded: tuple[str, ...]
    """Clauses with words other than last year's, as `service/clause`."""
    withdrawn: tuple[str, ...]
    """Services of last year that no row continues."""
    losses: tuple[Loss, ...]
    """What else last year's list has and the rows have not, as far as they were read."""


def draft_services(
    rows: Sequence[RecoveredRow], known: Known, before: Before | None
) -> ServicesDraft:
    """Draft the services; what nobody has written yet is left out, for the check to list."""
    matches = match_services(rows, known.last)
    audiences = _draft_names("audience", rows, before)
    groups = _draft_names("group", rows, before)
    reworded: list[str] = []
    services = []
    for row, match in zip(rows, matches, strict=True):
        pieces = divide_task(row.text("task"), match.service.clauses if match.service else ())
        old = before.entry("services", match.service.id) if before and match.service else {}
        printed = {
            "number": str(row.number),
            "pillar": known.pillar_ids.get(row.text("pillar"), row.text("pillar")),
            "audience": audiences.get(row.text("audience"), {}).get("id", ""),
            "group": groups.get(row.text("group"), {}).get("id", ""),
            "departments": list(row.bodies),
        }
        note = {NOTE: _explain_match(match, known)}
        services.append({**note, **_draft_service(printed, old, pieces)})
        reworded += _list_reworded(match.service, pieces)
    plain: Plain = {
        **(before.services if before else {}),
        "audiences": list(audiences.values()),
        "groups": list(groups.values()),
        "services": services,
    }
    kept = {match.service.id for match in matches if match.service}
    withdrawn = [s.id for s in known.last.services if s.id not in kept] if known.last else []
    losses = _find_losses(plain, before)
    return ServicesDraft(plain, tuple(matches), tuple(reworded), tuple(withdrawn), losses)


def _find_losses(plain: Plain, before: Before | None) -> tuple[Loss, ...]:
    """Hold the draft against last year's list; withdrawn services are told on their own."""
    if before is None:
        return ()
    names = {entry["id"]: entry["name"][SOURCE.tag] for entry in plain["audiences"]}
    rows = {
        service["id"]: ServiceState(
            names.get(service["audience"], ""),
            tuple(service["departments"]),
            {clause["id"]: clause["text"][SOURCE.tag] for clause in service["clauses"]},
        )
        for service in plain["services"]
    }
    losses = find_losses(read_rows(before.revision.rows), rows)
    return tuple(loss for loss in losses if loss.kind != "service")


def _list_reworded(service: Service | None, pieces: Sequence[TaskPart]) -> list[str]:
    changed = [
        piece.before for piece in pieces if piece.before and piece.before.text.source != piece.text
    ]
    return [f"{service.id}/{clause.id}" for clause in changed] if service else []


def _draft_names(
    column: str, rows: Sequence[RecoveredRow], before: Before | None
) -> dict[str, Plain]:
    """Draft the audiences or groups by their words: last year's entry, or a new one."""
    names = [row.text("audience" if column == "audience" else "group") for row in rows]
    old = (
        {entry["name"][SOURCE.tag]: entry["id"] for entry in before.services[f"{column}s"]}
        if before
        else {}
    )
    ids = match_names(names, old)
    drafted: dict[str, Plain] = {}
    for name in dict.fromkeys(name for name in names if name):
        if before and name in ids:
            entry = before.entry(f"{column}s", ids[name])
            drafted[name] = {**entry, "name": {**entry["name"], SOURCE.tag: name}}
        else:
            drafted[name] = {
                "id": f"{NEW}{column}-{len(drafted) + 1}",
                "name": {SOURCE.tag: name},
            }
    return drafted


def _draft_service(printed: Plain, old: Plain, pieces: Sequence[TaskPart]) -> Plain:
    """Draft a service: what is printed, what last year's says besides, and its clauses."""
    clauses = {clause["id"]: clause for clause in old.get("clauses", [])}
    left = {*printed, *OF_ITS_YEAR, "id", "clauses"}
    kept = {key: value for key, value in old.items() if key not in left}
    return {
        "id": old.get("id", f"{NEW}{printed['number']}"),
        **printed,
        **kept,
        "clauses": [_draft_clause(at, piece, clauses) for at, piece in enumerate(pieces, 1)],
    }


def _draft_clause(at: int, piece: TaskPart, old: dict[str, Plain]) -> Plain:
    """Draft a clause; a condition that its new words no longer hold is left out."""
    if piece.before is None:
        return {"id": f"{NEW}{at}", "text": {SOURCE.tag: piece.text}}
    entry = dict(old[piece.before.id])
    if "condition" in entry and entry["condition"][SOURCE.tag] not in piece.text:
        del entry["condition"]
    return {**entry, "text": {**entry["text"], SOURCE.tag: piece.text}}


def _explain_match(match: Match, known: Known) -> str:
    """Say in a comment what a doubtful match rests on."""
    if known.last is None or (match.service and match.sure >= DOUBTFUL):
        return ""
    year = known.last.id
    if match.service is None:
        return "\n".join(list_lines("no_match", year=year, nearest=match.nearest))
    rival = Message("files", "rival", {"nearest": match.nearest}) if match.nearest else ""
    values = {"service": match.service.id, "sure": str(match.sure)}
    return "\n".join(list_lines("match", year=year, rival=rival, **values))
