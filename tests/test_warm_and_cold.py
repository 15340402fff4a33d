"""After any edit, what is kept of a list changes no word that `check` and `search` say."""

from __future__ import annotations

import random
import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from carelist.catalog.texts import find_digest
from carelist.catalog.yaml_writing import write_yaml
from carelist.cli import main
from carelist.cli.finding import find_engine
from carelist.eligibility.inspecting import inspect_list
from carelist.search.documents import make_libraries
from carelist.search.engine import Engine
from carelist.store import CACHE_VARIABLE
from click.testing import CliRunner

from bench.synthetic import write_project, write_real
from tests.conftest import GREENHILL, LAKESIDE, ROOT
from tests.site.building import read_tree

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from carelist.catalog.revision import Catalog
    from carelist.catalog.yaml_writing import Value

SERVICES = 60
WORDS = re.compile(r"( *(?:- )?zh: )([\u4e00-\u9fff].*)")
HAN = re.compile("[\u4e00-\u9fff]")
CHECK = ("check", "--lang", "zh")
SEARCH = ("search", "学位", "--json")


def make_real(project: Path) -> None:
    """Write a project with the real list."""
    write_real(project, ROOT)


def make_synthetic(project: Path) -> None:
    """Write a project with a list of a city that does not exist, and words that lead into it."""
    write_project(project, SERVICES, ROOT)
    services = (project / "catalog").glob("revisions/*/services.yml")
    ids = re.findall(r"(?m)^  - id: (\S+)\n    number:", next(services).read_text("utf-8"))
    terms: list[Value] = [
        {"to": [name], "zh": [f"戊己{place}样", f"{place}号庚辛"], "en": [f"thing {place}"]}
        for place, name in enumerate(ids, start=1)
    ]
    words: dict[str, Value] = {"examples": {"zh": ["戊己"], "en": ["thing 3"]}, "terms": terms}
    (project / "catalog" / "vocabulary.yml").write_text(write_yaml(words), encoding="utf-8")


def make_lakeside(project: Path) -> None:
    """Write a project with a small list."""
    project.mkdir()
    (project / "mkdocs.yml").touch()
    shutil.copytree(LAKESIDE, project / "catalog")


def edit(folder: Path, chance: random.Random) -> None:
    """Put a character into words of the list or take one out; half of the time translations follow.

    So about half of the edits leave a list that can be searched.
    """
    file = chance.choice(sorted(folder.rglob("*.yml")))
    lines = file.read_text(encoding="utf-8").split("\n")
    sound = [at for at, line in enumerate(lines) if WORDS.fullmatch(line)]
    other = [at for at, line in enumerate(lines) if HAN.search(line) and "#" not in line]
    if not other:
        return
    at = chance.choice(sound if sound and chance.random() < 0.7 else other)
    place = chance.choice([one.start() for one in HAN.finditer(lines[at])])
    new = chance.choice(["", "新", "改新"])
    before, lines[at] = lines[at], lines[at][:place] + new + lines[at][place + (new == "") :]
    text = "\n".join(lines)
    told = WORDS.fullmatch(before), WORDS.fullmatch(lines[at])
    if told[0] and told[1] and chance.random() < 0.7:
        text = text.replace(find_digest(told[0][2]), find_digest(told[1][2]))
    file.write_text(text, encoding="utf-8")


def run(folder: Path, *words: str) -> tuple[int, str]:
    """Give what a command says of a list, in a project or out of one."""
    result = CliRunner().invoke(main, [*words, "--catalog", str(folder)])
    return result.exit_code, result.output


def run_cold(folder: Path, *words: str) -> tuple[int, str]:
    """Give what it says where nothing was kept, and nothing is."""
    project = folder.parent / "mkdocs.yml"
    hidden = project.rename(project.with_suffix(".hidden"))
    try:
        return run(folder, *words)
    finally:
        hidden.rename(project)


class Cold:
    """What is made anew of a list in a folder, once for each content that it has."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._said: dict[tuple[object, ...], tuple[int, str]] = {}
        self._engines: dict[tuple[object, ...], Engine] = {}

    def _sign(self) -> tuple[object, ...]:
        return tuple(read_tree(self._folder).items())

    def run(self, *words: str) -> tuple[int, str]:
        """Give what a command says."""
        key = (words, *self._sign())
        if key not in self._said:
            self._said[key] = run_cold(self._folder, *words)
        return self._said[key]

    def make_engine(self, catalog: Catalog) -> Engine:
        """Give the search of it."""
        key = self._sign()
        if key not in self._engines:
            self._engines[key] = Engine(make_libraries(catalog)[catalog.locales.default])
            self._engines[key].prepare()
        return self._engines[key]


def hold(folder: Path, cold: Cold) -> bool:
    """Hold what a check says, and the engine of a list that is sound, against what is made anew."""
    assert run(folder, *CHECK) == cold.run(*CHECK)
    catalog = inspect_list(folder).catalog
    if not catalog:
        assert run(folder, *SEARCH) == cold.run(*SEARCH)
        return False
    kept, fresh = find_engine(folder, None), cold.make_engine(catalog)
    for one, other in ((kept, fresh), (kept.wide, fresh.wide)):
        assert (one is None) is (other is None)
        if one and other:
            assert one.library == other.library
            assert one.index.serialize() == other.index.serialize()
            assert one.lexicon == other.lexicon
    return True


@pytest.mark.parametrize(
    ("make", "edits"), [(make_real, 2), (make_synthetic, 6), (make_lakeside, 12)]
)
def test_what_is_kept_changes_no_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, make: Callable[[Path], None], edits: int
) -> None:
    """Through edits at random, sound and unsound, each beside the one before or in its place."""
    monkeypatch.delenv(CACHE_VARIABLE, raising=False)
    project = tmp_path / "project"
    make(project)
    folder, chance = project / "catalog", random.Random(make.__name__)  # no secret
    cold = Cold(folder)
    assert hold(folder, cold)
    for number in range(edits):
        kept = shutil.copytree(folder, tmp_path / str(number))
        edit(folder, chance)
        if not hold(folder, cold) or chance.random() < 0.3:
            shutil.copytree(kept, folder, dirs_exist_ok=True)
            assert hold(folder, cold)


def test_what_was_damaged_or_is_of_another_list_is_not_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor what was kept under another name, or of the list before an edit."""
    monkeypatch.delenv(CACHE_VARIABLE, raising=False)
    for name, city in (("one", LAKESIDE), ("other", GREENHILL)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "mkdocs.yml").touch()
        shutil.copytree(city, tmp_path / name / "catalog")
        for words in (CHECK, SEARCH):
            run(tmp_path / name / "catalog", *words)
    folder, chance = tmp_path / "one" / "catalog", random.Random(7)  # no secret
    expected = [run_cold(folder, *words) for words in (CHECK, SEARCH)]
    files = [one for name in ("answers", "sheets") for one in list_kept(tmp_path / "one", name)]
    others = [one.read_bytes() for one in [*files, *list_kept(tmp_path / "other", "answers")]]
    assert len(files) > 10
    for _ in range(4):
        for file in files:
            content = bytearray(file.read_bytes())
            content[chance.randrange(len(content))] ^= 1
            cut = content[: chance.randrange(len(content))]
            file.write_bytes(chance.choice([bytes(content), bytes(cut), *others]))
        assert [run(folder, *words) for words in (CHECK, SEARCH)] == expected


def list_kept(project: Path, store: str) -> list[Path]:
    """List the files that a project keeps in a store."""
    return sorted((project / ".cache" / store).iterdir())


def test_several_at_once_say_what_one_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """They keep the same files at the same time."""
    monkeypatch.delenv(CACHE_VARIABLE, raising=False)
    make_lakeside(tmp_path / "project")
    folder = tmp_path / "project" / "catalog"
    command = (sys.executable, "-m", "carelist", *SEARCH, "--catalog", str(folder))
    _, expected = run(folder, *SEARCH)
    for _ in range(2):
        for store in ("answers", "sheets"):
            shutil.rmtree(tmp_path / "project" / ".cache" / store)
        running = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(3)]
        assert [process.communicate()[0] for process in running] == [expected] * 3
