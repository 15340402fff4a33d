"""One build of a site: its pages, files and kit, made aside until the whole takes its place."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from carelist.catalog.previews import find_edited, find_preview
from carelist.disk import tell_disk_error
from carelist.eligibility.inspecting import inspect_list
from carelist.publicity.phrases import Phrases
from carelist.search.sounds import read_once
from carelist.site import addresses
from carelist.site.build_record import DIGEST_VARIABLE, write_build_record
from carelist.site.icons import find_unknown_icons, read_icon
from carelist.site.kit import Artwork, Kit
from carelist.site.offline import write_service_worker
from carelist.site.outputs import list_outputs
from carelist.site.pages import WITH_ADDRESS, give_kind, list_pages
from carelist.site.rendering import Renderer
from carelist.site.search_parts import write_search_parts
from carelist.site.shared_sheets import write_shared_sheets
from carelist.site.sheets import compose_sheets
from carelist.site.staging import CannotStageError, Stage
from carelist.site.styles import read_styles
from carelist.site.telling import tell
from carelist.site.templates import make_environment
from carelist.site.twins import write_twins
from carelist.site.workers import PageWorkers
from carelist.speech.locales import forget_locales
from carelist.speech.own import find_own_locale
from carelist.store import Store, find_cache
from carelist.theme import THEME, find_more_icons, is_asset

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from carelist.catalog.inspection import Inspection
    from carelist.catalog.revision import Catalog
    from carelist.site.site import Site
    from carelist.site.subjects import Prose
    from carelist.speech.locales import Locale

COMMIT_VARIABLES = ("CARELIST_COMMIT", "GITHUB_SHA")
"""Name the commit that the site is built from; the first that is not empty does."""


@dataclass(frozen=True)
class Settings:
    """What a project says of its site, and for whom it is built."""

    file: Path
    """Of the project's settings, as MkDocs reads them."""
    catalog: Path
    docs: Path
    changed: tuple[Path, ...]
    """The folders in which the project changes the theme."""
    offline: bool
    typeset: bool
    has_address: bool
    """Whether the project says where its site is published."""
    serving: bool
    """Whether an editor looks at the site meanwhile."""
    previews: bool
    """Whether the site is only looked at, and shows edits that are not ready to be published."""

    @property
    def project(self) -> Path:
        """The folder of the project."""
        return self.file.parent

    @property
    def own_themes(self) -> tuple[Path, ...]:
        """The folders that pages are made of: the project's, where it changes any, and ours."""
        return (*self.changed, THEME)

    @property
    def themes(self) -> tuple[Path, ...]:
        """Folders of templates and icons, the project's own first."""
        return (*self.own_themes, *find_more_icons())

    @property
    def published(self) -> tuple[Path, ...]:
        """The project's own folders from which something is published as it stands, or nearly."""
        return self.docs, *self.changed

    def find_asset(self, name: str) -> Path:
        """Give the file of an image or script by its address: the project's own before ours."""
        files = (folder / name for folder in (self.docs, *self.own_themes))
        return next(file for file in files if file.is_file())

    def open_store(self, name: str) -> Store:
        """Give one of the stores of what need not be made again."""
        return Store(find_cache(self.project) / name)


class ListRead(NamedTuple):
    """What the files of a list are now."""

    catalog: Catalog | None
    problems: tuple[str, ...] = ()
    """All that is wrong where no site can be made, a line each."""
    is_draft: bool = False
    """Whether it is not published yet: its site is to be looked at."""
    left: tuple[str, ...] = ()
    """What is left to do before a preview can be published, a line each."""


def read_list(folder: Path, themes: tuple[Path, ...], *, previews: bool = False) -> ListRead:
    """Give the list as its files are now, or its latest draft where nothing is published yet.

    Args:
        folder: Of the list.
        themes: Where its icons are.
        previews: Whether the site is looked at only, and an edit need not be ready to be published.
    """
    forget_locales()
    inspection = inspect_list(folder)
    edited = find_edited(inspection) if previews else None
    catalog = inspection.catalog or edited or find_preview(inspection)
    if catalog is None:
        return ListRead(None, tuple(_list_stops(inspection)))
    unknown = find_unknown_icons(catalog, themes)
    if unknown:
        return ListRead(None, tuple(unknown))
    left = [one.line(find_own_locale()) for one in inspection.problems] if edited else []
    return ListRead(catalog, is_draft=inspection.preview is None, left=tuple(left))


def _list_stops(inspection: Inspection) -> Iterator[str]:
    """Yield what stops a list; where there are only drafts, what stops the latest, too."""
    drafts = inspection.drafts if not inspection.rows.keys() - inspection.drafts.keys() else {}
    latest = drafts[max(drafts)].problems if drafts else ()
    for problem in (*inspection.problems, *latest):
        if not problem.is_translation:
            yield problem.line(find_own_locale())


def plan_kit(site: Site, settings: Settings, store: Store) -> Kit:
    """Plan the publicity kit of a site."""
    mark = settings.find_asset(addresses.LOGO).read_text("utf-8")
    return Kit(site, Artwork(partial(read_icon, theme_folders=settings.themes), mark), store)


class Build:
    """A site while it is made; `close` ends whatever goes on for it."""

    def __init__(
        self,
        site: Site,
        settings: Settings,
        place: Path,
        told: ListRead,
        tell_wait: Callable[[], None],
    ) -> None:
        """Begin to make the pages.

        Args:
            site: What is to be built.
            settings: As the project has them.
            place: The folder that the site is to be in.
            told: What was last read of the list.
            tell_wait: Called where another build of the same folder is waited for.

        Raises:
            CannotStageError: If no site can be in that place.
        """
        self.place = place
        self._site, self._settings = site, settings
        self._kit: Kit | None = None
        self._stores = {name: settings.open_store(name) for name in ("templates", "sounds", "kit")}
        self._styles = compose_sheets(THEME)
        self.renderer = Renderer(
            site,
            make_environment(settings.themes, self._stores["templates"]),
            None if settings.serving else read_styles(self._styles),
            Phrases.of(site.catalog),
            told.problems,
            settings.offline and not settings.serving,
            tuple(_list_remarks(told, settings)),
            told.left,
        )
        _ = site.open_data.files  # before processes are forked, which then need not make them
        self._stage: Stage | None = _open_stage(place, tell_wait)
        self.folder = self._stage.folder
        """Where the site is made."""
        pages, make = tuple(list_pages(site)), self.renderer.make_page
        self.workers = PageWorkers(pages, make, beside=not settings.serving)

    def publishes(self, folder: str | None, name: str) -> bool:
        """Whether a file of a folder, or of none, is published: of a theme, its assets are."""
        is_of_theme = folder is not None and Path(folder) in self._settings.own_themes
        return self._site.speaks(name) and (is_asset(name) or not is_of_theme)

    def make_prose(self, prose: Prose, locale: Locale) -> str:
        """Make a page whose text is written by hand."""
        return self.renderer.make_page(give_kind(self._site, prose, locale))

    def start_kit(self) -> None:
        """Begin to make the kit, where it is wanted."""
        if self._settings.typeset:
            self._kit = plan_kit(self._site, self._settings, self._stores["kit"])
            self._kit.start(self._kit.pieces)

    def list_files(self) -> Iterator[tuple[str, str | bytes]]:
        """Yield every file that is not a page, with its address."""
        yield addresses.STYLES, self._styles
        yield from list_outputs(self._site, read_once(self._stores["sounds"]))
        if not self._settings.serving:
            yield addresses.BUILD_JSON, self._record()

    def finish(self) -> list[str]:
        """Write what is made of the pages, and the kit; give what is wrong, or cannot last."""
        write_search_parts(self._site, self.renderer.env, self.folder)
        if self.renderer.sheet:
            write_shared_sheets(self._site, self.renderer.sheet, self.folder)
        if not self._settings.serving:
            write_twins(self._site, self.folder)
        problems = self._kit.publish(self.folder) if self._kit else []
        if not self._settings.serving:
            revision = self._site.catalog.latest.id
            pages = list_pages(self._site, WITH_ADDRESS)
            unsaved = {page.address for page in pages if not page.kind.standing.is_saved}
            locales = self._site.catalog.locales
            write_service_worker(
                self.folder, revision, locales, unsaved, enabled=self._settings.offline
            )
        if self._stage and self._stage.is_fixed:
            problems.append(tell("not_in_one_step", place=self.place))
        for store in self._stores.values():
            if store.refusal:
                told = tell_disk_error(store.refusal, [store.folder], find_own_locale())
                problems.append(told or str(store.refusal))
        return problems

    def settle(self) -> None:
        """Put the site in its place."""
        self._end_work()
        if self._stage:
            self._stage.settle()
            self._stage = None

    def close(self) -> None:
        """End the processes and threads that still work, and remove what is not in its place."""
        self._end_work()
        if self._stage:
            self._stage.discard()
            self._stage = None

    def tell_error(self, error: OSError) -> str | None:
        """Say which disk cannot be written, and why; None where the disk is not at fault."""
        places = (self.folder, *(store.folder for store in self._stores.values()))
        return tell_disk_error(error, places, find_own_locale())

    def _end_work(self) -> None:
        self.workers.close()
        if self._kit:
            self._kit.close()
        for store in self._stores.values():
            store.forget()

    def _record(self) -> str:
        """Record what the site is built from."""
        settings = self._settings
        files = (settings.project / name for name in ("mkdocs.yml", "requirements.lock"))
        inputs = {path.name: path for path in files if path.exists()} | {
            "catalog": settings.catalog,
            "docs": settings.docs,
            "generator": Path(__file__).parents[1],
            **{folder.name: folder for folder in settings.changed},
        }
        commits = (os.environ.get(name) for name in COMMIT_VARIABLES)
        commit = next((commit for commit in commits if commit), "")
        whole = os.environ.get(DIGEST_VARIABLE, "")
        return write_build_record(self._site.catalog.latest.id, commit, inputs, whole)


def _list_remarks(told: ListRead, settings: Settings) -> Iterator[str]:
    """Yield the words that every page of a preview bears, by their keys."""
    if told.is_draft:
        yield "preview_draft"
    if not settings.has_address:
        yield "preview_address"


def _open_stage(place: Path, tell_wait: Callable[[], None]) -> Stage:
    try:
        return Stage(place, tell_wait)
    except OSError as error:
        told = tell_disk_error(error, [place], find_own_locale())
        raise CannotStageError(told or f"{tell('site_unbuildable')} {error}") from error
