"""QR codes: of the middle error level, with the quiet zone that the standard asks for."""

from __future__ import annotations

import io
from functools import lru_cache

import segno

LEVEL = "M"
QUIET_ZONE = 4
"""In modules (ISO/IEC 18004)."""
PNG_SCALE = 24
"""Pixels a module: 33 modules with their quiet zone print 84 mm wide at 300 dots an inch."""


@lru_cache(maxsize=1024)
def write_svg(address: str) -> str:
    """Give the code of an address as an SVG without a size of its own."""
    out = io.BytesIO()
    _make(address).save(
        out, kind="svg", border=QUIET_ZONE, omitsize=True, xmldecl=False, nl=False, light="#fff"
    )
    return out.getvalue().decode()


def write_png(address: str) -> bytes:
    """Give the code of an address as a picture."""
    out = io.BytesIO()
    _make(address).save(out, kind="png", border=QUIET_ZONE, scale=PNG_SCALE)
    return out.getvalue()


def _make(address: str) -> segno.QRCode:
    return segno.make(address, error=LEVEL, micro=False, boost_error=True)
