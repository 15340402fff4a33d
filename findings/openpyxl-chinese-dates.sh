#!/bin/sh
# openpyxl gives a number where Excel in Chinese shows a day.
#
# Whoever types 3-6 (of an age: three to six) into Excel in Chinese gets a date with format 58, which
# shows 3月6日. ISO/IEC 29500-1, 18.8.30, has 27 to 36 and 50 to 58 for dates of East Asian languages;
# a file names them by number alone. openpyxl knows none of them: the cell is the number 46087, its
# format is General, is_date is false, and nothing tells that a person sees something else.
#
# Seen: openpyxl 3.1.5, Python 3.11.
# Way out: the number of the format stands in the cell's style (numFmtId); a table of the standard's
# zh-cn formats says how it is shown (generator/carelist/formats/xlsx/showing.py).
# Exit status 0 while it is so; 1 where it has changed.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet 'openpyxl==3.1.5'
cat > "$folder/try.py" <<'PY'
import io
import zipfile

import openpyxl

book = openpyxl.Workbook()
book.active["A1"] = 46087
book.active["A1"].number_format = "0.00"
stream = io.BytesIO()
book.save(stream)
other = io.BytesIO()
with zipfile.ZipFile(stream) as old, zipfile.ZipFile(other, "w") as new:
    for name in old.namelist():
        content = old.read(name)
        new.writestr(name, content.replace(b'numFmtId="2"', b'numFmtId="58"'))
cell = openpyxl.load_workbook(other).active["A1"]
print("value:", cell.value, "format:", cell.number_format, "is a date:", cell.is_date)
raise SystemExit(0 if (cell.value, cell.number_format) == (46087, "General") else 1)
PY
"$folder/venv/bin/python" "$folder/try.py"
