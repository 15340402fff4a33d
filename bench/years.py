"""`python -m bench.years --count 200`: next years' lists, from the notice to the links of the site.

Each is made of the real list at random. It is taken in, checked and published by the commands that
a clerk runs; where the check says what is to be done, and it is one thing, it is done. The site of
both years is built, and its links are followed. A year ends in a clean site, or in problems that
the check tells and with which nothing is published. Prints every other end, with the numbers that
make it again; exit status 1 where there is one.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import traceback
from collections import Counter
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, NamedTuple
from unittest.mock import patch

from carelist.catalog.kinds import Kind
from carelist.cli import main as carelist
from carelist.eligibility.inspecting import inspect_list, load_list
from carelist.search.checks import inspect_vocabulary
from carelist.speech.plain_yaml import read_plain
from carelist.store import CACHE_VARIABLE
from click.testing import CliRunner
from mkdocs.__main__ import cli as mkdocs

from bench.clerk import mend_problems
from bench.links import find_dead_links, read_links
from bench.next_list import NextList
from bench.synthetic import CONFIGURATION, TABLE_COLUMNS
from bench.variants import write_plain
from tests.speaking import EN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import click
    from carelist.catalog.inspection import Inspection
    from carelist.catalog.problems import Problem

ROOT = Path(__file__).parent.parent
URL = "https://list.example.org/"
ROUNDS = 8
"""How often the clerk of a year mends what there is."""
REFUSED = 4
"""Of so many years, one is to be published before it is done."""
SHOWN = 5
"""How many dead links of a site are told."""


class UnexpectedEndError(Exception):
    """A command ended otherwise than it must."""


class Ending(NamedTuple):
    """What came of one year."""

    number: int
    deeds: tuple[str, ...]
    """What was done to the list."""
    left: tuple[str, ...]
    """The kinds of the problems that were left to somebody who knows the list."""
    told: int
    """How many problems the check told at first."""
    fault: str
    """What went wrong; empty where nothing did."""


class Year:
    """The project of a city, its real list published and the next in work."""

    def __init__(self, folder: Path) -> None:
        """Copy the real list into a folder that is not there yet."""
        self.folder, self.catalog = folder, folder / "catalog"
        shutil.copytree(ROOT / "catalog", self.catalog)
        # A page of measurements is of the repository alone, whose docs/ no year has.
        ledger = (ROOT / "ledger.txt").read_text("utf-8").splitlines(keepends=True)
        kept = "".join(line for line in ledger if "/measurements/" not in line)
        (folder / "ledger.txt").write_text(kept, encoding="utf-8")
        configuration = CONFIGURATION.format(root=ROOT.as_posix())
        (folder / "mkdocs.yml").write_text(configuration, encoding="utf-8")
        self.before = max(path.name for path in (self.catalog / "revisions").iterdir())
        self.name = str(int(self.before) + 1)
        self.draft = self.catalog / "revisions" / self.name

    def run(self, *words: str, ends: int = 0) -> str:
        """Run a command over the list, and give all that it says.

        Raises:
            UnexpectedEndError: If it ends in a traceback, or with another status.
        """
        return run(carelist, *words, "--catalog", str(self.catalog), ends=ends)

    def begin(self, rng: Random) -> list[str]:
        """Write the next year's list, changed at random; give what was done to it."""
        self.run("revise", self.name)
        files = self.draft / "services.yml", self.draft / "notice.yml"
        services, notice = map(read_plain, files)
        list_ = NextList(load_list(self.catalog), services, notice, rng)
        deeds = list_.change()
        for path, content in zip(files, (list_.services, list_.notice), strict=True):
            write_plain(path, content)
        readings = read_plain(self.draft / "readings.yml")
        write_plain(self.draft / "readings.yml", readings | {"table": [list(TABLE_COLUMNS)]})
        list_.write(self.draft / "source.txt")
        return deeds

    def take_in(self) -> None:
        """Let an intake read the notice too, into a folder of its own."""
        words = ("--revision", self.name, "--into", str(self.folder / "intake"))
        self.run("intake", str(self.draft / "source.txt"), *words)

    def check(self) -> tuple[Problem, ...]:
        """Give what is left to do in the draft; the words of the search where nothing else is."""
        inspection = inspect_list(self.catalog)
        return inspection.drafts[self.name].problems or self._check_words(inspection)

    def check_all(self) -> tuple[Problem, ...]:
        """Give all that is left to do in the draft, the words of the search among it."""
        return self._check_words(inspect_list(self.catalog))

    def _check_words(self, inspection: Inspection) -> tuple[Problem, ...]:
        return inspect_vocabulary(inspection).drafts[self.name].problems

    def refuse(self, problems: Sequence[Problem]) -> None:
        """Try to publish what is not done: the command tells what the check tells, and no more.

        Raises:
            UnexpectedEndError: If it does otherwise.
        """
        self.run("check", "--lang", "zh")
        told = self.run("publish", self.name, "--lang", "en", ends=1).splitlines()
        if told != [problem.line(EN) for problem in problems]:
            raise UnexpectedEndError("publish: " + "\n".join(told))

    def mend(self, problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
        """Mend until nothing is left, or all that is left needs somebody who knows the list."""
        for _ in range(ROUNDS):
            if not problems:
                break
            mended = mend_problems(problems)
            if any(problem.kind == Kind.UNCONFIRMED for problem in problems):
                self.run("confirm", self.name, "--all")
            elif not mended:
                break
            problems = self.check()
        return problems

    def publish(self) -> None:
        """Publish the list; the check then has nothing to say, and every address still answers."""
        self.run("publish", self.name, "--lang", "en")
        told = self.run("check", "--lang", "en").splitlines()
        if told[-1] != "no problems":
            raise UnexpectedEndError("check: " + "\n".join(told))
        self.run("ledger", "--file", str(self.folder / "ledger.txt"), "--allow-new")
        for locale in ("zh", "en"):
            self.run("changes", self.before, self.name, "--locale", locale)

    def build(self) -> None:
        """Build the site of both years, and follow its links.

        In this process, and with the templates that a year before it has made ready: a build takes
        less than half the time.
        """
        variables = VARIABLES | {CACHE_VARIABLE: str(self.folder.parent / "cache")}
        with patch.dict("os.environ", variables):
            file = str(self.folder / "mkdocs.yml")
            if told := run(mkdocs, "build", "--quiet", "--strict", "--config-file", file):
                raise UnexpectedEndError(f"build: {told}")
        site = self.folder / "site"
        if dead := list(find_dead_links(read_links(site), site, URL)):
            raise UnexpectedEndError("links: " + "\n".join(dead[:SHOWN]))


def run(command: click.Command, *words: str, ends: int = 0) -> str:
    """Run a command in this process, and give all that it says.

    Raises:
        UnexpectedEndError: If it ends in a traceback, or with another status.
    """
    done = CliRunner().invoke(command, words)
    if done.exception and not isinstance(done.exception, SystemExit):
        told = "".join(traceback.format_exception(done.exception)[-4:])
        raise UnexpectedEndError(f"{words[0]}: {told}")
    if done.exit_code != ends:
        raise UnexpectedEndError(f"{words[0]} ended with {done.exit_code}:\n{done.output}")
    return done.output


VARIABLES = {
    "SITE_URL": URL,
    "CARELIST_REPO_URL": "https://github.com/example/list",
    "NO_MKDOCS_2_WARNING": "1",
}


def try_years(seed: int, numbers: Sequence[int], folder: Path) -> Iterator[Ending]:
    """Make the years of these numbers, one after the other, and bring each to its end."""
    for number in numbers:
        rng = Random(f"{seed}/{number}")
        project = folder / str(number)
        project.mkdir()
        deeds: list[str] = []
        left: list[str] = []
        told, fault = 0, ""
        try:
            year = Year(project)
            deeds = year.begin(rng)
            year.take_in()
            problems = year.check_all()
            told = len(problems)
            if problems and number % REFUSED == 0:
                year.refuse(problems)
            left = sorted({problem.kind.name for problem in year.mend(problems)})
            if not left:
                year.publish()
                year.build()
        except UnexpectedEndError as error:
            fault = str(error)
        except Exception:  # noqa: BLE001  # whatever it is, it is a finding
            fault = traceback.format_exc()
        if not fault:
            shutil.rmtree(project)
        yield Ending(number, tuple(deeds), tuple(left), told, fault)


def main(arguments: Sequence[str] | None = None) -> int:
    """Say how the years ended; 0 where each ended as it must."""
    parser = argparse.ArgumentParser(prog="python -m bench.years", description=__doc__)
    parser.add_argument("--count", type=int, default=200, help="how many years")
    parser.add_argument("--first", type=int, default=0, help="the number of the first")
    parser.add_argument("--seed", type=int, default=16, help="which years")
    options = parser.parse_args(arguments)
    numbers = range(options.first, options.first + options.count)
    ends: Counter[str] = Counter()
    with tempfile.TemporaryDirectory(prefix="years-") as name:
        for ending in try_years(options.seed, numbers, Path(name)):
            end = "fault" if ending.fault else "problems" if ending.left else "site"
            ends[end] += 1
            ends["told"] += bool(ending.told)
            if ending.fault:
                print(f"year {ending.number} ({', '.join(ending.deeds)}):\n{ending.fault}")
            elif ending.left:
                print(f"year {ending.number}: left to do {', '.join(ending.left)}")
            sys.stdout.flush()
    print(
        f"{options.count} years from {options.first} on, seed {options.seed}: {ends['site']} ended "
        f"in a clean site, {ends['problems']} in problems that the check tells, {ends['fault']} "
        f"otherwise; of {ends['told']} the check had something to tell at first"
    )
    return 1 if ends["fault"] else 0


if __name__ == "__main__":
    sys.exit(main())
