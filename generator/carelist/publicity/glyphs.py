"""Which characters the fonts can draw, read from the fonts themselves."""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carelist.speech.locales import Locale


FONTS = Path(__file__).parent / "fonts"
SEGMENTS = 4
"""The format of a character map that lists segments of the first 65,536 characters."""
INVISIBLE = frozenset("\n")
MANY = 8
"""So many characters of a piece that the fonts lack are told in one."""

Content: TypeAlias = "str | float | Sequence[Content] | Mapping[str, Content] | None"
"""What a piece is typeset from: JSON."""
Contents: TypeAlias = dict[str, Content]


class MissingGlyph(NamedTuple):
    """A character that no font has, and the text that it stands in."""

    character: str
    text: str

    def tell(self, language: Locale) -> str:
        """Say that it is missing, and where it stands."""
        code = f"U+{ord(self.character):04X}"
        words = language.words("commands")
        return words.fill("missing_glyph", character=self.character, code=code, text=self.text)


def tell_missing(content: Content, fonts: tuple[Path, ...], language: Locale) -> list[str]:
    """Tell what no font can draw of a piece, or of several: each character, or of many all in one.

    A language of another script would else be told character by character.

    Args:
        content: What is drawn.
        fonts: Files of the site's own languages, besides those of the program.
        language: In which it is told.
    """
    glyphs = list(find_missing_glyphs(content, fonts))
    characters = "".join(dict.fromkeys(glyph.character for glyph in glyphs))
    if len(characters) < MANY:
        return list(dict.fromkeys(glyph.tell(language) for glyph in glyphs))
    values = {"characters": characters[:MANY], "count": len(characters), "text": glyphs[0].text}
    return [language.words("commands").fill("missing_script", **values)]


def find_missing_glyphs(content: Content, fonts: tuple[Path, ...] = ()) -> Iterator[MissingGlyph]:
    """Yield every character of a piece's texts that no font can draw.

    What several pieces share, as all of one subject do, is looked at once.
    """
    if isinstance(content, str):
        known = list_drawable(fonts)
        if not known.issuperset(content) and not content.startswith("<svg"):
            missing = dict.fromkeys(content)
            yield from (MissingGlyph(c, content) for c in missing if c not in known)
    elif isinstance(content, Mapping):
        for value in content.values():
            yield from find_missing_glyphs(value, fonts)
    elif isinstance(content, Sequence):
        for value in {id(value): value for value in content}.values():
            yield from find_missing_glyphs(value, fonts)


@cache
def list_drawable(fonts: tuple[Path, ...] = ()) -> frozenset[str]:
    """The characters that every font of the program has, or one of these besides."""
    bundled = [_list_characters(font) for font in sorted(FONTS.glob("*.otf"))]
    return frozenset.intersection(*bundled).union(INVISIBLE, *map(_list_characters, fonts))


def _list_characters(font: Path) -> frozenset[str]:
    """List those of one font; none of a file that is no font as they are read here."""
    try:
        return frozenset(read_characters(font.read_bytes()))
    except (ValueError, struct.error):
        return frozenset()


def read_characters(font: bytes) -> Iterator[str]:
    """Yield the characters of a font's map (OpenType, table `cmap`, format 4)."""
    start = _find_table(font, b"cmap")
    count = struct.unpack_from(">H", font, start + 2)[0]
    for index in range(count):
        offset = struct.unpack_from(">HHI", font, start + 4 + 8 * index)[2]
        if struct.unpack_from(">H", font, start + offset)[0] == SEGMENTS:
            yield from _read_segments(font, start + offset)
            return
    message = "the font has no character map of format 4"
    raise ValueError(message)


def _find_table(font: bytes, tag: bytes) -> int:
    count = struct.unpack_from(">H", font, 4)[0]
    for index in range(count):
        name, _, offset, _ = struct.unpack_from(">4sIII", font, 12 + 16 * index)
        if name == tag:
            return int(offset)
    message = f"the font has no table {tag.decode()}"
    raise ValueError(message)


def _read_segments(font: bytes, start: int) -> Iterator[str]:
    count = struct.unpack_from(">H", font, start + 6)[0] // 2
    form = f">{count}H"
    ends, firsts, deltas, offsets = (
        struct.unpack_from(form, font, start + place)
        for place in (14, 16 + 2 * count, 16 + 4 * count, 16 + 6 * count)
    )
    for index, (first, last) in enumerate(zip(firsts, ends, strict=True)):
        for code in range(first, min(last, 0xFFFE) + 1):
            glyph = code + deltas[index]
            if offsets[index]:
                place = start + 16 + 6 * count + 2 * index + offsets[index] + 2 * (code - first)
                glyph = struct.unpack_from(">H", font, place)[0]
            if glyph & 0xFFFF:
                yield chr(code)
