"""All tables in one workbook (XLSX), in which every cell is a text.

So nothing is turned into a date, a number or a formula. The same tables give the same bytes, which
are those that openpyxl 3.1.5 writes: to load it takes longer than to write them. The folder `parts`
has of it what holds nothing of a list.
"""

from __future__ import annotations

import io
import re
import zipfile
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from carelist.exports.tables.csv_files import list_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from carelist.exports.tables.shape import Table

PARTS = Path(__file__).with_name("parts")
FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest that a part of a ZIP can be of, given to all of them."""
WIDTH, WIDE = 16, 48
"""Of columns, in characters; the wide ones hold sentences."""
MOST_UNITS = 32_767
"""What a cell holds, in units of UTF-16, by Microsoft's "Excel specifications and limits"."""
CUT = "…"
_ESCAPE = re.compile("(?<=_)(?=x[0-9A-Fa-f]{4}_)")
"""The inside of what readers of workbooks take for a character (ECMA-376, ST_Xstring)."""
_NO_TEXT = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML 1.0 has not."""
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
HEAD, TEXT, EMPTY = 1, 2, 3
"""How cells look, by their numbers in `_write_styles`."""
_XF = '<xf numFmtId="0" fontId="{font}" fillId="0" borderId="0"{more} xfId="0"'
_TOP = '<alignment vertical="top" wrapText="1"/></xf>'
_APP = (
    f'<Properties xmlns="{OFFICE}/extended-properties"><Application>Microsoft Excel Compatible'
    " / Openpyxl 3.1.5</Application><AppVersion>3.1</AppVersion></Properties>"
)
_CORE = (
    f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties"><dc:creator'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/">Carelist</dc:creator>{days}</cp:coreProperties>'
)
_DAY = (
    '<dcterms:{what} xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/'
    'XMLSchema-instance" xsi:type="dcterms:W3CDTF">{day}T00:00:00Z</dcterms:{what}>'
)
_RELATION = '<Relationship Type="{kind}" Target="{target}" Id="rId{number}"/>'
_SHEET_HEAD = (
    f'<worksheet xmlns="{SHEETS}"><sheetPr><outlinePr summaryBelow="1" summaryRight="1"/>'
    '<pageSetUpPr/></sheetPr><sheetViews><sheetView workbookViewId="0"><pane ySplit="1"'
    ' topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"'
    ' activeCell="A1" sqref="A1"/></sheetView></sheetViews><sheetFormatPr baseColWidth="8"'
    ' defaultRowHeight="15"/><cols>'
)
"""Of a sheet whose first row stays in sight."""
_SHEET_END = (
    '</sheetData><pageMargins left="0.75" right="0.75" top="1" bottom="1" header="0.5"'
    ' footer="0.5"/></worksheet>'
)
_BOOK_HEAD = (
    f'<workbook xmlns="{SHEETS}"><workbookPr/><workbookProtection/><bookViews><workbookView'
    ' visibility="visible" minimized="0" showHorizontalScroll="1" showVerticalScroll="1"'
    ' showSheetTabs="1" tabRatio="600" firstSheet="0" activeTab="0" autoFilterDateGrouping="1"/>'
    "</bookViews><sheets>"
)
_BOOK_END = '</sheets><definedNames/><calcPr calcId="124519" fullCalcOnLoad="1"/></workbook>'


def write_workbook(
    about: tuple[str, Iterable[Sequence[str]]], tables: Sequence[Table], day: str
) -> bytes:
    """Write a workbook: a sheet `about` (its name, its rows), then a sheet a table.

    `day`, as `2026-01-31`, is that of the list, and given as the day on which it was made.

    Raises:
        ValueError: If a cell has a character that XML has not.
    """
    name, rows = about
    sheets = [(name, _write_sheet(rows, (WIDTH, WIDTH, WIDTH, WIDE, WIDE)))]
    for table in tables:
        widths = [WIDE if one.kind == "text" and one.locale else WIDTH for one in table.columns]
        sheets.append((table.name, _write_sheet(list_lines(table), widths)))
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as book:
        for path, content in _list_parts(sheets, day):
            part = zipfile.ZipInfo(path, FIRST_DAY)
            book.writestr(part, content.encode("ascii", "xmlcharrefreplace"), zipfile.ZIP_DEFLATED)
    return made.getvalue()


def _list_parts(sheets: Sequence[tuple[str, str]], day: str) -> Iterator[tuple[str, str]]:
    """Yield the parts of a workbook, each with its path."""
    days = "".join(_DAY.format(what=what, day=day) for what in ("created", "modified"))
    yield "docProps/app.xml", _APP
    yield "docProps/core.xml", _CORE.format(days=days)
    yield "xl/theme/theme1.xml", (PARTS / "theme1.xml").read_text("utf-8")
    files = [f"xl/worksheets/sheet{number}.xml" for number in range(1, len(sheets) + 1)]
    yield from zip(files, (content for _, content in sheets), strict=True)
    has_empty = any(f's="{EMPTY}"' in content for _, content in sheets)
    yield "xl/styles.xml", _write_styles(has_empty=has_empty)
    yield (
        "_rels/.rels",
        _relate(
            (f"{OFFICE}/relationships/officeDocument", "xl/workbook.xml"),
            (f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            (f"{OFFICE}/relationships/extended-properties", "docProps/app.xml"),
        ),
    )
    named = "".join(
        f'<sheet xmlns:r="{OFFICE}/relationships" name="{escape(name)}" sheetId="{number}"'
        f' state="visible" r:id="rId{number}"/>'
        for number, (name, _) in enumerate(sheets, 1)
    )
    yield "xl/workbook.xml", f"{_BOOK_HEAD}{named}{_BOOK_END}"
    yield (
        "xl/_rels/workbook.xml.rels",
        _relate(
            *((f"{OFFICE}/relationships/worksheet", f"/{file}") for file in files),
            (f"{OFFICE}/relationships/styles", "styles.xml"),
            (f"{OFFICE}/relationships/theme", "theme/theme1.xml"),
        ),
    )
    yield "[Content_Types].xml", _write_types(files)


def _relate(*targets: tuple[str, str]) -> str:
    relations = (
        _RELATION.format(kind=kind, target=target, number=number)
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{"".join(relations)}</Relationships>'


def _write_types(sheets: Iterable[str]) -> str:
    """Say of which type each part is."""
    xml, book = "application/vnd.openxmlformats", "officedocument.spreadsheetml"
    types = {
        "xl/styles.xml": f"{xml}-{book}.styles+xml",
        "xl/theme/theme1.xml": f"{xml}-officedocument.theme+xml",
        "docProps/core.xml": f"{xml}-package.core-properties+xml",
        "docProps/app.xml": f"{xml}-officedocument.extended-properties+xml",
        **dict.fromkeys(sheets, f"{xml}-{book}.worksheet+xml"),
        "xl/workbook.xml": f"{xml}-{book}.sheet.main+xml",
    }
    parts = "".join(
        f'<Override PartName="/{part}" ContentType="{kind}"/>' for part, kind in types.items()
    )
    return (
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="{xml}'
        '-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        f"{parts}</Types>"
    )


def _write_styles(*, has_empty: bool) -> str:
    """Write how cells look: as ever, in the head, with a text, without one where some are."""
    plain = ' pivotButton="0" quotePrefix="0"'
    looks = [f"{_XF.format(font=0, more=plain)}/>"]
    for font, quoted in ((1, 1), (0, 1), (0, 0))[: 3 if has_empty else 2]:
        more = f' applyAlignment="1" pivotButton="0" quotePrefix="{quoted}"'
        looks.append(f"{_XF.format(font=font, more=more)}>{_TOP}")
    written = f'<cellXfs count="{len(looks)}">{"".join(looks)}</cellXfs>'
    return (PARTS / "styles.xml").read_text("utf-8").replace("{styles}", written)


def _write_sheet(rows: Iterable[Sequence[str]], widths: Sequence[int]) -> str:
    """Write rows below a head that stays in sight."""
    written = [_SHEET_HEAD]
    for place, width in enumerate(widths, 1):
        written.append(f'<col width="{width}" customWidth="1" min="{place}" max="{place}"/>')
    written.append("</cols><sheetData>")
    letters: list[str] = []
    for number, row in enumerate(rows, 1):
        letters += map(_name_column, range(len(letters), len(row)))
        look = TEXT if number > 1 else HEAD
        written.append(f'<row r="{number}">')
        for letter, text in zip(letters, row, strict=False):
            if text:
                written.append(f'<c r="{letter}{number}" s="{look}" t="inlineStr">')
                written.append(f"<is>{_write_text(text)}</is></c>")
            else:
                written.append(f'<c r="{letter}{number}" s="{EMPTY}" t="n"></c>')
        written.append("</row>")
    return "".join([*written, _SHEET_END])


def _name_column(place: int) -> str:
    """Give the letters of a column, counted from 0.

    >>> _name_column(0), _name_column(25), _name_column(26), _name_column(702)
    ('A', 'Z', 'AA', 'AAA')
    """
    before, last = divmod(place, 26)
    return (_name_column(before - 1) if before else "") + chr(ord("A") + last)


def _write_text(text: str) -> str:
    """Write what a cell can hold: a text that is too long is cut, and ends with `CUT`.

    What looks like an escape stands in two runs, in neither of which it is one.
    """
    if len(text) > MOST_UNITS // 2 and len(units := text.encode("utf-16-le")) > 2 * MOST_UNITS:
        text = units[: 2 * (MOST_UNITS - len(CUT))].decode("utf-16-le", "ignore") + CUT
    if unknown := _NO_TEXT.search(text):
        message = f"no workbook can hold U+{ord(unknown[0]):04X}"
        raise ValueError(message)
    runs = _ESCAPE.split(text)
    if runs[1:]:
        return "".join(f"<r>{_write_run(run)}</r>" for run in runs)
    return _write_run(text)


def _write_run(text: str) -> str:
    space = ' xml:space="preserve"' if text != text.strip() else ""
    written = escape(text, quote=False).replace("\r", "&#13;")
    return f"<t{space}>{written}</t>"
