"""Finds WebKit, the second engine that the tests drive, and installs it where there is none.

`python -m tools.engine` prints which WebKit runs: Playwright's own, or the system's WebKitGTK.
`python -m tools.engine --install` gets one first, if it can.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from tools.browser import (
    DOWNLOAD_SECONDS,
    PACKAGES_SECONDS,
    find_playwright_folder,
    has_apt,
    install_packages,
    succeeds,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

PACKAGES = ("webkit2gtk-driver", "xvfb")
PROGRAMS = ("WebKitWebDriver", "Xvfb")
MINI_BROWSERS = (
    "lib/*/webkit*gtk-*/MiniBrowser",
    "lib*/webkit*gtk-*/MiniBrowser",
    "libexec/webkit*gtk-*/MiniBrowser",
)
"""Where systems keep WebKit's own small browser, below /usr."""

LAUNCH = """
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    playwright.webkit.launch().close()
"""

HOW_TO_GET_AN_ENGINE = f"""
The tests in a second engine need WebKit, and none was found that runs.
  Debian, Ubuntu:   sudo apt-get install {" ".join(PACKAGES)}
  macOS, others:    .venv/bin/python -m playwright install webkit
在第二种浏览器内核里的测试需要 WebKit，但没有找到能运行的。
  Debian、Ubuntu：  sudo apt-get install {" ".join(PACKAGES)}
  macOS 及其他：    .venv/bin/python -m playwright install webkit
"""


class Engine(StrEnum):
    """The two ways in which WebKit comes."""

    PLAYWRIGHT = "playwright"
    WEBKITGTK = "webkitgtk"


def find_engine() -> Engine | None:
    """The WebKit that runs, Playwright's own before the system's; None if there is none."""
    downloaded = any(find_playwright_folder().glob("webkit-*"))
    # A download can lack system libraries: only a start shows that it runs.
    if downloaded and succeeds((sys.executable, "-c", LAUNCH), 60, quiet=True):
        return Engine.PLAYWRIGHT
    if find_mini_browser() and all(map(shutil.which, PROGRAMS)):
        return Engine.WEBKITGTK
    return None


def find_mini_browser(system: Path = Path("/usr")) -> Path | None:
    """WebKitGTK's own small browser, the newest if there are several."""
    found = (path for pattern in MINI_BROWSERS for path in system.glob(pattern))
    return max(found, default=None)


def install_engine() -> Engine | None:
    """A WebKit that runs, installed by the first way that works here; None if none does."""
    print("No WebKit found; installing one for the tests …", file=sys.stderr)
    playwright = (sys.executable, "-m", "playwright")
    if succeeds((*playwright, "install", "webkit"), DOWNLOAD_SECONDS):
        if engine := find_engine():
            return engine
        if has_apt() and succeeds((*playwright, "install-deps", "webkit"), PACKAGES_SECONDS):
            return find_engine()
    if has_apt():
        print("Installing Debian's WebKitGTK …", file=sys.stderr)
        install_packages(*PACKAGES)
    return find_engine()


def main(arguments: Sequence[str] | None = None) -> int:
    """0 with the engine's name on standard output; 1 with advice on standard error."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--install", action="store_true", help="install WebKit if missing")
    options = parser.parse_args(arguments)
    engine = find_engine() or (install_engine() if options.install else None)
    if not engine:
        print(HOW_TO_GET_AN_ENGINE, file=sys.stderr)
        return 1
    print(engine)
    return 0


if __name__ == "__main__":
    sys.exit(main())
