"""A comparison of two revisions, told whole: what every format and page of it is made from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from carelist.revisions.summary import Scope, sum_up, write_summary
from carelist.revisions.telling import Told, tell_changes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carelist.revisions.changes.base import Change
    from carelist.revisions.naming import Names


@dataclass(frozen=True)
class Chapter:
    """The changes of one service, or of those that replace one another."""

    title: str
    """Empty for what concerns no service."""
    told: tuple[Told, ...]


@dataclass(frozen=True)
class Report:
    """A comparison, told in one language."""

    before: str
    after: str
    title: str
    summary: str
    """Empty where two states of one revision are compared."""
    major: tuple[Chapter, ...]
    minor: tuple[Chapter, ...]
    notice: tuple[Told, ...]
    """What concerns no service."""

    @property
    def is_empty(self) -> bool:
        """Whether readers see no change."""
        return not (self.major or self.minor or self.notice)


def make_report(changes: Iterable[Change], names: Names, scope: Scope | None = None) -> Report:
    """Tell all changes that readers see; those given are of the scope."""
    listed = list(changes)
    told = tell_changes((c for c in listed if c.kind.is_seen), names)
    before, after = names.before.revision.id, names.after.revision.id
    one_year = before == after
    title = "report_state" if one_year else "report_title"
    return Report(
        before,
        after,
        names.say(title, before=before, after=after),
        "" if one_year else write_summary(sum_up(listed, names, scope), names),
        gather([one for one in told if one.is_major and one.concerns], names),
        gather([one for one in told if not one.is_major and one.concerns], names),
        tuple(one for one in told if not one.concerns),
    )


def gather(told: Iterable[Told], names: Names) -> tuple[Chapter, ...]:
    """Gather changes by the services they concern, in the order of the later revision."""
    chapters: dict[str, list[Told]] = {}
    for one in told:
        chapters.setdefault(one.concerns[0], []).append(one)
    found = []
    for side in (names.after, names.before):
        for service in side.revision.services:
            if service.id in chapters:
                title = names.item(side, service)
                found.append(Chapter(title, tuple(chapters.pop(service.id))))
    return tuple(found)
