"""Which locale the person at the keyboard speaks, as far as the system or an option says."""

from __future__ import annotations

import locale
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from carelist.speech.locales import SHIPPED_LOCALES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from carelist.speech.locales import Locale, Locales


_CHOSEN: list[Locale] = []
"""The locale that an option of the running command names; what it calls need not be handed it."""


@contextmanager
def speak(chosen: Locale | None) -> Iterator[None]:
    """Have a locale be that of the user for a while; None leaves it to the system."""
    _CHOSEN.extend([chosen] if chosen else [])
    try:
        yield
    finally:
        del _CHOSEN[len(_CHOSEN) - bool(chosen) :]


def find_own_locale(
    locales: Locales = SHIPPED_LOCALES,
    environment: Mapping[str, str] = os.environ,
    system: str | None = None,
) -> Locale:
    """Give the locale of the user: as chosen, or as POSIX orders the variables that name it.

    Where none is set (Windows), what `system` names decides, or else the running locale. Who speaks
    none of the locales is answered in the one that is for others.
    """
    if _CHOSEN:
        return _CHOSEN[-1]
    names = (environment.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    native = system if system is not None else locale.getlocale()[0] or ""
    named = next((name for name in names if name), native).lower()
    spoken = (one for one in locales if named.startswith(_list_names(one)))
    return next(spoken, locales.for_others)


def _list_names(spoken: Locale) -> tuple[str, ...]:
    """List what systems call a language: by its tag, or on Windows in English."""
    return spoken.tag.partition("-")[0], spoken.english_name.lower()
