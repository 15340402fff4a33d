"""Why a file is not YAML, in words that a clerk can act on.

A YAML parser names the token it tripped over, which is often one line below the mistake. What
was probably meant is read from the lines themselves.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from carelist.catalog.kinds import Kind
from carelist.catalog.problems import Position, Problem, list_more_lines
from carelist.speech.messages import Message

if TYPE_CHECKING:
    import yaml

_INDICATORS = "@`%*&!|>{}[],?"
_KEY = r"\s*(?:- +)*[A-Za-z0-9_\"']+"
_FULL_WIDTH_COLON = re.compile(_KEY + "\\s*\uff1a")
_NO_SPACE = re.compile(_KEY + r":[^\s:]")
_CONFLICT = re.compile("<{7} |={7}$|>{7} ")
_WIDE_SPACE = re.compile(r"\s*(?:- +)*(?:[A-Za-z0-9_]+:)?[ ]*(?=[\u00a0\u3000])")
_DASH = re.compile(r"\s*(?=(?:-|[\u2010-\u2015\u2022\u00b7\uff0d]\s?)[^\s-])")
_OPEN_QUOTE = re.compile(_KEY + r": +(?=(?:\"[^\"]*|'[^']*)$)")
_NEXT_KEY = re.compile(_KEY + r":(?:\s|$)")
_LINE_CAUSES = (
    ("conflict", _CONFLICT),
    ("full_width_colon", _FULL_WIDTH_COLON),
    ("wide_space", _WIDE_SPACE),
    ("dash", _DASH),
    ("tab", re.compile(r"\s*(?=\t)")),
)
"""What a line shows by itself, where the parser may have stumbled only later."""
_TEXT_START = re.compile(_KEY + r": +(\S)")
_CAUSES = tuple(
    (re.compile(pattern), cause, is_begun)
    for pattern, cause, is_begun in (
        ("tab character", "tab", False),
        ("quoted scalar: .*end of stream", "open_quote", True),
        ("quoted scalar", "escape", True),
        (r"flow .*but got '\?'", "question", False),
        ("flow", "bracket", True),
        ("scanning an? (alias|anchor|tag|block scalar)|parsing a tag", "start", True),
        ("start any token|node content", "start", False),
        ("sequence entries", "inline_list", False),
    )
)
"""By what the parser says: the cause, and whether it lies where its token began."""


def explain_syntax(file: str, text: str, error: yaml.YAMLError | ValueError) -> Problem:
    """Tell one syntax error by its probable cause, at the place to mend."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is None:
        return tell_syntax("unknown", Position(file))
    lines = text.split("\n")
    at = _place(file, lines, mark)
    context = getattr(error, "context_mark", None)
    begun = _place(file, lines, context) if context else at
    told = f"{getattr(error, 'context', None) or ''}: {getattr(error, 'problem', None) or ''}"
    return _explain_line(lines, at, begun) or _explain(told, lines, at, begun)


def _place(file: str, lines: list[str], mark: yaml.Mark) -> Position:
    """Give the place of a mark; one behind the end of the file is the last place in it."""
    line = min(mark.line, len(lines) - 1)
    return Position(file, line + 1, min(mark.column, len(lines[line])) + 1)


def _explain_line(lines: list[str], at: Position, begun: Position) -> Problem | None:
    """Tell what a line shows by itself, where the parser stumbled or just above, and its like."""
    near = {place.line for place in (at, begun)}
    near |= {_find_above(lines, number) for number in near}
    for number in sorted(near):
        for cause, pattern in _LINE_CAUSES:
            if match := pattern.match(lines[number - 1]):
                column = match.end() + (cause != "full_width_colon")
                place = Position(at.file, number, max(column, 1))
                problem = tell_syntax(cause, place, lines[number - 1][column - 1 : column])
                return replace(
                    problem, values={**problem.values, **_list_like(lines, place, cause)}
                )
    return None


def _find_above(lines: list[str], number: int) -> int:
    """Give the nearest line above that is not blank; the first where there is none."""
    above = number - 1
    while above > 1 and not lines[above - 1].strip():
        above -= 1
    return max(above, 1)


def _list_like(lines: list[str], place: Position, cause: str) -> dict[str, str]:
    """Name the lines below that show the same, so that they are mended in one go."""
    pattern = dict(_LINE_CAUSES)[cause]
    below = enumerate(lines[place.line :], start=place.line + 1)
    like = [Position(place.file, number) for number, line in below if pattern.match(line)]
    return list_more_lines([place, *like])


def _explain(told: str, lines: list[str], at: Position, begun: Position) -> Problem:
    """Choose the cause; `told` is the parser's message, `begun` where its token began."""
    line = lines[at.line - 1]
    if line[at.column - 1 :].startswith("\t"):
        return tell_syntax("tab", at)
    for pattern, cause, is_begun in _CAUSES:
        if pattern.search(told):
            place = begun if is_begun else at
            return tell_syntax(cause, place, lines[place.line - 1][place.column - 1 : place.column])
    if "simple key" in told:
        return _blame_line(lines, begun) or tell_syntax("no_colon", begun)
    if "mapping values" in told:
        return _explain_colon(lines, at)
    return _explain_block(lines, at)


def _explain_colon(lines: list[str], at: Position) -> Problem:
    """Tell a second colon in a text, or that the line above was not read as a key."""
    if re.search(r":\s", lines[at.line - 1][: at.column - 1]):
        return tell_syntax("colon", at)
    above = Position(at.file, at.line - 1)
    return _blame_line(lines, above) or tell_syntax("indent", at)


def _explain_block(lines: list[str], at: Position) -> Problem:
    """Tell words behind a text that has ended, or an uneven indent."""
    line = lines[at.line - 1]
    if not line[: at.column - 1].strip(" -"):
        return tell_syntax("indent", at)
    start = _TEXT_START.match(line)
    if start and start[1] in _INDICATORS:
        return tell_syntax("start", at._replace(column=start.start(1) + 1), start[1])
    return _blame_quote(lines, at) or tell_syntax("after_quote", at)


def _blame_quote(lines: list[str], at: Position) -> Problem | None:
    """Blame a quotation mark above that its line does not close, and after which a key follows."""
    for number in range(at.line - 1, 0, -1):
        if match := _OPEN_QUOTE.match(lines[number - 1]):
            is_forgotten = _NEXT_KEY.match(lines[number])
            return (
                tell_syntax("open_quote", Position(at.file, number, match.end() + 1))
                if is_forgotten
                else None
            )
        if lines[number - 1].count('"') > 1:
            return None
    return None


def _blame_line(lines: list[str], at: Position) -> Problem | None:
    """Blame a key without ": " on this line or on the nearest one above that is not blank."""
    number = at.line
    while number > 1 and not lines[number - 1].strip():
        number -= 1
    if number < 1:
        return None
    line = lines[number - 1]
    for cause, pattern in (("full_width_colon", _FULL_WIDTH_COLON), ("no_space", _NO_SPACE)):
        if match := pattern.match(line):
            back = 1 if cause == "no_space" else 0
            return tell_syntax(cause, Position(at.file, number, match.end() - back))
    return None


def tell_syntax(cause: str, at: Position, character: str = "") -> Problem:
    """Tell one cause, by its words `syntax_…`, at its place; `character` is what they show."""
    detail = Message("problems", f"syntax_{cause}", {"value": character})
    return Problem(at, Kind.YAML_SYNTAX, {"detail": detail})
