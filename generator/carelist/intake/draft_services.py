"""services.yml of a draft: the rows as recovered, with what last year's list says of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from carelist.catalog.bodies import is_empty
from carelist.catalog.losses import ServiceState, find_losses, read_rows
from carelist.catalog.texts import NEW
from carelist.catalog.yaml_writing import NOTE
from carelist.intake.clauses import divide_task
from carelist.intake.guesses import DOUBTFUL
from carelist.intake.matching import match_names, match_services
from carelist.speech.comments import list_lines
from carelist.speech.locales import SOURCE
from carelist.speech.messages import Message

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from carelist.catalog.losses import Loss
    from carelist.catalog.records import Service
    from carelist.intake.before import Before, Plain
    from carelist.intake.clauses import TaskPart
    from carelist.intake.columns import FurtherColumn, Layout
    from carelist.intake.guesses import RecoveredRow
    from carelist.intake.matching import Match
    from carelist.intake.names import Known
    from carelist.intake.recovery import Recovery
    from carelist.speech.locales import Locale

PRINTED = (
    "number",
    "printed_number",
    "pillar",
    "audience",
    "group",
    "types",
    "departments",
    "supporting",
    "others",
    "cells",
)
"""What a service has from its row; what the row does not have, it has no more."""
PROMISING = ("standard", "how", "other")
"""What further columns mean that say what a service gives, where no column has tasks."""
FIXED = frozenset({"pillar", "audience", "group", "task", "departments", "supporting", "types"})
"""The columns that have fields of their own."""
_ALWAYS = ("groups", "services")
_ORDER = ("audiences", "types", "columns", "groups", "conditions", "services")
OF_ITS_YEAR = ("replaces",)
"""What a service says of the list before its own; it does not hold for the next list."""
_APPLYING = re.compile("申请|申领|办理|登记")
"""Words by which a clause speaks of how one gets it; without a label it would be said not to."""


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
    recovery: Recovery,
    pillar_ids: Mapping[str, str],
    known: Known,
    before: Before | None,
    language: Locale,
) -> ServicesDraft:
    """Draft the services; what nobody has written yet is left out, for the check to list."""
    rows = recovery.rows
    matches = match_services(rows, known.last)
    shared = {
        "audiences": _draft_names("audience", [row.text("audience") for row in rows], before),
        "types": _draft_names("type", [name for row in rows for name in row.types], before),
        "groups": _draft_names("group", [row.text("group") for row in rows], before),
    }
    ids: dict[str, Mapping[str, str]] = {
        shelf: {name: entry["id"] for name, entry in drafted.items()}
        for shelf, drafted in shared.items()
    }
    ids["pillars"] = pillar_ids
    reworded: list[str] = []
    services = []
    for row, match in zip(rows, matches, strict=True):
        task = row.text("task") or _find_promise(row, recovery.layout)
        pieces = divide_task(task, match.service.clauses if match.service else ())
        old = before.entry("services", match.service.id) if before and match.service else {}
        note = {NOTE: _explain_match(match, known, language)}
        services.append({**note, **_draft_service(_draft_printed(row, ids), old, pieces)})
        reworded += _list_reworded(match.service, pieces)
    plain: Plain = {
        **(before.services if before else {}),
        **{shelf: list(drafted.values()) for shelf, drafted in shared.items()},
        "columns": [_draft_column(column, before) for column in _list_used(recovery)],
        "services": services,
    }
    names = sorted(plain, key=_ORDER.index)
    plain = {name: plain[name] for name in names if plain[name] or name in _ALWAYS}
    kept = {match.service.id for match in matches if match.service}
    withdrawn = [s.id for s in known.last.services if s.id not in kept] if known.last else []
    losses = _find_losses(plain, before)
    return ServicesDraft(plain, tuple(matches), tuple(reworded), tuple(withdrawn), losses)


def _find_promise(row: RecoveredRow, layout: Layout) -> str:
    """Find what a row gives where no column has tasks: its standard, how one gets it, or the rest.

    Its name, where it has nothing else. Empty where there is such a column, and the row has nothing
    in it.
    """
    if layout.has("task"):
        return ""
    texts = {one.means: row.text(one.id) for one in reversed(layout.further.values())}
    found = (texts.get(means, "") for means in PROMISING)
    return next((text for text in found if not is_empty(text)), row.text("group"))


def _draft_printed(row: RecoveredRow, ids: Mapping[str, Mapping[str, str]]) -> Plain:
    """Draft what a row prints; what it does not have is left out."""
    further = {name: found.text for name, found in row.cells.items() if name not in FIXED}
    printed: Plain = {
        "number": str(row.number),
        "printed_number": row.printed_number,
        "pillar": ids["pillars"].get(row.text("pillar"), ""),
        "audience": ids["audiences"].get(row.text("audience"), ""),
        "group": ids["groups"].get(row.text("group"), ""),
        "types": [ids["types"][name] for name in row.types],
        "departments": [body.id for body in row.bodies],
        "supporting": [body.id for body in row.bodies if body.is_supporting],
        "others": "true" if row.others else "",
        "cells": {
            name: {SOURCE.tag: text}
            for name, text in further.items()
            if text and not is_empty(text)
        },
    }
    return {key: value for key, value in printed.items() if value}


def _list_used(recovery: Recovery) -> list[FurtherColumn]:
    """List the further columns in which anything is printed, in rows of services or in others."""
    used = {name for row in recovery.rows for name, found in row.cells.items() if found.text}
    used |= {name for line in recovery.lines for name in line.cells}
    return [column for id_, column in recovery.layout.further.items() if id_ in used]


def _draft_column(column: FurtherColumn, before: Before | None) -> Plain:
    old = before.entry("columns", column.id) if before else {}
    heading = {**old.get("heading", {}), SOURCE.tag: column.heading}
    return {**old, "id": column.id, "heading": heading, "means": old.get("means", column.means)}


def _find_losses(plain: Plain, before: Before | None) -> tuple[Loss, ...]:
    """Hold the draft against last year's list; withdrawn services are told on their own."""
    if before is None:
        return ()
    names = {entry["id"]: entry["name"][SOURCE.tag] for entry in plain.get("audiences", [])}
    rows = {
        service["id"]: ServiceState(
            names.get(service.get("audience", ""), ""),
            tuple(service.get("departments", [])),
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


def _draft_names(kind: str, names: Sequence[str], before: Before | None) -> dict[str, Plain]:
    """Draft audiences, groups or types by their words: last year's entry, or a new one."""
    shelf = f"{kind}s"
    entries = before.services.get(shelf, []) if before else []
    old = {entry["name"][SOURCE.tag]: entry["id"] for entry in entries}
    ids = match_names(names, old)
    drafted: dict[str, Plain] = {}
    for name in dict.fromkeys(name for name in names if not is_empty(name)):
        if before and name in ids:
            entry = before.entry(shelf, ids[name])
            drafted[name] = {**entry, "name": {**entry["name"], SOURCE.tag: name}}
        else:
            drafted[name] = {"id": f"{NEW}{kind}-{len(drafted) + 1}", "name": {SOURCE.tag: name}}
    return drafted


def _draft_service(printed: Plain, old: Plain, pieces: Sequence[TaskPart]) -> Plain:
    """Draft a service: what is printed, what last year's says besides, and its clauses."""
    clauses = {clause["id"]: clause for clause in old.get("clauses", [])}
    left = {*PRINTED, *OF_ITS_YEAR, "id", "clauses"}
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
        label = {"how": "apply"} if _APPLYING.search(piece.text) else {}
        return {"id": f"{NEW}{at}", **label, "text": {SOURCE.tag: piece.text}}
    entry = dict(old[piece.before.id])
    if "condition" in entry and entry["condition"][SOURCE.tag] not in piece.text:
        del entry["condition"]
    return {**entry, "text": {**entry["text"], SOURCE.tag: piece.text}}


def _explain_match(match: Match, known: Known, language: Locale) -> str:
    """Say in a comment what a doubtful match rests on."""
    if known.last is None or (match.service and match.sure >= DOUBTFUL):
        return ""
    year = known.last.id
    if match.service is None:
        return "\n".join(list_lines("no_match", language, year=year, nearest=match.nearest))
    rival = Message("files", "rival", {"nearest": match.nearest}) if match.nearest else ""
    values = {"service": match.service.id, "sure": str(match.sure)}
    return "\n".join(list_lines("match", language, year=year, rival=rival, **values))
