"""The changes between two revisions, as typed records: none is lost, and none is invented."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from carelist.revisions.changes.base import apply_changes
from carelist.revisions.changes.notice import (
    HEAD,
    CopyReplaced,
    IssuerAdded,
    IssuerRemoved,
    MeasureAdded,
    MeasureWithdrawn,
    NoticeIssued,
)
from carelist.revisions.changes.parts import Reread
from carelist.revisions.changes.services import (
    NamedService,
    ServiceAdded,
    ServiceWithdrawn,
    Succession,
)
from carelist.revisions.content import Content, read_content
from carelist.revisions.finding_parts import compare_entries, find_part_changes, reorder
from carelist.revisions.finding_rows import RowComparison
from carelist.revisions.kinds import ChangeKind
from carelist.revisions.lineage import find_lineage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carelist.catalog.records import Audience, Group, Measure, Notice
    from carelist.catalog.revision import Catalog
    from carelist.catalog.rules import Fact
    from carelist.revisions.changes.base import Change
    from carelist.revisions.lineage import Lineage

NOT_READ = frozenset(
    {
        ChangeKind.CRITERION_RELAXED,
        ChangeKind.CRITERION_TIGHTENED,
        ChangeKind.CRITERION_CHANGED,
        ChangeKind.HOW_CHANGED,
        ChangeKind.READING_CORRECTED,
        ChangeKind.EDITORIAL_ONLY,
        ChangeKind.TRANSLATION_ONLY,
        ChangeKind.BOOKKEEPING,
    }
)
"""Kinds of what does not come from the copy, and so from no reading of it."""


def compare_revisions(catalog: Catalog, before: str, after: str) -> tuple[Change, ...]:
    """Find the changes between two revisions of a catalog, named by their ids."""
    contents = {revision.id: read_content(revision) for revision in catalog.revisions}
    lineage = find_lineage(catalog, before, after)
    return find_changes(contents[before], contents[after], lineage, catalog.questions.facts)


def find_changes(
    before: Content,
    after: Content,
    lineage: Lineage | None = None,
    facts: tuple[Fact, ...] = (),
) -> tuple[Change, ...]:
    """Find the changes that make `after` of `before`, in the order in which they can be applied.

    Without a lineage, `replaces` of the later services says which earlier ones they stand for.
    """
    if lineage is None:
        lineage = {s.id: (s.id, *s.replaces) for s in after.rows.services}
    found = [
        *_find_services(before, after, lineage, facts),
        *_find_names(before, after),
        *_find_notice(before, after),
        *_find_readings(before, after),
    ]
    if before.copy == after.copy:
        found = [change if change.kind in NOT_READ else Reread(change) for change in found]
    return (*found, *_find_orders(apply_changes(found, before), after))


def _find_services(
    before: Content, after: Content, lineage: Lineage, facts: tuple[Fact, ...]
) -> Iterator[Change]:
    old, new = before.services, after.services
    replaced: set[str] = set()
    for olds, news in _join_families(before, after, lineage):
        replaced |= {*olds, *news}
        rows = tuple(_read_row(before, name) for name in old if name in olds)
        yield Succession(rows, tuple(_read_row(after, name) for name in new if name in news))
    for name in old:
        if name not in new and name not in replaced:
            yield ServiceWithdrawn(_read_row(before, name))
    for name in new:
        if name not in old and name not in replaced:
            yield ServiceAdded(_read_row(after, name))
    for name in new:
        if name in old:
            yield from RowComparison(before, after, name, facts).find_changes()


def _join_families(
    before: Content, after: Content, lineage: Lineage
) -> Iterator[tuple[set[str], set[str]]]:
    """Yield the services that replace one another: before and after, those that go on in both.

    Where all of them go on, none has come or gone.
    """
    old, new = before.services, after.services
    families: list[tuple[set[str], set[str]]] = []
    for name in new:
        olds = {other for other in lineage.get(name, ()) if other in old} - {name}
        if not olds:
            continue
        both = {*olds, name}
        joined = ({n for n in both if n in old}, {n for n in both if n in new})
        for family in [f for f in families if not (f[0] | f[1]).isdisjoint(both)]:
            families.remove(family)
            joined = (joined[0] | family[0], joined[1] | family[1])
        families.append(joined)
    yield from (family for family in families if family[0] != family[1])


def _read_row(content: Content, name: str) -> NamedService:
    service = content.services[name]
    audience = content.audiences.get(service.audience or "")
    return NamedService(service, audience, content.groups[service.group])


def _find_names(before: Content, after: Content) -> Iterator[Change]:
    """Yield what differs in names that go on, but for their words: those are told of services."""
    pairs: list[tuple[str, dict[str, Audience] | dict[str, Group], object]] = [
        *(("audiences", before.audiences, entry) for entry in after.rows.audiences),
        *(("groups", before.groups, entry) for entry in after.rows.groups),
    ]
    for shelf, known, entry in pairs:
        name = cast("Audience | Group", entry)
        was = known.get(name.id)
        if was and was.name.source == name.name.source:
            yield from find_part_changes(("rows", shelf, name.id), was, name)
    for shelf in ("types", "columns", "conditions"):
        was, now = getattr(before.rows, shelf), getattr(after.rows, shelf)
        yield from find_part_changes(("rows", shelf), was, now)


def _find_notice(before: Content, after: Content) -> Iterator[Change]:
    old, new = before.notice, after.notice
    issued = NoticeIssued(old, new)
    is_issued = any(was != now for was, now in issued.list_names())
    if is_issued:
        yield issued
    issuers = compare_entries(old.issuers, new.issuers)
    for name in issuers.removed:
        yield IssuerRemoved(str(name))
    for place, name in issuers.added:
        yield IssuerAdded(str(name), place)
    if issuers.is_reordered:
        yield reorder(("notice", "issuers"), old.issuers, new.issuers, ChangeKind.REORDERED)
    yield from _find_measures(old, new)
    for name in type(new).model_fields:
        if name not in {"issuers", "measures", *(HEAD if is_issued else ())}:
            yield from find_part_changes(("notice", name), getattr(old, name), getattr(new, name))


def _find_measures(old: Notice, new: Notice) -> Iterator[Change]:
    measures = compare_entries(old.measures, new.measures)
    for measure in cast("tuple[Measure, ...]", measures.removed):
        yield MeasureWithdrawn(measure)
    for place, measure in cast("tuple[tuple[int, Measure], ...]", measures.added):
        yield MeasureAdded(measure, place)
    for was, now in cast("tuple[tuple[Measure, Measure], ...]", measures.kept):
        yield from find_part_changes(("notice", "measures", now.id), was, now)
    if measures.is_reordered:
        yield reorder(("notice", "measures"), old.measures, new.measures, ChangeKind.REORDERED)


def _find_readings(before: Content, after: Content) -> Iterator[Change]:
    """Yield what was read otherwise; another copy is read on its own."""
    old, new = before.how_read, after.how_read
    if before.copy != after.copy:
        yield CopyReplaced((before.copy, old), (after.copy, new))
    else:
        yield from find_part_changes(("how_read", "table"), old.table, new.table)
        yield from find_part_changes(("how_read", "readings"), old.readings, new.readings)
    yield from find_part_changes(("how_read", "not_stated"), old.not_stated, new.not_stated)


def _find_orders(made: Content, after: Content) -> Iterator[Change]:
    """Yield the orders of names that do not follow from the changes of services."""
    shelves: list[tuple[str, tuple[object, ...], tuple[object, ...]]] = [
        ("audiences", made.rows.audiences, after.rows.audiences),
        ("groups", made.rows.groups, after.rows.groups),
    ]
    for shelf, old, new in shelves:
        if old != new:
            yield reorder(("rows", shelf), old, new, ChangeKind.BOOKKEEPING)
