"""The bodies that a cell names, each with its role, as lists of many cities write them.

Names are divided by spaces, marks or lines; what stands in brackets divides none. A role stands
behind its names, before them with a colon, or in brackets behind one of them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

Role = Literal["lead", "support"]

EMPTY = frozenset(
    {"", "/", "／", "\\", "-", "－", "–", "—", "——", "―", "―――", "*"}
    | {"无", "暂无", "暂缺", "待定", "待明确"}
)
"""What lists write into a cell that holds nothing."""
_LEADS = "总牵头|牵头负责|牵头实施|牵头|主办|承办|主管|主责"
_SUPPORTS = "配合|协助|协同|协办|参与|支持|参加"
_ANSWERS = "负责|落实|责任|实施"
"""Who answers for something; whether others do so too is not said."""
_ROLE = f"(?:(?P<lead>{_LEADS})|(?P<support>{_SUPPORTS})|(?P<answers>{_ANSWERS}))"
_BODY = "(?:单位|部门|机构|科室|处室|方)?"
_LABEL = re.compile(rf"{_ROLE}{_BODY}\s*[：:]")
"""Before the names it is said of: 牵头单位：…；配合单位：…"""
_DUTY = "按照?(?:各自)?职[责能](?:分工)?(?:分别|共同|具体)?"
_MARKED = re.compile(rf"[（(]\s*(?:(?:{_DUTY})?{_ROLE}{_BODY}|{_DUTY})\s*[)）]$")
"""Behind one name, in brackets: 市教育局（牵头）, 市公安局（按职责分工负责）."""
_BEHIND = re.compile(rf"(?:{_DUTY})?(?:分别|共同|具体)?{_ROLE}$")
"""Behind all names before it: 市教育局、市民政局牵头."""
_OTHERS = re.compile(
    r"(?:等(?:各|其他)?(?:\d{1,2}|[一二三四五六七八九十]{1,3})?个?(?:有关|相关|[市县区省]直|职能)*"
    r"(?:部门|单位|机构|家)?"
    r"|(?:及|和)?(?:各|其他)*(?:[市县区省][直级])?(?:有关|相关)(?:职能)?(?:部门|单位|机构))$"
)
_NUMBERED = re.compile(r"^(?:\d{1,2}[.．、)）](?!\d)|[（(]\d{1,2}[)）]|[①-⑳])\s*")
_MARKS = "★☆▲△●○■◆*＊※"
"""Before or behind a name; what they mean, a note tells."""
_TELEPHONE = (
    r"(?:(?:联系|咨询|办公|服务)?电话|热线)?\s*[:：]?\s*"
    r"(?:[（(]?0\d{2,3}[)）]?[\s\-－—–]?)?\d[\d\-－—–]{4,19}(?:转\d{1,5})?"
)
_BESIDE = re.compile(
    rf"^{_TELEPHONE}$|^0\d{{2,3}}$|(?:[（(：:]|(?<=[局委办院会部联府社处科心]))\s*{_TELEPHONE}\s*[)）]?$"
)
"""A telephone number beside a name, or alone."""
_LEVEL = "(?:省|市|州|盟|县|区|旗|乡|镇|街道|村|社区)"
_UNFINISHED = re.compile(rf"\d{{1,2}}|(?:各|全)?{_LEVEL}(?:[、/／]{_LEVEL})*")
"""What no name ends with: a number, or the first of several levels, as in 省、市、县教育局."""
_BETWEEN = re.compile(r"[\s、，,；;/／。]")
_AND = re.compile(r"(?<=[局委会部办院府联社])(?:以及|会同|和|及|与)(?=[市县区省各团乡镇])")
"""An "and" between two bodies; most stand within the name of one, as in 文化和旅游局."""
_RUN_ON = re.compile(
    r"(?<=[局委办院会部联府])(?=市(?![场容民]|政(?!府|协))|团[市县区]委|各[县区乡])"
)
"""Between two bodies that stand on lines of their own in a page, and run on where it is copied."""
_BROKEN = re.compile(
    r"((?:^|[\s、，,；;/／。])[^\s、，,；;/／。（）()]{0,6}[省市州盟县区旗][^\s、，,；;/／。（）()]{1,12})"
    r"(?<![局委办院会部联府社处科心厅所站队校行馆署司位门构室组级直])\n"
    r"(?=(?![省市州盟县区旗各团])[^\s、，,；;/／。（）()]{1,12}[局委办院会部联府厅](?:$|[\s、，,；;/／。（(]))"
)
"""A name that its line was too short for, as 市人力资源 above 社会保障局."""
_AFTER_PLACE = re.compile(r"(?<=[^\s、，,；;/／。])\n(?=人民政府|管理?委员?会(?![\w]))")
"""Before words that name a body only behind its place: 各县（区） above 人民政府."""
_NEXT_NUMBER = re.compile(r"(?<=\S)(?=[①-⑳])|(?<=[局委办院会部联府社处心])(?=\d{1,2}[.．、])")
"""Before the number of a further body that stands in the same line."""
_OPEN, _CLOSE = "（([〔", "）)]〕"


class Body(NamedTuple):
    """One body that a cell names."""

    name: str
    """As it is printed, without its role."""
    role: Role | None = None
    """None where the cell does not tell who leads."""


class Bodies(NamedTuple):
    """All that a cell says of bodies."""

    named: tuple[Body, ...] = ()
    others: bool = False
    """Whether further bodies are meant that it does not name (等部门)."""
    beside: tuple[str, ...] = ()
    """Words that name no body: telephone numbers."""

    @property
    def names(self) -> tuple[str, ...]:
        """The names, in printed order, each once."""
        return tuple(dict.fromkeys(body.name for body in self.named))

    @property
    def supporting(self) -> tuple[str, ...]:
        """The names of those that are printed as supporting, and as nothing else."""
        leads = {body.name for body in self.named if body.role != "support"}
        return tuple(name for name in self.names if name not in leads)


def is_empty(printed: str) -> bool:
    """Whether a cell holds nothing, or a mark that says so.

    >>> [is_empty(text) for text in ("", "/", "—", "无", "无障碍改造")]
    [True, True, True, True, False]
    """
    return printed.strip() in EMPTY


def read_bodies(printed: str) -> Bodies:
    """Read a cell that names bodies.

    Args:
        printed: Its words; lines that the author broke are parted by line ends.

    >>> read_bodies("市教育局牵头，市公安局等部门配合").supporting
    ('市公安局',)
    """
    if is_empty(printed):
        return Bodies()
    named: list[Body] = []
    beside: list[str] = []
    others = False
    for role, words in _split_at_labels(_AFTER_PLACE.sub("", _BROKEN.sub(r"\1", printed))):
        found = _read_names(words)
        named += [Body(body.name, role or body.role) for body in found.named]
        others = others or found.others
        beside += found.beside
    return Bodies(tuple(named), others, tuple(beside))


def _split_at_labels(printed: str) -> Iterator[tuple[Role | None, str]]:
    """Yield the words behind each label with the role it tells; None before the first."""
    role: Role | None = None
    start = 0
    for label in _LABEL.finditer(printed):
        yield role, printed[start : label.start()]
        role, start = _find_role(label), label.end()
    yield role, printed[start:]


def _find_role(match: re.Match[str]) -> Role | None:
    if match["lead"]:
        return "lead"
    return "support" if match["support"] else None


def _read_names(words: str) -> Bodies:
    """Read names, of which some or all may have a role behind them."""
    named: list[Body] = []
    beside: list[str] = []
    others, settled = False, 0
    for token in _split(words):
        name = _NUMBERED.sub("", token)
        if number := _BESIDE.search(name):
            beside.append(number[0].strip("（()）：: "))
            name = name[: number.start()]
        name = name.strip(_MARKS)
        own = _MARKED.search(name)
        behind = None if own else _BEHIND.search(name)
        if mark := own or behind:
            name = name[: mark.start()]
        if rest := _OTHERS.search(name):
            name, others = name[: rest.start()], True
        if name := name.removeprefix("由"):
            named.append(Body(name, _find_role(own) if own else None))
        if behind:
            role = _find_role(behind)
            named[settled:] = [Body(body.name, body.role or role) for body in named[settled:]]
            settled = len(named)
    return Bodies(tuple(named), others, tuple(beside))


def _split(words: str) -> Iterator[str]:
    """Yield the parts of a text between marks that stand in no brackets."""
    part, depth = "", 0
    for character in _part_run_on(words):
        depth += (character in _OPEN) - (character in _CLOSE)
        if depth <= 0 and _BETWEEN.match(character) and not _UNFINISHED.fullmatch(part):
            yield from filter(None, (part,))
            part, depth = "", 0
        else:
            part += character
    yield from filter(None, (part.strip(),))


def _part_run_on(words: str) -> str:
    """Put a mark between names that have none."""
    for form in (_AND, _RUN_ON, _NEXT_NUMBER):
        words = form.sub("、", words)
    return words
