"""The words of the interface, kept in words.yml, Chinese beside English."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from pydantic import TypeAdapter

from generator.catalog.located_yaml import parse_yaml
from generator.catalog.problems import CatalogError

if TYPE_CHECKING:
    from generator.site.addresses import Locale

WORDS = TypeAdapter(dict[str, dict[Literal["zh", "en"], str]])
FILE = Path(__file__).with_name("words.yml")


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


@cache
def load_words(locale: Locale) -> Words:
    """Load the words of a locale.

    Raises:
        CatalogError: If words.yml is not the YAML it should be.
    """
    document = parse_yaml(FILE.name, FILE.read_bytes())
    if document.problems or document.root is None:
        raise CatalogError(document.problems)
    words = WORDS.validate_python(document.root.to_plain())
    return Words({key: word[locale] for key, word in words.items()})
