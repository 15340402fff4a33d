"""A clerk who does what the check says, where what it says leaves one thing to do."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from carelist.catalog.kinds import Kind
from carelist.catalog.located_yaml import parse_yaml
from carelist.catalog.texts import find_digest
from carelist.speech.plain_yaml import read_plain

from bench.variants import write_plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from carelist.catalog.located_yaml import Node
    from carelist.catalog.problems import Problem

Steps = tuple[str | int, ...]
Content: TypeAlias = "dict[str, Any]"
"""What a file holds, or what of it has keys of its own."""
Mend: TypeAlias = "Callable[[Content, Steps, Problem], None]"
"""Changes what a file holds, given the way to the place of a problem."""


def mend_problems(problems: Iterable[Problem]) -> bool:
    """Mend what can be mended in the files of a list; whether anything was.

    From the end of a file on, so that the ways to the rest stay true.
    """
    by_file: dict[str, list[Problem]] = {}
    for problem in problems:
        if problem.kind in MENDS:
            by_file.setdefault(problem.position.file, []).append(problem)
    for file, told in by_file.items():
        path = Path(file)
        root = parse_yaml(file, path.read_bytes()).root
        content = read_plain(path)
        for problem in reversed(told):
            way = _find_way(root, problem.position[1:]) if root else None
            if way is not None:
                MENDS[problem.kind](content, way, problem)
        write_plain(path, content)
    return bool(by_file)


def _find_way(node: Node, place: tuple[int, int], way: Steps = ()) -> Steps | None:
    """Give the way to what stands at a line and a column of a file, the innermost there."""
    if (node.key_line, node.key_column) == place:
        return way
    below: list[tuple[str | int, Node]] = []
    if isinstance(node.value, dict):
        below = list(node.value.items())
    elif isinstance(node.value, list):
        below = list(enumerate(node.value))
    for step, child in below:
        found = _find_way(child, place, (*way, step))
        if found is not None:
            return found
    return way if (node.line, node.column) == place else None


def _follow(content: Content, way: Steps) -> Content:
    """Give the entry at the end of a way."""
    found: Any = content
    for step in way:
        found = found[step]
    entry: Content = found
    return entry


def _delete(content: Content, way: Steps, _: Problem) -> None:
    """Delete an entry of a list, or the entry whose id is blamed."""
    while not isinstance(way[-1], int):
        way = way[:-1]
    *owner, key, place = way
    del _follow(content, tuple(owner))[str(key)][place]


def _end_word(content: Content, way: Steps, problem: Problem) -> None:
    """Let words end with the last list that has what they lead to; take a number from it."""
    entry = _follow(content, way[:2])
    if way[0] == "terms" and len(entry["to"]) == 1:
        entry["until"] = problem.values["before"]
    else:
        _delete(content, way, problem)


def _translate(content: Content, way: Steps, _: Problem) -> None:
    """Write English of the present Chinese."""
    text = _follow(content, way[:-1])
    text.setdefault("en", "Words of this year")
    text["digest"] = find_digest(text["zh"])


def _open_rule(content: Content, way: Steps, _: Problem) -> None:
    """Let a rule ask for nothing."""
    owner = _follow(content, way[: 2 if way[0] == "audiences" else 4])
    owner["criterion"] = "everyone"
    owner.pop("examples", None)


def _ask_how(content: Content, way: Steps, _: Problem) -> None:
    """Say that the list does not say how one gets it."""
    _follow(content, way[:4])["how"] = "ask"


def _drop_condition(content: Content, way: Steps, _: Problem) -> None:
    _follow(content, way[:4]).pop("condition", None)


def _give_title(content: Content, way: Steps, _: Problem) -> None:
    """Give a service a title that no other has."""
    service = _follow(content, way[:2])
    zh = f"第{service['number']}项服务"
    service["title"] = {"zh": zh, "en": f"Item {service['number']}", "digest": find_digest(zh)}


MENDS: dict[Kind, Mend] = {
    Kind.LEADS_NOWHERE: _end_word,
    Kind.SYNONYM_NOWHERE: _delete,
    Kind.TERM_OUTRANKS: _delete,
    Kind.UNKNOWN_SERVICE: _delete,
    Kind.UNUSED_AUDIENCE: _delete,
    Kind.UNUSED_GROUP: _delete,
    Kind.UNUSED_CONDITION: _delete,
    Kind.MISSING_TRANSLATION: _translate,
    Kind.MISSING_DIGEST: _translate,
    Kind.STALE_TRANSLATION: _translate,
    Kind.QUOTE_ELSEWHERE: _open_rule,
    Kind.EXAMPLE_FAILS: _open_rule,
    Kind.EXAMPLE_MISSING: _open_rule,
    Kind.RULE_NEVER_MET: _open_rule,
    Kind.RULE_NEVER_FAILS: _open_rule,
    Kind.HOW_WITHOUT_WORDS: _ask_how,
    Kind.HOW_AGAINST_WORDS: _ask_how,
    Kind.NOT_A_SPAN: _drop_condition,
    Kind.TITLE_NEEDED: _give_title,
    Kind.TITLE_NOT_UNIQUE: _give_title,
}
"""What there is to do; other problems are for somebody who knows the list."""
