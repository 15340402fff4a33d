"""What every change is: of a kind, major or minor, of some services, and able to apply itself."""

from __future__ import annotations

from abc import ABC, abstractmethod
from functools import reduce
from typing import TYPE_CHECKING

from carelist.revisions.content import tidy

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carelist.revisions.content import Content, Path
    from carelist.revisions.describing import Description
    from carelist.revisions.kinds import ChangeKind
    from carelist.revisions.naming import Names


class Change(ABC):
    """One difference between two revisions."""

    @property
    @abstractmethod
    def kind(self) -> ChangeKind:
        """What sort of difference it is."""

    @property
    def is_major(self) -> bool:
        """Whether it changes what a family can have, who can, how, or whom they ask."""
        return self.kind.is_major

    @property
    def concerns(self) -> tuple[str, ...]:
        """The ids of the services it concerns, those of the later revision first."""
        return ()

    @abstractmethod
    def apply(self, content: Content) -> Content:
        """Give the content with the change made."""

    @abstractmethod
    def describe(self, names: Names) -> Description:
        """Give what there is to tell of it, with the names of both its sides."""


class OfService(Change):
    """A change inside one service that goes on."""

    service: str

    @property
    def concerns(self) -> tuple[str, ...]:
        """The service."""
        return (self.service,)

    @property
    def path(self) -> Path:
        """Where the service stands."""
        return ("rows", "services", self.service)


def apply_changes(changes: Iterable[Change], content: Content) -> Content:
    """Make changes, as found from that content to another: what comes of it is that other."""
    return tidy(reduce(lambda made, change: change.apply(made), changes, content))
