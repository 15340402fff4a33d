"""How templates are read: all that they show is escaped, and no name goes undefined."""

from __future__ import annotations

import hashlib
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jinja2
from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from carelist.site.drawing import DrawingContext, DrawingTemplate
from carelist.site.icons import FOLDERS
from carelist.site.scripts import address_import, minify_inline

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, MutableMapping

    from jinja2.bccache import Bucket

    from carelist.store import Store


class CompiledTemplates(BytecodeCache):
    """Keeps what is compiled of templates in a store."""

    def __init__(self, store: Store) -> None:
        """Keep it under the digest of all that it depends on: this file, too, has options."""
        self._store = store
        versions = f"{sys.version} {jinja2.__version__} "
        self._basis = versions.encode() + Path(__file__).read_bytes()

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a bucket what is kept for it."""
        kept = self._store.find(self._name_key(bucket))
        if kept:
            bucket.bytecode_from_string(kept.read_bytes())

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what a bucket was given."""
        self._store.keep(self._name_key(bucket), bucket.bytecode_to_string())

    def _name_key(self, bucket: Bucket) -> str:
        template = f"{bucket.key} {bucket.checksum} ".encode()
        return hashlib.sha256(template + self._basis).hexdigest()


def make_environment(folders: Iterable[Path], store: Store) -> Environment:
    """Read templates and icons from folders, the first first; keep what is compiled in a store.

    `inline` gives them the scripts that stand beside them, `drawing` the drawings of icons.
    """
    environment = _Environment(
        loader=FileSystemLoader([str(folder) for folder in folders]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=CompiledTemplates(store),
    )
    environment.globals["inline"] = _make_inline(environment)
    environment.globals["drawing"] = _make_drawing(environment)
    return environment


class _Environment(Environment):
    """Makes macros as drawing.py says."""

    template_class = DrawingTemplate
    context_class = DrawingContext

    def __init__(self, **options: Any) -> None:  # noqa: ANN401  # as Jinja knows them
        super().__init__(**options)
        self._found: dict[str, Template] = {}

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002  # as Jinja calls it
    ) -> Template:
        """Give a template, which stays as it was first read; a page asks for forty."""
        if isinstance(name, Template) or globals:
            return super().get_template(name, parent, globals)
        if name not in self._found:
            self._found[name] = super().get_template(name, parent)
        return self._found[name]


def _make_drawing(environment: Environment) -> Callable[[str], Markup]:
    @cache
    def draw(name: str) -> Markup:
        """Give the drawing of an icon, which stands on many pages."""
        files = [f"{folder}/{name}.svg" for folder in FOLDERS]
        return Markup(environment.select_template(files).render())  # noqa: S704

    return draw


def _make_inline(environment: Environment) -> Callable[..., Markup]:
    @cache
    def read(name: str) -> str:
        loader = environment.loader
        return minify_inline(loader.get_source(environment, name)[0]) if loader else ""

    def inline(name: str, module: str = "") -> Markup:
        """Give a script as a page has it inside.

        Args:
            name: Its file, from the folder of templates.
            module: Where the page finds the module that the script imports.
        """
        script = read(name)
        return Markup(address_import(script, module) if module else script)  # noqa: S704

    return inline
