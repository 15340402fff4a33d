"""The modules of search, and the real list as engines."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from carelist.search.documents import make_library
from carelist.search.engine import Engine
from carelist.theme import THEME

from tests.browser.server import serve_folder
from tests.speaking import LOCALES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carelist.catalog.revision import Catalog


@pytest.fixture(scope="session")
def engines(catalog: Catalog) -> dict[str, Engine]:
    """An engine for each locale."""
    return {locale.tag: Engine(make_library(catalog, locale)) for locale in LOCALES}


@pytest.fixture(scope="session")
def modules(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the modules, as they are written."""
    folder = tmp_path_factory.mktemp("modules") / "search"
    shutil.copytree(THEME / "scripts" / "search", folder)
    (folder / "404.html").write_text("", encoding="utf-8")
    with serve_folder(folder) as url:
        yield url
