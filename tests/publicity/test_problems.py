"""What cannot be made as it should be is told, with the text it is about."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from carelist.publicity.contents import make_card
from carelist.publicity.glyphs import find_missing_glyphs, list_drawable, tell_missing
from carelist.publicity.pieces import Typesetting, list_pieces
from carelist.publicity.press import Press
from carelist.publicity.subjects import list_subjects
from carelist.publicity.typesetting import TEMPLATES, CannotTypesetError, Manner, typeset
from carelist.site.kit import make_voice
from carelist.store import Store
from carelist.theme import THEME

from tests.speaking import EN, ZH

if TYPE_CHECKING:
    from carelist.publicity.glyphs import Content
    from carelist.publicity.subjects import Subject
    from carelist.publicity.voice import Voice
    from carelist.site.kit import Artwork, Kit
    from carelist.site.site import Site

DAY = "2025-09-18"
HANGUL = (Path(__file__).with_name("hangul.otf"),)
"""Noto Sans CJK KR (SIL Open Font License), cut to a few letters."""
LONG = "一个长得没有地方放的标题" * 12


@pytest.fixture
def voice(site: Site, artwork: Artwork) -> Voice:
    """The Chinese voice of the real site."""
    return make_voice(site.desk("", ZH), artwork)


@pytest.fixture
def subject(site: Site, voice: Voice) -> Subject:
    """A service."""
    return next(s for s in list_subjects(site.catalog, voice) if s.id == "medical-insurance")


@pytest.mark.parametrize("template", ["share", "square"])
def test_a_title_that_is_too_long_is_no_picture(
    site: Site, voice: Voice, subject: Subject, template: str
) -> None:
    """The message holds the text that has no room."""
    content = make_card(site.catalog, replace(subject, title=LONG), voice)
    with pytest.raises(CannotTypesetError, match=f"too long for its place: {LONG}"):
        Typesetting(template, "png", content, DAY).make()


def test_a_title_that_is_too_long_is_no_poster(site: Site, voice: Voice, subject: Subject) -> None:
    """The message holds the text that has no room."""
    content = make_card(site.catalog, replace(subject, title=LONG), voice)
    with pytest.raises(CannotTypesetError, match=f"too long for its place: {LONG}"):
        Typesetting("poster", "pdf", content, DAY).make()


def test_too_many_points_are_no_poster(site: Site, voice: Voice, subject: Subject) -> None:
    """The message says of which poster."""
    content = make_card(site.catalog, replace(subject, points=subject.points * 20), voice)
    with pytest.raises(CannotTypesetError, match=f"too long for its place: {subject.title}"):
        Typesetting("poster", "pdf", content, DAY).make()


def test_a_word_wider_than_its_line_is_no_picture(
    site: Site, voice: Voice, subject: Subject
) -> None:
    """What cannot be broken is not let run over the edge."""
    content = make_card(site.catalog, replace(subject, title="W" * 60), voice)
    with pytest.raises(CannotTypesetError, match="too long for its place: WWW"):
        Typesetting("share", "png", content, DAY).make()


def test_a_site_gets_its_picture_all_the_same(
    kit: Kit, site: Site, voice: Voice, subject: Subject, tmp_path: Path
) -> None:
    """Cut short, told, and not kept: the list itself is what must be published."""
    piece = next(p for p in kit.pieces if p.kind == "share")
    content = make_card(site.catalog, replace(subject, title=LONG), voice)
    piece = replace(piece, recipe=Typesetting("share", "png", content, DAY))
    press = Press(Store(tmp_path))
    press.start([piece])
    made = press.fetch(piece)
    assert made.content.startswith(b"\x89PNG")
    assert len(made.problems) == 1
    assert f"too long for its place: {LONG}" in made.problems[0]
    assert list(tmp_path.iterdir()) == []
    press.close()


def test_a_missing_glyph_is_told_with_its_text() -> None:
    """The character, its number, and the text it stands in."""
    content: Content = {
        "title": "医疗",
        "points": [{"title": "𠮷野家", "number": 3}],
        "icon": "<svg>𠮷",
    }
    assert [glyph.tell(EN) for glyph in find_missing_glyphs(content)] == [
        "the fonts have no '𠮷' (U+20BB7), which stands in “𠮷野家”"
    ]


def test_a_script_that_the_fonts_lack_is_told_in_one() -> None:
    """With some of its characters, how many there are, and a text that has them."""
    content: Content = {"title": "가나다라 마바사", "points": [{"title": "아자차 가나다"}]}
    (told,) = tell_missing(content, (), EN)
    assert told == (
        "the fonts have none of 10 characters (가나다라마바사아 …), such as those of "
        "“가나다라 마바사”, and draw boxes for them; name a font that has them under `fonts` in "
        "the record of their language (locale.yml)"
    )
    assert tell_missing({"title": "가"}, (), EN) == [
        "the fonts have no '가' (U+AC00), which stands in “가”"
    ]


def test_a_font_of_a_language_prints_what_the_others_lack() -> None:
    """Without it both letters are the same box; what it lacks too is told as before."""
    strip = {"width": 60, "height": 12}

    def draw(text: str, fonts: tuple[Path, ...]) -> bytes:
        return typeset("address", {"address": text, **strip}, "png", DAY, Manner(fonts=fonts))

    assert draw("가", ()) == draw("나", ())
    assert draw("가", HANGUL) != draw("나", HANGUL)
    assert draw("abc", HANGUL) == draw("abc", ())
    assert tell_missing({"title": "가나다라 마바사 아자 医疗"}, HANGUL, EN) == []
    assert tell_missing({"title": "가거"}, HANGUL, EN) == [
        "the fonts have no '거' (U+AC70), which stands in “가거”"
    ]


def test_a_file_that_is_no_font_prints_nothing(tmp_path: Path) -> None:
    """And stops nothing."""
    file = tmp_path / "letters.otf"
    file.write_bytes(b"no font")
    assert list_drawable((file,)) == list_drawable()


def test_a_piece_is_made_anew_with_another_font(site: Site, voice: Voice) -> None:
    """What is kept was drawn with those of its key."""
    piece = next(list_pieces(site.catalog, [voice]))
    assert piece.fonts == ()
    assert replace(piece, fonts=HANGUL).key != piece.key


def test_the_fonts_have_gb_2312() -> None:
    """And the punctuation of both languages."""
    rows = (bytes((row, cell)) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF))
    characters = {row.decode("gb2312", "ignore") for row in rows} - {""}
    assert len(characters) == 6763
    assert characters <= list_drawable()
    assert set("，。、；：？！“”‘’（）《》〔〕—…·abcXYZ0123456789é") <= list_drawable()


def test_colours_are_those_of_the_site() -> None:
    """A pillar has one colour on pages and on paper."""
    styles = (THEME / "styles" / "tokens.css").read_text(encoding="utf-8")
    light = styles.split("@media", 1)[0]
    site = re.findall(r'\[data-colour="(\w+)"\] \{ --hue: (#\w+); --tint: (#\w+);', light)
    identity = (TEMPLATES / "identity.typ").read_text(encoding="utf-8")
    paper = re.findall(r'(\w+): \(hue: rgb\("(#\w+)"\), tint: rgb\("(#\w+)"\)\)', identity)
    brand = re.search(r"--brand: (#\w+);\s*--brand-soft: (#\w+);", light)
    assert brand
    assert paper == [("brand", brand[1], brand[2]), *site]
