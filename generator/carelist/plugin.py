"""The MkDocs adapter: it hands MkDocs the pages that carelist.site lists, and decides nothing."""

from __future__ import annotations

import logging
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeVar

from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import File, Files

from carelist.closed import is_closed, sign_build
from carelist.links import add_linked
from carelist.looking import Converted, Looking, Turned
from carelist.options import CarelistConfig
from carelist.site import addresses
from carelist.site.building import Build
from carelist.site.circles import BUILDING, OFTEN, look
from carelist.site.hand_pages import Text
from carelist.site.idle import list_idle
from carelist.site.kit import plan_kit
from carelist.site.place import Place
from carelist.site.prose import MEASUREMENTS, list_prose
from carelist.site.reading import ListRead, list_remarks, read_of, take_sheets
from carelist.site.refusals import read_site_url, shorten, tell_refusals
from carelist.site.remembering import Memory
from carelist.site.scripts import finish_files
from carelist.site.settings import Settings
from carelist.site.site import Site
from carelist.site.staging import CannotStageError
from carelist.site.strictness import is_given_up
from carelist.site.telling import tell
from carelist.site.workers import WorkersEndedError
from carelist.speech.own import find_own_locale

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page as MkDocsPage
    from mkdocs.utils.templates import TemplateContext

    from carelist.catalog.rebinding import Sheets
    from carelist.site.kit import Kit
    from carelist.site.on_demand import OnDemand
    from carelist.site.unchanged import Inputs

log = logging.getLogger("mkdocs.plugins.carelist")
T = TypeVar("T")


class CarelistPlugin(BasePlugin[CarelistConfig]):
    """Builds the public site from the catalog."""

    def __init__(self) -> None:
        self._serving = False
        self._site: Site | None = None
        self._told, self._converted = ListRead(None), Converted()
        self._sheets: Sheets | None = None
        self._build: Build | None = None
        self._on_demand: OnDemand | None = None
        self._inputs: Inputs | None = None
        self._config: MkDocsConfig | None = None
        self._texts: dict[str, Text] = {}
        """Written by hand, by the names of their files."""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Stay the same plugin while MkDocs serves, so that the last good list is kept."""
        del dirty
        self._serving = command == "serve"
        look(OFTEN if self._serving else BUILDING)

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Load the list, and begin to make its pages; MkDocs is to write them aside.

        Raises:
            PluginError: With every problem of the list, or why no site can be in its place.
        """
        self._close()
        self._config, settings = config, self._read_settings(config)
        self._inputs = None if self._serving else sign_build(config, settings)
        self.load(config, prints=False)
        # The theme's own pages, scripts and styles are not published: MkDocs need not list them.
        config.theme.static_templates = {addresses.NOT_FOUND}
        config.theme.dirs = list(map(str, settings.own_themes))
        if not (settings.has_address or self._serving):
            log.warning("%s", tell("without_address", file=shorten(settings.file)))
        self._build = self._begin(config, settings)
        config.site_dir = str(self._build.others)
        return config

    def load(self, config: MkDocsConfig, *, prints: bool) -> None:
        """Load the list; while serving, keep the last good one.

        Raises:
            PluginError: With every problem of the list, or of what else the site is made of.
            Abort: Instead of it while serving, since MkDocs tells that one without a traceback.
        """
        settings = self._read_settings(config)
        if told := tell_refusals(settings.file, config.site_url, settings.published, prints=prints):
            raise (Abort if self._serving else PluginError)(told)
        if self._serving:
            self._sheets = self._sheets or take_sheets(settings)
        self._told = read_of(settings, self._sheets)
        if catalog := self._told.catalog:
            url, repository = (config.site_url or "").rstrip("/") + "/", config.repo_url or ""
            pieces, looked_at = self.config.typeset is not False, not settings.has_address
            place = Place(url, repository, is_preview=looked_at, has_pieces=pieces)
            is_measured = (settings.docs / MEASUREMENTS).is_file()
            self._site = Site.of(catalog, place, is_measured=is_measured)
            return
        listed = "\n".join(self._told.problems)
        if not (self._serving and self._site):
            message = f"{tell('list_unbuildable')}\n{listed}"
            raise PluginError(message)
        log.error("%s\n%s", tell("last_good_shown"), listed)

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Leave to MkDocs what is written by hand, and what is published as it stands."""
        build, site = _need(self._build), _need(self._site)
        for file in [f for f in files if not build.publishes(f.src_dir, f.src_uri)]:
            files.remove(file)
        for name, text in list_prose(site.catalog.locales):
            if files.get_file_from_path(name) is None:
                files.append(File.generated(config, name, content=text))
        for script in finish_files(files, list_idle(site.catalog)):
            files.remove(script)
        build.start_kit()
        return files

    def on_page_markdown(
        self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files
    ) -> str:
        """Fill in what a page that is written by hand says of the list."""
        site, name = _need(self._site), page.file.src_uri
        path, locale = addresses.split_locale(page.url.removeprefix("./"), site.catalog.locales)
        about = page.meta.get("title", ""), page.meta.get("description", "")
        text = Text(path, locale.tag, markdown, "", *about, "").fill(site)
        self._texts[name] = text
        add_linked(text.filled, name, files, config, _need(self._build).makes)
        return self._converted.shorten(name, text.filled, files, config)

    def on_page_context(
        self, context: TemplateContext, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Give MkDocs a page that is written by hand as it is to be written.

        Raises:
            PluginError: If the system ended a process that made what the page tells of.
        """
        del config, nav
        html = self._converted.give(page.file.src_uri, page.content or "")
        text = self._texts[page.file.src_uri]._replace(html=html)
        try:
            html = _need(self._build).make_text(text)
        except WorkersEndedError as error:
            raise PluginError(error.tell(find_own_locale())) from error
        context["html"] = html  # type: ignore[typeddict-unknown-key]
        return context

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Give MkDocs the page for unknown addresses."""
        del config
        if template_name == addresses.NOT_FOUND:
            html = _need(self._build).make_not_found()
            context["html"] = html  # type: ignore[typeddict-unknown-key]
        return context

    @event_priority(100)
    def _gather(self, *, config: MkDocsConfig) -> None:
        """Put together what was made beside MkDocs and what MkDocs wrote, for other plugins.

        Raises:
            PluginError: If the system ended a process that was making pages.
        """
        build = _need(self._build)
        try:
            build.gather()
        except WorkersEndedError as error:
            raise PluginError(error.tell(find_own_locale())) from error
        config.site_dir = str(build.folder)

    @event_priority(-100)
    def _settle(self, *, config: MkDocsConfig) -> None:
        """Finish the site, after what other plugins do to it, and put it in its place.

        The last one stays where MkDocs is to give the new one up for its warnings.
        """
        build = _need(self._build)
        for problem in (problems := build.finish()):
            log.warning("%s", problem)
        if not is_given_up():
            build.settle()
            if self._inputs and not problems:
                build.remember(self._inputs)
            self._on_demand = build.on_demand
            if not self._serving:  # a folder of MkDocs' own, which nobody is to look into
                log.info("%s", tell("site_in_place", place=build.place))
        config.site_dir = str(build.place)
        self._close()

    on_post_build = CombinedEvent(_gather, _settle)

    def on_build_error(self, *, error: Exception) -> None:
        """End what still works, and leave the last site as it is.

        Raises:
            Abort: If the disk is at fault, instead of an error that does not name it.
        """
        build = self._build
        told = build.tell_error(error) if build and isinstance(error, OSError) else None
        self._close()
        if told:
            log.error("%s", told)
            raise Abort(tell("site_stays")) from error

    def on_shutdown(self) -> None:
        """End what still works, where somebody has interrupted the build."""
        self._close()
        look(OFTEN)

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: object
    ) -> LiveReloadServer:
        """Build again when the list or a template changes."""
        del builder
        catalog = self._folder(config)
        Looking(server, lambda: self._on_demand, catalog, self._turn)
        server.watch(str(catalog))
        for folder in config.theme.dirs:
            server.watch(folder)
        return server

    def plan_kit(self, config: MkDocsConfig) -> Kit:
        """Plan the publicity kit of the list that is loaded."""
        settings = self._read_settings(config)
        return plan_kit(_need(self._site), settings, settings.open_store("kit"))

    def _turn(self) -> Turned:
        """Make what an editor looks at of the list as it is now, without MkDocs where that can be.

        Raises:
            Abort: If the site can no longer be made of what is around the list.
        """
        config, shown = self._config, self._on_demand
        settings = self._read_settings(config) if config else None
        if not (config and shown and settings and is_closed(config, settings)):
            return Turned.NOT
        self.load(config, prints=False)
        turned = shown.turn(_need(self._site), self._told, list_remarks(self._told, settings))
        self._on_demand = turned or shown
        if turned is None:
            return Turned.NOT
        return Turned.BUT_FOR_KIT if settings.typeset else Turned.WHOLLY

    def _begin(self, config: MkDocsConfig, settings: Settings) -> Build:
        """Begin a build, once no other of the same folder is under way."""
        place = Path(config.site_dir)

        tell_wait = partial(log.info, "%s", tell("build_waits", place=place))
        try:
            memory = Memory(settings.project, settings.file, place, is_kept=bool(self._inputs))
            return Build(_need(self._site), settings, memory, self._told, tell_wait)
        except CannotStageError as error:
            raise PluginError(str(error)) from error

    def _read_settings(self, config: MkDocsConfig) -> Settings:
        """Give the settings of the project and of this plugin together."""
        file = Path(config.config_file_path)
        return Settings(
            file,
            self._folder(config),
            Path(config.docs_dir),
            (Path(changed),) if (changed := config.theme.custom_dir) else (),
            self.config.offline,
            self.config.typeset is True,
            bool(read_site_url(file) if self._serving else config.site_url),
            self._serving,
            self._serving or self.config.preview,
        )

    def _folder(self, config: MkDocsConfig) -> Path:
        return shorten(Path(config.config_file_path).parent / self.config.catalog)

    def _close(self) -> None:
        if self._build:
            self._build.close()
            self._build = None


def _need(loaded: T | None) -> T:
    """Give what `on_config` has made ready."""
    if loaded is None:
        message = "the list is not loaded"
        raise PluginError(message)
    return loaded
