"""The JSON Schemas that editors use: in step, true of the real files, and strict."""

from __future__ import annotations

import copy
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from carelist.catalog.json_writing import to_json
from carelist.catalog.schema import (
    MODELS,
    describe_record,
    find_stale_schemas,
    list_hints,
    make_schema,
    render_schema,
    write_schemas,
)
from carelist.portal.records import Places
from carelist.speech.locales import SHIPPED_LOCALES

ROOT = Path(__file__).parents[2]
FILES = sorted(
    path
    for folder in (ROOT / "catalog", ROOT / "tests" / "cities" / "lakeside")
    for path in (*folder.glob("*.yml"), *folder.glob("revisions/*/*.yml"))
)


class CoreLoader(yaml.SafeLoader):
    """Reads scalars as YAML 1.2 does, and as an editor's language server will."""

    yaml_implicit_resolvers = {}  # noqa: RUF012  # PyYAML's own way


for tag, pattern, first in (
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", r"~|null|Null|NULL|", "~nN\0"),
):
    CoreLoader.add_implicit_resolver(
        f"tag:yaml.org,2002:{tag}", re.compile(f"(?:{pattern})$"), list(first)
    )


def load(path: Path) -> Any:  # noqa: ANN401  # as YAML holds it
    """Read a file as an editor does."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=CoreLoader)  # noqa: S506  # safe one


def find_faults(name: str, tree: object) -> list[str]:
    """The faults that an editor underlines."""
    validator = jsonschema.Draft202012Validator(
        make_schema(name, SHIPPED_LOCALES), format_checker=jsonschema.FormatChecker()
    )
    return [error.message for error in validator.iter_errors(tree)]


def test_schemas_are_in_step() -> None:
    """The committed schemas are those of the records; `carelist schema --write` remakes them."""
    assert list(find_stale_schemas(ROOT / "catalog" / "schema")) == []


def test_there_are_no_other_schemas() -> None:
    """The folder of schemas holds one for each kind of file."""
    names = sorted(path.name for path in (ROOT / "catalog" / "schema").iterdir())
    assert names == sorted(f"{name}.schema.json" for name in MODELS)


@pytest.mark.parametrize("name", MODELS)
def test_schema_is_valid_and_stable(name: str) -> None:
    """A schema is one by its own rules, and always the same bytes."""
    jsonschema.Draft202012Validator.check_schema(make_schema(name, SHIPPED_LOCALES))
    assert render_schema(name) == render_schema(name)
    assert "null" not in render_schema(name)


def test_writing_mends_only_what_is_out_of_step(tmp_path: Path) -> None:
    """A second writing has nothing to do."""
    assert len(write_schemas(tmp_path)) == len(MODELS)
    (tmp_path / "site.schema.json").write_text("{}", encoding="utf-8")
    assert write_schemas(tmp_path) == [tmp_path / "site.schema.json"]
    assert write_schemas(tmp_path) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_file_is_of_its_schema(path: Path) -> None:
    """Every file of both cities has no fault in an editor, and names its schema."""
    assert find_faults(path.stem, load(path)) == []
    first = path.read_text(encoding="utf-8").partition("\n")[0]
    link = first.removeprefix("# yaml-language-server: $schema=")
    schema = ROOT / "catalog" / "schema" / f"{path.stem}.schema.json"
    assert (path.parent / link).resolve() == schema


def at(tree: Any, *path: str | int) -> Any:  # noqa: ANN401  # as YAML holds it
    """Follow a path into a tree."""
    for step in path:
        tree = tree[step]
    return tree


MISTAKES = {
    "misspelt key": ("services", ("services", 0), "titel", "x"),
    "text for a list": ("services", ("services", 0), "departments", "health"),
    "number as text": ("services", ("services", 0), "number", "one"),
    "number zero": ("services", ("services", 0), "number", 0),
    "no boolean is an id": ("services", ("services", 0), "group", False),
    "unknown way": ("services", ("services", 0, "clauses", 0), "how", "buy"),
    "English under zh": ("site", ("name",), "zh", "Carelist"),
    "Chinese under en": ("site", ("name",), "en", "清单"),
    "digest without quotes": ("site", ("name",), "digest", 12345678),
    "short digest": ("site", ("name",), "digest", "1a2b"),
    "empty text": ("site", ("name",), "en", ""),
    "blank value": ("site", ("name",), "en", None),
    "id with capitals": ("pillars", ("pillars", 0), "id", "Education"),
    "unknown colour": ("pillars", ("pillars", 0), "colour", "red"),
    "telephone number without quotes": ("hotlines", ("hotlines", 0), "number", 12345),
    "impossible date": ("notice", (), "printed_on", "2025-13-40"),
    "path as file name": ("notice", (), "source", "../source.txt"),
    "unknown kind": ("readings", ("readings", 0), "kind", "guess"),
    "rows backwards in words": ("readings", ("readings", 0), "rows", "all"),
    "percentage above 100": ("readings", ("readings", 0), "sure", 101),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_mistake_is_underlined(mistake: str) -> None:
    """A typical mistake is one fault in the editor."""
    name, path, key, value = MISTAKES[mistake]
    file = next(file for file in FILES if file.stem == name)
    tree = copy.deepcopy(load(file))
    at(tree, *path)[key] = value
    assert len(find_faults(name, tree)) == 1


def test_hints_speak_of_what_exists() -> None:
    """Every hint of a language stands in some schema; examples of code stand in none."""
    shown = "".join(render_schema(name) for name in MODELS)
    shown += to_json(describe_record(Places, SHIPPED_LOCALES))
    assert ">>>" not in shown
    assert [
        hint for words in list_hints() for hint in words.values() if render_text(hint) not in shown
    ] == []


def render_text(text: str) -> str:
    """A text as JSON writes it."""
    return text.replace("\\", "\\\\").replace('"', '\\"')
