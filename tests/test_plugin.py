"""The plugin under `mkdocs build` and `mkdocs serve`: a broken list never costs the last site."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from contextlib import chdir, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from carelist.catalog.quoting import quote_task
from carelist.catalog.texts import find_digest
from carelist.cli import main
from carelist.eligibility.inspecting import load_list
from carelist.plugin import CarelistPlugin
from click.testing import CliRunner
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError
from mkdocs.plugins import PluginCollection
from mkdocs.structure.files import Files

from bench.killed import Trial, end_session, kill_builds
from tests.site.building import (
    ROOT,
    SITE_URL,
    build_site,
    list_variables,
    make_project,
    read_tree,
    run_mkdocs,
)
from tests.site.documents import Document, find_broken_links, parse, read_pages, show

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mkdocs.config.defaults import MkDocsConfig

LAKESIDE = ROOT / "tests" / "cities" / "lakeside"
SECONDS = 120
"""How long serving may take to show an edit on a busy machine."""
SERVICES = Path("catalog/revisions/2031/services.yml")
SOURCE = Path("catalog/revisions/2031/source.txt")
PILLARS = Path("catalog/pillars.yml")
SUMMARY = "清单写明，为符合条件的随迁学生提供公办学位。"


class Expected(NamedTuple):
    """A problem that must be told: where it is, and the value that is wrong."""

    place: str
    value: str


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with a copy of a small list."""
    return make_project(tmp_path / "project", LAKESIDE)


def replace(file: Path, old: str, new: str) -> int:
    """Replace words that stand once in a file; give the line that they stand on."""
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def find_summary(project: Path) -> str:
    """The summary of the service on school places as it stands in its file."""
    text = (project / SERVICES).read_text(encoding="utf-8")
    found = re.search(r"\n  - id: school-places\n.*?summary:\n *zh: (.*?)\n", text, re.DOTALL)
    assert found
    return found[1]


def edit_summary(project: Path) -> None:
    """Give that service another summary, as if its English had been looked through."""
    old = find_summary(project)
    replace(project / SERVICES, old, SUMMARY)
    replace(project / SERVICES, find_digest(old), find_digest(SUMMARY))


def break_list(project: Path) -> list[Expected]:
    """Break the list in two files, and give the place and the value that must be told."""
    colour = replace(project / PILLARS, "colour: amber", "colour: purpel")
    group = replace(project / SERVICES, "group: school", "group: shool")
    return [
        Expected(f"{PILLARS}:{colour}:13: ", "'purpel'"),
        Expected(f"{SERVICES}:{group}:12: ", "'shool'; did you mean 'school'?"),
    ]


def mend_list(project: Path) -> None:
    """Undo what `break_list` did."""
    replace(project / PILLARS, "colour: purpel", "colour: amber")
    replace(project / SERVICES, "group: shool", "group: school")


def list_told(text: str) -> list[str]:
    """The problems among the lines of a text."""
    lines = (line.strip() for line in text.split("\n"))
    return [line for line in lines if re.match(r"catalog/\S+:\d+:\d+: ", line)]


def tell_each(told: list[str], expected: list[Expected]) -> bool:
    """Whether each line tells of one expected problem, where it is and with its value."""
    return len(told) == len(expected) and all(
        line.startswith(place) and value in line
        for line, (place, value) in zip(told, expected, strict=True)
    )


def test_a_broken_list_is_not_built_and_the_last_site_stays(
    project: Path, built_lakeside: Path
) -> None:
    """All problems are told, the exit status is 1, and not one byte of the site changes."""
    before = read_tree(shutil.copytree(built_lakeside, project / "site"))
    expected = break_list(project)
    done = run_mkdocs(project, "build", "--quiet", "--site-dir", "site")
    assert done.returncode == 1
    assert tell_each(list_told(done.stderr), expected), done.stderr
    assert "Traceback" not in done.stderr
    assert read_tree(project / "site") == before
    mend_list(project)
    assert read_tree(build_site(project / "site", project)) == before


def test_a_broken_list_leaves_no_site_where_there_was_none(project: Path) -> None:
    """Nothing is begun that could not be finished."""
    break_list(project)
    assert run_mkdocs(project, "build", "--site-dir", "site").returncode == 1
    assert not (project / "site").exists()


def test_problems_are_told_in_the_language_of_the_clerk(project: Path) -> None:
    """With a Chinese locale they are told in Chinese."""
    break_list(project)
    done = run_mkdocs(project, "build", "--site-dir", "site", LC_ALL="zh_CN.UTF-8")
    english = run_mkdocs(project, "build", "--site-dir", "site")
    told, other = list_told(done.stderr), list_told(english.stderr)
    assert [line.split(": ")[0] for line in told] == [line.split(": ")[0] for line in other]
    assert "是不是“school”？" in told[1]


def test_an_unknown_icon_is_not_built(project: Path) -> None:
    """A pillar cannot be drawn with an icon that there is not; nearly right names are proposed."""
    (project / "site").mkdir()
    (project / "site" / "index.html").write_text("the last site", encoding="utf-8")
    replace(project / PILLARS, "icon: hand-heart", "icon: hand-hart")
    done = run_mkdocs(project, "build", "--quiet", "--site-dir", "site")
    assert done.returncode == 1
    assert "unknown icon 'hand-hart' of pillar 'support'" in done.stderr
    assert "did you mean 'hand-heart'?" in done.stderr
    assert read_tree(project / "site") == {"index.html": b"the last site"}


def link_out(project: Path) -> list[str]:
    """Let a file and a folder of the project lead out of it; give how each is told."""
    (project / "site").mkdir()
    (project / "site" / "index.html").write_text("the last site", encoding="utf-8")
    outside = project.parent / "outside"
    outside.mkdir()
    (outside / "secret.md").write_text("secret", encoding="utf-8")
    (project / "docs").mkdir()
    (project / "overrides" / "partials").mkdir(parents=True)
    (project / "docs" / "secret.md").symlink_to(outside / "secret.md")
    (project / "overrides" / "partials" / "more").symlink_to(outside)
    configuration = (project / "mkdocs.yml").read_text(encoding="utf-8")
    configuration = configuration.replace(f"{ROOT}/docs", "docs")
    changed = "theme:\n  custom_dir: overrides\n"
    (project / "mkdocs.yml").write_text(f"{configuration}{changed}", encoding="utf-8")
    return [
        f"docs/secret.md:1:1: this link leads out of docs to {outside}/secret.md, ",
        f"overrides/partials/more:1:1: this link leads out of overrides to {outside}, ",
    ]


def test_links_that_leave_the_folders_of_a_site_are_not_built(project: Path) -> None:
    """What lies elsewhere on the machine is not published, and the last site stays."""
    expected = link_out(project)
    done = run_mkdocs(project, "build", "--quiet", "--site-dir", "site")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert all(line in done.stderr for line in expected), done.stderr
    assert read_tree(project / "site") == {"index.html": b"the last site"}


def test_nothing_is_handed_out_without_an_address(project: Path) -> None:
    """Codes would lead to "/": the site is a preview that says so on each page."""
    configuration = (project / "mkdocs.yml").read_text(encoding="utf-8")
    (project / "mkdocs.yml").write_text(f'{configuration}site_url: ""\n', encoding="utf-8")
    line = configuration.count("\n") + 1
    missing = f"mkdocs.yml:{line}:11: 'site_url' is missing, to which every code and line "
    done = run_mkdocs(project, "build", "--site-dir", "site")
    assert (done.returncode, "without site_url the site is a preview" in done.stderr) == (0, True)
    pages = read_pages(project / "site")
    told = ("A preview: ", "预览：")
    silent = [
        a for a, one in pages.items() if not any(word in show(one.one("body")) for word in told)
    ]
    assert silent == []
    strict = run_mkdocs(project, "build", "--strict", "--site-dir", "strict")
    assert (strict.returncode, (project / "strict").exists()) == (1, False)
    with chdir(project):
        kit = CliRunner(env={"LC_ALL": "C.UTF-8"}).invoke(main, ["kit", "--out", "kit"])
    assert (kit.exit_code, missing in kit.output) == (1, True), kit.output
    assert not (project / "kit").exists()


def test_any_city_can_be_built(built_lakeside: Path) -> None:
    """A list of another city, year and size, through the plugin and a mkdocs.yml of its own."""
    site = built_lakeside
    data = json.loads((site / "data" / "catalog.json").read_text(encoding="utf-8"))
    pages = read_pages(site)
    expected = {
        *(f"services/{service['id']}/" for service in data["services"]),
        *(f"pillars/{pillar['id']}/" for pillar in data["pillars"]),
        *(f"departments/{department['id']}/" for department in data["departments"]),
    }
    assert data["revision"] == "2031"
    assert expected <= set(pages)
    assert {f"en/{path}" for path in expected} <= set(pages)
    assert "services/housing/" not in pages
    assert [error for page in pages.values() for error in page.errors] == []
    assert find_broken_links(pages, site, SITE_URL) == []
    latest = load_list(LAKESIDE).latest
    for service in latest.services:
        official = pages[f"en/services/{service.id}/"].one(data_official=None)
        assert "".join(official.itertext()) == quote_task(latest, service)
    generated = [
        page for address, page in pages.items() if not re.match(r"(en/)?(about|data)/", address)
    ]
    assert [p.address for p in generated if "长春" in p.html or "Changchun" in p.html] == []


def hook(project: Path, event: str) -> None:
    """Let somebody's own hook do something in a build of a project."""
    (project / "hook.py").write_text(
        f"import errno, logging, signal, time\n\n\n{event}", encoding="utf-8"
    )
    configuration = (project / "mkdocs.yml").read_text(encoding="utf-8")
    (project / "mkdocs.yml").write_text(f"{configuration}hooks: [hook.py]\n", encoding="utf-8")


WARNS = """\
def on_post_build(config):
    logging.getLogger("mkdocs").warning("beware")
"""
FILLS = """\
def on_post_page(output, page, config):
    with open(config.site_dir + "/begun", "w") as begun:
        begun.write("begun")
    raise OSError(errno.ENOSPC, "No space left on device")
"""
LISTENS = """\
signal.signal(signal.SIGINT, signal.default_int_handler)
"""
"""Listens to Ctrl-C also where the tests go on behind a shell, which has all ignore it."""
WAITS = """\
def on_env(env, config, files):
    open(config.config_file_path + ".begun", "w").close()
    time.sleep(600)
"""


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A project with a small list, and a file that was its last site."""
    project = make_project(tmp_path / "small", LAKESIDE)
    (project / "site").mkdir()
    (project / "site" / "index.html").write_text("the last site", encoding="utf-8")
    return project


def assert_last_site(project: Path) -> None:
    """The last site is as it was, and nothing of a build is beside it."""
    assert read_tree(project / "site") == {"index.html": b"the last site"}
    assert list(project.glob(".*")) == []


def test_a_strict_build_with_a_warning_leaves_the_last_site(small: Path) -> None:
    """MkDocs gives it up after all was written; without --strict it takes the place of the last."""
    hook(small, WARNS)
    strict = run_mkdocs(small, "build", "--strict", "--site-dir", "site")
    assert strict.returncode == 1, strict.stderr
    assert "Aborted with 1 warnings in strict mode!" in strict.stdout + strict.stderr
    assert_last_site(small)
    assert run_mkdocs(small, "build", "--quiet", "--site-dir", "site").returncode == 0
    assert (small / "site" / "services").is_dir()
    assert list(small.glob(".*")) == []


def test_a_full_disk_is_told_and_leaves_the_last_site(small: Path) -> None:
    """With the disk's name, and without a traceback."""
    hook(small, FILLS)
    done = run_mkdocs(small, "build", "--quiet", "--site-dir", "site")
    assert done.returncode == 1
    assert re.search(
        r"cannot write '.+': the disk is full; the disk '/.*' has .+ free", done.stderr
    )
    assert "Traceback" not in done.stderr
    assert_last_site(small)


def test_an_interrupted_build_ends_in_silence_and_leaves_the_last_site(small: Path) -> None:
    """Ctrl-C is sent to all its processes: none complains, none goes on."""
    hook(small, f"{LISTENS}\n\n{WAITS}")
    with subprocess.Popen(
        (sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", "site"),
        cwd=small,
        env=list_variables(),
        stdin=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    ) as process:
        end = time.monotonic() + SECONDS
        while not (small / "mkdocs.yml.begun").exists() and time.monotonic() < end:
            time.sleep(0.01)
        os.killpg(process.pid, signal.SIGINT)
        told = process.communicate(timeout=SECONDS)
    assert (process.returncode, told) == (1, ("", "\nAborted!\n"))
    assert end_session(process.pid) == 0
    assert_last_site(small)


def test_whoever_deploys_a_site_finds_it_in_its_place(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """MkDocs' own `gh-deploy` asks for the folder after the build; `--dirty` makes all anew."""
    monkeypatch.chdir(small)
    (small / "site" / "stale.html").write_text("of long ago", encoding="utf-8")
    config = load_config(config_file=str(small / "mkdocs.yml"))
    config.plugins.on_startup(command="gh-deploy", dirty=True)
    build(config, dirty=True)
    config.plugins.on_shutdown()
    assert config.site_dir == str(small / "site")
    names = set(read_tree(small / "site"))
    assert {"services/after-school/index.html", "about/index.html", "404.html"} <= names
    assert "stale.html" not in names


def test_killed_builds_leave_one_whole_site(tmp_path: Path) -> None:
    """A small sample of what `python -m bench.killed` tries with hundreds."""
    trial = Trial(tmp_path, LAKESIDE, tmp_path / "public" / "site", typeset=False)
    killed = kill_builds(trial, builds=2, seed=1)
    assert killed.is_well, str(killed)
    assert killed.old + killed.new == 2


@pytest.fixture
def config(project: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MkDocsConfig]:
    """MkDocs' configuration of the project."""
    monkeypatch.chdir(project)
    monkeypatch.setenv("SITE_URL", SITE_URL)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    config = load_config(config_file=str(project / "mkdocs.yml"))
    yield config
    config.plugins.on_shutdown()
    assert [path.name for path in project.iterdir() if "site" in path.name] == []


def start(config: MkDocsConfig, command: Literal["build", "serve"]) -> None:
    """Make the plugin the only one, and start it for a command as MkDocs does."""
    plugin = CarelistPlugin()
    plugin.load_config({"catalog": "catalog", "typeset": False})
    config.plugins = PluginCollection()
    config.plugins["carelist"] = plugin
    config.plugins.on_startup(command=command, dirty=False)


def configure_anew(config: MkDocsConfig) -> MkDocsConfig:
    """Read the configuration again for the same plugin, as MkDocs does at every change."""
    fresh = load_config(config_file=config.config_file_path)
    fresh.plugins = config.plugins
    assert fresh.plugins.on_config(fresh) is fresh
    return fresh


def list_files(config: MkDocsConfig) -> dict[str, bytes]:
    """What is made of the list besides pages, by address."""
    config.plugins.on_files(Files([]), config=config)
    plugin = config.plugins["carelist"]
    assert isinstance(plugin, CarelistPlugin)
    build = plugin._build  # noqa: SLF001  # it goes on: MkDocs has not come to its end
    assert build
    assert build.on_demand
    return build.on_demand.make_all()


def test_while_building_every_problem_is_one_error(config: MkDocsConfig, project: Path) -> None:
    """MkDocs is given one error that lists them all."""
    expected = break_list(project)
    start(config, "build")
    with pytest.raises(PluginError) as raised:
        config.plugins.on_config(config)
    first, *rest = str(raised.value).split("\n")
    assert first == "the list cannot be built:"
    assert tell_each(rest, expected)


def test_while_serving_the_last_good_list_is_kept(config: MkDocsConfig, project: Path) -> None:
    """A broken list changes nothing, a mended one is taken up."""
    start(config, "serve")
    good = list_files(configure_anew(config))
    assert "data/catalog.json" in good
    edit_summary(project)
    break_list(project)
    assert list_files(configure_anew(config)) == good
    mend_list(project)
    mended = list_files(configure_anew(config))
    changed = {name for name in good if mended[name] != good[name]}
    whole = ("catalog.json", "services.csv", "list.xlsx", "services.ttl", "services.jsonld")
    described = ("datapackage.json", "dcat.ttl", "dcat.jsonld")
    single = ("services/school-places.json", "oembed/services/school-places.json")
    year = max(path.name for path in (project / "catalog" / "revisions").iterdir())
    names = (*whole, *described, *single, f"revisions/{year}.json")
    assert changed == {f"data/{name}" for name in names}
    assert SUMMARY.encode() in mended["data/catalog.json"]


def test_while_serving_a_copy_with_a_row_of_one_cell_costs_nothing(
    config: MkDocsConfig, project: Path
) -> None:
    """A row that the table cannot hold is told like any other problem."""
    start(config, "serve")
    good = list_files(configure_anew(config))
    replace(project / SOURCE, "\n| 4 |", "\n| 续表 |\n| 4 |")
    assert list_files(configure_anew(config)) == good


def test_while_serving_nothing_can_be_kept_of_a_list_that_never_was_good(
    config: MkDocsConfig, project: Path
) -> None:
    """The first list must be sound, or serving does not begin."""
    break_list(project)
    start(config, "serve")
    with pytest.raises(PluginError, match=r"^the list cannot be built:\n"):
        config.plugins.on_config(config)


def test_pages_cannot_be_asked_for_before_the_list_is_loaded(config: MkDocsConfig) -> None:
    """MkDocs calls its events in order; any other order is an error that says so."""
    start(config, "build")
    with pytest.raises(PluginError, match=r"^the list is not loaded$"):
        list_files(config)


def find_free_port() -> int:
    """A port that nothing listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


@contextmanager
def serve(project: Path, log: Path) -> Iterator[str]:
    """Run `mkdocs serve` in a project, and give the address that it answers at."""
    port = find_free_port()
    command = (sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}")
    with (
        log.open("wb") as output,
        subprocess.Popen(
            command,
            cwd=project,
            env=list_variables(SITE_URL="https://example.org/city/list/"),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
        ) as server,
    ):
        try:
            yield f"http://127.0.0.1:{port}/city/list/"
        finally:
            server.send_signal(signal.SIGINT)
            try:
                server.wait(SECONDS)
            except subprocess.TimeoutExpired:
                server.kill()


def read(address: str) -> Document | None:
    """The page at an address of the local server; None while there is no answer."""
    try:
        with urlopen(address, timeout=SECONDS) as answer:  # noqa: S310  # an address of the local server
            return parse(address, answer.read().decode())
    except HTTPError as error:
        with error:
            return parse(address, error.read().decode())
    except OSError:
        return None


def wait_for(address: str, holds: Callable[[Document], bool], log: Path) -> Document:
    """Wait until a page is as it should be; fail with what the server said if it is too long."""
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        page = read(address)
        if page and holds(page):
            return page
        time.sleep(0.05)
    pytest.fail(f"{address} did not become so in {SECONDS} s:\n{log.read_text(encoding='utf-8')}")


def has_problems(page: Document) -> bool:
    """Whether a page shows problems of the list."""
    return bool(list(page.find(role="alert")))


def test_serving_follows_the_list_and_outlives_its_mistakes(project: Path, tmp_path: Path) -> None:
    """An edit shows; a mistake shows as a list above the last good page; mended, it is gone."""
    log = tmp_path / "serve.log"
    old = find_summary(project)
    hook(project, LISTENS)
    with serve(project, log) as root:
        address = f"{root}services/school-places/"
        page = wait_for(address, lambda page: old in page.html, log)
        assert not has_problems(page)

        edit_summary(project)
        page = wait_for(address, lambda page: SUMMARY in page.html, log)
        assert not has_problems(page)

        expected = break_list(project)
        page = wait_for(address, has_problems, log)
        alert = page.one(role="alert")
        assert tell_each([show(item) for item in alert.iter("li")], expected)
        assert SUMMARY in show(page.one("main"))
        for other in ("", "en/", "en/notice/", "about/", "nothing/"):
            assert has_problems(wait_for(root + other, bool, log)), other

        mend_list(project)
        page = wait_for(address, lambda page: not has_problems(page), log)
        assert SUMMARY in show(page.one("main"))

        replace(project / PILLARS, "icon: hand-heart", "icon: hand-hart")
        page = wait_for(address, has_problems, log)
        assert "unknown icon 'hand-hart'" in show(page.one(role="alert"))

        replace(project / PILLARS, "icon: hand-hart", "icon: hand-heart")
        wait_for(address, lambda page: not has_problems(page), log)


def test_serving_a_broken_list_does_not_begin(project: Path) -> None:
    """The problems are told and the exit status is 1."""
    expected = break_list(project)
    done = run_mkdocs(project, "serve", "--dev-addr", f"127.0.0.1:{find_free_port()}")
    assert done.returncode == 1
    assert tell_each(list_told(done.stderr), expected), done.stderr
