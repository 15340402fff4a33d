"""The file that a clerk hands to an intake: read, and told what its format left in doubt."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from carelist.catalog.differences import shorten
from carelist.formats.choosing import NoSuchTableError, OtherColumnsError
from carelist.formats.document import Format
from carelist.formats.limits import MOST_BYTES
from carelist.intake.saying import join_names, say
from carelist.speech.messages import show

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carelist.formats.choosing import ManyTablesError
    from carelist.formats.document import Copy, Doubtful
    from carelist.formats.limits import UnreadableError
    from carelist.formats.where import Where
    from carelist.speech.locales import Locale

_SHOWN = 5
"""So many of one kind of doubt are told one by one, of the others only the places."""
_PLACES = ("page", "sheet", "range", "table", "row", "column", "line")
_MEGABYTE = 1024 * 1024


def tell_refusal(file: str, error: UnreadableError, language: Locale) -> str:
    """Say why a file cannot be read, and what helps."""
    values = {"size": str(MOST_BYTES // _MEGABYTE), **error.values}
    return say(f"refused_{error.refusal.name.lower()}", language, file=show(file), **values)


def tell_choice(
    file: str,
    error: ManyTablesError | NoSuchTableError | OtherColumnsError,
    language: Locale,
) -> Iterator[str]:
    """Say which tables may be the list and how a person says which is, or what of that fails."""
    if isinstance(error, NoSuchTableError):
        values = {"asked": error.asked, "count": error.count}
        yield say("no_such_table", language, file=show(file), **values)
    elif isinstance(error, OtherColumnsError):
        values = {"first": error.first, "other": error.other}
        yield say("other_columns", language, file=show(file), **values)
    else:
        yield from _tell_tables(file, error, language)


def _tell_tables(file: str, error: ManyTablesError, language: Locale) -> Iterator[str]:
    yield say("many_tables", language, file=show(file), count=len(error.candidates))
    for one in error.candidates:
        values = {"number": one.number, "rows": one.rows, "head": show(shorten(one.head))}
        where = name_where(one.where, language)
        if one.title:
            values["title"] = show(shorten(one.title))
        key = "one_of_tables_titled" if one.title else "one_of_tables"
        yield say(key, language, where=where, **values)


def tell_copy(copy: Copy, language: Locale) -> Iterator[str]:
    """Yield what was read, and all that is in doubt, gathered by kind; nothing of plain text."""
    if copy.format is not Format.TEXT:
        yield say("read_as", language, file=show(copy.name), format=copy.format.upper())
    kinds: dict[str, list[Doubtful]] = defaultdict(list)
    for one in copy.doubts:
        kinds[one.kind.name.lower()].append(one)
    for kind, doubts in kinds.items():
        yield say(f"doubt_{kind}", language, count=len(doubts))
        for one in doubts[:_SHOWN]:
            words = {name: show(text) for name, text in one.values.items()}
            told = say(f"doubtful_{kind}", language, **words)
            yield say("doubtful", language, where=name_where(one.where, language), told=told)
        if left := doubts[_SHOWN:]:
            places = dict.fromkeys(name_where(one.where, language) for one in left)
            named = say("between_places", language).join(filter(None, places))
            yield say("doubtful_more", language, count=len(left), places=named)


def name_where(where: Where, language: Locale) -> str:
    """Name a place as a person finds it: page and table, sheet and range, or line."""
    given = {name: getattr(where, name) for name in _PLACES if getattr(where, name)}
    if where.range:
        given = {name: given[name] for name in ("sheet", "range")}
    names = (say(f"where_{name}", language, **{name: at}) for name, at in given.items())
    return join_names(list(names), language)
