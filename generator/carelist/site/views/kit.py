"""The pages of the publicity kit: campaigns to choose from, and what each has to hand out."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from carelist.publicity.pieces import find_folder
from carelist.publicity.points import MOST_SERVICES
from carelist.publicity.subjects import find_services, tell_subject
from carelist.publicity.wording import list_wordings
from carelist.site import addresses
from carelist.site.embedding import write_search_frame
from carelist.site.kit import CAMPAIGNS, make_voice
from carelist.site.parts import Link

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carelist.catalog.texts import Text
    from carelist.publicity.pieces import PieceKind
    from carelist.publicity.subjects import Subject
    from carelist.publicity.voice import SubjectKind, Voice
    from carelist.site.desk import Desk
    from carelist.site.speaking import Said

MAIN: tuple[PieceKind, ...] = ("poster-a4", "poster-a3", "square", "share", "code-png", "code-svg")
SHEETS: dict[SubjectKind, tuple[PieceKind, ...]] = {
    "list": ("questionnaire", "leaflet", "booklet"),
    "pillar": ("checklist",),
    "department": ("duty-sheet",),
}
FILES: dict[PieceKind, str] = {
    "poster-a4": "poster-a4.pdf",
    "poster-a3": "poster-a3.pdf",
    "square": "square.png",
    "share": "share.png",
    "code-png": "code.png",
    "code-svg": "code.svg",
    "questionnaire": "questionnaire.pdf",
    "leaflet": "leaflet.pdf",
    "booklet": "booklet.pdf",
    "checklist": "checklist.pdf",
    "duty-sheet": "duty-sheet.pdf",
}


class Download(NamedTuple):
    """One file to take."""

    kind: PieceKind
    label: str
    size: str
    href: str
    name: str
    """Under which it is saved."""


class WordingPart(NamedTuple):
    """Words to paste or to read aloud."""

    channel: str
    label: str
    text: str


class Campaign(NamedTuple):
    """What there is to hand out for one subject."""

    id: str
    title: Said | str
    colour: str
    stamp: str
    address: str
    preview_href: str
    """A picture of its poster; empty where no pieces are made."""
    preview_label: str
    downloads: tuple[Download, ...]
    wordings: tuple[WordingPart, ...]
    pieces_href: str
    """The list of what an archive is made of; empty where there is none."""
    page: Link
    """The page that its code leads to."""


class KitView(NamedTuple):
    """A page of the kit: one campaign, and those below or beside it."""

    campaign: Campaign
    services: tuple[Campaign, ...]
    pillars: tuple[Link, ...]
    situations: tuple[Link, ...]
    departments: tuple[Link, ...]
    search_frame: str
    """What shows a search box on another site; empty on the page of one campaign."""
    has_pieces: bool
    """Whether posters, pictures and codes are made, and not words alone."""

    @property
    def is_whole(self) -> bool:
        """Whether it is that of the whole list, which leads to all others."""
        return bool(self.search_frame)


def make_kit(desk: Desk) -> KitView:
    """The page of the whole list's kit, which leads to all others."""
    voice = make_voice(desk)
    fitting = [s for s in desk.catalog.situations if desk.index.outlooks.has_services(s.id)]
    return KitView(
        _make_campaign(desk, voice, "list", "all"),
        _list_services(desk, voice, "list", "all") if _is_short(desk) else (),
        tuple(_link(desk, "pillar", p.id, p.name) for p in desk.catalog.pillars.values()),
        tuple(_link(desk, "situation", s.id, s.title) for s in fitting),
        tuple(
            _link(desk, "department", d.id, d.name)
            for d in desk.catalog.departments.values()
            if d.id in desk.index.by_department
        ),
        write_search_frame(desk),
        desk.place.has_pieces,
    )


def make_campaign(desk: Desk, kind: SubjectKind, name: str) -> KitView:
    """The page of one campaign; that of a pillar has its services too."""
    voice = make_voice(desk)
    return KitView(
        _make_campaign(desk, voice, kind, name),
        _list_services(desk, voice, kind, name) if kind == "pillar" else (),
        (),
        (),
        (),
        "",
        desk.place.has_pieces,
    )


def _is_short(desk: Desk) -> bool:
    """Whether a list without pillars has so few services that one page holds what is for each."""
    return not desk.catalog.pillars and len(desk.revision.services) <= MOST_SERVICES


def _list_services(desk: Desk, voice: Voice, kind: SubjectKind, name: str) -> tuple[Campaign, ...]:
    services = find_services(desk.catalog, kind, name)
    return tuple(_make_campaign(desk, voice, "service", service.id) for service in services)


def _link(desk: Desk, kind: SubjectKind, name: str, label: Text) -> Link:
    return Link(desk.say(label), desk.links.page(addresses.kit_page(find_folder(kind, name))))


def _make_campaign(desk: Desk, voice: Voice, kind: SubjectKind, name: str) -> Campaign:
    catalog = desk.catalog
    subject = tell_subject(catalog, voice, kind, name)
    title = subject.title.replace("\n", desk.locale.space)
    has_pieces = desk.place.has_pieces
    return Campaign(
        f"{kind}-{name}",
        _say_title(desk, kind, name) or title,
        subject.colour,
        subject.stamp,
        subject.address,
        _link_file(desk, subject, "preview.png") if has_pieces else "",
        desk.words.kit_preview.format(name=title),
        tuple(_list_downloads(desk, subject, title)) if has_pieces else (),
        tuple(
            WordingPart(w.channel, desk.words[f"channel_{w.channel}"], w.text)
            for w in list_wordings(catalog, subject, voice)
            if not desk.locale.letters.find_stranger(w.text)  # where a translation is behind
        ),
        _link_file(desk, subject, addresses.PIECES) if has_pieces and kind in CAMPAIGNS else "",
        Link(title, desk.links.page(addresses.about(kind, name))),
    )


def _say_title(desk: Desk, kind: SubjectKind, name: str) -> Said | None:
    """Give the title of a campaign, marked where it is behind; None for the whole list."""
    match kind:
        case "list":
            return None
        case "pillar":
            return desk.say(desk.catalog.pillars[name].name)
        case "department":
            return desk.say(desk.catalog.departments[name].name)
        case "situation":
            return desk.say(next(s.title for s in desk.catalog.situations if s.id == name))
        case "service":
            return desk.title_of(desk.index.by_id[name])


def _list_downloads(desk: Desk, subject: Subject, title: str) -> Iterator[Download]:
    sheets = SHEETS.get(subject.kind, ())
    if subject.kind == "list" and not desk.catalog.pillars:
        sheets = (*sheets, *SHEETS["pillar"])
    for kind in (*MAIN[:2], *sheets, *MAIN[2:]):
        if kind == "booklet" and not desk.whole.locales.translations:
            continue
        if kind == "questionnaire" and not desk.catalog.questions.facts:
            continue
        key = f"piece_{kind.replace('-', '_')}"
        label, size = desk.words[key], desk.words[f"{key}_form"]
        file = FILES[kind]
        name = f"{title}-{label}.{file.rpartition('.')[2]}"
        yield Download(kind, label, size, _link_file(desk, subject, file, kind), name)


def _link_file(desk: Desk, subject: Subject, file: str, kind: str = "") -> str:
    """Link to a file in the kit of the page's locale; the booklet lies with the source."""
    path = addresses.kit_file(f"{find_folder(subject.kind, subject.id)}/{file}")
    return desk.links.page(path, desk.whole.locales.source if kind == "booklet" else None)
