"""Names of one body in its different forms: full in a signature, short in a table or a letter."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

_FORMS: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (re.compile(r"委员会$"), "委"),
    (re.compile(r"联合会$"), "联"),
    (re.compile(r"(?:共产主义青年团|共青团|团)\S{0,6}?委$"), "团委"),
    (re.compile(r"残疾人联$"), "残联"),
    (re.compile(r"妇女联$"), "妇联"),
    (re.compile(r"人民(?=法院$|检察院$)"), ""),
    (re.compile(r"[和与及]"), ""),
    (re.compile(r"卫生健康"), "卫健"),
    (re.compile(r"人力资源社会保障"), "人社"),
    (re.compile(r"住房城乡建设"), "住建"),
    (re.compile(r"文化(广电)?旅游"), lambda match: "文广旅" if match[1] else "文旅"),
    (re.compile(r"市场监督管理"), "市场监管"),
    (re.compile(r"医疗保障"), "医保"),
    (re.compile(r"发展改革"), "发改"),
    (re.compile(r"工业信息化"), "工信"),
)
_LEVELS = "省市州盟县区旗镇乡"
_PLACE = re.compile(rf"(?:\S{{1,8}})?[{_LEVELS}]|")
_LEAST = 2


def fold_name(name: str) -> str:
    """Fold the forms in which one name is written into one.

    >>> fold_name("青山市卫生健康委员会"), fold_name("住房和城乡建设局"), fold_name("团市委")
    ('青山市卫健委', '住建局', '团委')
    """
    for form, short in _FORMS:
        name = form.sub(short, name)
    return name


def is_same_body(one: str, other: str) -> bool:
    """Whether two names are of one body: alike but for the place before one of them.

    >>> is_same_body("青山市民政局", "市民政局"), is_same_body("民政局", "市民政局")
    (True, True)
    >>> is_same_body("市财政局", "市民政局"), is_same_body("市教育局", "省教育局")
    (False, False)
    """
    short, long = sorted((fold_name(one), fold_name(other)), key=len)
    if len(short) < _LEAST or not long.endswith(short):
        return False
    place = long[: len(long) - len(short)] + (short[0] if short[0] in _LEVELS else "")
    return bool(_PLACE.fullmatch(place))


def find_body(name: str, bodies: Mapping[str, Iterable[str]]) -> str:
    """Find the id of a body by one of its names; empty where it is not known.

    Args:
        name: As printed somewhere.
        bodies: All names of each body, by its id.
    """
    for id_, names in bodies.items():
        if name in names:
            return id_
    return next((id_ for id_, ns in bodies.items() if any(is_same_body(name, n) for n in ns)), "")
