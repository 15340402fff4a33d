"""`carelist doctor`: what servers do wrong, each told once, in plain words."""

from __future__ import annotations

import re
import socket
import time
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING

import pytest
from carelist.cli import main
from carelist.hosting import asking
from carelist.hosting.examining import examine
from carelist.hosting.faults import ADVICE, Fault, FaultKind
from click.testing import CliRunner

from tests.hosting.conftest import serve
from tests.speaking import EN, ZH
from tools.running import find_port, run_nginx

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from carelist.site.site import Site
    from carelist.speech.locales import Locale

DEFAULT = """\
include /etc/nginx/mime.types;
default_type application/octet-stream;
gzip on;
server {{
    listen 127.0.0.1:{port};
    server_name _;
    root {root};
    index index.html index.htm index.nginx-debian.html;
    location / {{
        try_files $uri $uri/ =404;
    }}
}}
"""
"""What Debian's nginx begins with, in nginx.conf and sites-available/default."""


@pytest.fixture(scope="module")
def plain(served: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The small site on nginx as Debian installs it."""
    folder, port = tmp_path_factory.mktemp("plain"), find_port()
    settings = folder / "default.conf"
    settings.write_text(DEFAULT.format(port=port, root=served), encoding="utf-8")
    with run_nginx(settings, port, folder / "run") as url:
        yield url


class Careless(BaseHTTPRequestHandler):
    """A server that does wrong whatever can be done wrong with the small site."""

    folder: Path

    def do_GET(self) -> None:
        """Answer every address with something, whole, old, and open to everybody."""
        path = self.path.partition("?")[0].lstrip("/")
        file = self.folder / (f"{path}index.html" if path.endswith("/") or not path else path)
        if path == "images/logo.svg":
            self._say(403, b"")
        elif path == "services":
            self.send_response(301)
            self.send_header("Location", "http://elsewhere.example/services/")
            self.end_headers()
        elif path.startswith("2025/"):
            self._say(410, b"")
        elif file.is_file():
            self._say(200, self._loosen(file))
        else:
            self._say(200, (self.folder / "404.html").read_bytes())

    def _say(self, status: int, content: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "text/plain")
        self.send_header("Cache-Control", "max-age=31536000, immutable")
        self.send_header("X-Frame-Options", "DENY" if "embed" in self.path else "")
        self.send_header("Content-Encoding", "gzip") if "scripts" in self.path else None
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    @staticmethod
    def _loosen(file: Path) -> bytes:
        """Give a file; a page without its policies."""
        content = file.read_bytes()
        return re.sub(rb'<meta (http-equiv="Content-Sec|name="referrer")[^>]*>', b"", content)

    def log_message(self, *arguments: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def careless(served: Path) -> Iterator[str]:
    """The address of the careless server."""
    handler = type("Handler", (Careless,), {"folder": served})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


def list_told(url: str) -> list[tuple[str, str]]:
    """What is wrong with a server: kinds, each with its address below the site."""
    return [(fault.kind.value, fault.address.removeprefix(url)) for fault in examine(url)]


def test_nginx_as_it_is_installed_stops_every_script(plain: str) -> None:
    """Its own list of types has no .mjs; the rest is missing, not wrong."""
    assert list_told(plain) == [
        ("cached", ""),
        ("sniffed", ""),
        ("framed", ""),
        ("vary", ""),
        ("no_brotli", ""),
        ("uncompressed", "scripts/site.mjs"),
        ("uncompressed", "data/catalog.json"),
        ("type", "scripts/site.mjs"),
        ("type", "scripts/check/start.mjs"),
        ("foreign_not_found", "no-such-page-7f3a/"),
        ("hidden_shown", ".git/HEAD"),
        ("no_cors", "data/catalog.json"),
    ]


def test_a_careless_server_is_told_all_that_it_does(careless: str) -> None:
    """Each thing once, in the order in which a reader meets it."""
    assert list_told(careless) == [
        ("type", ""),
        ("cached", ""),
        ("sniffed", ""),
        ("policy", ""),
        ("framed", ""),
        ("referrer", ""),
        ("uncompressed", ""),
        ("vary", "scripts/site.mjs"),
        ("uncompressed", "data/catalog.json"),
        ("not_revalidated", ""),
        ("type", "scripts/site.mjs"),
        ("type", "scripts/check/start.mjs"),
        ("type", "service-worker.js"),
        ("status", "images/logo.svg"),
        ("type", "sitemap.xml"),
        ("type", "data/catalog.json"),
        ("leads_away", "services"),
        ("found", "no-such-page-7f3a/"),
        ("hidden_shown", ".git/HEAD"),
        ("no_cors", "data/catalog.json"),
        ("no_ranges", "data/catalog.json"),
        ("not_embedded", "embed/services/health-and-childcare/"),
        ("lost", "2025/1/"),
    ]


@pytest.mark.parametrize(
    ("tag", "line", "end"),
    [
        (
            "en",
            "{url}.git/HEAD is shown to everybody; hide what begins with a dot",
            "11 things are wrong.",
        ),
        ("zh", "{url}.git/HEAD 谁都看得到；请把以点开头的藏起来", "发现 11 个问题。"),
    ],
)
def test_it_says_in_plain_words_what_is_wrong(plain: str, tag: str, line: str, end: str) -> None:
    """In the language that is asked for, with exit status 1."""
    done = CliRunner().invoke(main, ["doctor", plain, "--locale", tag])
    assert done.exit_code == 1
    told = done.stdout.splitlines()
    assert line.format(url=plain) in told
    assert told[-1] == end


def test_a_good_server_is_told_that_it_is(site: Site, served: Path, tmp_path: Path) -> None:
    """With exit status 0."""
    with serve("nginx", "", site, served, tmp_path) as url:
        done = CliRunner().invoke(main, ["doctor", url, "--locale", "en"])
    assert (done.exit_code, done.stdout) == (0, f"{url}: nothing is wrong.\n")


def test_where_nothing_answers_it_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the system's reason; neither does it wait for a server that never ends."""
    url = f"http://127.0.0.1:{find_port()}/"
    (fault,) = examine(url)
    assert fault.kind is FaultKind.UNREACHABLE
    assert "Connection refused" in fault.values["reason"]
    monkeypatch.setattr(asking, "MOST_SECONDS", 0)
    assert list(examine(url)) == [Fault(FaultKind.UNREACHABLE, url, {"reason": "0 s"})]


def drip(listening: socket.socket) -> None:
    """Begin an answer, and never end it."""
    connection, _ = listening.accept()
    with connection, suppress(OSError):
        connection.sendall(b"HTTP/1.1 200 OK\r\n")
        while True:
            connection.sendall(b"x")
            time.sleep(0.05)


def test_a_server_that_drips_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    """However little it says at a time: an answer has so long in all."""
    monkeypatch.setattr(asking, "SECONDS_AN_ANSWER", 1)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = Thread(target=drip, args=(listening,))
        thread.start()
        (fault,) = examine(f"http://127.0.0.1:{listening.getsockname()[1]}/")
        thread.join(10)
    assert not thread.is_alive()
    assert fault.kind is FaultKind.UNREACHABLE


def test_where_it_leads_need_be_no_address() -> None:
    """It is told as it is."""
    answer = asking.Answer("http://list.example.org/", 301, {"location": "http://[::1"}, b"")
    assert answer.target == "http://[::1"


def test_what_is_no_address_is_refused() -> None:
    """With the form that is expected."""
    done = CliRunner().invoke(main, ["doctor", "list.example.org", "--locale", "en"])
    assert done.exit_code == 2
    assert done.stderr.splitlines()[-1] == (
        "Error: 'list.example.org' is no address of a site; expected one as https://list.example.org/"
    )


@pytest.mark.parametrize("language", [EN, ZH], ids=["en", "zh"])
@pytest.mark.parametrize("kind", FaultKind)
def test_every_fault_is_told_with_its_address(kind: FaultKind, language: Locale) -> None:
    """Whatever else it is filled in with."""
    values = dict.fromkeys(("reason", "to", "wanted", "status", "found"), "x")
    fault = Fault(kind, "https://list.example.org/a/", values)
    assert "https://list.example.org/a/" in fault.tell(language)
    assert fault.is_wrong is (kind not in ADVICE)
