"""English that is missing or behind is listed with the Chinese before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from click.testing import CliRunner

from generator.cli import main
from tests.catalog.test_cases import change

if TYPE_CHECKING:
    from pathlib import Path


def test_translations_are_listed(cloudbridge: Path) -> None:
    """Stale where the Chinese is another one, which an earlier list still has; or missing."""
    for record in cloudbridge.glob("revisions/*/published.yml"):
        record.unlink()
    services = "revisions/2033/services.yml"
    edits = [
        {"file": services, "from": "zh: 上门走访", "to": "zh: 上门看望"},
        {"file": services, "from": "      en: Reading in the library.\n", "to": ""},
    ]
    for edit in edits:
        change(cloudbridge, edit)
    result = CliRunner().invoke(main, ["translations", "--catalog", str(cloudbridge)])
    assert result.output.splitlines() == [
        "revisions/2033/services.yml services.2.summary: missing 缺英文",
        "  zh now 现在的中文: 到图书馆读书。",
        "revisions/2033/services.yml services.10.clauses.1.title: stale 未更新",
        "  zh before 原来的中文: 上门走访",
        "  zh now 现在的中文: 上门看望",
        "  en 英文: Home visits",
        "stale or missing 待更新: 2",
    ]
