"""Addresses of pages, and names that last for ever, as files of the list write them."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import BeforeValidator

from carelist.catalog.kinds import Kind
from carelist.catalog.texts import Line, fits, is_day, refuse, schema

_ADDRESS = r"(?:https://|mailto:)(?:[^\s\"'<>{}]|\{page\}|\{revision\})+"
_LINK = r"https?://[^\s\"'<>{}]+"
_LABEL = r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?"
_AUTHORITY = rf"(?:[a-z0-9._-]+@)?{_LABEL}(?:\.{_LABEL})+"
_DAY = r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?"
_TAG = rf"tag:{_AUTHORITY},({_DAY}):[a-z0-9]+(?:[._-][a-z0-9]+)*"

WebAddress = Annotated[Line, fits(Kind.NOT_AN_ADDRESS, _ADDRESS), schema(_ADDRESS)]
Link = Annotated[Line, fits(Kind.NOT_A_LINK, _LINK), schema(_LINK)]
"""The address of a page elsewhere."""


def _read_tag(value: object) -> object:
    if isinstance(value, str) and value:
        match = re.fullmatch(_TAG, value)
        if match is None or not is_day(f"{match[1]}-01-01"[:10]):
            raise refuse(Kind.NOT_A_TAG, value)
    return value


Tag = Annotated[Line, BeforeValidator(_read_tag), schema(_TAG)]
"""A name for ever (RFC 4151), as `tag:list.example.org,2026-01-31:care`; it leads nowhere."""
