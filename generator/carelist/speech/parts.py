"""A locale's record, and its parts."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

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
    """A part of a record: frozen; unknown keys are refused. Made ready when one is read."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


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


class LocaleRecord(Part):
    """locale.yml: how a language is written."""

    language: str
    """Of the pages, as the value of `lang` in HTML; it may say more than the tag, as `zh-Hans`."""
    direction: Literal["ltr", "rtl"] = "ltr"
    name: str
    """Of the language, in itself: what leads to its pages."""
    open_graph: str
    """What Open Graph calls it (`og:locale`), as `en_GB`."""
    cldr: Annotated[str, AfterValidator(check_cldr)]
    """What CLDR calls it, by which dates, lists and plurals are written, as `zh_Hans_CN`."""
    for_others: bool = False
    """Whether commands answer so to whoever speaks none of the locales."""
    quotes: tuple[str, str]
    """Before and after what is quoted."""
    comma: str
    """Between names that are put side by side without a word between the last two."""
    space: str
    """Between two sentences, and in place of a line's end in a title."""
    region: str | None = None
    """Whose forms of characters are printed, as `CN`; none where that makes no difference."""
    limits: Limits = Limits()
    frame: FrameSize = FrameSize()
    letters: Letters = Letters()
    fonts: tuple[str, ...] = ()
    """Files beside the record (OpenType) that print what the fonts of the program lack."""
    numbers: Literal["chinese", "english", "figures"] = "figures"
    """How numbers stand in its texts: in its own words too, or in figures alone."""
    search: Literal["han", "pairs", "latin"]
    """How its words are cut for the search: Chinese in pairs of characters, which are found by
    their sound and in traditional forms too; another script in such pairs; or Latin at what is no
    letter."""

    def __getstate__(self) -> dict[Any, Any]:
        """Be kept as a record, without words and what CLDR says, which are found again."""
        state = super().__getstate__()
        fields = type(self).model_fields.keys()
        kept = {name: value for name, value in state["__dict__"].items() if name in fields}
        return state | {"__dict__": kept}
