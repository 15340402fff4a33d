"""Takes the reference pictures, which the README shows and a test compares: `make pictures`."""

from __future__ import annotations

import functools
import http.server
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from playwright.sync_api import sync_playwright

from tools.browser import HOW_TO_GET_A_BROWSER, find_shell, list_launch_flags

if TYPE_CHECKING:
    from playwright.sync_api import Browser

FOLDER = Path("docs/pictures")
PHONE, DESK = (360, 720), (1280, 800)


class Picture(NamedTuple):
    """One picture: of which page, how wide, light or dark."""

    name: str
    path: str
    size: tuple[int, int]
    scheme: str = "light"
    awaited: str = "[data-module=large-text]:not([hidden])"
    """What is there once the page is as it should be."""


PICTURES = (
    Picture("home-zh-phone", "", PHONE),
    Picture("search-zh-phone", "search/#q=打针", PHONE, awaited="[data-results] [data-service]"),
    Picture("service-zh-phone", "services/disability-education/", PHONE),
    Picture("service-en-phone-dark", "en/services/medical-insurance/", PHONE, "dark"),
    Picture("home-en-wide", "en/", DESK),
    Picture("notice-zh-wide", "notice/#line-69", DESK),
)


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing of each request."""


def take_pictures(browser: Browser, site: Path, folder: Path) -> None:
    """Take every picture of the built site, at the size of its screen."""
    folder.mkdir(parents=True, exist_ok=True)
    handler = functools.partial(_Quiet, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        for picture in PICTURES:
            width, height = picture.size
            context = browser.new_context(
                viewport={"width": width, "height": height},
                color_scheme="dark" if picture.scheme == "dark" else "light",
                reduced_motion="reduce",
                service_workers="block",
            )
            page = context.new_page()
            page.goto(f"http://127.0.0.1:{server.server_port}/{picture.path}")
            page.locator(picture.awaited).first.wait_for()
            page.screenshot(path=folder / f"{picture.name}.png")
            context.close()
            sys.stdout.write(f"{folder / picture.name}.png\n")
        server.shutdown()


def main() -> None:
    """Take them of the site that was built last."""
    chromium = find_shell()
    if chromium is None:
        sys.exit(HOW_TO_GET_A_BROWSER)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list_launch_flags())
        take_pictures(browser, Path("site"), FOLDER)
        browser.close()


if __name__ == "__main__":
    main()
