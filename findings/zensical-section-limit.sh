#!/bin/sh
# How long a section may be for Zensical's search depends on how many sections the whole site has.
#
# A page that was built yesterday ends the build today, because pages were added elsewhere. What was
# seen fits a number of the section and a place of the word that share 30 bits: each time that a site
# passes a power of two of sections, one may be half as long. Beyond 16,384 of them that is 32,768
# words, beyond 65,536 it is 8,192, and beyond 131,072 it is 4,096, less than the page of one
# department of a list of a thousand services has under a heading.
#
# Seen: zensical 0.0.73, Python 3.11: with 60 pages of 250 headings a section of 40,000 words is
# built; with 70 the same page is refused: "40000 token positions; maximum 32768 for 17571 items".
# Way out: a heading where a page is long, or another generator; the race beside ours says "the
# other ended in an error" there (bench/beside.py).
# Exit status 0 while it is so; 1 where it has changed.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet 'zensical==0.0.73'
cat > "$folder/write.py" <<'PY'
import sys
from pathlib import Path

docs = Path("docs")
docs.mkdir(exist_ok=True)
Path("zensical.toml").write_text(
    '[project]\nsite_name = "Rooms"\nsite_url = "https://example.org/"\n'
)
(docs / "index.md").write_text("# Rules\n\n" + " ".join(f"rule{n}" for n in range(40_000)) + "\n")
for page in range(int(sys.argv[1])):
    rooms = (f"\n## Room {page} {room}\n\nopen\n" for room in range(250))
    (docs / f"house-{page}.md").write_text(f"# House {page}\n" + "".join(rooms))
PY
cd "$folder"
venv/bin/python write.py 60
venv/bin/python -m zensical build > few.txt 2>&1 || { cat few.txt; exit 1; }
echo "60 pages: built"
venv/bin/python write.py 70
if venv/bin/python -m zensical build > many.txt 2>&1; then
  echo "70 pages: built, too"
  exit 1
fi
grep -o 'exceeds the search index limit (.*items)' many.txt
grep -q '(40000 token positions; maximum 32768 for 17571 items)' many.txt
