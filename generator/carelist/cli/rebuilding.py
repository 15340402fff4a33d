"""`carelist build --watch`: builds after each edit, and stays loaded between builds.

An edit of the list alone is built by this process, which need not load anything for it. All else,
and what is wrong with it, is left to `carelist build` in a process of its own; where the program,
settings, templates or texts have changed, this one begins anew.
"""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from functools import partial
from typing import TYPE_CHECKING

import click

from carelist.cli.builders import find_builder
from carelist.cli.settings import refuse_settings
from carelist.edits import NoEditsError, listen
from carelist.site.again import Again, Came
from carelist.site.circles import ANSWERING, looking
from carelist.site.telling import tell
from carelist.site.unchanged import find_changes, sign_files
from carelist.speech.own import find_own_locale

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from carelist.site.unchanged import Known

WATCH = "--watch"


class Rebuilding:
    """Builds of one project, one after another."""

    def __init__(
        self, configuration: Path, place: Path, options: tuple[str, ...], *, is_strict: bool
    ) -> None:
        """Build nothing yet.

        Args:
            configuration: The settings of the project.
            place: The folder of the site.
            options: Of `carelist build`, but the one that leads here.
            is_strict: Whether a site is given up for a warning.
        """
        self._configuration, self._place, self._is_strict = configuration, place, is_strict
        self._command = (sys.executable, "-m", "carelist", "build", *options)
        self._say = partial(click.echo, err=True)
        self._again = Again(configuration, place, self._say)

    def go_on(self) -> None:
        """Build now, and whenever something is edited, until somebody ends it."""
        try:
            read = self._list_read()
            before = sign_files(read, ())
            if not self._find_changes():
                self._build_whole()
            with looking(ANSWERING), listen(self._list_read()) as wait:
                known = self._find_changes()
                self._say(tell("watching"))
                if known:
                    self._again.prepare(known)
                # Of what nothing is known, something may have been edited while nobody listened.
                if known or sign_files(read, ()) == before or not self._can_be_read():
                    self._go_round(known, wait)
        except NoEditsError:
            sys.exit(1)
        except KeyboardInterrupt:
            return
        self._begin_anew()

    def _go_round(self, known: Known | None, wait: Callable[[], None]) -> None:
        """Build after each edit of the list, until anything else is edited.

        Args:
            known: What is known of the site that stands; None for nothing.
            wait: Waits for an edit.
        """
        while True:
            if known:
                self._build(known)
            wait()
            known = self._find_changes()
            if not known and self._can_be_read():
                return

    def _can_be_read(self) -> bool:
        """Whether the settings can be read, so that a build can begin; if not, that is told."""
        try:
            refuse_settings(self._configuration, find_own_locale(), to_hand_out=False)
        except SystemExit:
            return False
        return True

    def _find_changes(self) -> Known | None:
        project = self._configuration.parent
        return find_changes(project, self._configuration, self._place, is_strict=self._is_strict)

    def _list_read(self) -> list[str]:
        """List the files and folders that the site is made of, as far as that is known."""
        known = self._find_changes()
        if known:
            return [*known.inputs.roots, known.inputs.catalog]
        return [*map(str, find_builder().list_read(self._configuration))]

    def _build(self, known: Known) -> None:
        """Build what has changed of the list, and clear up while nobody waits."""
        if not known.is_list_alone:
            return
        came = self._again.build(known)
        if came is Came.NOTHING:
            self._build_whole()
        elif came is Came.UNSOUND:
            told = (tell("list_unbuildable"), *self._again.problems, tell("site_stays"))
            self._say("\n".join(told))
        gc.unfreeze()  # it was frozen for the processes that shared the work
        gc.collect()

    def _build_whole(self) -> None:
        """Build all that has changed, or tell what is wrong, in a process of its own."""
        subprocess.run(self._command, check=False)  # noqa: S603  # ourselves

    def _begin_anew(self) -> None:
        """Be the program, with its words and templates, as it is now."""
        command = [*self._command, WATCH]
        if sys.platform == "win32":  # which has no way to go on as another program
            sys.exit(subprocess.call(command))  # noqa: S603  # ourselves
        os.execv(sys.executable, command)  # noqa: S606  # no shell is wanted
