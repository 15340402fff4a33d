"""Which services of one revision stand in the place of which services of another."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from carelist.catalog.revision import Catalog, Revision

Lineage = dict[str, tuple[str, ...]]
"""By service of the later revision: those of the earlier one that it is or stands for."""


def trace_lineage(revisions: Iterable[Revision]) -> Lineage:
    """Follow `replaces` through revisions, the oldest first, from the first to the last."""
    steps = list(revisions)
    lineage: Lineage = {service.id: (service.id,) for service in steps[0].services}
    for revision in steps[1:]:
        lineage = {
            service.id: _join(lineage, (service.id, *service.replaces))
            for service in revision.services
        }
    return lineage


def find_lineage(catalog: Catalog, before: str, after: str) -> Lineage:
    """Give the lineage between two revisions of a catalog, in either direction of time."""
    names = [revision.id for revision in catalog.revisions]
    first, last = sorted((names.index(before), names.index(after)))
    lineage = trace_lineage(catalog.revisions[first : last + 1])
    return lineage if before <= after else _turn(lineage)


def _join(lineage: Mapping[str, tuple[str, ...]], names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(old for name in names for old in lineage.get(name, ())))


def _turn(lineage: Lineage) -> Lineage:
    turned: dict[str, list[str]] = {}
    for new, olds in lineage.items():
        for old in olds:
            turned.setdefault(old, []).append(new)
    return {old: tuple(news) for old, news in turned.items()}
