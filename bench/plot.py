"""The plot of the docs: bars of both sites with the budget, as an SVG that a phone shows well."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from bench.figures import write_value
from bench.phrases import Words
from bench.report import LOCALES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bench.figures import Figure, Section
    from bench.report import Locale

WIDTH = 360
BARS = 262
"""The longest bar; the rest of the width is for its value."""
BAR = 13
LINE = 20
GAP = 12
STYLE = """\
.plot { --plot-ink: #1c2a2e; --plot-own: #0d6963; --plot-peer: #7d8b90; --plot-budget: #b23a1e }
@media (prefers-color-scheme: dark) {
.plot { --plot-ink: #e8eeee; --plot-own: #7fd6cd; --plot-peer: #8b999e; --plot-budget: #ffa68d }
}
.plot text { fill: var(--plot-ink); font: 13px system-ui, "PingFang SC", sans-serif }
.plot .plot-title { font-size: 15px; font-weight: 600 }
.plot .plot-own { fill: var(--plot-own) }
.plot .plot-peer { fill: var(--plot-peer) }
.plot .plot-budget { stroke: var(--plot-budget); stroke-width: 2 }"""
NAMES = {"own": Words("本站", "Carelist"), "peer": Words("原版 Material", "stock Material")}
BUDGET = Words("上限", "budget")
LABEL = Words("本站和原版 Material 的测量结果", "Measurements of Carelist and stock Material")
HEADINGS = {
    "weights": Words("网页重量（压缩后）", "Weight of a page, compressed"),
    "visit": Words("第一次打开的全部内容", "All bytes of a first visit"),
    "lighthouse": Words("主要内容出现（慢速 4G）", "Main content shown (LCP), slow 4G"),
    "builds": Words("生成一页的时间", "Time to build a page"),
}


class _Drawing:
    """Puts marks below one another."""

    def __init__(self, locale: Locale) -> None:
        self.place = LOCALES.index(locale)
        self.y = 0
        self.marks: list[str] = []

    def write(self, x: float, text: str, *, title: bool = False) -> None:
        """Write a text whose line ends at the present height."""
        kind = ' class="plot-title"' if title else ""
        self.marks.append(f'<text x="{x:.0f}" y="{self.y - 5}"{kind}>{escape(text)}</text>')

    def draw_bar(self, kind: str, length: float, label: str, budget: float = 0) -> None:
        """Draw a bar, and its value behind it and behind the line of its budget."""
        self.y += BAR + 3
        box = f'y="{self.y - BAR}" width="{max(length, 1):.1f}" height="{BAR}"'
        self.marks.append(f'<rect class="plot-{kind}" x="0" {box}/>')
        text = f'<text x="{max(length, budget, 1) + 5:.1f}" y="{self.y - 2}">{escape(label)}</text>'
        self.marks.append(text)

    def draw_budget(self, x: float, top: int) -> None:
        """Draw the line that bars should not cross."""
        line = f'x1="{x:.1f}" x2="{x:.1f}" y1="{top}" y2="{self.y + 2}"'
        self.marks.append(f'<line class="plot-budget" {line}/>')


def draw_plot(sections: Iterable[Section], locale: Locale) -> str:
    """Draw the figures that have a name in the plot; same figures, same bytes."""
    drawing = _Drawing(locale)
    _draw_key(drawing)
    for section in sections:
        if figures := [figure for figure in section.figures if figure.plot]:
            drawing.y += GAP + LINE + 4
            drawing.write(0, HEADINGS[section.name][drawing.place], title=True)
            _draw_figures(drawing, figures)
    label = escape(LABEL[drawing.place])
    size = f'viewBox="0 0 {WIDTH} {drawing.y + 4}" width="{WIDTH}" height="{drawing.y + 4}"'
    return "\n".join(
        [
            f'<svg class="plot" xmlns="http://www.w3.org/2000/svg" {size} role="img">',
            f"<title>{label}</title>",
            f"<style>\n{STYLE}\n</style>",
            *drawing.marks,
            "</svg>\n",
        ]
    )


def _draw_key(drawing: _Drawing) -> None:
    drawing.y = LINE
    x = 0
    for kind in ("own", "peer"):
        box = f'y="{drawing.y - 16}" width="{BAR}" height="{BAR}"'
        drawing.marks.append(f'<rect class="plot-{kind}" x="{x}" {box}/>')
        drawing.write(x + BAR + 6, NAMES[kind][drawing.place])
        x += 100 if kind == "own" else 140
    drawing.draw_budget(x, drawing.y - 18)
    drawing.write(x + 8, BUDGET[drawing.place])


def _draw_figures(drawing: _Drawing, figures: list[Figure]) -> None:
    """Draw the figures of one section to one scale."""
    longest = max(value for figure in figures for value in _list_values(figure))
    for figure in figures:
        drawing.y += LINE
        drawing.write(0, figure.plot[drawing.place] if figure.plot else "")
        top = drawing.y
        own = write_value(figure.own, figure.unit)
        budget = (figure.budget or 0) / longest * BARS
        drawing.draw_bar("own", figure.own / longest * BARS, own, budget)
        if budget:
            drawing.draw_budget(budget, top)
        if figure.peer is None:
            drawing.draw_bar("peer", 0, figure.remark[drawing.place])
        else:
            peer = write_value(figure.peer, figure.unit)
            drawing.draw_bar("peer", figure.peer / longest * BARS, peer)


def _list_values(figure: Figure) -> Iterator[float]:
    yield figure.own
    yield from (value for value in (figure.peer, figure.budget) if value is not None)
