"""QR codes as the questionnaire draws them, read back by another program."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import zxingcpp
from PIL import Image

if TYPE_CHECKING:
    from playwright.sync_api import Page

ENCODE = """async ([module, texts]) => {
  const { encode } = await import(module);
  return texts.map((text) => {
    const modules = [...encode(text)];
    const size = Math.sqrt(modules.length);
    return Array.from({ length: size }, (_, y) => modules.slice(y * size, (y + 1) * size).join(""));
  });
}"""
_ROOMS = """
14 26 42 62 84 106 122 152 180 213 251 287 331 362 412 450 504 560 624
666 711 779 857 911 997
"""
ROOMS = tuple(map(int, _ROOMS.split()))
"""How many bytes the first 25 versions hold at level M (ISO/IEC 18004, table 7)."""
PIXELS = 4
QUIET = 4


def encode(page: Page, scripts: str, texts: list[str]) -> list[list[str]]:
    """The modules of each text's code, a text of 0 and 1 a row: much quicker to hand over."""
    module = f"{scripts}check/qr.mjs"
    page.goto(module)
    codes: list[list[str]] = page.evaluate(ENCODE, [module, texts])
    return codes


def draw(rows: list[str]) -> Image.Image:
    """A code as a picture, with light all around it."""
    size = len(rows) + 2 * QUIET
    picture = Image.new("L", (size, size), 255)
    pixels = bytes(0 if module == "1" else 255 for row in rows for module in row)
    picture.paste(Image.frombytes("L", (len(rows), len(rows)), pixels), (QUIET, QUIET))
    return picture.resize((size * PIXELS, size * PIXELS), Image.Resampling.NEAREST)


@pytest.mark.parametrize("lack", [0, 1])
def test_every_version_is_read_as_it_was_written(page: Page, scripts: str, lack: int) -> None:
    """Full, and with a byte of padding; each text takes the smallest version that holds it."""
    texts = [("https://a.example/?长春=" + "ab-1,/" * 400)[: room - 4 - lack] for room in ROOMS]
    texts = [
        text if "春" in text else "a" * (room - lack)
        for text, room in zip(texts, ROOMS, strict=True)
    ]
    assert [len(text.encode()) for text in texts] == [room - lack for room in ROOMS]
    for version, (text, rows) in enumerate(
        zip(texts, encode(page, scripts, texts), strict=True), start=1
    ):
        assert len(rows) == 17 + 4 * version
        [code] = zxingcpp.read_barcodes(draw(rows))
        assert (code.text, code.ec_level) == (text, "M")


def test_a_code_is_read_though_a_corner_is_lost(page: Page, scripts: str) -> None:
    """The correction corrects: 15 of 100 codewords may be spoilt at level M."""
    text = "https://list.example.org/check/?list=2025&services=housing,preschool"
    [rows] = encode(page, scripts, [text])
    size = len(rows)
    for y in range(size - 8, size):
        rows[y] = rows[y][: size - 8] + "0" * 8
    [code] = zxingcpp.read_barcodes(draw(rows))
    assert code.text == text
