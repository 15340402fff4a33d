"""What a build says to whoever builds, in their language."""

from __future__ import annotations

from carelist.speech.own import find_own_locale


def tell(key: str, /, **values: object) -> str:
    """Give a line."""
    return find_own_locale().words("commands").fill(key, **values)
