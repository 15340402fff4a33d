"""How words of a Word document look, as far as it decides whether they are to be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelist.formats.document import Doubt
from carelist.formats.markup import child, children, is_on, name_of, value_of

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_LOOKS = {"vanish": Doubt.HIDDEN_TEXT, "strike": Doubt.STRUCK, "dstrike": Doubt.STRUCK}
_SYMBOLS = ("Wingdings", "Webdings", "Symbol", "ZapfDingbats")
"""Fonts whose letters look like something else, by how their names begin."""


class Looks:
    """Which words are hidden or struck out by hand, by themselves or by their style."""

    def __init__(self, styles: Element | None = None, body: Element | None = None) -> None:
        """Read the part `styles.xml`, and find where the body only asks to be filled in."""
        self._styles = {value_of(style, "styleId"): style for style in children(styles, "style")}
        self._found: dict[str, dict[str, bool]] = {}
        self._prompts = frozenset(
            id(words)
            for one in (body.iter() if body is not None else ())
            if name_of(one) == "sdt" and is_on(child(one, "sdtPr", "showingPlcHdr"))
            for words in one.iter()
            if name_of(words) == "t"
        )

    def is_prompt(self, words: Element) -> bool:
        """Whether words are those by which a content control asks to be filled in."""
        return id(words) in self._prompts

    def find(self, run: Element, style: str) -> Doubt | None:
        """Tell why a run is not to be read, None where it is.

        Args:
            run: The run.
            style: The style of its paragraph.
        """
        properties = child(run, "rPr")
        if properties is None and not style:
            return None
        looks = dict(self._inherit(style))
        if properties is not None:
            looks |= self._inherit(value_of(child(properties, "rStyle"))) | _list_looks(properties)
        return next((_LOOKS[name] for name, is_set in looks.items() if is_set), None)

    def find_font(self, run: Element) -> str:
        """Give the font of symbols in which a run is set; empty where it is in none."""
        fonts = child(run, "rPr", "rFonts")
        name = value_of(fonts, "ascii") or value_of(fonts, "hAnsi")
        return name if name.startswith(_SYMBOLS) else ""

    def _inherit(self, style: str) -> dict[str, bool]:
        """Give what a style sets, or the styles that it is based on."""
        if style not in self._found:
            self._found[style] = {}  # a style that is based on itself ends here
            element = self._styles.get(style)
            based = value_of(child(element, "basedOn"))
            own = _list_looks(child(element, "rPr"))
            self._found[style] = {**(self._inherit(based) if based else {}), **own}
        return self._found[style]


def _list_looks(properties: Element | None) -> dict[str, bool]:
    """List which of the looks that matter are set, or switched off."""
    names = ((name_of(one), one) for one in (properties if properties is not None else ()))
    return {name: is_on(one) for name, one in names if name in _LOOKS}
