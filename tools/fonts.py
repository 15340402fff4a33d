"""Cuts the fonts of posters and pictures from Debian's Noto Sans CJK (`python -m tools.fonts`).

Needs `pip install fonttools==4.68.0` and Debian's package fonts-noto-cjk (1:20220127+repack1-1),
which the project itself does not: the cut fonts are kept in the repository. From the same
package and the same fontTools come the same bytes.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

SOURCE = Path("/usr/share/fonts/opentype/noto")
TARGET = Path(__file__).parent.parent / "generator" / "carelist" / "publicity" / "fonts"
WEIGHTS = ("Regular", "Bold")
SIMPLIFIED_CHINESE = 2
"""The place of Noto Sans CJK SC in Debian's collections."""
LATIN = (*range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x2010, 0x2028), 0x2030, 0x2032, 0x2033)
MORE = "〇€№℃←↑→↓✓「」『』〔〕—…·×÷"
FEATURES = ("kern", "liga", "mark", "mkmk", "halt", "palt", "chws")


def list_characters() -> set[int]:
    """GB 2312 of 1980, the characters of nearly every Chinese text in print, and Latin."""
    found = {*LATIN, *map(ord, MORE)}
    for row in range(0xA1, 0xF8):
        for cell in range(0xA1, 0xFF):
            try:
                found.add(ord(bytes((row, cell)).decode("gb2312")))
            except UnicodeDecodeError:
                continue
    return found


def cut(source: Path, target: Path) -> None:
    """Write the font of one weight with these characters alone."""
    font = TTFont(source, fontNumber=SIMPLIFIED_CHINESE, recalcTimestamp=False)
    options = Options()
    options.layout_features = list(FEATURES)
    options.hinting = False
    options.desubroutinize = False
    options.notdef_outline = True
    options.name_IDs = ["*"]
    options.name_languages = [0x409]
    options.drop_tables += ["VORG", "vhea", "vmtx", "BASE"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=list_characters())
    subsetter.subset(font)
    font.save(target)


def main() -> int:
    """Cut both weights."""
    TARGET.mkdir(exist_ok=True)
    for weight in WEIGHTS:
        source = SOURCE / f"NotoSansCJK-{weight}.ttc"
        if not source.is_file():
            print(f"{source} is missing: apt-get install fonts-noto-cjk", file=sys.stderr)
            return 1
        target = TARGET / f"NotoSansSC-{weight}.otf"
        cut(source, target)
        print(f"{target.name}: {target.stat().st_size:,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
