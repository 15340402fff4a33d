"""What of the words about a list somebody has written for this site, beside the official ones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carelist.catalog.revision import Revision
    from carelist.speech.locales import Locale
    from carelist.speech.words import Words


@dataclass(frozen=True)
class Ours:
    """What there is; what nobody has written shows the official words in its place."""

    summaries: int
    """How many services somebody has summed up."""
    services: int
    """How many there are."""
    has_titles: bool
    """Whether some service is called otherwise than in the list."""
    has_headings: bool
    """Whether some promise has a heading that is not its own first words."""

    @classmethod
    def of(cls, revision: Revision) -> Ours:
        """Look through the services of a list."""
        clauses = [clause for service in revision.services for clause in service.clauses]
        return cls(
            sum(service.is_summed_up for service in revision.services),
            len(revision.services),
            any(service.title for service in revision.services),
            any(clause.is_titled for clause in clauses),
        )

    def name_on_cards(self, words: Words, locale: Locale) -> str:
        """Name what cards of services show of it, beginning a sentence."""
        return _begin(locale.join(self._list_on_cards(words)))

    def _list_on_cards(self, words: Words) -> Iterator[str]:
        if self.summaries:
            yield words.ours_summaries if self.summaries == self.services else words.ours_some
        if self.has_titles:
            yield words.ours_titles
        yield words.ours_ways

    def name_in_print(self, words: Words, locale: Locale) -> str:
        """Name what a piece in print shows, beginning a sentence; empty where all is official."""
        named = {
            words.ours_titles: self.has_titles or self.has_headings,
            words.ours_summaries: self.summaries,
        }
        return _begin(locale.join(name for name, is_there in named.items() if is_there))

    def name(self, words: Words, locale: Locale, translations: str) -> str:
        """Name what a home page tells of it; empty where there is nothing."""
        named = {
            words.ours_short_titles: self.has_titles or self.has_headings,
            words.ours_plain_words: self.summaries,
            translations: translations,
        }
        return locale.join(name for name, is_there in named.items() if is_there)


def _begin(named: str) -> str:
    return named[:1].upper() + named[1:]
