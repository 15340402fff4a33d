"""Templates draw what Jinja draws, and make macros once a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelist.site.templates import make_environment
from carelist.store import Store
from carelist.theme import THEME
from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

if TYPE_CHECKING:
    from pathlib import Path

TEMPLATES = {
    "partials/macros.html": (
        "{% macro tag(text, end='.') %}<b>{{ text }}{{ end }}{{ word }}</b>{% endmacro %}"
        "{% macro around() %}<i>{{ caller() }}</i>{% endmacro %}"
        "{% macro any() %}{{ varargs }}{{ kwargs }}{% endmacro %}"
    ),
    "page.html": (
        "{% import 'partials/macros.html' as macros with context %}"
        "{{ macros.tag(text) }}{{ macros.tag(text, '<') }}{{ macros.tag(end='>', text=safe) }}"
        "{% call macros.around() %}{{ text }}{% endcall %}{{ macros.any(text, a=safe) }}"
        "{% set kept %}{{ text }}{{ safe }}{% endset %}{{ kept }}{{ kept ~ text }}{{ number }}"
    ),
}
VALUES = {"text": "<a> & \"b\" 'c'", "safe": Markup("<em>é</em>"), "number": 3, "word": "&"}


def write(folder: Path) -> None:
    """Write the templates into a folder."""
    for name, text in TEMPLATES.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def test_what_is_drawn_is_what_jinja_draws(tmp_path: Path) -> None:
    """Texts escaped, what is safe as it stands, macros called in every way."""
    write(tmp_path)
    ours = make_environment([tmp_path], Store(tmp_path / "store"))
    plain = Environment(
        loader=ours.loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
    drawn = ours.get_template("page.html").render(VALUES)
    assert drawn == plain.get_template("page.html").render(VALUES)
    assert "<a>" not in drawn


def test_macros_are_made_anew_for_another_page(tmp_path: Path) -> None:
    """They speak with the frame and the words of theirs; those of a theme of one's own, ever."""
    ours = make_environment([THEME], Store(tmp_path / "store"))
    texts = ours.get_template("partials/texts.html")
    first, second = ({"frame": object(), "words": {}, "view": None} for _ in range(2))
    made = texts.make_module(first)
    assert texts.make_module(first) is made
    assert texts.make_module(second) is not made
    write(tmp_path)
    own = make_environment([tmp_path], Store(tmp_path / "store")).get_template("page.html")
    assert own.make_module(VALUES) is not own.make_module(VALUES)
