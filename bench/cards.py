"""Share pictures: how long ours take, beside those that Material's social plugin draws."""

from __future__ import annotations

import os
import shutil
import statistics
import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from carelist.builder import load_kit
from carelist.publicity.typesetting import FONTS
from carelist.site.kit import find_place

from bench.building import Build, build, run
from bench.figures import NOTHING, Figure
from bench.phrases import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bench.sites import Sites

ROOT = Path(__file__).parent.parent
FAMILY = "Noto Sans SC"
KINDS = ("services", "pillars", "departments", "situations")
CONFIGURATION = """\
  - social:
      cards_layout_options:
        font_family: {family}
      cards_include: {pages}
"""
"""What is added to the peer's plugins."""
FONT_FOLDER = ".cache/plugin/social/fonts"
"""Where the plugin looks for fonts before it asks the net."""
NO_CAIRO = Words("没有 Cairo，没有测", "not measured: Cairo is not there")


class _Costs(NamedTuple):
    """What a picture costs of the processor, in milliseconds."""

    cold: float
    warm: float


def measure_cards(sites: Sites, folder: Path, runs: int) -> Iterator[Figure]:
    """Yield the costs of a picture, when none is made yet and when nothing has changed."""
    own, count = _measure_own(folder, runs)
    peer = _measure_peer(sites, folder, runs) if _has_cairo() else None
    for name, cost, other in (
        (Words("新做", "cold"), own.cold, peer and peer.cold),
        (Words("再做", "warm"), own.warm, peer and peer.warm),
    ):
        yield Figure(
            Words(
                f"{count} 张分享图，每张的处理器时间，{name.zh}",
                f"{count} share pictures, time of the processor each, {name.en}",
            ),
            "milliseconds",
            cost,
            other,
            remark=NOTHING if peer else NO_CAIRO,
        )


def _measure_own(folder: Path, runs: int) -> tuple[_Costs, int]:
    out, cache = folder / "cards-out", folder / "cards-cache"
    variables = {"CARELIST_CACHE": str(cache)}
    cold, warm = [], []
    for _ in range(runs):
        shutil.rmtree(cache, ignore_errors=True)
        cold.append(run(("bench.cards", str(out)), ROOT, variables))
        warm.append(run(("bench.cards", str(out)), ROOT, variables))
    count = sum(1 for _ in out.rglob("*.png"))
    return _Costs(_share(cold, count), _share(warm, count)), count


def _measure_peer(sites: Sites, folder: Path, runs: int) -> _Costs:
    """Measure builds of the peer with and without cards; the cards cost the difference."""
    project = folder / "peer-cards"
    shutil.copytree(sites.peer.parent, project, ignore=shutil.ignore_patterns("site", ".cache"))
    for style in ("Regular", "Bold"):
        target = project / FONT_FOLDER / FAMILY / f"{style}.otf"
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(FONTS / f"NotoSansSC-{style}.otf", target)
    plain = [build(project, project / "site") for _ in range(runs)]
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write(CONFIGURATION.format(family=FAMILY, pages=list(_list_patterns())))
    cold, warm = [], []
    for _ in range(runs):
        _forget_pictures((project / FONT_FOLDER).parent)
        cold.append(build(project, project / "site"))
        warm.append(build(project, project / "site"))
    count = sum(1 for _ in (project / "site/assets/images/social").rglob("*.png"))
    without = _share(plain, count)
    return _Costs(_share(cold, count) - without, _share(warm, count) - without)


def _forget_pictures(cache: Path) -> None:
    """Leave nothing but the fonts."""
    for made in cache.iterdir():
        if made.is_dir() and made.name != "fonts":
            shutil.rmtree(made)
        elif made.is_file():
            made.unlink()


def _list_patterns() -> Iterator[str]:
    """Yield patterns of the pages that have a picture of their own."""
    for prefix in ("", "en/"):
        yield f"{prefix}index.md"
        yield from (f"{prefix}{kind}/*/index.md" for kind in KINDS)


def _share(builds: list[Build], count: int) -> float:
    return statistics.median(one.processor for one in builds) / count * 1000


def _has_cairo() -> bool:
    try:
        import_module("cairosvg")
    except (ImportError, OSError):  # the module, or the library that it calls
        return False
    return True


def make_own(out: Path) -> None:
    """Make the share pictures of the real list, as `carelist kit` does with all pieces."""
    kit = load_kit(ROOT / "mkdocs.yml")
    pieces = [piece for piece in kit.pieces if piece.kind == "share"]
    kit.start(pieces)
    for piece in pieces:
        kit.write(piece, out / find_place(piece))
    kit.close()


if __name__ == "__main__":
    os.environ.setdefault("SITE_URL", "https://list.example.org/")
    make_own(Path(sys.argv[1]))
