"""`make bench`: builds the real site and the peer, and prints the budgets beside both."""

from __future__ import annotations

import os
import platform
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

from bench.builds import measure_build
from bench.peer import write_peer
from bench.weights import find_budget, find_kind, weigh

ROOT = Path(__file__).parent.parent
RUNS = 3
BUILD_SECONDS = 5.0


def main() -> int:
    """Print the tables; 1 where a budget is not kept."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        site, project = folder / "site", folder / "peer"
        project.mkdir()
        print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
        print(f"building the site {RUNS} times …", file=sys.stderr)
        own = measure_build(ROOT, site, RUNS)
        paths = write_peer(site, project)
        print(f"building {len(paths)} pages with stock Material {RUNS} times …", file=sys.stderr)
        peer = measure_build(project, project / "site", RUNS)
        print(f"\nfull build, {len(paths)} pages          Carelist  stock Material  budget")
        print(f"seconds, median of {RUNS} runs   {own.seconds:13.2f} {peer.seconds:15.2f}  {BUILD_SECONDS:6.2f}")
        print(f"peak memory, MB            {own.megabytes:13.0f} {peer.megabytes:15.0f}")
        kept = _print_weights(site, project / "site", paths)
    return 0 if kept and own.seconds <= BUILD_SECONDS else 1


def _print_weights(site: Path, peer: Path, paths: list[str]) -> bool:
    """Print the heaviest page of each kind; False where one is over its budget."""
    heaviest: defaultdict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for path in paths:
        heaviest[find_kind(path)].append((weigh(site, path), weigh(peer, path), path))
    print("\nHTML with its render-blocking CSS, gzip -9, heaviest page of each kind, bytes")
    print(f"{'kind':16}{'Carelist':>10}{'stock Material':>16}{'budget':>8}  page")
    kept = True
    for kind, weights in sorted(heaviest.items()):
        own, other, path = max(weights)
        budget = find_budget(kind)
        kept = kept and own <= budget
        mark = "" if own <= budget else "  OVER"
        print(f"{kind:16}{own:10}{other:16}{budget:8}  /{path}{mark}")
    return kept


if __name__ == "__main__":
    sys.exit(main())
