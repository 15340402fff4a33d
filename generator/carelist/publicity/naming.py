"""How what is printed names pillars and services, and which names are inferred."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from carelist.catalog.records import Pillar, Service
    from carelist.catalog.revision import Catalog
    from carelist.publicity.voice import Voice


def name_pillar(catalog: Catalog, pillar: Pillar, voice: Voice) -> str:
    """Name a pillar; behind a name that is printed nowhere, that it is inferred."""
    name = voice.write(pillar.name)
    is_inferred = is_pillar_inferred(catalog, pillar.id)
    return voice.words.inferred_name.format(name=name) if is_inferred else name


def name_service(catalog: Catalog, service: Service, voice: Voice) -> str:
    """Title a service; behind a printed name that stands nowhere, that it is inferred.

    A title of our own is no name of the list, and has no mark.
    """
    title = voice.write(catalog.latest.title_of(service))
    is_inferred = service.title is None and is_group_inferred(catalog, service)
    return voice.words.inferred_name.format(name=title) if is_inferred else title


def is_pillar_inferred(catalog: Catalog, pillar: str) -> bool:
    """Whether the name of a pillar is printed nowhere in the copy."""
    revision = catalog.latest
    first = next((one for one in revision.services if one.pillar == pillar), None)
    if first is None:
        return False
    return revision.fidelity.origins[first.number, "pillar"].state == "inferred"


def is_group_inferred(catalog: Catalog, service: Service) -> bool:
    """Whether the name that the list has for a service is printed nowhere in the copy."""
    return catalog.latest.fidelity.origins[service.number, "group"].state == "inferred"
