"""Ready questions for a kind of people, with which a city begins, to edit them by its list."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from carelist.catalog.texts import find_digest
from carelist.catalog.yaml_writing import write_yaml
from carelist.speech.comments import write_comment
from carelist.speech.locales import SOURCE
from carelist.speech.plain_yaml import read_plain

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from carelist.speech.locales import Locales
    from carelist.speech.people import PeopleKind

FOLDER = Path(__file__).parents[1] / "questions"
FILE = "questions.yml"
SCHEMA = "# yaml-language-server: $schema=schema/questions.schema.json\n"


def write_questions(kind: PeopleKind, locales: Locales) -> str:
    """Write the questions for a kind of people as a city's questions.yml has them.

    In the languages of the site, of those that the questions are in; each translation with the
    digest of the Chinese that it was made from.
    """
    content = read_plain(FOLDER / f"{kind}.yml")
    tags = {locale.tag for locale in locales}
    return write_yaml(_choose(content, tags), f"{SCHEMA}{write_comment('questions')}\n")


def _choose(value: Any, tags: AbstractSet[str]) -> Any:  # noqa: ANN401  # of any depth
    """Give what a file holds with its texts in some languages only, and their digests."""
    if isinstance(value, list):
        return [_choose(one, tags) for one in value]
    if not isinstance(value, dict):
        return value
    if SOURCE.tag not in value:
        return {key: _choose(one, tags) for key, one in value.items()}
    chosen = {tag: text for tag, text in value.items() if tag in tags}
    return chosen | ({"digest": find_digest(value[SOURCE.tag])} if len(chosen) > 1 else {})
