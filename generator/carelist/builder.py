"""Runs MkDocs for a command, or ProperDocs, its successor, where that alone is installed."""

from __future__ import annotations

import logging
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from mkdocs.commands.build import build
from mkdocs.commands.serve import serve
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException, PluginError

from carelist.closed import list_settings
from carelist.plugin import CarelistPlugin
from carelist.site.refusals import read_setting
from carelist.site.strictness import BUILDERS
from carelist.site.telling import tell

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carelist.site.kit import Kit

OWN = "mkdocs.plugins.carelist"
"""The logger of what is told while a site is made."""


def load_kit(configuration: Path) -> Kit:
    """Plan the publicity kit of a project, without building its site.

    Raises:
        PluginError: With every problem of the list.
    """
    with _find_docs(configuration) as docs:
        config = load_config(str(configuration), docs_dir=docs)
        plugin = config.plugins["carelist"]
        if not isinstance(plugin, CarelistPlugin):
            raise PluginError(tell("other_plugin", file=configuration))
        plugin.load(config, prints=True)
        return plugin.plan_kit(config)


def list_read(configuration: Path) -> list[Path]:
    """List what a site is made of, but the program; the settings alone where they are wrong."""
    settings = list_settings(configuration)
    with suppress(MkDocsException, SystemExit), _find_docs(configuration) as docs:
        config = load_config(str(configuration), docs_dir=docs)
        plugin = config.plugins["carelist"]
        if isinstance(plugin, CarelistPlugin):
            catalog = configuration.parent / plugin.config.catalog
            return [*settings, catalog, *map(Path, [*config.theme.dirs, config.docs_dir])]
    return settings


def build_site(configuration: Path, *, strict: bool) -> None:
    """Build the site of a project into its place; the last one stays where that fails.

    Raises:
        SystemExit: With what is wrong told, as MkDocs tells it.
    """
    _listen()
    with _find_docs(configuration) as docs:
        config = load_config(str(configuration), docs_dir=docs, strict=strict or None)
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build(config)
        finally:
            config.plugins.on_shutdown()


def serve_site(configuration: Path, address: str | None) -> None:
    """Show the site of a project on this machine, and build it again at every change."""
    _listen()
    with _find_docs(configuration) as docs:
        serve(str(configuration), dev_addr=address, docs_dir=docs)


def _listen() -> None:
    """Write down what is told of the site, and what else is wrong."""
    handler = logging.StreamHandler()
    for name in BUILDERS:
        logger = logging.getLogger(name)
        logger.setLevel(logging.WARNING)
        logger.addHandler(handler)
    for name in (OWN, *(f"{name}.livereload" for name in BUILDERS)):
        logging.getLogger(name).setLevel(logging.INFO)


@contextmanager
def _find_docs(configuration: Path) -> Iterator[str | None]:
    """Give an empty folder where a project has no pages of its own: MkDocs wants one."""
    named = read_setting(configuration, "docs_dir") or "docs"
    if (configuration.parent / named).exists():
        yield None
        return
    with TemporaryDirectory() as folder:
        yield folder
