"""The parts of a locale's record."""

from __future__ import annotations

import re
from typing import Annotated

import babel
from pydantic import AfterValidator, BaseModel, ConfigDict
from pydantic_core import PydanticCustomError


def _check_letters(letters: str) -> str:
    try:
        re.compile(f"[{letters}]" if letters else "")
    except re.error:
        raise PydanticCustomError("not_letters", "no letters", {"value": letters}) from None
    return letters


def check_cldr(name: str) -> str:
    """Give what CLDR calls a language, where it has one of that name."""
    try:
        babel.Locale.parse(name)
    except (ValueError, babel.UnknownLocaleError):
        raise PydanticCustomError("not_in_cldr", "unknown", {"value": name}) from None
    return name


LetterSet = Annotated[str, AfterValidator(_check_letters)]
"""Single letters and ranges, as between the brackets of a regular expression."""


class Part(BaseModel):
    """A part of a record: frozen; unknown keys are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Letters(Part):
    """How a text of the language is told from one that stands in its place by mistake."""

    holds: LetterSet = ""
    """Of which every text has one; empty where nothing is asked."""
    lacks: LetterSet = ""
    """Of which no text has any; empty where nothing is refused."""

    def find_stranger(self, text: str) -> str:
        """Give what a text has and should not have; empty where there is nothing."""
        found = re.search(f"[{self.lacks}]", text) if self.lacks else None
        return found[0] if found else ""

    def has_own(self, text: str) -> bool:
        """Whether a text has what every text of the language has."""
        return not self.holds or re.search(f"[{self.holds}]", text) is not None

    def describe(self) -> dict[str, str]:
        """Give it as JSON Schema has it."""
        if self.holds:
            return {"pattern": f"[{self.holds}]"}
        return {"pattern": f"^[^{self.lacks}]+$"} if self.lacks else {}


class Limits(Part):
    """How many characters words for a channel may have.

    A short message of 70 is charged as one (GSM 03.38 in UCS-2; 160 in its own alphabet); a
    loudspeaker reads about four Chinese characters a second, 120 in half a minute.
    """

    wechat: int = 1000
    weibo: int = 140
    sms: int = 70
    speaker: int = 120


class FrameSize(Part):
    """What tells how high a frame on another site must be for a text."""

    letter: float = 1.08
    """The width of a letter, as a part of its size, with what breaking lines leaves over."""
    rest: int = 320
    """Pixels of all but the texts: the most that the built pages have, so that nothing is cut."""
