"""Files that are packages of parts: opened with care, read part by part."""

from __future__ import annotations

import zipfile
import zlib
from typing import TYPE_CHECKING, Self
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from carelist.formats.limits import MOST_BYTES, Refusal, UnreadableError

if TYPE_CHECKING:
    import io
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
