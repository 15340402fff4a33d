#!/bin/sh
# pdfplumber 0.11.10 loses the rows of a table that Typst 0.15.0 set turned by 270 degrees.
#
# A level line is told by its two ends being of one height to the last bit
# (pdfplumber.utils.geometry.line_to_edge). Typst turns by a matrix whose sine and cosine are not
# quite 0, so that the ends differ by some 1e-14 points, and level lines are taken for upright
# ones. Nothing is said: the table, three rows where it is not turned, comes as one row, with all
# words of a column in one cell.
#
# Seen: pdfplumber 0.11.10, typst 0.15.0, pypdfium2 5.15.2, Python 3.11.
# Way out: give find_tables the lines as explicit ones whose ends are made equal.
# Exit status 0 while it is so; 1 where it has changed.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet 'pdfplumber==0.11.10' 'typst==0.15.0' 'pypdfium2==5.15.2'
cat > "$folder/try.py" <<'PY'
import io

import pdfplumber
import pypdfium2
import typst

TABLE = "table(columns: (4em, 3em), [a], [b], [c], [d], [e], [f])"


def read(degrees: int) -> list[int]:
    """How many rows the table has on a page that is set turned back, and shown turned."""
    source = f"#set page(paper: \"a4\")\n#rotate(-{degrees}deg, reflow: true, {TABLE})"
    document = pypdfium2.PdfDocument(typst.compile(source.encode()))
    document[0].set_rotation(degrees)
    stream = io.BytesIO()
    document.save(stream)
    stream.seek(0)
    with pdfplumber.open(stream) as opened:
        return [len(table.rows) for table in opened.pages[0].find_tables()]


found = {degrees: read(degrees) for degrees in (0, 90, 270)}
print("rows by turn of the page:", found)
raise SystemExit(0 if found == {0: [3], 90: [3], 270: [1]} else 1)
PY
"$folder/venv/bin/python" "$folder/try.py"
