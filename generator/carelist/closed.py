"""What a build of MkDocs reads: all of it is known, or a site is always built anew."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import carelist
from carelist.site.build_record import RECORDED
from carelist.site.refusals import read_setting
from carelist.site.unchanged import Inputs, sign_inputs
from carelist.speech.locales import FOLDER

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from carelist.site.settings import Settings

SNIPPETS = "pymdownx.snippets"
"""The one extension known here that reads files; it says from which folders."""
EXTENSIONS = frozenset(
    {
        *("abbr", "admonition", "attr_list", "def_list", "fenced_code", "footnotes", "md_in_html"),
        *("meta", "sane_lists", "smarty", "tables", "toc", SNIPPETS),
    }
)
"""Extensions of Markdown that read no file else."""


def is_closed(config: MkDocsConfig, settings: Settings) -> bool:
    """Whether all that a build is made of is known.

    What other plugins, hooks and extensions read, nobody knows.
    """
    plugins, extensions = [*config.plugins], {*config.markdown_extensions}
    if plugins != ["carelist"] or config.hooks or not extensions <= EXTENSIONS:
        return False
    return SNIPPETS not in extensions or are_inside(config, settings.docs)


def sign_build(config: MkDocsConfig, settings: Settings) -> Inputs | None:
    """Sign what a build is about to be made of; None where it may be made of something else too."""
    if not is_closed(config, settings):
        return None
    configured = list_settings(settings.file)
    roots = (
        *configured,
        *(settings.project / name for name in RECORDED),
        settings.catalog / FOLDER,
        settings.docs,
        *settings.own_themes,
        Path(carelist.__file__).parent,
    )
    return sign_inputs(roots, settings.catalog, configured, is_strict=bool(config.strict))


def list_settings(file: Path) -> list[Path]:
    """List a file of settings and those that it inherits."""
    text = file.read_text(encoding="utf-8")
    parent = read_setting(file, "INHERIT") if "INHERIT" in text else ""
    above = file.parent / parent
    return [file, *(list_settings(above) if parent and above.is_file() else ())]


def are_inside(config: MkDocsConfig, docs: Path) -> bool:
    """Whether the folders of snippets are below that of the pages."""
    told = config.mdx_configs.get(SNIPPETS, {}).get("base_path", ".")
    folders = told if isinstance(told, list) else [told]
    return all(Path(str(one)).absolute().is_relative_to(docs.absolute()) for one in folders)
