"""How to cite one item of the list: by the national standard, in plain words, and as HTML."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, NamedTuple

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
    """The official words in Chinese, with the place they are from."""
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
    item = f"第{number}项 {name}"
    place = f"《{notice.table_title.zh}》（{document}，{revision.id}年版）第{number}项"
    linked = f'<a href="{escape(address)}">{escape(place)}</a>'
    dates = f"{notice.printed_on}印发，{{read}}查阅"
    author = f"{signatory}，等" if count > 1 else signatory
    return Citation(
        f"{author}. {title}：{document}，{item}[EB/OL]. "
        f"（{notice.printed_on}）[{{read}}]. {address}.",
        f"{bodies}：{place}“{name}”，{dates}，{address}",
        f"{escape(bodies)}：<cite>{linked}</cite>“{escape(name)}”，{dates}",
        f"“{service.task}”——{place}",
        _cite_in_english(catalog, service, address),
    )


def _cite_in_english(catalog: Catalog, service: Service, address: str) -> str:
    revision = catalog.latest
    notice, group = revision.notice, revision.groups[service.group].name
    parts = (notice.signatory, notice.table_title, notice.number, group)
    if any(text.english_state != "fresh" for text in parts):
        return ""
    others = " and others" if len(notice.issuers) > 1 else ""
    return (
        f"{notice.signatory.en}{others}, {notice.table_title.en} ({notice.number.en}), "
        f"item {service.number}: “{group.en}”, translated from the Chinese. "
        f"Read on {{read}}. {address}"
    )
