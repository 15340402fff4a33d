"""Telephone numbers as offices print them, and what a telephone dials for each."""

from __future__ import annotations

import re
import unicodedata
from typing import Annotated, NamedTuple

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from carelist.catalog.kinds import Kind
from carelist.catalog.texts import Line

_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―－ー", "-"))  # what stands for a hyphen
_BETWEEN = re.compile(r"\s*(?:[、,;/]|或)\s*")
_EXTENSION = r"(?:\s*(?:-|转|ext\.?)\s*(?P<extension>[0-9]{1,6}))?"
_NUMBER = re.compile(
    r"(?:(?:\+?86[- ]?)?(?:\(0[0-9]{2,3}\)|0[0-9]{2,3})[- ]?[1-9][0-9]{3}[- ]?[0-9]{3,4}"
    r"|[48]00[- ]?[0-9]{3}[- ]?[0-9]{4}"
    r"|(?:\+?86[- ]?)?1[3-9][0-9]-?[0-9]{4}-?[0-9]{4}"
    r"|[1-9][0-9]{6,7}|[1-9][0-9]{2,5})" + _EXTENSION,
    re.IGNORECASE,
)


class Telephone(NamedTuple):
    """One number."""

    shown: str
    """As it is printed."""
    dialled: str
    """Digits; behind a comma, which telephones wait at, its extension."""


def read_telephones(text: str) -> tuple[Telephone, ...]:
    """Read the numbers of a line; nothing where any part of it is none.

    >>> [number.dialled for number in read_telephones("0431-88888888、0599-6811234转801")]
    ['043188888888', '05996811234,801']
    >>> read_telephones("请到窗口咨询")
    ()
    """
    found = []
    for part in _BETWEEN.split(_unify(text)):
        number = _NUMBER.fullmatch(part)
        if number is None:
            return ()
        extension = number["extension"]
        main = part[: number.start("extension")] if extension else part
        dialled = re.sub("[^0-9]", "", main.removeprefix("+86").removeprefix("86-"))
        found.append(Telephone(part, f"{dialled},{extension}" if extension else dialled))
    return tuple(found)


def _unify(text: str) -> str:
    """Give digits, brackets and marks as ASCII has them, and one kind of hyphen."""
    return unicodedata.normalize("NFKC", text.translate(_DASHES)).strip()


def _check(value: object, kind: Kind, most: int) -> object:
    if isinstance(value, str) and value and not 0 < len(read_telephones(value)) <= most:
        raise PydanticCustomError(kind.value, "refused", {"value": value})
    return value


_SCHEMA = WithJsonSchema({"type": "string", "pattern": "[0-9]{3}"})
_MOST = 20
OneNumber = Annotated[
    Line, BeforeValidator(lambda value: _check(value, Kind.NOT_A_PHONE_NUMBER, 1)), _SCHEMA
]
"""One number, in any of the forms in which numbers are printed."""
Numbers = Annotated[
    Line, BeforeValidator(lambda value: _check(value, Kind.NOT_A_TELEPHONE, _MOST)), _SCHEMA
]
"""One number, or several with `、` between them."""
