"""One list in the files of several programs gives one copy, whatever the format."""

from __future__ import annotations

from pathlib import Path

import pytest
from carelist.formats.document import Doubt, Format
from carelist.formats.reading import read_file

FILES = Path(__file__).parent / "files"
MERGED = (0, 2)
"""The columns of the list that have merged cells."""


def expect_copy() -> str:
    """The copy that every file must give: merged cells in each row, one space for many."""
    lines: list[str] = []
    above = [""] * 7
    for line in (FILES / "children.md").read_text(encoding="utf-8").splitlines():
        if not line.startswith("|"):
            lines.append(" ".join(line.split()))
        elif set(line) <= set("|-"):
            lines.append("|---" * len(above) + "|")
        else:
            cells = [cell.strip() for cell in line.strip("|").split("|")]
            above = [
                above[at] if not cell and at in MERGED else cell for at, cell in enumerate(cells)
            ]
            lines.append("".join(f"| {cell} " for cell in above) + "|")
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize(
    ("name", "form", "doubts"),
    [
        ("children.html", Format.HTML, []),
        ("children.libreoffice.docx", Format.DOCX, []),
        ("children.libreoffice.xlsx", Format.XLSX, []),
        (
            "children.libreoffice.pdf",
            Format.PDF,
            [(Doubt.ROW_OVER_PAGES, 2, "流动儿童 育服务 家庭经济困难学生发放国家助学金。")],
        ),
        (
            "children.typst.pdf",
            Format.PDF,
            [
                (Doubt.CELL_OVER_PAGES, 2, "学有所教"),
                (Doubt.ROW_OVER_PAGES, 3, "组织4次家庭教育指导服务。"),
            ],
        ),
        (
            "children.chromium.pdf",
            Format.PDF,
            [
                (Doubt.CELL_OVER_PAGES, 2, "学有所教"),
                (Doubt.ROW_OVER_PAGES, 3, "旅游局"),
            ],
        ),
    ],
)
def test_every_program_gives_the_same_copy(
    name: str, form: Format, doubts: list[tuple[Doubt, int, str]]
) -> None:
    """Every program gives the same copy."""
    copy = read_file(FILES / name)
    assert copy.text == expect_copy()
    assert (copy.name, copy.format, copy.tells_merged) == (name, form, True)
    told = [(one.kind, one.where.page, one.values["words"]) for one in copy.doubts]
    assert told == doubts
    assert len(copy.digest) == 64
