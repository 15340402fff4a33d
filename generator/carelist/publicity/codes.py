"""QR codes: of the middle error level, with the quiet zone that the standard asks for."""

from __future__ import annotations

import io
import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from segno import QRCode

LEVEL = "M"
QUIET_ZONE = 4
"""In modules (ISO/IEC 18004)."""
PNG_SCALE = 24
"""Pixels a module: 33 modules with their quiet zone print 84 mm wide at 300 dots an inch."""
STRIP = 1 / 8
"""The height of what stands below a code, as a part of its width."""
_LONG_NUMBER = re.compile(r"\d+\.\d{2,}")
_GLYPH = re.compile(r"\bg[0-9A-F]{16,}\b")
_IDLE = re.compile(
    r' (?:fill="#000000"|fill-rule="nonzero"|x="0"|y="0")(?=[ />])| xmlns:h5="[^"]*"'
)
"""What a drawing says without need: all of it is black, and begins at 0."""
_IDLE_IN_PATH = re.compile(r"(?<=[MmLlHhVvCcZz]) | (?=[-MmLlHhVvCcZz])|(?<!\d)0(?=\.\d)")
_PATH = re.compile(r'(?<= d=")[^"]*')


@lru_cache(maxsize=1024)
def write_svg(address: str) -> str:
    """Give the code of an address as an SVG without a size of its own."""
    out = io.BytesIO()
    _make(address).save(
        out, kind="svg", border=QUIET_ZONE, omitsize=True, xmldecl=False, nl=False, light="#fff"
    )
    return out.getvalue().decode()


def measure_strip(address: str) -> tuple[int, int]:
    """Give the width and height of what stands below a code, in pixels of the picture.

    The code itself is as wide, and as high as that: a square.
    """
    width = (_count_modules(address) + 2 * QUIET_ZONE) * PNG_SCALE
    return width, round(width * STRIP)


def write_svg_above(address: str, strip: bytes) -> bytes:
    """Give the code of an address as an SVG above the drawing `strip` (SVG), as wide as itself."""
    side = _count_modules(address) + 2 * QUIET_ZONE
    below = _shorten(strip.decode()).replace("<svg ", f'<svg x="0" y="{side}" ', 1)
    for length, value in zip(("width", "height"), measure_strip(address), strict=True):
        below = below.replace(f' {length}="{value}pt"', f' {length}="{value / PNG_SCALE:g}"', 1)
    code = write_svg(address).replace("<svg ", '<svg x="0" y="0" ', 1)
    code = code.replace("<svg ", f'<svg width="{side}" height="{side}" ', 1)
    size = f"0 0 {side} {side * (1 + STRIP):g}"
    namespace = "http://www.w3.org/2000/svg"
    return f'<svg xmlns="{namespace}" viewBox="{size}">{code}{below}</svg>\n'.encode()


def _shorten(drawing: str) -> str:
    """Give a drawing (SVG) with numbers of one place and short names: a third of its bytes.

    A tenth of its unit is a hundredth of a millimetre where a code prints 84 mm wide.
    """
    names: dict[str, str] = {}
    short = _LONG_NUMBER.sub(lambda number: f"{float(number[0]):.1f}".removesuffix(".0"), drawing)
    short = _GLYPH.sub(lambda name: names.setdefault(name[0], f"g{len(names)}"), short)
    return _PATH.sub(lambda path: _IDLE_IN_PATH.sub("", path[0]), _IDLE.sub("", short))


def write_png_above(address: str, strip: bytes) -> bytes:
    """Give the code of an address as a picture above the picture `strip`, as wide as itself."""
    from PIL import Image  # noqa: PLC0415  # slow to load

    modules = _make(address).matrix
    size = len(modules) * PNG_SCALE
    dots = bytes(0 if dark else 255 for row in modules for dark in row)
    code = Image.frombytes("L", (len(modules), len(modules)), dots).resize(
        (size, size), Image.Resampling.NEAREST
    )
    with Image.open(io.BytesIO(strip)) as below:
        whole = Image.new("L", (below.width, below.width + below.height), "white")
        whole.paste(code, (QUIET_ZONE * PNG_SCALE, QUIET_ZONE * PNG_SCALE))
        whole.paste(below.convert("L"), (0, below.width))
    out = io.BytesIO()
    whole.convert("1", dither=Image.Dither.NONE).save(out, "PNG")
    return out.getvalue()


@lru_cache(maxsize=1024)
def _count_modules(address: str) -> int:
    """Give how many modules a side of the code has: any mask does, and to find the best is slow."""
    import segno  # noqa: PLC0415  # it loads half of the network library

    return len(segno.make(address, error=LEVEL, micro=False, boost_error=True, mask=0).matrix)


@lru_cache(maxsize=1024)
def _make(address: str) -> QRCode:
    import segno  # noqa: PLC0415  # it loads half of the network library

    return segno.make(address, error=LEVEL, micro=False, boost_error=True)
