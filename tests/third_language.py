"""A list in a language that the program does not ship: made of YAML alone."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING, Any

import yaml
from carelist.speech.plain_yaml import read_plain
from carelist.speech.words import SHIPPED

from tests.site.building import edit_yaml
from tests.speaking import KOREAN

if TYPE_CHECKING:
    from pathlib import Path

KEPT = re.compile(r"(\{[^}]*\}|<[^>]*>|&\w+;)")
"""What is filled in, and what is no text."""
LETTER = re.compile(r"[^\W\d_]")


def say_in_korean(text: str) -> str:
    """Give a text in letters of Hangul, another for every letter: it means nothing, and is told."""
    parts = KEPT.split(text)
    parts[::2] = [LETTER.sub(lambda one: chr(0xAC00 + ord(one[0]) % 11172), p) for p in parts[::2]]
    return "".join(parts)


def _translate(value: Any) -> None:  # noqa: ANN401  # YAML is of many types
    """Give every text, and every word of the vocabulary, in Korean too."""
    if isinstance(value, dict):
        chinese = value.get("zh")
        if isinstance(chinese, str):
            value["ko"] = say_in_korean(chinese)
        elif chinese and all(isinstance(term, str) for term in chinese):
            value["ko"] = [say_in_korean(term) for term in chinese]
        for below in [*value.values()]:
            _translate(below)
    elif isinstance(value, list):
        for entry in value:
            _translate(entry)


def add_korean(catalog: Path) -> None:
    """Give a list in Korean besides, with words of its own and pages written by hand."""
    edit_yaml(catalog / "site.yml", lambda site: site.update(locales=["zh", "en", "ko"]))
    for file in sorted(catalog.rglob("*.yml")):
        edit_yaml(file, _translate)
    words = catalog / "locales" / "ko"
    words.mkdir(parents=True)
    (words / "locale.yml").write_text(KOREAN, "utf-8")
    for file in (SHIPPED / "zh").glob("*.yml"):
        if file.name not in {"locale.yml", "fields.yml"}:
            said = {key: say_in_korean(text) for key, text in read_plain(file).items()}
            (words / file.name).write_text(yaml.safe_dump(said, allow_unicode=True), "utf-8")
    shutil.copytree(SHIPPED / "zh" / "prose", words / "prose")
