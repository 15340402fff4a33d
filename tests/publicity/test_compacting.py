"""Pictures of few colours look as those of many, and compact documents hold what they held."""

from __future__ import annotations

import io
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

import pypdfium2
import pytest
from carelist.publicity.compacting import compact_document
from carelist.publicity.pieces import Piece, Typesetting
from carelist.publicity.typesetting import typeset
from coloraide import Color
from PIL import Image

from tests.publicity.structure import list_links, list_tags, list_words

if TYPE_CHECKING:
    from carelist.site.kit import Kit

JUST_SEEN = 2.3
"""The difference of two colours side by side that half of the people see (CIE 1976 and later)."""


class Difference(NamedTuple):
    """How far apart two pictures are, in CIEDE2000."""

    mean: float
    seen: float
    """The part of the dots that differ by more than can be seen."""


def compare(before: bytes, after: bytes) -> Difference:
    """Compare two pictures of one size, dot by dot."""
    first, second = (Image.open(io.BytesIO(content)).convert("RGB") for content in (before, after))
    dots = first.width * first.height
    both = (split_dots(picture.tobytes()) for picture in (first, second))
    pairs = Counter(zip(*both, strict=True))
    apart = [(_measure(*pair), count) for pair, count in pairs.items()]
    return Difference(
        sum(distance * count for distance, count in apart) / dots,
        sum(count for distance, count in apart if distance > JUST_SEEN) / dots,
    )


def split_dots(content: bytes) -> list[bytes]:
    """The dots of a picture, three bytes each."""
    return [content[at : at + 3] for at in range(0, len(content), 3)]


def _measure(first: bytes, second: bytes) -> float:
    colours = (Color("srgb", [part / 255 for part in colour]) for colour in (first, second))
    return next(colours).delta_e(next(colours), method="2000")


def choose(kit: Kit, path: str, locale: str) -> tuple[Piece, Typesetting]:
    """A piece of the kit, and how it is made."""
    (piece,) = (p for p in kit.pieces if (p.path, p.locale.tag) == (path, locale))
    assert isinstance(piece.recipe, Typesetting)
    return piece, piece.recipe


@pytest.mark.parametrize(
    ("path", "locale"),
    [
        ("list/square.png", "zh"),  # the most colours in areas
        ("services/basic-living/square.png", "zh"),  # the most text
        ("pillars/health/share.png", "en"),
        ("departments/education/share.png", "zh"),
    ],
)
def test_no_eye_sees_that_a_picture_has_fewer_colours(kit: Kit, path: str, locale: str) -> None:
    """A hundredth of its dots at most, all on edges, differ by what could be seen beside them."""
    piece, recipe = choose(kit, path, locale)
    before = replace(recipe, colours=0).make()
    after = kit.fetch(piece).content
    assert len(after) < len(before) / 2
    difference = compare(before, after)
    assert difference.mean < 0.1
    assert difference.seen < 0.01


def test_too_few_colours_would_be_seen(kit: Kit) -> None:
    """The measure tells a picture that was reduced too far."""
    _, recipe = choose(kit, "list/square.png", "zh")
    difference = compare(replace(recipe, colours=0).make(), replace(recipe, colours=8).make())
    assert difference.seen > 0.01


def test_a_compact_document_is_the_same_document(kit: Kit) -> None:
    """Its pages to the dot, its links, tags and marked words; a booklet has half of the bytes."""
    _, recipe = choose(kit, "list/booklet.pdf", "zh")
    before = typeset(recipe.template, recipe.content | {"code": "<svg/>"}, "pdf", recipe.date)
    after = compact_document(before)
    assert len(after) < len(before) * 0.65
    for read in (list_links, list_tags, list_words):
        assert read(after) == read(before)
    assert _draw(after) == _draw(before)


def _draw(document: bytes) -> list[bytes]:
    with pypdfium2.PdfDocument(document) as opened:
        return [opened[page].render(scale=0.5).to_pil().tobytes() for page in (0, 5)]
