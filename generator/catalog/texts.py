"""The smallest records: bilingual texts, and the scalars that fields are made of."""

from __future__ import annotations

import datetime
import hashlib
import re
from typing import TYPE_CHECKING, Annotated, Literal, NamedTuple

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from generator.catalog.messages import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

HAN = re.compile(r"[\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af]")
CHINESE_MARK = re.compile(
    r"[\u3001-\u3003\u3008-\u3011\u3014-\u301b\uff01-\uff60]|" + HAN.pattern
)
"""A Chinese character, or punctuation that belongs to Chinese type."""

Path = tuple[str | int, ...]


class Record(BaseModel):
    """A frozen record; unknown keys are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


def find_digest(chinese: str) -> str:
    """Give the first 8 hexadecimal digits of the text's SHA-256, which name its wording."""
    return hashlib.sha256(chinese.encode()).hexdigest()[:8]


def _refuse(kind: Kind, value: object, **values: str) -> PydanticCustomError:
    return PydanticCustomError(kind.value, "refused", {"value": str(value), **values})


def _read(kind: Kind, pattern: str) -> Callable[[object], object]:
    def check(value: object) -> object:
        if isinstance(value, str) and value and not re.fullmatch(pattern, value):
            raise _refuse(kind, value)
        return value

    return check


def _read_date(value: object) -> object:
    if isinstance(value, str):
        try:
            datetime.date.fromisoformat(value)
        except ValueError:
            raise _refuse(Kind.NOT_A_DATE, value) from None
    return value


Line = Annotated[str, StringConstraints(min_length=1)]
SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
Id = Annotated[
    str,
    BeforeValidator(_read(Kind.NOT_AN_ID, SLUG)),
    StringConstraints(min_length=1),
    WithJsonSchema({"type": "string", "pattern": f"^{SLUG}$"}),
]
Number = Annotated[
    int,
    BeforeValidator(_read(Kind.NOT_A_NUMBER, r"[1-9][0-9]{0,5}")),
    WithJsonSchema({"type": "integer", "minimum": 1}),
]
Percentage = Annotated[
    int,
    BeforeValidator(_read(Kind.NOT_A_PERCENTAGE, r"[1-9][0-9]?|100")),
    WithJsonSchema({"type": "integer", "minimum": 1, "maximum": 100}),
]
Date = Annotated[
    str,
    BeforeValidator(_read_date),
    WithJsonSchema({"type": "string", "format": "date"}),
]
FileName = Annotated[str, BeforeValidator(_read(Kind.NOT_A_FILE_NAME, r"[A-Za-z0-9_-]+(\.[a-z]+)?"))]
WebAddress = Annotated[
    str, BeforeValidator(_read(Kind.NOT_AN_ADDRESS, r"(https://|mailto:)[^\s\"'<>]+"))
]


class Place(NamedTuple):
    """A line of the printed table: the one numbered `number`, or the `after`-th line below it."""

    number: int
    after: int = 0

    def __str__(self) -> str:
        return f"{self.number}+{self.after}" if self.after else str(self.number)


def _read_rows(value: object) -> object:
    if not isinstance(value, str):
        return value
    rows: list[int] = []
    for part in value.split(","):
        match = re.fullmatch(r"\s*([1-9]\d{0,5})(?:-([1-9]\d{0,5}))?\s*", part)
        first, last = (int(match[1]), int(match[2] or match[1])) if match else (1, 0)
        if last < first:
            raise _refuse(
                Kind.NOT_A_RANGE, value, what="rows", what_zh="行号", form="'7' or '2, 4-5, 21-32'"
            )
        rows.extend(range(first, last + 1))
    return rows


def _read_places(value: object) -> object:
    if not isinstance(value, str):
        return value
    places: list[Place] = []
    for part in value.split(","):
        below = re.fullmatch(r"\s*([1-9]\d{0,5})\+([1-9]\d?)\s*", part)
        if below:
            places.append(Place(int(below[1]), int(below[2])))
            continue
        try:
            rows = _read_rows(part)
        except PydanticCustomError:
            raise _refuse(
                Kind.NOT_A_RANGE, value, what="places", what_zh="位置", form="'24' or '24-32, 32+2'"
            ) from None
        places.extend(Place(row) for row in rows if isinstance(rows, list))  # type: ignore[union-attr]
    return places


Rows = Annotated[
    tuple[int, ...],
    BeforeValidator(_read_rows),
    WithJsonSchema({"type": ["string", "integer"], "pattern": r"^\s*\d+(-\d+)?(\s*,\s*\d+(-\d+)?)*$"}),
]
"""Numbers of rows, written as `"2, 4-5, 8"`."""
Places = Annotated[
    tuple[Place, ...],
    BeforeValidator(_read_places),
    WithJsonSchema(
        {"type": ["string", "integer"], "pattern": r"^\s*\d+([-+]\d+)?(\s*,\s*\d+([-+]\d+)?)*$"}
    ),
]
"""Lines of the printed table, written as `"24-32, 32+2"`."""


class Text(Record):
    """A text in Chinese and English; the English says from which Chinese it was made."""

    zh: str
    en: str | None = None
    digest: str | None = None
    """First 8 hexadecimal digits of the SHA-256 of the Chinese from which `en` was made."""

    @property
    def english_state(self) -> Literal["fresh", "stale", "missing"]:
        """Whether the English may be shown as the translation of the present Chinese."""
        if not self.en:
            return "missing"
        return "fresh" if self.digest == find_digest(self.zh) else "stale"


def find_texts(value: object, path: Path = ()) -> Iterator[tuple[Path, Text]]:
    """Yield every text of a record, with the path that leads to it."""
    if isinstance(value, Text):
        yield path, value
    elif isinstance(value, Record):
        for name in type(value).model_fields:
            yield from find_texts(getattr(value, name), (*path, name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from find_texts(item, (*path, index))
