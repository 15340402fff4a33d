"""`python -m bench.killed`: killed builds leave one whole site, and nothing that goes on.

Two states of a list are built in turn into one folder, and each build is killed at a moment of
chance: most at once (SIGKILL, the process that was started alone), some as a terminal or a system
asks (SIGINT, SIGTERM). After each, the folder must hold the site of the one state or of the other,
byte for byte; no process of the build may go on; and a reader who asked for the home page all the
while must have got it each time.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from bench.building import ROOT
from bench.synthetic import CONFIGURATION
from bench.watching import Watch

if TYPE_CHECKING:
    from collections.abc import Sequence

SMALL = ROOT / "tests" / "cities" / "lakeside"
SIGNALS = (signal.SIGKILL, signal.SIGKILL, signal.SIGKILL, signal.SIGTERM, signal.SIGINT)
BEYOND = 1.2
"""How far the moments reach, of the time that a whole build takes."""
BETWEEN = 10
"""After so many, one build is not killed: what else the machine does changes that time."""
PATIENCE = 5.0
"""Seconds that what a build began may take to end after it."""
COLOUR = re.compile(r"(?<=colour: )\w+")


class Killed(NamedTuple):
    """What some killed builds left."""

    old: int
    """Builds after which the last site stood, whole."""
    new: int
    """Builds after which their own site stood, whole."""
    broken: tuple[str, ...]
    """What was wrong after the others: the moment, the signal, and how the site differs."""
    orphans: int
    """Processes that went on."""
    looks: int
    """How often the home page was asked for meanwhile."""
    holes: int
    """How often it was not there."""
    leftovers: tuple[str, ...]
    """What stands beside the site after one more build, which was not killed."""

    @property
    def is_well(self) -> bool:
        """Whether nothing was lost, and nothing is left over."""
        return not (self.broken or self.orphans or self.holes or self.leftovers)

    def __str__(self) -> str:
        """Tell it in some lines."""
        total = self.old + self.new + len(self.broken)
        lines = [
            f"{total} builds killed: {self.old} left the old site, {self.new} the new one",
            f"{len(self.broken)} left neither",
            f"{self.orphans} processes went on",
            f"{self.looks} times the home page was asked for, {self.holes} times it was not there",
            f"left over after the next build: {', '.join(self.leftovers) or 'nothing'}",
        ]
        return "\n".join((*lines, *self.broken))


class Trial:
    """A project with a list in two states, and the folder that its site is built into."""

    def __init__(self, folder: Path, catalog: Path, site: Path, *, typeset: bool) -> None:
        """Make the project, and build both states whole, to know them by."""
        self.site = site
        self._project, self._typeset, self._cache = folder / "project", typeset, folder / "cache"
        shutil.copytree(catalog, self._project / "catalog")
        site.parent.mkdir(exist_ok=True)
        configuration = CONFIGURATION.format(root=ROOT.as_posix()).replace("false", "!ENV TYPESET")
        (self._project / "mkdocs.yml").write_text(configuration, encoding="utf-8")
        self._pillars = self._project / "catalog" / "pillars.yml"
        text = self._pillars.read_text(encoding="utf-8")
        first, second = COLOUR.findall(text)[:2]
        swap = {first: second, second: first}
        other = COLOUR.sub(lambda found: swap.get(found[0], found[0]), text)
        self._states = (text, other)
        self.digests: list[dict[str, str]] = []
        self.seconds = 0.0
        """By the clock, of the last whole build."""
        for state in (0, 1):
            self.build(state)
            self.digests.append(digest_site(site))

    def start(self, state: int) -> subprocess.Popen[bytes]:
        """Start a build of a state, as the first process of a session of its own."""
        self._pillars.write_text(self._states[state], encoding="utf-8")
        variables = {
            "CARELIST_CACHE": str(self._cache),
            "NO_MKDOCS_2_WARNING": "1",
            "PYTHONPATH": str(ROOT),
            "TYPESET": str(self._typeset).lower(),
        }
        command = (sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(self.site))
        return subprocess.Popen(
            command,
            cwd=self._project,
            env=os.environ | variables,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    def build(self, state: int) -> None:
        """Build a state, whole."""
        begun = time.perf_counter()
        process = self.start(state)
        if process.wait():
            message = f"the build failed in {self._project}"
            raise RuntimeError(message)
        self.seconds = time.perf_counter() - begun


class Reader(Watch):
    """Somebody who asks for the home page all the while."""

    def __init__(self, page: Path) -> None:
        """Ask for a page by its place."""
        super().__init__(pause=0.0005)
        self.looks = self.holes = 0
        self._page = page

    def look(self) -> None:
        """Ask once."""
        self.looks += 1
        try:
            self._page.read_bytes()
        except OSError:
            self.holes += 1


def digest_site(site: Path) -> dict[str, str]:
    """Give the digest of each file below a folder, by its path."""
    return {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in site.rglob("*")
        if path.is_file()
    }


def kill_builds(trial: Trial, builds: int, seed: int) -> Killed:
    """Kill builds at moments that `seed` decides, and say what they left."""
    chance, standing = random.Random(seed), 1
    counts, broken, orphans = [0, 0], [], 0
    with Reader(trial.site / "index.html") as reader:
        for number in range(builds):
            if number % BETWEEN == BETWEEN - 1:
                trial.build(standing)
            wanted = 1 - standing
            moment, sent = chance.uniform(0, BEYOND * trial.seconds), chance.choice(SIGNALS)
            process = trial.start(wanted)
            time.sleep(moment)
            process.send_signal(sent)
            process.wait()
            orphans += end_session(process.pid)
            found = digest_site(trial.site)
            if found in trial.digests:
                counts[found == trial.digests[wanted]] += 1
                standing = trial.digests.index(found)
                continue
            broken.append(f"{number}: {sent.name} after {moment:.3f} s: {_compare(found, trial)}")
            trial.build(1)
            standing = 1
    trial.build(1 - standing)
    beside = (path for path in trial.site.parent.iterdir() if path.name.startswith("."))
    leftovers = tuple(sorted(path.name for path in beside if trial.site.name in path.name))
    old, new = counts
    return Killed(old, new, tuple(broken), orphans, reader.looks, reader.holes, leftovers)


def end_session(session: int) -> int:
    """Give how many processes of a session go on although its first has ended, and end them."""
    end = time.monotonic() + PATIENCE
    while (living := _list_session(session)) and time.monotonic() < end:
        time.sleep(0.02)
    for process in living:
        os.kill(process, signal.SIGKILL)
    return len(living)


def _list_session(session: int) -> list[int]:
    """List the processes of a session that have not ended; only Linux tells."""
    living = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            told = (process / "stat").read_text(encoding="utf-8", errors="replace")
        except OSError:  # it ended meanwhile
            continue
        state, _, _, of = told.rpartition(")")[2].split()[:4]
        if int(of) == session and state != "Z":
            living.append(int(process.name))
    return living


def _compare(found: dict[str, str], trial: Trial) -> str:
    """Say in numbers how a site differs from that of the first state."""
    whole = trial.digests[0]
    missing, strange = whole.keys() - found.keys(), found.keys() - whole.keys()
    other = [name for name in whole.keys() & found.keys() if whole[name] != found[name]]
    return f"{len(missing)} files missing, {len(strange)} more, {len(other)} of other content"


def main(arguments: Sequence[str] | None = None) -> int:
    """0 where each killed build left one whole site and nothing else."""
    parser = argparse.ArgumentParser(prog="python -m bench.killed")
    parser.add_argument("--builds", type=int, default=200, metavar="NUMBER")
    parser.add_argument("--seed", type=int, default=1, metavar="NUMBER")
    parser.add_argument("--catalog", type=Path, default=SMALL, metavar="DIR", help="the list")
    parser.add_argument("--typeset", action="store_true", help="with the kit")
    parser.add_argument("--into", type=Path, metavar="DIR", help="where the site's folder is made")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="killed-") as name:
        folder = Path(name)
        into = tempfile.mkdtemp(prefix="killed-", dir=options.into or name)
        trial = Trial(folder, options.catalog, Path(into) / "site", typeset=options.typeset)
        killed = kill_builds(trial, options.builds, options.seed)
        shutil.rmtree(into)
    print(killed)
    return 0 if killed.is_well else 1


if __name__ == "__main__":
    sys.exit(main())
