"""The bytes of a text as text: in any encoding that Chinese offices write."""

from __future__ import annotations

import codecs
import re

from carelist.formats.limits import Refusal, UnreadableError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Byte order marks; that of UTF-32 begins as that of UTF-16 does, and is looked for first."""
_LEAST_ZEROS = 0.02
"""So many of the bytes of a text in UTF-16 are zero, since it has digits and line ends."""
_NOT_TEXT = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def decode_text(content: bytes) -> str:
    """Decode a text; its line ends become one, and a byte order mark goes.

    UTF-8 is what it is where it can be read as that: hardly a text in another encoding can. Else
    UTF-16 without a mark, known by its zeros; else GB 18030, which holds GBK and GB 2312.

    Raises:
        UnreadableError: If it is no text, or in another encoding.
    """
    text = _decode(content)
    if _NOT_TEXT.search(text):
        raise UnreadableError(Refusal.NOT_TEXT)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decode(content: bytes) -> str:
    encodings = [name for mark, name in _MARKS if content.startswith(mark)][:1]
    for encoding in encodings or ["utf-8", *_guess_wide(content), "gb18030"]:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UnreadableError(Refusal.NOT_TEXT)


def _guess_wide(content: bytes) -> list[str]:
    """Name UTF-16 as its zeros stand: in the second byte of each pair, or in the first."""
    if len(content) % 2 or not content:
        return []
    zeros = {"utf-16-le": content[1::2].count(0), "utf-16-be": content[::2].count(0)}
    name = max(zeros, key=lambda one: zeros[one])
    return [name] if zeros[name] > _LEAST_ZEROS * len(content) / 2 else []
