"""How templates are drawn: with macros that are made once a page, and what they show escaped once.

What a template yields is joined to one text and read by nobody before: that a part of it is markup
need not be told.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, cast

import jinja2
from jinja2.runtime import Context, Macro
from markupsafe import Markup, escape

from carelist.theme import THEME

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, MutableMapping
    from types import CodeType

    from jinja2 import Environment
    from jinja2.environment import TemplateModule

_OURS = str(THEME)
AROUND = ("frame", "words", "view")
"""What the macros of our templates are given besides what they are called with."""


_find_sign = re.compile("[&<>'\"]").search


def show(value: object) -> str:
    """Escape what a template shows, as `markupsafe.escape` does; most of it has no sign for that.

    >>> show("a & b"), show(3), show("a"), show(Markup("<b>"))
    (Markup('a &amp; b'), Markup('3'), 'a', Markup('<b>'))
    """
    kind = type(value)
    if kind is Markup or (kind is str and not _find_sign(cast("str", value))):
        return cast("str", value)
    return escape(value)


class DrawingContext(Context):
    """Calls macros with what they are given, without asking whether they want more."""

    def call(self, called: Any, /, *given: Any, **named: Any) -> Any:  # noqa: ANN401
        """Call what a template calls."""
        if type(called) is not Macro:
            return super().call(called, *given, **named)
        named.pop("_block_vars", None)
        named.pop("_loop_vars", None)
        return called(self.eval_ctx, *given, **named)


class DrawingTemplate(jinja2.Template):
    """Keeps the macros that it made last; those of a theme of somebody's own are made each time."""

    @classmethod
    def from_code(
        cls,
        environment: Environment,
        code: CodeType,
        globals: MutableMapping[str, Any],  # noqa: A002  # as Jinja calls it
        uptodate: Callable[[], bool] | None = None,
    ) -> jinja2.Template:
        """Give what was compiled, which escapes as `show` does."""
        made = super().from_code(environment, code, globals, uptodate)
        made.root_render_func.__globals__["escape"] = show
        return made

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
