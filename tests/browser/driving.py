"""Fixtures that drive a browser, and a witness of all that a page asks for and complains of.

tests/conftest.py hands them to all tests, so that a process has one browser.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import ViewportSize, sync_playwright

from tools.browser import find_shell, list_launch_flags

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, ConsoleMessage, Page, Playwright, Request, Response

PHONE = ViewportSize(width=360, height=740)
DESK = ViewportSize(width=1280, height=800)
READY = "[data-module=offline]:not([hidden])"
"""Of a page: its service worker is at work."""


def choose_large_text(root: str) -> str:
    """A script by which a reader of the site at an address has chosen large text."""
    return f"localStorage.setItem('carelist-size {root}images/logo.svg', 'large')"


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """What drives browsers. It is to be had once in a process, where no other may be begun then."""
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """A browser, started once for all tests of a process; each has a context of its own."""
    path = find_shell()
    assert path, "no browser was found; `make test` installs one"
    browser = playwright.chromium.launch(executable_path=path, args=list_launch_flags())
    yield browser
    browser.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """An empty page, as on a phone."""
    with browser.new_context(viewport=PHONE) as context:
        yield context.new_page()


@dataclass
class Witness:
    """All that a page asks for, and all that goes wrong on it."""

    requests: list[str] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)

    def watch(self, page: Page) -> None:
        """Begin to listen."""
        page.on("request", self._on_request)
        page.on("requestfailed", self._on_failed)
        page.on("response", self._on_response)
        page.on("console", self._on_console)
        page.on("pageerror", lambda error: self.failures.append(f"error {error}"))

    def _on_request(self, request: Request) -> None:
        self.requests.append(request.url)

    def _on_failed(self, request: Request) -> None:
        # What a page had not yet received when the next one was opened is no fault of it.
        if request.failure != "net::ERR_ABORTED":
            self.failures.append(f"failed {request.url}: {request.failure}")

    def _on_response(self, response: Response) -> None:
        if response.status >= 400:
            self.failures.append(f"{response.status} {response.url}")

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.failures.append(f"console {message.text}")


@pytest.fixture
def witness(page: Page) -> Witness:
    """What is seen of the page."""
    seen = Witness()
    seen.watch(page)
    return seen
