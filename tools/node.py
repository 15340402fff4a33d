"""Finds Node.js, and installs what is written for it by its lock file, into a cache."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

LEAST = 18
"""The oldest Node.js that all of it runs on."""
FILES = ("package.json", "package-lock.json")
INSTALL_SECONDS = 600

HOW_TO_GET_NODE = """\
{name} needs Node.js {least} or later with npm, and {found}.
  Debian, Ubuntu:  sudo apt-get install nodejs npm
  macOS:           brew install node
  elsewhere:       https://nodejs.org/
{name} 需要 Node.js {least} 或更高版本和 npm，{found_zh}。
  Debian、Ubuntu： sudo apt-get install nodejs npm
  macOS：          brew install node
  其他系统：       https://nodejs.org/"""


class NodeError(Exception):
    """Node.js is not to be had, or npm could not install; the message says what to do."""


def install_programs(name: str, lock: Path, cache: Path) -> Path:
    """The folder of the programs that a lock file names, installed if they are not yet.

    Args:
        name: What needs them, for messages.
        lock: The folder of `package.json` and `package-lock.json`.
        cache: Where they go; what is there of another lock is removed.

    Raises:
        NodeError: If Node.js or npm is missing or too old, or npm fails.
    """
    npm = find_npm(name)
    content = b"".join((lock / file).read_bytes() for file in FILES)
    digest = hashlib.sha256(content).hexdigest()
    stamp = cache / "installed"
    if not (stamp.exists() and stamp.read_text("utf-8") == digest):
        _install(name, npm, lock, cache)
        stamp.write_text(digest, "utf-8")
    return cache / "node_modules" / ".bin"


def find_npm(name: str) -> str:
    """The path of npm, beside a Node.js that is new enough for what is named.

    Raises:
        NodeError: If there is none, in both languages.
    """
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm:
        missing = "node" if not node else "npm"
        raise NodeError(_tell(name, f"'{missing}' was not found", f"但没有找到 {missing}"))
    told = subprocess.run((node, "--version"), capture_output=True, check=False, encoding="utf-8")
    version = told.stdout.strip()
    number = re.match(r"v(\d+)\.", version)
    if not number or int(number[1]) < LEAST:
        here = version or "one that does not run"
        raise NodeError(_tell(name, f"{here} is here", f"而这里的是 {version or '不能运行的'}"))
    return npm


def _tell(name: str, found: str, found_zh: str) -> str:
    return HOW_TO_GET_NODE.format(name=name, least=LEAST, found=found, found_zh=found_zh)


def _install(name: str, npm: str, lock: Path, cache: Path) -> None:
    shutil.rmtree(cache, ignore_errors=True)
    cache.mkdir(parents=True)
    for file in FILES:
        shutil.copy(lock / file, cache)
    command = (npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", str(cache))
    try:
        done = subprocess.run(
            command,
            capture_output=True,
            check=False,
            encoding="utf-8",
            env=os.environ,
            stdin=subprocess.DEVNULL,
            timeout=INSTALL_SECONDS,
        )
    except subprocess.TimeoutExpired:
        raise NodeError(f"npm was not done in {INSTALL_SECONDS} seconds") from None
    if done.returncode:
        raise NodeError(f"npm could not install what {name} needs: {done.stderr.strip()}")
