"""Pictures of few colours and documents of packed objects: the same looks in fewer bytes."""

from __future__ import annotations

from io import BytesIO

import pikepdf
from PIL import Image


def reduce_colours(picture: bytes, colours: int) -> bytes:
    """Give an opaque PNG again with a palette of so many colours, the same wherever it is made."""
    with Image.open(BytesIO(picture)) as opened:
        reduced = opened.convert("RGB").quantize(colours, dither=Image.Dither.NONE)
    made = BytesIO()
    reduced.save(made, "PNG", optimize=True)
    return made.getvalue()


def compact_document(document: bytes) -> bytes:
    """Give a PDF again with its objects packed together; its pages and tags are as they were.

    Typst writes each object by itself, and a tagged document has thousands of small ones.
    """
    made = BytesIO()
    with pikepdf.open(BytesIO(document)) as opened:
        opened.save(
            made,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            recompress_flate=True,
            deterministic_id=True,
        )
    return made.getvalue()
