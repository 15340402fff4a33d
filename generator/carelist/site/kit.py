"""The publicity kit of a site: its voices, and its files on their way into the built site."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial
from typing import TYPE_CHECKING

from carelist.publicity.archives import list_pieces_of, write_leading_archive
from carelist.publicity.glyphs import tell_missing
from carelist.publicity.pieces import find_folder, list_pieces
from carelist.publicity.press import Press
from carelist.publicity.subjects import find_services
from carelist.publicity.voice import Voice
from carelist.site import addresses
from carelist.site.icons import read_icon

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from carelist.catalog.records import Service
    from carelist.catalog.rules import Situation
    from carelist.publicity.pieces import Piece
    from carelist.publicity.press import Made
    from carelist.publicity.voice import SubjectKind
    from carelist.site.desk import Desk
    from carelist.site.settings import Settings
    from carelist.site.site import Site
    from carelist.speech.locales import Locale
    from carelist.store import Store

CAMPAIGNS = frozenset({"list", "pillar", "situation"})
"""Kinds of subjects that have an archive of their own."""


@dataclass(frozen=True)
class Artwork:
    """How things are drawn."""

    draw_icon: Callable[[str], str]
    """The SVG of an icon, by its name."""
    mark: str
    """The SVG of the site's mark."""


NO_ARTWORK = Artwork(lambda _: "", "")
"""For a voice that draws nothing."""


def make_voice(desk: Desk, artwork: Artwork = NO_ARTWORK) -> Voice:
    """Give the voice in which the kit of a site speaks in the locale of a desk.

    Of a preview every code and every line with an address says that there is none yet; so it does
    where the address is that of whoever's device, whatever its port.
    """
    words, place = desk.locale.words("print"), desk.place
    nowhere, leads_nowhere = words.preview_address, place.leads_nowhere
    return Voice(
        desk.locale,
        words,
        (lambda _, __: nowhere) if leads_nowhere else partial(find_short_address, desk),
        nowhere if leads_nowhere else place.url(addresses.CHECK, desk.locale),
        partial(_find_fitting, desk),
        lru_cache(maxsize=None)(artwork.draw_icon),
        artwork.mark,
        desk.index.phrases.split,
        desk.index.ours.name_in_print(desk.locale.words("print"), desk.locale),
        is_preview=leads_nowhere,
    )


def find_short_address(desk: Desk, kind: SubjectKind, name: str) -> str:
    """Give the short lasting web address of a subject, which is printed and scanned."""
    return desk.place.url(_find_short_path(desk, kind, name), desk.locale)


def _find_short_path(desk: Desk, kind: SubjectKind, name: str) -> str:
    if kind == "service":
        return addresses.short(desk.revision.id, desk.index.by_id[name].number)
    return addresses.about(kind, name)


def _find_fitting(desk: Desk, situation: Situation) -> tuple[Service, ...]:
    """The services that the page of a situation names for it in particular."""
    outlook = desk.index.outlooks.find(situation)
    return tuple(match.service.service for match in outlook.matches)


def tell_unprintable(site: Site, language: Locale) -> Iterator[str]:
    """Tell, before anything is drawn, what no font has of the pieces in each locale."""
    catalog = site.now
    for locale in catalog.locales:
        pieces = list_pieces(catalog, [make_voice(site.desk(addresses.HOME, locale))])
        contents = [piece.recipe.content for piece in pieces]
        yield from dict.fromkeys(tell_missing(contents, catalog.locales.font_files, language))


def find_place(piece: Piece) -> str:
    """Give the address of a piece."""
    return addresses.localize(addresses.kit_file(piece.path), piece.locale)


class Kit:
    """All pieces of a site, made while its pages are."""

    def __init__(self, site: Site, artwork: Artwork, store: Store) -> None:
        """Plan the pieces of `site`; keep what is made in a store."""
        self.catalog = site.now
        locales = site.catalog.locales
        self._voices = [make_voice(site.desk(addresses.HOME, one), artwork) for one in locales]
        self._place = site.place
        self._press = Press(store)

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """Every piece, in every locale."""
        return tuple(list_pieces(self.catalog, self._voices))

    def select(self, campaign: str) -> tuple[Piece, ...]:
        """Give the pieces of a campaign, as `pillar:health`, `situation:baby` or `list`.

        Raises:
            KeyError: If there is no such campaign.
        """
        kind, _, name = campaign.partition(":")
        chosen = tuple(p for p in self.pieces if (p.subject.kind, p.subject.id) == (kind, name))
        if kind == "list":
            return self.pieces
        if not chosen:
            raise KeyError(campaign)
        services = {s.id for s in find_services(self.catalog, chosen[0].subject.kind, name)}
        whole = kind == "pillar"
        return chosen + tuple(
            p
            for p in self.pieces
            if whole and p.subject.kind == "service" and p.subject.id in services
        )

    def start(self, pieces: Iterable[Piece]) -> None:
        """Begin to make pieces."""
        self._press.start(pieces)

    def fetch(self, piece: Piece) -> Made:
        """Give a piece that was begun."""
        return self._press.fetch(piece)

    def write(self, piece: Piece, path: Path) -> list[str]:
        """Write a piece that was begun to a file; give what is wrong with it."""
        made = self._press.fetch(piece)
        made.put(_make_room(path))
        return _list_problems(piece, made)

    def publish(self, folder: Path) -> list[str]:
        """Put all pieces, which were begun, and what archives are made of into the built site.

        Returns:
            What is wrong with them.
        """
        problems: dict[str, None] = {}
        files = {folder / find_place(piece): piece for piece in self.pieces}
        for room in {path.parent for path in files}:
            room.mkdir(parents=True, exist_ok=True)
        for path, piece in files.items():
            made = self._press.fetch(piece)
            problems |= dict.fromkeys(_list_problems(piece, made))
            made.put(path)
        for piece in self.pieces:
            if piece.kind == "share" and piece.subject.kind in CAMPAIGNS:
                self._publish_archive(piece, folder)
        return list(problems)

    def close(self) -> None:
        """End the work."""
        self._press.close()

    def _publish_archive(self, piece: Piece, folder: Path) -> None:
        """Publish what an archive of a piece's campaign and locale is made of, and its old place.

        It holds no previews: each is a picture of a poster that it does hold. A booklet is in every
        locale's, as it is in several languages and lies with the source.
        """
        kind, name, locale = piece.subject.kind, piece.subject.id, piece.locale
        campaign = self.select("list" if kind == "list" else f"{kind}:{name}")
        start = addresses.localize(addresses.KIT, locale)
        chosen = (
            posixpath.relpath(find_place(p), start)
            for p in campaign
            if (p.locale == locale or p.kind == "booklet") and p.kind != "preview"
        )
        home, day = find_folder(kind, name), self.catalog.latest.day
        title = piece.subject.title.replace("\n", locale.space)
        page = addresses.KIT if kind == "list" else addresses.kit_page(home)
        room = folder / addresses.localize(addresses.kit_file(home), locale)
        (room / addresses.PIECES).write_text(list_pieces_of(chosen, home, day), "utf-8")
        archive = write_leading_archive(locale, title, self._place.url(page, locale), day)
        (room / addresses.ARCHIVE).write_bytes(archive)


def plan_kit(site: Site, settings: Settings, store: Store) -> Kit:
    """Plan the publicity kit of a site."""
    mark = settings.find_asset(addresses.LOGO).read_text("utf-8")
    return Kit(site, Artwork(partial(read_icon, theme_folders=settings.themes), mark), store)


def _list_problems(piece: Piece, made: Made) -> list[str]:
    return [f"{find_place(piece)}: {problem}" for problem in made.problems]


def _make_room(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    return path
