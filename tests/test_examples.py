"""The examples in docstrings are true."""

from __future__ import annotations

import doctest
from importlib import import_module
from typing import TYPE_CHECKING

import pytest
from carelist.speech.locales import find_locale

from tests.test_floors import NAMES

if TYPE_CHECKING:
    from carelist.catalog.revision import Catalog

SHOWN = [name for name, path in NAMES.items() if "\n    >>> " in path.read_text(encoding="utf-8")]


@pytest.mark.parametrize("module", SHOWN)
def test_examples_are_true(
    module: str, catalog: Catalog, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each gives what it says; `revision` is the list of 2025, `...` stands for any words."""
    known = {"catalog": catalog, "revision": catalog.latest, "find_locale": find_locale}
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
    for test in doctest.DocTestFinder().find(import_module(module), extraglobs=known):
        runner.run(test)
    assert (runner.failures, capsys.readouterr().out) == (0, "")
