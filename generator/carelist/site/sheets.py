"""The style sheets of components, which stand beside their templates, as the one of the site."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import tinycss2

from carelist.site.styles import minify_styles
from carelist.speech.plain_yaml import read_plain

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

ORDER = "styles.yml"
"""In which order the sheets of a folder of templates are composed."""


class Order(NamedTuple):
    """The sheets, and the conditions of their rules, the first first."""

    sheets: tuple[str, ...]
    """Paths below the folder of templates."""
    conditions: tuple[str, ...]
    """What stands behind `@media`."""


def read_order(folder: Path, order: str = ORDER) -> Order:
    """Read the order of the sheets of a folder of templates, from the file `order` in it."""
    told = read_plain(folder / order)
    return Order(tuple(told["sheets"]), tuple(told["conditions"]))


def compose_sheets(folder: Path, name: str = ORDER) -> str:
    """Give the sheets of a folder of templates as one, minified, in the order of a file in it.

    Raises:
        ValueError: If a sheet has a condition that the order does not name.
    """
    order = read_order(folder, name)
    texts = tuple((folder / sheet).read_text("utf-8") for sheet in order.sheets)
    return _join_once(texts, order.conditions)


@lru_cache(maxsize=2)
def _join_once(sheets: tuple[str, ...], conditions: tuple[str, ...]) -> str:
    """Join sheets that, while an editor looks at a site, are mostly those of before."""
    return join_sheets(sheets, conditions)


def join_sheets(sheets: Iterable[str], conditions: Iterable[str]) -> str:
    """Join sheets: rules without a condition first, then those of each condition together.

    >>> join_sheets(["a { top: 0 } @media print { a { top: 1px } }", "b { top: 0 }"], ["print"])
    'a{top:0}b{top:0}@media print{a{top:1px}}'
    """
    nodes = tinycss2.parse_stylesheet(minify_styles("\n".join(sheets)), skip_comments=True)
    plain: list[str] = []
    blocks: dict[str, list[str]] = defaultdict(list)
    for node in nodes:
        if node.type == "at-rule" and node.at_keyword == "media":
            condition = _squeeze(tinycss2.serialize(node.prelude))
            blocks[condition].append(tinycss2.serialize(node.content))
        else:
            plain.append(node.serialize())
    for condition in conditions:
        rules = "".join(blocks.pop(_squeeze(condition), ()))
        plain += [f"@media {condition}{{{rules}}}"] if rules else []
    if blocks:
        message = f"{ORDER} does not name the conditions {', '.join(blocks)}"
        raise ValueError(message)
    return minify_styles("".join(plain))


def _squeeze(condition: str) -> str:
    """Give a condition without its spaces, of which a minifier leaves some out."""
    return re.sub(r"\s+", "", condition)
