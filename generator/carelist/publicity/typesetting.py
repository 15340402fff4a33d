"""Typesets a piece with Typst, from a template of this folder and nothing of the machine's."""

from __future__ import annotations

import json
import threading
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

if TYPE_CHECKING:
    import typst

    from carelist.publicity.glyphs import Content

TEMPLATES = Path(__file__).parent / "templates"
FONTS = Path(__file__).parent / "fonts"
Form = Literal["png", "svg", "pdf"]
PIXELS_AN_INCH = 72.0
"""One pixel for each point of a template."""


class Manner(NamedTuple):
    """How something is put on its page."""

    scale: float = 1
    """How much larger than its template a poster is drawn, or a picture."""
    bleed: int = 0
    """Millimetres around a page that a print shop cuts off."""
    lenient: bool = False
    """Whether a text that is too long is cut short, instead of nothing being made."""
    fonts: tuple[Path, ...] = ()
    """Files that print what the fonts of the program lack."""


PLAIN = Manner()


ACCESSIBLE: Final = "ua-1"
"""PDF/UA-1 (ISO 14289-1): tagged, with title, language and alternatives; else nothing is made."""


class CannotTypesetError(Exception):
    """A piece that cannot be made as it should be; the message says why."""


def typeset(
    template: str, content: Content, form: Form, date: str, manner: Manner = PLAIN
) -> bytes:
    """Give a piece as the bytes of a file; the same bytes wherever it is made.

    Args:
        template: Name of a template, without its ending.
        content: What the template shows.
        form: A picture, or a document for paper.
        date: The day that a document says it is of, as in ISO 8601.
        manner: How it is put on its page.

    Raises:
        CannotTypesetError: If a text is too long for its place, or a document not accessible.
    """
    import typst  # noqa: PLC0415  # slow to load, and not needed to plan a kit

    # All in one input: Typst hashes several in an order of chance, and then knows no layout again.
    is_drawn = form != "pdf"
    how = manner._replace(scale=1 if is_drawn else manner.scale)._asdict()
    del how["fonts"]
    try:
        made = _start_compiler(threading.get_ident(), manner.fonts).compile(
            input=str(TEMPLATES / f"{template}.typ"),
            format=form,
            ppi=PIXELS_AN_INCH * manner.scale,
            sys_inputs={"piece": f"{json.dumps(how)}\n{json.dumps(content, ensure_ascii=False)}"},
            pdf_standards=[] if is_drawn else [ACCESSIBLE],
            timestamp=int(datetime.fromisoformat(date).replace(tzinfo=UTC).timestamp()),
        )
    except typst.TypstError as error:
        raise CannotTypesetError(f"{template}: {error.message}") from error
    if not isinstance(made, bytes):
        raise CannotTypesetError(f"{template}: a picture has more than one page")
    return made


@cache
def _start_compiler(thread: int, fonts: tuple[Path, ...]) -> typst.Compiler:
    """One compiler a thread, which reads the fonts once."""
    import typst  # noqa: PLC0415  # slow to load

    del thread
    folders = dict.fromkeys([str(FONTS), *(str(font.parent) for font in fonts)])
    return typst.Compiler(
        root=str(TEMPLATES), font_paths=[*folders], ignore_system_fonts=True, sys_inputs={}
    )
