"""Where one page's view is made: the catalog, a locale, and links from the page's place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, overload

from carelist.catalog.quoting import find_as_read
from carelist.publicity.icons import BRAND, HOW_ICONS
from carelist.publicity.roles import list_roles
from carelist.publicity.ways import name_how
from carelist.site import addresses
from carelist.site.cells import read_cell
from carelist.site.parts import (
    Around,
    Background,
    Bodies,
    DepartmentTag,
    HowTag,
    Link,
    PillarTag,
    PromiseText,
    RemarkPart,
    ServiceCard,
    TypeTag,
)
from carelist.site.speaking import Said, say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carelist.catalog.records import (
        Clause,
        Column,
        How,
        Remark,
        Service,
    )
    from carelist.catalog.revision import Catalog, Origin, Revision
    from carelist.catalog.texts import Text
    from carelist.exports.files import OpenData
    from carelist.revisions.history import Chronicle
    from carelist.site.addresses import Links
    from carelist.site.index import Index
    from carelist.site.place import Place as PublishedPlace
    from carelist.speech.locales import Locale
    from carelist.speech.words import Words


BODIES = frozenset({"departments", "supporting"})
LISTED = BODIES | {"types"}
"""Columns whose cells name several things."""


@dataclass(frozen=True)
class Desk:
    """All that a view is made with; views are made of nothing else."""

    catalog: Catalog
    index: Index
    locale: Locale
    links: Links
    words: Words
    whole: Catalog
    """The catalog with the revisions that came later, too."""
    chronicle: Chronicle
    place: PublishedPlace
    open_data: OpenData
    """Of the list in force."""

    @property
    def revision(self) -> Revision:
        """The revision that the page speaks of."""
        return self.catalog.latest

    def write_date(self, iso: str | None) -> str:
        """Write a date as the locale does; empty where the list has none."""
        return self.locale.write_date(iso) if iso else ""

    @overload
    def say(self, text: Text) -> Said: ...
    @overload
    def say(self, text: Text | None) -> Said | None: ...
    def say(self, text: Text | None) -> Said | None:
        """Give a text in the page's locale; None where the list has none."""
        return say(text, self.locale) if text else None

    def write(self, text: Text | None) -> str:
        """Give a text in the page's locale where no mark can stand, as in a title."""
        return text.write(self.locale) if text else ""

    @overload
    def pillar_tag(self, pillar_id: str) -> PillarTag: ...
    @overload
    def pillar_tag(self, pillar_id: str | None) -> PillarTag | None: ...
    def pillar_tag(self, pillar_id: str | None) -> PillarTag | None:
        """The tag of a pillar; None for a service of a list without pillars."""
        if pillar_id is None:
            return None
        pillar = self.catalog.pillars[pillar_id]
        href = self.links.page(addresses.pillar(pillar_id))
        inferred = self.origin(self.index.by_pillar[pillar_id][0], "pillar").state == "inferred"
        name = self.say(pillar.name)
        return PillarTag(pillar_id, name, pillar.colour, pillar.icon, href, inferred)

    def department_tag(self, department_id: str) -> DepartmentTag:
        """The tag of a department."""
        name = self.catalog.departments[department_id].name
        href = self.links.page(addresses.department(department_id))
        shown = href if self.whole.names_departments else ""
        return DepartmentTag(department_id, self.say(name), name.source, shown)

    def bodies(self, service: Service) -> tuple[Bodies, ...]:
        """The departments that a service names, by their roles where the list tells them apart."""
        groups = list_roles(self.revision, service)
        return tuple(
            Bodies(
                self.words[f"column_{role}"],
                tuple(map(self.department_tag, names)),
                service.others and role == groups[-1].role,
            )
            for role, names in groups
        )

    def type_tags(self, service: Service) -> tuple[TypeTag, ...]:
        """What kinds of help a service is, as the list prints them."""
        types = (self.revision.types[name] for name in service.types)
        return tuple(TypeTag(one.id, self.say(one.name)) for one in types)

    def colour_of(self, service: Service) -> str:
        """The colour of a service: that of its pillar, else the site's own."""
        pillar = self.catalog.pillar_of(service)
        return pillar.colour if pillar else BRAND

    def how_tag(self, how: How) -> HowTag:
        """The tag that says how one gets something."""
        label = name_how(self.revision, how, self.words, self.write)
        return HowTag(how, label, HOW_ICONS[how])

    def remark_part(self, remark: Remark | None) -> RemarkPart | None:
        """What this site says beside official words."""
        if remark is None:
            return None
        services = (self.revision.by_id[name] for name in remark.services)
        return RemarkPart(self.say(remark.text), tuple(map(self.service_link, services)))

    def cite(self, service: Service) -> str:
        """Say where a service stands; whether its number is a reading, too."""
        as_read = self.words.number_as_read if find_as_read(self.revision, service).number else ""
        counted = "" if self.revision.prints_numbers else self.words.number_counted
        return self.words.fill(
            "citation",
            title=self.write(self.catalog.list_name),
            document=self.document,
            number=service.number,
            printed=service.printed_number,
            as_read=as_read or counted,
        )

    @property
    def document(self) -> str:
        """The number of the notice; empty where it has none."""
        return self.write(self.revision.notice.number)

    @property
    def translations(self) -> str:
        """What the site is written in besides the language of the source; empty where nothing."""
        return self.locale.list(map(self._name_written, self.whole.locales.translations))

    def _name_written(self, one: Locale) -> str:
        """Name a language that texts are written in, by its word where CLDR calls it otherwise."""
        if f"written_{one.tag}" in self.words:
            return self.words[f"written_{one.tag}"]
        return one.name_in(self.locale)

    @property
    def copy(self) -> str:
        """What the copy is called that the list was made from."""
        return self.words[f"copy_named_{self.revision.notice.copy_}"]

    def background(self) -> Background | None:
        """Who counts as one of those that the list is for, and who says so; None if untold."""
        told = self.catalog.site.background
        return Background(self.say(told.text), self.say(told.source)) if told else None

    def link_background(self) -> str:
        """Link to who counts as one of them; empty where nobody tells."""
        told = self.catalog.site.background
        return self.links.page(f"{addresses.READINGS}#background") if told else ""

    def promise(self, clause: Clause) -> PromiseText:
        """What a clause says, and where in it its condition stands."""
        text = self.say(clause.text)
        if clause.condition is None:
            return PromiseText(text, None, None)
        condition = self.say(clause.condition)
        before, found, after = text.text.partition(condition.text)
        if not found or {text.state, condition.state} != {"fresh"}:
            return PromiseText(text, None, condition)
        return PromiseText(text, Around(before, found, after), None)

    def title_of(self, service: Service) -> Said:
        """The name to show for a service."""
        return self.say(self.revision.title_of(service))

    def service_link(self, service: Service) -> Link:
        """A link to a service by its title."""
        href = self.links.page(addresses.service(service.id))
        return Link(self.title_of(service), href)

    def card(self, service: Service) -> ServiceCard:
        """A service in a list."""
        hows = tuple(dict.fromkeys(clause.how for clause in service.clauses))
        return ServiceCard(
            service.id,
            service.number,
            self.links.page(addresses.service(service.id)),
            self.title_of(service),
            self.say(service.summary),
            self.say(self.revision.people_of(service)),
            self.pillar_tag(service.pillar),
            self.colour_of(service),
            self.bodies(service),
            self.type_tags(service),
            tuple(self.how_tag(how) for how in hows),
        )

    def cards(self, services: Iterable[Service]) -> tuple[ServiceCard, ...]:
        """Several services in a list."""
        return tuple(self.card(service) for service in services)

    def origin(self, service: Service, column: Column) -> Origin:
        """Where a cell of a service comes from."""
        return self.revision.fidelity.origins[service.number, column]

    def name_column(self, column: Column) -> str:
        """Name a column: a further one by its printed heading."""
        heading = self.revision.headings.get(column)
        return self.write(heading) if heading else self.words[f"column_{column}"]

    def cell_text(self, service: Service, column: Column) -> str:
        """The official Chinese text of a cell, as read."""
        between = " " if column in LISTED else ""
        return between.join(said.source for said in self.cell_said(service, column))

    def cell_said(self, service: Service, column: Column) -> tuple[Said, ...]:
        """A cell as read, in the page's locale: see `read_cell`."""
        said = tuple(map(self.say, read_cell(self.catalog, service, column)))
        ends = service.supporting if column == "supporting" else self.revision.list_bodies(service)
        if service.others and column in BODIES and service.departments[-1:] == ends[-1:]:
            return (*said, self._say_others())
        return said

    def _say_others(self) -> Said:
        """Say, as a cell does, that there are departments that it does not name."""
        text = self.words.other_departments
        return Said(text, "fresh", text, self.locale.language)
