"""What an intake tells of what a table says beside its cells: of bodies, who leads, and units."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carelist.catalog.bodies import read_bodies
from carelist.intake.draft_services import PROMISING
from carelist.intake.names import is_like_body
from carelist.intake.saying import join_names, say
from carelist.speech.locales import SOURCE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carelist.intake.drafts import Draft
    from carelist.speech.locales import Locale

_COLUMNS = ("departments", "supporting")
_MARKED = re.compile(
    r"(?:加粗|黑体|下划线|首位|第一位|第一个|排名第一|排在前|带\s*[*＊★☆▲△]|[*＊★☆▲△]\s*[为是])"
    r"[^。；]{0,16}(?:牵头|主责|主办|主管)"
)
"""A note that says how the bodies that lead are marked."""
_UNIT = re.compile(
    r"[（(]?\s*(?:计量|金额)?单位\s*[:：]\s*(?:人民币)?\s*(?:百|千|万|亿)?(?:元|人|户|次|件|%)[^。]{0,12}"
)
"""In what unit the amounts of a table are: its cells have numbers alone."""


def tell_beside(draft: Draft, language: Locale) -> Iterator[str]:
    """Yield what a person has to know of the bodies that cells name, and of what no cell says."""
    layout = draft.recovery.layout
    means = {one.means for one in layout.further.values()}
    if draft.recovery.rows and not layout.has("task") and means.isdisjoint(PROMISING):
        yield say("no_tasks", language)
    for row in draft.recovery.rows:
        for column in _COLUMNS:
            if beside := read_bodies(row.text(column)).beside:
                values = {"row": row.number, "words": _quote(beside, language)}
                yield say("beside_bodies", language, **values)
    named = [str(entry["name"][SOURCE.tag]) for entry in draft.proposals.departments]
    if odd := [name for name in named if not is_like_body(name)]:
        yield say("odd_bodies", language, words=_quote(odd, language))
    for id_, names in draft.proposals.other_names.items():
        yield say("other_names", language, id=id_, words=_quote(names, language))
    for words in _list_notes(draft):
        if _MARKED.search(words):
            yield say("lead_marked", language, words=_quote([words], language))
        if _UNIT.fullmatch(words):
            yield say("unit_apart", language, words=_quote([words], language))


def _quote(names: list[str] | tuple[str, ...], language: Locale) -> str:
    return join_names([say("quoted", language, text=name) for name in names], language)


def _list_notes(draft: Draft) -> Iterator[str]:
    """Yield the words beside the services: headings of columns, paragraphs, rows that are none."""
    source = draft.source
    yield from dict.fromkeys(text for page in source.pages for text in page.head.filled)
    yield from (paragraph.text for paragraph in source.paragraphs)
    for line in draft.recovery.lines:
        if line.kind == "other":
            yield from line.row.filled
