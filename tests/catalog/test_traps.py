"""Words that YAML readers take for other than text."""

from __future__ import annotations

import re

import pytest
import yaml
from carelist.catalog.traps import Trap, find_trap
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("word", "trap"),
    [
        ("no", Trap("bool", ('"no"',))),
        ("Yes", Trap("bool", ('"Yes"',))),
        ("y", Trap("bool", ('"y"',))),
        ("null", Trap("null", ('"null"',))),
        ("~", Trap("null", ('"~"',))),
        ("012", Trap("int", ("12", '"012"'))),
        ("0x1F", Trap("int", ('"0x1F"',))),
        ("0o14", Trap("int", ('"0o14"',))),
        ("1_000", Trap("int", ('"1_000"',))),
        ("12:30", Trap("int", ('"12:30"',))),
        ("+86", Trap("int", ('"+86"',))),
        ("3.10", Trap("float", ('"3.10"',))),
        ("1e3", Trap("float", ('"1e3"',))),
        ("12e45678", Trap("float", ('"12e45678"',))),
        (".inf", Trap("float", ('".inf"',))),
        ("<<", Trap("merge", ('"<<"',))),
        ("=", Trap("merge", ('"="',))),
    ],
)
def test_trap(word: str, trap: Trap) -> None:
    """A word that some reader takes for other than text is a trap, with the form to write."""
    assert find_trap(word) == trap


@pytest.mark.parametrize(
    "word",
    ["", "0", "7", "-5", "2025", "2025-09-18", "norm", "Yesterday", "v1.0", "市", "1a2b3c4d"],
)
def test_no_trap(word: str) -> None:
    """Text, whole numbers and dates mean the same to every reader."""
    assert find_trap(word) is None


@given(st.from_regex(r"[-+0-9._:eExXoObinaINAtrufalsyTRUFALSYN~<=]{1,8}", fullmatch=True))
def test_whatever_pyyaml_reads_as_other_than_text_is_a_trap(word: str) -> None:
    """Nothing that PyYAML's safe loader turns into another value goes unnoticed."""
    resolved = [
        tag
        for tag, pattern in yaml.SafeLoader.yaml_implicit_resolvers.get(word[0], [])
        if pattern.match(word)
    ]
    plain = re.fullmatch(r"-?(0|[1-9][0-9]*)", word)
    if resolved and not plain and "tag:yaml.org,2002:timestamp" not in resolved:
        assert find_trap(word) is not None
