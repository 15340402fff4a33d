"""The repository of a new portal: its places, its workflows, what whoever keeps it reads first."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from carelist.catalog.json_writing import to_json
from carelist.catalog.schema import describe_record
from carelist.catalog.texts import find_digest
from carelist.catalog.yaml_writing import write_yaml
from carelist.portal.divisions import find_level
from carelist.portal.loading import FILE
from carelist.portal.records import Places
from carelist.speech.comments import write_comment
from carelist.speech.locales import SOURCE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from carelist.catalog.yaml_writing import Value
    from carelist.speech.locales import Locale, Locales

SCHEMA = "schema/places.schema.json"
"""By which editors help with places.yml."""
SKELETON = Path(__file__).with_name("skeleton")
AS_THEY_STAND = {
    "Makefile": "Makefile",
    "place.yml": "place.yml",
    "gitignore": ".gitignore",
    "github/publish.yml": ".github/workflows/publish.yml",
    "gitlab-ci.yml": ".gitlab-ci.yml",
}
"""Files of the skeleton, and what they are called in a repository."""


class Beginning(NamedTuple):
    """What a portal begins with."""

    id: str
    """Of the place that all others are in."""
    name: Mapping[str, str]
    """Of that place, by the tags of locales."""
    code: str
    url: str
    """Where the portal is to be published."""


def begin_portal(beginning: Beginning, locales: Locales) -> Iterator[tuple[str, str]]:
    """Yield each file of a new portal with its path, but for the catalog of its first place."""
    for name, path in AS_THEY_STAND.items():
        yield path, (SKELETON / name).read_text(encoding="utf-8")
    yield "docs/.gitkeep", ""
    yield "requirements.txt", f"carelist=={version('carelist')}\n"
    yield FILE, _write_places(beginning, locales)
    yield SCHEMA, to_json(describe_record(Places, locales))
    for locale in locales:
        name = "README.md" if locale == locales.default else f"README.{locale.tag}.md"
        text = (SKELETON / f"README.{locale.tag}.md").read_text(encoding="utf-8")
        yield name, text.replace("@name@", _name_portal(beginning, locale))


def _name_portal(beginning: Beginning, locale: Locale) -> str:
    return locale.words("portal").fill("new_name", area=beginning.name[locale.tag])


def _write_places(beginning: Beginning, locales: Locales) -> str:
    def make(key: str) -> Value:
        return _make_text(
            {
                one.tag: one.words("portal").fill(key, area=beginning.name[one.tag])
                for one in locales
            }
        )

    area = _make_text({one.tag: beginning.name[one.tag] for one in locales})
    place: Value = {
        "id": beginning.id,
        "name": area,
        "level": find_level(beginning.code),
        "code": beginning.code,
        "source": f"places/{beginning.id}/catalog",
    }
    content: dict[str, Value] = {
        "name": make("new_name"),
        "area": area,
        "purpose": make("new_purpose"),
        "locales": [one.tag for one in locales],
        "url": beginning.url,
        "places": [place],
    }
    schema = f"# yaml-language-server: $schema={SCHEMA}\n"
    return write_yaml(content, f"{schema}{write_comment('places')}\n")


def _make_text(words: Mapping[str, str]) -> Value:
    source = words[SOURCE.tag]
    return {**words, **({"digest": find_digest(source)} if len(words) > 1 else {})}
