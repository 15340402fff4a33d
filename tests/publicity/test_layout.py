"""Nothing in the kit lies across anything else, or leaves its page or the panel that it is on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
import typst
from carelist.catalog.loading import load_catalog
from carelist.publicity.codes import write_svg
from carelist.publicity.contents import make_leaflet
from carelist.publicity.pieces import Typesetting, list_pieces
from carelist.publicity.subjects import tell_subject
from carelist.publicity.typesetting import CannotTypesetError, typeset
from carelist.site.kit import make_voice
from carelist.site.place import Place
from carelist.site.site import Site

from tests.conftest import CITIES
from tests.publicity.layout import find_collisions
from tests.site.building import CATALOG, SITE_URL
from tests.speaking import LOCALES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from carelist.publicity.glyphs import Content, Contents
    from carelist.publicity.pieces import Piece
    from carelist.site.kit import Artwork, Kit
    from carelist.speech.locales import Locale

FOLDS = {"leaflet": ((97, 197), (100, 200))}
"""Where a piece is folded: outside, inside."""
SAME_DRAWING = {"poster-a3", "preview"}
"""That of an A4 poster, in another size."""
PUBLISHED = Place(SITE_URL, "")
PREVIEW = Place("", "", is_preview=True)
MOST_NUMBERS = 12
"""Of which each has two lines on what it is for: more than any city tells everybody."""


def draw(recipe: Typesetting, *, lenient: bool = False) -> bytes:
    """A piece as a document, whatever its form: it tells where each thing lies."""
    content = recipe.content | {"code": write_svg(str(recipe.content["link"]))}
    manner = recipe.manner._replace(lenient=lenient)
    return typeset(recipe.template, content, "pdf", recipe.date, manner)


def look_at(pieces: Iterable[Piece]) -> list[tuple[str, str, list[str]]]:
    """What is wrong on some pieces; drawings that several share are looked at once."""
    drawn = {piece.key: piece for piece in pieces if piece.kind not in SAME_DRAWING}
    told = (
        (piece, find_collisions(draw(piece.recipe), FOLDS.get(piece.kind, ())))
        for piece in drawn.values()
        if isinstance(piece.recipe, Typesetting)
    )
    return [(piece.locale.tag, piece.path, wrong) for piece, wrong in told if wrong]


def list_all(site: Site, artwork: Artwork) -> Iterator[Piece]:
    """The pieces of the list of each year, also of those that are archived."""
    for revision in site.catalog.revisions:
        desks = (site.desk("", locale, year=revision.id) for locale in site.catalog.locales)
        voices = [make_voice(desk, artwork) for desk in desks]
        yield from list_pieces(site.years[revision.id].catalog, voices)


def test_on_no_document_of_the_kit_things_lie_across_each_other(kit: Kit) -> None:
    """As they are handed out, in both sizes of posters."""
    documents = [piece for piece in kit.pieces if piece.recipe.form == "pdf"]
    told = ((p, find_collisions(kit.fetch(p).content, FOLDS.get(p.kind, ()))) for p in documents)
    assert [(p.locale.tag, p.path, wrong) for p, wrong in told if wrong] == []


def test_on_no_picture_of_the_kit_things_lie_across_each_other(kit: Kit) -> None:
    """Nor does the name of the site run into the code."""
    assert look_at(piece for piece in kit.pieces if piece.recipe.form == "png") == []


@pytest.mark.parametrize("city", sorted(folder.name for folder in CITIES.iterdir()))
def test_on_no_piece_of_another_city_things_lie_across_each_other(
    city: str, artwork: Artwork
) -> None:
    """Of each of its years."""
    assert look_at(list_all(Site.of(load_catalog(CITIES / city), PUBLISHED), artwork)) == []


@pytest.mark.parametrize(
    "catalog", [CATALOG, *sorted(CITIES.iterdir())], ids=lambda folder: folder.name
)
def test_on_no_preview_things_lie_across_each_other(catalog: Path, artwork: Artwork) -> None:
    """One of each kind of piece, subject and language: what a preview adds is the same on all.

    It says so in the line that has its date, which is longer.
    """
    pieces = list_all(Site.of(load_catalog(catalog), PREVIEW), artwork)
    some = {(piece.kind, piece.subject.kind, piece.locale.tag): piece for piece in pieces}
    assert look_at(some.values()) == []


@pytest.mark.parametrize("locale", LOCALES, ids=lambda locale: locale.tag)
def test_a_leaflet_has_room_for_more_numbers(site: Site, artwork: Artwork, locale: Locale) -> None:
    """All are on it, however many a city has."""
    for count in range(MOST_NUMBERS + 1):
        document = draw(_make_leaflet(site, artwork, locale, count))
        assert find_collisions(document, FOLDS["leaflet"]) == [], count


@pytest.mark.parametrize("locale", LOCALES, ids=lambda locale: locale.tag)
def test_too_many_numbers_are_no_leaflet(site: Site, artwork: Artwork, locale: Locale) -> None:
    """It is told; where one is made all the same, the last numbers are left out."""
    recipe = _make_leaflet(site, artwork, locale, 40)
    with pytest.raises(CannotTypesetError, match="too long for its place"):
        draw(recipe)
    assert find_collisions(draw(recipe, lenient=True), FOLDS["leaflet"]) == []


def _make_leaflet(site: Site, artwork: Artwork, locale: Locale, count: int) -> Typesetting:
    voice = make_voice(site.desk("", locale), artwork)
    subject = tell_subject(site.catalog, voice, "list", "all")
    content = make_leaflet(site.catalog, subject, voice)
    purpose = content["summary"]
    numbers: list[Content] = [
        {"number": f"{110 + one}", "purpose": purpose} for one in range(count)
    ]
    return Typesetting("leaflet", "pdf", content | {"numbers": numbers}, "2025-09-18")


@pytest.mark.parametrize("locale", LOCALES, ids=lambda locale: locale.tag)
def test_a_leaflet_has_room_for_lists_of_any_length(
    site: Site, artwork: Artwork, locale: Locale
) -> None:
    """The services of some pillars, or each several times: never below what stands in the end."""
    recipe = _make_leaflet(site, artwork, locale, 3)
    pillars = recipe.content["pillars"]
    assert isinstance(pillars, list)
    lists = [pillars[:count] for count in range(1, len(pillars))]
    for some in (*lists, pillars + pillars[:1], pillars + pillars[:2]):
        document = draw(replace(recipe, content=recipe.content | {"pillars": some}))
        assert find_collisions(document, FOLDS["leaflet"]) == [], len(some)
    many: Contents = recipe.content | {"pillars": pillars * 4}
    with pytest.raises(CannotTypesetError, match="the services of the leaflet"):
        draw(replace(recipe, content=many))
    document = draw(replace(recipe, content=many), lenient=True)
    assert [one for one in find_collisions(document, FOLDS["leaflet"]) if "fold" in one] == []


WORDS = "#place(dx: 20mm, dy: 20mm, [words])"
GROUND = "#place(dx: 10mm, dy: 10mm, rect(width: {width}mm, height: 30mm, fill: red))"
DRAWN = {
    "alone": (WORDS, ""),
    "upon": (GROUND.format(width=40) + WORDS, ""),
    "hidden": (WORDS + GROUND.format(width=40), "lies across “words”"),
    "run out": (GROUND.format(width=12) + WORDS, "“words”"),
    "across": (WORDS + "#place(dx: 22mm, dy: 20mm, [letters])", "lies across “words”"),
    "struck": (WORDS + "#place(dx: 10mm, dy: 22mm, line(length: 40mm))", "line"),
    "beyond": ("#place(dx: 94mm, dy: 20mm, [words])", "leaves the page"),
    "folded": ("#place(dx: 45mm, dy: 20mm, [some words])", "lies across a fold"),
    "decoration": ("#place(dx: 9mm, dy: -20mm, circle(radius: 21mm, fill: red))" + WORDS, ""),
}
"""What is drawn on a page, and what is told of it."""


@pytest.mark.parametrize("case", DRAWN)
def test_what_lies_across_something_else_is_found(case: str) -> None:
    """Hidden, run out of its ground, across other words or a line, off the page, over a fold."""
    drawn, told = DRAWN[case]
    source = f"#set page(width: 100mm, height: 100mm, margin: 0mm)\n{drawn}"
    found = find_collisions(typst.compile(source.encode(), format="pdf"), ((50,),))
    assert (told in "".join(found)) if told else (found == [])
