"""What a measurement says of itself: kept or not, and as the docs show it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bench.builds import NOT_TRIED, OUT_OF_TIME
from bench.figures import Figure, Section, write_value
from bench.phrases import Words
from bench.plot import draw_plot
from bench.record import read_record, write_record
from bench.report import write_fragment, write_table

if TYPE_CHECKING:
    from bench.figures import Unit

RECORD = Path(__file__).parents[2] / "docs" / "measurements"
NAME = Words("首页", "Home <a>")
LIGHT = Figure(NAME, "bytes", 1024, 4096, 2048, plot=NAME)
HEAVY = Figure(NAME, "bytes", 3072, None, 2048, remark=Words("没测完", "not done"))
SCORE = Figure(NAME, "points", 98, budget=99, at_least=True)
SECTION = Section(
    "weights",
    Words("重量", "Weight"),
    Words("压缩后。", "Compressed."),
    (LIGHT, HEAVY),
    machine="a machine",
    date="2026-01-02",
    command="python -m bench",
)


def test_a_budget_is_kept_below_it_and_a_score_above_it() -> None:
    """One figure over its budget makes its section fail."""
    assert (LIGHT.kept, HEAVY.kept, SCORE.kept, SECTION.kept) == (True, False, False, False)


@pytest.mark.parametrize(
    ("value", "unit", "written"),
    [
        (1536, "bytes", "1.5 KB"),
        (0.754, "seconds", "0.75 s"),
        (120, "milliseconds", "120 ms"),
        (1554, "count", "1,554"),
    ],
)
def test_a_value_is_written_with_its_unit(value: float, unit: Unit, written: str) -> None:
    """Small numbers keep their digits."""
    assert write_value(value, unit) == written


def test_the_docs_show_the_table_escaped_and_with_its_circumstances() -> None:
    """Each row has its name as a header; a missing peer is a dash, a missed budget a NO."""
    lines = write_fragment([SECTION], "en").splitlines()
    assert '<h2 id="weights">Weight</h2>' in lines
    rows = [line for line in lines if line.startswith("<tr>")]
    first = "<td>≤ 2.0 KB</td><td>1.0 KB</td><td>4.0 KB</td><td>yes</td><td></td>"
    second = "<td>≤ 2.0 KB</td><td>3.0 KB</td><td>–</td><td>NO</td><td>not done</td>"
    assert rows == [
        f'<tr><th scope="row">Home &lt;a&gt;</th>{first}</tr>',
        f'<tr><th scope="row">Home &lt;a&gt;</th>{second}</tr>',
    ]
    where = "2026-01-02; a machine; load before measuring 0.0; command python -m bench."
    assert lines[-1] == f'<p class="muted">{where}</p>'


def test_a_table_names_beside_whom_it_was_measured(tmp_path: Path) -> None:
    """Also once it was kept and read again; the stock theme where nothing else is told."""
    other = replace(SECTION, name="peers", figures=(HEAVY,), peer=Words("另一程序", "Another"))
    sections = write_record(tmp_path, [SECTION, other])
    assert read_record(tmp_path) == sections
    fragment = write_fragment(read_record(tmp_path), "en")
    assert fragment.count('<th scope="col">Stock Material</th>') == 1
    assert fragment.count('<th scope="col">Another</th>') == 1
    assert "Another" in write_table([other]).splitlines()[2]


def test_the_plot_and_the_terminal_show_the_same_figures() -> None:
    """Only figures with a name in the plot are drawn."""
    plot = draw_plot([SECTION], "en")
    assert ("1.0 KB</text>" in plot, "3.0 KB</text>" in plot, "Home &lt;a&gt;" in plot) == (
        True,
        False,
        True,
    )
    assert write_table([SECTION]).splitlines()[-2:] == [
        "Home <a>  ≤ 2.0 KB    1.0 KB          4.0 KB  yes",
        "Home <a>  ≤ 2.0 KB    3.0 KB               –  NO    not done",
    ]


def test_each_budget_that_was_measured_has_the_peers_figure_or_says_why_not() -> None:
    """In the record that the docs show."""
    figures = [figure for section in read_record(RECORD) for figure in section.figures]
    bare = [figure.name.en for figure in figures if figure.budget and _is_bare(figure)]
    assert (bool(figures), bare) == (True, [])


def _is_bare(figure: Figure) -> bool:
    told = ("stock Material", NOT_TRIED.en, OUT_OF_TIME.en)
    return figure.peer is None and not any(words in figure.remark.en for words in told)
