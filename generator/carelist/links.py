"""Links of pages that are written by hand to those that MkDocs does not make."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.structure.files import File

from carelist.site.prose import find_linked

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files


class Elsewhere(File):
    """A page that MkDocs does not make, for links from those that are written by hand."""

    def is_documentation_page(self) -> bool:
        """There is no text for MkDocs to read."""
        return False

    @property
    def dest_uri(self) -> str:  # type: ignore[override]  # nobody sets it here
        """Where it stands in the site."""
        return f"{self.src_uri.removesuffix('md')}html"

    def copy_file(self, dirty: bool = False) -> None:  # noqa: FBT001, FBT002  # as MkDocs calls it
        """It is written by the build."""


def add_linked(
    text: str,
    name: str,
    files: Files,
    config: MkDocsConfig,
    makes: Callable[[str], bool],
) -> None:
    """Let MkDocs find what a page links to by its text, as `[…](../services/index.md)`.

    Args:
        text: Of the page, in Markdown.
        name: Its path below docs/.
        files: Where MkDocs looks; those that it would not find are added.
        config: Of MkDocs.
        makes: Whether a page of an address is made of the list.
    """
    for linked in find_linked(text, name):
        is_made = makes(linked.removesuffix("index.md"))
        if is_made and files.get_file_from_path(linked) is None:
            files.append(Elsewhere.generated(config, linked, content=""))
