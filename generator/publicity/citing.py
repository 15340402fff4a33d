"""How to cite one item of the list: by the national standard, in plain words, and as HTML."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, NamedTuple

from generator.catalog.quoting import find_as_read, quote, quote_task

if TYPE_CHECKING:
    from generator.catalog.records import Service
    from generator.catalog.revision import Catalog


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


def cite(catalog: Catalog, service: Service, address: str) -> Citation:
    """Give the citation of a service, whose page in this revision stands at `address`."""
    revision = catalog.latest
    notice, number = revision.notice, service.number
    title, document = notice.title.zh, notice.number.zh
    name = revision.groups[service.group].name.zh
    signatory, count = notice.signatory.zh, len(notice.issuers)
    bodies = f"{signatory}等{count}部门" if count > 1 else signatory
    read = find_as_read(revision, service)
    as_read = _mark(("序号", read.number), ("名称", read.name))
    item = f"第{number}项 {name}{as_read}"
    place = f"《{notice.table_title.zh}》（{document}，{revision.id}年版）第{number}项"
    quoted = quote_task(revision, service)
    brackets = "（方括号内是本站的校读）" if quoted != service.task else ""
    linked = f'<a href="{escape(address)}">{escape(place)}</a>'
    dates = f"{notice.printed_on}印发，{{read}}查阅"
    author = f"{signatory}，等" if count > 1 else signatory
    return Citation(
        f"{author}. {title}：{document}，{item}[EB/OL]. "
        f"（{notice.printed_on}）[{{read}}]. {address}.",
        f"{bodies}：{place}{quote(name)}{as_read}，{dates}，{address}",
        f"{escape(bodies)}：<cite>{linked}</cite>{escape(quote(name))}{as_read}，{dates}",
        f"{quote(quoted)}——{place}{_mark(('序号', read.number))}{brackets}",
        _cite_in_english(catalog, service, address),
    )


def _mark(*parts: tuple[str, bool]) -> str:
    """Say in Chinese which parts of a place are readings; nothing where none is."""
    named = "、".join(name for name, is_reading in parts if is_reading)
    return f"（{named}依校读）" if named else ""


def _cite_in_english(catalog: Catalog, service: Service, address: str) -> str:
    revision = catalog.latest
    notice, group = revision.notice, revision.groups[service.group].name
    parts = (notice.signatory, notice.table_title, notice.number, group)
    if any(text.english_state != "fresh" for text in parts):
        return ""
    read = find_as_read(revision, service)
    number = f"{service.number} (number as read)" if read.number else f"{service.number}"
    name = f"“{group.en}” (name as read)" if read.name else f"“{group.en}”"
    others = " and others" if len(notice.issuers) > 1 else ""
    return (
        f"{notice.signatory.en}{others}, {notice.table_title.en} ({notice.number.en}), "
        f"item {number}: {name}, translated from the Chinese. "
        f"Read on {{read}}. {address}"
    )
