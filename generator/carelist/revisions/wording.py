"""Two wordings of one text, marked word by word: what stays, what is deleted, what is inserted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from carelist.revisions.aligning import align
from carelist.revisions.quantities import NUMBER
from carelist.revisions.substance import NUMERALS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

State = Literal["same", "deleted", "inserted"]

TOKEN = re.compile(
    rf"{NUMBER}(?![A-Za-z])|[A-Za-z0-9]+(?:['’.\-][A-Za-z0-9]+)*|[{NUMERALS}]{{2,}}|\s+|.",
    re.DOTALL,
)
"""A number, an English word, white space, or a single character: in Chinese, each one."""
WORD = re.compile(r"\w")


@dataclass(frozen=True)
class Span:
    """Some words in one state."""

    state: State
    text: str


@dataclass(frozen=True)
class _Run:
    """Words that stay, behind words of which one wording was made of the other."""

    deleted: str
    inserted: str
    same: str


def mark_words(before: str, after: str) -> tuple[Span, ...]:
    """Give both wordings as one row of spans, deleted words before those in their place.

    The spans that are not inserted join to `before`, those not deleted to `after`.

    >>> [(span.state, span.text) for span in mark_words("补助500元", "补助800元")]
    [('same', '补助'), ('deleted', '500'), ('inserted', '800'), ('same', '元')]
    """
    return tuple(_spell(_join_close(list(_find_runs(before, after)))))


def show_before(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Give the earlier wording, with what was deleted marked."""
    return tuple(span for span in spans if span.state != "inserted")


def show_after(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Give the later wording, with what was inserted marked."""
    return tuple(span for span in spans if span.state != "deleted")


def _find_runs(before: str, after: str) -> Iterator[_Run]:
    old, new = TOKEN.findall(before), TOKEN.findall(after)
    deleted = inserted = ""
    for stretch in align(old, new):
        if stretch.is_same:
            yield _Run(deleted, inserted, "".join(old[stretch.old]))
            deleted = inserted = ""
        else:
            deleted += "".join(old[stretch.old])
            inserted += "".join(new[stretch.new])
    yield _Run(deleted, inserted, "")


def _join_close(runs: list[_Run]) -> list[_Run]:
    """Join changes that only a few words part, so that a reader sees one change and no confetti."""
    joined = runs[:1]
    for run in runs[1:]:
        last = joined[-1]
        if _is_crumb(last.same, last, run):
            deleted = last.deleted + last.same + run.deleted
            inserted = last.inserted + last.same + run.inserted
            joined[-1] = _Run(deleted, inserted, run.same)
        else:
            joined.append(run)
    return joined


def _is_crumb(same: str, last: _Run, after: _Run) -> bool:
    """Whether what stays is no longer than the changes on both sides of it."""
    sides = [max(len(run.deleted), len(run.inserted)) for run in (last, after)]
    if 0 in sides:
        return False
    return not WORD.search(same) or len(same) <= min(sides)


def _spell(runs: list[_Run]) -> Iterator[Span]:
    """Yield the spans of runs; a space before both wordings belongs to what stays."""
    before = ""
    for run in runs:
        shared = " " if run.deleted[:1] == run.inserted[:1] == " " else ""
        if same := before + shared:
            yield Span("same", same)
        if deleted := run.deleted.removeprefix(shared):
            yield Span("deleted", deleted)
        if inserted := run.inserted.removeprefix(shared):
            yield Span("inserted", inserted)
        before = run.same
    if before:
        yield Span("same", before)
