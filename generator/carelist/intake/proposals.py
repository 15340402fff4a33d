"""Bodies and pillars that the city's files do not know yet: entries for them, proposed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from carelist.catalog.proposed_ids import propose_id
from carelist.intake.body_names import find_body, is_same_body
from carelist.speech.locales import SOURCE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from carelist.intake.before import Plain
    from carelist.intake.letter import Letter
    from carelist.intake.names import Known
    from carelist.intake.recovery import Recovery


@dataclass(frozen=True)
class Proposals:
    """Entries for departments.yml and pillars.yml, and a recovery that refers to them."""

    departments: tuple[Plain, ...]
    pillars: tuple[Plain, ...]
    recovery: Recovery
    pillar_ids: dict[str, str]
    """The ids of all pillars by name, proposed ones too."""
    issuers: tuple[str, ...]
    """The ids of the bodies that issued the notice."""
    other_names: dict[str, list[str]]
    """By id, names that the table prints of bodies that the city's files know by others."""


def propose(recovery: Recovery, letter: Letter, known: Known) -> Proposals:
    """Propose entries for what the table and the letter name and the city's files do not know."""
    names = known.list_names()
    departments: list[Plain] = []
    other_names: dict[str, list[str]] = {}

    def find(name: str, *, in_table: bool, beside: Collection[str] = ()) -> str:
        id_ = find_body(name, names)
        if id_ and id_ not in beside:  # no cell names one body twice
            if in_table and name not in known.bodies:
                _name_again(name, id_, departments, other_names)
            return id_
        entry = _draft_department(name, letter, propose_id(name, names), in_table=in_table)
        departments.append(entry)
        names[entry["id"]] = [name, entry["name"][SOURCE.tag]]
        return str(entry["id"])

    strange = dict.fromkeys(name for row in recovery.rows for name in row.strange)
    printed: dict[str, str] = {}
    for name in strange:
        printed[name] = find(name, in_table=True, beside=_list_beside(name, recovery, printed))
    issuers = [find(name, in_table=False) for name in letter.issuers]
    pillars = _draft_pillars((row.text("pillar") for row in recovery.rows), known)
    rows = [
        replace(
            row,
            bodies=tuple(body._replace(id=body.id or printed[body.name]) for body in row.bodies),
        )
        for row in recovery.rows
    ]
    ids = {**known.pillar_ids, **{entry["name"][SOURCE.tag]: entry["id"] for entry in pillars}}
    return Proposals(
        tuple(departments),
        tuple(pillars),
        replace(recovery, rows=tuple(rows)),
        ids,
        tuple(dict.fromkeys(issuers)),
        other_names,
    )


def _list_beside(name: str, recovery: Recovery, printed: Mapping[str, str]) -> set[str]:
    """List the ids of the bodies that stand in a row with a name."""
    rows = (row.bodies for row in recovery.rows if name in row.strange)
    named = (body for bodies in rows for body in bodies if body.name != name)
    return {body.id or printed.get(body.name, "") for body in named}


def _name_again(
    name: str, id_: str, departments: Sequence[Plain], other_names: dict[str, list[str]]
) -> None:
    """Add a further name by which the table prints a body: to its entry, if that is proposed."""
    entry = next((one for one in departments if one["id"] == id_), None)
    if entry is None:
        other_names.setdefault(id_, []).append(name)
    elif name != entry.get("printed", {}).get("table", entry["name"][SOURCE.tag]):
        entry.setdefault("printed", {}).setdefault("also", []).append(name)


def _draft_department(name: str, letter: Letter, id_: str, *, in_table: bool) -> Plain:
    """Draft a body: its full name from a signature, if it signed."""
    full = next((one for one in letter.signatories if is_same_body(one, name)), name)
    printed: Plain = {"table": name} if in_table else {}
    if short := next((one for one in letter.addressed if is_same_body(one, name)), ""):
        printed["addressees"] = short
    entry: Plain = {"id": id_, "name": {SOURCE.tag: full}}
    return {**entry, "printed": printed} if printed else entry


def _draft_pillars(names: Iterable[str], known: Known) -> list[Plain]:
    new = [name for name in dict.fromkeys(names) if name and name not in known.pillar_ids]
    taken = set(known.pillar_ids.values())
    drafted: list[Plain] = []
    for name in new:
        drafted.append({"id": propose_id(name, taken), "name": {SOURCE.tag: name}})
        taken.add(drafted[-1]["id"])
    return drafted
