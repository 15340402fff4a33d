"""What both kinds of linked data name: the data set, its place, its publisher, texts by locale."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from carelist.exports.stated import drop_empty

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carelist.catalog.texts import Text
    from carelist.exports.edition import Edition

Json = dict[str, Any]


def name_dataset(edition: Edition) -> str:
    """Name the data set that the list is published as."""
    return edition.web.name("data/#dataset")


def name_place(edition: Edition) -> str:
    """Name the place whose list it is."""
    return edition.web.name("data/#place")


def name_publisher(edition: Edition) -> str:
    """Name whoever publishes the site."""
    return edition.web.name("about/#publisher")


def write_texts(edition: Edition, text: Text | None) -> list[Json]:
    """Give a text in every locale that has it."""
    return [
        {"@value": words, "@language": locale.language}
        for locale, words in edition.write(text).items()
    ]


def list_named(edition: Edition) -> Iterator[Json]:
    """Yield the place and the publisher."""
    site = edition.catalog.site
    yield {
        "@id": name_place(edition),
        "@type": "dct:Location",
        "skos:prefLabel": write_texts(edition, site.city),
    }
    yield {
        "@id": name_publisher(edition),
        "@type": "foaf:Agent",
        "dct:identifier": site.tag or edition.web.root,
        "dct:title": write_texts(edition, site.name),
        "foaf:name": write_texts(edition, site.name),
    }


def describe_dataset(edition: Edition) -> Json:
    """Describe the data set, without its files."""
    catalog, revision = edition.catalog, edition.revision
    return drop_empty(
        {
            "@id": name_dataset(edition),
            "@type": "dcat:Dataset",
            "dct:identifier": revision.id,
            "dct:title": write_texts(edition, catalog.list_name),
            "dct:description": write_texts(edition, catalog.site.purpose),
            "dct:issued": revision.notice.printed_on,
            "dct:publisher": name_publisher(edition),
            "dct:spatial": name_place(edition),
        }
    )
