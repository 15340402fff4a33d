"""A sample of what `python -m bench.mutants` tries by thousands."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from bench.harms import harm_bytes, harm_copy, harm_list, harm_tree
from bench.mutants import try_mutants

if TYPE_CHECKING:
    from pathlib import Path

SAMPLE = range(20)


def test_no_mutant_of_a_list_ends_in_a_traceback(tmp_path: Path) -> None:
    """Each is told, or all that is made of a list is made of it; some of both are among them."""
    outcomes = list(try_mutants(15, SAMPLE, tmp_path))
    assert [outcome.crash for outcome in outcomes] == [""] * len(SAMPLE)
    assert {outcome.passes for outcome in outcomes} == {True, False}


def test_the_same_harm_is_done_in_every_run(lakeside: Path) -> None:
    """A mutant is known by its seed and its number; each harm changes what it is done to."""
    services = lakeside / "revisions" / "2031" / "services.yml"
    content = services.read_bytes()
    for harm in (harm_bytes, harm_copy, harm_tree):
        mutants = {harm(content, random.Random(seed)) for seed in range(20)}
        assert len(mutants) > 10
        again = {harm(content, random.Random(seed)) for seed in range(20)}
        assert mutants == again
    assert harm_list(lakeside, random.Random(1))
