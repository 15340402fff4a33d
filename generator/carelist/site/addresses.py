"""Every address of the site: paths from its root, without a leading slash.

Addresses are a promise: what is published here once must answer for ever.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from carelist.publicity.voice import SubjectKind
    from carelist.speech.locales import Locale, Locales

HOME = ""
SERVICES = "services/"
PILLARS = "pillars/"
DEPARTMENTS = "departments/"
AUDIENCES = "audiences/"
NOTICE = "notice/"
READINGS = "readings/"
JOIN = "join/"
REPORT = "report/"
ABOUT = "about/"
DATA = "data/"
ACCESSIBILITY = "accessibility/"
MEASUREMENTS = "measurements/"
CHECK = "check/"
CHECK_RULES = "check/rules/"
SITUATIONS = "situations/"
REVISIONS = "revisions/"
CHANGES = "changes/"
STEPS = "changes/steps/"
"""Where a browser puts together what changed between two lists that are not neighbours."""
SEARCH = "search/"
PRINT = "print/"
OFFLINE = "offline/"
NOT_FOUND = "404.html"
CATALOG_JSON = "data/catalog.json"
BUILD_JSON = "data/build.json"
CATALOG_SCHEMA = "data/catalog.schema.json"
STYLES = "styles/site.css"
LOGO = "images/logo.svg"
SCRIPT = "scripts/site.mjs"
KIT = "kit/"
EMBED = "embed/"
ARCHIVE = "kit.zip"
"""Where archives of a campaign lay until readers' browsers made them; it leads there now."""
PIECES = "kit.json"
"""What an archive of a campaign is made of."""


def shared_styles(name: str) -> str:
    """The style sheet that pages of a sort share."""
    return f"styles/{name}.css"


def check_json(locale: Locale) -> str:
    """What the questionnaire loads in a locale."""
    return f"data/check.{locale}.json"


def service(service_id: str) -> str:
    """The page of a service, in its latest revision."""
    return f"{SERVICES}{service_id}/"


def services_part(part: int) -> str:
    """A part of a long list of all services; the first is 1. Below services' pages lies nothing."""
    return f"{SERVICES}all/{part}/" if part > 1 else SERVICES


def audiences_part(part: int) -> str:
    """A part of a long list of services by audience; the first is 1."""
    return f"{AUDIENCES}{part}/" if part > 1 else AUDIENCES


def notice_part(part: int) -> str:
    """A part of the notice whose table is long; the first, with the letter, is 1."""
    return f"{NOTICE}{part}/" if part > 1 else NOTICE


def revision_part(year: str, part: int) -> str:
    """A part of the long list of a year as it was published; the first is 1."""
    return f"{revision(year)}part/{part}/" if part > 1 else revision(year)


def pillar(pillar_id: str) -> str:
    """The page of a pillar."""
    return f"{PILLARS}{pillar_id}/"


def department(department_id: str) -> str:
    """The page of a department."""
    return f"{DEPARTMENTS}{department_id}/"


def about(kind: SubjectKind, name: str) -> str:
    """The page of something on the list, by its kind and id; that of the list is home."""
    match kind:
        case "list":
            return HOME
        case "pillar":
            return pillar(name)
        case "department":
            return department(name)
        case "situation":
            return situation(name)
        case "service":
            return service(name)


def short(year: str, number: int) -> str:
    """The address of an item as it is printed on posters and scanned: as short as can be."""
    return f"{year}/{number}/"


def embed(path: str) -> str:
    """What other sites show of a page in a frame."""
    return f"{EMBED}{path}"


def oembed(path: str) -> str:
    """The description of a page's frame, as oEmbed wants it."""
    return f"data/oembed/{path.rstrip('/')}.json"


def kit_page(folder: str) -> str:
    """The page of a campaign, by its folder in the kit."""
    return f"{KIT}{folder}/"


def kit_file(path: str) -> str:
    """A file of the publicity kit, by its path in the kit of its locale."""
    return f"{KIT}{path}"


def revision(year: str) -> str:
    """The list of a year as it was published."""
    return f"{REVISIONS}{year}/"


def name_correction(name: str) -> str:
    """The fragment of a correction on the page of its list, by its name in the log."""
    return f"corrected-{name}"


def correction(year: str, name: str) -> str:
    """The place where a correction of the list of a year stands."""
    return f"{revision(year)}#{name_correction(name)}"


def service_of(year: str, service_id: str) -> str:
    """A service as it stood in the list of a year."""
    return f"{REVISIONS}{year}/{SERVICES}{service_id}/"


def item(year: str, number: int) -> str:
    """What people cite: an item of the list of a year by its number; it leads to the service."""
    return f"{REVISIONS}{year}/{number}/"


def changes(before: str, after: str) -> str:
    """What changed from the list of one year to that of another."""
    return f"{CHANGES}{before}..{after}/"


def steps(pair: str) -> str:
    """Where a browser puts together what changed between two lists, told as `2031..2033`."""
    return f"{STEPS}#{pair}/"


def feed(path: str, locale: Locale) -> str:
    """The feed of what concerns a page."""
    return f"data/feeds/{path.strip('/').replace('/', '-') or 'all'}.{locale}.atom"


def audience(audience_id: str) -> str:
    """The place of an audience on the page of all audiences."""
    return f"{AUDIENCES}#{audience_id}"


def situation(situation_id: str) -> str:
    """The page of a situation."""
    return f"{SITUATIONS}{situation_id}/"


def measure(measure_id: str) -> str:
    """The place of a numbered paragraph of the letter on the page of the notice."""
    return f"{NOTICE}#{measure_id}"


def row(number: int, part: int = 1) -> str:
    """The place of a row, as read, on the page of the notice or of a part of it."""
    return f"{notice_part(part)}#row-{number}"


def printed(line: int, part: int = 1) -> str:
    """The place of a printed line of the table on the page of the notice or of a part of it."""
    return f"{notice_part(part)}#line-{line}"


def reading(reading_id: str) -> str:
    """The place of a reading on the page of all readings."""
    return f"{READINGS}#reading-{reading_id}"


def search_files(locale: Locale) -> tuple[str, str]:
    """What the search page of a locale loads: for its own language, and for the other one."""
    return f"{SEARCH}{locale}.json", f"{SEARCH}{locale}-foreign.json"


def search_reserve(locale: Locale) -> str:
    """Words that the search page of a locale loads only where nothing answers a query."""
    return f"{SEARCH}{locale}-more.json"


def search_part(locale: Locale, name: str) -> str:
    """A part of a long list that a search fetches when it is wanted."""
    return f"{SEARCH}{locale}/{name}"


def localize(path: str, locale: Locale) -> str:
    """Give the address of a page in a locale; the first of a site stands at the root."""
    return f"{locale.prefix}{path}"


def split_locale(path: str, locales: Locales) -> tuple[str, Locale]:
    """Take the locale off an address."""
    for locale in locales.others(locales.default):
        if path == locale.tag or path.startswith(locale.prefix):
            return path.removeprefix(locale.tag).removeprefix("/"), locale
    return path, locales.default


class Links:
    """Gives links from one page to others, so that the site works under any sub-path."""

    def __init__(self, current: str, locale: Locale, base: str | None = None) -> None:
        """Link from the address `current`; from a page without a place, by the path `base`."""
        self.locale = locale
        self._base = base
        steps = [f"{step}/" for step in current.split("/")[:-1]]
        folders = [("".join(steps[:depth]), len(steps) - depth) for depth in range(len(steps) + 1)]
        self._ways = [(folder, "../" * up) for folder, up in reversed(folders)]
        """The folders that the address is in, the nearest first, each with the way up to it."""

    def page(self, path: str, locale: Locale | None = None) -> str:
        """Link to a page in this locale, or another."""
        return self.file(localize(path, locale or self.locale))

    def file(self, path: str) -> str:
        """Link to a file that is the same in all locales."""
        path, mark, fragment = path.partition("#")
        if self._base is not None:
            return f"{self._base}{path}{mark}{fragment}"
        way = path
        for folder, up in self._ways:
            if path.startswith(folder):
                way = f"{up}{path[len(folder) :]}"
                break
        if not way and not fragment:
            way = "./"
        return f"{way}{mark}{fragment}"


def find_base_path(site_url: str | None) -> str:
    """Give the path under which the site lies, with slashes at both ends.

    >>> find_base_path("https://list.example.org/care"), find_base_path(None)
    ('/care/', '/')
    """
    path = urlsplit(site_url or "").path
    return path if path.endswith("/") else f"{path}/"
