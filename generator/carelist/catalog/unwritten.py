"""What stands where nobody has written anything yet: it promises nothing, and says so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, TypeVar

from carelist.catalog.rules import Condition, Criterion
from carelist.catalog.texts import Record, State, Text, find_digest
from carelist.speech.locales import SOURCE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from carelist.speech.locales import Locale, Locales

P = TypeVar("P", bound=Record)

_NAME = re.compile(r"unwritten-[0-9a-f]{8}")
_PHRASE = re.compile(r"[^，。；：！？,.;:!?]+")
_GOING_ON = "；，、;,"
"""What a clause ends with where another one follows."""
_LONGEST, _LONGEST_TRANSLATION = 16, 48
"""Characters of a text that stand for its title, in the language of the source and in others."""


class Spoken(Text):
    """Words of the interface where a text of the list would stand: in every language of a site."""

    def find(self, locale: Locale) -> str:
        """Give the words of a locale under the key that is the source."""
        return locale.words("site")[self.source]

    def find_state(self, locale: Locale) -> State:  # noqa: ARG002  # every locale has its words
        """Nothing of it is translated from the source."""
        return "fresh"


RULE_WORDS = Spoken(**{SOURCE.tag: "rule_unwritten"})
"""What must be so, where nobody has put it into a rule."""


def name_rule(text: Text) -> Criterion:
    """Give the rule of a text that nobody has put into one: a condition of its own, always open."""
    return Criterion.model_construct(condition=f"unwritten-{find_digest(text.source)}")


def is_unwritten(criterion: Criterion) -> bool:
    """Whether nobody has written this rule."""
    return bool(criterion.condition and _NAME.fullmatch(criterion.condition))


def list_unwritten(rules: Iterable[tuple[Criterion, Text]]) -> dict[str, Condition]:
    """Give the condition of each text that has no rule yet, by its id: it quotes all of the text.

    It asks no question, and no department is said to decide it.
    """
    return {
        str(rule.condition): Condition.model_construct(
            id=str(rule.condition), quote=text, words=RULE_WORDS
        )
        for rule, text in rules
        if is_unwritten(rule)
    }


def take_title(fields: Mapping[str, Any]) -> Text:
    """Give a title for a promise that has none: its own first words, in each language that it has.

    >>> take_title({"text": Text(zh="免除学费；对困难家庭学生发放助学金。")}).source
    '免除学费'
    """
    text: Text = fields["text"]
    return _shorten(text, lambda words: (match := _PHRASE.search(words)) and match[0])


def take_summary(fields: Mapping[str, Any]) -> Text:
    """Give the first of its official words for a service that nobody has summed up."""
    clauses = fields["clauses"]
    return _shorten(clauses[0].text, str, 4)


def take_names(texts: Sequence[Text], locales: Locales) -> Text:
    """Give some names in a row, with the translations of which every one is fresh."""
    fresh = [_list_fresh(text) for text in texts]
    source = locales.source.list([text.source for text in texts])
    translations = {
        locale.tag: locale.list([words[locale.tag] for words in fresh])
        for locale in locales.translations
        if all(locale.tag in words for words in fresh)
    }
    return Text(**{SOURCE.tag: source, **translations, "digest": find_digest(source)})


def spread(colours: Sequence[Any], pillars: tuple[P, ...]) -> tuple[P, ...]:
    """Give each pillar without a colour that of its place."""
    return tuple(
        pillar
        if "colour" in pillar.model_fields_set
        else pillar.model_copy(update={"colour": colours[place % len(colours)]})
        for place, pillar in enumerate(pillars)
    )


def _list_fresh(text: Text) -> dict[str, str]:
    """Give by its tag every translation that was made from the present source."""
    present, one = find_digest(text.source), text.digest
    digests = dict(one) if isinstance(one, tuple) else {}
    found = (text.model_extra or {}).items()
    return {tag: words for tag, words in found if digests.get(tag, one) == present}


def _shorten(text: Text, choose: Callable[[str], str | None], times: int = 1) -> Text:
    """Cut a text, and its translations, to what is chosen of it and to a length."""

    def cut(words: str, longest: int) -> str:
        # What is nothing but such marks is left: a promise is printed with something.
        chosen = (choose(words) or words).strip().rstrip(_GOING_ON) or words
        return chosen if len(chosen) <= longest else f"{chosen[:longest].rstrip()}…"

    source = cut(text.source, times * _LONGEST)
    translations = {
        tag: cut(words, times * _LONGEST_TRANSLATION) for tag, words in _list_fresh(text).items()
    }
    return Text(**{SOURCE.tag: source, **translations, "digest": find_digest(source)})
