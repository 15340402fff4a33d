"""Ids for what a draft has for the first time, by how names are read aloud."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelist.catalog.proposed_ids import propose_id
from carelist.catalog.texts import PROVISIONAL, Text
from carelist.catalog.unwritten import take_title
from carelist.speech.locales import SOURCE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from carelist.intake.before import Plain

    Ids = Mapping[str, str]
    """What stands in place of a provisional id."""


def choose_ids(entries: Iterable[Plain], key: str = "name") -> Ids:
    """Choose ids for the entries of a list that have provisional ones, by their names."""
    listed = list(entries)
    taken = {entry["id"] for entry in listed}
    chosen: dict[str, str] = {}
    for entry in listed:
        if PROVISIONAL.fullmatch(entry["id"]):
            chosen[entry["id"]] = propose_id(entry[key][SOURCE.tag], taken)
            taken.add(chosen[entry["id"]])
    return chosen


def rename(entries: Iterable[Plain], ids: Ids) -> list[Plain]:
    """Give entries under the ids that were chosen for them."""
    return [{**entry, "id": ids.get(entry["id"], entry["id"])} for entry in entries]


def name_services(services: Plain) -> Plain:
    """Give services.yml with ids in place of provisional ones, also where they are referred to."""
    shelves = [shelf for shelf in ("audiences", "types", "groups") if shelf in services]
    ids: dict[str, Ids] = {shelf: choose_ids(services[shelf]) for shelf in shelves}
    groups = {entry["id"]: entry["name"] for entry in services["groups"]}
    called = [one for one in services["services"] if "group" in one]  # a row may have no name
    own = choose_ids([{**one, "name": groups[one["group"]]} for one in called])
    types = ids.get("types", {})
    named = []
    for service in rename(services["services"], own):
        for key in {"audience", "group"} & service.keys():
            service[key] = ids[f"{key}s"].get(service[key], service[key])
        if "types" in service:
            service["types"] = [types.get(name, name) for name in service["types"]]
        titled = [{**clause, "title": _title(clause)} for clause in service["clauses"]]
        service["clauses"] = rename(service["clauses"], choose_ids(titled, "title"))
        named.append(service)
    return {
        **services,
        **{shelf: rename(services[shelf], chosen) for shelf, chosen in ids.items()},
        "services": named,
    }


def name_notice(notice: Plain) -> Plain:
    """Give notice.yml with ids in place of provisional ones."""
    measures = notice.get("measures", [])
    named = {"measures": rename(measures, choose_ids(measures, "heading"))} if measures else {}
    return {**notice, **named}


def _title(clause: Plain) -> Plain:
    """Give what a clause without a title is headed by."""
    text = Text.model_validate({SOURCE.tag: clause["text"][SOURCE.tag]})
    return {SOURCE.tag: take_title({"text": text}).source}
