"""`carelist new --province`: the portal of many places, with the first of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click

from carelist.catalog.problems import RefusalError
from carelist.catalog.texts import SLUG
from carelist.portal.records import CODE
from carelist.portal.starting import Beginning, begin_portal
from carelist.speech.locales import gather_locales
from carelist.starting.beginning import Begun, begin_city

if TYPE_CHECKING:
    from carelist.speech.locales import Locale
    from carelist.starting.order import Order


def begin_province(order: Order, code: str, language: Locale) -> Begun:
    """Write the repository of a portal, and in it the project of the place that all others are in.

    Raises:
        UsageError: If the folder's name is no id, the code is none, or there is no address.
    """
    name = order.folder.resolve().name
    if refusal := _find_refusal(name, code, order.url):
        raise click.UsageError(refusal.tell(language))
    if order.folder.is_dir() and any(order.folder.iterdir()):
        return Begun(0, None)
    begun = begin_city(order._replace(folder=order.folder / "places" / name), language)
    if not begun.files:
        return begun
    locales = gather_locales([one.tag for one in order.locales if one.tag in order.names])
    for path, text in begin_portal(Beginning(name, order.names, code, order.url), locales):
        file = order.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    return begun._replace(files=sum(one.is_file() for one in order.folder.rglob("*")))


def _find_refusal(name: str, code: str, url: str) -> RefusalError | None:
    if not re.fullmatch(SLUG, name):
        return RefusalError("new_no_id", value=name)
    if not re.fullmatch(CODE, code):
        return RefusalError("new_no_code", value=code)
    return None if url else RefusalError("new_no_url")
