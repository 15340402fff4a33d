"""What there is to tell of each class of change: names for its sentence, words to mark, people."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from generator.catalog.texts import Text, find_digest
from generator.revisions.changes import clauses, notice, parts, rows, services
from generator.revisions.changes.notice import HEAD
from generator.revisions.content import find_key
from generator.revisions.kinds import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from generator.revisions.changes.base import Change
    from generator.revisions.naming import Names


@dataclass(frozen=True)
class Description:
    """What one change gives to tell."""

    values: Mapping[str, object] = field(default_factory=dict)
    """What its sentence is filled in with."""
    before: Text | None = None
    """Words that are marked; both None where there are none."""
    after: Text | None = None
    gains: str = ""
    loses: str = ""


def describe(change: Change, names: Names) -> Description:
    """Describe a change with the names of both its sides."""
    return DESCRIBERS[type(change)](change, names)


# ---- Services that come and go ----


def _added(change: services.ServiceAdded, names: Names) -> Description:
    row = change.row
    audience = names.write(row.audience.name)
    values = {
        "after_name": names.item(names.after, row.service),
        "audience": audience,
        "departments": names.departments(row.service.departments),
    }
    return Description(values, None, _join_tasks(row), gains=audience)


def _withdrawn(change: services.ServiceWithdrawn, names: Names) -> Description:
    values = {"before_name": names.item(names.before, change.row.service)}
    people = names.write(change.row.audience.name)
    return Description(values, _join_tasks(change.row), None, loses=people)


def _succession(change: services.Succession, names: Names) -> Description:
    before = (names.item(names.before, row.service) for row in change.before)
    after = (names.item(names.after, row.service) for row in change.after)
    values = {"before_names": names.join(before), "after_names": names.join(after)}
    return Description(values, _join_tasks(*change.before), _join_tasks(*change.after))


def _join_tasks(*rows: services.Row) -> Text:
    """Join the tasks of services to one text, English where all of it is fresh."""
    texts = [clause.text for row in rows for clause in row.service.clauses]
    zh = "".join(text.zh for text in texts)
    if any(text.english_state != "fresh" for text in texts):
        return Text(zh=zh)
    return Text(zh=zh, en=" ".join(text.en or "" for text in texts), digest=find_digest(zh))


# ---- What changed in a service ----


def _names(change: rows.AudienceChanged | rows.Renamed, names: Names) -> Description:
    before, after = change.before.name, change.after.name
    values = {"before": names.write(before), "after": names.write(after), "what": change.service}
    return Description(values, before, after)


def _moved(change: rows.Moved, names: Names) -> Description:
    values = {"before": names.pillar(change.before), "after": names.pillar(change.after)}
    return Description(values)


def _renumbered(change: rows.Renumbered, _: Names) -> Description:
    return Description({"before": change.before, "after": change.after})


def _department(change: Any, names: Names) -> Description:  # noqa: ANN401  # four classes alike
    return Description({"department": names.departments((change.department,))})


# ---- What changed in a clause ----


def _clause_added(change: clauses.ClauseAdded, names: Names) -> Description:
    people = names.audience(names.after, change.service, change.clause)
    values = {"clause": names.write(change.clause.title)}
    return Description(values, None, change.clause.text, gains=people)


def _clause_withdrawn(change: clauses.ClauseWithdrawn, names: Names) -> Description:
    people = names.audience(names.before, change.service, change.clause)
    values = {"clause": names.write(change.clause.title)}
    return Description(values, change.clause.text, None, loses=people)


def _reworded(change: clauses.ClauseReworded, names: Names) -> Description:
    values = {"clause": names.clause(change.service, change.clause)}
    return Description(values, change.before, change.after)


def _how(change: clauses.HowChanged, names: Names) -> Description:
    hows = {"before": change.before, "after": change.after}
    values = {side: names.say(f"how_{how}") for side, how in hows.items()}
    return Description({"clause": names.clause(change.service, change.clause), **values})


def _criterion(change: clauses.CriterionChanged, names: Names) -> Description:
    values = {"clause": names.clause(change.service, change.clause)}
    gains, loses = names.family(change.gained), names.family(change.lost)
    return Description(values, gains=gains, loses=loses)


# ---- The notice ----


def _measure_added(change: notice.MeasureAdded, names: Names) -> Description:
    measure = change.measure
    return Description({"measure": names.write(measure.heading)}, None, measure.text)


def _measure_withdrawn(change: notice.MeasureWithdrawn, names: Names) -> Description:
    measure = change.measure
    return Description({"measure": names.write(measure.heading)}, measure.text, None)


def _issued(change: notice.NoticeIssued, names: Names) -> Description:
    for name in HEAD:
        before, after = getattr(change.before, name), getattr(change.after, name)
        if isinstance(before, Text) and before.zh != after.zh:
            return Description({"before": names.write(before), "after": names.write(after)})
    return Description({"before": change.before.printed_on, "after": change.after.printed_on})


# ---- Any part ----


def _nothing(change: Change, names: Names) -> Description:
    del change, names
    return Description()


def _part(change: parts.PartChanged, names: Names) -> Description:
    before = change.before if isinstance(change.before, Text) else None
    after = change.after if isinstance(change.after, Text) else None
    return Description(_name_part(change, names), before, after)


def _entry(change: parts.EntryAdded | parts.EntryRemoved, names: Names) -> Description:
    values = _name_part(change, names)
    if change.kind == Kind.BOOKKEEPING:
        values = {"what": f"{values['what']}/{find_key(change.entry)}"}
    return Description(values)


def _order(change: parts.Reordered, names: Names) -> Description:
    return Description(_name_part(change, names))


def _name_part(change: parts.OfPart, names: Names) -> dict[str, object]:
    """Name a part by the last step of its path that has a name, behind the clause it is of."""
    path = change.path
    if change.kind == Kind.BOOKKEEPING:
        return {"what": "/".join(path)}
    if path[:2] == ("notice", "measures") and len(path) > 2:  # noqa: PLR2004  # an entry's path
        measures = names.after.revision.notice.measures
        measure = names.write(next(m.heading for m in measures if m.id == path[2]))
        what = names.say(f"part_{path[-1]}")
        return {"measure": measure, "what": names.say("answer", fact=measure, options=what)}
    if path == ("how_read", "readings") and isinstance(change, parts.Reordered):
        return {"what": names.words.part_order_of_readings}
    if path[:2] == ("how_read", "readings"):
        return {"what": _name_reading(change, names)}
    known = [part for step in path if (part := names.words.get(f"part_{step}"))]
    what = known[-1] if known else names.words.other_part
    if f"part_{path[0]}" in names.words and len(known) > 1:
        what = names.say("answer", fact=known[0], options=what)
    if path[3:4] == ("clauses",) and path[4:]:
        what = names.say("answer", fact=names.clause(path[2], path[4]), options=what)
    return {"what": what}


def _name_reading(change: parts.OfPart, names: Names) -> str:
    """Name a reading by what it says to a parent."""
    entry = getattr(change, "entry", None)
    key = find_key(entry) if entry else change.path[-2]
    listed = (*names.after.revision.readings, *names.before.revision.readings)
    return names.write(next(reading.plain for reading in listed if reading.id == key))


DESCRIBERS: dict[type[Change], Callable[[Any, Names], Description]] = {
    services.ServiceAdded: _added,
    services.ServiceWithdrawn: _withdrawn,
    services.Succession: _succession,
    rows.AudienceChanged: _names,
    rows.Renamed: _names,
    rows.Moved: _moved,
    rows.Renumbered: _renumbered,
    rows.DepartmentAdded: _department,
    rows.DepartmentRemoved: _department,
    clauses.ClauseAdded: _clause_added,
    clauses.ClauseWithdrawn: _clause_withdrawn,
    clauses.ClauseReworded: _reworded,
    clauses.HowChanged: _how,
    clauses.CriterionChanged: _criterion,
    notice.MeasureAdded: _measure_added,
    notice.MeasureWithdrawn: _measure_withdrawn,
    notice.IssuerAdded: _department,
    notice.IssuerRemoved: _department,
    notice.NoticeIssued: _issued,
    notice.CopyReplaced: _nothing,
    parts.PartChanged: _part,
    parts.EntryAdded: _entry,
    parts.EntryRemoved: _entry,
    parts.Reordered: _order,
}
"""By class of change. A change of kind `READING_CORRECTED` is told by what it corrects."""
