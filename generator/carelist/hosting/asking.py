"""Asks a server, a bounded number of times, and never for long."""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import quote, urljoin, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

MOST_SECONDS = 60
SECONDS_AN_ANSWER = 10
MOST_BYTES = 4_000_000
AGENT = "carelist-doctor"


@dataclass(frozen=True)
class Answer:
    """What a server answered to one request; redirects are not followed."""

    address: str
    status: int
    headers: Mapping[str, str]
    """By name in small letters; of several with one name, all with commas between them."""
    body: bytes
    """At most `MOST_BYTES` of it."""

    def header(self, name: str) -> str:
        """Give a header by its name in small letters; empty where it is missing."""
        return self.headers.get(name, "")

    @property
    def target(self) -> str:
        """The full address that it leads to; empty where it leads nowhere."""
        told = self.header("location")
        try:
            return urljoin(self.address, told) if told else ""
        except ValueError:  # no address
            return told


class CannotAskError(Exception):
    """No answer can be had; the message is the system's reason."""


class Asker:
    """Asks below one address, until its time is over."""

    def __init__(self, site_url: str) -> None:
        """Ask below an address that ends with a stroke."""
        self.site_url = site_url
        self._end = time.monotonic() + MOST_SECONDS

    def ask(self, path: str, **headers: str) -> Answer:
        """Ask for a path below the address; `headers` have `_` for each `-` of their names.

        Raises:
            CannotAskError: If there is no answer in time.
        """
        address = urljoin(self.site_url, path)
        left = min(SECONDS_AN_ANSWER, self._end - time.monotonic())
        if left <= 0:
            raise CannotAskError(f"{MOST_SECONDS} s")
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        try:
            return _ask(address, {"User-Agent": AGENT, "Accept-Encoding": "identity"} | named, left)
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise CannotAskError(str(error) or type(error).__name__) from error


def _ask(address: str, headers: Mapping[str, str], seconds: float) -> Answer:
    """Ask once; a server that lets its answer drip is cut off when the time is over."""
    parts = urlsplit(address)
    if parts.scheme == "https":
        context = ssl.create_default_context()
        connection: http.client.HTTPConnection = http.client.HTTPSConnection(
            parts.netloc, timeout=seconds, context=context
        )
    else:
        connection = http.client.HTTPConnection(parts.netloc, timeout=seconds)
    connection.connect()
    over = threading.Event()
    cut = threading.Timer(seconds, partial(_cut, connection.sock, over))
    cut.start()
    try:
        query = f"?{parts.query}" if parts.query else ""
        path = quote(parts.path or "/", safe="/%")
        connection.request("GET", f"{path}{query}", headers=dict(headers))
        response = connection.getresponse()
        body = response.read(MOST_BYTES)
    finally:
        cut.cancel()
        connection.close()
    if over.is_set():
        raise TimeoutError(f"{seconds:.0f} s")
    return Answer(address, response.status, _join(response.getheaders()), body)


def _join(headers: Iterable[tuple[str, str]]) -> dict[str, str]:
    told: dict[str, str] = {}
    for name, value in headers:
        key = name.lower()
        told[key] = f"{told[key]}, {value}" if key in told else value
    return told


def _cut(connected: socket.socket, over: threading.Event) -> None:
    over.set()  # first: who reads wakes at once, and looks
    with suppress(OSError):  # it is over already
        connected.shutdown(socket.SHUT_RDWR)
