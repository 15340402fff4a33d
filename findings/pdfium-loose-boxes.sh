#!/bin/sh
# pdfium's loose boxes of characters (FPDFText_GetLooseCharBox) do not meet in a PDF of Chromium.
#
# A loose box is documented to hold the advance of its character. In a PDF that Chromium printed,
# the characters of one word, all 12 points wide, have boxes of 12 points or of less, as their
# outlines are: between 青 and 民 in 青民发 there seems to stand a gap as wide as a space. Who tells
# spaces by gaps reads 青 山市民政局; who joins all Chinese reads 市教育局市财政局 where two names
# stand apart by a space, which Chromium writes as a gap alone.
#
# Seen: pypdfium2 5.15.2, Python 3.11, a PDF of Chromium in tests/formats/files/.
# Way out: a space is one where pdfium's own text has one (a generated character) and a gap is there.
# Exit status 0 while it is so; 1 where it has changed.
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet 'pypdfium2==5.15.2'
cat > "$folder/try.py" <<'PY'
import ctypes
import sys

import pypdfium2
import pypdfium2.raw as pdfium

text = pypdfium2.PdfDocument(sys.argv[1])[0].get_textpage()
box = pdfium.FS_RECTF()
boxes = []
for at in range(4):
    pdfium.FPDFText_GetLooseCharBox(text, at, ctypes.byref(box))
    boxes.append((chr(pdfium.FPDFText_GetUnicode(text, at)), box.left, box.right))
gap = boxes[1][1] - boxes[0][2]
is_seen = any(pdfium.FPDFText_GetUnicode(text, at) == ord(" ") for at in range(4))
print("boxes:", [(sign, round(right - left, 1)) for sign, left, right in boxes])
print("gap behind the first:", round(gap, 1), "points; a space in pdfium's text:", is_seen)
raise SystemExit(0 if gap > 1 and not is_seen else 1)
PY
"$folder/venv/bin/python" "$folder/try.py" "$here/tests/formats/files/children.chromium.pdf"
