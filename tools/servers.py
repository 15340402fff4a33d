"""Finds the servers that the tests try the settings of a city's own server on, and installs them.

`python -m tools.servers` tells which are there: nginx with its Brotli module, and Caddy.
`python -m tools.servers --install` gets what is missing first, if it can.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tools.browser import has_apt, install_packages

if TYPE_CHECKING:
    from collections.abc import Sequence

PACKAGES = ("nginx", "libnginx-mod-http-brotli-static", "caddy")
BROTLI = "ngx_http_brotli_static_module.so"
MODULES = ("/usr/lib/nginx/modules", "/usr/share/nginx/modules", "/usr/lib64/nginx/modules")
"""Where Debian, and others, keep nginx's modules."""
PLACES = ("/usr/sbin", "/usr/local/sbin")
"""Where servers lie that only root has on its path."""

HOW_TO_GET_SERVERS = f"""
The tests of a city's own server need nginx with its Brotli module, and Caddy; missing: {{missing}}.
  Debian, Ubuntu:   sudo apt-get install {" ".join(PACKAGES)}
自有服务器的测试需要带 Brotli 模块的 nginx，还有 Caddy；缺少：{{missing}}。
  Debian、Ubuntu：  sudo apt-get install {" ".join(PACKAGES)}"""


class Servers(NamedTuple):
    """What is there; None for what is not."""

    nginx: Path | None
    brotli: Path | None
    """nginx's module that hands out files that are compressed already."""
    caddy: Path | None

    @property
    def missing(self) -> list[str]:
        """The names of what is not there."""
        return [name for name, path in self._asdict().items() if path is None]


def find_servers() -> Servers:
    """Find what is installed."""
    modules = (Path(folder) / BROTLI for folder in MODULES)
    brotli = next((path for path in modules if path.is_file()), None)
    return Servers(_find("nginx"), brotli, _find("caddy"))


def _find(command: str) -> Path | None:
    places = (shutil.which(command), *(shutil.which(f"{folder}/{command}") for folder in PLACES))
    return next((Path(place) for place in places if place), None)


def main(arguments: Sequence[str] | None = None) -> int:
    """0 where all are there; 1 with advice on standard error."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--install", action="store_true", help="install what is missing")
    if parser.parse_args(arguments).install and find_servers().missing and has_apt():
        print("Installing nginx, its Brotli module and Caddy for the tests …", file=sys.stderr)
        install_packages(*PACKAGES)
    found = find_servers()
    if found.missing:
        print(HOW_TO_GET_SERVERS.format(missing=", ".join(found.missing)), file=sys.stderr)
        return 1
    print(*found, sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
