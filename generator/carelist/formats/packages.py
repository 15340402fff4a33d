"""Files that are packages of parts: opened with care, read part by part."""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from typing import TYPE_CHECKING, Self
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from carelist.formats.limits import MOST_BYTES, Refusal, UnreadableError

if TYPE_CHECKING:
    import io
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError)


class Package:
    """A packed file, whose parts together may be as large as is read and no larger."""

    def __init__(self, stream: io.BytesIO) -> None:
        """Open a package.

        Raises:
            UnreadableError: If it is broken, or unpacks to more than is read.
        """
        try:
            self._zip = zipfile.ZipFile(stream)
        except _BROKEN as error:
            raise UnreadableError(Refusal.BROKEN) from error
        self.names = frozenset(self._zip.namelist())
        if sum(part.file_size for part in self._zip.infolist()) > MOST_BYTES:
            raise UnreadableError(Refusal.TOO_LARGE, most=str(MOST_BYTES))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._zip.close()

    def read(self, name: str) -> bytes:
        """Give a part as it was packed; empty where it is not there.

        Raises:
            UnreadableError: If it is broken, locked, or larger than the package says.
        """
        if name not in self.names:
            return b""
        part = self._zip.getinfo(name)
        if part.flag_bits & 1:
            raise UnreadableError(Refusal.LOCKED)
        try:
            with self._zip.open(part) as opened:
                content = opened.read(part.file_size + 1)
        except _BROKEN as error:
            raise UnreadableError(Refusal.BROKEN) from error
        if len(content) != part.file_size:
            raise UnreadableError(Refusal.BROKEN)
        return content

    def find_main(self) -> str:
        """Find the part that holds the document, as the package says it; "" where it says none."""
        roots = ("word/document.xml", "xl/workbook.xml")
        named = [target for kind, target in self.list_related("") if kind == "officeDocument"]
        return next((name for name in (*named, *roots) if name in self.names), "")

    def list_related(self, part: str) -> Iterator[tuple[str, str]]:
        """Yield what belongs to a part, or to the package: of what kind, and the name of its part.

        Programs may call parts as they like; the relations say which is which (ISO/IEC 29500-2).
        """
        for one in self._list_relations(part):
            yield one.get("Type", "").rpartition("/")[2], _find_target(part, one)

    def map_related(self, part: str) -> dict[str, str]:
        """Map what belongs to a part by the names that it has for it."""
        return {one.get("Id", ""): _find_target(part, one) for one in self._list_relations(part)}

    def map_external(self, part: str) -> dict[str, str]:
        """Map the addresses outside of the package to which a part leads, by its names for them."""
        outside = self._list_relations(part, mode="External")
        return {one.get("Id", ""): one.get("Target", "") for one in outside}

    def _list_relations(self, part: str, *, mode: str = "Internal") -> Iterator[Element]:
        folder, _, name = part.rpartition("/")
        root = self.parse(f"{folder}/_rels/{name}.rels".lstrip("/"))
        for one in root if root is not None else ():
            if one.get("TargetMode", "Internal") == mode:
                yield one

    def find_related(self, part: str, kind: str, otherwise: str) -> Element | None:
        """Give the root of the part of a kind that belongs to another; None where there is none."""
        found = (target for one, target in self.list_related(part) if one == kind)
        return self.parse(next(found, otherwise))

    def parse(self, name: str) -> Element | None:
        """Give the root of a part of XML; None where it is not there.

        Raises:
            UnreadableError: If it is broken, or declares entities, which no such part does.
        """
        content = self.read(name)
        if not content:
            return None
        try:
            root: Element = fromstring(content, forbid_dtd=True)
        except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
            raise UnreadableError(Refusal.BROKEN) from error
        return root


def _find_target(part: str, relation: Element) -> str:
    """Find the name of the part to which a relation of another leads."""
    path = posixpath.join("/", part.rpartition("/")[0], relation.get("Target", ""))
    return posixpath.normpath(path).lstrip("/")
