"""Hand-written pages, with what the list says of itself filled in."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING

from carelist.speech.words import OPTIONAL

if TYPE_CHECKING:
    from carelist.site.desk import Desk

MARKS = str.maketrans({mark: f"&#{ord(mark)};" for mark in string.punctuation})
"""Marks that Markdown, HTML or a further filling could take for their own."""


OF_PEOPLE = ("people", "private_details", "a_reader")
"""Words of the site by which prose speaks of those whom a list is for."""


def fill_prose(text: str, desk: Desk) -> str:
    """Fill in `{city}` and its like, as text and never as markup; other braces stay as they are.

    What stands in `[[…]]` is left out where a filling in it is empty, as in the words of pages.
    """
    fillings = list_fillings(desk)
    text = OPTIONAL.sub(lambda part: _keep(part[1], fillings), text)
    for name, value in fillings.items():
        text = text.replace(f"{{{name}}}", value.translate(MARKS))
    return text


def _keep(part: str, fillings: dict[str, str]) -> str:
    """Give a part of a text; nothing where it asks for a filling that is empty."""
    lacks = any(f"{{{name}}}" in part for name, value in fillings.items() if not value)
    return "" if lacks else part


def list_fillings(desk: Desk) -> dict[str, str]:
    """By name, what prose may say of the city, its notice and its latest list."""
    revision = desk.revision
    return {
        "city": desk.write(desk.catalog.site.city),
        "document": desk.document,
        "revision": revision.id,
        "services": desk.words.count("services", len(revision.services)),
        "bodies": name_bodies(desk),
        "translations": desk.translations,
        **{name: desk.words[name] for name in OF_PEOPLE},
    }


def name_bodies(desk: Desk) -> str:
    """Name the body that issued the list, or the first of several and how many they are.

    Empty where the notice does not show who issued it.
    """
    issuers = desk.revision.notice.issuers
    if not issuers:
        return ""
    name = desk.write(desk.catalog.departments[issuers[0]].as_of(desk.revision.id).name)
    key = "bodies_alone" if len(issuers) == 1 else "bodies_together"
    return desk.words.fill(key, name=name, count=len(issuers))
