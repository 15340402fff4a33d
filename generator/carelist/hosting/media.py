"""What kind of file each ending is: what servers are told, and held to."""

from __future__ import annotations

from typing import Final

TYPES: Final[dict[str, str]] = {
    "html": "text/html",
    "css": "text/css",
    "js": "text/javascript",
    "mjs": "text/javascript",
    "txt": "text/plain",
    "md": "text/markdown",
    "csv": "text/csv",
    "ttl": "text/turtle",
    "json": "application/json",
    "jsonld": "application/ld+json",
    "webmanifest": "application/manifest+json",
    "xml": "application/xml",
    "atom": "application/atom+xml",
    "yml": "application/yaml",
    "svg": "image/svg+xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "webp": "image/webp",
    "ico": "image/x-icon",
    "pdf": "application/pdf",
    "zip": "application/zip",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
"""By ending: IANA's media type. Scripts as modules run with a type of JavaScript alone."""

PICTURES: Final = ("svg", "png", "jpg", "webp", "ico")
PIECES: Final = (*PICTURES, "pdf", "zip")
"""What may be a day old; everything else is asked for anew each time, which costs 200 bytes."""
PACKED: Final = frozenset({*PIECES, "xlsx"}) - {"svg"}
"""What is compressed in itself."""
TEXTS: Final = tuple(ending for ending in TYPES if ending not in PACKED)
"""Endings of what is smaller when it is compressed."""
TEXT_TYPES: Final = tuple(dict.fromkeys(TYPES[ending] for ending in TEXTS))
