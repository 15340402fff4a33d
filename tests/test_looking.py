"""A text written by hand is converted again where it, or what it takes in, differs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from carelist.looking import Converted
from mkdocs.config import load_config
from mkdocs.structure.files import File, Files

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

TEXT, WITH_SNIPPET = "words", '--8<-- "table.html"'


@pytest.fixture
def config(tmp_path: Path) -> MkDocsConfig:
    """The settings of a project whose texts take in what stands beside them."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "table.html").write_text("1")
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: A\ntheme: {name: carelist}\n"
        "markdown_extensions: [pymdownx.snippets: {base_path: [!relative $docs_dir]}]\n"
    )
    return load_config(str(tmp_path / "mkdocs.yml"))


def convert(converted: Converted, text: str, config: MkDocsConfig, *names: str) -> bool:
    """Whether a text is converted; what comes of it is its own length in either case."""
    files = Files(
        [
            File(name, config.docs_dir, config.site_dir, use_directory_urls=True)
            for name in ("a.md", *names)
        ]
    )
    given = converted.shorten("a.md", text, files, config)
    assert converted.give("a.md", f"<p>{len(given)}" if given else "") == f"<p>{len(text)}"
    return bool(given)


def test_a_text_is_converted_once_and_again_where_it_or_the_other_files_differ(
    config: MkDocsConfig,
) -> None:
    """What it links to may have come or gone."""
    converted = Converted()
    assert [convert(converted, TEXT, config) for _ in range(2)] == [True, False]
    assert [convert(converted, f"{TEXT}!", config) for _ in range(2)] == [True, False]
    assert [convert(converted, f"{TEXT}!", config, "b.md") for _ in range(2)] == [True, False]


def test_a_text_that_takes_in_a_file_is_converted_again_where_that_differs(
    config: MkDocsConfig,
) -> None:
    """Always where the file may stand where nobody watches."""
    converted = Converted()
    assert [convert(converted, WITH_SNIPPET, config) for _ in range(2)] == [True, False]
    (Path(config.docs_dir) / "table.html").write_text("2")
    assert [convert(converted, WITH_SNIPPET, config) for _ in range(2)] == [True, False]
    config.mdx_configs["pymdownx.snippets"]["base_path"] = ["/elsewhere"]
    assert [convert(converted, WITH_SNIPPET, config) for _ in range(2)] == [True, True]
