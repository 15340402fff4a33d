"""The bodies that issued a list, against the letter that names them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelist.catalog.kinds import Kind
from carelist.catalog.problems import Problem
from carelist.speech.locales import SOURCE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carelist.catalog.binding import Sheet
    from carelist.catalog.claims import Claims
    from carelist.catalog.records import Notice
    from carelist.speech.messages import Values

_NAMING = ("signatory", "title", "opening", "number", "colophon")
"""Parts of a letter that may name who issued it, besides the line of addressees."""
LETTER = frozenset({*_NAMING, "addressees", "issuers"})
"""What the issuers are held against."""


def check_issuers(notice: Sheet[Notice], claims: Claims) -> Iterator[Problem]:
    """The issuers are the bodies that sign, or that the line of addressees names, in its order.

    A list may be issued by one office, or by bodies that are not those it is addressed to.
    """
    issuers = notice.record.issuers
    if not claims.knows(issuers) or not notice.gaps.isdisjoint(LETTER):
        return
    if not issuers:
        yield from _miss_issuers(notice, claims)
        return
    addressees = notice.record.addressees
    addressed = claims.find_addressed(addressees.source) if addressees else []
    signed = claims.find_named(" ".join(_list_signatures(notice, claims)))
    if set(signed) == set(issuers) or list(issuers) == addressed:
        return
    if left := [name for name in signed if name not in issuers and set(issuers) < set(signed)]:
        at = notice.at("issuers", key=True)
        yield Problem(at, Kind.ISSUER_LEFT_OUT, {"value": left[0]})
        return
    if not set(issuers).isdisjoint(addressed):
        yield _compare(notice, issuers, addressed)
        return
    texts = " ".join(text.source for name in _NAMING if (text := getattr(notice.record, name)))
    for index, issuer in enumerate(issuers):
        if not claims.find_named(texts, (issuer,)):
            at = notice.at("issuers", index)
            yield Problem(at, Kind.ISSUER_NOT_NAMED, {"value": issuer})


def _miss_issuers(notice: Sheet[Notice], claims: Claims) -> Iterator[Problem]:
    """Ask for the issuers of a letter that somebody signs."""
    if signatory := notice.record.signatory:
        signed = claims.find_named(signatory.source) or [signatory.source]
        at = notice.at("signatory", SOURCE.tag)
        yield Problem(at, Kind.ISSUER_LEFT_OUT, {"value": signed[0]})


def _list_signatures(notice: Sheet[Notice], claims: Claims) -> Iterator[str]:
    """Yield the signatory, and the paragraphs declared stray: further lines of signatures too."""
    if notice.record.signatory:
        yield notice.record.signatory.source
    for reading in claims.readings.record.readings:
        if reading.kind == "stray" and not reading.beside:
            yield reading.printed or ""


def _compare(notice: Sheet[Notice], issuers: tuple[str, ...], addressed: list[str]) -> Problem:
    """Tell where the issuers part from the line of addressees."""
    pairs = enumerate(zip(issuers, addressed, strict=False))
    index = next(
        (at for at, pair in pairs if pair[0] != pair[1]), min(len(issuers), len(addressed))
    )
    given = issuers[index] if index < len(issuers) else ""
    named = addressed[index] if index < len(addressed) else ""
    values: Values = {"value": given or named, "printed": named, "number": str(index + 1)}
    kind = Kind.ISSUERS_DIFFER
    if not given:
        kind = Kind.ISSUER_LEFT_OUT
    elif not named:
        kind = Kind.ISSUER_NOT_NAMED
    at = notice.at("issuers", index) if given else notice.at("issuers", key=True)
    return Problem(at, kind, values, notice.at("addressees", SOURCE.tag))
