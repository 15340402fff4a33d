"""The city's files with proposed entries at the end of their lists."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carelist.catalog.yaml_writing import write_entries, write_yaml
from carelist.speech.comments import write_comment

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carelist.intake.before import Plain
    from carelist.speech.locales import Locale

_SCHEMA = "# yaml-language-server: $schema=schema/{name}.schema.json\n"
_INDENT = "  "


def add_entries(text: str, name: str, entries: Sequence[Plain], language: Locale) -> str:
    """Add entries at the end of the one list of a file; all that stands there stays as it is.

    Args:
        text: What the file holds; empty where it is not there yet.
        name: Of the file and of its list, such as `departments`.
        entries: What is proposed.
        language: Of the comment at the head of a new file.
    """
    if not text.strip():
        heading = f"{_SCHEMA.format(name=name)}{write_comment(name, language)}\n"
        return write_yaml({name: list(entries)}, heading)
    text = re.sub(rf"^{name}:[ \t]*\[\s*\][ \t]*$", f"{name}:", text, flags=re.MULTILINE)
    first = re.search(rf"^{name}:[^\n]*\n(?:[ \t]*(?:#[^\n]*)?\n)*([ ]*)- ", text, re.MULTILINE)
    indent = first[1] if first else _INDENT
    return f"{text.rstrip()}\n" + "\n".join(write_entries(entries, indent)) + "\n"
