"""Scripts as they are published."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.site.scripts import strip_comments
from tests.site.building import ROOT

if TYPE_CHECKING:
    from pathlib import Path


def test_only_comments_for_editors_go() -> None:
    """Blocks on lines of their own and types inside a line; strings and other comments stay."""
    script = (
        "/**\n * What it does.\n */\n"
        'import { a } from "./a.mjs";\n\n'
        "  /** @param {string} b */\n"
        "const c = /** @type {string} */ (a);  // kept\n"
        'const d = "/** kept */";\n'
    )
    assert strip_comments(script) == (
        'import { a } from "./a.mjs";\n\nconst c = (a);  // kept\nconst d = "/** kept */";\n'
    )


def test_published_scripts_are_those_that_are_written(built: Path) -> None:
    """Every module is published, lighter, and with each of its exports."""
    folder = ROOT / "docs" / "scripts"
    for path in sorted(folder.rglob("*.mjs")):
        written = path.read_text(encoding="utf-8")
        published = (built / "scripts" / path.relative_to(folder)).read_text(encoding="utf-8")
        assert "/**" not in published
        assert len(published) < len(written)
        assert published.count("export ") == written.count("export ")
