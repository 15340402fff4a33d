"""The fictional city whose three revisions hold every kind of change."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from carelist.eligibility.inspecting import load_list
from carelist.revisions.content import put

from tests.conftest import CLOUDBRIDGE
from tests.speaking import make_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carelist.catalog.revision import Catalog


@pytest.fixture(scope="session")
def city() -> Catalog:
    """Cloudbridge, which does not exist: its lists of 2031, 2032 and 2033."""
    return load_list(CLOUDBRIDGE)


CHECK_UPS = ("services", "check-ups", "clauses", "check-ups", "text")
"""Where a clause stands that the lists of 2032 and 2033 have, among the rows of a list."""


def reword_check_ups(city: Catalog, words: Mapping[str, str]) -> Catalog:
    """The city with other Chinese words of that clause in some years, without English."""
    revisions = (
        replace(revision, rows=put(revision.rows, CHECK_UPS, make_text(zh=words[revision.id])))
        if revision.id in words
        else revision
        for revision in city.revisions
    )
    return replace(city, revisions=tuple(revisions))
