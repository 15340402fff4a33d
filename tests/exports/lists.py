"""Lists of every shape: small cities, and what editors, other languages and years make of them."""

from __future__ import annotations

import itertools
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

from carelist.catalog.texts import find_digest
from carelist.eligibility.inspecting import load_list
from carelist.site.place import Place
from carelist.site.site import Site

from tests.conftest import CITIES
from tests.site.building import SITE_URL, edit_yaml
from tests.site.test_pairs import take_years
from tests.third_language import add_korean

if TYPE_CHECKING:
    from collections.abc import Callable

SIGNS = (
    *("=", "+", "-", "@", "'", "''", '"', "|", "%", "_", "*", "\\", "~~", "&lt;", "&#60;", "]]>"),
    *("1. ", "# ", "> ", "```", "`a`", "[a](b)", "<b>", "</script>", "\\n", "@id", "\\u0041"),
    *("_x0041_", "1E5", "2031-01-02", "TRUE", "#N/A ", "0012", "=1+1", '=HYPERLINK("x")', " x "),
)
"""What a spreadsheet, Markdown, HTML, Turtle, JSON-LD or a workbook would take for its own."""
OTHER_SIGNS = ("＝", "＋", "－", "＠", "　", "𠮷😀", "é", "①", "～")
"""Signs that English does not have."""


def _edit_texts(folder: Path, edit: Callable[[dict[str, Any]], object]) -> None:
    """Edit every text of a city's files, by locale."""

    def visit(value: Any) -> None:  # noqa: ANN401  # YAML is of many types
        if isinstance(value, dict):
            if isinstance(value.get("zh"), str):
                edit(value)
            for below in [*value.values()]:
                visit(below)
        elif isinstance(value, list):
            for below in value:
                visit(below)

    for file in sorted(folder.rglob("*.yml")):
        edit_yaml(file, visit)


def _poison(folder: Path) -> None:
    """Put a sign before and behind every English text, and every Chinese one that is ours."""
    signs, others = itertools.cycle(SIGNS), itertools.cycle((*OTHER_SIGNS, *SIGNS))

    def poison_ours(services: dict[str, Any]) -> None:
        for service in services["services"]:
            clauses = service["clauses"]
            ours = [
                service.get("title"),
                service.get("summary"),
                *(c.get("title") for c in clauses),
            ]
            for text in filter(None, ours):
                text["zh"] = f"{next(others)}{text['zh']}{next(others)}"
                if "digest" in text:
                    text["digest"] = find_digest(text["zh"])

    def poison(text: dict[str, Any]) -> None:
        if isinstance(text.get("en"), str):
            text["en"] = f"{next(signs)}{text['en']}{next(signs)}"

    def poison_sources(departments: dict[str, Any]) -> None:
        for department in departments["departments"]:
            department["name_source"] = f"{next(signs)}{department['id']}; {next(signs)}"

    for file in sorted(folder.rglob("services.yml")):
        edit_yaml(file, poison_ours)
    edit_yaml(folder / "departments.yml", poison_sources)
    _edit_texts(folder, poison)


def _leave_behind(text: dict[str, Any]) -> None:
    if "digest" in text:
        text["digest"] = "0" * 8


def _take_translation(text: dict[str, Any]) -> None:
    text.pop("en", None)
    text.pop("digest", None)


def _fall_behind(folder: Path) -> None:
    """Change what all English was made from, and give all of it up to the public."""
    _edit_texts(folder, _leave_behind)
    _license(folder, "cc0")


def _ask_for_documents(folder: Path) -> None:
    """Have the last column say which documents are asked for."""
    services = folder / "revisions" / "2035" / "services.yml"
    edit_yaml(services, lambda rows: rows["columns"][-1].update(means="documents"))


EDITS: dict[str, tuple[str, Callable[[Path], object]]] = {
    "documents": ("hillside", _ask_for_documents),
    "hostile": ("lakeside", _poison),
    "behind": ("lakeside", _fall_behind),
    "untranslated": ("greenhill", lambda folder: _edit_texts(folder, _take_translation)),
    "three-languages": ("lakeside", add_korean),
    "unlicensed": ("ferry", lambda folder: _license(folder, "none")),
}
"""By name: the city that is edited, and how."""
NAMES = ("five-years", *EDITS)
"""Of all lists: of the first, `make_site` tells."""


def _license(folder: Path, licence: str) -> None:
    edit_yaml(folder / "site.yml", lambda site: site.update(licence=licence))


def make_site(name: str, folder: Path) -> Site:
    """Make the site of a list by its name; an edited copy is made in a folder."""
    if name == "five-years":  # a city whose three lists return
        return Site.of(take_years(5)[0], Place(SITE_URL, ""))
    if name in EDITS:
        city, edit = EDITS[name]
        copy = Path(shutil.copytree(CITIES / city, folder / name))
        for record in copy.rglob("published.yml"):
            record.unlink()
        edit(copy)
        return _open(copy)
    return _open(CITIES / name)


def _open(folder: Path) -> Site:
    return Site.of(load_list(folder), Place(SITE_URL, ""))
