"""Whatever is done to the files, the inspection answers, and answers with places that exist."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.catalog.loading import inspect_catalog

ROOT = Path(__file__).parents[2]
CITIES = {
    "changchun": (ROOT / "catalog", "2025"),
    "lakeside": (ROOT / "tests" / "cities" / "lakeside", "2031"),
}
CITY_FILES = ["site.yml", "pillars.yml", "departments.yml", "hotlines.yml"]
REVISION_FILES = ["notice.yml", "services.yml", "readings.yml", "source.txt"]
WORDS = ["zh", "en", "digest", "id", "number", "departments", "rows", "columns", "kind", "text"]
SCRAPS = [b"\xff", b"\0", b"\t", b": ", b"- ", b'"', b"'", b"|", b"[", b"{", b"&a ", b"*a", b"!!"]
SCRAPS += [b"\n", b"\xe2\x80\xae", b"---\n", b"~", b"no", b"012", b"{}", b"..", b"%", b">-\n"]

Mutation = tuple[str, int, int, bytes]
MUTATIONS = st.tuples(
    st.sampled_from(["flip", "insert", "cut", "drop", "double", "swap", "rename"]),
    st.integers(0, 2**20),
    st.integers(0, 2**20),
    st.sampled_from(SCRAPS),
)


def mutate(content: bytes, mutation: Mutation) -> bytes:
    """Do one harm to the bytes of a file."""
    deed, one, other, scrap = mutation
    if not content:
        return scrap
    place = one % len(content)
    if deed == "flip":
        flipped = bytes([content[place] ^ (1 << other % 8)])
        return content[:place] + flipped + content[place + 1 :]
    if deed == "insert":
        return content[:place] + scrap + content[place:]
    if deed == "cut":
        return content[:place]
    if deed == "rename":
        word = WORDS[one % len(WORDS)].encode() + b":"
        return content.replace(word, WORDS[other % len(WORDS)].encode() + b":", 1 + other % 3)
    lines = content.splitlines(keepends=True)
    place, second = one % len(lines), other % len(lines)
    if deed == "drop":
        del lines[place]
    elif deed == "double":
        lines.insert(second, lines[place])
    else:
        lines[place], lines[second] = lines[second], lines[place]
    return b"".join(lines)


@pytest.mark.parametrize(("city", "examples"), [("lakeside", 300), ("changchun", 30)])
def test_any_harm(city: str, examples: int, tmp_path: Path) -> None:
    """The inspection returns, and every problem's place lies inside its file."""
    source, year = CITIES[city]
    folder = Path(shutil.copytree(source, tmp_path / city))
    names = CITY_FILES + [f"revisions/{year}/{name}" for name in REVISION_FILES]

    @settings(
        max_examples=examples,
        deadline=None,
        derandomize=True,
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
        assert problem.line("en").isprintable()
        assert problem.line("zh").replace("\u3000", "").isprintable()
