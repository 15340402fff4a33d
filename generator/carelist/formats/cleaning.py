"""Characters that no reader can see, taken out of the words of a file and told."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carelist.catalog.decoding import INVISIBLE, name_character
from carelist.catalog.table_lines import BAR
from carelist.formats.document import Doubt, Doubtful
from carelist.formats.where import Where

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    Places = Mapping[int, tuple[Where | None, ...]]

MISSING = "〓"
"""What Chinese printers set where they lack a character."""
_LOST = re.compile("[\ue000-\uefff\uf100-\uf8ff\ufffd\U000f0000-\U0010fffd]")
"""Characters that only one font has, and the sign that one was lost."""
_SYMBOL = re.compile("[\uf000-\uf0ff]")
"""Where Word keeps the signs of fonts of symbols (ISO/IEC 29500-1, 17.3.3.30)."""
_AROUND = 6


def clean_text(text: str, places: Places) -> tuple[str, list[Doubtful]]:
    """Give a copy without invisible characters, and tell of each where it stood.

    What only one font has becomes 〓, since it may be a character of a name; signs of symbols and
    what takes no place are left out.

    Args:
        text: Of the copy.
        places: Where the cells of its table stand in the file, by line.
    """
    if not INVISIBLE.search(text):
        return text, []
    doubts = list(_tell(text, places))
    return INVISIBLE.sub("", _LOST.sub(MISSING, text)), doubts


def _tell(text: str, places: Places) -> Iterator[Doubtful]:
    for number, line in enumerate(text.split("\n"), start=1):
        for match in INVISIBLE.finditer(line):
            before, after = line[: match.start()], line[match.end() :]
            around = (BAR.split(before)[-1][-_AROUND:], match[0], BAR.split(after)[0][:_AROUND])
            code = name_character(match[0])
            where = _find_place(number, before, places)
            if _SYMBOL.match(match[0]):
                yield Doubtful(Doubt.SYMBOL, where, {"words": code})
                continue
            words = INVISIBLE.sub("", _LOST.sub(MISSING, "".join(around))).strip()
            kind = Doubt.NO_CHARACTER if _LOST.match(match[0]) else Doubt.INVISIBLE
            yield Doubtful(kind, where, {"words": words, "code": code})


def _find_place(number: int, before: str, places: Places) -> Where:
    """Find where a character stands in the file, by the line of the copy and what precedes it."""
    cells = places.get(number, ())
    at = len(BAR.findall(before)) - 1
    found = cells[at] if 0 <= at < len(cells) else None
    return found or Where(line=number)
