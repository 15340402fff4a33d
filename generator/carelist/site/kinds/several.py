"""The kinds of which there are several pages, each about something on the list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from carelist.catalog.records import Department, Pillar
from carelist.catalog.revision import Revision
from carelist.catalog.rules import Situation
from carelist.catalog.summing_up import sum_up_pillar
from carelist.exports import schema_org
from carelist.publicity.pieces import find_folder
from carelist.site import addresses, subjects, titles
from carelist.site.page import Budget, PageKind, Standing
from carelist.site.subjects import Campaign, Compared
from carelist.site.topics import Topic
from carelist.site.views.archive import make_archived_service, make_revision
from carelist.site.views.changes import make_changes
from carelist.site.views.department import make_department
from carelist.site.views.embedded import make_embedded
from carelist.site.views.former import (
    Former,
    find_former_departments,
    find_former_pillars,
    make_former,
)
from carelist.site.views.gone import make_gone
from carelist.site.views.kit import make_campaign
from carelist.site.views.pillar import make_pillar
from carelist.site.views.service import make_service
from carelist.site.views.situation import make_situation
from carelist.site.years import Listed, list_ever

if TYPE_CHECKING:
    from carelist.site.desk import Desk
    from carelist.site.site import Site

APART = Standing(is_listed=False, is_saved=False)
FRAMED = Standing(is_listed=False, is_saved=False, sheet="frames")
ARCHIVE = "archive"
"""The sheet of what former lists had, and of how they differ."""
"""Of what is shown on other sites only, or leads on."""


def _about_service(listed: Listed) -> Topic:
    return Topic("service", listed.service.id, listed.service)


def _find_year(listed: Listed) -> str:
    return listed.revision.id


def _structure_service(desk: Desk, listed: Listed) -> str:
    url = desk.place.url(addresses.service(listed.service.id), desk.locale)
    return schema_org.describe_service(desk.catalog, listed.service, desk.locale, url)


def _find_present(site: Site, listed: Listed) -> str:
    """The page of a service in force; of one that ended, what it was in its list."""
    name = listed.service.id
    if name in site.catalog.latest.by_id:
        return addresses.service(name)
    return addresses.service_of(listed.revision.id, name)


def _find_standing(site: Site, listed: Listed) -> str:
    """What a service was in its list: of that in force, its own page."""
    if listed.revision is site.catalog.latest:
        return addresses.service(listed.service.id)
    return addresses.service_of(listed.revision.id, listed.service.id)


def find_changes(compared: Compared) -> str:
    """Give the path of a comparison, or of a theme of it."""
    return addresses.changes(compared.before.id, compared.after.id) + compared.theme.path


PILLAR = PageKind[Pillar](
    "pillar",
    "pillar.html",
    make_pillar,
    lambda pillar: addresses.pillar(pillar.id),
    lambda desk, pillar: desk.write(pillar.name),
    lambda desk, pillar: desk.write(sum_up_pillar(desk.catalog, pillar)),
    lambda site: site.now.pillars.values(),
    Standing(parent="pillars", has_kit=True),
    label=lambda desk, pillar: desk.say(pillar.name),
    topic=lambda pillar: Topic("pillar", pillar.id),
)
DEPARTMENT = PageKind[Department](
    "department",
    "department.html",
    make_department,
    lambda department: addresses.department(department.id),
    lambda desk, department: desk.write(department.name),
    titles.describe_department,
    subjects.list_departments,
    Standing(parent="departments", has_kit=True),
    topic=lambda department: Topic("department", department.id),
)
SITUATION = PageKind[Situation](
    "situation",
    "situation.html",
    make_situation,
    lambda situation: addresses.situation(situation.id),
    lambda desk, situation: desk.write(situation.title),
    titles.describe_situation,
    lambda site: site.catalog.situations,
    Standing(parent="situations", has_kit=True),
    topic=lambda situation: Topic("situation", situation.id),
)
SERVICE = PageKind[Listed](
    "service",
    "service.html",
    lambda desk, listed: make_service(desk, listed.service),
    lambda listed: addresses.service(listed.service.id),
    titles.name_service,
    titles.describe_service,
    subjects.list_services,
    Standing(parent="pillar", is_below_home=True, has_kit=True, is_embedded=True),
    topic=_about_service,
    parent=lambda _, listed: "pillar" if listed.service.pillar else "services",
    find_parent=lambda desk, listed: desk.catalog.pillar_of(listed.service),
    structure=_structure_service,
)
REVISION = PageKind[Revision](
    "revision",
    "revision.html",
    lambda desk, _: make_revision(desk),
    lambda revision: addresses.revision(revision.id),
    titles.word("list_of"),
    titles.word("list_of_description"),
    lambda site: site.catalog.revisions,
    Standing(parent="revisions", budget=Budget.WHOLE_LIST, is_saved=False),
    year=lambda revision: revision.id,
    stands_for=lambda site, _: addresses.revision(site.catalog.latest.id),
)
ARCHIVED_SERVICE = PageKind[Listed](
    "archived-service",
    "archived-service.html",
    lambda desk, listed: make_archived_service(desk, listed.service),
    lambda listed: addresses.service_of(listed.revision.id, listed.service.id),
    titles.name_archived,
    titles.describe_archived,
    subjects.list_items,
    Standing(parent="revision", is_saved=False, sheet=ARCHIVE),
    topic=_about_service,
    find_parent=lambda _, listed: listed.revision,
    year=_find_year,
    stands_for=_find_present,
    shared_as=lambda listed: addresses.item(listed.revision.id, listed.service.number),
)
COMPARISON = PageKind[Compared](
    "comparison",
    "changes.html",
    lambda desk, compared: make_changes(desk, *compared),
    find_changes,
    titles.name_changes,
    titles.describe_changes,
    subjects.list_comparisons,
    Standing(parent="revisions", budget=Budget.WHOLE_LIST, is_saved=False),
)
COMPARISON_PART = PageKind[Compared](
    "comparison-part",
    "changes.html",
    lambda desk, compared: make_changes(desk, *compared),
    find_changes,
    titles.name_changes,
    titles.describe_changes,
    subjects.list_themes,
    Standing(parent="revisions", is_saved=False, sheet=ARCHIVE),
    topic=lambda compared: Topic(compared.theme.kind, compared.theme.id),
)
GONE = PageKind[Listed](
    "gone",
    "gone.html",
    lambda desk, listed: make_gone(desk, listed.service, listed.revision),
    lambda listed: addresses.service(listed.service.id),
    titles.name_service,
    titles.describe_gone,
    subjects.list_gone,
    Standing(parent="services"),
    topic=_about_service,
)
FORMER_PILLAR = PageKind[Former](
    "former-pillar",
    "former.html",
    make_former,
    lambda former: former.path,
    titles.name_former,
    titles.describe_former,
    lambda site: find_former_pillars(site.catalog),
    Standing(parent="pillars"),
    topic=lambda former: Topic("pillar", former.entry.id),
)
FORMER_DEPARTMENT = PageKind[Former](
    "former-department",
    "former.html",
    make_former,
    lambda former: former.path,
    titles.name_former,
    titles.describe_former,
    lambda site: find_former_departments(site.catalog),
    Standing(parent="departments"),
    topic=lambda former: Topic("department", former.entry.id),
)
CAMPAIGN = PageKind[Campaign](
    "campaign",
    "kit.html",
    lambda desk, campaign: make_campaign(desk, campaign.kind, campaign.id),
    lambda campaign: addresses.kit_page(find_folder(campaign.kind, campaign.id)),
    titles.name_campaign,
    titles.describe_campaign,
    subjects.list_campaigns,
    # What is handed out comes and goes with what it is about.
    Standing(parent="kit", is_saved=False, is_promised=False, sheet="kit"),
)
EMBEDDED_SEARCH = PageKind[None](
    "embedded-search",
    "embed-search.html",
    lambda _, __: None,  # its words and its address are those of every page
    lambda _: addresses.embed(addresses.SEARCH),
    titles.word("search"),
    titles.word("search"),
    lambda _: (None,),
    APART,
)
EMBEDDED_SERVICE = PageKind[Listed](
    "embedded-service",
    "embed.html",
    lambda desk, listed: make_embedded(desk, listed.service),
    lambda listed: addresses.embed(addresses.service(listed.service.id)),
    titles.name_service,
    titles.describe_service,
    lambda site: list_ever(site.catalog),
    FRAMED,
    topic=_about_service,
    year=_find_year,
)
SHORT = PageKind[Listed](
    "short",
    "",
    lambda _, __: None,
    lambda listed: addresses.short(listed.revision.id, listed.service.number),
    titles.name_service,
    titles.describe_service,
    subjects.list_items,
    Standing(is_listed=False),
    "target",
    year=_find_year,
    stands_for=_find_standing,
)
ITEM = PageKind[Listed](
    "item",
    "",
    lambda _, __: None,
    lambda listed: addresses.item(listed.revision.id, listed.service.number),
    titles.name_item,
    titles.describe_service,
    subjects.list_items,
    APART,
    "target",
    year=_find_year,
    stands_for=lambda _, listed: addresses.service_of(listed.revision.id, listed.service.id),
)
KINDS_OF_SEVERAL: tuple[PageKind[Any], ...] = (
    PILLAR,
    DEPARTMENT,
    SITUATION,
    SERVICE,
    REVISION,
    ARCHIVED_SERVICE,
    COMPARISON,
    COMPARISON_PART,
    GONE,
    FORMER_PILLAR,
    FORMER_DEPARTMENT,
    CAMPAIGN,
    EMBEDDED_SEARCH,
    EMBEDDED_SERVICE,
    SHORT,
    ITEM,
)
