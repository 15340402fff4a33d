"""Where one page's view is made: the catalog, a locale, and links from the page's place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, overload

from generator.catalog.paragraphs import find_quoted
from generator.catalog.quoting import find_as_read
from generator.publicity.icons import HOW_ICONS
from generator.site import addresses
from generator.site.parts import (
    Around,
    Background,
    CellForm,
    CellMark,
    ContactItem,
    DepartmentTag,
    HotlineItem,
    HowTag,
    Link,
    OfficeItem,
    PillarTag,
    PromiseText,
    ReadingNote,
    RemarkPart,
    ServiceCard,
)
from generator.site.speaking import Said, say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.catalog.records import (
        Clause,
        Column,
        Hotline,
        How,
        Reading,
        Remark,
        Service,
    )
    from generator.catalog.revision import Catalog, Origin, Revision
    from generator.catalog.texts import Place, Text
    from generator.revisions.history import Chronicle
    from generator.site.addresses import Links
    from generator.site.index import Index
    from generator.site.place import Place as PublishedPlace
    from generator.speech.locales import Locale
    from generator.speech.words import Words


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
        return DepartmentTag(department_id, self.say(name), name.source, href)

    def how_tag(self, how: How) -> HowTag:
        """The tag that says how one gets something."""
        return HowTag(how, self.words[f"how_{how}"], HOW_ICONS[how])

    def remark_part(self, remark: Remark | None) -> RemarkPart | None:
        """What this site says beside official words."""
        if remark is None:
            return None
        services = (self.revision.by_id[name] for name in remark.services)
        return RemarkPart(self.say(remark.text), tuple(map(self.service_link, services)))

    def cite(self, service: Service) -> str:
        """Say where a service stands; whether its number is a reading, too."""
        notice = self.revision.notice
        as_read = find_as_read(self.revision, service).number
        return self.words.citation.format(
            title=self.write(self.catalog.list_name),
            document=self.write(notice.number),
            number=service.number,
            as_read=self.words.number_as_read if as_read else "",
        )

    def background(self) -> Background | None:
        """Who counts as one of those that the list is for, and who says so, where that is known."""
        told = self.catalog.site.background
        if told is None:
            return None
        return Background(self.say(told.text), self.say(told.source))

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
            tuple(self.department_tag(name) for name in service.departments),
            tuple(self.how_tag(how) for how in hows),
        )

    def cards(self, services: Iterable[Service]) -> tuple[ServiceCard, ...]:
        """Several services in a list."""
        return tuple(self.card(service) for service in services)

    def origin(self, service: Service, column: Column) -> Origin:
        """Where a cell of a service comes from."""
        return self.revision.fidelity.origins[service.number, column]

    def mark(self, service: Service, column: Column, target: str = "") -> CellMark | None:
        """The mark on a cell, leading to its reading on `target`; None where it is as printed."""
        readings = self.origin(service, column).readings
        changing = [reading for reading in readings if reading.kind != "note"]
        if not changing:
            return None
        first = changing[0]
        inferred = first.kind == "inferred"
        label = self.words["mark_inferred" if inferred else "mark_read"]
        place = self.words.place_in_table.format(
            number=service.number, column=self.name_column(column)
        )
        return CellMark(label, place, f"{target}#reading-{first.id}", inferred)

    def reading_notes(
        self, services: Iterable[Service], columns: tuple[Column, ...]
    ) -> tuple[ReadingNote, ...]:
        """What was read in some cells of some services, each reading once, with those cells."""
        cells: dict[str, tuple[Reading, list[tuple[Service, Origin]]]] = {}
        for service in services:
            for column in columns:
                origin = self.origin(service, column)
                for reading in origin.readings:
                    cells.setdefault(reading.id, (reading, []))[1].append((service, origin))
        return tuple(self.reading_note(reading, found) for reading, found in cells.values())

    def reading_note(
        self, reading: Reading, cells: Iterable[tuple[Service, Origin]]
    ) -> ReadingNote:
        """Tell one reading, with the cells of some services that it concerns."""
        forms: list[CellForm] = []
        links: dict[str, Link] = {}
        for service, origin in cells:
            links[service.id] = self.service_link(service)
            if origin.reading is reading:
                forms.append(self._cell_form(service, origin))
        return ReadingNote(
            reading.id,
            reading.kind,
            self.words[f"kind_{reading.kind}"],
            self.words["sure_certain" if reading.sure == 100 else "sure_percent"].format(  # noqa: PLR2004
                percent=reading.sure
            )
            if reading.sure
            else "",
            self.say(reading.plain),
            self.say(reading.why),
            self.links.page(addresses.reading(reading.id)),
            reading.printed or "",
            reading.read or "",
            reading.maybe or "",
            tuple(dict.fromkeys(forms)),
            tuple(links.values()),
        )

    def _cell_form(self, service: Service, origin: Origin) -> CellForm:
        read = self.cell_text(service, origin.column)
        printed = "" if origin.printed == read else origin.printed
        place = self.name_place(origin.place) if origin.place else ""
        return CellForm(self.name_column(origin.column), place, printed, read)

    def name_place(self, place: Place) -> str:
        """Say where something is printed in the table."""
        key = "place_after" if place.after else "place_beside"
        return self.words[key].format(number=place.number, after=place.after)

    def name_column(self, column: Column) -> str:
        """Name a column: a further one by its printed heading."""
        heading = self.revision.headings.get(column)
        return self.write(heading) if heading else self.words[f"column_{column}"]

    def cell_text(self, service: Service, column: Column) -> str:
        """The official Chinese text of a cell, as read."""
        between = " " if column == "departments" else ""
        return between.join(said.source for said in self.cell_said(service, column))

    def cell_said(self, service: Service, column: Column) -> tuple[Said, ...]:
        """A cell as read, in the page's locale: see `Catalog.cell_texts`."""
        return tuple(self.say(text) for text in self.catalog.cell_texts(service, column))

    def offices(self, department_id: str) -> tuple[OfficeItem, ...]:
        """The offices of a department in the districts."""
        return tuple(
            OfficeItem(
                self.say(office.district),
                self.say(office.name),
                self.say(office.address),
                office.telephone,
                self.say(office.source),
                self.write_date(office.checked),
            )
            for office in self.catalog.departments[department_id].offices
        )

    def contacts(self) -> tuple[ContactItem, ...]:
        """Whom families can ask near home."""
        notice = self.links.page(addresses.NOTICE)
        return tuple(
            ContactItem(self.say(contact.name), f"{notice}#{measure}")
            for contact in self.catalog.contacts
            if (measure := find_quoted(self.revision.notice, contact.quote))
        )

    def hotline_item(self, hotline: Hotline) -> HotlineItem:
        """A public number."""
        return HotlineItem(hotline.number, self.say(hotline.for_), self.say(hotline.source))

    def hotlines(self, hotlines: Iterable[Hotline]) -> tuple[HotlineItem, ...]:
        """The general number first, then the given ones, each once."""
        numbers = {h.number: h for h in (*self.catalog.general_hotlines[:1], *hotlines)}
        return tuple(self.hotline_item(hotline) for hotline in numbers.values())
