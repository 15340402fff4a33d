"""Records are the same whether they are watched or not."""

from __future__ import annotations

from carelist.catalog.records import Services
from carelist.catalog.texts import Text
from carelist.catalog.watching import watching


def test_a_record_that_is_made_ready_while_it_is_watched_is_the_same() -> None:
    """It is made ready where the first of a kind is read, which may be while pages are made."""
    shapes = [kind.model_json_schema() for kind in (Services, Text)]
    with watching():
        for kind in (Services, Text):
            kind.model_rebuild(force=True)
        text = Text.model_validate({"zh": "住房", "en": "Housing"})
    assert [kind.model_json_schema() for kind in (Services, Text)] == shapes
    assert (text.source, text.model_extra) == ("住房", {"en": "Housing"})
