"""An editor who changes the summary of a service, as one does in a text editor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelist.catalog.texts import find_digest
from carelist.speech.plain_yaml import read_plain

from bench.figures import CannotMeasureError

if TYPE_CHECKING:
    from pathlib import Path


class Editor:
    """Changes one summary of a project's latest list, the same each time, and nothing else.

    Its translations are said to follow it, so that nothing is left to do.
    """

    def __init__(self, project: Path) -> None:
        """Find the first service whose summary stands in its file once, in one line.

        Raises:
            CannotMeasureError: If there is none.
        """
        *_, year = sorted((project / "catalog" / "revisions").iterdir())
        self._file = year / "services.yml"
        self._text = self._file.read_text(encoding="utf-8")
        for service in read_plain(self._file)["services"]:
            self._summary, self._digest = (service["summary"].get(key) for key in ("zh", "digest"))
            self.service: str = service["id"]
            """The id of the service."""
            stands = (self._text.count(one) for one in (self._summary, self._digest or ""))
            if all(count == 1 for count in stands):
                return
        raise CannotMeasureError(f"no summary stands alone in {self._file}")

    def edit(self, number: int) -> str:
        """Save the summary with words of an edit by its number; give what its page now says."""
        changed = f"{self._summary.rstrip('。')}，第{number + 1}次改过。"
        text = self._text.replace(self._summary, changed)
        text = text.replace(self._digest, find_digest(changed))
        self._file.write_text(text, encoding="utf-8")
        return changed
