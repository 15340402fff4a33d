"""What a project says of its site, and for whom it is built."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from carelist.store import Store, find_cache
from carelist.theme import THEME, find_more_icons

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True)
class Settings:
    """What a project says of its site, and for whom it is built."""

    file: Path
    """Of the project's settings, as MkDocs reads them."""
    catalog: Path
    docs: Path
    changed: tuple[Path, ...]
    """The folders in which the project changes the theme."""
    offline: bool
    typeset: bool
    has_address: bool
    """Whether the project says where its site is published."""
    serving: bool
    """Whether an editor looks at the site meanwhile."""
    previews: bool
    """Whether the site is only looked at, and shows edits that are not ready to be published."""

    @property
    def project(self) -> Path:
        """The folder of the project."""
        return self.file.parent

    @property
    def own_themes(self) -> tuple[Path, ...]:
        """The folders that pages are made of: the project's, where it changes any, and ours."""
        return (*self.changed, THEME)

    @property
    def themes(self) -> tuple[Path, ...]:
        """Folders of templates and icons, the project's own first."""
        return (*self.own_themes, *find_more_icons())

    @property
    def published(self) -> tuple[Path, ...]:
        """The project's own folders from which something is published as it stands, or nearly."""
        return self.docs, *self.changed

    def find_asset(self, name: str) -> Path:
        """Give the file of an image or script by its address: the project's own before ours."""
        files = (folder / name for folder in (self.docs, *self.own_themes))
        return next(file for file in files if file.is_file())

    def open_store(self, name: str) -> Store:
        """Give one of the stores of what need not be made again."""
        return Store(find_cache(self.project) / name)
