"""How to cite one item of the list: by the national standard, in plain words, and as HTML."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, NamedTuple

from generator.catalog.dates import write_date
from generator.catalog.quoting import find_as_read, quote, quote_task
from generator.speech.words import load_words

if TYPE_CHECKING:
    from generator.catalog.records import Service
    from generator.catalog.revision import Catalog
    from generator.speech.words import Words


class Citation(NamedTuple):
    """The forms of one citation; `{read}` stands for the date on which it is read."""

    standard: str
    """GB/T 7714-2025: issuers. title：number，item[EB/OL]. （date）[date read]. address.

    In the standard's own examples, colons, commas and round brackets are of full width."""
    plain: str
    html: str
    quotation: str
    """The words in Chinese as printed, readings in square brackets, with their place."""
    english: str
    """The plain form in English; empty where some of it is not of the present Chinese."""


READ = "{read}"
"""Where the date of reading is filled in, by scripts."""


def cite(catalog: Catalog, service: Service, address: str, english_address: str) -> Citation:
    """Give the citation of a service, whose pages in this revision stand at the addresses.

    What is cited in Chinese leads to the Chinese page, on an English page too.
    """
    revision, words = catalog.latest, load_words("zh", "citations")
    notice, count = revision.notice, len(revision.notice.issuers)
    name = revision.groups[service.group].name.zh
    signatory, document = notice.signatory.zh, notice.number.zh
    read = find_as_read(revision, service)
    marks = {"number": read.number, "name": read.name}
    as_read = _mark(words, [part for part, is_reading in marks.items() if is_reading])
    number_as_read = _mark(words, ["number"] if read.number else [])
    table = {"table": notice.table_title.zh, "document": document, "revision": revision.id}
    place = words.fill("place", number=service.number, **table)
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
            title=notice.title.zh,
            document=document,
            item=words.fill("item", number=service.number, name=name, as_read=as_read),
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
        _cite_in_english(catalog, service, english_address),
    )


def _mark(words: Words, parts: list[str]) -> str:
    """Say which parts of a place are readings; nothing where none is."""
    named = load_words("zh", "print").list_comma.join(words[part] for part in parts)
    return words.fill("as_read", named=named) if named else ""


def _cite_in_english(catalog: Catalog, service: Service, address: str) -> str:
    revision, words = catalog.latest, load_words("en", "citations")
    notice, group = revision.notice, revision.groups[service.group].name
    parts = (notice.signatory, notice.table_title, notice.number, group)
    if any(text.english_state != "fresh" for text in parts):
        return ""
    read = find_as_read(revision, service)
    number, name, bodies = str(service.number), f"“{group.en}”", notice.signatory.en
    several = len(notice.issuers) > 1
    return words.fill(
        "translated",
        bodies=words.fill("translated_bodies", signatory=bodies) if several else bodies,
        table=notice.table_title.en,
        document=notice.number.en,
        number=words.fill("translated_number", number=number) if read.number else number,
        name=words.fill("translated_name", name=name) if read.name else name,
        printed=write_date(notice.printed_on, "en"),
        read=READ,
        address=address,
    )
