"""Traces say what was read in no more memory than it takes, and move with the numbers."""

from __future__ import annotations

from carelist.catalog.traces import Trace, Traces, find_touched, list_used, move

BELOW = Trace.of([3, 4, 5, 900], ())
ABOVE = Trace.of([1], [BELOW.name])
OTHER = Trace.of([], [BELOW.name, ABOVE.name])
ALONE = Trace.of([7], ())
TRACES: Traces = {one.name: one for one in (BELOW, ABOVE, ALONE, OTHER)}


def test_a_trace_is_known_by_all_that_it_says() -> None:
    """By its own numbers and by those that it names, in whatever order they were found."""
    assert Trace.of([900, 5, 4, 3], ()) == BELOW
    assert Trace.of([], [ABOVE.name, BELOW.name]).name == OTHER.name
    assert len({Trace.of([1], ()).name, *TRACES}) == len(TRACES) + 1
    assert BELOW.list_numbers() == [3, 4, 5, 900]
    assert OTHER.list_numbers() == []


def test_what_names_a_trace_that_is_touched_is_touched() -> None:
    """However far above it stands."""
    assert find_touched(TRACES, [4]) == {BELOW.name, ABOVE.name, OTHER.name}
    assert find_touched(TRACES, [1]) == {ABOVE.name, OTHER.name}
    assert find_touched(TRACES, [7, 8]) == {ALONE.name}
    assert find_touched(TRACES, []) == set()


def test_traces_move_to_other_numbers() -> None:
    """They name each other by the names that they have then."""
    moved = [number + 1 for number in range(901)]
    turned, names = move(TRACES, moved)
    assert [*turned] == [names[name] for name in TRACES]
    assert turned[names[BELOW.name]] == Trace.of([4, 5, 6, 901], ())
    assert turned[names[ABOVE.name]] == Trace.of([2], [names[BELOW.name]])


def test_what_nothing_uses_is_left_out() -> None:
    """And what is used by something alone that is used stays."""
    assert [*list_used(TRACES, [ABOVE.name])] == [BELOW.name, ABOVE.name]
    assert list_used(TRACES, [ALONE.name, OTHER.name]) == TRACES


def test_what_is_named_stands_first_in_whatever_order_processes_have_told() -> None:
    """One that does the last job first gives with it what the first jobs name."""
    told = dict(reversed(TRACES.items()))
    listed = [*list_used(told, [OTHER.name, ALONE.name, ABOVE.name])]
    assert {*listed} == {*TRACES}
    assert listed.index(BELOW.name) < listed.index(ABOVE.name) < listed.index(OTHER.name)
