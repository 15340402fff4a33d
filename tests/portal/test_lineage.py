"""What services carry out is what their lists declare."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelist.portal.lineage import check_lineage, trace
from carelist.portal.loading import load_portal
from carelist.portal.published import Target, read_published

if TYPE_CHECKING:
    from pathlib import Path


def test_lineage_is_declared(portal_folder: Path) -> None:
    """A service is followed by those that say so, of whatever level; a published list may, too."""
    portal = load_portal(portal_folder)
    lists = {one.id: read_published(portal_folder / "sites" / one.id) for one in portal.places}
    assert trace(portal, lists).followers == {
        Target("lakeside", "after-school"): (Target("clearwater", "after-school"),),
        Target("lakeside", "reading"): (Target("clearwater", "reading"),),
        Target("clearwater", "reading"): (Target("ferry", "reading"),),
    }
    assert list(check_lineage(portal, lists)) == []
