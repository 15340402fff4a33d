"""Two states of one catalog, such as before and after a proposal: what its readers would see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelist.revisions.content import read_content
from carelist.revisions.finding import compare_revisions, find_changes
from carelist.revisions.finding_parts import find_part_changes
from carelist.revisions.naming import Names, Side
from carelist.revisions.report import Report, make_report
from carelist.revisions.telling import tell_changes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carelist.catalog.revision import Catalog
    from carelist.revisions.changes.base import Change
    from carelist.speech.locales import Locale


def report_revisions(catalog: Catalog, before: str, after: str, language: Locale) -> Report:
    """Compare two revisions of a catalog, named by their ids, such as `2025` and `2026`."""
    sides = {revision.id: Side(catalog, revision) for revision in catalog.revisions}
    names = Names(sides[before], sides[after], language)
    return make_report(compare_revisions(catalog, before, after), names)


def report_states(before: Catalog, after: Catalog, language: Locale) -> Iterator[Report]:
    """Yield what differs between two states: a report for each revision, then for shared files.

    A revision that is new is compared with the one before it.
    """
    old = {revision.id: revision for revision in before.revisions}
    for place, revision in enumerate(after.revisions):
        now = Side(after, revision)
        if revision.id in old:
            then = Side(before, old[revision.id])
            contents = read_content(then.revision), read_content(revision)
            changes = find_changes(*contents, facts=after.ready.facts)
            yield make_report(changes, Names(then, now, language))
        elif place:
            yield report_revisions(after, after.revisions[place - 1].id, revision.id, language)
    names = Names(Side(before, before.latest), Side(after, after.latest), language)
    yield _report_city(before, after, names)


def _report_city(before: Catalog, after: Catalog, names: Names) -> Report:
    changes = (c for c in _find_city_changes(before, after) if c.kind.is_seen)
    told = tell_changes(changes, names)
    title = names.words.report_city
    return Report(before.latest.id, after.latest.id, title, "", (), (), told)


def _find_city_changes(before: Catalog, after: Catalog) -> Iterator[Change]:
    for name in ("site", "pillars", "departments", "hotlines", "questions", "situations"):
        part = "ready" if name == "questions" else name  # those that no rule turns on, too
        old, new = getattr(before, part), getattr(after, part)
        if isinstance(old, dict):
            old, new = tuple(old.values()), tuple(new.values())
        yield from find_part_changes((name,), old, new)
