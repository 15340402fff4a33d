"""One file with all pieces of a campaign; the same bytes from the same pieces."""

from __future__ import annotations

import hashlib
import io
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

READABLE = 0o644 << 16


def digest_archive(files: Iterable[tuple[str, str]], date: str) -> str:
    """Give the digest of all that an archive depends on: its files' names with their keys."""
    lines = "".join(f"{key}  {name}\n" for name, key in files)
    written = Path(__file__).read_text("utf-8")
    return hashlib.sha256(f"{written}\n{date}\n{lines}".encode()).hexdigest()


def write_archive(files: Iterable[tuple[str, bytes]], date: str) -> bytes:
    """Give a ZIP archive of files by name; each is of the day `date` (ISO 8601)."""
    year, month, day = map(int, date.split("-"))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, content in files:
            entry = zipfile.ZipInfo(name, (year, month, day, 0, 0, 0))
            entry.external_attr = READABLE
            entry.create_system = 3  # Unix, wherever it is made
            archive.writestr(entry, content)
    return out.getvalue()
