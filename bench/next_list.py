"""Lists of the next year, made of a real one at random: what it drops, adds, parts, joins, moves.

The copy of such a notice is sound: each cell is printed where it stands.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from carelist.catalog.texts import find_digest

from bench.variants import SCRAPS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from random import Random

    from carelist.catalog.revision import Catalog

Plain = dict[str, Any]
HEAD = ("", "序号", "服务对象", "服务项目", "任务内容", "责任部门")
OPENING = ("number", "title", "addressees", "opening")
ENDING = ("disclosure", "signatory", "colophon", "table_title")
DEEDS_A_YEAR = (1, 2, 3, 5, 8)


class NothingToChangeError(Exception):
    """The list has nothing of the kind that was to be changed."""


@dataclass
class NextList:
    """The files of a year's list as plain values, while they are changed."""

    catalog: Catalog
    services: Plain
    """What services.yml holds."""
    notice: Plain
    """What notice.yml holds."""
    rng: Random

    @property
    def rows(self) -> list[Plain]:
        """The services, in the order of the list."""
        rows: list[Plain] = self.services["services"]
        return rows

    def choose(self, among: list[Plain]) -> Plain:
        """Choose one.

        Raises:
            NothingToChangeError: If there is none.
        """
        if not among:
            raise NothingToChangeError
        return self.rng.choice(among)

    def change(self) -> list[str]:
        """Change the list in some ways; give the names of what was done."""
        done = []
        for _ in range(self.rng.choice(DEEDS_A_YEAR)):
            deed = self.rng.choice(DEEDS)
            try:
                deed(self)
            except NothingToChangeError:
                continue
            done.append(deed.__name__)
        self._number()
        return done

    def _number(self) -> None:
        """Number the services anew, those of a pillar together."""
        pillars = list(self.catalog.pillars)
        self.rows.sort(key=lambda service: pillars.index(service["pillar"]))
        for number, service in enumerate(self.rows, 1):
            service["number"] = str(number)

    def write_copy(self) -> str:
        """Write the copy of the notice, sound in every cell."""
        texts = [self.notice[name] for name in OPENING]
        texts += [measure["text"] for measure in self.notice["measures"]]
        texts += [self.notice[name] for name in ENDING]
        return "\n\n".join([*(text["zh"] for text in texts), "\n".join(self._list_lines())]) + "\n"

    def _list_lines(self) -> Iterator[str]:
        """Yield the lines of the table."""
        yield f"| {' | '.join(HEAD)} |"
        yield "|----|----|----|----|----|----|"
        names = {
            key: {entry["id"]: entry["name"]["zh"] for entry in self.services[key]}
            for key in ("audiences", "groups")
        }
        departments = self.catalog.departments
        for service in self.rows:
            bodies = (departments[name] for name in service["departments"])
            cells = (
                self.catalog.pillars[service["pillar"]].name.source,
                service["number"],
                names["audiences"][service["audience"]],
                names["groups"][service["group"]],
                "".join(clause["text"]["zh"] for clause in service["clauses"]),
                " ".join(body.printed.table or body.name.source for body in bodies),
            )
            yield f"| {' | '.join(cells)} |"

    def write(self, copy: Path) -> None:
        """Write the copy of the notice to a file."""
        copy.write_text(self.write_copy(), encoding="utf-8")


def make_text(zh: str, en: str) -> Plain:
    """Give a text whose English is that of its Chinese."""
    return {"zh": zh, "en": en, "digest": find_digest(zh)}


def _choose_long(draft: NextList) -> Plain:
    """Choose a service of several clauses."""
    return draft.choose([service for service in draft.rows if len(service["clauses"]) > 1])


def _make_clause(draft: NextList) -> Plain:
    number = draft.rng.randrange(1000, 10_000)
    return {
        "id": f"promise-{number}",
        "title": make_text(f"第{number}号帮助", f"Help no. {number}"),
        "how": "ask",
        "text": make_text(f"为流动儿童提供第{number}号帮助。", f"Provide help no. {number}."),
        "criterion": "everyone",
    }


def drop_promise(draft: NextList) -> None:
    """Leave a clause out of a service that has others."""
    clauses = _choose_long(draft)["clauses"]
    clauses.remove(draft.rng.choice(clauses))


def drop_service(draft: NextList) -> None:
    """Leave a service out, and all that is asked for it."""
    if len(draft.rows) < len(draft.catalog.pillars):
        raise NothingToChangeError
    draft.rows.remove(draft.choose(draft.rows))


def add_service(draft: NextList) -> None:
    """Add a service of a new name beside another."""
    like = draft.choose(draft.rows)
    number = draft.rng.randrange(1000, 10_000)
    name = make_text(f"第{number}号服务", f"Service no. {number}")
    draft.services["groups"].append({"id": f"group-{number}", "name": name})
    service = {
        **like,
        "id": f"service-{number}",
        "group": f"group-{number}",
        "summary": make_text(f"第{number}号服务的说明。", f"About service no. {number}."),
        "clauses": [_make_clause(draft)],
    }
    service.pop("title", None)
    service.pop("replaces", None)
    draft.rows.insert(draft.rows.index(like), service)


def add_promise(draft: NextList) -> None:
    """Add a clause to a service."""
    draft.choose(draft.rows)["clauses"].append(_make_clause(draft))


def split_service(draft: NextList) -> None:
    """Make two of a service; both may be new, and say that they replace it."""
    first = _choose_long(draft)
    cut = draft.rng.randrange(1, len(first["clauses"]))
    number = draft.rng.randrange(1000, 10_000)
    title = make_text(f"分出的第{number}号服务", f"Service no. {number}, parted")
    second = {**first, "id": f"parted-{number}", "title": title}
    second["clauses"] = first["clauses"][cut:]
    first["clauses"] = first["clauses"][:cut]
    if draft.rng.random() < 0.5 and _is_of_last_year(draft, first):
        first["replaces"] = second["replaces"] = [first["id"]]
        first["id"] = f"rest-{number}"
    first.setdefault("title", make_text(f"余下的第{number}号服务", f"Service no. {number}, rest"))
    draft.rows.insert(draft.rows.index(first) + 1, second)


def merge_services(draft: NextList) -> None:
    """Make one of two services, which may say that it replaces the other."""
    kept, gone = draft.choose(draft.rows), draft.choose(draft.rows)
    taken = {clause["id"] for clause in kept["clauses"]}
    if kept is gone or not taken.isdisjoint(clause["id"] for clause in gone["clauses"]):
        raise NothingToChangeError
    kept["clauses"] = [*kept["clauses"], *gone["clauses"]]
    if draft.rng.random() < 0.7 and _is_of_last_year(draft, gone):
        kept["replaces"] = [*kept.get("replaces", []), gone["id"]]
    draft.rows.remove(gone)


def _is_of_last_year(draft: NextList, service: Plain) -> bool:
    return service["id"] in draft.catalog.latest.by_id


def move_service(draft: NextList) -> None:
    """Put a service elsewhere in the list, or below another pillar."""
    service = draft.choose(draft.rows)
    draft.rows.remove(service)
    draft.rows.insert(draft.rng.randrange(len(draft.rows) + 1), service)
    if draft.rng.random() < 0.5:
        service["pillar"] = draft.rng.choice(list(draft.catalog.pillars))


def move_promise(draft: NextList) -> None:
    """Give a clause to another service."""
    giver, taker = _choose_long(draft), draft.choose(draft.rows)
    clause = draft.rng.choice(giver["clauses"])
    if clause["id"] in {known["id"] for known in taker["clauses"]}:
        raise NothingToChangeError
    giver["clauses"].remove(clause)
    taker["clauses"] = [*taker["clauses"], clause]


def reword_promise(draft: NextList) -> None:
    """Write a clause in other words."""
    text = draft.rng.choice(draft.choose(draft.rows)["clauses"])["text"]
    zh, scrap = text["zh"], draft.rng.choice(("进一步", "不再", "至少3次", "1.5万元", *SCRAPS))
    place = draft.rng.randrange(len(zh))
    scrap = scrap.replace("|", "").strip()
    text["zh"] = zh[:place] + (scrap or "还") + zh[place + draft.rng.choice((0, 0, 1, 2)) :]


def rename_group(draft: NextList) -> None:
    """Give the services of a group another official name."""
    group = draft.choose(draft.services["groups"])
    group["name"]["zh"] = f"新{group['name']['zh']}"


def change_audience(draft: NextList) -> None:
    """Promise a service to others."""
    audiences = [audience["id"] for audience in draft.services["audiences"]]
    draft.choose(draft.rows)["audience"] = draft.rng.choice(audiences)


def change_departments(draft: NextList) -> None:
    """Put others in charge of a service."""
    known = list(draft.catalog.departments)
    draft.choose(draft.rows)["departments"] = draft.rng.sample(known, draft.rng.randint(1, 3))


def drop_department(draft: NextList) -> None:
    """Take one department from all that it was in charge of with others."""
    gone = draft.rng.choice(list(draft.catalog.departments))
    shared = [s for s in draft.rows if gone in s["departments"] and len(s["departments"]) > 1]
    for service in shared or [draft.choose([])]:
        service["departments"] = [name for name in service["departments"] if name != gone]


DEEDS: tuple[Callable[[NextList], None], ...] = (
    drop_promise,
    drop_service,
    add_service,
    add_promise,
    split_service,
    merge_services,
    move_service,
    move_promise,
    reword_promise,
    rename_group,
    change_audience,
    change_departments,
    drop_department,
)
