"""The files of a new revision: begun from last year's list, or from drafts of an intake."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.catalog.files import DRAFT_FILE
from generator.intake.draft_services import OF_ITS_YEAR
from generator.intake.yaml_writing import write_yaml

if TYPE_CHECKING:
    from generator.intake.before import Before, Plain
    from generator.intake.drafts import Draft

_OF_ITS_YEAR = tuple(f"{key}: [" for key in OF_ITS_YEAR)
_YEAR = re.compile(r"[0-9]{4}")
_SCHEMA = "# yaml-language-server: $schema=../../schema/{name}.schema.json\n"
_MARK = """\
# {year} 年版还是草稿：有这个文件在，网站就不显示这一版，检查也只是列出还有什么没做完。
# 都做完以后，运行 carelist publish {year}：它会删去这个文件，{year} 年版就发布了。
# Revision {year} is a draft: while this file is here, the site does not show it, and the check only
# lists what is left to do. Once nothing is left, carelist publish {year} deletes this file, and the
# revision is published.
"""
_SERVICES = """\
# {year} 年版的服务，由 carelist intake 从通知里读出。以“new-”开头的 id 是临时的，请换成固定的 id。
# 公文原文（name、text、condition）须与 source.txt 一致；缺的项目由 carelist check 列出。
# The services of {year}, read from the notice by carelist intake. Ids that begin with "new-" are
# provisional: choose lasting ones. Official wording (name, text, condition) follows source.txt;
# carelist check lists what is missing.

"""
_NOTICE = """\
# {year} 年的通知（表格在 services.yml）。中文一字不改地照 source.txt；英文请人翻译，不用机器译。
# The notice of {year} (its table is in services.yml). The Chinese is that of source.txt; the
# English is for a person to write, not for a machine.

"""
_READINGS = """\
# 怎样读 {year} 年的这份通知。以下各条都是程序的推测，sure 是大致的把握；请对照原件逐条核对，
# 改好 plain 和 why，读得不对的就改掉或删去。
# How the notice of {year} is read. All of this was guessed by a program, and sure is a rule of
# thumb: hold each reading against the original, mend plain and why, and change or delete what is
# wrong.

"""
_NO_READINGS = """\
# 怎样读 {year} 年的通知：source.txt 里读得与印着的不同之处，都写在这里。table 是表格各页的栏目。
# How the notice of {year} is read: every departure from source.txt is declared here. table names
# the columns of each page of the table.

"""


def is_year(name: str) -> bool:
    """Whether a revision can be called so."""
    return bool(_YEAR.fullmatch(name))


def begin_revision(before: Before, year: str) -> dict[str, str]:
    """Give the files of a revision that says what last year's says, but for its source."""
    old = before.revision.id
    readings: Plain = {
        "table": [list(before.revision.how_read.table[0])],
        "readings": [],
        "not_stated": before.readings.get("not_stated", []),
    }
    return {
        **{
            name: _renew_comments((before.folder / name).read_text(encoding="utf-8"), old, year)
            for name in ("services.yml", "notice.yml")
        },
        "readings.yml": _write("readings", readings, _NO_READINGS, year),
        DRAFT_FILE: _MARK.format(year=year),
    }


def _renew_comments(text: str, old: str, year: str) -> str:
    """Put the new year into the comments; all else stays, but for what holds of its year only."""
    lines = [line for line in text.split("\n") if not line.lstrip().startswith(_OF_ITS_YEAR)]
    return "\n".join(line.replace(old, year) if line.startswith("#") else line for line in lines)


def write_draft(draft: Draft, year: str) -> dict[str, str]:
    """Give the files of a revision drafted from a notice, but for the notice's own copy."""
    return {
        "services.yml": _write("services", draft.services.plain, _SERVICES, year),
        "notice.yml": _write("notice", draft.notice, _NOTICE, year),
        "readings.yml": _write("readings", draft.readings, _READINGS, year),
        DRAFT_FILE: _MARK.format(year=year),
    }


def _write(name: str, plain: Plain, heading: str, year: str) -> str:
    return write_yaml(plain, _SCHEMA.format(name=name) + heading.format(year=year))
