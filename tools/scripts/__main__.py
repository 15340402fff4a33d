"""`python -m tools.scripts`: checks the scripts of the site. `--write` first mends what it can."""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from carelist.site.scripts import finish_scripts, minify_inline
from carelist.theme import THEME, is_asset

from tools.node import NodeError, install_programs

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).parent.parent.parent
CACHE = ROOT / ".cache" / "scripts"
PUBLISHED = ROOT / ".cache" / "scripts-published"
PROJECTS = ("tsconfig.json", "tsconfig.worker.json")
"""Settings of the type checker: a page and a service worker have different worlds around them."""
LOOSE = (
    *("--ignoreConfig", "--noEmit", "--allowJs", "--checkJs", "--strict", "false"),
    *("--target", "es2020", "--lib", "es2020,dom,dom.iterable"),
    *("--module", "es2020", "--moduleResolution", "bundler"),
)
USED_BEFORE_DECLARED = re.compile(r"^.*\berror TS2448: .*$", re.MULTILINE)
"""The minifier may put declarations in another order (tdewolff/minify, issue 958): `const a = f();
const { b } = g(a);` as `const {b} = g(a), a = f()`, which fails in the browser alone."""


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
    if any(failed):
        return 1
    broken = find_broken(programs / "tsc", publish_scripts(PUBLISHED))
    for line in broken:
        print(line)
    return int(bool(broken))


def publish_scripts(folder: Path) -> list[Path]:
    """Write the scripts of the site into a folder as they are published; give the files."""
    paths = {file.relative_to(THEME).as_posix(): file for file in THEME.rglob("*.mjs")}
    texts = {name: file.read_text("utf-8") for name, file in paths.items()}
    shutil.rmtree(folder, ignore_errors=True)
    fetched = {name: text for name, text in texts.items() if is_asset(name)}
    published = finish_scripts(fetched)
    published |= {name: minify_inline(texts[name]) for name in texts.keys() - fetched.keys()}
    files = []
    for name, text in published.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        files.append(file)
    return files


def find_broken(tsc: Path, files: Sequence[Path]) -> list[str]:
    """What the minifier has broken in published scripts, as the type checker tells it."""
    command = (str(tsc), *LOOSE, *map(str, files))
    told = subprocess.run(command, capture_output=True, check=False, encoding="utf-8").stdout
    return USED_BEFORE_DECLARED.findall(told)


if __name__ == "__main__":
    sys.exit(main())
