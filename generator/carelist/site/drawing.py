"""Templates whose macros are made once a page, not once for each part that imports them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import jinja2

from carelist.theme import THEME

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinja2.environment import TemplateModule

_OURS = str(THEME)
AROUND = ("frame", "words", "view")
"""What the macros of our templates are given besides what they are called with."""


class DrawingTemplate(jinja2.Template):
    """Keeps the macros that it made last; those of a theme of somebody's own are made each time."""

    _made: tuple[tuple[object, ...], TemplateModule] | None = None

    def make_module(
        self,
        vars: dict[str, Any] | None = None,  # noqa: A002  # as Jinja calls it
        shared: bool = False,  # noqa: FBT001, FBT002
        locals: Mapping[str, Any] | None = None,  # noqa: A002
    ) -> TemplateModule:
        """Give what an import is given."""
        if not vars or not str(self.filename).startswith(_OURS):
            return super().make_module(vars, shared, locals)
        page = tuple(map(vars.get, AROUND))
        made = self._made
        if made is None or any(one is not other for one, other in zip(made[0], page, strict=True)):
            made = self._made = page, super().make_module(vars, shared, locals)
        return made[1]
