"""What a server may do wrong with a site, as kinds; the words are in hosting.yml."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carelist.speech.locales import Locale


class FaultKind(StrEnum):
    """One thing that is wrong."""

    UNREACHABLE = "unreachable"
    MOVED = "moved"
    NO_SITE = "no_site"
    STATUS = "status"
    TYPE = "type"
    UNCOMPRESSED = "uncompressed"
    VARY = "vary"
    NO_BROTLI = "no_brotli"
    CACHED = "cached"
    NOT_REVALIDATED = "not_revalidated"
    SNIFFED = "sniffed"
    FRAMED = "framed"
    NOT_EMBEDDED = "not_embedded"
    POLICY = "policy"
    REFERRER = "referrer"
    NO_HSTS = "no_hsts"
    INSECURE = "insecure"
    NOT_CLEAN = "not_clean"
    LEADS_AWAY = "leads_away"
    FOUND = "found"
    FOREIGN_NOT_FOUND = "foreign_not_found"
    LOST = "lost"
    NO_CORS = "no_cors"
    NO_RANGES = "no_ranges"
    HIDDEN_SHOWN = "hidden_shown"


ADVICE = frozenset({FaultKind.NO_BROTLI})
"""What could be better, and is not wrong."""


@dataclass(frozen=True)
class Fault:
    """One fault at one address."""

    kind: FaultKind
    address: str
    values: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_wrong(self) -> bool:
        """Whether it is more than advice."""
        return self.kind not in ADVICE

    def tell(self, language: Locale) -> str:
        """Say what is wrong, and what a reader, or another site, meets of it."""
        words = language.words("hosting")
        return words.fill(f"fault_{self.kind}", address=self.address, **self.values)
