"""The last measurements, kept so that one can be taken anew, and what the docs show of them."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from bench.figures import Figure, Section
from bench.phrases import Words
from bench.plot import draw_plot
from bench.report import LOCALES, write_fragment

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

FILE = "measurements.json"
WORDED = ("title", "method", "peer")
ORDER = (
    *("weights", "visit", "lighthouse", "search", "check", "phones"),
    *("builds", "peers", "growth", "edits", "commands", "kit", "hosting", "data"),
)


def write_record(folder: Path, measured: Iterable[Section]) -> list[Section]:
    """Write the sections measured now beside those of before, and what the docs show of them.

    Returns:
        All sections of the record, in their order.
    """
    folder.mkdir(parents=True, exist_ok=True)
    known = {section.name: section for section in read_record(folder)}
    known |= {section.name: section for section in measured}
    sections = [known[name] for name in ORDER if name in known]
    text = json.dumps([asdict(section) for section in sections], ensure_ascii=False, indent=2)
    (folder / FILE).write_text(f"{text}\n", encoding="utf-8")
    for locale in LOCALES:
        fragment, plot = write_fragment(sections, locale), draw_plot(sections, locale)
        (folder / f"table.{locale}.html").write_text(fragment, encoding="utf-8")
        (folder / f"plot.{locale}.svg").write_text(plot, encoding="utf-8")
    return sections


def read_record(folder: Path) -> list[Section]:
    """Read the sections that were measured last; none where there is no record."""
    file = folder / FILE
    if not file.exists():
        return []
    return [_read_section(section) for section in json.loads(file.read_text("utf-8"))]


def _read_section(section: dict[str, Any]) -> Section:
    figures = tuple(_read_figure(figure) for figure in section["figures"])
    words = {name: Words(*section[name]) for name in WORDED if name in section}
    return Section(**{**section, **words, "figures": figures})


def _read_figure(figure: dict[str, Any]) -> Figure:
    words = {name: Words(*figure[name]) for name in ("name", "remark")}
    plot = Words(*figure["plot"]) if figure["plot"] else None
    return Figure(**{**figure, **words, "plot": plot})
