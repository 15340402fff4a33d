"""notice.yml of a draft: the body as recognised, with last year's ids and English."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelist.catalog.texts import NEW
from carelist.intake.likeness import measure_likeness
from carelist.speech.locales import SOURCE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carelist.intake.before import Before, Plain
    from carelist.intake.letter import Letter

_ALIKE = 0.3
_HEAD = ("number", "title")
_UPPER = ("addressees", "opening")
_LOWER = ("table_title", "disclosure", "signatory", "colophon")


def draft_notice(
    letter: Letter,
    issuers: Sequence[str],
    source: str,
    services: set[str],
    before: Before | None,
) -> Plain:
    """Draft the notice; English of other words is kept, and is stale until somebody renews it."""
    old = before.notice if before else {}
    measures = _draft_measures(letter, old.get("measures", []))
    drafted: Plain = {
        "source": source,
        **_draft_texts(letter, old, _HEAD),
        **({"printed_on": letter.printed_on} if letter.printed_on else {}),
        **({"issuers": list(issuers)} if issuers else {}),
        **_draft_texts(letter, old, _UPPER),
        **({"measures": measures} if measures else {}),
        **_draft_texts(letter, old, _LOWER),
    }
    asks = [ask for ask in old.get("asks", []) if _still_stands(ask, measures)]
    if asks:
        drafted["asks"] = [
            {**ask, "services": [id_ for id_ in ask.get("services", []) if id_ in services]}
            for ask in asks
        ]
    others = {key: value for key, value in old.items() if key not in {*drafted, "asks"}}
    return {**drafted, **{key: others[key] for key in others if key not in _KNOWN}}


_KNOWN = {*_HEAD, *_UPPER, *_LOWER, "printed_on", "issuers", "measures", "original"}


def _draft_texts(letter: Letter, old: Plain, names: tuple[str, ...]) -> Plain:
    return {
        name: {**old.get(name, {}), SOURCE.tag: letter.texts[name]}
        for name in names
        if name in letter.texts
    }


def _draft_measures(letter: Letter, old: list[Plain]) -> list[Plain]:
    """Draft the measures, each with the id and English of the one of last year most like it."""
    left = list(old)
    drafted: list[Plain] = []
    for at, (heading, text) in enumerate(letter.measures, 1):
        near = max(left, key=lambda m: measure_likeness(m["text"][SOURCE.tag], text), default=None)
        if near is None or measure_likeness(near["text"][SOURCE.tag], text) < _ALIKE:
            entry: Plain = {
                "id": f"{NEW}{at}",
                "heading": {SOURCE.tag: heading},
                "text": {SOURCE.tag: text},
            }
            drafted.append(entry)
            continue
        left.remove(near)
        kept = near["heading"][SOURCE.tag] in text
        head = near["heading"] if kept else {**near["heading"], SOURCE.tag: heading}
        drafted.append({**near, "heading": head, "text": {**near["text"], SOURCE.tag: text}})
    return drafted


def _still_stands(ask: Plain, measures: list[Plain]) -> bool:
    """Whether the measure that an ask quotes still has the words."""
    texts = {measure["id"]: measure["text"][SOURCE.tag] for measure in measures}
    return ask["quote"][SOURCE.tag] in texts.get(ask["measure"], "")
