"""One thin driver for WebKit, whichever way it came: Playwright's own, or WebKitGTK."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Protocol

from selenium.webdriver import Remote
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.client_config import ClientConfig
from selenium.webdriver.remote.remote_connection import RemoteConnection
from selenium.webdriver.support.expected_conditions import element_to_be_clickable
from selenium.webdriver.support.wait import WebDriverWait
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service

from tools.engine import Engine, find_engine, find_mini_browser

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Page, Playwright

SECONDS = 60
"""How long anything may take on a busy machine."""

NARROW_TOOLBAR = "* { padding: 0; margin: 0; min-width: 0; border-width: 0; font-size: 6px; }"
"""MiniBrowser's window is never narrower than its toolbar, which so fits into 360 px."""


class Driver(Protocol):
    """What the journeys need of a browser."""

    def open(self, url: str) -> None:
        """Open a page."""

    def click(self, selector: str) -> None:
        """Click the first element that a selector finds, once it is there to be clicked."""

    def run(self, script: str) -> Any:  # noqa: ANN401  # a script gives anything
        """What the body of a JavaScript function returns."""

    def set_size(self, width: int, height: int) -> None:
        """Ask for a window of a size."""

    def take_picture(self) -> bytes:
        """A PNG of what is seen."""


STARTED = (
    "document.readyState === 'complete'"
    " && !document.querySelector('[data-module=large-text][hidden]')"
)
"""Of a page: the button that every page has is shown by the scripts."""


class Window:
    """A browser's window, in the words of the journeys."""

    def __init__(self, driver: Driver) -> None:
        self._driver = driver
        self.click = driver.click
        self.run = driver.run
        self.take_picture = driver.take_picture

    def open(self, url: str) -> None:
        """Open a page, and wait until its scripts have run."""
        self._driver.open(url)
        self._wait_for(url)

    def read_text(self, selector: str) -> str:
        """The text of the first element that a selector finds, as it is seen."""
        text = self.run(f"return document.querySelector({selector!r}).innerText")
        return str(text)

    def read_attribute(self, selector: str, name: str) -> str | None:
        """The attribute of the first element that a selector finds."""
        value = self.run(f"return document.querySelector({selector!r}).getAttribute({name!r})")
        return None if value is None else str(value)

    def follow(self, selector: str, url: str) -> None:
        """Click a link, and wait until the page that it leads to has loaded."""
        self.click(selector)
        self._wait_for(url)

    def set_size(self, width: int, height: int) -> None:
        """Make the window so wide and, bars included, so high."""
        self._driver.set_size(width, height)
        self.wait_until(f"innerWidth === {width}")

    def wait_until(self, condition: str) -> None:
        """Wait until a JavaScript expression is true."""
        end = time.monotonic() + SECONDS
        while not self.run(f"return Boolean({condition})"):
            assert time.monotonic() < end, (
                f"never so: {condition}; {self.run('return location.href')}"
            )
            time.sleep(0.05)

    def _wait_for(self, url: str) -> None:
        self.wait_until(f"location.href === {url!r} && {STARTED}")


class _PlaywrightDriver:
    def __init__(self, page: Page) -> None:
        self._page = page
        page.set_default_timeout(SECONDS * 1000)

    def open(self, url: str) -> None:
        self._page.goto(url)

    def click(self, selector: str) -> None:
        self._page.locator(selector).first.click()

    def run(self, script: str) -> Any:  # noqa: ANN401  # as declared above
        return self._page.evaluate(f"() => {{ {script} }}")

    def set_size(self, width: int, height: int) -> None:
        self._page.set_viewport_size({"width": width, "height": height})

    def take_picture(self) -> bytes:
        return self._page.screenshot()


class _SeleniumDriver:
    def __init__(self, driver: Remote) -> None:
        self._driver = driver
        driver.set_page_load_timeout(SECONDS)

    def open(self, url: str) -> None:
        self._driver.get(url)

    def click(self, selector: str) -> None:
        wait = WebDriverWait(self._driver, SECONDS)
        element = wait.until(element_to_be_clickable((By.CSS_SELECTOR, selector)))
        # The driver does not wait for a smooth scroll to end, and would not find it in view.
        center = "arguments[0].scrollIntoView({ behavior: 'instant', block: 'center' })"
        self._driver.execute_script(center, element)
        element.click()

    def run(self, script: str) -> Any:  # noqa: ANN401  # as declared above
        return self._driver.execute_script(script)

    def set_size(self, width: int, height: int) -> None:
        self._driver.set_window_size(width, height)

    def take_picture(self) -> bytes:
        return self._driver.get_screenshot_as_png()


@contextmanager
def open_window(playwright: Playwright, folder: Path) -> Iterator[Window]:
    """A window of WebKit; the browser keeps what it needs in a folder."""
    engine = find_engine()
    assert engine, "no WebKit was found; `make test` installs one"
    if engine is Engine.PLAYWRIGHT:
        with playwright.webkit.launch() as browser:
            yield Window(_PlaywrightDriver(browser.new_page()))
    else:
        with _open_screen() as display, _start_selenium(display, folder) as driver:
            yield Window(_SeleniumDriver(driver))


@contextmanager
def _open_screen() -> Iterator[str]:
    """A screen in memory; Xvfb looks for a free number and tells it."""
    reading, writing = os.pipe()
    command = ("Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x1024x24")
    with subprocess.Popen(
        (*command, "-nolisten", "tcp"), pass_fds=(writing,), stderr=subprocess.DEVNULL
    ) as server:
        os.close(writing)
        try:
            with open(reading, encoding="ascii") as told:  # noqa: PTH123  # a descriptor has no path
                number = told.readline().strip()
            assert number, "Xvfb did not start"
            yield f":{number}"
        finally:
            server.terminate()


@contextmanager
def _start_selenium(display: str, folder: Path) -> Iterator[Remote]:
    styles = folder / "gtk-3.0" / "gtk.css"
    styles.parent.mkdir()
    styles.write_text(NARROW_TOOLBAR, "utf-8")
    options = Options()
    options.binary_location = str(find_mini_browser())
    options.add_argument("--automation")
    options.set_capability("browserName", "MiniBrowser")
    kept = {name: str(folder) for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME")}
    variables = {**os.environ, **kept, "DISPLAY": display, "GDK_BACKEND": "x11"}
    program = shutil.which("WebKitWebDriver")
    service = Service(str(program), log_output=subprocess.DEVNULL, env=variables)
    service.start()
    try:
        # Selenium's own class for WebKitGTK gives a warning, which is an error here.
        address = ClientConfig(remote_server_addr=service.service_url)
        driver = Remote(RemoteConnection(client_config=address), options=options)
        try:
            yield driver
        finally:
            driver.quit()
    finally:
        service.stop()
