"""Publishing a revision: it is recorded as it is, and frozen from then on."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from carelist.catalog.belonging import miss_tag
from carelist.catalog.confirming import read_review
from carelist.catalog.files import DRAFT_FILE
from carelist.catalog.loading import PUBLISHED_FILE
from carelist.catalog.problems import CatalogError, RefusalError
from carelist.catalog.publication import (
    Origin,
    find_content_digest,
    freeze_services,
    write_publication,
)
from carelist.catalog.texts import find_digest

if TYPE_CHECKING:
    from pathlib import Path

    from carelist.catalog.inspection import Inspection


class PublishingError(RefusalError):
    """There is no such revision to publish."""


def publish_revision(
    whole: Inspection,
    folder: Path,
    year: str,
    published_on: str | None = None,
    *,
    allow_stale: bool = False,
) -> Path:
    """Write the record of publication of a revision, and give its place.

    Args:
        whole: All that was found in the folder of the list.
        folder: That folder.
        year: Of the revision.
        published_on: The day, as 2026-01-31; today where none is given.
        allow_stale: Whether translations may be missing or stale.

    Raises:
        CatalogError: With every problem of the list; translations that are missing or stale may be
            allowed, a site without a tag may not.
        PublishingError: If there is no such revision, or it is published.
    """
    inspection = whole.drafts.get(year, whole)
    path = folder / "revisions" / year / PUBLISHED_FILE
    revisions = {r.id: r for r in inspection.catalog.revisions} if inspection.catalog else {}
    if inspection.catalog is None or (inspection.problems and not allow_stale):
        raise CatalogError(inspection.problems or whole.problems)
    if year not in revisions:
        raise PublishingError("no_revision", value=year, known=", ".join(revisions))
    revision = revisions[year]
    if revision.published:
        date = revision.published.published_on
        values = {"value": year, "date": date, "file": path.as_posix()}
        raise PublishingError("published", **values)
    tag = inspection.catalog.site.tag
    if tag is None:
        raise CatalogError([miss_tag((folder / "site.yml").as_posix())])
    copy = (path.parent / revision.notice.source).read_text(encoding="utf-8")
    text = write_publication(
        Origin(year, tag),
        published_on or datetime.now(tz=UTC).astimezone().date().isoformat(),
        find_digest(copy),
        find_content_digest(revision.notice, revision.rows, revision.how_read),
        freeze_services(revision.rows),
    )
    path.write_text(text, encoding="utf-8")
    read_review(folder, year).confirm(frozenset())
    (path.parent / DRAFT_FILE).unlink(missing_ok=True)
    return path
