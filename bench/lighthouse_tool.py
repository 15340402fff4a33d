"""Lighthouse itself: installed by its lock file into a cache, and run on one page at a time."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from bench.figures import CannotMeasureError
from tools.browser import BrowserError, find_browser, list_launch_flags
from tools.node import NodeError, install_programs

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).parent
CACHE = HERE.parent / ".cache" / "lighthouse"
"""Outside version control. `package.json` pins third-party-web, which a dependency asks for as
`latest`: without that, a newer release would put the lock file out of step."""
RUN_SECONDS = 180
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")


class Audit(NamedTuple):
    """What one run found: times in milliseconds, scores from 0 to 100."""

    lcp: float
    fcp: float
    tbt: float
    performance: float
    accessibility: float
    best_practices: float
    seo: float
    speed: float
    """Lighthouse's benchmark index of the machine: a phone in the middle range counts 1000."""
    failed: tuple[str, ...]
    """Audits that took points, with the points they left."""


class Lighthouse(NamedTuple):
    """The program, and what it runs with."""

    program: Path
    browser: Path
    version: str

    def run(self, url: str) -> Audit:
        """Audit one page as on a middle-range phone on slow 4G, simulated; mobile is the default.

        Raises:
            CannotMeasureError: With what Lighthouse said, if it could not.
        """
        flags = " ".join(("--headless=new", *list_launch_flags()))
        command = (
            str(self.program),
            url,
            "--quiet",
            "--output=json",
            "--no-enable-error-reporting",
            "--disable-full-page-screenshot",
            f"--only-categories={','.join(CATEGORIES)}",
            f"--chrome-flags={flags}",
        )
        variables = os.environ | {"CHROME_PATH": str(self.browser)}
        done = _run(command, RUN_SECONDS, variables)
        report: dict[str, Any] = json.loads(done.stdout) if done.returncode == 0 else {}
        if not report or report.get("runtimeError"):
            said = report.get("runtimeError") or done.stderr.strip()
            raise CannotMeasureError(f"Lighthouse could not audit {url}: {said}")
        return _read_report(report)


def prepare_lighthouse() -> Lighthouse:
    """Give a Lighthouse that runs, installed as the lock file says if it is not yet.

    Raises:
        CannotMeasureError: With what is missing and how to get it.
    """
    try:
        browser = find_browser()
    except BrowserError as error:
        raise CannotMeasureError(str(error)) from error
    if not browser:
        raise CannotMeasureError(
            "Lighthouse needs Chromium or Chrome, and none was found; "
            "run 'python tools/browser.py --install'"
        )
    try:
        program = install_programs("Lighthouse", HERE, CACHE) / "lighthouse"
    except NodeError as error:
        raise CannotMeasureError(f"{error}\nor measure the rest with --only") from error
    version = json.loads((HERE / "package.json").read_text("utf-8"))["devDependencies"][
        "lighthouse"
    ]
    return Lighthouse(program, browser, version)


def _run(
    command: tuple[str, ...], seconds: float, variables: dict[str, str]
) -> subprocess.CompletedProcess[str]:
    try:
        return subprocess.run(
            command,
            capture_output=True,
            check=False,
            encoding="utf-8",
            env=variables,
            stdin=subprocess.DEVNULL,
            timeout=seconds,
        )
    except subprocess.TimeoutExpired:
        name = Path(command[0]).name
        raise CannotMeasureError(f"{name} was not done in {seconds:.0f} seconds") from None


def _read_report(report: dict[str, Any]) -> Audit:
    audits, categories = report["audits"], report["categories"]

    def read_score(name: str) -> float:
        return float(categories.get(name, {}).get("score") or 0) * 100

    def read_time(name: str) -> float:
        return float(audits[name]["numericValue"])

    return Audit(
        lcp=read_time("largest-contentful-paint"),
        fcp=read_time("first-contentful-paint"),
        tbt=read_time("total-blocking-time"),
        performance=read_score("performance"),
        accessibility=read_score("accessibility"),
        best_practices=read_score("best-practices"),
        seo=read_score("seo"),
        speed=float(report["environment"]["benchmarkIndex"]),
        failed=tuple(_list_failed(report)),
    )


def _list_failed(report: dict[str, Any]) -> Iterator[str]:
    """Yield the audits that took points from a category."""
    for category in report["categories"].values():
        for reference in category["auditRefs"]:
            score = report["audits"][reference["id"]]["score"]
            if reference["weight"] and score is not None and score < 1:
                yield f"{reference['id']} {score:.2f}"
