"""Whatever is done to the files, the inspection answers, and answers with places that exist."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from carelist.catalog.loading import inspect_catalog
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bench.harms import DEEDS, MOST, SCRAPS, Harm, do_harm
from tests.speaking import EN, ZH

ROOT = Path(__file__).parents[2]
CITIES = {
    "changchun": (ROOT / "catalog", "2025"),
    "lakeside": (ROOT / "tests" / "cities" / "lakeside", "2031"),
}
CITY_FILES = ["site.yml", "pillars.yml", "departments.yml", "hotlines.yml"]
REVISION_FILES = ["notice.yml", "services.yml", "readings.yml", "source.txt"]
WORDS = ["zh", "en", "digest", "id", "number", "departments", "rows", "columns", "kind", "text"]

NUMBERS = st.integers(0, MOST)
HARMS = st.builds(Harm, st.sampled_from(DEEDS), NUMBERS, NUMBERS, st.sampled_from(SCRAPS))
Mutation = tuple[str, str] | Harm
"""A harm to the bytes, or two keys of which the second stands in place of the first."""
MUTATIONS = HARMS | st.tuples(st.sampled_from(WORDS), st.sampled_from(WORDS))


def mutate(content: bytes, mutation: Mutation) -> bytes:
    """Do one harm to the bytes of a file."""
    if isinstance(mutation, Harm):
        return do_harm(content, mutation)
    word, other = mutation
    return content.replace(f"{word}:".encode(), f"{other}:".encode(), 2)


@pytest.mark.parametrize(("city", "examples"), [("lakeside", 60), ("changchun", 6)])
def test_any_harm(city: str, examples: int, tmp_path: Path) -> None:
    """The inspection returns, and every problem's place lies inside its file."""
    source, year = CITIES[city]
    folder = Path(shutil.copytree(source, tmp_path / city))
    names = CITY_FILES + [f"revisions/{year}/{name}" for name in REVISION_FILES]

    @settings(
        max_examples=examples,
        suppress_health_check=list(HealthCheck),
    )
    @given(
        st.lists(st.tuples(st.sampled_from(names), MUTATIONS), min_size=1, max_size=4),
    )
    def harm(harms: list[tuple[str, Mutation]]) -> None:
        for name, mutation in harms:
            path = folder / name
            path.write_bytes(mutate(path.read_bytes(), mutation))
        try:
            check_places(folder)
        finally:
            for name in names:
                shutil.copyfile(source / name, folder / name)

    harm()


def check_places(folder: Path) -> None:
    """Inspect a folder, and hold every problem against the file it names."""
    for problem in inspect_catalog(folder).problems:
        path = Path(problem.position.file)
        assert path.is_relative_to(folder)
        text = path.read_bytes().decode("utf-8", "replace") if path.is_file() else ""
        lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        assert 1 <= problem.position.line <= len(lines)
        assert 1 <= problem.position.column <= len(lines[problem.position.line - 1]) + 1
        assert problem.line(EN).isprintable()
        assert problem.line(ZH).replace("\u3000", "").isprintable()
