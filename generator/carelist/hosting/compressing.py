"""Compressed files beside those of a built site, which servers hand out in their place."""

from __future__ import annotations

import gzip
import os
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, NamedTuple

import brotli

from carelist.hosting.media import TEXTS

if TYPE_CHECKING:
    from pathlib import Path

LEAST = 256
"""Bytes: what is smaller is in one packet however it comes."""
LEVEL = 9
QUALITY = 11
"""Of Brotli: the most, for it is done once."""


class Compressed(NamedTuple):
    """What was compressed."""

    files: int
    size: int
    """Bytes of these files as they are."""
    gzip: int
    brotli: int


def compress_site(folder: Path) -> Compressed:
    """Put `.gz` and `.br` beside each file of a site that they make smaller.

    The same bytes from the same file, and of its time: a server tells browsers by both whether
    what they have is still good.
    """
    files = [path for path in sorted(folder.rglob("*")) if _is_worth_it(path)]
    with ThreadPoolExecutor(max_workers=os.cpu_count() or 1) as pool:
        sizes = list(pool.map(_compress, files))
    return Compressed(len(files), *(sum(column) for column in zip((0, 0, 0), *sizes, strict=True)))


def _is_worth_it(path: Path) -> bool:
    return path.suffix.removeprefix(".") in TEXTS and path.is_file() and path.stat().st_size > LEAST


def _compress(path: Path) -> tuple[int, int, int]:
    content, stat = path.read_bytes(), path.stat()
    packed = {
        ".gz": gzip.compress(content, LEVEL, mtime=0),
        ".br": brotli.compress(content, quality=QUALITY),
    }
    for ending, smaller in packed.items():
        beside = path.with_name(path.name + ending)
        beside.write_bytes(smaller)
        os.utime(beside, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    return len(content), len(packed[".gz"]), len(packed[".br"])
