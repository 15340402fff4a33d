"""readings.yml of a draft: every guess as a reading, for the clerk to look at."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from carelist.catalog.bodies import is_empty
from carelist.catalog.table_lines import is_number
from carelist.catalog.texts import CERTAIN
from carelist.intake.gathering import gather_guesses, name_places, name_rows
from carelist.intake.names import ORDER
from carelist.speech.locales import SOURCE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carelist.catalog.records import PrintedColumn
    from carelist.intake.before import Before, Plain
    from carelist.intake.gathering import Guess
    from carelist.intake.letter import Letter
    from carelist.intake.lines import Line, Printed
    from carelist.intake.recovery import Recovery

_BREAK_SURE, _SPACE_SURE = 90, 95


def draft_readings(recovery: Recovery, letter: Letter, before: Before | None) -> Plain:
    """Draft the readings; their English is left out, for the check to list."""
    readings = [
        *_read_body(letter),
        *_read_lost(recovery),
        *(_read_guess(guess) for guess in gather_guesses(recovery.rows) if guess.is_provable),
        *_read_strays(recovery),
    ]
    _make_unique(readings)
    drafted: Plain = {
        "table": [list(columns) for columns in recovery.columns],
        "readings": readings,
    }
    if before and "not_stated" in before.readings:
        drafted["not_stated"] = before.readings["not_stated"]
    return drafted


def _say(name: str, **values: str) -> Plain:
    """Give what a reading says to a reader, and why: a first draft, for the clerk to mend."""
    words = SOURCE.words("intake")
    return {
        end: {SOURCE.tag: words.fill(f"reading_{name}_{end}", **values)} for end in ("plain", "why")
    }


def _read_body(letter: Letter) -> Iterator[Plain]:
    for at, stray in enumerate(letter.strays, 1):
        kind = "signature" if stray.line in letter.signed_at else "paragraph"
        said = _say(f"stray_{kind}", text=stray.text[:20])
        yield {"id": f"stray-paragraph-{at}", "kind": "stray", "printed": stray.text, **said}
    for at, mend in enumerate(letter.mends, 1):
        yield {
            "id": f"break-{at}" if mend.is_break else f"space-{at}",
            "kind": "repaired",
            "printed": mend.printed,
            "read": mend.read,
            "sure": str(_BREAK_SURE if mend.is_break else _SPACE_SURE),
            **_say("break" if mend.is_break else "space"),
        }


def _read_lost(recovery: Recovery) -> Iterator[Plain]:
    """Declare the columns that a page of the table does not have at all."""
    blocks: dict[int, list[int]] = {}
    for block in recovery.blocks:
        blocks.setdefault(block.line.page, []).append(block.number)
    read = {(line.page, column) for line in recovery.lines for column in line.cells}
    has = [name for name in ORDER if name != "number" and recovery.layout.has(name)]
    for page, columns in enumerate(recovery.columns):
        numbers = blocks.get(page, [])
        for column in [name for name in has if name not in columns]:
            if not numbers or (page, column) in read:  # read there in another column's cells
                continue
            yield {
                "id": f"lost-{column}-page-{page + 1}",
                "kind": "lost",
                "rows": name_rows(numbers),
                "columns": [column],
                **_say("lost_column", column=SOURCE.words("intake")[f"column_{column}"]),
            }


def _read_guess(guess: Guess) -> Plain:
    found = guess.first
    printed = found.printed[0] if found.printed else None
    reading: Plain = {
        "id": f"{guess.columns[0]}-rows-{guess.rows[0]}-{guess.rows[-1]}",
        "kind": found.state,
        "rows": name_rows(guess.rows),
        "columns": list(guess.columns),
    }
    place = ""
    if printed:
        place = name_places(guess.places)
        reading["beside"] = place
        if printed.column != guess.columns[0]:
            reading["from"] = printed.column
        reading |= _quote(printed, found.text)
    if guess.sure < CERTAIN:
        reading["sure"] = str(guess.sure)
    words = printed.words if printed else ""
    return reading | _say(found.why, text=found.text, place=place, printed=words)


def _quote(printed: Printed, text: str) -> Plain:
    quoted: Plain = {}
    if printed.is_part or text != printed.words:
        quoted["printed"] = printed.words
    if text != printed.words:
        quoted["read"] = text
    return quoted


def _read_strays(recovery: Recovery) -> Iterator[Plain]:
    """Declare the printed cells that no row uses."""
    for printed, words in list_unused(recovery):
        place = name_places([printed.place])
        yield {
            "id": f"stray-{printed.column}-{place.replace('+', '-')}",
            "kind": "stray",
            "columns": [printed.column],
            "beside": place,
            "printed": words,
            **_say("stray_cell", text=words[:20], place=place),
        }


def list_unused(recovery: Recovery) -> Iterator[tuple[Printed, str]]:
    """Yield the printed cells that no row uses, with the words that are left of each."""
    used: dict[tuple[int, int], list[str]] = {}
    for row in recovery.rows:
        for found in row.cells.values():
            for printed in found.printed:
                key = printed.cell.line, printed.cell.column
                used.setdefault(key, []).append(printed.words)
    told = set()
    pairs = (pair for block in recovery.blocks for pair in pairwise(block.lines))
    before = {line.row.line: above for above, line in pairs}
    several = {
        line.row.line for block in recovery.blocks for line in block.lines if len(block.lines) > 1
    }
    for line in recovery.lines:
        for column, printed in line.cells.items():
            above = before[line.row.line].cells.get(column) if line.row.line in before else None
            if line.row.line in several and is_empty(printed.words):
                continue  # another line of the service says what is meant
            if above and above.words == printed.words:
                continue  # a merged cell reaches over several lines of a service
            key = printed.cell.line, printed.cell.column
            left = "" if printed.cell.listed in used.get(key, ()) else printed.cell.text
            for words in used.get(key, ()):
                left = left.replace(words, "", 1)
            if left.strip() and not _is_numbering(line, column) and key not in told:
                told.add(key)
                yield printed, left.strip()


def _is_numbering(line: Line, column: PrintedColumn) -> bool:
    """Whether a cell only numbers its line; in a sum it counts the services: 2项."""
    if line.cells[column].column != column or column != "number":
        return False
    return is_number(line.cells[column].words) or (
        line.kind == "service" and line.steps is not None
    )


def _make_unique(readings: list[Plain]) -> None:
    times: Counter[str] = Counter()
    for reading in readings:
        id_ = reading["id"]
        times[id_] += 1
        if times[id_] > 1:
            reading["id"] = f"{id_}-{times[id_]}"
