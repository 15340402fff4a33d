"""Style sheets that pages of a sort share: the rules that any of them can use."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from carelist.site import addresses
from carelist.site.pages import list_pages

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from carelist.site.making import Made
    from carelist.site.site import Site
    from carelist.site.styles import StyleSheet


def write_shared_sheets(
    site: Site, sheet: StyleSheet, made: Mapping[str, Made], folder: Path
) -> None:
    """Write the sheets that pages of a built site load, by what is known of those pages."""
    needed: defaultdict[str, int] = defaultdict(int)
    for page in list_pages(site):
        if name := page.kind.standing.sheet:
            needed[name] |= made[page.address].needed
    for name, bits in needed.items():
        file = folder / addresses.shared_styles(name)
        file.write_text(sheet.select_needed(bits), encoding="utf-8", newline="\n")
