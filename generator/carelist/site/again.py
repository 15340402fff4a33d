"""A site built again where only its list has changed: what MkDocs made of the project stands."""

from __future__ import annotations

from contextlib import closing, suppress
from enum import Enum, auto
from importlib import import_module
from typing import TYPE_CHECKING

from jinja2 import TemplateError

from carelist.catalog.reads import noting
from carelist.catalog.watching import watching
from carelist.site.building import Build
from carelist.site.by_hand import read_by_hand
from carelist.site.place import Place
from carelist.site.reading import read_of, take_sheets
from carelist.site.refusals import shorten
from carelist.site.remembering import Memory
from carelist.site.site import Site
from carelist.site.staging import CannotStageError
from carelist.site.telling import tell
from carelist.site.templates import make_environment
from carelist.site.workers import WorkersEndedError
from carelist.theme import THEME

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from jinja2 import Environment

    from carelist.catalog.rebinding import Sheets
    from carelist.site.by_hand import ByHand
    from carelist.site.reading import ListRead
    from carelist.site.settings import Settings
    from carelist.site.unchanged import Known


class Came(Enum):
    """What came of a build without MkDocs."""

    IN_PLACE = auto()
    UNSOUND = auto()
    """Nothing, since the list is not sound."""
    NOTHING = auto()
    """Nothing, since MkDocs would make something else, or anything is wrong on the way."""


class Again:
    """Builds the site of a project without MkDocs, each time that its list has changed."""

    def __init__(self, configuration: Path, place: Path, say: Callable[[str], None]) -> None:
        """Build nothing yet.

        Args:
            configuration: The settings of the project.
            place: The folder of the site.
            say: Tells whoever builds a line.
        """
        self._configuration, self._place, self._say = configuration, place, say
        self._sheets: Sheets | None = None
        self._env: Environment | None = None
        self.problems: tuple[str, ...] = ()
        """All that is wrong with a list that is not sound, a line each."""

    def prepare(self, known: Known) -> None:
        """Load what builds will need, while nobody waits for one.

        Processes that share the work are forked from this one, and would load it each time.
        """
        by_hand = read_by_hand(self._open_memory(known))
        if not by_hand:
            return
        settings = by_hand.read_settings()
        self._read_list(settings)
        self._env = make_environment(settings.themes, settings.open_store("templates"))
        for template in THEME.rglob("*.html"):
            with suppress(TemplateError):  # what MkDocs alone reads may ask for more than we have
                self._env.get_template(template.relative_to(THEME).as_posix())
        import_module("carelist.exports.tables.workbook")

    def build(self, known: Known) -> Came:
        """Build the site of the list as it is now.

        Where nothing comes of it, the site that stands is as it was.

        Args:
            known: What is known of the site that stands.
        """
        memory = self._open_memory(known)
        by_hand = read_by_hand(memory)
        build, self.problems = self._begin(memory, by_hand) if by_hand else (None, ())
        if not build or not by_hand:
            return Came.UNSOUND if self.problems else Came.NOTHING
        with closing(build), suppress(WorkersEndedError, OSError):
            if memory.signature != known.site:  # another build has been waited for
                return Came.NOTHING
            build.take_by_hand(by_hand)
            build.start_kit()
            build.gather()
            if not build.finish():
                build.settle()
                settings = by_hand.read_settings()
                if not settings.has_address:
                    self._say(tell("without_address", file=shorten(settings.file)))
                self._say(tell("site_in_place", place=self._place.absolute()))
                build.remember(known.inputs)
                return Came.IN_PLACE
        return Came.NOTHING

    def _open_memory(self, known: Known) -> Memory:
        configuration = self._configuration
        memory = Memory(configuration.parent, configuration, self._place, is_kept=True)
        memory.signature, memory.env = known.site, self._env
        return memory

    def _read_list(self, settings: Settings) -> ListRead:
        self._sheets = self._sheets or take_sheets(settings)
        return read_of(settings, self._sheets)

    def _begin(self, memory: Memory, by_hand: ByHand) -> tuple[Build | None, tuple[str, ...]]:
        """Begin to build, or say what is wrong; neither where MkDocs would make something else."""
        settings = by_hand.read_settings()
        told = self._read_list(settings)
        if not told.catalog:
            return None, told.problems
        site = Site.of(told.catalog, Place(**by_hand.place), is_measured=by_hand.is_measured)
        with watching(), noting():  # what is found is kept with its note, and not found again
            if not by_hand.fits(site):
                return None, ()
        try:
            waits = tell("build_waits", place=memory.place)
            return Build(site, settings, memory, told, lambda: self._say(waits)), ()
        except CannotStageError:
            return None, ()
