"""Looks at pieces as a phone does: scans the codes of pictures and of the pages of documents."""

from __future__ import annotations

import io
import re
from functools import cache
from typing import TYPE_CHECKING

import pypdfium2
import zxingcpp
from PIL import Image

if TYPE_CHECKING:
    from collections.abc import Iterator

CODES = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
DOTS_A_POINT = 1.5
"""As coarse as a poster seen from some steps away."""


@cache
def scan_picture(content: bytes) -> list[str]:
    """The texts of all codes in a picture."""
    with Image.open(io.BytesIO(content)) as picture:
        return _scan(picture.convert("L"))


@cache
def scan_document(content: bytes) -> list[str]:
    """The texts of all codes in a document, page by page."""
    return [text for page in draw_pages(content) for text in _scan(page.convert("L"))]


def draw_pages(content: bytes) -> Iterator[Image.Image]:
    """Draw every page of a document."""
    document = pypdfium2.PdfDocument(content)
    try:
        for page in document:
            yield page.render(scale=DOTS_A_POINT).to_pil()
    finally:
        document.close()


def read_text(content: bytes) -> str:
    """The text of a document as a reader selects it, squeezed."""
    return squeeze("".join(read_pages(content)))


def read_pages(content: bytes) -> list[str]:
    """The text of each page of a document, line by line."""
    document = pypdfium2.PdfDocument(content)
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


def squeeze(text: str) -> str:
    """Take out of a text the spaces and hyphens that lines may end with."""
    return re.sub(r"[\s\ufffe\u00ad-]", "", text)


def _scan(picture: Image.Image) -> list[str]:
    found = zxingcpp.read_barcodes(picture, formats=CODES)
    return [code.text for code in found]
