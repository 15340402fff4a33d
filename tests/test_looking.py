"""A text written by hand is converted again where it, or what it takes in, differs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from carelist.looking import Converted, Looking, Turned
from mkdocs.config import load_config
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files

if TYPE_CHECKING:
    from collections.abc import Iterator

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


class Shown:
    """Stands in for what is made of a list, and writes down what is asked for."""

    def __init__(self) -> None:
        """Be asked for nothing yet."""
        self.asked: list[str] = []

    def find(self, address: str) -> bytes | None:
        """Have one page."""
        self.asked.append(address)
        return b"<body>page</body>" if address == "services/index.html" else None

    def is_page(self, address: str) -> bool:
        """Say that it stands at its address."""
        return address == "services/index.html"

    def make_not_found(self) -> bytes:
        """Give the page for unknown addresses."""
        return b"not here"


class Server:
    """A server of MkDocs that answers nobody, with what is done after an edit written down."""

    def __init__(self, folder: Path) -> None:
        """Serve a folder in which a script stands."""
        (folder / "site" / "scripts").mkdir(parents=True)
        (folder / "site" / "scripts" / "site.mjs").touch()
        self.done: list[str] = []
        self.fails = self.are_told = False
        self.turned = Turned.WHOLLY
        self.shown, self.catalog = Shown(), folder / "catalog"
        self.server = LiveReloadServer(self._build, "127.0.0.1", 0, str(folder / "site"))
        looking = Looking(self.server, lambda: self.shown, self.catalog, self._turn)  # type: ignore[arg-type,return-value]  # as much of it as is asked for
        self.edits, self.looking = looking._edits, looking  # noqa: SLF001  # no system tells of edits here

    def _build(self) -> None:
        self.done.append("all")
        self.are_told = self.server._visible_epoch == self.server._wanted_epoch  # noqa: SLF001  # nothing else tells
        if self.fails:
            message = "it cannot be built"
            raise ValueError(message)

    def _turn(self) -> Turned:
        self.done.append("list")
        return self.turned

    def edit(self, *names: str) -> list[str]:
        """Edit files, paths from the list; give what is built then."""
        self.done.clear()
        for name in names:
            self.edits._edited.add(str(self.catalog / name))  # noqa: SLF001  # as above
        self.server.builder()
        return self.done

    def ask(self, path: str) -> tuple[str, bytes]:
        """Ask for a path; give the status and the content."""
        statuses: list[str] = []

        def start(status: str, _: list[tuple[str, str]]) -> None:
            statuses.append(status)

        answer = self.looking.answer({"PATH_INFO": path}, start)  # type: ignore[arg-type]  # as above
        content = b"".join(answer)
        getattr(answer, "close", lambda: None)()  # as servers do
        return statuses[0], content


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """A server of a project."""
    made = Server(tmp_path)
    yield made
    made.server.server_close()


def test_an_edit_of_the_list_alone_is_left_to_nobody_else(server: Server) -> None:
    """MkDocs builds where words, templates or texts were edited, too, or pages would differ."""
    assert server.edit("revisions/2031/services.yml", "revisions/2031") == ["list"]
    assert server.edit("locales/en/site.yml") == ["all"]
    assert server.edit("site.yml", "../docs/about.md") == ["all"]
    assert server.edit("site.yml") == ["list"]
    server.turned = Turned.NOT
    assert server.edit("site.yml") == ["list", "all"]


def test_what_could_not_be_built_is_not_forgotten(server: Server) -> None:
    """The next edit of the list builds it, too."""
    server.fails = True
    with pytest.raises(ValueError, match="it cannot be built"):
        server.edit("../docs/about.md")
    server.fails = False
    assert server.edit("site.yml") == ["all"]
    assert server.edit("site.yml") == ["list"]


def test_pages_are_shown_before_posters_are_made(server: Server) -> None:
    """Browsers are told of them, and MkDocs then makes all."""
    server.turned = Turned.BUT_FOR_KIT
    server.server._wanted_epoch += 1  # noqa: SLF001  # as the server does before it builds
    assert server.edit("site.yml") == ["list", "all"]
    assert server.are_told


def test_nothing_is_made_for_what_is_not_of_the_list(server: Server) -> None:
    """Browsers ask for scripts with every page, and to be told of the next build."""
    assert server.ask("/services/")[0] == "200 OK"
    assert server.ask("/services")[0] == "302 Found"
    server.shown.asked.clear()
    assert server.ask("/scripts/site.mjs")[0] == "200 OK"
    assert server.ask("/livereload/0/1")[0] == "200 OK"
    assert server.shown.asked == []
    assert server.ask("/nowhere/") == ("404 Not Found", b"not here")
    assert server.shown.asked == ["nowhere/index.html"]
