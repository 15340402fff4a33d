"""The icons of pillars and situations: those of Material Design Icons that the theme brings.

Of the rest, those that a project puts into a folder `icons` of its own, and all of them where
Material for MkDocs is installed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelist.catalog.problems import find_nearest
from carelist.speech.messages import Message
from carelist.speech.own import find_own_locale

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from carelist.catalog.revision import Catalog

FOLDERS = ("icons", ".icons/material")
"""Below a folder of templates, which look there too; the second as Material for MkDocs has it."""


def read_icon(name: str, theme_folders: Iterable[Path]) -> str:
    """Give the SVG of an icon that is known."""
    files = (folder / f"{name}.svg" for folder in _list_folders(theme_folders))
    return next(file for file in files if file.is_file()).read_text("utf-8")


def _list_folders(theme_folders: Iterable[Path]) -> list[Path]:
    return [theme / folder for theme in theme_folders for folder in FOLDERS]


def find_unknown_icons(catalog: Catalog, theme_folders: Iterable[Path]) -> list[str]:
    """Say which pillars and situations name an icon that no folder of the theme has."""
    folders, language = _list_folders(theme_folders), find_own_locale()
    messages = []
    drawn = [("pillar", pillar.id, pillar.icon) for pillar in catalog.pillars.values()]
    drawn += [("situation", situation.id, situation.icon) for situation in catalog.situations]
    for kind, name, icon in drawn:
        if any((folder / f"{icon}.svg").is_file() for folder in folders):
            continue
        known = [path.stem for folder in folders for path in folder.glob("*.svg")]
        values = {"kind": kind, "name": name, "value": icon}
        unknown = Message("problems", "unknown_icon", values).write(language)
        near = find_nearest(icon, known)
        messages.append(
            unknown + (Message("problems", "near", near).write(language) if near else "")
        )
    return messages
