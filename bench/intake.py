"""`python -m bench.intake`: a long list as a Word file, taken in, beside python-docx reading it.

The list has merged cells, and is made anew. python-docx walks its paragraphs and its cells and does
nothing with them; an intake reads the file, drafts the list, reports and writes all files. Both run
in processes of their own, one after the other, and the least of several runs counts. Exit status 1
where an intake takes more than twice as long and a second.
"""

from __future__ import annotations

import argparse
import io
import random
import sys
import tempfile
import zipfile
from contextlib import redirect_stdout
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from carelist.cli import main as carelist

from bench.building import run

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROOT = Path(__file__).parent.parent
ROWS, RUNS = 500, 3
TIMES, MORE = 2.0, 1.0
"""An intake may take so many times as long as the peer, and so many seconds more."""
HEAD = ("类别", "序号", "服务对象", "服务项目", "服务内容", "牵头单位", "配合单位")
_PILLARS = ("幼有所育", "学有所教", "病有所医", "住有所居", "弱有所扶", "发展保障")
_CHARACTERS = "提供发放补助家庭困难学生医疗保障服务公办学位救助生活老人残疾儿童居住地申请符合条件"
_SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.\
wordprocessingml.document.main+xml"/></Types>"""
_RELATIONS = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/\
officeDocument" Target="word/document.xml"/></Relationships>"""


def draw_rows(count: int, seed: int = 1) -> Iterator[list[str]]:
    """Draw the rows of a list; the pillar stands in the first row of each, blank below."""
    draw = random.Random(seed)

    def words(least: int, most: int) -> str:
        return "".join(draw.sample(_CHARACTERS, draw.randint(least, most)))

    audiences = [f"{words(4, 8)}人员" for _ in range(40)]
    before = -1
    for number in range(1, count + 1):
        pillar = (number - 1) * len(_PILLARS) // count
        clauses = "；".join(words(15, 40) for _ in range(draw.randint(1, 3)))
        yield [
            _PILLARS[pillar] if pillar != before else "",
            str(number),
            draw.choice(audiences),
            f"{words(4, 8)}服务",
            f"{clauses}。",
            "市民政局",
            "市财政局、市教育局",
        ]
        before = pillar


def write_document(rows: Sequence[Sequence[str]]) -> str:
    """Write the document of a list: its title, and a table whose pillars are merged."""
    drawn = "".join(_write_row(row) for row in (HEAD, *rows))
    title = "<w:p><w:r><w:t>青山市关爱服务清单</w:t></w:r></w:p>"
    grid = f"<w:tblGrid>{'<w:gridCol/>' * len(HEAD)}</w:tblGrid>"
    table = f"<w:tbl><w:tblPr/>{grid}{drawn}</w:tbl>"
    return f'<w:document xmlns:w="{_SPACE}"><w:body>{title}{table}<w:p/></w:body></w:document>'


def _write_row(row: Sequence[str]) -> str:
    merged = '<w:vMerge w:val="restart"/>' if row[0] else "<w:vMerge/>"
    cells = (
        f"<w:tc><w:tcPr>{merged if at == 0 else ''}</w:tcPr>"
        f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"
        for at, text in enumerate(row)
    )
    return f"<w:tr>{''.join(cells)}</w:tr>"


def write_file(path: Path, rows: Sequence[Sequence[str]]) -> None:
    """Write the Word file of a list, with the parts that every reader asks for."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("_rels/.rels", _RELATIONS)
        archive.writestr("word/document.xml", write_document(rows))


def read_alone(path: Path) -> int:
    """Read a file by python-docx: count the words of its paragraphs and its cells."""
    document = import_module("docx").Document(str(path))
    words = [paragraph.text for paragraph in document.paragraphs]
    rows = (row for table in document.tables for row in table.rows)
    return len([*words, *(cell.text for row in rows for cell in row.cells)])


def take_in(path: Path, city: Path) -> None:
    """Take a file in, as a clerk does, but that nobody reads the report; the city is begun."""
    words = ["intake", str(path), "--revision", "2026", "--catalog", str(city)]
    with redirect_stdout(io.StringIO()):
        carelist(words, standalone_mode=False)


def compare(rows: int, runs: int) -> tuple[float, float]:
    """Give the least seconds by the clock of both: the intake's, and those of python-docx."""
    own, peer = [], []
    with tempfile.TemporaryDirectory(prefix="bench-intake-") as name:
        path = Path(name) / "list.docx"
        write_file(path, list(draw_rows(rows)))
        for at in range(runs):
            city = Path(name) / f"city-{at}"
            city.mkdir()
            peer.append(run(("bench.intake", "--alone", str(path)), ROOT, {}).seconds)
            own.append(run(("bench.intake", "--take", str(path), str(city)), ROOT, {}).seconds)
    return min(own), min(peer)


def main(arguments: Sequence[str] | None = None) -> int:
    """0 where an intake keeps its time; 1 where it does not, 2 where the peer is not there."""
    parser = argparse.ArgumentParser(prog="python -m bench.intake", description=__doc__)
    parser.add_argument("--rows", type=int, default=ROWS)
    parser.add_argument("--runs", type=int, default=RUNS)
    parser.add_argument("--alone", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--take", type=Path, nargs=2, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.alone:
        read_alone(options.alone)
        return 0
    if options.take:
        take_in(*options.take)
        return 0
    if find_spec("docx") is None:
        print("not measured: python-docx is not there", file=sys.stderr)
        return 2
    own, peer = compare(options.rows, options.runs)
    most = TIMES * peer + MORE
    print(
        f"{options.rows} rows: intake {own:.2f} s, python-docx {peer:.2f} s, at most {most:.2f} s"
    )
    return 0 if own <= most else 1


if __name__ == "__main__":
    sys.exit(main())
