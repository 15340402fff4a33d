"""What a new city begins with, and what is refused."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

import pytest
from carelist.cli import main
from carelist.cli.asking import KINDS
from carelist.eligibility.inspecting import load_list
from carelist.site.place import Place
from carelist.site.prose import fill_prose
from carelist.site.site import Site
from carelist.speech.locales import PROSE, find_locale
from click.testing import CliRunner

from tests.conftest import ROOT
from tests.speaking import EN

if TYPE_CHECKING:
    from pathlib import Path

BEGUN = ROOT / "generator" / "carelist" / "starting" / "files" / ".github" / "workflows"
ACTION = re.compile(r"uses: (\S+@\S+)")


def begin(folder: Path, *options: str) -> tuple[int, str]:
    """Begin a city, and give how it ended with the last line that was said."""
    arguments = ["new", str(folder), "--year", "2031", "--lang", "en", *options]
    done = CliRunner().invoke(main, arguments)
    return done.exit_code, done.output.strip().split("\n")[-1]


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ((), "Error: the city needs a name, as --name 清河市"),
        (("--name", "en=Qinghe"), "Error: the city needs a name, as --name 清河市"),
        (
            ("--name", "清河市", "--locales", "en"),
            "Error: there is no language 'en'; known: zh, en, and zh among those chosen",
        ),
        (
            ("--name", "清河市", "--year", "31"),
            "Error: '31' is no year; expected four digits, as 2026",
        ),
        (
            ("--name", "清河市", "--url", "care.example.org"),
            (
                "Error: 'care.example.org' is not the address of a site; expected https:// or "
                "http:// and a host, as https://list.example.org/"
            ),
        ),
        (
            ("--name", "清河市", "--table", "2"),
            (
                "Error: --table says which table of a notice is the list; it needs --from with the "
                "notice"
            ),
        ),
    ],
)
def test_what_no_city_can_begin_with_is_told(
    tmp_path: Path, options: tuple[str, ...], told: str
) -> None:
    """And nothing is written."""
    assert begin(tmp_path / "city", *options) == (2, told)
    assert not (tmp_path / "city").exists()


def test_a_folder_with_files_is_left_alone(tmp_path: Path) -> None:
    """Whatever stands there."""
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    place = tmp_path.as_posix()
    told = f"Error: there are files in {place} already; nothing was changed"
    assert begin(tmp_path, "--name", "清河市") == (2, told)
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


TABLES = """\
# 关于公布服务清单的通知

## 老年人服务清单

| 序号 | 服务对象 | 服务项目 | 服务内容 |
|---|---|---|---|
| 1 | 老年人 | 上门看望 | 每月上门看望一次。 |

以上清单自公布之日起施行。

有关单位要认真组织实施。

儿童服务由教育部门负责。

如有疑问，请向民政部门咨询。

## 儿童服务清单

| 序号 | 服务类型 | 服务对象 | 服务项目 | 服务内容 |
|---|---|---|---|---|
| 1 | 医疗 | 儿童 | 免费接种 | 接种国家免疫规划的疫苗。 |
"""


@pytest.mark.parametrize("province", [(), ("--province", "430000")])
def test_a_notice_that_is_refused_leaves_nothing_behind(
    tmp_path: Path, province: tuple[str, ...]
) -> None:
    """So that the same command can be given again, with what was missing."""
    (notice := tmp_path / "notice.md").write_text(TABLES, encoding="utf-8")
    options = ("--name", "清河市", "--name", "en=Qinghe", "--locales", "zh,en")
    address = ("--url", "https://care.example.org/")
    folder, command = tmp_path / "qinghe", (*options, *address, *province, "--from", str(notice))
    code, told = begin(folder, *command)
    assert (code, told) == (
        1,
        (f"{folder.as_posix()} was not made; mend what is told above, and give the command again"),
    )
    assert [path.name for path in tmp_path.iterdir()] == ["notice.md"]
    assert begin(folder, *command, "--table", "2")[0] == 0
    (services,) = tmp_path.rglob("services.yml")
    assert "免费接种" in services.read_text("utf-8")
    assert "上门看望" not in services.read_text("utf-8")


def test_what_is_asked_is_asked_until_it_can_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the language of whoever is asked, answers too."""
    monkeypatch.setattr("carelist.cli.starting.is_asked", lambda names: not names)
    answers = ("zh,xx", "zh", "", "清河市", "grown-ups", "elders", "care.example.org", "")
    done = CliRunner().invoke(
        main,
        ["new", str(tmp_path / "city"), "--year", "2031", "--lang", "zh"],
        input="".join(f"{answer}\n" for answer in answers),
    )
    assert done.exit_code == 0
    assert [line for line in done.output.splitlines() if line.startswith(("没有", "“", "要"))] == [
        "没有语言 'zh,xx'；有 zh, en，其中须有 zh",
        "要写城市的名称，如 --name 清河市",
        "“grown-ups”不在其中；应是 children, elders, disabled, families, anyone",
        (
            "“care.example.org”不是网站的网址；应以 https:// 或 http:// 开头，接着是域名，"
            "如 https://list.example.org/"
        ),
    ]
    assert "kind: elders" in (tmp_path / "city" / "catalog" / "site.yml").read_text("utf-8")


@pytest.mark.parametrize("tag", ["zh", "en"])
def test_for_whom_a_list_can_be_is_said_in_the_question(tag: str) -> None:
    """Each kind by the word that is to be typed, with what it means."""
    question = find_locale(tag).words("commands")["new_ask_people"]
    assert [kind for kind in KINDS if kind not in question] == []


def test_a_city_begins_in_its_own_languages(tmp_path: Path) -> None:
    """A guide and its comments in each, its settings in six lines at most."""
    city = tmp_path / "city"
    assert begin(city, "--name", "清河市", "--url", "https://care.example.org/")[0] == 0
    assert (city / "mkdocs.yml").read_text("utf-8") == (
        "# 网站的设置；site_url 是网站将来的网址，不写就只能预览。\n"
        "site_name: 清河市服务清单\n"
        'site_url: !ENV [SITE_URL, "https://care.example.org/"]\n'
        'repo_url: !ENV [CARELIST_REPO_URL, ""]\n'
        "theme: carelist\n"
        "plugins: [carelist]\n"
    )
    guides = sorted(path.name for path in city.glob("*.md"))
    assert guides == ["CONTRIBUTING.md", "README.md"]
    assert "questions.yml" not in {path.name for path in (city / "catalog").iterdir()}
    assert "{" not in (city / "README.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("licence", "told"),
    [
        ("cc-by", "Texts and translations by this site may be used under Creative Commons"),
        ("cc0", "All rights in texts and translations by this site are waived"),
        ("none", "No licence is given for texts and translations by this site"),
    ],
)
def test_a_licence_is_said_wherever_there_is_something_to_reuse(
    licence: str, told: str, tmp_path: Path
) -> None:
    """In the settings of the list, from which its pages, and all data, have it."""
    city = tmp_path / "city"
    chosen = ("--locales", "zh,en", "--licence", licence)
    assert begin(city, "--name", "清河市", "--name", "en=Qinghe", *chosen)[0] == 0
    (city / "catalog" / "revisions" / "2031" / "draft.yml").unlink()
    site = Site.of(load_list(city / "catalog"), Place("https://care.example.org/", ""))
    assert site.catalog.site.licence == licence
    for name in ("about.md", "data.md"):
        text = EN.find_pages(PROSE)[name].read_text("utf-8")
        page = fill_prose(text, site.desk(name, EN), is_measured=False)
        assert unescape(page).count(told) == 1
        assert "{licence}" not in page


def test_workflows_pin_the_actions_that_ours_pin() -> None:
    """By digest, so that an update here is one there."""
    ours = "".join(path.read_text("utf-8") for path in ROOT.glob(".github/workflows/*.yml"))
    begun = "".join(path.read_text("utf-8") for path in sorted(BEGUN.glob("*.yml")))
    assert len(ACTION.findall(begun)) == 7
    assert set(ACTION.findall(begun)) <= set(ACTION.findall(ours))
