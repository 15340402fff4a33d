"""What exports say of themselves, and leave out: the licence, and what the list does not state."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from carelist.catalog import site


class Licence(NamedTuple):
    """A licence of what a site wrote and translated; official texts are public documents."""

    name: str
    """As SPDX lists it, see https://spdx.org/licenses/."""
    url: str


LICENCES: dict[site.Licence, Licence | None] = {
    "cc-by": Licence("CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/"),
    "cc0": Licence("CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
    "none": None,
}
"""By what a site names it; None where it gives none, and nothing is said of one."""


def drop_empty(record: dict[str, Any]) -> dict[str, Any]:
    """Leave out what is not stated: standards know no null where they want a text.

    >>> drop_empty({"title": "住房", "summary": None, "types": []})
    {'title': '住房'}
    """
    return {key: value for key, value in record.items() if value not in (None, [], {})}
