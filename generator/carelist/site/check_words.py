"""The words that the questionnaire shows once it has begun: fetched with its rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from carelist.catalog.revision import Revision
    from carelist.speech.locales import Locale
    from carelist.speech.words import Words

NAMES = (
    "check_cleared",
    "check_progress",
    "check_last",
    "check_so_far",
    "check_answer_first",
    "check_result",
    "check_left",
    "check_count",
    "verdict_yes",
    "verdict_depends",
    "verdict_no",
    "check_answered",
    "check_quoted",
    "check_not_sure",
    "outcome_met",
    "outcome_failed",
    "outcome_open",
    "outcome_set_by",
    "check_everyone",
    "check_others",
    "check_say_yes",
    "check_say_depends",
    "check_change_answer",
    "check_skipped",
    "check_kept",
    "check_kept_back",
    "check_guess",
    "check_copied",
    "check_copy_by_hand",
    "check_qr_label",
    "check_other_list",
    "check_unknown_list",
    "check_unknown",
    "check_nothing_shared",
    "list_comma",
    "colon",
)
"""Of the words of the site, those that the scripts of the questionnaire call.

The page itself holds only what is read before its first question: every page keeps its weight.
"""


PREFIX = "check_"
"""What scripts leave out of a name: a phone fetches each twice."""


class _Known(dict[str, str]):
    """What can be filled in now; the scripts fill in the rest."""

    def __missing__(self, name: str) -> str:
        return f"{{{name}}}"


def list_check_words(words: Words, revision: Revision, locale: Locale) -> dict[str, str]:
    """List the words of the scripts by their names, with what is known of the list filled in."""
    known = _Known(
        revision=revision.id,
        title=revision.name.write(locale) if revision.name else "",
        document=revision.notice.number.write(locale) if revision.notice.number else "",
    )
    return {name.removeprefix(PREFIX): words[name].format_map(known) for name in NAMES}
