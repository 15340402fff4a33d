"""Hand-written pages, with what the list says of itself filled in."""

from __future__ import annotations

import posixpath
import re
import string
from typing import TYPE_CHECKING

from carelist.speech.locales import PROSE
from carelist.speech.words import OPTIONAL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carelist.catalog.site import Licence
    from carelist.site.desk import Desk
    from carelist.speech.locales import Locales

MARKS = str.maketrans({mark: f"&#{ord(mark)};" for mark in string.punctuation})
"""Marks that Markdown, HTML or a further filling could take for their own."""
_LINKED = re.compile(r"[\w.~%/-]+\.md\b")
"""What may be a link to a page by its text."""

MEASUREMENTS = "measurements.md"
"""The page of a project that says how heavy and how fast its pages are."""
OF_THE_LIST = ("people", "private_details", "a_reader", "the_notice")
"""Words of the site by which prose speaks of a list and of those whom it is for."""


def list_prose(locales: Locales) -> Iterator[tuple[str, str]]:
    """Yield the pages of prose of every site, by their paths below docs/, with their texts."""
    for locale in locales:
        for name, file in locale.find_pages(PROSE).items():
            yield f"{locale.prefix}{name}", file.read_text("utf-8")


def fill_prose(text: str, desk: Desk, *, is_measured: bool) -> str:
    """Fill in `{city}` and its like, as text and never as markup; other braces stay as they are.

    What stands in `[[…]]` is left out where a filling in it is empty, as in the words of pages.

    Args:
        text: The page in Markdown.
        desk: Of the page.
        is_measured: Whether the project has a page of measurements in this locale.
    """
    texts = {name: value.translate(MARKS) for name, value in list_fillings(desk).items()}
    return _fill(text, {"measurements": MEASUREMENTS if is_measured else "", **texts})


def find_linked(text: str, name: str) -> Iterator[str]:
    """Yield the texts that the page `name` may link to, by their paths below docs/, each once."""
    folder = posixpath.dirname(name)
    for link in dict.fromkeys(_LINKED.findall(text)):
        yield posixpath.normpath(posixpath.join(folder, link))


def fill_line(text: str, desk: Desk) -> str:
    """Fill in a line that is no Markdown."""
    return _fill(text, list_fillings(desk))


def _fill(text: str, fillings: dict[str, str]) -> str:
    text = OPTIONAL.sub(lambda part: _keep(part[1], fillings), text)
    for name, value in fillings.items():
        text = text.replace(f"{{{name}}}", value)
    return text


def _keep(part: str, fillings: dict[str, str]) -> str:
    """Give a part of a text; nothing where it asks for a filling that is empty."""
    lacks = any(f"{{{name}}}" in part for name, value in fillings.items() if not value)
    return "" if lacks else part


def list_fillings(desk: Desk) -> dict[str, str]:
    """By name, what prose may say of the city, its notice and its latest list."""
    revision, words = desk.revision, desk.words
    is_letter = revision.notice.is_letter
    licences: dict[Licence, str] = {
        "cc-by": words.licence_cc_by,
        "cc0": words.licence_cc_zero,
        "none": words.licence_none,
    }
    return {
        "city": desk.write(desk.catalog.site.city),
        "document": desk.document,
        "revision": revision.id,
        "services": words.count("services", len(revision.services)),
        "bodies": name_bodies(desk),
        "translations": desk.translations,
        "notice": words.the_notice if is_letter else "",
        "letter": words.letter if is_letter else "",
        "The_notice": words.the_notice[:1].upper() + words.the_notice[1:],
        "form": _show_form(desk),
        "licence": licences[desk.catalog.site.licence],
        **{name: words[name] for name in OF_THE_LIST},
    }


def _show_form(desk: Desk) -> str:
    """Show how a text is written in JSON, in the languages of the site."""
    return "{" + ", ".join(f'"{one.tag}": …' for one in desk.whole.locales) + "}"


def name_bodies(desk: Desk) -> str:
    """Name the body that issued the list, or the first of those that drew it up and their number.

    Empty where the notice does not show who issued it.
    """
    issuers = desk.revision.notice.issuers
    if not issuers:
        return ""
    name = desk.write(desk.catalog.departments[issuers[0]].as_of(desk.revision.id).name)
    key = "bodies_alone" if len(issuers) == 1 else "bodies_together"
    return desk.words.fill(key, name=name, count=len(issuers))
