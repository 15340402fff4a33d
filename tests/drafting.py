"""Begins a first list as CONTRIBUTING.zh.md describes it, from a Word file to a site."""

from __future__ import annotations

import contextlib
import re
import shutil
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from carelist.cli import main
from carelist.speech.plain_yaml import read_plain
from click.testing import CliRunner

from tests.site.building import CONFIGURATION, ROOT, build_once, edit_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping

HEADINGS = {
    "CONTRIBUTING.zh.md": "### 新一年的清单，一步一步来",
    "CONTRIBUTING.md": "### A new year's list, step by step",
}
FIRST_HEADINGS = {
    "CONTRIBUTING.zh.md": "### 第一份清单，从一个文件到发布",
    "CONTRIBUTING.md": "### A first list, from a file to the site",
}
COMMAND = re.compile(r"`(?:\.venv/bin/)?carelist ([^`]+)`")
FILES = ROOT / "tests" / "formats" / "files"
CHILDREN = FILES / "children.libreoffice.docx"
"""The list of 23 services, as a clerk has it."""
ELDERS = FILES / "elders.libreoffice.docx"
"""A list of 16 services, two of which have one name."""
TITLES = {"11": "特困老年人集中供养", "13": "特殊贡献老年人集中供养"}
"""By number, what a clerk calls those two."""


class Draft(NamedTuple):
    """A list that begins as a Word file."""

    kind: str
    """Of its people, and of the ready questions."""
    file: Path
    titles: Mapping[str, str]
    """By number, the titles that the check asks for."""


DRAFTS = {"children": Draft("children", CHILDREN, {}), "elders": Draft("elders", ELDERS, TITLES)}


def read_way(name: str, headings: dict[str, str] = HEADINGS) -> tuple[list[str], str]:
    """The steps of a way, and what follows them in its section."""
    text = (ROOT / name).read_text(encoding="utf-8").split(headings[name])[1]
    section = re.split(r"\n##+ ", text)[0]
    lines = section.splitlines()
    steps = [line for line in lines if re.match(r"\d\. |   - ", line)]
    return steps, "\n".join(line for line in lines if line not in steps)


def list_commands(name: str, headings: dict[str, str] = HEADINGS) -> list[str]:
    """The commands of a way, in the order of its steps."""
    return [one for step in read_way(name, headings)[0] for one in COMMAND.findall(step)]


def run(words: str) -> tuple[int, list[str]]:
    """Run a command as it stands in the text; its exit status, and what it says."""
    done = CliRunner(env={"LC_ALL": "zh_CN.UTF-8"}).invoke(main, words.split())
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exc_info
    return done.exit_code, done.output.splitlines()


def read_block(text: str, place: int = 1) -> str:
    """The YAML that a way shows, the first or a later one, as a file has it."""
    return textwrap.dedent(text.split("```yaml\n")[place].split("   ```", maxsplit=1)[0])


def count_values(content: object) -> int:
    """Count the values that somebody has written in a file."""
    if isinstance(content, dict):
        return sum(map(count_values, content.values()))
    return sum(map(count_values, content)) if isinstance(content, list) else 1


def begin_first_list(file: Path, name: str) -> Path:
    """Put what a clerk has, and the site.yml that the text shows, where commands are run."""
    Path("catalog").mkdir()
    shutil.copyfile(file, name)
    site = Path("catalog", "site.yml")
    site.write_text(read_block(read_way("CONTRIBUTING.zh.md", FIRST_HEADINGS)[1]), encoding="utf-8")
    return site


def write_title(services: Path, number: str, title: str) -> None:
    """Give a service a title, behind its number."""
    text = services.read_text(encoding="utf-8")
    line = f"    number: {number}\n"
    assert line in text
    titled = text.replace(line, f"{line}    title: {{zh: {title}}}\n")
    services.write_text(titled, encoding="utf-8")


def build_drafted(project: Path, draft: Draft, site: Path) -> Path:
    """Walk from a Word file to the site, with ready questions, some rules and an office."""
    with contextlib.chdir(project):
        begin_first_list(draft.file, "notice.docx")
        begun = Path("catalog", "site.yml")
        text = begun.read_text(encoding="utf-8").replace("kind: children", f"kind: {draft.kind}")
        begun.write_text(text, encoding="utf-8")
        intake, check, confirm, publish, _ = list_commands("CONTRIBUTING.zh.md", FIRST_HEADINGS)
        assert run(intake)[0] == 0
        services = Path("catalog", "revisions", "2025", "services.yml")
        for number, title in draft.titles.items():
            write_title(services, number, title)
        further = f"questions {draft.kind} --write"
        assert [run(command)[0] for command in (confirm, publish, further)] == [0, 0, 0]
        _write_rules(draft.kind)
        assert run(check)[1][-1] == "没有问题"
        Path("mkdocs.yml").write_text(CONFIGURATION, encoding="utf-8")
    return build_once(site, project)


def _write_rules(kind: str) -> None:
    """Write what stands in `drafted/` into the files of the list."""
    file = ROOT / "tests" / "drafted" / f"{kind}.yml"
    written = read_plain(file)

    def write_rules(rows: dict[str, Any]) -> None:
        rows["conditions"] = written["conditions"]
        groups = {group["id"]: group["name"]["zh"] for group in rows["groups"]}
        for audience in rows["audiences"]:
            audience.update(written["audiences"].get(audience["name"]["zh"], {}))
        for service in rows["services"]:
            for clause in service["clauses"]:
                clause.update(written["services"].get(groups[service["group"]], {}))

    def write_offices(held: dict[str, Any]) -> None:
        for department in held["departments"]:
            if offices := written["offices"].get(department["printed"]["table"]):
                department["offices"] = offices

    edit_yaml(Path("catalog", "revisions", "2025", "services.yml"), write_rules)
    edit_yaml(Path("catalog", "departments.yml"), write_offices)
