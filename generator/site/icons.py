"""The icons that pillars are drawn with: Material Design Icons, as the theme brings them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.catalog.problems import find_nearest

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from generator.catalog.revision import Catalog

FOLDER = ".icons/material"


def find_unknown_icons(catalog: Catalog, theme_folders: Iterable[Path]) -> list[str]:
    """Say which pillars name an icon that no folder of the theme has."""
    folders = [folder / FOLDER for folder in theme_folders]
    messages = []
    for pillar in catalog.pillars.values():
        if any((folder / f"{pillar.icon}.svg").is_file() for folder in folders):
            continue
        known = [path.stem for folder in folders for path in folder.glob("*.svg")]
        near = find_nearest(pillar.icon, known).get("near")
        hint = f"; did you mean '{near}'?" if near else ""
        messages.append(
            f"pillars.yml: unknown icon '{pillar.icon}' of pillar '{pillar.id}'; "
            f"expected the name of a Material Design icon, as 'home-heart'{hint}"
        )
    return messages
