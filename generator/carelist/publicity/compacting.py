"""Pictures of few colours and documents of packed objects: the same looks in fewer bytes."""

from __future__ import annotations

import re
from io import BytesIO

_INDENT = re.compile(rb"(?<=>)\s+(?=<)")
"""Between the elements of what a document says about itself, which is kept uncompressed."""
_SETTLED = 1000
"""Of a picture's dots (756,000 and more), so few go over to another colour in a round that no
further round is made. To go on until none does takes four times as long, and nobody sees it.
"""


def reduce_colours(picture: bytes, colours: int) -> bytes:
    """Give an opaque PNG again with a palette of so many colours, the same wherever it is made."""
    from PIL import Image  # noqa: PLC0415  # slow to load

    with Image.open(BytesIO(picture)) as opened:
        rgb = opened.convert("RGB")
    # Moved to the middle of what it stands for, a colour does for half as many again.
    reduced = rgb.quantize(colours, kmeans=_SETTLED, dither=Image.Dither.NONE)
    made = BytesIO()
    reduced.save(made, "PNG", optimize=True)
    return made.getvalue()


def compact_document(document: bytes) -> bytes:
    """Give a PDF again with its objects packed together; its pages and tags are as they were.

    Typst writes each object by itself, and a tagged document has thousands of small ones.
    """
    import pikepdf  # noqa: PLC0415  # slow to load

    made = BytesIO()
    pikepdf.settings.set_flate_compression_level(9)
    with pikepdf.open(BytesIO(document)) as opened:
        about = opened.Root.Metadata
        about.write(_INDENT.sub(b"", about.read_bytes()))
        opened.save(
            made,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            recompress_flate=True,
            deterministic_id=True,
        )
    return made.getvalue()
