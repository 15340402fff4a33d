"""The W3C's checker finds nothing in any kind of page, drawing or style sheet."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tools.conformance import find_faults

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

TAG = re.compile(r"<([a-z][a-z0-9-]*)((?:\s+[^\s=>/]+(?:=(?:\"[^\"]*\"|[^\s>\"]+))?)*)")
ATTRIBUTE = re.compile(r"([^\s=>/]+)(?:=(?:\"([^\"]*)\"|([^\s>\"]+)))?")
TELLING = {"class", "http-equiv", "lang", "rel", "role", "type"}
"""Attributes whose values tell what kind of element it is."""


def list_kinds(html: str) -> frozenset[str]:
    """What an HTML file is made of: each element with its attributes, and what stands before it."""
    kinds = set()
    before = ""
    for name, attributes in TAG.findall(html):
        told = (
            f"{key}={quoted or bare}" if key in TELLING else key
            for key, quoted, bare in ATTRIBUTE.findall(attributes)
        )
        kind = " ".join((name, *sorted(told)))
        kinds |= {kind, f"{before} {name}"}
        before = name
    return frozenset(kinds)


def choose(paths: Iterable[Path]) -> list[Path]:
    """As few files as hold every kind of element that any of them has, those with most first."""
    made = {path: list_kinds(path.read_text("utf-8")) for path in paths}
    chosen, held = [], set[str]()
    for path in sorted(made, key=lambda path: (-len(made[path]), path)):
        if not made[path] <= held:
            held |= made[path]
            chosen.append(path)
    return chosen


def test_the_checker_of_the_w3c_finds_nothing(built: Path, built_cloudbridge: Path) -> None:
    """In files that hold whatever a page of either site is made of; frames and short ones too."""
    pages = choose([*built.rglob("*.html"), *built_cloudbridge.rglob("*.html")])
    drawings = [*built.glob("images/*.svg"), *built.glob("measurements/*.svg")]
    code = next(iter(sorted(built.glob("kit/services/*/code.svg"))))
    sheets = sorted(built.rglob("*.css"))
    assert find_faults([*pages, built / "404.html", *drawings, code, *sheets]) == []


def test_what_does_not_conform_is_found(tmp_path: Path) -> None:
    """An address that leads on without a space, a day that is none, an unknown rule and shape."""
    head = '<!doctype html><html lang="en"><meta charset="utf-8"><title>a</title>'
    (tmp_path / "leads.html").write_text(
        f'{head}<meta http-equiv="refresh" content="0;url=a/"><p>a</p>', "utf-8"
    )
    (tmp_path / "day.html").write_text(f"{head}<p><time>the day of reading</time></p>", "utf-8")
    (tmp_path / "sheet.css").write_text("p { colr: red }", "utf-8")
    (tmp_path / "shape.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"><a/><pth/></svg>')
    faults = find_faults(sorted(tmp_path.iterdir()))
    assert sorted({fault.split(":")[0].rsplit("/", 1)[1] for fault in faults}) == [
        "day.html",
        "leads.html",
        "shape.svg",
        "sheet.css",
    ]
