"""The departments of a service by their roles, as pages, posters and sheets show them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from carelist.catalog.records import Service
    from carelist.catalog.revision import Revision

Role = Literal["departments", "leading", "supporting"]
"""`departments` where the list does not tell roles apart."""


class RoleGroup(NamedTuple):
    """Departments in one role."""

    role: Role
    departments: tuple[str, ...]
    """Their ids, in printed order."""


def list_roles(revision: Revision, service: Service) -> tuple[RoleGroup, ...]:
    """Give the departments of a service, those that lead before those that support.

    None where the list names nobody; one group where no service of the list tells roles apart.
    """
    if not revision.tells_roles:
        groups = (RoleGroup("departments", service.departments),)
        return groups if service.departments else ()
    supporting = tuple(name for name in service.departments if name in service.supporting)
    both = RoleGroup("leading", service.leading), RoleGroup("supporting", supporting)
    return tuple(group for group in both if group.departments)
