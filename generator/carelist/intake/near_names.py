"""Names of which a line may have all characters but one.

A name that has lost or exchanged one character keeps one of its halves whole. So a line is searched
for halves, and what stands around each is compared with the names less one character.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class NearNames:
    """Many names, to be found in many lines; the time grows with the lines, not with the names."""

    def __init__(self, names: Iterable[str]) -> None:
        self._halves: dict[str, set[tuple[int, int]]] = {}
        """By half: how long the names are that have it, and where it begins in them."""
        self._shortened: dict[str, set[str]] = {}
        """By what is left of them without one inner character: the names."""
        for name in set(names):
            middle = len(name) // 2
            for half, start in ((name[:middle], 0), (name[middle:], middle)):
                self._halves.setdefault(half, set()).add((len(name), start))
            for left in _shorten(name):
                self._shortened.setdefault(left, set()).add(name)
        self._lengths = sorted({len(half) for half in self._halves})

    def find(self, line: str) -> list[str]:
        """List the names that a line may have but for one character, in their order."""
        found: set[str] = set()
        for words in set(self._list_windows(line)):
            for left in (words, *_shorten(words)):
                found |= self._shortened.get(left, set()) - {words}
        return sorted(found)

    def _list_windows(self, line: str) -> Iterator[str]:
        """Yield what stands around each half, as long as its names and one character less."""
        for size in self._lengths:
            for at in range(len(line) - size + 1):
                for length, start in self._halves.get(line[at : at + size], ()):
                    if start:  # the end is whole
                        yield line[max(0, at + size - length) : at + size]
                        yield line[max(0, at + size - length + 1) : at + size]
                    else:
                        yield line[at : at + length]
                        yield line[at : at + length - 1]


def _shorten(name: str) -> Iterator[str]:
    """Yield a name without each of its inner characters."""
    return (name[:at] + name[at + 1 :] for at in range(1, len(name) - 1))
