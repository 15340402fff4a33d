"""The smallest records: texts in several languages, and the scalars that fields are made of."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal, NamedTuple

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainValidator,
    StringConstraints,
    WithJsonSchema,
    model_serializer,
)
from pydantic_core import PydanticCustomError

from carelist.catalog.kinds import Kind
from carelist.speech.locales import SOURCE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from carelist.speech.locales import Locale, Locales

HAN = re.compile(r"[\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af]")
MOST_ROWS = 100_000
"""More rows than any list has."""

Path = tuple[str | int, ...]


class Record(BaseModel):
    """A frozen record; unknown keys are refused. It is made ready where one is first read."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


@lru_cache(maxsize=1 << 14)
def find_digest(source: str) -> str:
    """Give the first 8 hexadecimal digits of the text's SHA-256, which name its wording."""
    return hashlib.sha256(source.encode()).hexdigest()[:8]


def refuse(kind: Kind, value: object) -> PydanticCustomError:
    """Give the error of a value, told by a kind of its own."""
    return PydanticCustomError(kind.value, "refused", {"value": str(value)})


def fits(kind: Kind, pattern: str) -> BeforeValidator:
    """Give the check that a text is of a pattern; other shapes are told by pydantic."""

    def check(value: object) -> object:
        if isinstance(value, str) and value and not re.fullmatch(pattern, value):
            raise refuse(kind, value)
        return value

    return BeforeValidator(check)


def is_day(value: str) -> bool:
    """Whether a text is a day of the calendar."""
    try:
        return dt.date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _read_date(value: object) -> object:
    if isinstance(value, str) and value and not is_day(value):
        raise refuse(Kind.NOT_A_DATE, value)
    return value


def schema(pattern: str, kind: str = "string") -> WithJsonSchema:
    """Give what editors are told of a text of a pattern."""
    return WithJsonSchema({"type": kind, "pattern": f"^{pattern}$"})


Line = Annotated[str, StringConstraints(min_length=1)]
SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
FACT = r"[a-z0-9]+(?:[-_][a-z0-9]+)*"
NEW = "new-"
"""Begins the ids that an intake gives, and that a clerk replaces before the list is published."""
PROVISIONAL = re.compile(rf"{NEW}(?:[a-z]+-)?[0-9]+")
"""The ids that an intake gives to what last year's list did not have."""
DIGEST = r"[0-9a-f]{8}"
Digest = Annotated[Line, fits(Kind.NOT_A_DIGEST, DIGEST), schema(DIGEST)]
_FILE_NAME = r"[A-Za-z0-9_-]{1,60}(?:\.[a-z]{1,8})?"
Id = Annotated[Line, fits(Kind.NOT_AN_ID, SLUG), schema(SLUG)]
ColumnName = Annotated[Line, fits(Kind.NOT_AN_ID, SLUG), schema(SLUG)]
_TARGET = rf"{SLUG}(?:/{SLUG})?"
Target = Annotated[Line, fits(Kind.NOT_AN_ID, _TARGET), schema(_TARGET)]
"""A service, or one of its clauses as `service/clause`."""
FactId = Annotated[Line, fits(Kind.NOT_A_FACT, FACT), schema(FACT)]
Icon = Annotated[Line, fits(Kind.NOT_AN_ICON, SLUG), schema(SLUG)]
Number = Annotated[
    int,
    fits(Kind.NOT_A_NUMBER, r"[1-9][0-9]{0,5}"),
    WithJsonSchema({"type": "integer", "minimum": 1, "maximum": 999_999}),
]
Switch = Annotated[bool, fits(Kind.NOT_A_SWITCH, "true|false"), WithJsonSchema({"type": "boolean"})]
CERTAIN = 100
"""Of a percentage that says how sure something is."""
Percentage = Annotated[
    int,
    fits(Kind.NOT_A_PERCENTAGE, r"[1-9][0-9]?|100"),
    WithJsonSchema({"type": "integer", "minimum": 1, "maximum": 100}),
]
Date = Annotated[
    Line,
    BeforeValidator(_read_date),
    WithJsonSchema({"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}),
]
FileName = Annotated[Line, fits(Kind.NOT_A_FILE_NAME, _FILE_NAME), schema(_FILE_NAME)]


class Place(NamedTuple):
    """A line of the printed table: the one numbered `number`, or the `after`-th line below it."""

    number: int
    after: int = 0

    def __str__(self) -> str:
        return f"{self.number}+{self.after}" if self.after else str(self.number)


_NUMBERED = "[1-9][0-9]{0,5}"
_PART = re.compile(rf"\s*(?:({_NUMBERED})(?:-({_NUMBERED})|\+({_NUMBERED}))?|0\+({_NUMBERED}))\s*")
"""One line or a range; 0+1 is the first line of the table, where no service stands in it."""


def _read_parts(value: str) -> Iterator[tuple[int, int, int]]:
    """Yield the first and last number of each part, and the lines after it; a last of 0: wrong."""
    for part in value.split(","):
        match = _PART.fullmatch(part)
        if match is None:
            yield 1, 0, 0
        else:
            first = int(match[1] or 0)
            yield first, int(match[2] or first), int(match[3] or match[4] or 0)


def _read_range(value: object, *, with_after: bool, refusal: Callable[[object], Exception]) -> Any:  # noqa: ANN401  # pydantic takes it on
    if value == "":
        return ""
    if not isinstance(value, str):
        raise refusal("[…]")
    places: list[Place] = []
    for first, last, after in _read_parts(value):
        if last < first or (after and not with_after) or last - first + len(places) > MOST_ROWS:
            raise refusal(value)
        places.extend(Place(row, after) for row in range(first, last + 1))
    return places


def _read_rows(value: object) -> object:
    places = _read_range(
        value,
        with_after=False,
        refusal=lambda shown: refuse(Kind.NOT_ROWS, shown),
    )
    return [place.number for place in places] if places else places


def _read_places(value: object) -> object:
    return _read_range(
        value,
        with_after=True,
        refusal=lambda shown: refuse(Kind.NOT_PLACES, shown),
    )


_PARTS = r"\s*[1-9]\d*(-[1-9]\d*)?\s*"
_PLACES = r"\s*([1-9]\d*([-+][1-9]\d*)?|0\+[1-9]\d*)\s*"
Rows = Annotated[tuple[int, ...], BeforeValidator(_read_rows), schema(f"{_PARTS}(,{_PARTS})*")]
"""Numbers of rows, written as `"2, 4-5, 8"`."""
Places = Annotated[
    tuple[Place, ...], BeforeValidator(_read_places), schema(f"{_PLACES}(,{_PLACES})*")
]
"""Lines of the printed table, written as `"24-32, 32+2"`."""


class Open(Record):
    """A record that holds something of one kind under keys of its own, beside its fields."""

    model_config = ConfigDict(extra="allow")
    holds: ClassVar[object] = str
    """What stands under such a key."""


class ByLocale(Open):
    """A record that holds something for each locale, under its tag, beside its own fields.

    Which tags there may be, the locales of a catalog say: `bind` refuses others.
    """

    def get(self, locale: Locale) -> Any:  # noqa: ANN401  # those below say what it is
        """Give what stands under the tag of a locale; None where nothing does."""
        return (self.model_extra or {}).get(locale.tag)


State = Literal["fresh", "stale", "missing"]
"""Of a translation: it follows the present source, an earlier one, or there is none."""
Digests = tuple[tuple[str, str], ...]


def _read_digest(value: object) -> object:
    """Take a digest for all translations, or one for each by its tag; both are checked later."""
    if isinstance(value, dict) and value and all(isinstance(one, str) for one in value.values()):
        return tuple(value.items())
    if value is None or isinstance(value, tuple) or (isinstance(value, str) and value):
        return value
    raise PydanticCustomError("string_type", "a digest is a text")


_ONE_DIGEST: dict[str, Any] = {"type": "string", "pattern": f"^{DIGEST}$"}
_DIGESTS = WithJsonSchema(
    {"anyOf": [_ONE_DIGEST, {"type": "object", "additionalProperties": _ONE_DIGEST}]}
)


class Text(ByLocale):
    """A text of the source, with its translations; each says from which source it was made.

    >>> Text(zh="住房", en="Housing", digest="65024b83").write(find_locale("en"))
    'Housing'
    """

    __pydantic_extra__: dict[str, Line] = Field(init=False)

    source: Annotated[Line, Field(alias=SOURCE.tag)]
    digest: Annotated[str | Digests | None, PlainValidator(_read_digest), _DIGESTS] = None
    """First 8 hexadecimal digits of the SHA-256 of the source from which all translations were
    made, or each of them by its tag."""

    @model_serializer
    def _serialize(self) -> dict[str, object]:
        """Give it as YAML has it."""
        digest = dict(self.digest) if isinstance(self.digest, tuple) else self.digest
        return {SOURCE.tag: self.source, **(self.model_extra or {}), "digest": digest}

    def find(self, locale: Locale) -> str:
        """Give the text in a locale, whatever it was made from; empty where there is none."""
        return self.source if locale.is_source else self.get(locale) or ""

    def find_digest(self, locale: Locale) -> str:
        """Give the digest of the source that a translation was made from; empty without one."""
        if isinstance(self.digest, tuple):
            return dict(self.digest).get(locale.tag, "")
        return self.digest or ""

    def find_state(self, locale: Locale) -> State:
        """Whether what a locale has may be shown as the translation of the present source."""
        if locale.is_source:
            return "fresh"
        if not self.find(locale):
            return "missing"
        return "fresh" if self.find_digest(locale) == find_digest(self.source) else "stale"

    @classmethod
    def join(cls, texts: Sequence[Text], locales: Locales) -> Text:
        """Join texts to one, with the translations of which every part follows its source."""
        source = locales.source.space.join(text.source for text in texts)
        translations = {
            locale.tag: locale.space.join(text.find(locale) for text in texts)
            for locale in locales.translations
            if all(text.find_state(locale) == "fresh" for text in texts)
        }
        return cls(**{SOURCE.tag: source, **translations, "digest": find_digest(source)})

    def write(self, locale: Locale) -> str:
        """Give it where no mark can stand: a translation only as long as it follows the source."""
        return self.find(locale) if self.find_state(locale) == "fresh" else self.source


class PrintedText(Text):
    """Words as the list prints them: those without any of its language stand in all as they are.

    >>> PrintedText(zh="0599-6811234").write(find_locale("en"))
    '0599-6811234'
    """

    @property
    def is_plain(self) -> bool:
        """Whether it holds no word: a telephone number, an amount, an address of the web."""
        return not HAN.search(self.source)

    def find(self, locale: Locale) -> str:
        """Give it in a locale; what holds no word is the same in all of them."""
        return super().find(locale) or (self.source if self.is_plain else "")

    def find_state(self, locale: Locale) -> State:
        """What holds no word needs no translation."""
        return "fresh" if self.is_plain and not self.get(locale) else super().find_state(locale)
