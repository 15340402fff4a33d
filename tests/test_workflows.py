"""The workflows: every test is in one part; one comment, written without running what it tells."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
from carelist.speech.plain_yaml import parse_plain

ROOT = Path(__file__).parent.parent
WORKFLOWS = ROOT / ".github" / "workflows"
FAKE = """\
#!/bin/sh
echo "$*" >> calls
case "$*" in
  *"/pulls "*) cat number ;;
  "run download"*) mkdir changes && cp text changes/comment.md ;;
  *"/comments --jq"*) cat own ;;
  *) cp comment.md sent ;;
esac
"""


def read_workflow(name: str) -> dict[str, Any]:
    """A workflow, as strings, lists and mappings."""
    text = (WORKFLOWS / name).read_text("utf-8")
    return dict(parse_plain(text))


def list_tests(options: str) -> set[Path]:
    """The test files that a part of the check runs, by what it tells pytest."""
    taken: set[Path] = set()
    left: set[Path] = set()
    for option in options.split():
        name, _, pattern = option.rpartition("=")
        assert name in {"", "--ignore", "--ignore-glob"}
        for path in ROOT.glob(pattern):
            (left if name else taken).update(path.rglob("test_*.py") if path.is_dir() else [path])
    return taken - left


def test_every_test_belongs_to_one_part_of_the_check() -> None:
    """Parts run side by side; none of them leaves out what no other has."""
    parts = read_workflow("check.yml")["jobs"]["check"]["strategy"]["matrix"]["part"]
    found = [path for part in parts for path in list_tests(part["tests"])]
    assert len(found) == len(set(found))
    assert set(found) == set((ROOT / "tests").rglob("test_*.py"))


LIST = "catalog/revisions/2025/services.yml"


def commit(folder: Path, file: str) -> str:
    """Change a file and commit it; the commit's id."""
    (folder / file).parent.mkdir(parents=True, exist_ok=True)
    with (folder / file).open("a", encoding="utf-8") as text:
        text.write("changed\n")
    who = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(("git", "add", "."), cwd=folder, check=True)
    subprocess.run(("git", *who, "commit", "--quiet", "--message=a"), cwd=folder, check=True)
    told = subprocess.run(("git", "rev-parse", "HEAD"), cwd=folder, check=True, capture_output=True)
    return told.stdout.decode().strip()


@pytest.mark.parametrize(
    ("changed", "known", "program"),
    [
        ((LIST, "ledger.txt"), "proposal", "false"),
        ((LIST, "ledger.txt"), "published", "false"),
        ((LIST,), "offline", "true"),
        ((LIST,), "nothing", "true"),
        (("generator/carelist/cli/__init__.py", LIST), "published", "true"),
        ((LIST, "docs/about.md"), "proposal", "true"),
    ],
)
def test_a_change_of_the_list_alone_needs_no_test_of_the_program(
    tmp_path: Path, changed: tuple[str, ...], known: str, program: str
) -> None:
    """It is compared with what is published, so that no failed change slips through with it."""
    folder = tmp_path / "list"
    folder.mkdir()
    subprocess.run(("git", "init", "--quiet"), cwd=folder, check=True)
    base = commit(folder, LIST)
    for file in changed:
        commit(folder, file)
    (tmp_path / "curl").write_text('#!/bin/sh\ncat "$RECORD"\n', encoding="utf-8")
    (tmp_path / "curl").chmod(0o755)
    record = tmp_path / ("build.json" if known == "published" else "none")
    if known == "published":
        record.write_text(f'{{\n  "revision": "2025",\n  "commit": "{base}"\n}}\n', "utf-8")
    told = {
        "BASE": base if known == "proposal" else "",
        "SITE": "" if known in {"proposal", "nothing"} else "https://list.example.org",
        "RECORD": str(record),
        "GITHUB_OUTPUT": str(tmp_path / "output"),
        "PATH": f"{tmp_path}:{os.environ['PATH']}",
        "LC_ALL": "C.UTF-8",
    }
    script = read_workflow("check.yml")["jobs"]["scope"]["steps"][1]["run"]
    command = ("bash", "-e", "-o", "pipefail", "-c", script)
    subprocess.run(command, cwd=folder, env=told, check=True, capture_output=True)
    assert (tmp_path / "output").read_text("utf-8") == f"program={program}\n"


def test_nothing_is_published_unchecked() -> None:
    """The site is built once the list is sound, and deployed once it is built."""
    jobs = read_workflow("publish.yml")["jobs"]
    assert (jobs["check"]["uses"], jobs["build"]["needs"], jobs["deploy"]["needs"]) == (
        "./.github/workflows/check.yml",
        ["address", "check"],
        "build",
    )
    checked = read_workflow("check.yml")["jobs"]
    assert "if" not in checked["list"]
    assert checked["check"]["if"] == "needs.scope.outputs.program == 'true'"


class Commenter:
    """Runs the step that comments, with a `gh` that writes down what it is asked."""

    def __init__(self, folder: Path) -> None:
        job = read_workflow("comment.yml")["jobs"]["comment"]
        self.folder, self.script = folder, str(job["steps"][0]["run"])
        (folder / "bin").mkdir()
        (folder / "bin" / "gh").write_text(FAKE, encoding="utf-8")
        (folder / "bin" / "gh").chmod(0o755)

    def run(self, number: str, text: str, own: str = "") -> int:
        """Comment on what a preview told; the exit status."""
        for name, content in (("number", number), ("text", text), ("own", own), ("calls", "")):
            (self.folder / name).write_bytes(content.encode("utf-8", "surrogateescape"))
        told = {"GH_REPO": "a/list", "RUN": "1", "OWNER": "b", "BRANCH": "$(touch broken)"}
        told |= {"COMMIT": "c0ffee", "MARK": "<!-- carelist changes -->", "MOST": "60000"}
        told |= {"PATH": f"{self.folder / 'bin'}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8"}
        # As GitHub runs a step.
        command = ("bash", "-e", "-o", "pipefail", "-c", self.script)
        done = subprocess.run(command, cwd=self.folder, env=told, capture_output=True, check=False)
        return done.returncode

    @property
    def sent(self) -> str:
        """The comment that was sent; empty where none was."""
        file = self.folder / "sent"
        return file.read_bytes().decode("utf-8", "surrogateescape") if file.exists() else ""

    @property
    def last_call(self) -> str:
        """What `gh` was asked last."""
        return (self.folder / "calls").read_text("utf-8").splitlines()[-1]


@pytest.fixture
def commenter(tmp_path: Path) -> Commenter:
    """The step that comments, in a folder of its own."""
    return Commenter(tmp_path)


def test_the_first_comment_is_written_and_calls_nobody(commenter: Commenter) -> None:
    """The text stands whole, as code, under a mark by which the comment is found again."""
    assert commenter.run("7\n", "### 变化\n- @everyone looks\n") == 0
    assert commenter.sent.startswith("<!-- carelist changes -->\n")
    assert commenter.sent.endswith("\n\n` ### 变化 `<br>\n` - @everyone looks `<br>\n")
    post = "api --silent --method POST repos/a/list/issues/7/comments -F body=@comment.md"
    assert commenter.last_call == post
    assert not (commenter.folder / "broken").exists()


ACTING = (
    "@everyone and @org/team",
    "#1, GH-2, other/list#3 and c0ffee1c0ffee1c0ffee1c0ffee1c0ffee1c0ffe",
    "[甲](https://example.org) ![乙](https://example.org/a.png) <https://example.org>",
    "https://example.org www.example.org a@example.org",
    "<img src=x> <!-- </details> &lt;b&gt; &#64;everyone",
    "# 标题",
    "| 甲 | 乙 |",
    "|---|---|",
    "```` text",
    "~~~",
    "a ` b `` c ``` d",
    "`",
    "    <b>",
    "---",
    "[甲]: https://example.org",
    "carriage\r@everyone",
    "null\0and\x0cfeed\u2028line",
    "$(touch broken) `touch broken` \\1 & /",
)
SPAN = re.compile("(`+) (.+) \\1<br>")


def test_nothing_acts_in_a_comment(commenter: Commenter) -> None:
    """Each line is one span of code, which no backtick within it ends."""
    text = "\n".join(ACTING) + "\n\n" + "`" * 50 + "\n"
    assert commenter.run("7\n", text) == 0
    assert not (commenter.folder / "broken").exists()
    quoted = commenter.sent.partition("(c0ffee)\n\n")[2]
    kept = text.replace("\r", " ").replace("\0", " ")
    assert "\r" not in quoted
    for line, shown in zip(kept.split("\n"), quoted.split("\n"), strict=True):
        span = SPAN.fullmatch(shown)
        assert (span[2] if span else shown) == line
        assert not span or span[1] not in span[2]


def test_bytes_that_are_no_text_are_quoted_too(commenter: Commenter) -> None:
    """No line slips through because it cannot be read."""
    (commenter.folder / "own").write_text("", encoding="utf-8")
    assert commenter.run("7\n", "\udcff@everyone\n") == 0
    assert commenter.sent.endswith("\n` \udcff@everyone `<br>\n")


def test_a_comment_that_stands_is_brought_up_to_date(commenter: Commenter) -> None:
    """Also where the change was taken back, so that nobody reads what holds no more."""
    assert commenter.run("7\n", "", own="99\n") == 0
    assert "Readers would see no change" in commenter.sent
    patch = "api --silent --method PATCH repos/a/list/issues/comments/99 -F body=@comment.md"
    assert commenter.last_call == patch


@pytest.mark.parametrize("number", ["", "7\n"])
def test_nothing_is_said_where_there_is_nothing_to_say(commenter: Commenter, number: str) -> None:
    """No open pull request, or none that touches the list: no comment."""
    assert commenter.run(number, "") == 0
    assert commenter.sent == ""


def test_a_number_that_is_none_is_refused(commenter: Commenter) -> None:
    """An answer that is no number goes into no address."""
    assert commenter.run("7/../8\n", "### 变化\n") == 1
    assert commenter.sent == ""


def test_a_text_too_long_for_a_comment_is_pointed_to(commenter: Commenter) -> None:
    """GitHub would refuse it; cut anywhere, it would be broken."""
    assert commenter.run("7\n", "变" * 60001) == 0
    assert "Too long for a comment" in commenter.sent


def test_what_runs_proposed_code_may_only_read_and_what_may_write_runs_none() -> None:
    """The preview has no right to write; the comment checks nothing out and uses no action."""
    preview, comment = read_workflow("preview.yml"), read_workflow("comment.yml")
    assert (preview["permissions"], comment["permissions"]) == ({}, {})
    jobs = {**preview["jobs"], **comment["jobs"]}
    assert jobs["preview"]["permissions"] == {"contents": "read"}
    assert jobs["comment"]["permissions"] == {"actions": "read", "pull-requests": "write"}
    assert [set(step) & {"uses"} for step in jobs["comment"]["steps"]] == [set()]
    assert comment["on"] == {  # the name by which the one starts the other
        "workflow_run": {"workflows": [preview["name"]], "types": ["completed"]}
    }
