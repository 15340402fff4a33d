"""What changed from one list to another: as a whole, of one pillar, of one department."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Literal, NamedTuple

from carelist.revisions.naming import Names, Side
from carelist.revisions.report import make_report
from carelist.revisions.summary import Scope, sum_up, write_summary
from carelist.revisions.wording import show_after, show_before
from carelist.site import addresses
from carelist.site.pairs import list_built, list_composed
from carelist.site.parts import Link
from carelist.site.views.archive import link_revision

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carelist.catalog.revision import Catalog, Revision
    from carelist.catalog.texts import Text
    from carelist.revisions.report import Chapter
    from carelist.revisions.telling import Told
    from carelist.revisions.wording import Span
    from carelist.site.desk import Desk


class Theme(NamedTuple):
    """What a page of changes speaks of."""

    kind: Literal["list", "pillar", "department"]
    id: str
    """Empty for the whole comparison."""
    name: Text | None
    before: frozenset[str]
    """The ids of its services in the earlier list."""
    after: frozenset[str]

    @property
    def path(self) -> str:
        """Below the address of the whole comparison; empty for all of it."""
        return addresses.about(self.kind, self.id)

    @property
    def services(self) -> frozenset[str]:
        """The ids of its services in either list."""
        return self.before | self.after

    def scope(self, name: str) -> Scope:
        """Give what is counted on its page, named in the locale of the page."""
        return Scope(name, self.before, self.after)


class ChangePart(NamedTuple):
    """One change."""

    label: str
    sentence: str
    marks: tuple[Span, ...]
    before: tuple[Span, ...]
    after: tuple[Span, ...]
    language: str
    """Of the marked words, as a value of the attribute `lang`."""
    gains: str
    loses: str


class ChangeChapter(NamedTuple):
    """The changes of one service."""

    id: str
    """The fragment that leads to it."""
    title: str
    href: str
    parts: tuple[ChangePart, ...]


class ChangesView(NamedTuple):
    """A comparison of two lists."""

    title: str
    summary: str
    theme: Text | None
    theme_name: str
    major: tuple[ChangeChapter, ...]
    minor: tuple[ChangeChapter, ...]
    notice: tuple[ChangePart, ...]
    themes: tuple[Link, ...]
    """The other pages of this comparison."""
    lists: tuple[Link, ...]


class Comparison(NamedTuple):
    """Two lists, and in a paragraph what changed between them."""

    link: Link
    summary: str


class AllChangesView(NamedTuple):
    """What every list changed."""

    years: tuple[Comparison, ...]
    """Each list against the one before it, the latest first."""
    further: tuple[Link, ...]
    """To comparisons of lists that do not follow each other, where they have pages."""
    steps_href: str
    """Where any two lists are compared; empty where all comparisons have pages."""


def make_all_changes(desk: Desk) -> AllChangesView:
    """The page of all comparisons."""
    lists = desk.whole.revisions
    neighbours = [*pairwise(lists)]
    years = tuple(sum_up_changes(desk, *two) for two in neighbours)
    further = (link_comparison(desk, *two) for two in list_built(lists) if two not in neighbours)
    steps = desk.links.page(addresses.STEPS) if any(list_composed(lists)) else ""
    return AllChangesView(years[::-1], tuple(further)[::-1], steps)


def sum_up_changes(desk: Desk, before: Revision, after: Revision) -> Comparison:
    """Say in a paragraph what changed from one list to another, with the way to all of it."""
    names = name_sides(desk, before, after)
    summary = write_summary(sum_up(desk.chronicle.compare(before.id, after.id), names), names)
    return Comparison(link_comparison(desk, before, after), summary)


def link_comparison(desk: Desk, before: Revision, after: Revision) -> Link:
    """Link to what changed from one list to another."""
    label = desk.words.changes_title.format(before=before.id, after=after.id)
    return Link(label, desk.links.page(addresses.changes(before.id, after.id)))


def find_themes(catalog: Catalog, before: Revision, after: Revision) -> Iterator[Theme]:
    """Yield the whole, then each pillar and each department that has a service in either list."""
    sides = before.services, after.services
    yield Theme("list", "", None, *(frozenset(s.id for s in side) for side in sides))
    for pillar in catalog.pillars.values():
        ids = [frozenset(s.id for s in side if s.pillar == pillar.id) for side in sides]
        if any(ids):
            yield Theme("pillar", pillar.id, pillar.as_of(after.id).name, *ids)
    for department in catalog.departments.values():
        ids = [frozenset(s.id for s in side if department.id in s.departments) for side in sides]
        if any(ids):
            name = department.as_of(after.id).name
            yield Theme("department", department.id, name, *ids)


def make_changes(desk: Desk, before: Revision, after: Revision, theme: Theme) -> ChangesView:
    """The page of a comparison, or of a theme of it."""
    names = name_sides(desk, before, after)
    changes = desk.chronicle.compare(before.id, after.id)
    chosen = [c for c in changes if not theme.name or not theme.services.isdisjoint(c.concerns)]
    report = make_report(chosen, names, theme.scope(desk.write(theme.name)) if theme.name else None)
    base = addresses.changes(before.id, after.id)
    links = (
        Link(
            desk.say(other.name) if other.name else desk.words.changes_whole,
            desk.links.page(base + other.path),
            other.path == theme.path,
        )
        for other in find_themes(desk.whole, before, after)
    )
    return ChangesView(
        desk.words.changes_title.format(before=before.id, after=after.id),
        report.summary,
        theme.name,
        desk.write(theme.name) if theme.name else "",
        tuple(_make_chapter(desk, chapter, before, after) for chapter in report.major),
        tuple(_make_chapter(desk, chapter, before, after, "-minor") for chapter in report.minor),
        tuple(make_part(told) for told in report.notice) if theme.name is None else (),
        tuple(links),
        (link_revision(desk, before), link_revision(desk, after)),
    )


def name_sides(desk: Desk, before: Revision, after: Revision) -> Names:
    """Give the names of both sides in the locale of the page."""
    return Names(Side(desk.whole, before), Side(desk.whole, after), desk.locale)


def make_part(told: Told) -> ChangePart:
    """Show one change."""
    return ChangePart(
        told.label,
        told.sentence,
        told.marks,
        show_before(told.marks),
        show_after(told.marks),
        told.language.language,
        told.gains,
        told.loses,
    )


def _make_chapter(
    desk: Desk, chapter: Chapter, before: Revision, after: Revision, ending: str = ""
) -> ChangeChapter:
    name = chapter.told[0].concerns[0]
    stands = name in after.by_id
    path = addresses.service_of((after if stands else before).id, name)
    parts = tuple(make_part(told) for told in chapter.told)
    return ChangeChapter(f"{name}{ending}", chapter.title, desk.links.page(path), parts)
