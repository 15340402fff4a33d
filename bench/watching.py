"""A look that is taken again and again beside what is measured."""

from __future__ import annotations

import threading
from abc import ABC, abstractmethod
from typing import Self


class Watch(ABC):
    """Looks in a thread of its own, from `with` to the end of its block."""

    def __init__(self, pause: float) -> None:
        """Look every so many seconds, and as long as a look takes."""
        self._pause = pause
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._go_on, daemon=True)

    def __enter__(self) -> Self:
        """Begin."""
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        """End."""
        self._ended.set()
        self._thread.join()

    def _go_on(self) -> None:
        while not self._ended.wait(self._pause):
            self.look()

    @abstractmethod
    def look(self) -> None:
        """Take one look."""
