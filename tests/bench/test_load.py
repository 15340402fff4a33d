"""Asking a server for many pages: what was answered, what was not, and how fast."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from bench.load import Load, ask_all
from tests.browser.server import Handler, run_server

if TYPE_CHECKING:
    from pathlib import Path


def test_each_question_is_answered_or_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Over a few connections, each path in turn; a missing page has failed."""
    for name in ("a.html", "b.html", "404.html"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    monkeypatch.setattr(Handler, "protocol_version", "HTTP/1.1")
    with run_server(tmp_path) as server:
        paths = ["/a.html", "/b.html", "/nothing.html"]
        # In a thread of its own: the browser of the tests has the loop of this one.
        with ThreadPoolExecutor() as pool:
            load = pool.submit(
                ask_all, "127.0.0.1", server.server_port, paths, count=30, connections=3
            ).result()
        asked = [line.split()[1] for line in server.heard]
    assert (len(load.times), load.failed) == (20, 10)
    assert sorted(asked) == sorted(paths * 10)
    assert load.seconds >= load.p99 > 0


@pytest.mark.parametrize(
    ("times", "p99"),
    [((0.3,), 0.3), (tuple(range(1, 101)), 99), (tuple(range(1, 201)), 198)],
)
def test_the_slowest_of_a_hundred_is_left_out(times: tuple[float, ...], p99: float) -> None:
    """The nearest rank."""
    assert Load(times, 0, 2.0).p99 == p99
    assert Load(times, 0, 2.0).rate == len(times) / 2
