"""Letters that nobody means anything by."""

from pathlib import Path

import yaml

NONSENSE: list[str] = yaml.safe_load(
    (Path(__file__).parent / "cases" / "nonsense.yml").read_text(encoding="utf-8")
)
