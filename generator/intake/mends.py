"""What is mended in the paragraphs of a letter, with words that stand once in the copy."""

from __future__ import annotations

import re
from typing import NamedTuple

MOST_MENDS = 200
"""A body with more breaks and spaces is none that a page break has cut; it is left as printed."""
_ENDS_NAME = re.compile(r"(?:局|委|委员会|办公室|政府|厅|联合会|法院|检察院)$")
"""Behind the name of a body, a space parts it from the next."""
_INNER_SPACE = re.compile(r"(?<=[\u3400-\u9fff]) +(?=[\u3400-\u9fff])")
_MOST_CONTEXT = 12


class Mend(NamedTuple):
    """Words as printed, with a break or a space among them, and as they are read."""

    printed: str
    read: str
    is_break: bool


def quote_break(text: str, lines: list[str]) -> Mend:
    """Quote the words around a break, as many as make them stand once in the copy."""
    first, rest = lines[0], lines[-1].lstrip()
    between = "\n".join(lines)
    begin = len(between) - len(rest)
    for reach in range(2, _MOST_CONTEXT):
        printed = between[max(0, len(first.rstrip()) - reach) : begin + reach]
        if text.count(printed) == 1:
            break
    else:
        printed, reach = between, len(between)
    return Mend(printed, first.rstrip()[-reach:] + rest[:reach].rstrip(), is_break=True)


def close_spaces(words: str, text: str, mends: list[Mend]) -> str:
    """Close the spaces inside Chinese words, where the copy has them once; none parts names."""
    for match in reversed(list(_INNER_SPACE.finditer(words))):
        printed = words[max(0, match.start() - 2) : match.end() + 4]
        if _ENDS_NAME.search(words[: match.start()]):
            continue
        if len(mends) >= MOST_MENDS or text.count(printed) != 1:
            continue
        read = _INNER_SPACE.sub("", printed)
        mends.append(Mend(printed, read, is_break=False))
        words = words.replace(printed, read)
    return words
