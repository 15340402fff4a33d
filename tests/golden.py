"""Golden cases as YAML: written so that a reviewer can read the diff."""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


class _Dumper(yaml.SafeDumper):
    """Writes words of several lines as lines."""

    def represent_lines(self, words: str) -> yaml.ScalarNode:
        """Choose the block style where there is a line end."""
        style = "|" if "\n" in words else None
        return self.represent_scalar("tag:yaml.org,2002:str", words, style)


_Dumper.add_representer(str, _Dumper.represent_lines)


def write_case(path: Path, case: Mapping[str, object]) -> None:
    """Write a case with what was told anew."""
    text = yaml.dump(dict(case), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1000)
    path.write_text(text, encoding="utf-8")
