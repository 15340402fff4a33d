"""How to cite one item of the list: by the national standard, in plain words, and as HTML."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, NamedTuple

from carelist.catalog.quoting import find_as_read, quote, quote_task

if TYPE_CHECKING:
    from collections.abc import Callable

    from carelist.catalog.records import Service
    from carelist.catalog.revision import Catalog
    from carelist.catalog.texts import Text
    from carelist.speech.locales import Locale


class Citation(NamedTuple):
    """The forms of one citation; `{read}` stands for the date on which it is read."""

    standard: str
    """GB/T 7714-2025: issuers. title：number，item[EB/OL]. （date）[date read]. address.

    In the standard's own examples, colons, commas and round brackets are of full width."""
    plain: str
    html: str
    quotation: str
    """The words in Chinese as printed, readings in square brackets, with their place."""
    translated: str
    """The plain form in the locale of the page; empty where that is the source's, or where some of
    it does not follow the source."""


READ = "{read}"
"""Where the date of reading is filled in, by scripts."""


def cite(
    catalog: Catalog, service: Service, find_address: Callable[[Locale], str], locale: Locale
) -> Citation:
    """Give the citation of a service on a page in a locale.

    What is cited in the language of the source leads to the page in it, on every other page too.

    Args:
        catalog: Of whose latest revision the service is.
        service: What is cited.
        find_address: Gives the address of its page in this revision, by locale.
        locale: Of the page.
    """
    source = catalog.locales.source
    revision, words, address = catalog.latest, source.words("citations"), find_address(source)
    notice, count = revision.notice, len(revision.notice.issuers)
    name = revision.groups[service.group].name.source
    signatory, document = _name_signatory(catalog, source), _read(notice.number)
    read = find_as_read(revision, service)
    marks = {"number": read.number, "name": read.name}
    as_read = _mark(source, [part for part, is_reading in marks.items() if is_reading])
    counted = "" if revision.prints_numbers else words.counted
    as_read += counted
    number_as_read = _mark(source, ["number"] if read.number else []) + counted
    table = {"table": catalog.list_name.source, "document": document, "revision": revision.id}
    numbers = {"number": service.number, "printed_number": service.printed_number}
    place = words.fill("place", **numbers, **table)
    bodies = words.fill("bodies", signatory=signatory, count=count) if count > 1 else signatory
    author = words.fill("author", signatory=signatory) if count > 1 else signatory
    said = {"bodies": bodies, "place": place, "name": quote(name), "as_read": as_read}
    days = {"printed": notice.printed_on, "read": READ}
    plain = words.fill("plain", **said, **days)
    linked = f'<cite><a href="{escape(address)}">{escape(place)}</a></cite>'
    escaped = {part: escape(text) for part, text in said.items()} | {"place": linked}
    quoted = quote_task(revision, service)
    return Citation(
        words.fill(
            "standard",
            author=author,
            title=(notice.title or catalog.list_name).source,
            document=document,
            item=words.fill("item", **numbers, name=name, as_read=as_read),
            address=address,
            **days,
        ),
        words.fill("with_address", plain=plain, address=address),
        words.fill("plain", **escaped, **days),
        words.fill(
            "quotation",
            quoted=quote(quoted),
            place=place,
            as_read=number_as_read,
            brackets=words.brackets if quoted != service.task else "",
        ),
        _cite_translated(catalog, service, find_address(locale), locale),
    )


def _name_signatory(catalog: Catalog, locale: Locale) -> str:
    """Name the body that signs, the first of several, else the first that issued the list."""
    notice = catalog.latest.notice
    signed = notice.signatory.source.split() if notice.signatory else []
    if signed and locale.is_source:
        return signed[0]
    issuers = (catalog.departments[name].name for name in notice.issuers)
    named = notice.signatory if len(signed) == 1 else next(issuers, None)
    return named.find(locale) if named else ""


def _read(text: Text | None) -> str:
    """Give the official words of a part of the notice; empty where it has none."""
    return text.source if text else ""


def _mark(locale: Locale, parts: list[str]) -> str:
    """Say which parts of a place are readings; nothing where none is."""
    words = locale.words("citations")
    named = locale.list(words[part] for part in parts)
    return words.fill("as_read", named=named) if named else ""


def _cite_translated(catalog: Catalog, service: Service, address: str, locale: Locale) -> str:
    revision, words = catalog.latest, locale.words("citations")
    notice, group = revision.notice, revision.groups[service.group].name
    parts = (catalog.list_name, notice.number, notice.signatory, group)
    told = [text for text in parts if text]
    if locale.is_source or any(text.find_state(locale) != "fresh" for text in told):
        return ""
    read, bodies = find_as_read(revision, service), _name_signatory(catalog, locale)
    number, name = str(service.number), locale.quote(group.find(locale))
    several = len(notice.issuers) > 1
    return words.fill(
        "translated",
        bodies=words.fill("translated_bodies", signatory=bodies) if several else bodies,
        table=catalog.list_name.find(locale),
        document=notice.number.find(locale) if notice.number else "",
        number=words.fill("translated_number", number=number) if read.number else number,
        name=words.fill("translated_name", name=name) if read.name else name,
        printed=locale.write_date(notice.printed_on) if notice.printed_on else "",
        read=READ,
        address=address,
    )
