"""The theme of every site: templates with their style sheets, scripts, images, icons.

MkDocs finds it by its entry point; what else needs the folder asks for it here.
"""

from importlib.util import find_spec
from pathlib import Path

THEME = Path(__file__).parent
_ASSETS = ("images/", "scripts/")
_DECLARATIONS = ".d.mts"
"""Of types, for the check of the scripts."""


def find_more_icons() -> tuple[Path, ...]:
    """Give the folder of templates that has all of Material Design Icons, where it is installed."""
    material = find_spec("material")
    return (Path(material.origin).parent / "templates",) if material and material.origin else ()


def is_asset(name: str) -> bool:
    """Whether a file of a theme is published as it stands, or nearly, by its path below it."""
    return name.startswith(_ASSETS) and not name.endswith(_DECLARATIONS)
