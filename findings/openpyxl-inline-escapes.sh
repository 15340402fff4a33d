#!/bin/sh
# The same text comes back from a workbook as it was, or with more letters in it, by where it is kept.
#
# What looks like an escape (`_x0041_`, as in the name of a form or a file) is written as
# `_x005F_x0041_` by whoever keeps to ECMA-376 (ST_Xstring), and XlsxWriter does. openpyxl takes that
# back where the text is among the shared strings, and leaves it as it is where it stands in its cell
# (`inlineStr`). XlsxWriter writes the latter as soon as rows are to be let go (`constant_memory`): an
# option that is about memory decides what other programs read.
#
# Seen: XlsxWriter 3.3.1, openpyxl 3.1.5, Python 3.11. Both files hold `Form_x005F_x0041_2`; read are
# "Form_x0041_2" (shared) and "Form_x005F_x0041_2" (in its cell).
# Way out: a rich text whose runs part the escape, so that nobody has anything to escape or to take
# back (exports/tables/workbook.py); with a format between two runs, or XlsxWriter leaves the cell
# empty with a warning alone.
# Exit status 0 while it is so; 1 where it has changed.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet 'XlsxWriter==3.3.1' 'openpyxl==3.1.5'
cat > "$folder/try.py" <<'PY'
import io
import zipfile

import openpyxl
import xlsxwriter

TEXT, ESCAPED = "Form_x0041_2", "Form_x005F_x0041_2"
read = {}
for let_go in (False, True):
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"constant_memory": let_go}) as book:
        sheet = book.add_worksheet("forms")
        sheet.write_string(0, 0, TEXT)
        sheet.write_rich_string(1, 0, "Form_", book.add_format(), "x0041_2")
    with zipfile.ZipFile(made) as parts:
        held = b"".join(map(parts.read, parts.namelist()))
    assert ESCAPED.encode() in held
    read[let_go] = [row[0].value for row in openpyxl.load_workbook(made)["forms"].iter_rows()]
print("shared:", read[False])
print("in its cell:", read[True])
raise SystemExit(read != {False: [TEXT, TEXT], True: [ESCAPED, TEXT]})
PY
"$folder/venv/bin/python" "$folder/try.py"
