"""The work of an intake grows with its table as the table does, and with no power of it."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from carelist.catalog.table_lines import Cell
from carelist.catalog.texts import Place
from carelist.intake.labels import REACH, Label, cover_rows
from carelist.intake.likeness import FEW, Candidates, Rarity, measure_likeness
from carelist.intake.lines import Printed
from carelist.intake.near_names import NearNames
from carelist.intake.suspicions import find_suspicions

if TYPE_CHECKING:
    from collections.abc import Sequence

CHARACTERS = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥"


class Counting(Rarity):
    """Counts how often it is asked."""

    asked = 0

    def weigh_common(self, one: str, other: str) -> float:
        """Weigh as ever."""
        self.asked += 1
        return super().weigh_common(one, other)


def draw_words(seed: int, count: int, length: int) -> list[str]:
    """Draw words that differ."""
    draw = random.Random(seed)
    return ["".join(draw.choices(CHARACTERS, k=length)) for _ in range(count)]


def cover(names: Sequence[str]) -> tuple[list[str], int]:
    """Cover rows that all print their own name; give the names, and how often one was weighed."""
    labels = [Label(Printed(n, Cell(n, 1, 1), "group", Place(1)), at) for at, n in enumerate(names)]
    rarity = Counting(names)
    return [one.label.text for one in cover_rows(labels, names, rarity)], rarity.asked


def test_each_row_is_weighed_beside_the_names_within_reach() -> None:
    """Twice as many rows take twice the work, and each row keeps the name that it prints."""
    counts = []
    for size in (200, 400):
        names = draw_words(size, size, 6)
        covered, asked = cover(names)
        assert covered == names
        assert asked <= size * (2 * REACH + 3)
        counts.append(asked)
    assert counts[1] < 2.2 * counts[0]


def test_few_texts_are_all_compared_and_of_many_the_likest_is() -> None:
    """Among thousands, the text itself with one character exchanged is a candidate."""
    few = draw_words(1, FEW, 20)
    assert list(Candidates(few).find("无关")) == list(range(FEW))
    many = draw_words(2, 3000, 20)
    among = Candidates(many)
    for place in range(0, 3000, 100):
        found = among.find(many[place][:10] + "无" + many[place][11:])
        assert place in found
        assert len(found) <= FEW


@pytest.mark.parametrize("harm", ["", "无", "無無"])
def test_near_names_are_found_among_thousands(harm: str) -> None:
    """One character lost or exchanged is told; two are not, nor is the name itself."""
    names = draw_words(3, 3000, 8)
    name = names[1500]
    near = NearNames(names)
    line = f"开头{name[:3]}{harm}{name[4:]}结尾"
    assert near.find(line) == ([] if len(harm) > 1 else [name])
    assert near.find(f"开头{name}结尾") == []
    told = list(find_suspicions(line, names))
    assert [one.maybe for one in told if one.fault == "near"] == near.find(line)


def test_a_name_of_thousands_of_letters_is_no_name() -> None:
    """A word of 30,000 letters takes no work for each of its letters."""
    assert list(find_suspicions("a" * 30_000, ["a" * 30_000])) == []
    assert measure_likeness("a" * 30_000, "b" * 30_000) == 0.0
