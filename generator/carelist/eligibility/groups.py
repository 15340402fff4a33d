"""Where a service stands among the results of a family.

findGroup of theme/scripts/check/reporting.mjs is this module in JavaScript.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from carelist.eligibility.criteria import ORDER

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carelist.catalog.rules import Verdict
    from carelist.eligibility.verdicts import ClauseVerdict

Group = Literal["yes", "depends", "public", "no"]
PUBLIC: Literal["public"] = "public"
"""The group of what departments do for no family in particular; so such clauses say."""


def find_group(clauses: Iterable[ClauseVerdict]) -> Group:
    """Find where a service stands by its clauses, or by some of them.

    What departments do for no family in particular lifts no service to `yes` while the rest
    depends; it makes a group of its own.
    """
    parts = list(clauses)
    own = _find_best(part.verdict for part in parts if part.clause.how != PUBLIC)
    if own != "no":
        return own
    shared = _find_best(part.verdict for part in parts if part.clause.how == PUBLIC)
    return PUBLIC if shared == "yes" else shared


def _find_best(verdicts: Iterable[Verdict]) -> Verdict:
    return max(verdicts, key=ORDER.__getitem__, default="no")
