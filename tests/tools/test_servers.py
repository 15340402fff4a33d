"""The servers of the tests: found, or told which are missing and how to get them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools import servers
from tools.running import CannotServeError, run_caddy, run_nginx

THERE = servers.Servers(Path("/usr/sbin/nginx"), Path("/m.so"), Path("/usr/bin/caddy"))


@pytest.mark.parametrize(
    ("found", "status", "missing"),
    [
        (THERE, 0, None),
        (THERE._replace(brotli=None), 1, "missing: brotli."),
        (servers.Servers(None, None, None), 1, "missing: nginx, brotli, caddy."),
    ],
)
def test_what_is_missing_is_told_with_how_to_get_it(
    found: servers.Servers,
    status: int,
    missing: str | None,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """In both languages, with exit status 1; nothing is left out in silence."""
    monkeypatch.setattr(servers, "find_servers", lambda: found)
    assert servers.main([]) == status
    told = capsys.readouterr().err
    if missing:
        assert missing in told
        assert "apt-get install nginx libnginx-mod-http-brotli-static caddy" in told


def test_a_test_without_its_server_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the same advice."""
    monkeypatch.setattr("tools.running.find_servers", lambda: servers.Servers(None, None, None))
    with pytest.raises(CannotServeError, match="missing: nginx, brotli"):
        run_nginx(tmp_path / "a.conf", 1, tmp_path / "a").__enter__()
    with pytest.raises(CannotServeError, match="missing: caddy"):
        run_caddy(tmp_path / "Caddyfile", 1, tmp_path / "b").__enter__()


def test_what_a_server_says_is_told_where_it_does_not_start(tmp_path: Path) -> None:
    """As of a mistake in its settings."""
    settings = tmp_path / "wrong.conf"
    settings.write_text("serve_all on;\n", encoding="utf-8")
    with (
        pytest.raises(CannotServeError, match='unknown directive "serve_all"'),
        run_nginx(settings, 1, tmp_path / "run"),
    ):
        pass
