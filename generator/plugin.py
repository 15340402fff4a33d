"""The MkDocs adapter: it hands MkDocs the pages that generator.site lists, and decides nothing."""

from __future__ import annotations

import logging
import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeVar

import mkdocs.contrib.search
from mkdocs.config import load_config
from mkdocs.config.base import Config
from mkdocs.config.config_options import Type
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage

from generator.catalog.problems import CatalogError, find_language
from generator.eligibility.inspecting import load_list
from generator.search.postings import LONG
from generator.search.sounds import read_once
from generator.site import addresses
from generator.site.build_record import write_build_record
from generator.site.frame import Place
from generator.site.icons import find_unknown_icons, read_icon
from generator.site.kit import Artwork, Kit
from generator.site.offline import write_service_worker
from generator.site.outputs import list_outputs
from generator.site.pages import Site, list_all_pages
from generator.site.rendering import Renderer
from generator.site.scripts import finish_scripts
from generator.site.search_parts import write_search_parts
from generator.site.styles import read_styles
from generator.site.templates import make_environment
from generator.site.workers import PageWorkers
from generator.store import Store, find_cache

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.nav import Navigation
    from mkdocs.utils.templates import TemplateContext

    from generator.catalog.revision import Catalog
    from generator.site.addresses import Locale
    from generator.site.page import Page

log = logging.getLogger("mkdocs.plugins.carelist")
T = TypeVar("T")

LUNR_FILE = Path(mkdocs.contrib.search.__file__).parent / "templates" / "search" / "lunr.js"
"""The copy of lunr.js that MkDocs brings along."""


class CarelistConfig(Config):
    """Options of the plugin in mkdocs.yml."""

    catalog = Type(str, default="catalog")
    """The folder of the list, relative to mkdocs.yml."""
    offline = Type(bool, default=True)
    """Whether pages may be kept for reading offline; false removes what readers have kept."""
    typeset = Type(bool, default=True)
    """Whether pictures and posters are made; without them, pages can be looked at sooner."""


class GeneratedPage(MkDocsPage):
    """A page that generator.site lists: there is no text to read, nor to turn into HTML."""

    def __init__(self, source: Page, file: File, config: MkDocsConfig) -> None:
        """Stand for a page of generator.site."""
        super().__init__(source.address or "/", file, config)
        self.source = source

    def read_source(self, config: MkDocsConfig) -> None:
        """There is no text."""
        del config
        self.markdown, self.meta = "", {}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """There is nothing to turn into HTML."""
        del config, files
        self.content = ""


class CarelistPlugin(BasePlugin[CarelistConfig]):
    """Builds the public site from the catalog."""

    def __init__(self) -> None:
        self._serving = False
        self._site: Site | None = None
        self._problems: tuple[str, ...] = ()
        self._themes: tuple[Path, ...] = ()
        self._renderer: Renderer | None = None
        self._workers: PageWorkers | None = None
        self._kit: Kit | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Stay the same plugin while MkDocs serves, so that the last good list is kept."""
        del dirty
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Load the list before MkDocs clears the last site, and begin to make its pages.

        Raises:
            PluginError: With every problem of the list.
        """
        self.load(config)
        # The theme's own pages, scripts and styles are not published: MkDocs need not list them.
        config.theme.static_templates.discard("sitemap.xml")
        config.theme.dirs = config.theme.dirs[:1]
        site = _need(self._site)
        styles = (Path(config.docs_dir) / addresses.STYLES).read_text("utf-8")
        self._renderer = Renderer(
            site,
            make_environment(self._themes, _find_store(config, "templates")),
            None if self._serving else read_styles(styles),
            self._problems,
            self.config.offline and not self._serving,
        )
        pages, make = tuple(list_all_pages(site.catalog)), self._renderer.make_page
        self._workers = PageWorkers(pages, make, beside=not self._serving)
        return config

    def load(self, config: MkDocsConfig) -> None:
        """Load the list; while serving, keep the last good one.

        Raises:
            PluginError: With every problem of the list.
        """
        self._themes = tuple(map(Path, config.theme.dirs))
        catalog, self._problems = self._read(config)
        if catalog:
            url = (config.site_url or "").rstrip("/") + "/"
            self._site = Site.of(catalog, Place(url, config.repo_url or ""))
            return
        listed = "\n".join(self._problems)
        if not (self._serving and self._site):
            message = f"the list cannot be built:\n{listed}"
            raise PluginError(message)
        log.error("the list cannot be built; the last good one is shown:\n%s", listed)

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add every generated page and file."""
        site = _need(self._site)
        _publish_scripts(files, is_long=len(site.catalog.latest.services) > LONG)
        for page in _need(self._workers).pages:
            file = File.generated(config, f"{page.address}index.md", content="")
            file.page = GeneratedPage(page, file, config)
            files.append(file)
        self._kit = self.plan_kit(config) if self.config.typeset else None
        if self._kit:
            self._kit.start(self._kit.pieces)
        for name, text in list_outputs(site, read_once(Store(_find_store(config, "sounds")))):
            files.append(File.generated(config, name, content=text))
        if not self._serving:
            files.append(File.generated(config, addresses.BUILD_JSON, content=self._record(config)))
        return files

    def on_page_markdown(
        self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files
    ) -> str:
        """Fill in what a page that is written by hand says of the list."""
        del config, files
        if isinstance(page, GeneratedPage):
            return markdown
        return _need(self._site).fill_prose(markdown, *_find_place(page))

    def on_page_context(
        self, context: TemplateContext, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Give MkDocs a page as it is to be written."""
        del config, nav
        if isinstance(page, GeneratedPage):
            html = _need(self._workers).fetch(page.source)
        else:
            place, content = _find_place(page), page.content or ""
            html = _need(self._renderer).make_prose(*place, page.meta, content)
        context["html"] = html  # type: ignore[typeddict-unknown-key]
        return context

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Give MkDocs the page for unknown addresses."""
        if template_name == addresses.NOT_FOUND:
            html = _need(self._renderer).make_not_found(config.site_url)
            context["html"] = html  # type: ignore[typeddict-unknown-key]
        return context

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the kit; and the service worker, which knows every page by its content."""
        folder = Path(config.site_dir)
        write_search_parts(_need(self._site), _need(self._renderer).env, folder)
        if self._kit:
            for problem in self._kit.publish(folder):
                log.warning("%s", problem)
        if not self._serving:
            revision = _need(self._site).catalog.latest.id
            write_service_worker(folder, revision, enabled=self.config.offline)
        self._close()

    def on_build_error(self, *, error: Exception) -> None:
        """End the processes and threads that still work."""
        del error
        self._close()

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: object
    ) -> LiveReloadServer:
        """Build again when the list or a template changes."""
        del builder
        server.watch(str(self._folder(config)))
        server.watch(str(self._themes[0]))
        return server

    def _read(self, config: MkDocsConfig) -> tuple[Catalog | None, tuple[str, ...]]:
        """Give the list, or all that is wrong with it."""
        try:
            catalog = load_list(self._folder(config))
        except CatalogError as error:
            return None, tuple(p.line(find_language()) for p in error.problems)
        unknown = find_unknown_icons(catalog, self._themes)
        return (None, tuple(unknown)) if unknown else (catalog, ())

    def plan_kit(self, config: MkDocsConfig) -> Kit:
        """Plan the publicity kit of the list that is loaded."""
        mark = (Path(config.docs_dir) / addresses.LOGO).read_text("utf-8")
        artwork = Artwork(partial(read_icon, theme_folders=self._themes), mark)
        return Kit(_need(self._site), artwork, Store(_find_store(config, "kit")))

    def _record(self, config: MkDocsConfig) -> str:
        """Record what the site is built from; GitHub and others name the commit."""
        project = Path(config.config_file_path).parent
        files = (project / name for name in ("mkdocs.yml", "requirements.lock"))
        inputs = {path.name: path for path in files if path.exists()} | {
            "catalog": self._folder(config),
            "docs": Path(config.docs_dir),
            "generator": Path(__file__).parent,
            "overrides": self._themes[0],
        }
        commit = os.environ.get("CARELIST_COMMIT") or os.environ.get("GITHUB_SHA") or ""
        return write_build_record(_need(self._site).catalog.latest.id, commit, inputs)

    def _folder(self, config: MkDocsConfig) -> Path:
        folder = Path(config.config_file_path).parent / self.config.catalog
        here = Path.cwd()
        return folder.relative_to(here) if folder.is_relative_to(here) else folder

    def _close(self) -> None:
        if self._workers:
            self._workers.close()
        if self._kit:
            self._kit.close()


def load_kit(configuration: Path) -> Kit:
    """Plan the publicity kit of a project, without building its site.

    Raises:
        PluginError: With every problem of the list.
    """
    config = load_config(str(configuration))
    plugin = config.plugins["carelist"]
    if not isinstance(plugin, CarelistPlugin):
        message = f"{configuration}: the plugin 'carelist' is another one"
        raise PluginError(message)
    plugin.load(config)
    return plugin.plan_kit(config)


def _find_place(page: MkDocsPage) -> tuple[str, Locale]:
    """Give the path and the locale of a page that is written by hand."""
    return addresses.split_locale(page.url.removeprefix("./"))


def _need(loaded: T | None) -> T:
    """Give what `on_config` has made ready."""
    if loaded is None:
        message = "the list is not loaded"
        raise PluginError(message)
    return loaded


def _publish_scripts(files: Files, *, is_long: bool) -> None:
    scripts = {file.src_uri: file for file in files if file.src_uri.endswith(".mjs")}
    texts = {name: file.content_string for name, file in scripts.items()}
    finished = finish_scripts(texts, LUNR_FILE.read_text("utf-8"), is_long=is_long)
    for name, file in scripts.items():
        if name in finished:
            file.content_string = finished[name]
        else:
            files.remove(file)


def _find_store(config: MkDocsConfig, name: str) -> Path:
    return find_cache(Path(config.config_file_path).parent) / name
