"""`python -m tools.scripts`: checks the scripts of the site. `--write` first mends what it can."""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tools.node import NodeError, install_programs

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).parent.parent.parent
CACHE = ROOT / ".cache" / "scripts"
PROJECTS = ("tsconfig.worker.json",)
"""Settings of the type checker: a page and a service worker have different worlds around them."""


def main(arguments: Sequence[str] | None = None) -> int:
    """0 where all is well; 1 with what is wrong, or what is missing, on the standard outputs."""
    parser = argparse.ArgumentParser(prog="python -m tools.scripts", description=__doc__)
    parser.add_argument("--write", action="store_true", help="mend what can be mended by itself")
    options = parser.parse_args(arguments)
    try:
        programs = install_programs("The check of the scripts", Path(__file__).parent, CACHE)
    except NodeError as error:
        print(error, file=sys.stderr)
        return 1
    biome = (str(programs / "biome"), "check", "--error-on-warnings")
    commands = [(*biome, "--write") if options.write else biome]
    commands += [(str(programs / "tsc"), "--project", project) for project in PROJECTS]
    failed = [subprocess.run(command, cwd=ROOT, check=False).returncode for command in commands]
    return int(any(failed))


if __name__ == "__main__":
    sys.exit(main())
