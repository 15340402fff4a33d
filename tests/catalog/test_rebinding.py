"""While somebody edits a list, what did not change of it stays as it was read."""

from __future__ import annotations

import random
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from carelist.catalog import binding, located_yaml, rebinding, reparsing
from carelist.catalog.fidelity import prove
from carelist.catalog.judged import SHOWN
from carelist.catalog.kinds import Kind
from carelist.catalog.rebinding import Sheets, bind_file
from carelist.catalog.records import Hotlines, Service
from carelist.catalog.vocabulary import Vocabulary
from carelist.eligibility import lint
from carelist.eligibility.inspecting import inspect_list
from carelist.eligibility.lint import _Lint
from carelist.site.reading import read_list
from carelist.speech.locales import SHIPPED_LOCALES, Locales
from carelist.theme import THEME

from tests.conftest import CITIES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carelist.catalog.binding import Sheet
    from carelist.catalog.claims import Claims
    from carelist.catalog.fidelity import Proof
    from carelist.catalog.located_yaml import Document
    from carelist.catalog.problems import Problem

EDITS, MENDED, MOST = 60, 0.3, 2
"""How often a list is edited, the share of edits that undo one, and how many stand at once."""
SIGNS = ("新", "a", "新的", "1", "-", "：", ": ", "'", "[", "  ", " #", "\n  - id: x")


def test_an_edited_file_is_read_again_and_no_other(
    lakeside: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What comes of the list is what a fresh look at it finds, also where it is wrong."""
    parsed: list[str] = []
    parse = located_yaml.parse_yaml

    def note(file: str, content: bytes) -> Document:
        parsed.append(file)
        return parse(file, content)

    for module in (rebinding, reparsing):
        monkeypatch.setattr(module, "parse_yaml", note)
    sheets = Sheets()
    inspect_list(lakeside, sheets)
    hotlines = lakeside / "hotlines.yml"
    text = hotlines.read_text(encoding="utf-8")
    for edited in (text.replace("3 January", "4 January"), f"{text}more: 1\n", text):
        parsed.clear()
        hotlines.write_text(edited, encoding="utf-8")
        found = inspect_list(lakeside, sheets)
        assert parsed == [hotlines.as_posix()]
        fresh = inspect_list(lakeside)
        assert (found.catalog, found.problems) == (fresh.catalog, fresh.problems)
    hotlines.unlink()
    found, fresh = inspect_list(lakeside, sheets), inspect_list(lakeside)
    assert (found.catalog, found.problems) == (fresh.catalog, fresh.problems)


def test_what_was_read_is_kept_for_the_next_command(
    lakeside: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It reads what has changed, of the same program alone; what is damaged is read anew."""
    parsed: list[str] = []
    parse = located_yaml.parse_yaml

    def note(file: str, content: bytes) -> Document:
        parsed.append(Path(file).name)
        return parse(file, content)

    for module in (rebinding, reparsing):
        monkeypatch.setattr(module, "parse_yaml", note)

    def look(signature: str = "this program") -> None:
        parsed.clear()
        sheets = Sheets(tmp_path / "kept", signature)
        found = inspect_list(lakeside, sheets)
        sheets.keep()
        read = [*parsed]
        fresh = inspect_list(lakeside)
        assert (found.catalog, found.problems) == (fresh.catalog, fresh.problems)
        parsed[:] = read

    look()
    everything = [*parsed]
    look()
    assert parsed == []
    hotlines = lakeside / "hotlines.yml"
    text = hotlines.read_text(encoding="utf-8")
    for edited in (f"{text}more: 1\n", text.replace("3 January", "4 January")):
        hotlines.write_text(edited, encoding="utf-8")
        look()
        assert parsed == ["hotlines.yml"]
        look()
        assert parsed == []
    look("another program")
    assert parsed == everything
    for file in (tmp_path / "kept").iterdir():
        file.write_bytes(file.read_bytes()[:-1])
    look("another program")
    assert parsed == everything


def test_whoever_is_told_of_problems_can_add_to_them(lakeside: Path) -> None:
    """A file that has not changed has its own problems alone the next time."""
    file = lakeside / "hotlines.yml"
    file.write_text("hotline: []\n", encoding="utf-8")
    sheets = Sheets()
    _, problems = sheets.bind(file, lakeside, Hotlines, SHIPPED_LOCALES)
    problems += problems
    assert sheets.bind(file, lakeside, Hotlines, SHIPPED_LOCALES) == bind_file(
        file, lakeside, Hotlines, SHIPPED_LOCALES
    )


def test_other_languages_read_a_file_anew(lakeside: Path) -> None:
    """A translation that one of them wants is missing."""
    file = lakeside / "hotlines.yml"
    text = file.read_text("utf-8")
    file.write_text(text.replace("en: Any question on government services.", ""), "utf-8")
    sheets, alone = Sheets(), Locales({"zh": SHIPPED_LOCALES["zh"]})
    assert sheets.bind(file, lakeside, Hotlines, SHIPPED_LOCALES)[1]
    assert sheets.bind(file, lakeside, Hotlines, alone)[1] == []


def test_a_check_is_made_again_where_what_it_is_given_differs(lakeside: Path) -> None:
    """Another sheet of the same words is another sheet: positions are its own."""
    file, times = lakeside / "vocabulary.yml", []

    def check(sheet: Sheet[Vocabulary], years: list[str]) -> Iterator[Problem]:
        times.append((sheet, years))
        yield from ()

    sheets = Sheets()
    one, other = (bind_file(file, lakeside, Vocabulary, SHIPPED_LOCALES)[0] for _ in range(2))
    assert one
    assert other
    for sheet, years in ((one, ["2031"]), (one, ["2031"]), (other, ["2031"]), (other, ["2032"])):
        assert sheets.tell("words", check, sheet, years) == []
    assert len(times) == 3


def test_words_that_somebody_mends_are_read_anew(lakeside: Path) -> None:
    """Those that nobody touched are not."""
    sheets = Sheets()
    folder = lakeside / "locales" / "zh"
    folder.mkdir(parents=True)
    seen = []
    for words in ("开放资料", "公开资料"):
        (folder / "site.yml").write_text(f"nav_data: {words}\n", encoding="utf-8")
        for _ in range(2):
            told = read_list(lakeside, (THEME,), sheets=sheets)
            assert told.catalog
            seen.append(told.catalog.locales["zh"].words("site"))
            assert seen[-1].nav_data == words
    assert seen[0] is seen[1]
    assert seen[2] is seen[3]


def test_rules_that_were_sound_are_judged_again_where_they_differ(
    lakeside: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not where a summary does; what is wrong is told until it is mended."""
    judged: list[str] = []
    find = lint._Lint.find_problems  # noqa: SLF001  # nothing else tells that rules were judged

    def note(one: lint._Lint) -> Iterator[Problem]:
        judged.append(one.sheet.document.file)
        return find(one)

    monkeypatch.setattr(lint._Lint, "find_problems", note)  # noqa: SLF001
    sheets = Sheets()
    file = lakeside / "revisions" / "2031" / "services.yml"
    text = file.read_text(encoding="utf-8")
    broken = text.replace("depends: [nothing]", "depends: [age=6-15]", 1)
    edits = ((text, 1), (text.replace("Care after school.", "Care."), 0), (broken, 1), (broken, 1))
    for edited, times in (*edits, (text, 1), (text, 0)):
        judged.clear()
        file.write_text(edited, encoding="utf-8")
        found = inspect_list(lakeside, sheets)
        assert len(judged) == times
        assert found.problems == inspect_list(lakeside).problems
        assert any(one.kind is Kind.EXAMPLE_FAILS for one in found.problems) is (edited == broken)


@pytest.mark.parametrize("city", ["lakeside", "cloudbridge"])
def test_whatever_is_edited_is_read_and_proved_as_by_a_fresh_look(
    city: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One process sees edit after edit, some of them undone: words, names, marks, ways of YAML."""
    folder = Path(shutil.copytree(CITIES / city, tmp_path / city))
    alone, chance, sheets = 0, random.Random(8), Sheets()
    bind_entry = binding.bind_entry

    def note(*given: Any) -> Sheet[Any] | None:  # noqa: ANN401  # as it is given
        nonlocal alone
        sheet = bind_entry(*given)
        alone += sheet is not None
        return sheet

    monkeypatch.setattr(rebinding, "bind_entry", note)
    inspect_list(folder, sheets)
    files = sorted(folder.rglob("*.yml"))
    before: list[tuple[Path, str]] = []
    for _ in range(EDITS):
        if len(before) == MOST or (before and chance.random() < MENDED):
            file, edited = before.pop()
        else:
            file = chance.choice([*files, *folder.rglob("services.yml")])
            text = file.read_text(encoding="utf-8")
            before.append((file, text))
            edited = harm(text, chance)
        file.write_text(edited, encoding="utf-8")
        found, fresh = inspect_list(folder, sheets), inspect_list(folder)
        assert found.problems == fresh.problems
        assert found == fresh
    assert alone > EDITS / 10


def test_what_shows_a_service_is_read_by_no_proof_and_no_rule(
    changchun: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So an edit of a title or a summary needs no new proof: they are never looked at in one."""
    read: dict[str, set[str]] = {"proof": set(), "rules": set()}
    judging: list[str] = []
    get, find = Service.__getattribute__, _Lint.find_problems

    def note(service: Service, name: str) -> object:
        if judging and name in Service.model_fields:
            read[judging[-1]].add(name)
        return get(service, name)

    def prove_noted(claims: Claims, file: str, text: str) -> Proof:
        judging.append("proof")
        proof = prove(claims, file, text)
        judging.pop()
        return proof

    def find_noted(one: _Lint) -> Iterator[Problem]:
        judging.append("rules")
        found = [*find(one)]
        judging.pop()
        yield from found

    monkeypatch.setattr(Service, "__getattribute__", note)
    monkeypatch.setattr(rebinding, "prove", prove_noted)
    monkeypatch.setattr(_Lint, "find_problems", find_noted)
    assert inspect_list(changchun).catalog
    assert "clauses" in read["proof"] & read["rules"]
    assert not (read["proof"] | read["rules"]) & SHOWN


def harm(text: str, chance: random.Random) -> str:
    """Write another sign or word at some place of a line, or take one out."""
    lines = text.split("\n")
    at = chance.choice([at for at, line in enumerate(lines) if line.strip()])
    place = chance.randrange(len(lines[at]) + 1)
    cut = chance.choice([0, 0, 1])
    lines[at] = lines[at][:place] + chance.choice(["", *SIGNS]) + lines[at][place + cut :]
    return "\n".join(lines)
