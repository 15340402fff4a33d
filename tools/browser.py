"""Finds the browser that the tests drive, and installs one where there is none.

`python tools/browser.py` prints the path of a Chromium or Chrome that runs.
`python tools/browser.py --install` gets one first, and Chinese fonts with it, if it can; with
Debian's Chromium it also gets the one without windows, which takes a third of the time.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

VARIABLE = "CARELIST_CHROMIUM"
"""The environment variable that names the browser to use, before any other."""

COMMANDS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
)
MAC_APPS = (
    "Chromium.app/Contents/MacOS/Chromium",
    "Google Chrome.app/Contents/MacOS/Google Chrome",
)
PLAYWRIGHT_BROWSERS = (
    "chromium-*/chrome-linux*/chrome",
    "chromium-*/chrome-mac*/*.app/Contents/MacOS/*",
)
SHELL = "chromium-headless-shell"
"""Chromium without windows: the same engine, the command and Debian's package of it."""
PLAYWRIGHT_SHELL = "chromium_headless_shell-*/chrome-*/*headless*shell"

FONT_PACKAGE = "fonts-noto-cjk"
DOWNLOAD_SECONDS = 300
PACKAGES_SECONDS = 900

HOW_TO_GET_A_BROWSER = f"""
The browser tests need Chromium or Chrome, and none was found that runs.
  Debian:           sudo apt-get install chromium {FONT_PACKAGE}
  Ubuntu:           sudo .venv/bin/python -m playwright install --with-deps chromium
  macOS:            brew install --cask google-chrome
  already there:    set {VARIABLE} to the path of its program
浏览器测试需要 Chromium 或 Chrome，但没有找到能运行的。
  Debian：          sudo apt-get install chromium {FONT_PACKAGE}
  Ubuntu：          sudo .venv/bin/python -m playwright install --with-deps chromium
  macOS：           brew install --cask google-chrome
  已经装在别处：    把 {VARIABLE} 设为浏览器程序的路径
"""

HOW_TO_GET_FONTS = f"""\
No Chinese font was found: pictures of pages will show boxes in place of characters.
  Debian, Ubuntu:  sudo apt-get install {FONT_PACKAGE}
没有找到中文字体，网页截图中的汉字会显示为方框。
  Debian、Ubuntu： sudo apt-get install {FONT_PACKAGE}"""


class BrowserError(Exception):
    """No browser can be had; the message says what to do."""


def find_browser() -> Path | None:
    """The first browser that runs as readers have it, else one without windows, or None.

    Raises BrowserError if CARELIST_CHROMIUM names one that does not run: another in its
    place would hide the mistake.
    """
    return _find_named() or _find_first(_list_browsers()) or _find_first(_list_shells())


def find_shell() -> Path | None:
    """The lightest browser that runs: one without windows, else any; or None.

    It opens a page for a third of the processor's time, but keeps no page for going back.
    Raises BrowserError as `find_browser` does.
    """
    return _find_named() or _find_first(_list_shells()) or _find_first(_list_browsers())


def _find_named() -> Path | None:
    named = os.environ.get(VARIABLE)
    if not named:
        return None
    path = shutil.which(named)
    if path and _runs(Path(path)):
        return Path(path)
    message = f"{VARIABLE} is '{named}', which is not a browser that runs"
    raise BrowserError(message)


def _find_first(candidates: Iterable[Path]) -> Path | None:
    return next((path for path in candidates if _runs(path)), None)


def list_launch_flags() -> list[str]:
    """The options for a browser that runs unseen and sends no request of its own."""
    flags = [
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-gpu",
        "--disable-quic",
        "--disable-sync",
        "--no-first-run",
    ]
    # Chromium refuses to start its sandbox as root, as in a container.
    return [*flags, "--no-sandbox"] if _is_root() else flags


def install_browser() -> Path | None:
    """A browser that runs, installed by the first way that works here; None if none does."""
    print("No browser found; installing one for the tests …", file=sys.stderr)
    playwright = (sys.executable, "-m", "playwright")
    if succeeds((*playwright, "install", "chromium"), DOWNLOAD_SECONDS):
        if path := find_browser():
            return path
        if has_apt() and succeeds((*playwright, "install-deps", "chromium"), PACKAGES_SECONDS):
            return find_browser()
    if has_apt():
        print("Installing Debian's Chromium and Chinese fonts …", file=sys.stderr)
        install_packages("chromium", FONT_PACKAGE)
    return find_browser()


def install_shell() -> None:
    """Get the browser without windows where Debian's Chromium lacks its own; it can do without."""
    debians = shutil.which("chromium")
    if debians and has_apt() and not shutil.which(SHELL) and not os.environ.get(VARIABLE):
        print("Installing Debian's Chromium without windows …", file=sys.stderr)
        install_packages(SHELL)


def lacks_chinese_font() -> bool:
    """Whether it is known that no Chinese font is there; unknown counts as no."""
    command = shutil.which("fc-list")
    if not command:
        return False
    listed = subprocess.run(
        (command, ":lang=zh"), capture_output=True, check=False, stdin=subprocess.DEVNULL
    )
    return listed.returncode == 0 and not listed.stdout.strip()


def install_fonts() -> None:
    """See that pages can show Chinese; warn where that is not in this program's power."""
    if lacks_chinese_font() and has_apt():
        print("Installing Chinese fonts …", file=sys.stderr)
        install_packages(FONT_PACKAGE)
    if lacks_chinese_font():
        print(HOW_TO_GET_FONTS, file=sys.stderr)


def main(arguments: Sequence[str] | None = None) -> int:
    """0 with the browser's path on standard output; 1 with advice on standard error."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument(
        "--install", action="store_true", help="install a browser and Chinese fonts if missing"
    )
    options = parser.parse_args(arguments)
    try:
        path = find_browser() or (install_browser() if options.install else None)
    except BrowserError as error:
        print(error, file=sys.stderr)
        return 1
    if not path:
        print(HOW_TO_GET_A_BROWSER, file=sys.stderr)
        return 1
    if options.install:
        install_shell()
        install_fonts()
    print(path)
    return 0


def _list_browsers() -> Iterator[Path]:
    yield from (Path(path) for command in COMMANDS if (path := shutil.which(command)))
    if sys.platform == "darwin":
        yield from (
            folder / app
            for folder in (Path("/Applications"), Path.home() / "Applications")
            for app in MAC_APPS
        )
    for pattern in PLAYWRIGHT_BROWSERS:
        yield from _list_playwrights(pattern)


def _list_shells() -> Iterator[Path]:
    if path := shutil.which(SHELL):
        yield Path(path)
    yield from _list_playwrights(PLAYWRIGHT_SHELL)


def _list_playwrights(pattern: str) -> list[Path]:
    return sorted(find_playwright_folder().glob(pattern), reverse=True)


def find_playwright_folder() -> Path:
    """Where Playwright keeps its browsers, as its documentation of browsers says."""
    if named := os.environ.get("PLAYWRIGHT_BROWSERS_PATH"):
        return Path(named)
    caches = "Library/Caches" if sys.platform == "darwin" else ".cache"
    return Path.home() / caches / "ms-playwright"


def _runs(path: Path) -> bool:
    # Ubuntu has a chromium-browser that only tells to install a snap, and a
    # downloaded browser can lack system libraries: to be there is not enough.
    return os.access(path, os.X_OK) and succeeds((str(path), "--version"), 60, quiet=True)


def succeeds(command: Sequence[str], seconds: float, *, quiet: bool = False) -> bool:
    """Whether a command ends well in time; if not, its reason is told unless `quiet`."""
    try:
        status, said = _run(command, seconds)
    except OSError as error:
        status, said = 1, str(error)
    except subprocess.TimeoutExpired:
        status, said = 1, f"not done in {seconds:.0f} seconds"
    if status and not quiet:
        print(f"  did not work: {_find_reason(said)}", file=sys.stderr)
    return status == 0


def _find_reason(said: str) -> str:
    """The first line that speaks of an error, else the last line."""
    lines = [line.strip() for line in said.strip().splitlines()] or [""]
    error = re.compile(r"E:|.*\berror\b", re.IGNORECASE)
    return next((line for line in lines if error.match(line)), lines[-1])


def _run(command: Sequence[str], seconds: float) -> tuple[int, str]:
    """The exit status and all that was said.

    A program out of time is ended together with those it has started: a download would
    otherwise go on behind the tests.
    """
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        start_new_session=True,
    ) as process:
        try:
            said, _ = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            raise
    return process.returncode, said


def install_packages(*packages: str) -> bool:
    """Install Debian's packages, and tell whether it worked."""
    apt = ("env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-o", "DPkg::Lock::Timeout=120")
    # The update may fail for one source of many; the install then says so.
    succeeds((*apt, "update"), PACKAGES_SECONDS)
    install = (*apt, "install", "--yes", "--no-install-recommends", *packages)
    return succeeds(install, PACKAGES_SECONDS)


def has_apt() -> bool:
    """Whether packages of Debian or Ubuntu can be installed from here."""
    return _is_root() and shutil.which("apt-get") is not None


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


if __name__ == "__main__":
    sys.exit(main())
