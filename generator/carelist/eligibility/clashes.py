"""Answers that hardly stand together, so that one of them may be a slip.

theme/scripts/eligibility/clashes.mjs is this module in JavaScript.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from carelist.catalog.rules import Clash, Questions
    from carelist.eligibility.criteria import Answers


def find_clashes(questions: Questions, answers: Answers) -> tuple[Clash, ...]:
    """Find the clashes that the answers meet; what is not known meets none."""
    return tuple(clash for clash in questions.clashes if clash.is_met(answers))
