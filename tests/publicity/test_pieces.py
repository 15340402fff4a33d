"""The pieces of the kit: all there, none with a problem, the same each time."""

from __future__ import annotations

import errno
import io
import os
import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2
import pytest
from carelist.catalog.letter_duties import find_mentions, list_for_all
from carelist.catalog.quoting import quote_task
from carelist.publicity.pieces import digest_program
from carelist.publicity.press import Press
from carelist.store import Store
from PIL import Image

from tests.publicity.scanning import read_text, squeeze
from tests.publicity.structure import list_links, list_tags, list_words
from tests.speaking import EN

if TYPE_CHECKING:
    from carelist.publicity.pieces import Piece, PieceKind
    from carelist.site.kit import Kit

MILLIMETRE = 72 / 25.4
HAN = re.compile(r"[\u4e00-\u9fff]")


def refuse(*_: object) -> None:
    """Answer as a full disk does."""
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def choose(kit: Kit, kind: str, subject: str, locale: str = "zh") -> Piece:
    """One piece of the kit."""
    found = [
        piece
        for piece in kit.pieces
        if (piece.kind, piece.subject.id, piece.locale.tag) == (kind, subject, locale)
    ]
    return found[0]


def test_nothing_in_the_kit_has_a_problem(kit: Kit) -> None:
    """Every text of the real list has room and glyphs on every piece."""
    assert [
        (p.path, p.locale.tag, kit.fetch(p).problems) for p in kit.pieces if kit.fetch(p).problems
    ] == []


def test_every_subject_has_its_pieces_in_both_languages(kit: Kit) -> None:
    """The list, each pillar, department with duties, situation and service."""
    catalog = kit.catalog
    duties = {name for service in catalog.latest.services for name in service.departments}
    subjects = 1 + len(catalog.pillars) + len(duties) + len(catalog.situations)
    subjects += len(catalog.latest.services)
    counts = Counter(piece.kind for piece in kit.pieces)
    each: set[PieceKind] = {
        "share",
        "square",
        "preview",
        "poster-a4",
        "poster-a3",
        "code-svg",
        "code-png",
    }
    assert {kind: counts[kind] for kind in each} == dict.fromkeys(each, 2 * subjects)
    assert counts["duty-sheet"] == 2 * len(duties)
    assert counts["checklist"] == 2 * len(catalog.pillars)
    assert (counts["leaflet"], counts["booklet"]) == (2, 1)


def test_no_two_pieces_have_one_place(kit: Kit) -> None:
    """Each is a file of its own."""
    places = [(piece.locale, piece.path) for piece in kit.pieces]
    assert len(set(places)) == len(places)


@pytest.mark.parametrize(("kind", "size"), [("share", (1200, 630)), ("square", (1080, 1080))])
def test_pictures_have_their_size(kit: Kit, kind: str, size: tuple[int, int]) -> None:
    """As other sites, and chats, want them."""
    for piece in (p for p in kit.pieces if p.kind == kind):
        with Image.open(io.BytesIO(kit.fetch(piece).content)) as picture:
            assert picture.size == size, piece.path


@pytest.mark.parametrize(
    ("kind", "trimmed", "bleed"),
    [("poster-a4", (210, 297), 0), ("poster-a3", (297, 420), 3)],
)
def test_posters_have_the_size_that_printers_want(
    kit: Kit, kind: str, trimmed: tuple[int, int], bleed: int
) -> None:
    """A3 with a bleed around the trim box."""
    document = pypdfium2.PdfDocument(kit.fetch(choose(kit, kind, "health")).content)
    left, bottom, right, top = (round(side / MILLIMETRE) for side in document[0].get_trimbox())
    assert (right - left, top - bottom) == trimmed
    assert (left, bottom) == (bleed, bleed)
    assert len(document) == 1


def test_documents_are_tagged_in_their_language(kit: Kit) -> None:
    """As PDF/UA-1 asks: tags, title, language, alternatives; the compiler refuses others."""
    documents = [piece for piece in kit.pieces if piece.recipe.form == "pdf"]
    for piece in documents:
        content = kit.fetch(piece).content
        document = pypdfium2.PdfDocument(content)
        assert document.is_tagged(), piece.path
        with pikepdf.open(io.BytesIO(content)) as opened:
            language = str(opened.Root.Lang)
        assert language.partition("-")[0] == piece.locale.tag, piece.path
        assert document.get_metadata_dict()["Title"], piece.path
        assert b"pdfuaid:part" in content, piece.path


def test_what_a_document_leads_to_can_be_tapped(kit: Kit) -> None:
    """The code and its address both lead there, each number rings, the code says where it leads."""
    for piece in (p for p in kit.pieces if p.recipe.form == "pdf"):
        content = kit.fetch(piece).content
        links = list_links(content)
        assert links.count(piece.subject.address) >= 2, piece.path
        others = {link for link in links if link != piece.subject.address}
        assert all(re.fullmatch(r"tel:\d{3,}", link) for link in others), (piece.path, others)
        if piece.kind in {"poster-a4", "poster-a3", "leaflet"}:
            assert "tel:12345" in others, piece.path
        (told,) = (tag.alternative for tag in list_tags(content) if tag.alternative)
        assert piece.subject.title.split("\n")[0] in told, piece.path
        assert piece.subject.shown_address in told, piece.path


def test_chinese_in_an_english_document_says_that_it_is(kit: Kit) -> None:
    """Every run of it, and no English; the booklet tells what is English from what is Chinese."""
    marked = 0
    for piece in (p for p in kit.pieces if p.recipe.form == "pdf" and p.locale == EN):
        for words, language in list_words(kit.fetch(piece).content):
            is_chinese = HAN.search(words) is not None
            is_marked = language == "zh-CN"
            assert is_chinese <= is_marked, (piece.path, words)
            assert not (is_marked and re.search("[A-Za-z]", words)), (piece.path, words)
            marked += is_chinese
    assert marked > 100
    (booklet,) = (p for p in kit.pieces if p.kind == "booklet")
    content = kit.fetch(booklet).content
    assert {tag.language for tag in list_tags(content)} == {"", "en", "zh-CN"}


def test_the_text_of_documents_can_be_selected(kit: Kit) -> None:
    """Title, address, revision and date of every document are found in its text."""
    for piece in (p for p in kit.pieces if p.recipe.form == "pdf"):
        text = read_text(kit.fetch(piece).content)
        subject = piece.subject
        shown = [subject.shown_address, subject.stamp]
        if piece.kind not in {"duty-sheet", "checklist", "booklet"}:
            shown.append(subject.title)
        if piece.kind in {"duty-sheet", "checklist"}:
            shown = [subject.title, subject.stamp]
        missing = [words for words in shown if squeeze(words) not in text]
        assert missing == [], piece.path


def test_the_booklet_holds_every_official_word(kit: Kit) -> None:
    """Audience and task of every service stand in it, as printed, readings in square brackets."""
    text = read_text(kit.fetch(choose(kit, "booklet", "all")).content)
    revision = kit.catalog.latest
    for service in revision.services:
        quoted = quote_task(revision, service)
        for words in (quoted, revision.audiences[service.audience or ""].name.source):
            assert squeeze(words) in text, (service.number, words)


def test_the_booklet_says_where_the_copy_was_read(kit: Kit) -> None:
    """Each reading stands below the items, or the notice, that it is of."""
    text = read_text(kit.fetch(choose(kit, "booklet", "all")).content)
    for place in ("通知The notice", "第 2 项Item 2", "第 28–32 项Items 28–32"):
        assert squeeze(place) in text


def test_the_booklet_names_the_item_that_a_reading_of_words_is_in(kit: Kit) -> None:
    """Not only the notice as a whole; and it is made of whole sheets of four pages."""
    content = kit.fetch(choose(kit, "booklet", "all")).content
    assert squeeze("第 13 项Item 13约 97% 的把握about 97% sure这里像是掉了一个“生”字") in read_text(
        content
    )
    assert len(pypdfium2.PdfDocument(content)) % 4 == 0


def test_no_page_of_a_sheet_holds_its_source_alone(kit: Kit) -> None:
    """The last service goes over to the next page with it, or what the letter says of a body."""
    sheets = [piece for piece in kit.pieces if piece.kind in {"duty-sheet", "checklist"}]
    services, notice = kit.catalog.latest.services, kit.catalog.latest.notice
    for piece in sheets:
        document = pypdfium2.PdfDocument(kit.fetch(piece).content)
        last = squeeze(document[len(document) - 1].get_textpage().get_text_range())
        titles = (kit.catalog.latest.title_of(service) for service in services)
        told = [title.find(piece.locale) for title in titles]
        if piece.subject.kind == "department":
            body = kit.catalog.departments[piece.subject.id]
            mentions = find_mentions(notice, body, piece.locale)
            told += [mention.text.find(piece.locale) for mention in mentions]
            told += [measure.heading.find(piece.locale) for measure in list_for_all(notice)]
        assert any(squeeze(words) in last for words in told if words), piece.path


def test_pieces_are_the_same_each_time(kit: Kit, tmp_path: Path) -> None:
    """A piece of each kind, made anew, has the same bytes."""
    some = list({piece.kind: piece for piece in kit.pieces}.values())
    press = Press(Store(tmp_path))
    press.start(some)
    assert [p.kind for p in some if press.fetch(p).content != kit.fetch(p).content] == []
    press.close()


def test_what_was_made_is_not_made_again(kit: Kit, tmp_path: Path) -> None:
    """A piece in the cache is taken from it, by the key of its content."""
    piece = choose(kit, "share", "health")
    Store(tmp_path).keep(piece.key, b"kept")
    press = Press(Store(tmp_path))
    press.start([piece])
    assert press.fetch(piece).content == b"kept"
    press.close()
    assert len(digest_program()) == 64


def test_a_piece_that_was_damaged_is_made_anew(kit: Kit, tmp_path: Path) -> None:
    """Whether it was emptied in a site, which shares nothing, or in the cache, which is checked."""
    piece, store, place = choose(kit, "share", "health"), tmp_path / "store", tmp_path / "share.png"
    for _ in range(3):
        press = Press(Store(store))
        press.start([piece])
        press.fetch(piece).put(place)
        press.close()
        assert place.read_bytes() == kit.fetch(piece).content
        place.write_bytes(b"")
        (kept,) = store.iterdir()
        assert kept.stat().st_size
        kept.write_bytes(b"")


def test_a_piece_that_cannot_be_kept_is_made_all_the_same(
    kit: Kit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full cache costs time, not a poster."""
    piece, store = choose(kit, "share", "health"), Store(tmp_path / "store")
    store.folder.write_bytes(b"no folder")
    press = Press(store)
    press.start([piece])
    press.fetch(piece).put(tmp_path / "share.png")
    assert (tmp_path / "share.png").read_bytes() == kit.fetch(piece).content
    assert store.refusal


def test_a_piece_is_put_whole_or_not_at_all(
    kit: Kit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where there is no room, the file that was there stays."""
    piece, place = choose(kit, "share", "health"), tmp_path / "share.png"
    place.write_bytes(b"last")
    made = kit.fetch(piece)
    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OSError, match="No space left"):
        made.put(place)
    assert place.read_bytes() == b"last"
    assert list(tmp_path.iterdir()) == [place]
