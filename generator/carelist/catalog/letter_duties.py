"""What the letter of a notice says of a department: the sentences in which it is named."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from carelist.catalog.texts import Text, find_digest
from carelist.speech.locales import SOURCE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carelist.catalog.records import Department, Measure, Notice
    from carelist.speech.locales import Locale

_ENDS = re.compile(r"(?<=[。！？])(?![”’』」）])|(?<=[。！？][”’』」）])|(?<=[.!?])\s+(?![\d(])")
"""Where a sentence ends, in scripts with spaces between sentences and in those without."""
_PARTS = re.compile(r"[（）()、]")
_OFFICE = re.compile(r"[局委办厅]$")
"""What a bureau is called behind what it is for: its field is 民政 as a 民政局 and a 民政部门."""
_ELSEWHERE = "(?<![省国校院企厂])"
"""Before a name: those of a province, the state, a school or a firm are other bodies."""
_ALL = re.compile(r"各(?:相关|有关)?部门|(?:相关|有关)部门(?:要|应|须)")
"""How the letter turns to every department, whichever it is."""


@dataclass(frozen=True)
class Mention:
    """Words of the letter in which a department is named."""

    measure: Measure
    """The paragraph that they stand in."""
    text: Text


def find_mentions(notice: Notice, department: Department, locale: Locale) -> tuple[Mention, ...]:
    """Give the words of the letter that name a department, in the order of the letter.

    Those of its measures: the opening says why there is a list, and who drew it up. Neighbouring
    sentences are one. Of a paragraph whose translation has not as many sentences as the source,
    nobody can tell which is which: in that locale it is given whole.
    """
    pattern = _read_names(department)
    return tuple(
        Mention(measure, text)
        for measure in notice.measures
        for text in _cut_named(measure.text, pattern, locale)
    )


def list_for_all(notice: Notice) -> tuple[Measure, ...]:
    """List the paragraphs that say what every department is to do."""
    return tuple(one for one in notice.measures if _ALL.search(one.text.source))


def _read_names(department: Department) -> re.Pattern[str]:
    """Give what a letter may call a department: the names that are printed, and those of its field.

    A list prints 市民政局 and 民政局; its letter speaks of 民政部门, too.
    """
    printed = (department.printed.table, department.printed.addressees)
    names = {part for name in printed if name for part in _PARTS.split(name) if part}
    names |= {
        f"{field.removeprefix('市')}部门"
        for name in names
        if (field := _OFFICE.sub("", name)) not in {name, "市"}
    }
    listed = "|".join(map(re.escape, sorted(names, key=lambda name: (-len(name), name))))
    return re.compile(f"{_ELSEWHERE}(?:{listed})" if names else r"(?!)")


def _cut_named(text: Text, pattern: re.Pattern[str], locale: Locale) -> Iterator[Text]:
    sentences, told = _cut(text.source), _cut(text.find(locale))
    named = [bool(pattern.search(sentence)) for sentence in sentences]
    if not any(named):
        return
    state = text.find_state(locale)
    if state == "stale" or (told and len(told) != len(sentences)):
        yield text
        return
    for is_named, places in groupby(range(len(named)), named.__getitem__):
        if is_named:
            chosen = [*places]
            source = "".join(sentences[at] for at in chosen)
            translated = locale.space.join(told[at] for at in chosen) if told else ""
            translations = {} if locale.is_source or not told else {locale.tag: translated}
            yield Text(**{SOURCE.tag: source}, **translations, digest=find_digest(source))


def _cut(text: str) -> list[str]:
    return [part.strip() for part in _ENDS.split(text) if part and part.strip()]
