"""The list that a city begins with where it has no notice yet: it says itself that it is none."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from carelist.catalog.yaml_writing import Value
    from carelist.speech.words import Words

SOURCE = "source.txt"
COLUMNS = ("audience", "group", "task")
ROWS = (("one", "1"), ("two", "2"))
"""Ids of its services, and the signs that tell them apart."""


class Example(NamedTuple):
    """The files of a list, without their comments."""

    source: str
    """The copy of the notice."""
    notice: dict[str, Value]
    services: dict[str, Value]
    readings: dict[str, Value]


def make_example(words: Words, title: str, tag: str) -> Example:
    """Make the list in the language of the official texts.

    Args:
        words: Of the subject `files` in that language.
        title: What the table is called.
        tag: Of that language.
    """
    audience, task = words["new_audience"], words["new_task"]
    groups = {name: words.fill("new_service", number=sign) for name, sign in ROWS}
    lines = [f"| {audience} | {group} | {task} |" for group in groups.values()]
    heads = words.fill("new_columns")
    table = "\n".join([heads, "|----|----|----|", *lines])
    return Example(
        f"{title}\n\n{table}\n",
        {"source": SOURCE, "table_title": {tag: title}},
        {
            "audiences": [{"id": "example", "name": {tag: audience}}],
            "groups": [{"id": name, "name": {tag: group}} for name, group in groups.items()],
            "services": [
                {
                    "id": name,
                    "number": sign,
                    "audience": "example",
                    "group": name,
                    "clauses": [{"id": "task", "text": {tag: task}}],
                }
                for name, sign in ROWS
            ],
        },
        {"table": [list(COLUMNS)], "readings": []},
    )
