"""How one gets something, in words, as far as the list says."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from carelist.catalog.records import How
    from carelist.catalog.revision import Revision
    from carelist.catalog.texts import Text
    from carelist.speech.words import Words


def name_how(revision: Revision, how: How, words: Words, write: Callable[[Text], str]) -> str:
    """Say how one gets something; where the task does not, in which column the list may say it.

    `words` are those of pages or of print, which call the ways alike.
    """
    columns = (one.heading for one in revision.rows.columns if one.means == "how")
    heading = next(columns, None)
    if how == "ask" and heading:
        return words.how_column.format(column=write(heading))
    return words[f"how_{how}"]
