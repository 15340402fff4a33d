"""The kinds of which there is one page, in the order of the links at the head and the foot."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from carelist.site import addresses
from carelist.site.page import Budget, PageKind, Standing
from carelist.site.pairs import list_composed
from carelist.site.prose import fill_line
from carelist.site.subjects import Prose
from carelist.site.titles import describe_home, word
from carelist.site.topics import Topic
from carelist.site.views.archive import make_revisions
from carelist.site.views.changes import make_all_changes
from carelist.site.views.check import make_check
from carelist.site.views.data import make_data
from carelist.site.views.department import make_departments
from carelist.site.views.home import make_home
from carelist.site.views.join import make_join
from carelist.site.views.kit import make_kit
from carelist.site.views.listing import make_all_services, make_by_audience, make_pillars
from carelist.site.views.notice import make_notice
from carelist.site.views.readings import make_readings
from carelist.site.views.report import make_report_page
from carelist.site.views.rules import make_rules
from carelist.site.views.search import make_search
from carelist.site.views.sheet import make_print
from carelist.site.views.situation import make_situations
from carelist.site.views.steps import make_steps

if TYPE_CHECKING:
    from collections.abc import Callable

    from carelist.site.desk import Desk
    from carelist.site.site import Site

PROSE = "prose.html"
PLAIN, HEAD, FOOT = Standing(), Standing("head"), Standing("foot")
HEAD_LIST = Standing("head", budget=Budget.WHOLE_LIST)
FOOT_LIST = Standing("foot", budget=Budget.WHOLE_LIST)
FOR_PAPER = Standing("foot", budget=Budget.FREE, is_listed=False)


class Single(NamedTuple):
    """A kind of which there is one page, called by words of the interface."""

    path: str
    template: str
    make_view: Callable[[Desk], object]
    title: str
    """The key of its title."""
    standing: Standing = PLAIN
    label: str = ""
    """The key of what other pages call it; empty for its title."""
    description: str = ""
    """The key of what is said of it, where that is not the key of its title and more."""
    exists: Callable[[Site], bool] = lambda _: True
    is_offered: Callable[[Site], bool] = lambda _: True
    """Whether the menus lead to it."""

    @property
    def description_key(self) -> str:
        """The key of what is said of it."""
        return self.description or f"{self.title}_description"

    def kind(self) -> PageKind[None]:
        """Give it as the kinds are that have several pages."""
        return PageKind(
            _name_id(self.path),
            self.template,
            lambda desk, _: self.make_view(desk),
            lambda _: self.path,
            word(self.title),
            word(self.description_key),
            lambda site: (None,) if self.exists(site) else (),
            self.standing,
            label=word(self.label or self.title),
            is_offered=self.is_offered,
        )


class HandWritten(NamedTuple):
    """A kind of which there is one page, whose text stands below docs/."""

    path: str
    """Empty for whatever other texts a city has there."""
    label: str = ""
    """The key of what other pages call it; empty for its title."""
    standing: Standing = PLAIN
    exists: Callable[[Site], bool] = lambda _: True
    template: str = PROSE
    make_view: Callable[[Desk, str], object] = lambda _, text: text
    """Gives what the page shows, from its text as HTML."""

    def kind(self) -> PageKind[Prose]:
        """Give it as the kinds are that have several pages."""
        return PageKind(
            _name_id(self.path) or "prose",
            self.template,
            lambda desk, prose: self.make_view(desk, prose.html),
            lambda prose: prose.path,
            lambda _, prose: prose.title,
            lambda desk, prose: fill_line(prose.description, desk),
            lambda site: (Prose(self.path),) if self.path and self.exists(site) else (),
            self.standing,
            "hand",
            word(self.label) if self.label else None,
        )


def _name_id(path: str) -> str:
    return path.strip("/").replace("/", "-")


HOME = PageKind[None](
    "home",
    "home.html",
    lambda desk, _: make_home(desk),
    lambda _: addresses.HOME,
    lambda _, __: "",
    describe_home,
    lambda _: (None,),
    Standing(parent="", has_own_search=True, has_kit=True),
    label=word("nav_home"),
    topic=lambda _: Topic("list"),
)
SINGLES = (
    Single(
        addresses.SERVICES,
        "listing.html",
        make_all_services,
        "all_services",
        HEAD_LIST,
        "nav_services",
    ),
    Single(
        addresses.AUDIENCES,
        "listing.html",
        make_by_audience,
        "by_audience",
        HEAD_LIST,
        "nav_audiences",
        exists=lambda site: any(one.audiences for one in site.catalog.revisions),
    ),
    Single(
        addresses.DEPARTMENTS,
        "departments.html",
        make_departments,
        "all_departments",
        HEAD,
        "nav_departments",
        exists=lambda site: site.catalog.names_departments,
    ),
    Single(addresses.NOTICE, "notice.html", make_notice, "notice", HEAD_LIST, "nav_notice"),
    Single(
        addresses.CHECK,
        "check.html",
        make_check,
        "check",
        FOOT,
        is_offered=lambda site: bool(site.now.questions.facts),
    ),
    Single(
        addresses.SITUATIONS,
        "situations.html",
        make_situations,
        "situations",
        FOOT,
        exists=lambda site: bool(site.catalog.situations),
    ),
    Single(
        addresses.READINGS, "readings.html", make_readings, "readings", FOOT_LIST, "nav_readings"
    ),
    Single(
        addresses.REVISIONS,
        "revisions.html",
        make_revisions,
        "revisions",
        Standing("foot", is_saved=False),
    ),
    Single(
        addresses.JOIN,
        "join.html",
        make_join,
        "join",
        FOOT,
        "nav_join",
        exists=lambda site: any(one.notice.asks for one in site.catalog.revisions),
    ),
    Single(addresses.KIT, "kit.html", make_kit, "kit", Standing("foot", is_saved=False)),
    Single(addresses.PRINT, "print.html", make_print, "print", FOR_PAPER, "nav_print"),
    HandWritten(addresses.DATA, "nav_data", FOOT, template="data.html", make_view=make_data),
    HandWritten(addresses.ACCESSIBILITY, "nav_accessibility", FOOT),
    HandWritten(addresses.ABOUT, "nav_about", FOOT),
    HandWritten(addresses.MEASUREMENTS, exists=lambda site: site.is_measured),
    HandWritten(addresses.OFFLINE, standing=Standing(is_listed=False)),
    Single(
        addresses.PILLARS,
        "pillars.html",
        make_pillars,
        "all_pillars",
        label="nav_pillars",
        exists=lambda site: bool(site.catalog.pillars),
    ),
    Single(addresses.REPORT, "report.html", make_report_page, "report_page"),
    Single(
        addresses.SEARCH,
        "search.html",
        make_search,
        "search",
        Standing(budget=Budget.WHOLE_LIST, has_own_search=True),
    ),
    Single(addresses.CHECK_RULES, "rules.html", make_rules, "rules", Standing(parent="check")),
    Single(
        addresses.CHANGES,
        "all-changes.html",
        make_all_changes,
        "changes",
        Standing(parent="revisions", is_saved=False),
        description="changes_all_description",
        exists=lambda site: len(site.catalog.revisions) > 1,
    ),
    Single(
        addresses.STEPS,
        "steps.html",
        make_steps,
        "changes_steps",
        Standing(parent="changes", is_listed=False, is_saved=False),
        description="changes_steps_lead",
        exists=lambda site: any(list_composed(site.catalog.revisions)),
    ),
)
SINGLE_PAGES = (HOME, *(one.kind() for one in SINGLES))
PROSE_PAGE = HandWritten("").kind()
NOT_FOUND = PageKind[None](
    "not-found",
    "not-found.html",
    lambda _, __: None,
    lambda _: addresses.NOT_FOUND,
    word("not_found"),
    word("not_found_lead"),
    lambda _: (None,),
    Standing(is_listed=False, is_saved=False, is_promised=False),
    "nowhere",
)
