"""What pages are called, and what search engines and other sites say of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelist.site.views.long_lists import count_parts

if TYPE_CHECKING:
    from collections.abc import Callable

    from carelist.catalog.records import Department
    from carelist.catalog.revision import Revision
    from carelist.catalog.rules import Situation
    from carelist.site.desk import Desk
    from carelist.site.subjects import Campaign, Compared, RevisionPart
    from carelist.site.views.former import Former
    from carelist.site.years import Listed


WITHOUT_PIECES = "_without_pieces"
"""Ends the key of a word that takes the place of another where a site makes no kit."""


def word(key: str) -> Callable[[Desk, object], str]:
    """Give what says a word of the interface, with what it leaves to be filled in of the list."""

    def say(desk: Desk, subject: object) -> str:
        del subject
        return desk.words.fill(
            _find_key(desk, key),
            count=len(desk.revision.services),
            city=desk.write(desk.catalog.site.city),
            document=desk.document,
            revision=desk.revision.id,
        )

    return say


def _find_key(desk: Desk, key: str) -> str:
    """Give the key of a word, or of what is said in its place where no pieces are made."""
    other = f"{key}{WITHOUT_PIECES}"
    return key if desk.place.has_pieces or other not in desk.words else other


def describe_home(desk: Desk, subject: None) -> str:
    """What the list is for."""
    del subject
    return desk.write(desk.catalog.site.purpose)


def name_service(desk: Desk, listed: Listed) -> str:
    """The title of a service, as it stood in its list."""
    return desk.write(listed.revision.title_of(listed.service))


def describe_service(desk: Desk, listed: Listed) -> str:
    """Its summary."""
    return desk.write(listed.service.summary)


def describe_department(desk: Desk, department: Department) -> str:
    """What it answers for, if the list names it for any service."""
    name, city = desk.write(department.name), desk.write(desk.catalog.site.city)
    if department.id in desk.index.by_department:
        return desk.words.department_description.format(name=name, city=city)
    issued = department.id in desk.revision.notice.issuers
    words = desk.words
    told = (
        words.department_without_service_description
        if issued
        else words.department_unnamed_description
    )
    return told.format(name=name, city=city)


def describe_situation(desk: Desk, situation: Situation) -> str:
    """What the list has for such a family."""
    title, lead = desk.write(situation.title), desk.write(situation.lead)
    return desk.words.situation_description.format(
        title=title, lead=lead, city=desk.write(desk.catalog.site.city), revision=desk.revision.id
    )


def name_archived(desk: Desk, listed: Listed) -> str:
    """The title of a service, and of which list it is."""
    title = name_service(desk, listed)
    return desk.words.service_of.format(title=title, revision=listed.revision.id)


def describe_archived(desk: Desk, listed: Listed) -> str:
    """Where it stood in its list, and its summary then."""
    return desk.words.service_of_description.format(
        revision=listed.revision.id,
        number=listed.service.number,
        summary=desk.write(listed.service.summary),
    )


def name_item(desk: Desk, listed: Listed) -> str:
    """The number of a service in its list, as people cite it."""
    return desk.words.item_of.format(number=listed.service.number, revision=listed.revision.id)


def describe_gone(desk: Desk, listed: Listed) -> str:
    """That a service ended, and which list had it last."""
    title = name_service(desk, listed)
    return desk.words.gone_description.format(title=title, revision=listed.revision.id)


def name_former(desk: Desk, former: Former) -> str:
    """The name that a pillar or a department had last."""
    return desk.write(former.entry.name)


def describe_former(desk: Desk, former: Former) -> str:
    """Which list had it last."""
    return desk.words.former_description.format(
        name=name_former(desk, former), revision=former.last.id
    )


def name_changes(desk: Desk, compared: Compared) -> str:
    """The lists that are compared, and the pillar or department of whose services it is told."""
    before, after, theme = compared
    title = desk.words.changes_title.format(before=before.id, after=after.id)
    return f"{title}{desk.words.colon}{desk.write(theme.name)}" if theme.name else title


def describe_changes(desk: Desk, compared: Compared) -> str:
    """What the comparison tells."""
    before, after, theme = compared
    name = desk.write(theme.name) if theme.name else desk.write(desk.catalog.site.city)
    return desk.words.changes_description.format(name=name, before=before.id, after=after.id)


def name_part(key: str, count: Callable[[Revision], int]) -> Callable[[Desk, int], str]:
    """Give what says which part of a whole it is, that is called by a word of the interface."""

    def say(desk: Desk, part: int) -> str:
        return _name_part(desk, desk.words[key], part, count(desk.revision))

    return say


def name_revision_part(desk: Desk, part: RevisionPart) -> str:
    """Which part of the list of a year it is."""
    whole = desk.words.list_of.format(revision=part.revision.id)
    return _name_part(desk, whole, part.number, count_parts(part.revision.services))


def _name_part(desk: Desk, whole: str, part: int, count: int) -> str:
    said = desk.words.fill("list_part", part=part, parts=count)
    return f"{whole}{desk.words.colon}{said}"


def name_campaign(desk: Desk, campaign: Campaign) -> str:
    """What is handed out, and for what."""
    return desk.words.kit_of.format(name=desk.write(campaign.title))


def describe_campaign(desk: Desk, campaign: Campaign) -> str:
    """What there is to hand out."""
    key = _find_key(desk, "kit_of_description")
    return desk.words.fill(key, name=desk.write(campaign.title))
