"""The body of a notice: which paragraph is what, and which are broken in two.

Any part may be absent; a list may have no letter at all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from carelist.catalog.bodies import read_bodies
from carelist.catalog.printed_numbers import read_steps
from carelist.catalog.sameness import is_annex_label
from carelist.catalog.sections import names_list
from carelist.intake.letter_forms import (
    ANNEX,
    BODY,
    CLOSING,
    DATED,
    DISCLOSURE,
    KIND_ALONE,
    MEASURE,
    NUMBER,
    SHORTEST,
    SIGNATORY,
    SIGNED,
    TITLE,
    WHOLE,
    read_date,
)
from carelist.intake.letter_titles import join_title
from carelist.intake.lines import find_headings
from carelist.intake.mends import close_spaces, is_page_mark, join_paragraphs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carelist.catalog.source import Paragraph, Source
    from carelist.intake.mends import Mend

_PLACES = re.compile(
    r"^(?:各|全市|市直)?(?:[县市区旗州盟]|[（(][^）)]*[）)]|(?:开发|新|管理|园|示范|功能)区)*"
)
_ADDRESSED = re.compile(
    r"(?=.*(?:[局委办院联会部]|政府|部门|单位|街道|乡镇|学校|机构|中心))[^。；;！？]{2,900}[：:]"
)
_NOTIFIED = re.compile(r"(?:如下|如次|以下|执行|印发|明确|要求)[：:]$")
_OFFICE = re.compile(rf"({BODY})(?:关于|\s*[公通]\s*告$)")
_COUNTED = re.compile(r"等(\d{1,2}|[一二三四五六七八九十]{1,3})个?(?:部门|单位|家)")
_STOPS = re.compile(r"[。：；！？:;!?]$")
_FILLED_IN = re.compile(r"[（(]?(?:单位|填报|填表|制表|日期|时间|截至)[^。]{0,40}$")
"""Who made the table, when, in which unit: between its title and its head."""
_BEGUN = frozenset({"title", "addressees", "opening"})
"""The parts behind which bodies sign."""
_EDITION = re.compile(r"[（(][^）)]*[)）]")
"""Below a title: of which year it is, or that it is a draft."""


IssuedBy = Literal["addressees", "signatures", "title"]


@dataclass
class Letter:
    """What was recognised of the body; the keys of `texts` are those of notice.yml."""

    texts: dict[str, str] = field(default_factory=dict)
    measures: list[tuple[str, str]] = field(default_factory=list)
    """Heading and whole text."""
    printed_on: str = ""
    dated_at: int = 0
    """The line of the copy in which that date stands; 0 where none does."""
    signatories: list[str] = field(default_factory=list)
    """The bodies that signed it, as printed."""
    signed_at: list[int] = field(default_factory=list)
    """The lines of the copy in which they stand."""
    used: set[int] = field(default_factory=set)
    """The lines of the copy whose paragraphs are parts of it."""
    mends: list[Mend] = field(default_factory=list)
    strays: list[Paragraph] = field(default_factory=list)

    @property
    def addressed(self) -> list[str]:
        """The bodies in the line of addressees, without the places before them."""
        line = self.texts.get("addressees", "").rstrip("：:")
        names = (_PLACES.sub("", name) for name in read_bodies(line).names)
        return [name for name in names if name]

    @property
    def issued_by(self) -> IssuedBy:
        """Which of its words show who issued it.

        The line of addressees, where the opening counts as many (市民政局等三部门); else the
        signatures, or the title, which may begin with an office.
        """
        counted = _COUNTED.search(self.texts.get("opening", ""))
        if counted and _read_count(counted[1]) == len(self.addressed) > 1:
            return "addressees"
        return "signatures" if self.signatories else "title"

    @property
    def issuers(self) -> list[str]:
        """The bodies that issued it, as far as its words show."""
        office = _OFFICE.match(self.texts.get("title", ""))
        return {
            "addressees": self.addressed,
            "signatures": self.signatories,
            "title": [office[1]] if office else [],
        }[self.issued_by]


def read_letter(source: Source, text: str, *, is_sound: bool = False) -> Letter:
    """Tell the paragraphs of the body apart by their form and their order.

    Args:
        source: The copy.
        text: Its words.
        is_sound: Whether the format of the file tells paragraphs; else those are joined that a
            page break has cut, and spaces among Chinese words are closed.
    """
    letter = Letter()
    table = {row.line for page in source.pages for row in (page.head, *page.rows)}
    headings = {one.line for one in find_headings(source)}
    body = [(one.text, one.line) for one in source.paragraphs if one.line not in headings]
    if not is_sound:
        body = join_paragraphs(body, text, table, letter.mends)
        body = [(close_spaces(words, text, letter.mends), at) for words, at in body]
    parts = join_title([one for one in body if not is_page_mark(one[0])], table, letter.used)
    _name(letter, parts, table)
    raw = {paragraph.line: paragraph for paragraph in source.paragraphs}
    title = letter.texts.get("table_title", "")
    left = (raw[at] for _, at in body if at not in letter.used)
    letter.strays = [one for one in left if not is_annex_label(one.text, title)]
    return letter


def _name(letter: Letter, body: list[tuple[str, int]], table: set[int]) -> None:
    """Give each paragraph its key: of the letter, which may stand below its table, and its end."""
    first, last = (min(table), max(table)) if table else (body[-1][1] + 1 if body else 0, 0)
    above = [one for one in body if one[1] < first]
    below = [one for one in body if table and one[1] > last]
    is_above = _is_letter(above) or not _is_letter(below)
    _name_parts(letter, above if is_above else below)
    if is_above and _has_begun(letter):
        _name_below(letter, below)
    if title := _find_table_title(above, letter):
        letter.texts["table_title"] = title


def _is_letter(body: Sequence[tuple[str, int]]) -> bool:
    """Whether paragraphs have what only a letter has."""
    return any(NUMBER.fullmatch(words) or TITLE.fullmatch(words) for words, _ in body)


def _name_parts(letter: Letter, body: Sequence[tuple[str, int]]) -> None:
    """Give each paragraph of a letter its key, in the order in which a notice has them."""
    texts = letter.texts
    for place, (words, at) in enumerate(body):
        before = body[place - 1] if place else ("", 0)
        goes_on = before[1] in letter.used
        if "number" not in texts and NUMBER.fullmatch(words):
            texts["number"] = words
        elif "title" not in texts and TITLE.fullmatch(words):
            texts["title"] = words
            if KIND_ALONE.fullmatch(words) and SIGNATORY.fullmatch(before[0]):
                texts["title"] = f"{before[0]} {words}"
                letter.used.add(before[1])
        elif (measure := MEASURE.match(words)) and not names_list(words):
            letter.measures.append((measure[1].strip(), words))
        elif _is_addressed(letter, words):
            texts["addressees"] = words
        elif _is_opening(letter, words) or (
            goes_on and "opening" in texts and CLOSING.fullmatch(words)
        ):
            texts["opening"] = texts.get("opening", "") + words
        elif not _has_begun(letter) or not _name_end(letter, words, at, goes_on=goes_on):
            continue
        letter.used.add(at)


def _name_below(letter: Letter, body: Sequence[tuple[str, int]]) -> None:
    """Name what goes on below its table, and what ends a letter, if it has no such part above."""
    has_signed, above = bool(letter.signatories), {*letter.texts}
    for words, at in body:
        if letter.measures and (measure := MEASURE.match(words)) and WHOLE.search(words):
            letter.measures.append((measure[1].strip(), words))
            letter.used.add(at)
            continue
        is_signature = bool(SIGNATORY.fullmatch(words) or SIGNED.fullmatch(words))
        is_known = has_signed if is_signature else "colophon" in above
        if is_known and not DISCLOSURE.fullmatch(words):
            continue
        goes_on = bool(letter.used) and at - 2 <= max(letter.used) < at
        if _name_end(letter, words, at, goes_on=goes_on):
            letter.used.add(at)


def _has_begun(letter: Letter) -> bool:
    """Whether the letter itself stands above: bodies before it are its head, and sign nothing."""
    return bool(letter.measures) or not letter.texts.keys().isdisjoint(_BEGUN)


def _is_addressed(letter: Letter, words: str) -> bool:
    """Whether a paragraph names those to whom the notice goes: it ends with a colon."""
    if letter.measures or not letter.texts.keys().isdisjoint({"addressees", "opening"}):
        return False
    return bool(_ADDRESSED.fullmatch(words)) and not _NOTIFIED.search(words)


def _is_opening(letter: Letter, words: str) -> bool:
    """Whether a paragraph stands before the measures of a letter, and before its end."""
    texts = letter.texts
    if letter.measures or texts.keys().isdisjoint({"title", "addressees"}):
        return False
    if not texts.keys().isdisjoint({"signatory", "colophon", "disclosure"}):
        return False
    is_long = len(words) >= SHORTEST or bool(_NOTIFIED.search(words))
    return is_long and bool(WHOLE.search(words)) and not _is_end(words)


def _is_end(words: str) -> bool:
    """Whether a paragraph stands at the end of a letter: a disclosure, or its date of printing."""
    return bool(DISCLOSURE.fullmatch(words) or DATED.fullmatch(words))


def _name_end(letter: Letter, words: str, at: int, *, goes_on: bool) -> bool:
    """Name a paragraph behind the letter itself; whether it is a part.

    `goes_on`: whether the paragraph above it is one.
    """
    texts = letter.texts
    if signed := SIGNED.fullmatch(words):
        _sign(letter, signed[1], at)
        texts.setdefault("signatory", words)
        letter.printed_on = letter.printed_on or read_date(words)
    elif DATED.fullmatch(words) and ("colophon" not in texts or "印发" in words):
        letter.used -= {letter.dated_at}  # a date of signing gives way to that of printing
        texts["colophon"], letter.dated_at = words, at
        letter.printed_on = read_date(words)
    elif "disclosure" not in texts and DISCLOSURE.fullmatch(words):
        texts["disclosure"] = words
    elif SIGNATORY.fullmatch(words):
        _sign(letter, words, at)
        if "signatory" in texts and not goes_on:
            return False
        texts["signatory"] = f"{texts['signatory']} {words}" if "signatory" in texts else words
    else:
        return False
    return True


def _sign(letter: Letter, words: str, at: int) -> None:
    letter.signatories += re.split(r"[、\s]+", words)
    letter.signed_at.append(at)


def _find_table_title(above: Sequence[tuple[str, int]], letter: Letter) -> str:
    """Take the last paragraph above the table for its title, unless it is something else.

    Between them may stand who filled the table in, when, and in which unit.
    """
    title = ""
    for words, at in reversed(above):
        if _FILLED_IN.match(words):
            continue
        if at in letter.used or _STOPS.search(words) or ANNEX.match(words):
            break
        title = words + title
        letter.used.add(at)
        if not _EDITION.fullmatch(words):
            break
    return title


def _read_count(text: str) -> int:
    steps = read_steps(text)
    return steps[0] if steps else 0
