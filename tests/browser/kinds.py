"""The kinds of page that there are, one of each, in both locales."""

from __future__ import annotations

PATHS = (
    "",
    "services/",
    "services/disability-education/",
    "services/mental-health-in-care/",
    "audiences/",
    "pillars/",
    "pillars/development/",
    "departments/",
    "departments/civil-affairs/",
    "notice/",
    "revisions/",
    "revisions/2025/",
    "revisions/2025/services/disability-education/",
    "readings/",
    "join/",
    "report/",
    "search/",
    "check/",
    "check/rules/",
    "situations/",
    "situations/autism/",
    "print/",
    "about/",
    "accessibility/",
    "data/",
    "measurements/",
    "offline/",
    "kit/",
    "kit/pillars/health/",
)
ADDRESSES = tuple(prefix + path for prefix in ("", "en/") for path in PATHS)
UNKNOWN = ("services/nothing/", "en/services/nothing/")


def find_language(address: str) -> str:
    """The language that an address is in."""
    return "en" if address.startswith("en/") else "zh-Hans"


def switch_language(address: str) -> str:
    """The same page in the other language."""
    return address.removeprefix("en/") if address.startswith("en/") else f"en/{address}"
