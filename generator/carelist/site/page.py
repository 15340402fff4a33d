"""A page before it is made, and what the pages of a kind have in common."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar

from carelist.site import addresses

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from carelist.site.desk import Desk
    from carelist.site.site import Site
    from carelist.site.speaking import Said
    from carelist.site.topics import Topic
    from carelist.speech.locales import Locale

S = TypeVar("S")
"""What the pages of a kind are each about; None where there is one page only."""
Origin = Literal["list", "hand", "target", "nowhere"]
"""What a page shows: a view of the list; a text that is written by hand below docs/; nothing of its
own, as it leads on to the page that it stands for; or that there is no page at its address."""


class Budget(Enum):
    """What a page may weigh with its styles, in compressed bytes."""

    PAGE = 14 * 1024
    """One first congestion window."""
    WHOLE_LIST = 24 * 1024
    FREE = None
    """What is made for paper."""


@dataclass(frozen=True)
class Standing:
    """How the pages of a kind stand among all others, whatever they are about."""

    menu: Literal["head", "foot"] | None = None
    """Where every page has a link to it; those at the head stand at the foot, too."""
    parent: str = "home"
    """The id of the kind of the page above; empty for the home page."""
    budget: Budget = Budget.PAGE
    is_below_home: bool = False
    """Whether the way back names nothing between home and the page above."""
    is_listed: bool = True
    """Whether search engines are shown it: not where all that it says stands elsewhere."""
    is_saved: bool = True
    """Whether "save for offline" saves it: of all lists, the one in force."""
    is_promised: bool = True
    """Whether its address, once published, answers for ever."""
    has_own_search: bool = False
    """Whether it has a search field, larger than that of the header and in place of it."""
    has_kit: bool = False
    """Whether the kit has a folder of what it is about."""
    is_embedded: bool = False
    """Whether other sites can show what it is about in a frame."""
    sheet: str = ""
    """The style sheet that such pages share, where they are hundreds and few people open one; empty
    where each holds its rules itself."""


@dataclass(frozen=True)
class PageKind(Generic[S]):
    """What the pages of a kind have in common; `carelist.site.kinds` lists every kind."""

    id: str
    template: str
    """Empty where pages lead on."""
    make_view: Callable[[Desk, S], object]
    path: Callable[[S], str]
    """Without the locale."""
    name: Callable[[Desk, S], str]
    """The title of a page, without that of the site; empty for the home page."""
    describe: Callable[[Desk, S], str]
    list_subjects: Callable[[Site], Iterable[S]]
    """What there is a page about."""
    standing: Standing = Standing()
    origin: Origin = "list"
    label: Callable[[Desk, S], str | Said] | None = None
    """How other pages call it where they lead to it; None for its title."""
    topic: Callable[[S], Topic | None] = lambda _: None
    parent: Callable[[Desk, S], str] | None = None
    """The id of the kind of the page above, where not all pages of the kind have the same."""
    find_parent: Callable[[Desk, S], object] = lambda _, __: None
    """What the page above is about."""
    year: Callable[[S], str] = lambda _: ""
    """The revision as of which a page is made; empty for the latest."""
    stands_for: Callable[[Site, S], str] | None = None
    """The path that search engines are to show in its place; None for its own."""
    shared_as: Callable[[S], str] | None = None
    """The short path by which it is passed on, which leads to it; None for its own."""
    structure: Callable[[Desk, S], str] = lambda _, __: ""
    """JSON-LD for search engines."""
    is_offered: Callable[[Site], bool] = lambda _: True
    """Whether the menus lead to it where they have it: a page may have nothing to show yet."""


@dataclass(frozen=True)
class Page:
    """One page in one locale; its view is made when it is rendered, not before."""

    kind: PageKind[Any]
    subject: Any
    """What it is about, as pages of its kind are each; None where there is one page only."""
    locale: Locale

    @property
    def path(self) -> str:
        """Where it stands, without the locale."""
        return self.kind.path(self.subject)

    @property
    def address(self) -> str:
        """Where it stands, from the root of the site."""
        return addresses.localize(self.path, self.locale)

    @property
    def topic(self) -> Topic | None:
        """The one thing on the list that it is about."""
        return self.kind.topic(self.subject)

    def has_twin(self, site: Site) -> bool:
        """Whether it has a twin in Markdown, as what search engines are shown in its own place."""
        return self.kind.standing.is_listed and self.stands_for(site) == self.path

    def desk(self, site: Site) -> Desk:
        """The desk at which it is made."""
        return site.desk(self.path, self.locale, year=self.kind.year(self.subject))

    @property
    def shared_as(self) -> str:
        """The path by which it is passed on, without the locale."""
        find = self.kind.shared_as
        return find(self.subject) if find else self.path

    def stands_for(self, site: Site) -> str:
        """The path that search engines are shown: its own, or that of another in its place."""
        find = self.kind.stands_for
        return find(site, self.subject) if find else self.path
