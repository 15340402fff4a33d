"""A small fixed sample of the random pairs of lists; `python -m bench.pairs` runs thousands."""

from __future__ import annotations

from bench.pairs import run


def test_no_pair_of_lists_ends_in_an_error() -> None:
    """Nor takes long; the variants are those of all fictional cities."""
    told: list[str] = []
    pool = {"lakeside": 4, "clearwater": 2, "cloudbridge": 2}
    assert list(run(6, 1, pool, told.append)) == []
    assert told == ["variants: lakeside 4, clearwater 2, cloudbridge 2"]
