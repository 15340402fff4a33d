"""Formulas of a Word document (Office MathML, ISO/IEC 29500-1, 22.1) in one line of text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelist.formats.markup import name_of

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_PROPERTIES = frozenset({"rPr", "ctrlPr", "fPr", "radPr", "sSupPr", "sSubPr", "dPr", "naryPr"})


def write_formula(element: Element | None) -> str:
    """Give a formula in one line, the bar of a fraction as `/`, a power behind `^`.

    >>> from xml.etree.ElementTree import XML
    >>> t = "<r><t>{}</t></r>"
    >>> write_formula(XML(f"<f><num>{t.format(1)}</num><den>{t.format(3)}</den></f>"))
    '1/3'
    """
    if element is None or name_of(element) in _PROPERTIES:
        return ""
    parts = {name_of(part): part for part in element}
    text = "".join(map(write_formula, element))
    match name_of(element):
        case "t":
            text = element.text or ""
        case "f":
            text = f"{_close(parts.get('num'))}/{_close(parts.get('den'))}"
        case "sSup":
            text = f"{write_formula(parts.get('e'))}^{_close(parts.get('sup'))}"
        case "rad":
            text = f"{write_formula(parts.get('deg'))}√{_close(parts.get('e'))}"
        case "d":
            text = f"({text})"
    return text


def _close(part: Element | None) -> str:
    """Give a part in brackets where it is more than a number or a name."""
    text = write_formula(part)
    return text if text.replace(".", "").isalnum() else f"({text})"
