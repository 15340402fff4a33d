"""A small part of the real site, as a server has it: each kind of file, and compressed beside."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from carelist.hosting.compressing import compress_site
from carelist.hosting.settings import write_settings
from carelist.site.place import Place

from tests.speaking import EN
from tools.running import find_port, run_caddy, run_nginx

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from carelist.hosting.settings import Server
    from carelist.site.site import Site

PARTS = (
    "2025/1",
    "index.html",
    "404.html",
    "service-worker.js",
    "sitemap.xml",
    "check",
    "data/catalog.json",
    "data/check.zh.json",
    "data/feeds/all.zh.atom",
    "embed/services/health-and-childcare",
    "en/index.html",
    "images",
    "kit/list/poster-a4.pdf",
    "kit/pillars/health/preview.png",
    "scripts",
    "search",
    "services/index.html",
    "services/health-and-childcare",
)
MORE = {"notes.md": "# Notes\n", "data/list.ttl": "<#a> a <#b> .\n", "data/list.jsonld": "{}\n"}
"""What a site may have, and this one does not yet."""
RUNNERS = {"nginx": run_nginx, "caddy": run_caddy}
BELOW = "city/list/"


@pytest.fixture(scope="session")
def served(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the small site."""
    folder = tmp_path_factory.mktemp("served") / "site"
    for part in PARTS:
        source, target = built / part, folder / part
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target)
        else:
            shutil.copy2(source, target)
    for name, text in MORE.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / ".git").mkdir()
    (folder / ".git" / "HEAD").write_text("ref: refs/heads/main\n", encoding="utf-8")
    compress_site(folder)
    return folder


@pytest.fixture(scope="module", params=["nginx/", f"nginx/{BELOW}", f"caddy/{BELOW}", "caddy/"])
def server(
    request: pytest.FixtureRequest,
    site: Site,
    served: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[str]:
    """The address of the small site on a server with the settings that we write."""
    name, _, base = request.param.partition("/")
    with serve(name, base, site, served, tmp_path_factory.mktemp(name)) as url:
        yield url


@contextmanager
def serve(name: Server, base: str, site: Site, served: Path, folder: Path) -> Iterator[str]:
    """Run a server with the settings that we write for a site below a path."""
    port = find_port()
    placed = replace(site, place=Place(f"http://127.0.0.1:{port}/{base}", ""))
    listen = f"127.0.0.1:{port}"
    ((file, text),) = write_settings(name, placed, root=str(served), listen=listen, language=EN)
    settings = folder / file
    settings.write_text(text, encoding="utf-8")
    with RUNNERS[name](settings, port, folder / "run") as root:
        yield f"{root}{base}"
