"""Every piece of the kit: what it is, of which subject, in which locale, and how it is made."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias

from carelist.publicity.booklet import Pair, make_booklet
from carelist.publicity.codes import (
    measure_strip,
    write_png_above,
    write_svg,
    write_svg_above,
)
from carelist.publicity.compacting import compact_document, reduce_colours
from carelist.publicity.contents import (
    make_card,
    make_checklist,
    make_duty_sheet,
    make_leaflet,
    make_paper,
)
from carelist.publicity.subjects import list_subjects, tell_questionnaire
from carelist.publicity.typesetting import FONTS, PLAIN, TEMPLATES, Manner, typeset

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from carelist.catalog.revision import Catalog
    from carelist.publicity.glyphs import Contents
    from carelist.publicity.subjects import Subject
    from carelist.publicity.typesetting import Form
    from carelist.publicity.voice import SubjectKind, Voice
    from carelist.speech.locales import Locale

PieceKind = Literal[
    "share",
    "square",
    "poster-a4",
    "poster-a3",
    "duty-sheet",
    "checklist",
    "leaflet",
    "booklet",
    "questionnaire",
    "preview",
    "code-svg",
    "code-png",
]
PREVIEW_COLOURS = 12
"""Of a picture that a phone fetches before anybody asks for it."""
PICTURE_COLOURS = 40
"""Of a picture to pass on: so many that no eye sees a difference (decision 70)."""
A3 = Manner(scale=2**0.5, bleed=3)
"""How much larger than A4, and with how much for a print shop to cut off."""
PREVIEW = Manner(scale=0.42)
"""A picture that is 250 pixels wide."""
FOLDERS: dict[SubjectKind, str] = {
    "list": "list",
    "pillar": "pillars",
    "department": "departments",
    "situation": "situations",
    "service": "services",
}
ENGINES = ("typst", "segno", "pillow", "pikepdf")
DRAWING = ("codes.py", "compacting.py", "typesetting.py")
PROGRAM = tuple(Path(__file__).with_name(name) for name in DRAWING)
"""The modules that bytes depend on; the others make what is typeset, which counts itself."""


@dataclass(frozen=True)
class Typesetting:
    """A piece that Typst draws."""

    template: str
    form: Form
    content: Contents
    date: str
    manner: Manner = PLAIN
    colours: int = 0
    """How many a picture has at most; 0 for as many as are drawn."""

    def make(self, fonts: tuple[Path, ...] = (), *, lenient: bool = False) -> bytes:
        """Give the bytes of the file; `lenient`: even where a text must be cut short for it.

        Raises:
            CannotTypesetError: If it cannot be made.
        """
        content = self.content | {"code": write_svg(str(self.content["link"]))}
        manner = self.manner._replace(lenient=lenient, fonts=fonts)
        made = typeset(self.template, content, self.form, self.date, manner)
        if self.form == "pdf":
            return compact_document(made)
        return reduce_colours(made, self.colours) if self.colours else made

    def describe(self) -> str:
        """Give all that its bytes depend on, but for the program."""
        content = json.dumps(self.content, ensure_ascii=False, sort_keys=True)
        drawn = f"{self.form}\n{self.date}\n{self.manner}\n{self.colours}"
        return f"{self.template}\n{drawn}\n{content}"


@dataclass(frozen=True)
class Code:
    """A code to scan, with its address printed below."""

    form: Literal["svg", "png"]
    address: str
    shown_address: str
    date: str

    @property
    def content(self) -> Contents:
        """What is printed below it."""
        return {"address": self.shown_address}

    def make(self, fonts: tuple[Path, ...] = (), *, lenient: bool = False) -> bytes:
        """Give the bytes of the file; `lenient`: even where the address has no room.

        Raises:
            CannotTypesetError: If it cannot be made.
        """
        manner = Manner(lenient=lenient, fonts=fonts)
        width, height = measure_strip(self.address)
        content = self.content | {"width": width, "height": height}
        strip = typeset("address", content, self.form, self.date, manner)
        write = write_png_above if self.form == "png" else write_svg_above
        return write(self.address, strip)

    def describe(self) -> str:
        """Give all that its bytes depend on, but for the program."""
        return f"code\n{self.form}\n{self.address}"


Recipe: TypeAlias = Typesetting | Code


@dataclass(frozen=True)
class Piece:
    """One file of the kit."""

    kind: PieceKind
    subject: Subject
    locale: Locale
    recipe: Recipe
    fonts: tuple[Path, ...]
    """Of the site's languages, besides those of the program."""

    @property
    def path(self) -> str:
        """Where it lies in the kit of its locale."""
        name = "code" if isinstance(self.recipe, Code) else self.kind
        return f"{find_folder(self.subject.kind, self.subject.id)}/{name}.{self.recipe.form}"

    @cached_property
    def key(self) -> str:
        """The digest of all that its bytes depend on."""
        text = f"{digest_program()}{digest_fonts(self.fonts)}\n{self.recipe.describe()}"
        return hashlib.sha256(text.encode()).hexdigest()


def find_folder(kind: SubjectKind, name: str) -> str:
    """The folder of a subject in the kit of a locale."""
    return FOLDERS[kind] if kind == "list" else f"{FOLDERS[kind]}/{name}"


@cache
def digest_program() -> str:
    """The digest of the templates, the fonts, and the versions of what draws."""
    digest = hashlib.sha256(" ".join(version(name) for name in ENGINES).encode())
    for file in sorted((*TEMPLATES.glob("*.typ"), *FONTS.glob("*.otf"), *PROGRAM)):
        digest.update(file.read_bytes())
    return digest.hexdigest()


@cache
def digest_fonts(fonts: tuple[Path, ...]) -> str:
    """The digest of some fonts; nothing of none."""
    digests = (hashlib.sha256(font.read_bytes()).hexdigest() for font in fonts)
    return "".join(f" {one}" for one in digests)


def list_pieces(catalog: Catalog, voices: Sequence[Voice]) -> Iterator[Piece]:
    """Yield every piece of the kit, in every locale."""
    fonts = catalog.locales.font_files
    for voice in voices:
        for subject in list_subjects(catalog, voice):
            for kind, recipe in _list_recipes(catalog, subject, voice):
                yield Piece(kind, subject, voice.locale, recipe, fonts)
            if subject.kind == "list" and catalog.questions.facts:
                paper = tell_questionnaire(subject, voice)
                content = make_paper(catalog, paper, voice)
                recipe = Typesetting("questionnaire", "pdf", content, _find_date(catalog))
                yield Piece("questionnaire", paper, voice.locale, recipe, fonts)
            other = next((one for one in voices if not one.locale.is_source), None)
            if subject.kind == "list" and voice.locale.is_source and other:
                content = make_booklet(catalog, subject, Pair(voice, other))
                recipe = Typesetting("booklet", "pdf", content, _find_date(catalog))
                yield Piece("booklet", subject, voice.locale, recipe, fonts)


def _list_recipes(
    catalog: Catalog, subject: Subject, voice: Voice
) -> Iterator[tuple[PieceKind, Recipe]]:
    date = _find_date(catalog)
    what = catalog, subject, voice
    card = make_card(*what)
    yield "poster-a4", Typesetting("poster", "pdf", card, date)
    yield "share", Typesetting("share", "png", card, date, colours=PICTURE_COLOURS)
    yield "square", Typesetting("square", "png", card, date, colours=PICTURE_COLOURS)
    # Soon after the poster that it is a picture of, whose layout Typst still knows then.
    yield "preview", Typesetting("poster", "png", card, date, PREVIEW, PREVIEW_COLOURS)
    yield "poster-a3", Typesetting("poster", "pdf", card, date, A3)
    if subject.kind == "list":
        yield "leaflet", Typesetting("leaflet", "pdf", make_leaflet(*what), date)
    if subject.kind == "department":
        yield "duty-sheet", Typesetting("duty-sheet", "pdf", make_duty_sheet(*what), date)
    if subject.kind == ("pillar" if catalog.pillars else "list"):
        yield "checklist", Typesetting("checklist", "pdf", make_checklist(*what), date)
    yield "code-svg", Code("svg", subject.address, subject.shown_address, date)
    yield "code-png", Code("png", subject.address, subject.shown_address, date)


def _find_date(catalog: Catalog) -> str:
    """The day that documents say they are of: that of the notice, so that bytes stay the same."""
    return catalog.latest.day
