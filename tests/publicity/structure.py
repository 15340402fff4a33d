"""Reads what a document for paper holds besides its drawing: links, and its tags."""

from __future__ import annotations

import ctypes
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class Tag(NamedTuple):
    """One element of a document's structure."""

    language: str
    """Empty where it is that of the element around it."""
    alternative: str
    """What is told in place of a picture."""


def list_links(content: bytes) -> list[str]:
    """The addresses that can be tapped, page by page."""
    with pypdfium2.PdfDocument(content) as document:
        return [address for page in document for address in _list_links_of(page)]


def _list_links_of(page: Any) -> Iterator[str]:  # noqa: ANN401  # pypdfium2 ships no types
    position, link = ctypes.c_int(0), pdfium.FPDF_LINK()
    while pdfium.FPDFLink_Enumerate(page, position, link):
        action = pdfium.FPDFLink_GetAction(link)
        length = pdfium.FPDFAction_GetURIPath(page.pdf, action, None, 0)
        told = ctypes.create_string_buffer(length)
        pdfium.FPDFAction_GetURIPath(page.pdf, action, told, length)
        if told.value:  # a link within the document has none
            yield told.value.decode()


def list_tags(content: bytes) -> list[Tag]:
    """Every element of a document's structure, page by page."""
    with pypdfium2.PdfDocument(content) as document:
        found: list[Tag] = []
        for page in document:
            tree = pdfium.FPDF_StructTree_GetForPage(page)
            for index in range(pdfium.FPDF_StructTree_CountChildren(tree)):
                found += _walk(pdfium.FPDF_StructTree_GetChildAtIndex(tree, index))
            pdfium.FPDF_StructTree_Close(tree)
        return found


def list_words(content: bytes) -> list[tuple[str, str]]:
    """What is drawn as letters, with the language that it is marked as; empty if as all else."""
    with pypdfium2.PdfDocument(content) as document:
        pages = ((page, page.get_textpage()) for page in document)
        return [
            (read_letters(partial(pdfium.FPDFTextObj_GetText, item, letters)), _read_language(item))
            for page, letters in pages
            for item in page.get_objects()
            if item.type == pdfium.FPDF_PAGEOBJ_TEXT
        ]


def _read_language(item: Any) -> str:  # noqa: ANN401  # as above
    told, length = ctypes.create_string_buffer(64), ctypes.c_ulong(0)
    place = ctypes.cast(told, ctypes.POINTER(ctypes.c_ushort))
    for index in range(pdfium.FPDFPageObj_CountMarks(item)):
        mark = pdfium.FPDFPageObj_GetMark(item, index)
        if pdfium.FPDFPageObjMark_GetParamStringValue(mark, b"Lang", place, 64, length):
            return told.raw[: max(length.value - 2, 0)].decode("utf-16-le")
    return ""


def _walk(element: Any) -> Iterator[Tag]:  # noqa: ANN401  # as above
    yield Tag(
        read_letters(partial(pdfium.FPDF_StructElement_GetLang, element)),
        read_letters(partial(pdfium.FPDF_StructElement_GetAltText, element)),
    )
    for index in range(pdfium.FPDF_StructElement_CountChildren(element)):
        child = pdfium.FPDF_StructElement_GetChildAtIndex(element, index)
        if child:
            yield from _walk(child)


def read_letters(tell: Callable[..., int]) -> str:
    """The text that a function of PDFium writes into a place of some length."""
    length = tell(None, 0)
    told = ctypes.create_string_buffer(max(length, 2))
    tell(ctypes.cast(told, ctypes.POINTER(ctypes.c_ushort)), length)
    return told.raw[: max(length - 2, 0)].decode("utf-16-le")
