"""The options of the plugin in mkdocs.yml."""

from __future__ import annotations

from mkdocs.config.base import Config
from mkdocs.config.config_options import Choice, Type

ELSEWHERE = "elsewhere"


class CarelistConfig(Config):
    """Options of the plugin in mkdocs.yml."""

    catalog = Type(str, default="catalog")
    """The folder of the list, relative to mkdocs.yml."""
    offline = Type(bool, default=True)
    """Whether pages may be kept for reading offline; false removes what readers have kept."""
    typeset = Choice((True, False, ELSEWHERE), default=True)
    """Whether pictures and posters are made; without them pages can be looked at sooner, and offer
    none. `elsewhere`: pages offer those that another build of the same list makes."""
    preview = Type(bool, default=False)
    """Whether the site is only looked at: then it shows edits that are not ready to be published,
    and says so on every page."""
