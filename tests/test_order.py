"""In which order the tests begin: what takes longest is not waited for alone at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest

from tests.conftest import ROOT, TAKE_LONGEST, pytest_collection_modifyitems

if TYPE_CHECKING:
    from pathlib import Path

TESTS = ROOT / "tests"


class Item:
    """A test, as far as its order hangs on it."""

    def __init__(self, path: Path) -> None:
        self.path = path


def test_the_longest_are_there() -> None:
    """A file that has another name now would begin late, and nobody would be told."""
    assert [name for name in TAKE_LONGEST if not (TESTS / name).is_file()] == []


@pytest.mark.parametrize("count", [1, 3, 5])
def test_each_process_begins_with_some_of_the_longest(
    monkeypatch: pytest.MonkeyPatch, count: int
) -> None:
    """In the part that it is given first; no test is lost, and the rest keep their order."""
    monkeypatch.setenv("PYTEST_XDIST_WORKER_COUNT", str(count))
    rest = [Item(TESTS / f"test_{number:02}.py") for number in range(40)]
    longest = [Item(TESTS / name) for name in TAKE_LONGEST for _ in range(2)]
    items = [*rest, *reversed(longest)]
    pytest_collection_modifyitems(cast("list[pytest.Item]", items))
    assert sorted(map(id, items)) == sorted(map(id, [*rest, *longest]))
    assert [item for item in items if item in rest] == rest
    left, begun = [*items], []
    for others in range(count, 0, -1):  # as xdist deals them out
        begun.append(left[0].path)
        del left[: len(left) // others]
    assert begun == [TESTS / name for name in TAKE_LONGEST[:count]]
