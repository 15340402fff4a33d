"""Finds the office that the tests open tables with, and installs one where there is none.

`python -m tools.office` prints the path of a LibreOffice.
`python -m tools.office --install` gets one first, if it can.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from tools.browser import has_apt, install_packages

PACKAGE = "libreoffice-calc-nogui"
HOW_TO_GET_IT = f"""
The tests open the tables of open data in LibreOffice, and none was found.
  Debian, Ubuntu:  sudo apt-get install {PACKAGE}
  macOS:           brew install --cask libreoffice
测试要用 LibreOffice 打开开放数据的表格，但没有找到。
  Debian、Ubuntu： sudo apt-get install {PACKAGE}
  macOS：          brew install --cask libreoffice
"""
PROGRAMS = ("soffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice")


def find_office() -> Path | None:
    """Give the program of LibreOffice; None where there is none."""
    found = (shutil.which(program) for program in PROGRAMS)
    return next((Path(path) for path in found if path), None)


def main() -> int:
    """0 where there is a LibreOffice, at the end."""
    if "--install" in sys.argv[1:] and not find_office() and has_apt():
        print("Installing LibreOffice's tables for the tests …", file=sys.stderr)
        install_packages(PACKAGE)
    office = find_office()
    print(office or HOW_TO_GET_IT, file=sys.stdout if office else sys.stderr)
    return 0 if office else 1


if __name__ == "__main__":
    sys.exit(main())
