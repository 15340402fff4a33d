"""The body of a notice: which paragraph is what, and which are broken in two.

Any part may be absent; a list may have no letter at all.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from generator.catalog.bodies import read_bodies
from generator.catalog.printed_numbers import read_steps

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.catalog.source import Paragraph, Source

_NUMBER = re.compile(r".*[〔\[【（(]\d{4}[〕\]】）)]\s*第?\d+号")
_TITLE = re.compile(r"(?=.*关于).*(?:通知|公告|通告|意见|决定)")
_MEASURE = re.compile(
    r"(?:第?[一二三四五六七八九十]+(?:是|要|、|，)|（[一二三四五六七八九十]+）)([^。：；]+)"
)
_DATE = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")
_DATED = re.compile(r"[^。；]{0,40}\d{4}年\d{1,2}月\d{1,2}日[^。；]{0,12}")
_PLACES = re.compile(
    r"^(?:各|全市|市直)?(?:[县市区旗州盟]|[（(][^）)]*[）)]|(?:开发|新|管理|园|示范|功能)区)*"
)
_DISCLOSURE = re.compile(r"[(（](?=.*公开).*[)）]")
_BODY = r"[^，。：；、\s]{2,28}(?:局|委|委员会|办公室|办|政府|厅|部|联合会|联|院|会|中心)"
_SIGNATORY = re.compile(rf"{_BODY}(?:[、\s]+{_BODY}){{0,8}}")
_ADDRESSED = re.compile(
    r"(?=.*(?:[局委办院联会部]|政府|部门|单位|街道|乡镇|学校|机构|中心))[^。；;！？]{2,900}[：:]"
)
_NOTIFIED = re.compile(r"(?:如下|如次|以下|执行|印发|明确|要求)[：:]$")
_OFFICE = re.compile(rf"({_BODY})关于")
_COUNTED = re.compile(r"等(\d{1,2}|[一二三四五六七八九十]{1,3})个?(?:部门|单位|家)")
_WHOLE = re.compile(r"[。：；！？:;!?)）》”…]$")
_PAGE_MARK = re.compile(
    r"[-—–－―·\s]*第?\s*\d{1,4}\s*页?[\s,，/／]*共?\s*\d{0,4}\s*页?[-—–－―·\s]*|[（(]?(?:续上?|接上)表[）)]?"
)
_ENDS_NAME = re.compile(r"(?:局|委|委员会|办公室|政府|厅|联合会|法院|检察院)$")
"""Behind the name of a body, a space parts it from the next."""
_STOPS = re.compile(r"[。：；！？:;!?]$")
_FILLED_IN = re.compile(r"[（(]?(?:单位|填报|填表|制表|日期|时间|截至)[^。]{0,40}$")
"""Who made the table, when, in which unit: between its title and its head."""
_LONGEST_MARK = 20
_MOST_MENDS = 200
"""A body with more breaks and spaces is none that a page break has cut; it is left as printed."""
_WITHOUT_MARK = (_NUMBER, _TITLE, _DATE, _SIGNATORY)
_SHORTEST = 15
_INNER_SPACE = re.compile(r"(?<=[\u3400-\u9fff]) +(?=[\u3400-\u9fff])")
_MOST_CONTEXT = 12


class Mend(NamedTuple):
    """Words as printed, with a break or a space among them, and as they are read."""

    printed: str
    read: str
    is_break: bool


@dataclass
class Letter:
    """What was recognised of the body; the keys of `texts` are those of notice.yml."""

    texts: dict[str, str] = field(default_factory=dict)
    measures: list[tuple[str, str]] = field(default_factory=list)
    """Heading and whole text."""
    printed_on: str = ""
    signatories: list[str] = field(default_factory=list)
    """The bodies that signed it, as printed."""
    signatures: list[str] = field(default_factory=list)
    """The paragraphs that name them."""
    mends: list[Mend] = field(default_factory=list)
    strays: list[Paragraph] = field(default_factory=list)

    @property
    def addressed(self) -> list[str]:
        """The bodies in the line of addressees, without the places before them."""
        line = self.texts.get("addressees", "").rstrip("：:")
        names = (_PLACES.sub("", name) for name in read_bodies(line).names)
        return [name for name in names if name]

    @property
    def issuers(self) -> list[str]:
        """The bodies that issued it, as far as its words show.

        Those addressed, where the opening counts as many (市民政局等三部门); else those that
        signed, or the office that the title begins with.
        """
        counted = _COUNTED.search(self.texts.get("opening", ""))
        if counted and _read_count(counted[1]) == len(self.addressed) > 1:
            return self.addressed
        office = _OFFICE.match(self.texts.get("title", ""))
        return self.signatories or ([office[1]] if office else [])


def read_letter(source: Source, text: str) -> Letter:
    """Tell the paragraphs of the body apart by their form and their order."""
    letter = Letter()
    first_row = min((page.head.line for page in source.pages), default=len(text))
    table = {row.line for page in source.pages for row in (page.head, *page.rows)}
    body = _join([(one.text, one.line) for one in source.paragraphs], text, table, letter.mends)
    body = [(_close_spaces(words, text, letter.mends), at) for words, at in body]
    _name(letter, body, first_row)
    named = {*letter.texts.values(), *(words for _, words in letter.measures)}
    raw = {paragraph.line: paragraph for paragraph in source.paragraphs}
    letter.strays = [raw[at] for words, at in body if words not in named]
    return letter


def _join(
    paragraphs: list[tuple[str, int]], text: str, table: set[int], mends: list[Mend]
) -> list[tuple[str, int]]:
    """Join the paragraphs that a page break has cut in the middle of a sentence.

    No sentence goes on behind a row of the table; the number of a page is no part of any.
    """
    lines = text.split("\n")
    joined: list[tuple[str, int]] = []
    marks: list[tuple[str, int]] = []
    last = 0
    for words, at in paragraphs:
        if _is_page_mark(words):
            marks.append((words, at))
            continue
        is_rest = joined and _is_broken(joined[-1][0]) and not _begins(words)
        if is_rest and len(mends) < _MOST_MENDS and table.isdisjoint(range(last, at)):
            mends.append(_quote_break(text, lines[last - 1 : at]))
            joined[-1] = joined[-1][0] + words, joined[-1][1]
        else:
            joined += [*marks, (words, at)]
        marks = []
        last = at
    return joined + marks


def _is_page_mark(words: str) -> bool:
    return len(words) <= _LONGEST_MARK and bool(_PAGE_MARK.fullmatch(words))


def _is_broken(words: str) -> bool:
    """Whether a paragraph stops without a mark, and is none of those that do."""
    if len(words) < _SHORTEST or _WHOLE.search(words):
        return False
    return not any(form.fullmatch(words) for form in _WITHOUT_MARK)


def _begins(words: str) -> bool:
    return any(form.match(words) for form in (_NUMBER, _MEASURE, _DISCLOSURE))


def _quote_break(text: str, lines: list[str]) -> Mend:
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


def _close_spaces(words: str, text: str, mends: list[Mend]) -> str:
    """Close the spaces inside Chinese words, where the copy has them once; none parts names."""
    if _SIGNATORY.fullmatch(words):
        return words
    for match in reversed(list(_INNER_SPACE.finditer(words))):
        printed = words[max(0, match.start() - 2) : match.end() + 4]
        if _ENDS_NAME.search(words[: match.start()]):
            continue
        if len(mends) >= _MOST_MENDS or text.count(printed) != 1:
            continue
        read = _INNER_SPACE.sub("", printed)
        mends.append(Mend(printed, read, is_break=False))
        words = words.replace(printed, read)
    return words


def _name(letter: Letter, body: list[tuple[str, int]], first_row: int) -> None:
    """Give each paragraph its key, in the order in which a notice has them."""
    texts = letter.texts
    above = [words for words, at in body if at < first_row and not _is_page_mark(words)]
    for words in above:
        if "number" not in texts and _NUMBER.fullmatch(words):
            texts["number"] = words
        elif "title" not in texts and _TITLE.fullmatch(words):
            texts["title"] = words
        elif measure := _MEASURE.match(words):
            letter.measures.append((measure[1].strip(), words))
        elif _is_addressed(letter, words):
            texts["addressees"] = words
        elif _is_opening(letter, words):
            texts["opening"] = words
        elif texts or letter.measures:
            _name_end(letter, words)
    if title := _find_table_title(above, letter):
        texts["table_title"] = title


def _is_addressed(letter: Letter, words: str) -> bool:
    """Whether a paragraph names those to whom the notice goes: it ends with a colon."""
    if letter.measures or not letter.texts.keys().isdisjoint({"addressees", "opening"}):
        return False
    return bool(_ADDRESSED.fullmatch(words)) and not _NOTIFIED.search(words)


def _is_opening(letter: Letter, words: str) -> bool:
    """Whether a paragraph is the first of the letter itself."""
    texts = letter.texts
    if letter.measures or "opening" in texts or texts.keys().isdisjoint({"title", "addressees"}):
        return False
    return len(words) >= _SHORTEST and bool(_WHOLE.search(words)) and not _is_end(words)


def _is_end(words: str) -> bool:
    """Whether a paragraph stands at the end of a letter: a disclosure, or its date of printing."""
    return bool(_DISCLOSURE.fullmatch(words) or _DATED.fullmatch(words))


def _name_end(letter: Letter, words: str) -> None:
    """Name a paragraph behind the letter itself."""
    texts = letter.texts
    date = _DATE.search(words)
    if date and _DATED.fullmatch(words) and ("colophon" not in texts or "印发" in words):
        texts["colophon"] = words
        letter.printed_on = _read_date(date)
    elif "disclosure" not in texts and _DISCLOSURE.fullmatch(words):
        texts["disclosure"] = words
    elif _SIGNATORY.fullmatch(words):
        texts.setdefault("signatory", words)
        letter.signatures.append(words)
        letter.signatories += re.split(r"[、\s]+", words)


def _read_date(match: re.Match[str]) -> str:
    try:
        return dt.date(*(int(part) for part in match.groups())).isoformat()
    except ValueError:
        return ""


def _find_table_title(above: Sequence[str], letter: Letter) -> str:
    """Take the last paragraph above the table for its title, unless it is something else.

    Between them may stand who filled the table in, when, and in which unit.
    """
    last = next((words for words in reversed(above) if not _FILLED_IN.match(words)), "")
    taken = {*letter.texts.values(), *(words for _, words in letter.measures)}
    return "" if last in taken or _STOPS.search(last) else last


def _read_count(text: str) -> int:
    steps = read_steps(text)
    return steps[0] if steps else 0
