"""The MkDocs adapter: it hands MkDocs the pages that generator.site lists, and decides nothing."""

from __future__ import annotations

import logging
import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import mkdocs.contrib.search
from mkdocs.config import load_config
from mkdocs.config.base import Config
from mkdocs.config.config_options import Type
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files

from generator.catalog.problems import CatalogError, find_language
from generator.eligibility.inspecting import load_list
from generator.search.postings import LONG
from generator.search.sounds import read_once
from generator.site import addresses
from generator.site.build_record import write_build_record
from generator.site.finishing import finish_page
from generator.site.frame import Place
from generator.site.icons import find_unknown_icons, read_icon
from generator.site.kit import Artwork, Kit
from generator.site.offline import write_service_worker
from generator.site.outputs import list_outputs
from generator.site.pages import Site, list_all_pages
from generator.site.scripts import finish_scripts
from generator.site.search_parts import write_search_parts
from generator.site.styles import StyleSheet, read_styles
from generator.site.templates import prepare_templates
from generator.store import Store

if TYPE_CHECKING:
    from typing import Literal

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page as MkDocsPage
    from mkdocs.utils.templates import TemplateContext

    from generator.catalog.revision import Catalog
    from generator.site.page import Page

CACHE = ".cache"
CACHE_VARIABLE = "CARELIST_CACHE"
"""Names another folder in which to keep what need not be made again."""
log = logging.getLogger("mkdocs.plugins.carelist")

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


class CarelistPlugin(BasePlugin[CarelistConfig]):
    """Builds the public site from the catalog."""

    def __init__(self) -> None:
        self._serving = False
        self._site: Site | None = None
        self._problems: tuple[str, ...] = ()
        self._pages: dict[str, Page] = {}
        self._kit: Kit | None = None
        self._env: Environment | None = None
        self._sheet = StyleSheet(())

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Stay the same plugin while MkDocs serves, so that the last good list is kept."""
        del dirty
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Load the list before MkDocs clears the last site; while serving, keep the last good one.

        Raises:
            PluginError: With every problem of the list.
        """
        place = Place(_with_slash(config.site_url), config.repo_url or "")
        config.theme.static_templates.discard("sitemap.xml")
        catalog, self._problems = self._load(config)
        if catalog:
            self._site = Site.of(catalog, place)
            return config
        listed = "\n".join(self._problems)
        if not (self._serving and self._site):
            message = f"the list cannot be built:\n{listed}"
            raise PluginError(message)
        log.error("the list cannot be built; the last good one is shown:\n%s", listed)
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add every generated page and file; leave out the theme's scripts and styles."""
        site = self._loaded()
        own = Path(config.docs_dir)
        kept = Files(
            [f for f in files if not f.abs_src_path or Path(f.abs_src_path).is_relative_to(own)]
        )
        _publish_scripts(kept, is_long=len(site.catalog.latest.services) > LONG)
        self._pages = {_source_name(page): page for page in list_all_pages(site.catalog)}
        for name, page in self._pages.items():
            content = f"---\ntemplate: {page.template}\ntitle: {page.address or '/'}\n---\n"
            kept.append(File.generated(config, name, content=content))
        self._kit = self.plan_kit(config) if self.config.typeset else None
        if self._kit:
            self._kit.start(self._kit.pieces)
        for name, text in list_outputs(site, read_once(Store(_find_cache(config) / "sounds"))):
            kept.append(File.generated(config, name, content=text))
        if not self._serving:
            kept.append(File.generated(config, addresses.BUILD_JSON, content=self._record(config)))
        return kept

    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> Environment:
        """Escape everything that templates show, and let no name go undefined."""
        del files
        self._sheet = read_styles((Path(config.docs_dir) / addresses.STYLES).read_text("utf-8"))
        prepare_templates(env, _find_cache(config) / "templates")
        self._env = env
        return env

    def on_page_markdown(
        self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files
    ) -> str:
        """Fill in what a page that is written by hand says of the list."""
        del config, files
        if page.file.src_uri in self._pages:
            return markdown
        path, locale = addresses.split_locale(page.url.removeprefix("./"))
        return self._loaded().fill_prose(markdown, path, locale)

    def on_page_context(
        self, context: TemplateContext, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Give a page its frame, its view and the words of its locale."""
        del config, nav
        site = self._loaded()
        found = self._pages.get(page.file.src_uri)
        if found:
            frame, view = site.render(found)
        else:
            path, locale = addresses.split_locale(page.url.removeprefix("./"))
            title, description = page.meta.get("title", ""), page.meta.get("description", "")
            frame, view = site.frame_prose(path, locale, title, description), None
        return self._extend(context, frame=frame, view=view)

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Give the page for unknown addresses its views: it may be answered at any depth."""
        if template_name != addresses.NOT_FOUND:
            return context
        return self._extend(context, **self._loaded().make_not_found(config.site_url))

    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Put into a page the styles that it can use, and its security policy."""
        del page, config
        return self._finish(output)

    def on_post_template(
        self, output_content: str, *, template_name: str, config: MkDocsConfig
    ) -> str:
        """Finish the page for unknown addresses like any other."""
        del config
        if template_name != addresses.NOT_FOUND:
            return output_content
        return self._finish(output_content)

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the kit; and the service worker, which knows every page by its content."""
        folder = Path(config.site_dir)
        if self._env:
            write_search_parts(self._loaded(), self._env, folder)
        if self._kit:
            for problem in self._kit.publish(folder):
                log.warning("%s", problem)
            self._kit.close()
        if not self._serving:
            revision = self._loaded().catalog.latest.id
            write_service_worker(folder, revision, enabled=self.config.offline)

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: object
    ) -> LiveReloadServer:
        """Build again when the list or a template changes."""
        del builder
        server.watch(str(self._folder(config)))
        for folder in config.theme.dirs[:1]:
            server.watch(folder)
        return server

    def _load(self, config: MkDocsConfig) -> tuple[Catalog | None, tuple[str, ...]]:
        """Give the list, or all that is wrong with it."""
        try:
            catalog = load_list(self._folder(config))
        except CatalogError as error:
            return None, tuple(p.line(find_language()) for p in error.problems)
        unknown = find_unknown_icons(catalog, map(Path, config.theme.dirs))
        return (None, tuple(unknown)) if unknown else (catalog, ())

    def plan_kit(self, config: MkDocsConfig) -> Kit:
        """Plan the publicity kit of the list that is loaded."""
        folders = list(map(Path, config.theme.dirs))
        mark = (Path(config.docs_dir) / addresses.LOGO).read_text("utf-8")
        artwork = Artwork(partial(read_icon, theme_folders=folders), mark)
        return Kit(self._loaded(), artwork, Store(_find_cache(config) / "kit"))

    def _record(self, config: MkDocsConfig) -> str:
        """Record what the site is built from; GitHub and others name the commit."""
        project = Path(config.config_file_path).parent
        files = (project / name for name in ("mkdocs.yml", "requirements.lock"))
        inputs = {path.name: path for path in files if path.exists()} | {
            "catalog": self._folder(config),
            "docs": Path(config.docs_dir),
            "generator": Path(__file__).parent,
            "overrides": Path(config.theme.dirs[0]),
        }
        commit = os.environ.get("CARELIST_COMMIT") or os.environ.get("GITHUB_SHA") or ""
        return write_build_record(self._loaded().catalog.latest.id, commit, inputs)

    def _finish(self, html: str) -> str:
        """MkDocs' own reload script needs pages without a policy while it serves."""
        if self._serving:
            return html
        return finish_page(html, self._sheet)

    def _folder(self, config: MkDocsConfig) -> Path:
        folder = Path(config.config_file_path).parent / self.config.catalog
        here = Path.cwd()
        return folder.relative_to(here) if folder.is_relative_to(here) else folder

    def _loaded(self) -> Site:
        if self._site is None:
            message = "the list is not loaded"
            raise PluginError(message)
        return self._site

    def _extend(self, context: TemplateContext, **values: Any) -> TemplateContext:  # noqa: ANN401  # views are of many types
        frame = values["frame"]
        values["words"] = self._loaded().words(frame.locale)
        values["problems"] = self._problems
        values["offline"] = self.config.offline and not self._serving
        context.update(values)  # type: ignore[typeddict-item]
        return context


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
    plugin.on_config(config)
    return plugin.plan_kit(config)


def _publish_scripts(files: Files, *, is_long: bool) -> None:
    scripts = {file.src_uri: file for file in files if file.src_uri.endswith(".mjs")}
    texts = {name: file.content_string for name, file in scripts.items()}
    finished = finish_scripts(texts, LUNR_FILE.read_text("utf-8"), is_long=is_long)
    for name, file in scripts.items():
        if name in finished:
            file.content_string = finished[name]
        else:
            files.remove(file)


def _source_name(page: Page) -> str:
    return f"{page.address}index.md"


def _find_cache(config: MkDocsConfig) -> Path:
    return Path(os.environ.get(CACHE_VARIABLE) or Path(config.config_file_path).parent / CACHE)


def _with_slash(url: str | None) -> str:
    return (url or "/").rstrip("/") + "/"
