"""Asks a server for many pages over several connections at once, and times each answer."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

REQUEST = (
    "GET {path} HTTP/1.1\r\nHost: {host}:{port}\r\nAccept-Encoding: br, gzip\r\n"
    "User-Agent: carelist-bench\r\n\r\n"
)
SECONDS_AN_ANSWER = 30


class Load(NamedTuple):
    """What came of asking."""

    times: tuple[float, ...]
    """Seconds from each question to the last byte of its answer, of those with status 200."""
    failed: int
    """Questions with another answer, or none."""
    seconds: float
    """From the first question to the last answer."""

    @property
    def rate(self) -> float:
        """Answers a second."""
        return len(self.times) / self.seconds

    @property
    def p99(self) -> float:
        """The seconds within which 99 of 100 are answered, where any is."""
        return sorted(self.times)[max(0, -(-len(self.times) * 99 // 100) - 1)]


def ask_all(host: str, port: int, paths: Sequence[str], *, count: int, connections: int) -> Load:
    """Ask for paths in turn, `count` times in all, over connections that stay open."""
    return asyncio.run(_ask_all(host, port, paths, count, connections))


async def _ask_all(
    host: str, port: int, paths: Sequence[str], count: int, connections: int
) -> Load:
    waiting = iter(range(count))
    times: list[float] = []
    begun = time.perf_counter()

    async def work() -> None:
        reader, writer = await asyncio.open_connection(host, port)
        for path in _take(waiting, paths):
            start = time.perf_counter()
            writer.write(REQUEST.format(path=path, host=host, port=port).encode())
            async with asyncio.timeout(SECONDS_AN_ANSWER):
                status = await _read_answer(reader)
            if status == b"200":
                times.append(time.perf_counter() - start)
        writer.close()

    await asyncio.gather(*(work() for _ in range(connections)), return_exceptions=True)
    return Load(tuple(times), count - len(times), time.perf_counter() - begun)


def _take(waiting: Iterator[int], paths: Sequence[str]) -> Iterator[str]:
    """Yield the next paths that no other connection has asked for."""
    return (paths[number % len(paths)] for number in waiting)


async def _read_answer(reader: asyncio.StreamReader) -> bytes:
    """Read one answer whose length is told, and give its status."""
    head = await reader.readuntil(b"\r\n\r\n")
    lines = head.lower().split(b"\r\n")
    length = next(int(line[15:]) for line in lines if line.startswith(b"content-length:"))
    await reader.readexactly(length)
    return lines[0].split(b" ")[1]
