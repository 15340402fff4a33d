#!/bin/sh
# The same text comes back from a workbook as it was, or another, by where the file keeps it.
#
# openpyxl takes every `x005F_` out of a text that is among the shared strings, and nothing out of one
# that stands in its cell (`inlineStr`). So neither way of writing is read back whole:
# - What looks like an escape (`_x0041_`, as in the name of a form) is written as `_x005F_x0041_` by
#   whoever keeps to ECMA-376 (ST_Xstring), as XlsxWriter does. It comes back whole if it is shared.
# - Parted into two runs it needs no escape. It comes back whole in its cell; shared, a text that has
#   `x005F_` itself has lost it, though no escape stands in the file.
# XlsxWriter keeps texts in their cells as soon as rows are to be let go (`constant_memory`): an
# option that is about memory decides what others read.
#
# Seen: XlsxWriter 3.3.1, openpyxl 3.1.5, Python 3.11, for "Form_x0041_2" plain and "Form_x005F_2" in
# two runs: shared, "Form_x0041_2" and "Form_2"; in its cell, "Form_x005F_x0041_2" and "Form_x005F_2".
# Way out: texts in their cells, and in two runs what looks like an escape (exports/tables/workbook.py).
# Exit status 0 while it is so; 1 where it has changed.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet 'XlsxWriter==3.3.1' 'openpyxl==3.1.5'
cat > "$folder/try.py" <<'PY'
import io

import openpyxl
import xlsxwriter

read = {}
for in_cells in (False, True):
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"constant_memory": in_cells}) as book:
        sheet = book.add_worksheet("forms")
        sheet.write_string(0, 0, "Form_x0041_2")
        sheet.write_rich_string(1, 0, "Form_", book.add_format(), "x005F_2")
    read[in_cells] = [row[0].value for row in openpyxl.load_workbook(made)["forms"].iter_rows()]
print("shared:", *read[False])
print("in its cell:", *read[True])
shared, own = ["Form_x0041_2", "Form_2"], ["Form_x005F_x0041_2", "Form_x005F_2"]
raise SystemExit(read != {False: shared, True: own})
PY
"$folder/venv/bin/python" "$folder/try.py"
