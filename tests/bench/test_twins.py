"""What `python -m bench.twins` changes, and what no script that answers may have."""

from __future__ import annotations

from bench.twins import find_numbers, list_script_numbers

SOURCE = 'TABLE = {"在": 6, "b": (1.5, "x")}\nWORD, small = "12", 3\nMOST = 120\n'


def test_every_number_in_a_constant_is_changed_by_itself() -> None:
    """Those in tables too, behind Chinese as well; a text is none."""
    numbers = list(find_numbers("module.py", SOURCE))
    assert [(one.name, one.value) for one in numbers] == [
        ("TABLE[在]", 6),
        ("TABLE[b][0]", 1.5),
        ("MOST", 120),
    ]
    changed = [one.change(SOURCE, up=True) for one in numbers]
    assert changed == [
        SOURCE.replace("6", "7"),
        SOURCE.replace("1.5", "1.8"),
        SOURCE.replace("120", "144"),
    ]


def test_scripts_that_answer_have_no_number_of_their_own() -> None:
    """What they count by comes with the data."""
    assert list_script_numbers() == []
