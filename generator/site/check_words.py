"""The words that the questionnaire shows once it has begun: fetched with its rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.catalog.revision import Revision
    from generator.site.addresses import Locale
    from generator.site.words import Words


def list_check_words(words: Words, revision: Revision, locale: Locale) -> dict[str, str]:
    """List them by the names that docs/scripts/check/ calls them by.

    The page itself holds only what is read before its first question: every page keeps its weight.
    """
    notice = revision.notice
    said = words.check_say.format(
        title=notice.table_title.write(locale),
        document=notice.number.write(locale),
        items="{items}",
    )
    other = words.check_other_list.format(revision=revision.id, shared="{shared}")
    return {
        "cleared": words.check_cleared,
        "progress": words.check_progress,
        "last": words.check_last,
        "soFar": words.check_so_far,
        "answerOne": words.check_answer_single,
        "answerSeveral": words.check_answer_several,
        "result": words.check_result,
        "left": words.check_left,
        "count": words.check_count,
        "yes": words.verdict_yes,
        "depends": words.verdict_depends,
        "no": words.verdict_no,
        "answered": words.check_answered,
        "quoted": words.check_quoted,
        "open": words.check_open,
        "unsure": words.check_not_sure,
        "setBy": f"{words.outcome_set_by}{words.colon}",
        "met": f"{words.outcome_met}{words.colon}",
        "notMet": f"{words.outcome_failed}{words.colon}",
        "everyone": words.check_everyone,
        "others": words.check_others,
        "say": said,
        "sayYes": words.check_say_yes,
        "sayDepends": words.check_say_depends,
        "comma": words.list_comma,
        "change": words.check_change_answer,
        "skipped": words.check_skipped,
        "kept": words.check_kept,
        "keptBack": words.check_kept_back,
        "guess": words.check_guess,
        "resultOnPaper": words.check_result_on_paper,
        "printed": words.check_printed,
        "copied": words.check_copied,
        "copyByHand": words.check_copy_by_hand,
        "qr": words.check_qr_label,
        "otherList": other,
        "unknownList": words.check_unknown_list.format(revision=revision.id),
        "unknown": words.check_unknown,
        "nothing": words.check_nothing_shared,
    }
