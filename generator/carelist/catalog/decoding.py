"""The bytes of a file as text, without what no reader can see."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from carelist.catalog.kinds import Kind
from carelist.catalog.problems import Position, Problem, list_more_lines
from carelist.catalog.radicals import find_radicals, fold_radicals
from carelist.speech.messages import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carelist.speech.messages import Values

MAX_BYTES = 40 * 1024 * 1024
"""A list of 10,000 services weighs about 30 MB."""
INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # controls but tab and line ends
    "\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff"
    "\ufff9-\uffff\ufdd0-\ufdef"  # specials, among them the sign of lost text, and no characters
    "\ud800-\uf8ff\U000e0000-\U000e007f\U000f0000-\U0010ffff]"  # half, private and tag characters
)
"""Control characters, marks of direction, zero width, private use: a reader cannot see them."""

_DOCUMENTS = {
    b"PK\x03\x04": "office",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "office",
    b"%PDF-": "pdf",
    b"\x89PNG": "picture",
    b"\xff\xd8\xff": "picture",
}
"""What files begin with that are often taken for the text in them."""
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_ESCAPE = re.compile(r"\\(?:x(\w{2})|u(\w{4})|U(\w{8})|([\s\S]))")
_ESCAPED = {"0": "\0", "a": "\a", "b": "\b", "t": "\t", "v": "\v", "f": "\f", "r": "\r"}
_ESCAPED |= {"e": "\x1b", "N": "\x85", "L": "\u2028", "P": "\u2029"}
"""What YAML writes behind a backslash in double quotes."""


class Decoded(NamedTuple):
    """The text of a file, its line ends made one, and what is wrong with its characters."""

    text: str
    problems: list[Problem]


def decode(file: str, content: bytes) -> Decoded:
    """Decode a file of the catalog; the text is empty where it cannot be decoded at all.

    Invisible characters stay in the text; each is told once, with the lines that repeat it. So are
    radicals in place of characters, which the text has as the characters they look like.
    """
    if len(content) > MAX_BYTES:
        size = {"value": str(len(content)), "most": str(MAX_BYTES)}
        return Decoded("", [Problem(Position(file), Kind.TOO_LARGE, size)])
    for start, name in _DOCUMENTS.items():
        if content.startswith(start):
            values: Values = {"name": Message("problems", f"document_{name}")}
            return Decoded("", [Problem(Position(file), Kind.NOT_TEXT, values)])
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        return Decoded("", [_explain_bytes(file, content, error.start)])
    text = _unify(text)
    return Decoded(fold_radicals(text), check_text(file, text))


def _explain_bytes(file: str, content: bytes, offset: int) -> Problem:
    """Tell in which encoding a text is that is not in UTF-8, as far as its bytes show."""
    before = _unify(content[:offset].decode("utf-8"))
    at = locate(file, before, len(before))
    if content.startswith(_UTF16):
        return Problem(at, Kind.OTHER_ENCODING, {"value": "UTF-16"})
    try:
        content.decode("gb18030")
    except UnicodeDecodeError:
        return Problem(at, Kind.NOT_UTF8, {"value": f"{content[offset]:02x}"})
    return Problem(at, Kind.OTHER_ENCODING, {"value": "GB 18030"})


def _unify(text: str) -> str:
    """Take away what editors on Windows add: the byte order mark, and their line ends."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def locate(file: str, text: str, offset: int) -> Position:
    r"""Give the position of the character at an offset of a file's text, which counts from 0.

    >>> locate("x.yml", "a: 1\nb: 2", 8)
    Position(file='x.yml', line=2, column=4)
    """
    line = text.count("\n", 0, offset) + 1
    return Position(file, line, offset - text.rfind("\n", 0, offset))


def name_character(character: str) -> str:
    """Name a character that cannot be shown, as "U+200B"."""
    return f"U+{ord(character):04X}"


def check_text(file: str, text: str) -> list[Problem]:
    """Tell the invisible characters of a text, and radicals in place of characters, each once."""
    problems = [
        Problem(
            places[0],
            Kind.CONTROL_CHARACTER,
            {"value": name_character(character), **list_more_lines(places)},
        )
        for character, places in _find_places(file, text, INVISIBLE).items()
    ]
    radicals = find_radicals(text)
    sought = re.compile("|".join(radicals) or "(?!)")
    for radical, places in _find_places(file, text, sought).items():
        values = {"value": radical, "code": name_character(radical), "read": radicals[radical]}
        problems.append(Problem(places[0], Kind.RADICAL, {**values, **list_more_lines(places)}))
    return problems


def _find_places(file: str, text: str, sought: re.Pattern[str]) -> dict[str, list[Position]]:
    """Find the first place of each character in every line that has it."""
    if not sought.search(text):
        return {}
    lines: dict[str, list[Position]] = {}
    for number, line in enumerate(text.split("\n"), start=1):
        for match in sought.finditer(line):
            places = lines.setdefault(match[0], [])
            if not places or places[-1].line != number:
                places.append(Position(file, number, match.start() + 1))
    return lines


def find_escapes(file: str, text: str, start: int, end: int) -> Iterator[Problem]:
    """Yield the invisible characters that a text in double quotes has as escapes of YAML.

    `decode` cannot see them. `start` and `end` are offsets in the text of the file.
    """
    for match in _ESCAPE.finditer(text, start, end):
        if code := match[1] or match[2] or match[3]:
            character = chr(int(code, 16))
        else:
            character = _ESCAPED.get(match[4], " ")
        if character != "\t" and INVISIBLE.match(character):
            value = {"value": f"{match[0]} ({name_character(character)})"}
            yield Problem(locate(file, text, match.start()), Kind.CONTROL_CHARACTER, value)
