"""What the questionnaire loads: the rules of the latest revision with the words of one locale."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from carelist.catalog.json_writing import to_compact_json
from carelist.catalog.rules import EVERYONE, NONE_OF_THESE
from carelist.eligibility.criteria import BEST_FIRST, VALUES
from carelist.eligibility.groups import PUBLIC
from carelist.eligibility.profiles import UNSURE
from carelist.exports.rules_json import export_criterion

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from carelist.catalog.records import Service
    from carelist.catalog.revision import Catalog, Revision
    from carelist.catalog.rules import Condition, Fact
    from carelist.speech.locales import Locale

Json = dict[str, Any]
SHORT, SHORT_CLAUSE = 6, 9
"""Characters of a title that stand on one line of any phone: a clause's letters are smaller."""
SUPPORTING = "./"
"""What the address of a department that supports begins with: it leads to the same page."""
NOBODY = "."
"""The address of whom to ask where a service names nobody: the page of all departments."""
CONSTANTS: Json = {
    "verdicts": BEST_FIRST,
    "outcomes": VALUES,
    "everyone": EVERYONE,
    "none": NONE_OF_THESE,
    "unsure": UNSURE,
    "public": PUBLIC,
}
"""What rules are read by, as the program has it: the scripts have none of their own."""


def export_check(catalog: Catalog, locale: Locale, words: Mapping[str, str]) -> str:
    """Give the rules as compact JSON, with the words of the questionnaire.

    `words` are in `locale` too. A pillar is called by its place among those of the catalog.
    The shape is `List` of theme/scripts/eligibility/verdicts.mjs, before `shorten_rules`. What has
    like words stands together, which takes fewer bytes once it is compressed.
    """
    revision = catalog.latest
    pillars = _find_places(catalog.pillars)
    content = {
        "revision": revision.id,
        "revisions": [each.id for each in catalog.revisions],
        **CONSTANTS,
        "words": dict(words),
        "clashes": [
            {
                "all": [{"fact": part.fact, "is": list(part.is_)} for part in clash.all_],
                "words": clash.words.write(locale),
            }
            for clash in catalog.questions.clashes
        ],
        "facts": [
            {
                "id": fact.id,
                "family": _tell_family(fact),
                "several": int(fact.choose == "several"),
                "sensitive": int(fact.is_sensitive),
                "options": [option.id for option in fact.options],
            }
            for fact in catalog.questions.facts
        ],
        "departments": dict(_name_departments(catalog, locale)),
        "conditions": {
            name: _condition(condition, locale) for name, condition in revision.conditions.items()
        },
        "services": [
            _service(revision, service, locale) | {"pillar": pillars.get(service.pillar or "", 0)}
            for service in revision.services
        ],
    }
    return to_compact_json(content)


def _tell_family(fact: Fact) -> int | list[str]:
    """Give the options of a question about the family that tell of the person alone; else 0."""
    alone = [option.id for option in fact.options if option.about == "person"]
    return alone if fact.about == "family" else 0


def _name_departments(catalog: Catalog, locale: Locale) -> Iterator[tuple[str, str]]:
    """Yield what is shown of whom to ask, by its address below the page of all departments.

    Scripts know no roles: a department that only supports is shown with its role, and its address
    is another way to write that of the department.
    """
    services, words = catalog.latest.services, locale.words("site")
    used = {name for service in services for name in list_bodies(service)}
    deciding = {name for one in catalog.latest.conditions.values() for name in one.set_by}
    for name, department in catalog.departments.items():
        if name in used | deciding:
            yield name, department.name.write(locale)
        if SUPPORTING + name in used:
            yield SUPPORTING + name, department.name.write(locale) + words.role_supporting
    if not all(service.departments for service in services):
        yield NOBODY, words.nobody_named


def list_bodies(service: Service) -> Iterator[str]:
    """Yield whom to ask, by address below the page of all departments; those that lead first."""
    yield from service.leading
    yield from (SUPPORTING + name for name in service.departments if name in service.supporting)


def shorten_rules(rules: str, mark: Callable[[str, int], str]) -> str:
    """Give the rules as a phone fetches them, a fifth smaller.

    Conditions (and `everyone`), clauses, facts and options of conditions, and departments are
    called by their place, and what facts, conditions, services and clauses have stands in columns.
    `is` of a condition without a fact are the departments that decide it.
    Of its clauses a service has how many there are, and of its number what it is beyond its place
    in the list, from 1. `mark` puts U+007F into a title of more characters than a number, where
    its lines may end. theme/scripts/check/rules.mjs reads it.
    """
    content = json.loads(rules)
    places = _find_places([*content["conditions"], content["everyone"]])
    content["everyone"] = places[content["everyone"]]
    departments = _find_places(content["departments"])
    facts = _find_places(fact["id"] for fact in content["facts"])
    for condition in content["conditions"].values():
        if "set_by" in condition:
            condition["is"] = [departments[name] for name in condition.pop("set_by")]
        elif "fact" in condition:
            place = facts[condition["fact"]]
            options = content["facts"][place]["options"]
            condition |= {"fact": place, "is": [options.index(one) for one in condition["is"]]}
    services = content["services"]
    clauses = [clause for service in services for clause in service["clauses"]]
    for place, service in enumerate(services, start=1):
        service["number"] -= place
        service["title"] = mark(service["title"], SHORT)
        service["audience"] = _number(service["audience"], places)
        service["departments"] = [departments[name] for name in service["departments"]]
        service["clauses"] = len(service["clauses"])
    for clause in clauses:
        clause["criterion"] = _number(clause["criterion"], places)
        clause["title"] = mark(clause["title"], SHORT_CLAUSE)
        del clause["id"]
    content["facts"] = _stand_in_columns(content["facts"])
    content["conditions"] = _stand_in_columns(list(content["conditions"].values()))
    content["services"] = _stand_in_columns(services)
    content["clauses"] = _stand_in_columns(clauses)
    return to_compact_json(content)


def _find_places(names: Iterable[str]) -> dict[str, int]:
    return {name: place for place, name in enumerate(names)}


def _number(criterion: str | Json | list[Any], places: Mapping[str, int]) -> object:
    if isinstance(criterion, str):
        return places[criterion]
    if isinstance(criterion, dict):
        return {key: _number(part, places) for key, part in criterion.items()}
    return [_number(part, places) for part in criterion]


def _stand_in_columns(rows: list[Json]) -> Json:
    """Give a list for each name; what a row lacks is null there, and left out at the end."""
    names = dict.fromkeys(name for row in rows for name in row)
    columns = {name: [row.get(name) for row in rows] for name in names}
    for column in columns.values():
        while column and column[-1] is None:
            column.pop()
    return columns


def _condition(condition: Condition, locale: Locale) -> Json:
    words = {"words": condition.words.write(locale), "quote": condition.quote.write(locale)}
    if condition.set_by:
        return {**words, "set_by": list(condition.set_by)}
    if not condition.fact:
        return words
    return {**words, "fact": condition.fact, "is": list(condition.is_)}


def _service(revision: Revision, service: Service, locale: Locale) -> Json:
    return {
        "id": service.id,
        "number": service.number,
        "title": revision.title_of(service).write(locale),
        "departments": list(list_bodies(service)) or [NOBODY],
        "audience": export_criterion(revision.criterion_of(service)),
        "clauses": [
            {
                "id": clause.id,
                "title": clause.title.write(locale),
                "how": clause.how,
                "criterion": export_criterion(clause.criterion),
            }
            for clause in service.clauses
        ],
    }
