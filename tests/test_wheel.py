"""From the wheel alone, without MkDocs and Material: any city, and the real one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.installing import city, installed, run
from tests.publicity.scanning import scan_document, scan_picture
from tests.publicity.structure import list_words
from tests.site.building import ELSEWHERE, ROOT, read_tree

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

__all__ = ["city", "installed", "run"]
OTHERS = re.compile(r"长春|Changchun|流动儿童|[Mm]igrant child|(?<![-\d.])2025(?!\d)|measurements/")
"""What only the site of Changchun says: its name, its people, its year, its measurements."""
DRAFT = re.compile("草稿：|A draft: ")
REFRESH = 'http-equiv="refresh"'
"""Of pages that only lead to another."""
TEXTS = {".html", ".mjs", ".js", ".json", ".xml", ".txt", ".css", ".svg", ".csv"}


def test_properdocs_builds_the_same_site(
    built: Path, run: Callable[..., str], tmp_path: Path
) -> None:
    """Each file byte for byte, wherever it is built; but for the record of what it was built of."""
    site = tmp_path / "site"
    run(ROOT, "properdocs", "build", "--quiet", "--site-dir", str(site), **ELSEWHERE)
    expected, found = read_tree(built), read_tree(site)
    assert expected.keys() == found.keys()
    differing = [name for name, content in found.items() if content != expected[name]]
    assert set(differing) <= {"data/build.json"}


def test_a_new_city_is_a_whole_site(city: Path) -> None:
    """Each kind of page stands there in both languages, as a draft that says so."""
    pages = [*(city / "site").rglob("*.html")]
    assert len(pages) > 40
    shown = (page for page in pages if REFRESH not in page.read_text("utf-8"))
    assert [page for page in shown if not DRAFT.search(page.read_text("utf-8"))] == []
    for address in ("about", "accessibility", "data", "offline", "search", "check", "services/one"):
        assert (city / "site" / address / "index.html").is_file(), address
        assert (city / "site" / "en" / address / "index.html").is_file(), address


def test_each_piece_of_a_preview_says_so(city: Path) -> None:
    """Its code holds that there is no address yet, and what is printed is not to be handed out."""
    kit = city / "site" / "kit"
    nowhere = "（预览：还没有网址）"
    documents = [path.read_bytes() for path in kit.rglob("*.pdf")]
    assert len(documents) == 9
    assert {text for one in documents for text in scan_document(one)} == {nowhere}
    drawn = ("".join(word for word, _ in list_words(one)) for one in documents)
    assert [words for words in drawn if "预览，不要发放" not in words] == []
    codes = [path.read_bytes() for name in ("code", "square") for path in kit.rglob(f"{name}.png")]
    assert [scan_picture(code) for code in codes] == [[nowhere]] * 6


def test_nothing_of_another_city_is_in_it(city: Path) -> None:
    """Neither in its site nor among the files that it begins with."""
    files = [path for path in city.rglob("*") if path.is_file() and ".cache" not in path.parts]
    texts = {
        path.relative_to(city).as_posix(): path.read_text("utf-8")
        for path in files
        if path.suffix in TEXTS | {".md", ".yml"}
    }
    assert len(texts) > 100
    assert {name: OTHERS.findall(text) for name, text in texts.items() if OTHERS.search(text)} == {}


def test_commands_work_beside_a_wheel(city: Path, run: Callable[..., str]) -> None:
    """Its version, its schemas in step with its records, the one language after the other."""
    assert run(city, "carelist", "--version") == "carelist 0.1.0\n"
    assert run(city, "carelist", "schema") == ""
    assert run(city, "carelist", "locales") == "zh\nen\n"
