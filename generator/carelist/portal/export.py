"""The data of all places as one JSON document, with its schema."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import Field
from typing_extensions import TypedDict  # pydantic wants it before Python 3.12

from carelist.catalog.json_writing import to_json
from carelist.exports.catalog_json import describe_text, write_text
from carelist.exports.schema import make_schema
from carelist.exports.shapes import Id, Under, Words
from carelist.portal.divisions import Level
from carelist.site import addresses
from carelist.speech.locales import SOURCE

if TYPE_CHECKING:
    from carelist.portal.desk import Atlas
    from carelist.portal.published import PublishedService
    from carelist.portal.records import Place
    from carelist.speech.locales import Locales


class PortalService(TypedDict):
    """A service on the list of a place."""

    id: Id
    number: str
    title: Words
    url: str
    under: list[Under]


class PortalPlace(TypedDict):
    """A place with its list."""

    id: Id
    name: Words
    level: Level
    code: Annotated[str, Field(pattern="^[1-9][0-9]{5}$")]
    url: str
    catalog: str
    revision: Annotated[str, Field(pattern="^[0-9]{4}$")]
    services: list[PortalService]


class PortalData(TypedDict):
    """A portal with its places."""

    name: Words
    area: Words
    url: str
    places: list[PortalPlace]


def export_portal(atlas: Atlas) -> str:
    """Give every place, with the services of its list and what they carry out."""
    portal = atlas.portal
    data: PortalData = {
        "name": portal.record.name,
        "area": portal.record.area,
        "url": portal.url,
        "places": [_export_place(atlas, place) for place in portal.places],
    }
    return to_json(data, partial(write_text, locales=portal.locales))


def _export_place(atlas: Atlas, place: Place) -> PortalPlace:
    url, own = atlas.portal.find_url(place), atlas.lists[place.id]
    return {
        "id": place.id,
        "name": place.name,
        "level": place.level,
        "code": place.code,
        "url": url,
        "catalog": url + addresses.CATALOG_JSON,
        "revision": own.revision,
        "services": [_export_service(service, url) for service in own.services],
    }


def _export_service(service: PublishedService, url: str) -> PortalService:
    return {
        "id": service.id,
        "number": service.number,
        "title": service.title,
        "url": url + addresses.service(service.id),
        "under": [{"place": one.place, "service": one.service} for one in service.under],
    }


def export_portal_schema(locales: Locales) -> str:
    """Give the JSON Schema of the document; titles are in the locales of each place's list."""
    text: dict[str, Any] = describe_text(locales)
    others = {"type": ["string", "null"]}
    title = "Carelist: the lists of many places"
    open_text = {**text, "required": [SOURCE.tag], "additionalProperties": others}
    return to_json(make_schema(open_text, PortalData, title))
