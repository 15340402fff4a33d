"""Runs servers on loopback, with the settings that are tried or measured: nginx and Caddy."""

from __future__ import annotations

import os
import socket
import subprocess
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tools.servers import HOW_TO_GET_SERVERS, find_servers

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SECONDS = 20
NGINX = """\
{load}
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
worker_processes 2;
{user}
events {{ worker_connections 512; }}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {settings};
}}
"""


def find_port() -> int:
    """A port that is free now."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@contextmanager
def run_nginx(settings: Path, port: int, folder: Path) -> Iterator[str]:
    """Run nginx with a file of settings within `http`, and give the address of its root."""
    servers = find_servers()
    if not (servers.nginx and servers.brotli):
        raise CannotServeError(HOW_TO_GET_SERVERS.format(missing="nginx, brotli"))
    folder.mkdir()
    main = folder / "nginx.conf"
    text = NGINX.format(
        load=f"load_module {servers.brotli};",
        folder=folder,
        settings=settings,
        user="user root;" if _is_root() else "",
    )
    main.write_text(text, encoding="utf-8")
    command = (str(servers.nginx), "-c", str(main), "-p", str(folder))
    with _run(command, port, folder):
        yield f"http://127.0.0.1:{port}/"


@contextmanager
def run_caddy(settings: Path, port: int, folder: Path) -> Iterator[str]:
    """Run Caddy with a Caddyfile, and give the address of its root."""
    caddy = find_servers().caddy
    if not caddy:
        raise CannotServeError(HOW_TO_GET_SERVERS.format(missing="caddy"))
    folder.mkdir()
    command = (str(caddy), "run", "--adapter", "caddyfile", "--config", str(settings))
    with _run(command, port, folder):
        yield f"http://127.0.0.1:{port}/"


@contextmanager
def _run(command: tuple[str, ...], port: int, folder: Path) -> Iterator[None]:
    """Run a server until it is no longer wanted, and tell what it says where it does not start."""
    said = folder / "said.txt"
    variables = {
        "HOME": str(folder),
        "PATH": "/usr/sbin:/usr/bin:/sbin:/bin",
        "CADDY_ADMIN": f"127.0.0.1:{find_port()}",  # two at a time would want the same one
    }
    with (
        said.open("wb") as out,
        subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT, env=variables) as process,
    ):
        try:
            _wait(process, port)
            yield
        except CannotServeError as error:
            raise CannotServeError(said.read_text("utf-8", "replace")) from error
        finally:
            process.terminate()
            process.wait(SECONDS)


class CannotServeError(Exception):
    """A server is not there, or does not start; the message says what to do, or what it says."""


def _wait(process: subprocess.Popen[bytes], port: int) -> None:
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        if process.poll() is not None:
            break
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise CannotServeError


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0
