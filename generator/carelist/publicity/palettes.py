"""Pictures of few colours: as small as what a phone fetches before anybody asks for it must be."""

from __future__ import annotations

from io import BytesIO

from PIL import Image


def reduce_colours(picture: bytes, colours: int) -> bytes:
    """Give an opaque PNG again with a palette of so many colours, the same wherever it is made."""
    with Image.open(BytesIO(picture)) as opened:
        reduced = opened.convert("RGB").quantize(colours, dither=Image.Dither.NONE)
    made = BytesIO()
    reduced.save(made, "PNG", optimize=True)
    return made.getvalue()
