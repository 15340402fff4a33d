"""Words of the program kept in YAML files, Chinese beside English."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal

from pydantic import TypeAdapter

from generator.catalog.located_yaml import parse_yaml
from generator.catalog.problems import CatalogError

if TYPE_CHECKING:
    from pathlib import Path

WORDS = TypeAdapter(dict[str, dict[Literal["zh", "en"], str]])


class Words(dict[str, str]):
    """The words of one locale by key; also as attributes, for templates."""

    def __getattr__(self, key: str) -> str:
        try:
            return self[key]
        except KeyError:
            message = f"words.yml has no '{key}'"
            raise AttributeError(message) from None

    def count(self, key: str, number: int) -> str:
        """Say how many: `key_one` for one thing, `key_other` for any other number."""
        form = "one" if number == 1 else "other"
        return self[f"{key}_{form}"].format(count=number)


def read_words(file: Path, locale: Literal["zh", "en"]) -> Words:
    """Read the words of a locale.

    Raises:
        CatalogError: If the file is not the YAML it should be.
    """
    return Words({key: word[locale] for key, word in _read_file(file).items()})


@cache
def _read_file(file: Path) -> dict[str, dict[Literal["zh", "en"], str]]:
    document = parse_yaml(file.name, file.read_bytes())
    if document.problems or document.root is None:
        raise CatalogError(document.problems)
    return WORDS.validate_python(document.root.to_plain())
