"""The data set and its files, as the DCAT application profile for portals has them (DCAT-AP 3).

See https://semiceu.github.io/DCAT-AP/releases/3.0.1/. How often the list will change is not stated,
and so is not said here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from carelist.exports.linked.dataset import (
    describe_dataset,
    list_named,
    name_dataset,
    name_publisher,
    write_texts,
)
from carelist.exports.stated import drop_empty

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from carelist.exports.data_file import Stated
    from carelist.exports.edition import Edition

Json = dict[str, Any]
MEDIA_TYPES = "http://www.iana.org/assignments/media-types/"
SHA256 = "http://spdx.org/rdf/terms#checksumAlgorithm_sha256"


def list_things(edition: Edition, files: Iterable[Stated]) -> Iterator[Json]:
    """Yield the catalogue, the data set, and a distribution a file, with what they name."""
    web, site, listed = edition.web, edition.catalog.site, tuple(files)
    yield from list_named(edition)
    if edition.licence:
        yield {"@id": edition.licence.url, "@type": "dct:LicenseDocument"}
    pages = (web.page("data", "", locale) for locale in edition.catalog.locales)
    landing = [page for page in pages if page]
    for page in landing:
        yield {"@id": page, "@type": "foaf:Document"}
    yield {
        "@id": web.name("data/#catalogue"),
        "@type": "dcat:Catalog",
        "dct:title": write_texts(edition, site.name),
        "dct:description": write_texts(edition, site.purpose),
        "dct:publisher": name_publisher(edition),
        "dcat:dataset": [name_dataset(edition)],
    }
    yield {
        **describe_dataset(edition),
        "dcat:landingPage": landing,
        "dcat:distribution": [web.file(file.told.path) for file in listed],
    }
    for media_type in sorted({file.media_type for file in listed}):
        yield {"@id": f"{MEDIA_TYPES}{media_type}", "@type": "dct:MediaType"}
    for standard in sorted({file.standard for file in listed if file.standard}):
        yield {"@id": standard, "@type": "dct:Standard"}
    yield {"@id": SHA256, "@type": "spdx:ChecksumAlgorithm"}
    for file in listed:
        yield _describe_file(edition, file)


def _describe_file(edition: Edition, file: Stated) -> Json:
    address = edition.web.file(file.told.path)
    return drop_empty(
        {
            "@id": address,
            "@type": "dcat:Distribution",
            "dct:title": [
                {"@value": file.told.tell(locale), "@language": locale.language}
                for locale in edition.catalog.locales
            ],
            "dcat:accessURL": address,
            "dcat:downloadURL": address,
            "dcat:mediaType": f"{MEDIA_TYPES}{file.media_type}",
            "dct:license": edition.licence.url if edition.licence else None,
            "dct:conformsTo": file.standard,
            "dcat:byteSize": file.told.size,
            "spdx:checksum": {
                "@type": "spdx:Checksum",
                "spdx:algorithm": SHA256,
                "spdx:checksumValue": file.told.sha256,
            },
        }
    )
