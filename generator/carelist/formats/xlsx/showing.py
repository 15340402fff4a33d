"""What a cell of a sheet shows, which may be other than it holds."""

from __future__ import annotations

import datetime as dt
import re
from decimal import ROUND_HALF_UP, Decimal
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.utils.datetime import from_excel

from carelist.formats.counting import RAISED
from carelist.formats.document import Doubt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openpyxl.cell.cell import Cell as SheetCell
    from openpyxl.cell.cell import MergedCell

_PLAIN = frozenset({"General", "@"})
_FIXED = re.compile(r"(#,##)?0(?:\.(0+))?(%)?|General|#|@")
"""A number with so many digits behind the point, its thousands parted or not, or in hundredths."""
_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|\[\$(?P<sign>[^\]\-]*)(?:-[^\]]*)?\]|(?P<blank>_.|\*.)'
    r"|(?P<code>[#0,.]*[#0][#0,.]*%?|General|@)|(?P<day>[yY]+|[mM]+|[dD]+)"
    r"|(?P<literal>[¥￥$€+()/\-\s\u3400-\u9fff：])"
)
"""The parts of a number format (ISO/IEC 29500-1, 18.8.31), as far as lists use them."""
_CHINESE = {
    **dict.fromkeys((27, 36, 50, 52, 57), 'yyyy"年"m"月"'),
    **dict.fromkeys((28, 29, 51, 53, 54, 58), 'm"月"d"日"'),
    30: "m/d/yy",
    31: 'yyyy"年"m"月"d"日"',
}
"""The formats that Excel in Chinese has by number alone (18.8.30, zh-cn); openpyxl knows none."""
_SHORT_DAY, _SHORT_DAY_IN_CHINA = "mm-dd-yy", "yyyy/m/d"
"""Format 14 follows the settings of who looks."""
_PADDED = re.compile("0{2,}")
"""A number in at least so many digits, as of a telephone: 000, or 0000-00000000."""
_DRAWN = re.compile(r"=(?:_xlfn\.)?DISPIMG\(")
"""What WPS writes into a cell that shows a picture."""
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
"""A character that XML cannot hold (22.4.2.4)."""


class Shown(NamedTuple):
    """What a cell shows, and what is in doubt of it."""

    text: str
    doubt: Doubt | None = None
    values: tuple[tuple[str, str], ...] = ()


def show(cell: SheetCell | MergedCell) -> Shown:
    """Give what the cell shows; in doubt where its number has a form of its own."""
    value, form = cell.value, _find_form(cell)
    if value is None or cell.data_type == "e":
        words = " ".join(filter(None, (cell.coordinate, str(value or ""))))
        return Shown("", Doubt.NO_VALUE, (("words", words),))
    if isinstance(value, str) and _DRAWN.match(value):
        return Shown("", Doubt.PICTURE, (("words", ""),))
    is_struck = bool(cell.has_style and cell.font.strike)
    if isinstance(value, CellRichText):
        return _show_rich(value, is_struck=is_struck)
    shown = _show_value(value, form)
    return Shown("", Doubt.STRUCK, (("words", shown.text),)) if is_struck else shown


def _show_value(value: object, form: str) -> Shown:
    match value:
        case bool():
            return Shown("TRUE" if value else "FALSE")
        case str():
            return Shown(_write(value))
        case int() | float():
            day = from_excel(value) if form in _CHINESE.values() else None
            return _show_day(day, form) if isinstance(day, dt.date) else _show_number(value, form)
        case dt.datetime() | dt.date():
            return _show_day(value, form)
    return Shown(str(value), Doubt.SHOWN_OTHERWISE, (("value", str(value)), ("form", form)))


def _find_form(cell: SheetCell | MergedCell) -> str:
    """Find the number format of a cell; those of Chinese programs have no words in the file."""
    form = cell.number_format or "General"
    if form != "General" or not cell.has_style:
        return form
    styled: Any = cell
    return _CHINESE.get(styled._style.numFmtId, form)  # noqa: SLF001  # openpyxl knows none of these


def _show_rich(value: CellRichText, *, is_struck: bool) -> Shown:
    """Give words of several looks without those that are struck out; raised digits stay raised.

    `is_struck`: whether those are that have no look of their own.
    """
    kept = struck = ""
    for part in value:
        if part.font.strike if isinstance(part, TextBlock) else is_struck:
            struck += str(part)
        else:
            kept += str(part).translate(RAISED) if _is_raised(part) else str(part)
    doubts = (Doubt.STRUCK, (("words", struck),)) if struck else (None, ())
    return Shown(_write(kept), *doubts)


def _is_raised(part: str | TextBlock) -> bool:
    """Whether a part is a number that stands above the line."""
    if not isinstance(part, TextBlock) or part.font.vertAlign != "superscript":
        return False
    return str(part).strip().isdecimal()


def _write(text: str) -> str:
    """Give words with the characters that a sheet writes as escapes, line ends made one."""
    decoded = _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)
    return decoded.replace("\r\n", "\n").replace("\r", "\n").strip()


def _show_number(value: float, form: str) -> Shown:
    """Write a number as forms show it; told where the form has words of its own."""
    if form in _PLAIN:
        return Shown(_write_plain(value))
    parts = _read_form(form.split(";", maxsplit=1)[0] if value >= 0 else form)
    numbers = _write_codes(value, [word for kind, word in parts if kind == "code"])
    if not numbers:
        text = _write_plain(value)
        return Shown(text, Doubt.SHOWN_OTHERWISE, (("value", text), ("form", form)))
    written = (numbers.pop(0) if kind == "code" else word for kind, word in parts)
    text = "".join(written).strip()
    has_words = any(word.strip() for kind, word in parts if kind != "code")
    if not has_words:
        return Shown(text)
    return Shown(text, Doubt.SHOWN_OTHERWISE, (("value", text), ("form", form)))


def _write_codes(value: float, codes: Sequence[str]) -> list[str]:
    """Write a number as its codes say, one part each; empty where they are not of a plain kind."""
    if codes and all(map(_PADDED.fullmatch, codes)) and value >= 0 and float(value).is_integer():
        digits = str(int(value)).zfill(sum(map(len, codes)))
        ends = list(accumulate(len(code) for code in reversed(codes)))
        starts = [0, *(len(digits) - end for end in reversed(ends[:-1]))]
        return [digits[one:other] for one, other in pairwise([*starts, len(digits)])]
    fixed = _FIXED.fullmatch(codes[0]) if len(codes) == 1 else None
    return [_write_fixed(value, fixed)] if fixed else []


def _write_plain(value: float) -> str:
    return str(int(value)) if float(value).is_integer() else repr(round(value, 10))


def _write_fixed(value: float, fixed: re.Match[str]) -> str:
    if "0" not in fixed[0]:
        return _write_plain(value)
    parted, digits, percent = fixed[1] and ",", len(fixed[2] or ""), fixed[3] or ""
    exact = Decimal(repr(value)) * (100 if percent else 1)
    rounded = exact.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
    return f"{rounded:{parted or ''}f}{percent}"


def _read_form(form: str) -> list[tuple[str, str]]:
    """Part a form into codes, of numbers or days, and words; empty where it has anything else."""
    parts: list[tuple[str, str]] = []
    end = 0
    for match in _TOKEN.finditer(form):
        if match.start() != end:
            return []
        end = match.end()
        kind = match.lastgroup or ""
        if kind != "blank":
            parts.append((kind if kind in {"code", "day"} else "word", match[kind]))
    return parts if end == len(form) else []


def _show_day(value: dt.datetime | dt.date, form: str) -> Shown:
    """Write a day as its form shows it; told, since programs make days of what was none (3-6)."""
    parts = _read_form((_SHORT_DAY_IN_CHINA if form == _SHORT_DAY else form).split(";")[0])
    days = {kind for kind, _ in parts} == {"day"} or {kind for kind, _ in parts} == {"day", "word"}
    text = "".join(_write_day(value, kind, word) for kind, word in parts) if days else ""
    text = text or (value.date() if isinstance(value, dt.datetime) else value).isoformat()
    return Shown(text, Doubt.SHOWN_OTHERWISE, (("value", text), ("form", form)))


def _write_day(value: dt.date, kind: str, word: str) -> str:
    """Write the year, the month or the day in as many digits as a code has letters."""
    if kind == "word":
        return word
    number = {"y": value.year, "m": value.month, "d": value.day}[word[0].lower()]
    if word[0].lower() == "y":
        return str(number) if len(word) > 2 else f"{number % 100:02}"  # noqa: PLR2004  # yy, yyyy
    return f"{number:0{min(len(word), 2)}}"
