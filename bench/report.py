"""The figures as a table for a terminal, and as a fragment of HTML for the docs."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Literal
from unicodedata import east_asian_width

from bench.figures import write_value
from bench.phrases import Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bench.figures import Figure, Section

Locale = Literal["zh", "en"]
LOCALES: tuple[Locale, ...] = ("zh", "en")
PEER = Words("另一方", "Peer")
"""In a table of all sections; that of one section names it."""
HEAD = (
    Words("测量项", "What"),
    Words("要求", "Budget"),
    Words("本站", "Carelist"),
    PEER,
    Words("守住", "Kept"),
    Words("备注", "Remark"),
)
_KEPT = Words("是", "yes")
_NOT_KEPT = Words("否", "NO")
_INTRODUCTION = Words(
    "<!-- 由 python -m bench 写成，不要手改。 -->",
    "<!-- Written by python -m bench; not to be edited. -->",
)


def write_table(sections: Iterable[Section]) -> str:
    """Write all figures as one table of plain text, in English."""
    rows = [tuple(words.en for words in HEAD)]
    for section in sections:
        rows.append(("", *[""] * (len(HEAD) - 1)))
        rows.append((section.title.en.upper(), "", "", section.peer.en, "", ""))
        rows += [_list_cells(figure, "en") for figure in section.figures]
    widths = [max(_measure_width(row[place]) for row in rows) for place in range(len(HEAD))]
    return "\n".join(_join_cells(row, widths).rstrip() for row in rows)


def write_circumstances(sections: Iterable[Section]) -> str:
    """Say how, on what and by which command each section was measured."""
    return "\n".join(
        f"{section.title.en}: {section.method.en} {_say_where(section, 'en')}"
        for section in sections
    )


def write_fragment(sections: Iterable[Section], locale: Locale) -> str:
    """Write the fragment of HTML that a page of the docs shows in a locale."""
    introduction = _INTRODUCTION[LOCALES.index(locale)]
    return "\n\n".join([introduction, *(_write_section(s, locale) for s in sections)]) + "\n"


def _write_section(section: Section, locale: Locale) -> str:
    place = LOCALES.index(locale)
    title = escape(section.title[place])
    has_remarks = any(figure.remark[place] for figure in section.figures)
    columns = len(HEAD) if has_remarks else len(HEAD) - 1
    heads = [section.peer if words is PEER else words for words in HEAD[:columns]]
    head = "".join(f'<th scope="col">{escape(words[place])}</th>' for words in heads)
    rows = (_write_row(_list_cells(figure, locale)[:columns]) for figure in section.figures)
    return "\n".join(
        [
            f'<h2 id="{section.name}">{title}</h2>',
            f"<p>{escape(section.method[place])}</p>",
            f'<div class="scroll" role="region" aria-label="{title}" tabindex="0">',
            '<table class="sheet figures">',
            f"<thead><tr>{head}</tr></thead>",
            *("<tbody>", *rows, "</tbody>"),
            "</table>",
            "</div>",
            f'<p class="muted">{escape(_say_where(section, locale))}</p>',
        ]
    )


def _write_row(cells: tuple[str, ...]) -> str:
    name, *others = (escape(cell) for cell in cells)
    return f'<tr><th scope="row">{name}</th>{"".join(f"<td>{cell}</td>" for cell in others)}</tr>'


def _say_where(section: Section, locale: Locale) -> str:
    """Say when, on what and by which command a section was measured."""
    date, machine, load, command = section.date, section.machine, section.load, section.command
    if locale == "zh":
        return f"{date}；{machine}；测量前的负载 {load:.1f}；命令 {command}。"
    return f"{date}; {machine}; load before measuring {load:.1f}; command {command}."


def _list_cells(figure: Figure, locale: Locale) -> tuple[str, ...]:
    place = LOCALES.index(locale)
    bound = "≥ " if figure.at_least else "≤ "
    mark = (_KEPT if figure.kept else _NOT_KEPT)[place]
    return (
        figure.name[place],
        "–" if figure.budget is None else bound + write_value(figure.budget, figure.unit),
        write_value(figure.own, figure.unit),
        "–" if figure.peer is None else write_value(figure.peer, figure.unit),
        "–" if figure.budget is None else mark,
        figure.remark[place],
    )


def _join_cells(row: Sequence[str], widths: Sequence[int]) -> str:
    return "  ".join(_pad(row, widths))


def _pad(row: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    for place, (cell, width) in enumerate(zip(row, widths, strict=True)):
        room = " " * (width - _measure_width(cell))
        yield room + cell if place in {1, 2, 3} else cell + room


def _measure_width(text: str) -> int:
    """Count the columns of a terminal that a text takes."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)
