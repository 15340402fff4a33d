"""For which site, and in which locale, a piece is made: all that the floors above decide."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable

    from carelist.catalog.records import Service
    from carelist.catalog.revision import Catalog
    from carelist.catalog.rules import Situation
    from carelist.catalog.texts import Text
    from carelist.publicity.glyphs import Content
    from carelist.speech.locales import Locale
    from carelist.speech.words import Words

SubjectKind = Literal["list", "pillar", "department", "situation", "service"]


@dataclass(frozen=True)
class Voice:
    """What a piece asks of the site that it is made for: where codes lead, what fits, what to draw.

    The floor of publicity knows no site; a locale and its words alone would not do.
    """

    locale: Locale
    words: Words
    find_address: Callable[[SubjectKind, str], str]
    """The short lasting web address of a subject, by its kind and id."""
    check_address: str
    """The web address of the questionnaire."""
    find_fitting: Callable[[Situation], tuple[Service, ...]]
    """The services that are for families in a situation, the most telling first."""
    draw_icon: Callable[[str], str]
    """The SVG of an icon, by its name."""
    mark: str
    """The SVG of the site's mark."""
    split: Callable[[str], tuple[str, ...]]
    """The phrases of a title, between which its lines may end."""
    ours: str
    """Which words of a piece this site wrote, beginning a sentence; empty where all is official."""
    is_preview: bool = False
    """Whether what is made is to be looked at only, as nobody knows yet where codes will lead."""

    @property
    def editorial(self) -> str:
        """Say which words are ours, where some are, and who decides on a service."""
        return self.words.fill("editorial", ours=self.ours)

    def write(self, text: Text) -> str:
        """Give a text in the locale: a translation only as long as it follows its source."""
        return text.write(self.locale)

    def write_beside(self, text: Text) -> str:
        """Give a name with its Chinese one beside it, as it is needed at a counter."""
        name = self.write(text)
        return name if name == text.source else f"{name} {text.source}"

    def describe(self) -> Content:
        """Tell templates how the language is set."""
        locale = self.locale
        return {
            "lang": locale.language.partition("-")[0],
            "region": locale.region,
            "comma": locale.comma,
            "spaced": bool(locale.space),
            "source": locale.is_source,
        }

    def stamp(self, catalog: Catalog) -> str:
        """Say of which revision and day a piece is: an old one, or a preview, can be told by it."""
        revision, printed = catalog.latest, catalog.latest.notice.printed_on
        day = self.locale.write_date(printed) if printed else ""
        stamp = self.words.fill("stamp", revision=revision.id, date=day)
        return self.words.fill("stamp_preview", stamp=stamp) if self.is_preview else stamp

    def source(self, catalog: Catalog) -> str:
        """Say which document a piece rests on."""
        number = catalog.latest.notice.number
        document = self.write(number) if number else ""
        return self.words.fill("source", title=self.write(catalog.list_name), document=document)
