"""Of whom a site speaks: the kind of people a list is for, and what the site calls them.

The words of a locale hold for anyone. What is said otherwise to one kind of people stands in a
folder `people/<kind>/` of the locale, in files of the same names: a few words each, which come
before those of the locale and behind those of a city.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FOLDER = "people"
PeopleKind = Literal["children", "elders", "disabled", "families"]
Asked = Literal["self", "child", "parent", "member"]
"""About whom the questionnaire asks: the reader, or somebody of the reader's family."""
SELF: Asked = "self"
ASKED: Mapping[PeopleKind | None, tuple[Asked, ...]] = MappingProxyType(
    {
        "children": ("child",),
        "elders": ("self", "parent"),
        "disabled": ("self", "member"),
        "families": ("self",),
        None: ("self",),
    }
)
"""By kind, about whom a list asks that does not say."""
NAMES = ("people", "one", "list", "list_in_full", "listeners", "the_notice")
"""Of the words of a site, those that others hold as `{people}`, `{list}` and so on; `{People}`
and `{The_notice}` begin a sentence. Each may hold those before it. `one` is one of them, `list` the
name of the list in passing, `list_in_full` to whoever has not heard of it, `listeners` whom a
loudspeaker calls, `the_notice` what the list came with."""
BEGUN = {name.capitalize(): name for name in ("people", "the_notice")}
"""The names that also begin a sentence, by how they are written there."""
FILLED = frozenset({*NAMES, *BEGUN})


class Called(NamedTuple):
    """What a city says of its people."""

    kind: str = ""
    """Empty for anyone."""
    names: Mapping[str, Mapping[str, str]] = MappingProxyType({})
    """By tag of a locale, the names that are the city's own, by the words that they stand for."""


ANYONE = Called()


def find_folders(folders: tuple[Path, ...], kind: str) -> tuple[Path, ...]:
    """Give the folders of a locale with those of a kind of people, each before its locale's own."""
    return tuple(
        one
        for folder in folders
        for one in (folder / FOLDER / kind, folder)
        if one == folder or (kind and one.is_dir())
    )


def fill_names(words: Mapping[str, str], names: Mapping[str, str]) -> dict[str, str]:
    """Fill the names in wherever words hold them, and leave all else that is to be filled in.

    >>> fill_names({"lead": "{People}: {count}"}, {"people": "migrant children"})
    {'lead': 'Migrant children: {count}'}
    """
    begun = {begun: _begin(names[name]) for begun, name in BEGUN.items() if name in names}
    given = {**names, **begun}
    filled = dict(words)
    for name, value in given.items():
        mark = f"{{{name}}}"
        filled = {key: text.replace(mark, value) for key, text in filled.items()}
    return filled


def _begin(name: str) -> str:
    return name[:1].upper() + name[1:]
