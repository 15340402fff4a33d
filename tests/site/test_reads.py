"""A page notes the records that it is made of: what it does not note can change without it."""

from __future__ import annotations

import copy
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from carelist.catalog.reads import Kept, kept_property, noting
from carelist.catalog.rebinding import Sheets
from carelist.catalog.records import Pillar
from carelist.catalog.texts import Text
from carelist.catalog.watching import Cells, watching
from carelist.eligibility.inspecting import load_list
from carelist.site.pages import list_noted, list_pages
from carelist.site.place import Place
from carelist.site.reading import read_list
from carelist.site.rendering import render
from carelist.site.site import Site
from carelist.theme import THEME
from pydantic import ValidationError

from tests.conftest import CLOUDBRIDGE, GREENHILL, LAKESIDE

if TYPE_CHECKING:
    from collections.abc import Callable

    from carelist.catalog.reads import Note
    from carelist.catalog.revision import Catalog

PLACE = Place("https://list.example.org/", "")
EVERY = {LAKESIDE: 17, CLOUDBRIDGE: 150}
"""Of the texts of a city, one in so many is changed."""


def note_pages(catalog: Catalog, *, backwards: bool = False) -> dict[str, set[str]]:
    """The places of the records that each page of a catalog is made of, by its address."""
    cells, site = Cells(catalog), Site.of(catalog, PLACE)
    reads: dict[str, bytes] = {}
    with watching():
        pages = [*list_noted(site)]
        for page, listed in reversed(pages) if backwards else pages:
            with noting() as note:
                note.notes.add(listed)
                render(site, page)
            reads[page.address] = cells.trace(note)
    places = [*cells.digests]
    read: dict[bytes, set[str]] = {}
    for name, trace in cells.take_traces().items():
        own = {places[number] for number in trace.list_numbers()}
        read[name] = own.union(*(read[below] for below in trace.below))
    return {address: read[name] for address, name in reads.items()}


@pytest.mark.parametrize("city", [LAKESIDE, CLOUDBRIDGE, GREENHILL])
def test_what_a_page_notes_does_not_depend_on_who_comes_first(city: Path) -> None:
    """What is found once for all pages is noted by each that asks for it."""
    forwards = note_pages(load_list(city))
    assert note_pages(load_list(city), backwards=True) == forwards
    assert all(places for places in forwards.values())


def show(catalog: Catalog) -> dict[str, object]:
    """All that the templates of the pages of a catalog are given, by address."""
    site = Site.of(catalog, PLACE)
    return {page.address: render(site, page) for page in list_pages(site)}


def list_texts(catalog: Catalog) -> list[str]:
    """The places of the texts of a catalog."""
    found = Cells(catalog).records
    return [place for place, record in found.items() if isinstance(record, Text)]


@pytest.mark.parametrize("city", [*EVERY])
def test_a_page_that_changes_has_noted_what_was_changed(city: Path) -> None:
    """Whichever text is edited, by its words alone or with its translation."""
    catalog = load_list(city)
    fresh = copy.deepcopy(catalog)
    texts = list_texts(fresh)[:: EVERY[city]]
    before, noted = show(catalog), note_pages(copy.deepcopy(fresh))
    for place in texts:
        edited = copy.deepcopy(fresh)
        Cells(edited).records[place].__dict__["source"] += "改"
        after = show(edited)
        differing = {one for one in {*before, *after} if before.get(one) != after.get(one)}
        unnoted = {one for one in differing if place not in noted[one]}
        assert unnoted == set(), place


TEXT = Text.model_validate({"zh": "住房", "en": "Housing", "digest": "65024b83"})


def read(use: Callable[[Pillar], object]) -> Note:
    """The note of what is done with a pillar."""
    with watching(), noting() as note:
        use(PILLAR)
    return note


PILLAR = Pillar(id="housing", name=TEXT)
OTHER = Pillar(id="housing", name=TEXT)


@pytest.mark.parametrize(
    "use",
    [
        lambda pillar: pillar.id,
        lambda pillar: getattr(pillar, "colour"),  # noqa: B009  # as by a name that is not known
        lambda pillar: pillar.model_fields_set,
        lambda pillar: pillar.model_extra,
        lambda pillar: pillar.model_copy(update={"id": "homes"}),
    ],
)
def test_a_field_that_is_read_is_noted(use: Callable[[Pillar], object]) -> None:
    """Of the record, and of none below it."""
    note = read(use)
    assert (id(PILLAR) in note.records, note.wholes) == (True, set())
    assert id(TEXT) not in note.records


@pytest.mark.parametrize(
    "use",
    [
        lambda pillar: pillar == OTHER,
        lambda pillar: pillar in [OTHER, pillar],
        hash,
        repr,
        str,
        list,
        copy.deepcopy,
        lambda pillar: pillar.model_dump(),
        lambda pillar: pillar.model_dump_json(),
    ],
)
def test_a_record_that_is_read_whole_is_noted_with_all_below(
    use: Callable[[Pillar], object],
) -> None:
    """However that is done."""
    assert id(PILLAR) in read(use).wholes


def test_records_are_as_they_were_once_nobody_watches() -> None:
    """And nothing is noted where nobody asks."""
    before = {name: value for name, value in vars(Pillar).items() if name != "__slotnames__"}
    with watching(), watching():
        assert PILLAR.id == "housing"
    assert {name: value for name, value in vars(Pillar).items() if name in before} == before
    assert set(vars(Pillar)) - {"__slotnames__"} == set(before)
    with noting() as note:
        assert PILLAR.id == "housing"
    assert (note.records, note.wholes) == (set(), set())


def test_each_note_has_what_is_read_while_it_is_made() -> None:
    """Also what the note around it has already; and what is read behind it goes on."""
    with watching():
        with noting() as outer:
            assert (PILLAR.id, TEXT.source) == ("housing", "住房")
            with noting() as inner:
                assert PILLAR.id == "housing"
            with noting() as empty:
                pass
            assert OTHER.id == "housing"
        with noting() as behind:
            assert PILLAR.model_extra is None
    assert outer.records == {id(PILLAR), id(TEXT), id(OTHER)}
    assert inner.records == {id(PILLAR)}
    assert (empty.records, behind.records) == (set(), {id(PILLAR)})


def test_a_record_that_has_noted_itself_is_as_all_others() -> None:
    """It equals them, and what is made of it outlives the note."""
    with watching(), noting():
        assert PILLAR.id == "housing"
        assert (type(PILLAR) is Pillar, isinstance(PILLAR, Pillar)) == (False, True)
        assert (PILLAR.__class__, hash(PILLAR)) == (Pillar, hash(OTHER))
        assert OTHER == PILLAR == OTHER
        made = [copy.copy(PILLAR)]
        assert PILLAR.id == "housing"
        made.append(copy.deepcopy(PILLAR))
        assert PILLAR.id == "housing"
        made.append(PILLAR.model_copy(update={"icon": "home"}))
        assert not hasattr(PILLAR, "nothing")
        with pytest.raises(ValidationError):
            PILLAR.id = "homes"  # type: ignore[misc]
    assert {type(one) for one in (PILLAR, *made)} == {Pillar}
    assert [one.id for one in made] == ["housing"] * 3


class Holder:
    """Something that keeps what it has found of a pillar."""

    def __init__(self) -> None:
        """Find nothing yet."""
        self.times = 0
        self.by_key = Kept[str, str](lambda key: f"{key} {PILLAR.id}")

    @kept_property
    def name(self) -> str:
        """What it has found."""
        self.times += 1
        return PILLAR.id


def test_what_is_kept_takes_its_note_along() -> None:
    """Also what was found before anybody asked, which is found again, once."""
    holder = Holder()
    assert (holder.name, holder.by_key["a"]) == ("housing", "a housing")
    notes = []
    with watching():
        for _ in range(2):
            with noting() as note:
                assert (holder.name, holder.by_key["a"]) == ("housing", "a housing")
            notes.append(note)
    assert holder.times == 2
    for note in notes:
        assert len(note.notes) == 2
        assert all(id(PILLAR) in below.records for below in note.notes)
    with pytest.raises(AttributeError):
        holder.name = "other"


def test_an_edit_differs_in_what_it_says_alone_whoever_reads_it(tmp_path: Path) -> None:
    """What a list leaves out is the same, be it read whole, kept, or read again in one entry."""
    folder = Path(shutil.copytree(LAKESIDE, tmp_path / "lakeside"))
    file = max((folder / "revisions").iterdir()) / "services.yml"
    text = file.read_text(encoding="utf-8")

    def read() -> dict[str, str]:
        """Read the list as a command does that takes over what another kept."""
        sheets = Sheets(tmp_path / "kept", "program")
        told = read_list(folder, (THEME,), sheets=sheets)
        assert told.catalog
        return Cells(told.catalog).digests

    before = read()
    summary = "放学后有人照看。"
    assert text.count(summary) == 1
    file.write_text(text.replace(summary, "放学后有人看护。"), encoding="utf-8")
    after = read()
    assert [*after] == [*before]
    (changed,) = (place for place in after if after[place] != before[place])
    assert changed.endswith(".summary")
