"""What changed between two revisions in a few figures, and in a paragraph that can be quoted."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.revisions import phrases
from generator.revisions.kinds import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.revisions.changes.base import Change
    from generator.revisions.naming import Names

COMINGS = {
    Kind.SERVICE_ADDED: "added",
    Kind.SERVICE_WITHDRAWN: "withdrawn",
    Kind.SERVICE_SPLIT: "split",
    Kind.SERVICES_MERGED: "merged",
    Kind.SERVICES_REPLACED: "replaced",
}


@dataclass(frozen=True)
class Summary:
    """The figures of a comparison."""

    then: int
    """Services of the earlier revision."""
    now: int
    comings: dict[Kind, int]
    """How many services came and went, by kind of change, in the order of telling."""
    changed: int
    """Services that go on and changed in what they offer to whom."""
    same: int
    """Services that go on as before, but for smaller changes."""


def sum_up(changes: Iterable[Change], names: Names) -> Summary:
    """Count what happened to the services."""
    listed = list(changes)
    counted = Counter(change.kind for change in listed)
    before = {service.id for service in names.before.revision.services}
    after = {service.id for service in names.after.revision.services}
    touched = {name for change in listed if change.is_major for name in change.concerns}
    born = {name for c in listed if c.kind in COMINGS for name in c.concerns}
    goes_on = (before & after) - born
    comings = {kind: counted[kind] for kind in COMINGS if counted[kind]}
    changed = len(goes_on & touched)
    return Summary(len(before), len(after), comings, changed, len(goes_on) - changed)


def write_summary(summary: Summary, names: Names) -> str:
    """Write the figures as a paragraph that can be quoted as it is."""
    revisions = {"before": names.before.revision.id, "after": names.after.revision.id}
    size = names.say(phrases.SUMMARY["size"], now=summary.now, then=summary.then, **revisions)
    counts = [(COMINGS[kind], count) for kind, count in summary.comings.items()]
    counts += [("changed", summary.changed), ("same", summary.same)]
    figures = [names.say(phrases.SUMMARY[key], count=count) for key, count in counts if count]
    if not figures:
        return size
    listed = names.say(phrases.COMMA_OF_CLAUSES).join(figures)
    return size + names.say(phrases.SENTENCE, listed=listed[0].upper() + listed[1:])
