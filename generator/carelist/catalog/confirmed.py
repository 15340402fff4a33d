"""confirmed.yml: which official words our own were last held against, so that none goes stale.

What this site says of the list in words of its own (a summary, a label, a rule, a word that leads
to a clause) was right of official words as they stood when somebody looked. Their digest is kept;
where they have changed since, ours are told to be looked at.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from carelist.catalog.kinds import Kind
from carelist.catalog.problems import Problem, list_more_lines
from carelist.catalog.texts import Digest, Record, Target, find_digest
from carelist.catalog.yaml_writing import OnOneLine, write_file
from carelist.speech.comments import write_comment
from carelist.speech.messages import Message

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from carelist.catalog.binding import Sheet
    from carelist.catalog.problems import Position
    from carelist.speech.messages import Values

What = Literal["summary", "clause", "audience", "words", "situation", "pillar", "ask", "ids"]
"""What of ours it is: `clause` for its title, label, remark, rule and examples; `ids` for those
that the program proposed."""
Key = tuple[What, str]
CONFIRMED_FILE = "confirmed.yml"


class Confirmation(Record):
    """Words of ours, and the official words that they were held against."""

    what: What
    of: Target
    """The id of what they are about; a clause is `service/clause`."""
    digest: Digest
    """Of the official words, as `carelist confirm` writes it."""


class Confirmed(Record):
    """confirmed.yml of one revision, written by `carelist confirm` and `carelist publish`."""

    confirmed: tuple[Confirmation, ...] = ()

    @property
    def digests(self) -> dict[Key, str]:
        """The digest of each."""
        return {(entry.what, entry.of): entry.digest for entry in self.confirmed}


class Follower(NamedTuple):
    """Words of ours, with the official words that they follow."""

    what: What
    of: str
    official: tuple[str, ...]
    """Nothing where the list no longer has what they are about."""
    places: tuple[Position, ...]
    """Where ours stand; none where there are none yet."""
    cause: Position | None = None
    """Where the official words stand, if in one place."""

    @property
    def key(self) -> Key:
        """What names it in the file."""
        return self.what, self.of

    @property
    def digest(self) -> str:
        """The digest of the official words."""
        return find_digest("\n".join(self.official))


def find_unconfirmed(
    followers: Iterable[Follower], known: Mapping[Key, str], year: str, *, is_draft: bool
) -> Iterator[Problem]:
    """Yield what of ours was held against other official words than a list has, or never.

    `known` are the digests confirmed for it, or else for the list before. What a draft has for the
    first time is written for it, and needs no second look; but for ids, which last for ever.
    """
    for follower in followers:
        is_new = is_draft and follower.what != "ids"
        confirmed = known.get(follower.key, follower.digest if is_new else "")
        if follower.places and confirmed != follower.digest:
            values: Values = {
                "name": Message("problems", f"follower_{follower.what}"),
                "what": follower.what,
                "of": follower.of,
                "year": year,
                "digest": follower.digest,
                "count": str(len(follower.official)),
                "example": ", ".join([*dict.fromkeys(follower.official)][:3]),
                **({} if follower.what == "ids" else list_more_lines(follower.places)),
            }
            kind = Kind.PROPOSED_IDS if follower.what == "ids" else Kind.UNCONFIRMED
            yield Problem(follower.places[0], kind, values, follower.cause)


def confirm(
    followers: Iterable[Follower], known: Mapping[Key, str], chosen: frozenset[Key] | None
) -> Confirmed:
    """Give the record with what is chosen confirmed, all of it for None, and what is new."""
    entries = []
    for follower in followers:
        if follower.what == "ids" and chosen is not None and follower.key not in {*known, *chosen}:
            continue
        digest = known.get(follower.key, follower.digest)
        if chosen is None or follower.key in chosen:
            digest = follower.digest
        entries.append(Confirmation(what=follower.what, of=follower.of, digest=digest))
    return Confirmed(confirmed=tuple(entries))


def join_digests(*sheets: Sheet[Confirmed] | None) -> dict[Key, str] | None:
    """Give the digests of records, the last one first of all; None where there is no record."""
    found = [sheet.record.digests for sheet in sheets if sheet]
    return {key: digest for digests in found for key, digest in digests.items()} if found else None


def write_confirmed(record: Confirmed) -> str:
    """Write the file."""
    entries = [OnOneLine(entry.model_dump()) for entry in record.confirmed]
    return write_file("confirmed", {"confirmed": entries}, write_comment("confirmed"))
