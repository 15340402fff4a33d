"""Changes told in one language: a sentence each, the words marked, and who gains or loses."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from carelist.revisions.changes.parts import Reread
from carelist.revisions.kinds import ChangeKind
from carelist.revisions.quantities import find_turns
from carelist.revisions.wording import Span, mark_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from carelist.catalog.texts import Text
    from carelist.revisions.changes.base import Change
    from carelist.revisions.describing import Description
    from carelist.revisions.naming import Names
    from carelist.revisions.quantities import Turn
    from carelist.speech.locales import Locale


@dataclass(frozen=True)
class Told:
    """One change, told."""

    kind: ChangeKind
    is_major: bool
    concerns: tuple[str, ...]
    """The ids of its services."""
    label: str
    sentence: str
    marks: tuple[Span, ...]
    """The words, marked; empty where the sentence says it all."""
    language: Locale
    """Of the marked words: that of the source, too, where the translation does not follow it."""
    gains: str
    """Who gains by it; empty where it does not say."""
    loses: str


def tell_changes(changes: Iterable[Change], names: Names) -> tuple[Told, ...]:
    """Tell changes in the order of their kinds, the grave ones first."""
    return tuple(tell_change(change, names) for change in sort_changes(changes))


def sort_changes(changes: Iterable[Change]) -> list[Change]:
    """Sort changes in the order in which they are told: the grave ones first, then by kind."""
    kinds = list(ChangeKind)
    return sorted(changes, key=lambda one: (not one.is_major, kinds.index(one.kind)))


def tell_change(change: Change, names: Names) -> Told:
    """Tell one change."""
    if isinstance(change, Reread):
        told = tell_change(change.change, names)
        sentence = names.say(f"sentence_{change.kind}", what=told.sentence)
        label = names.say(f"label_{change.kind}")
        return replace(told, kind=change.kind, label=label, sentence=sentence)
    description = change.describe(names)
    language = find_language(names, description.before, description.after, change.kind)
    return Told(
        change.kind,
        change.is_major,
        change.concerns,
        names.say(f"label_{change.kind}"),
        "".join(_write_sentences(change.kind, description, names, language)),
        mark_texts(description.before, description.after, language),
        language,
        description.gains,
        description.loses,
    )


def _write_sentences(
    kind: ChangeKind, description: Description, names: Names, language: Locale
) -> Iterator[str]:
    """Yield the sentence of a change, and one for each number that was another."""
    named = {"language": language.name_in(names.locale)}
    yield names.say(f"sentence_{kind}", **named, **description.values)
    before, after = description.before, description.after
    if not kind.rewords or not (before and after):
        return
    source = names.locales.source
    for spoken in dict.fromkeys(
        (language, *((source,) if kind != ChangeKind.TRANSLATION_ONLY else ()))
    ):
        turns = find_turns(before.find(spoken), after.find(spoken), spoken)
        told = "".join(_write_turn(turn, names) for turn in turns)
        if told:
            yield told if spoken == names.locale else names.say("in_chinese", told=told)
            return


def _write_turn(turn: Turn, names: Names) -> str:
    key = "turned" if all(turn) else "new" if turn.after else "gone"
    sides = {side: names.join(numbers) for side, numbers in turn._asdict().items() if numbers}
    return names.say(f"turn_{key}", **sides)


def find_language(
    names: Names, before: Text | None, after: Text | None, kind: ChangeKind
) -> Locale:
    """Give the language in which both wordings can be compared, and the difference be seen."""
    texts, source = [text for text in (before, after) if text], names.locales.source
    if kind == ChangeKind.TRANSLATION_ONLY:
        order = dict.fromkeys((names.locale, *names.locales.translations))
        mended = (one for one in order if len({text.find(one) for text in texts}) > 1)
        return next(mended, source)
    fresh = all(text.find_state(names.locale) == "fresh" for text in texts)
    told = {text.find(names.locale) for text in texts}
    return names.locale if fresh and len(told) == len({text.source for text in texts}) else source


def mark_texts(before: Text | None, after: Text | None, language: Locale) -> tuple[Span, ...]:
    """Mark the words of two texts in a language; one that is not there has no words."""
    if before is None and after is None:
        return ()
    return mark_words(*(text.find(language) if text else "" for text in (before, after)))
