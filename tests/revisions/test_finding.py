"""Changes are found whole: applied to what was, they give what is, and nothing is lost."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any

import pytest
from carelist.catalog.rules import Criterion
from carelist.catalog.texts import Record
from carelist.revisions.changes.base import apply_changes
from carelist.revisions.content import Content, find_key, put, read_content
from carelist.revisions.finding import compare_revisions, find_changes
from carelist.revisions.kinds import ChangeKind
from hypothesis import HealthCheck, Phase, given, settings

from tests.revisions.contents import FACTS, contents
from tests.speaking import make_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carelist.catalog.revision import Catalog

YEARS = ("2031", "2032", "2033")


@settings(
    max_examples=60,
    phases=(Phase.generate,),
    suppress_health_check=list(HealthCheck),
)
@given(contents(), contents())
def test_changes_make_one_content_of_another(before: Content, after: Content) -> None:
    """Whatever two revisions declare."""
    changes = find_changes(before, after, facts=FACTS)
    assert apply_changes(changes, before) == after
    assert (changes == ()) == (before == after)
    assert find_changes(after, after, facts=FACTS) == ()


@pytest.mark.parametrize(("before", "after"), [*product(YEARS, YEARS)])
def test_changes_make_one_revision_of_another(city: Catalog, before: str, after: str) -> None:
    """Forwards and backwards in time."""
    held = {revision.id: read_content(revision) for revision in city.revisions}
    changes = compare_revisions(city, before, after)
    assert apply_changes(changes, held[before]) == held[after]
    assert (changes == ()) == (before == after)


def test_the_three_revisions_hold_every_kind_of_change(city: Catalog) -> None:
    """But for a corrected reading, which is a change within one revision, and what it never had.

    Roles, types and further columns are changed in tests/revisions/test_shapes.py.
    """
    pairs = (("2031", "2032"), ("2032", "2033"))
    found = {change.kind for pair in pairs for change in compare_revisions(city, *pair)}
    assert set(ChangeKind) - found == {
        ChangeKind.READING_CORRECTED,
        ChangeKind.ROLE_CHANGED,
        ChangeKind.OTHERS_CHANGED,
        ChangeKind.CELL_CHANGED,
        ChangeKind.TYPES_CHANGED,
    }


def list_paths(value: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:  # noqa: ANN401  # parts are of many types
    """Yield every field below a value that has a name, with its path."""
    if isinstance(value, Content):
        for name in ("notice", "rows", "how_read"):
            yield from list_paths(getattr(value, name), (name,))
    elif isinstance(value, Record) and not isinstance(value, Criterion):
        for name in (*type(value).model_fields, *(value.model_extra or ())):
            yield from list_paths(getattr(value, name), (*path, name))
    elif isinstance(value, tuple) and value and isinstance(value[0], Record):
        for entry in value:
            yield from list_paths(entry, (*path, find_key(entry)))
    else:
        yield path, value


def alter(path: tuple[str, ...], value: Any) -> Any:  # noqa: ANN401  # fields are of many types
    """Another value of the type of a field."""
    match value:
        case None:
            return make_text(zh="别的") if path[-1] in {"title", "condition"} else "other"
        case str():
            return f"{value}x"
        case int():
            return value + 1
        case Criterion():
            return Criterion.model_construct(not_=value)
    return (*value, ("other",) if path[-1] == "table" else "other")


def test_no_field_can_change_unseen(city: Catalog) -> None:
    """Each field of every record, altered alone, is found, and found exactly."""
    before = read_content(city.latest)
    names = {"id", "audience", "group", "number", "types", "columns"}  # what others rest on
    fields = [(path, value) for path, value in list_paths(before) if path[-1] not in names]
    assert len(fields) > 500
    for path, value in fields:
        after = put(before, path, alter(path, value))
        changes = find_changes(before, after, facts=city.questions.facts)
        assert changes, path
        assert apply_changes(changes, before) == after, path
