"""Confirming: this site's own words of a list were held against its official words as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

from carelist.catalog.confirmed import (
    CONFIRMED_FILE,
    Confirmed,
    confirm,
    find_unconfirmed,
    join_digests,
    write_confirmed,
)
from carelist.catalog.files import find_revision_folders, is_draft
from carelist.catalog.followers import Sources, list_followers
from carelist.catalog.problems import CatalogError
from carelist.catalog.rebinding import bind_file
from carelist.catalog.records import Departments, Notice, Pillars, Services
from carelist.catalog.rules import Situations
from carelist.catalog.speaking import read_spoken
from carelist.catalog.texts import Record
from carelist.catalog.vocabulary import Vocabulary

if TYPE_CHECKING:
    from pathlib import Path

    from carelist.catalog.binding import Sheet
    from carelist.catalog.confirmed import Follower, Key
    from carelist.catalog.problems import Problem

R = TypeVar("R", bound=Record)


class Review(NamedTuple):
    """What of ours follows the list of a year, and what was confirmed of it."""

    path: Path
    """The file that it is kept in."""
    followers: tuple[Follower, ...]
    known: dict[Key, str]

    def find_left(self) -> list[Problem]:
        """Find what is still to be looked at."""
        folder = self.path.parent
        drafted = is_draft(folder)
        return list(find_unconfirmed(self.followers, self.known, folder.name, is_draft=drafted))

    def confirm(self, chosen: frozenset[Key] | None) -> Review:
        """Write down that what is chosen was looked at, or all of it for None."""
        record = confirm(self.followers, self.known, chosen)
        self.path.write_text(write_confirmed(record), encoding="utf-8")
        return self._replace(known=record.digests)


def read_review(folder: Path, year: str) -> Review:
    """Read what follows the list of a year; a draft goes on from the list published last.

    Raises:
        CatalogError: Where services.yml, or a record, cannot be read.
    """
    path = folder / "revisions" / year
    locales, _ = read_spoken(folder)
    services, problems = bind_file(path / "services.yml", folder, Services, locales)
    if services is None:
        raise CatalogError(problems)
    sources = Sources(
        services,
        _read(path / "notice.yml", folder, Notice),
        _read(folder / "pillars.yml", folder, Pillars),
        _read(folder / "situations.yml", folder, Situations),
        _read(folder / "vocabulary.yml", folder, Vocabulary),
        _read(folder / "departments.yml", folder, Departments),
        year,
    )
    published = [one for one in find_revision_folders(folder) if not is_draft(one)]
    before = published[-1:] if is_draft(path) else []
    records = [_read(one / CONFIRMED_FILE, folder, Confirmed) for one in (*before, path)]
    followers = tuple(list_followers(sources))
    return Review(path / CONFIRMED_FILE, followers, join_digests(*records) or {})


def _read(path: Path, folder: Path, model: type[R]) -> Sheet[R] | None:
    locales, _ = read_spoken(folder)
    return bind_file(path, folder, model, locales)[0] if path.exists() else None
