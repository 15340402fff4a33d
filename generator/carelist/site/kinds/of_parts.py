"""The kinds of what is too long for one page: the parts behind the first.

How many there are hangs on how long a list is: no address of them is promised.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from carelist.site import addresses, subjects, titles
from carelist.site.page import Budget, PageKind, Standing
from carelist.site.subjects import RevisionPart
from carelist.site.views.archive import make_revision
from carelist.site.views.listing import (
    count_audience_parts,
    make_all_services,
    make_by_audience,
)
from carelist.site.views.long_lists import count_parts
from carelist.site.views.notice import count_table_parts, make_notice

OF_PARTS = Standing(budget=Budget.WHOLE_LIST, is_listed=False, is_promised=False)
SERVICES_PART = PageKind[int](
    "services-part",
    "listing.html",
    make_all_services,
    addresses.services_part,
    titles.name_part("all_services", lambda revision: count_parts(revision.services)),
    titles.word("all_services_description"),
    lambda site: subjects.list_parts(count_parts(site.now.latest.services)),
    replace(OF_PARTS, parent="services"),
)
AUDIENCES_PART = PageKind[int](
    "audiences-part",
    "listing.html",
    make_by_audience,
    addresses.audiences_part,
    titles.name_part("by_audience", count_audience_parts),
    titles.word("by_audience_description"),
    lambda site: subjects.list_parts(count_audience_parts(site.now.latest)),
    replace(OF_PARTS, parent="audiences"),
)
NOTICE_PART = PageKind[int](
    "notice-part",
    "notice.html",
    make_notice,
    addresses.notice_part,
    titles.name_part("notice", count_table_parts),
    titles.word("notice_description"),
    lambda site: subjects.list_parts(count_table_parts(site.now.latest)),
    replace(OF_PARTS, parent="notice"),
)
REVISION_PART = PageKind[RevisionPart](
    "revision-part",
    "revision.html",
    lambda desk, part: make_revision(desk, part.number),
    lambda part: addresses.revision_part(part.revision.id, part.number),
    titles.name_revision_part,
    titles.word("list_of_description"),
    subjects.list_revision_parts,
    replace(OF_PARTS, parent="revision", is_saved=False),
    find_parent=lambda _, part: part.revision,
    year=lambda part: part.revision.id,
)
KINDS_OF_PARTS: tuple[PageKind[Any], ...] = (
    SERVICES_PART,
    AUDIENCES_PART,
    NOTICE_PART,
    REVISION_PART,
)
