"""Random variants of a list that pass the check: words, English, order, ids, what comes and goes.

A variant is made by harms to the files of a list, one by one; one that the check refuses is taken
back. What the source copy says too is changed there with it.
"""

from __future__ import annotations

import json
import shutil
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from carelist.catalog.texts import find_digest
from carelist.eligibility.inspecting import inspect_list
from carelist.speech.plain_yaml import read_plain

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from carelist.catalog.revision import Catalog

ROOT = Path(__file__).parent.parent
CITIES = {
    "lakeside": ROOT / "tests" / "cities" / "lakeside",
    "clearwater": ROOT / "tests" / "cities" / "clearwater",
    "cloudbridge": ROOT / "tests" / "cities" / "cloudbridge",
    "changchun": ROOT / "catalog",
}
FILES = ("services.yml", "notice.yml", "readings.yml")
COPY = "source.txt"
SCRAPS = (
    *("不", "未", "除外", "1.5万元", "≥3岁", "0-6岁", "³", "③", "、", "，", "；", "“", "》", "（"),
    *("@everyone", "#1", "```", "[甲](https://example.org)", "<b>", "{what}", "{", "%s", "&amp;"),
)
ENGLISH = ("New words", "1.5", "15,000 yuan", "@everyone", "{what}", "<b>", "```")
HOWS = ("apply", "attend", "public", "ask")
TRIES = 30


class NothingToHarmError(Exception):
    """The list has nothing of the kind that was to be harmed."""


@dataclass
class Draft:
    """What the files of a list hold, to be harmed."""

    files: dict[str, Any]
    """By name: the services, the notice, the readings."""
    copy: str

    @classmethod
    def read(cls, year: Path) -> Draft:
        """Read the files of a year's list; every scalar is a string."""
        files = {name: read_plain(year / name) for name in FILES}
        return cls(files, (year / COPY).read_text(encoding="utf-8"))

    def write(self, year: Path) -> None:
        """Write the files, as the JSON that is YAML."""
        for name, content in self.files.items():
            write_plain(year / name, content)
        (year / COPY).write_text(self.copy, encoding="utf-8")

    @property
    def services(self) -> Any:  # noqa: ANN401  # YAML is of many types
        """What services.yml holds."""
        return self.files["services.yml"]


class Variants:
    """Variants of the latest list of a city, each made from the one before it."""

    def __init__(self, city: str, folder: Path, rng: Random) -> None:
        self.folder, self.rng = folder, rng
        shutil.copytree(CITIES[city], folder)
        *earlier, self.year = sorted((folder / "revisions").iterdir())
        for path in earlier:
            shutil.rmtree(path)
        (self.year / "published.yml").unlink(missing_ok=True)
        self.draft = Draft.read(self.year)
        services = self.draft.services["services"]
        _forget(services)
        held = {"pillars": {service["pillar"] for service in services}}
        for name in ("pillars", "departments"):
            content = read_plain(folder / f"{name}.yml")
            content[name] = [e for e in content[name] if e["id"] in held.get(name, {e["id"]})]
            _forget(content[name])
            write_plain(folder / f"{name}.yml", content)

    def make(self, count: int, harms: int = 3) -> Iterator[Catalog]:
        """Yield as many variants, each some harms further than the one before."""
        for _ in range(count):
            found: Catalog | None = None
            made = 0
            for _ in range(harms * TRIES):
                if catalog := self._harm():
                    found, made = catalog, made + 1
                if made == harms:
                    break
            if found:
                yield found

    def _harm(self) -> Catalog | None:
        """Do one harm; None where there was nothing to harm, or the check refused it."""
        harmed = deepcopy(self.draft)
        try:
            self.rng.choice(HARMS)(harmed, self.rng)
        except NothingToHarmError:
            return None
        harmed.write(self.year)
        catalog = inspect_list(self.folder).catalog
        if catalog:
            self.draft = harmed
        return catalog


def write_plain(path: Path, content: object) -> None:
    """Write a file as the JSON that is YAML."""
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")


def _forget(entries: list[dict[str, Any]]) -> None:
    """Leave out what rests on earlier lists."""
    for entry in entries:
        for key in ("formerly", "replaces"):
            entry.pop(key, None)


def _choose(rng: Random, among: list[Any]) -> Any:  # noqa: ANN401  # YAML is of many types
    if not among:
        raise NothingToHarmError
    return rng.choice(among)


def _find_maps(value: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401  # YAML is of many types
    if isinstance(value, dict):
        yield value
    for below in value.values() if isinstance(value, dict) else value:
        if isinstance(below, dict | list):
            yield from _find_maps(below)


def _find_lists(content: Any) -> list[list[Any]]:  # noqa: ANN401  # YAML is of many types
    below = (value for found in _find_maps(content) for value in found.values())
    return [value for value in below if isinstance(value, list)]


def _choose_file(draft: Draft, rng: Random) -> Any:  # noqa: ANN401  # YAML is of many types
    return draft.files[rng.choice(FILES)]


def _toss(rng: Random) -> bool:
    return rng.choice((True, False))


def _find_texts(content: Any) -> list[dict[str, Any]]:  # noqa: ANN401  # YAML is of many types
    return [found for found in _find_maps(content) if isinstance(found.get("zh"), str)]


def harm_english(draft: Draft, rng: Random) -> None:
    """Another English, none, or English of other words."""
    text = _choose(rng, _find_texts(_choose_file(draft, rng)))
    deed = rng.choice(("other", "none", "stale"))
    if deed == "none":
        text.pop("en", None)
        text.pop("digest", None)
    elif deed == "stale" and "en" in text:
        text["digest"] = "00000000"
    else:
        text["en"], text["digest"] = rng.choice(ENGLISH), find_digest(text["zh"])


def harm_words(draft: Draft, rng: Random) -> None:
    """Other Chinese words, in all places where they stand, the copy included."""
    old = str(_choose(rng, _find_texts(_choose_file(draft, rng)))["zh"])
    place = rng.randint(0, len(old))
    deed = rng.choice(("put in", "take out", "mark"))
    new = old[:place] + rng.choice(SCRAPS) + old[place:]
    if deed == "take out":
        new = old[:place] + old[place + 1 :]
    if deed == "mark":
        new = old.replace("，", "、") if "，" in old else old.replace("。", "；")
    if new == old or not new:
        raise NothingToHarmError
    for found in _find_maps(list(draft.files.values())):
        for key in ("zh", "read", "printed"):
            if isinstance(found.get(key), str):
                found[key] = found[key].replace(old, new)
    draft.copy = draft.copy.replace(old, new)


def harm_order(draft: Draft, rng: Random) -> None:
    """The entries of one list in another order."""
    rng.shuffle(_choose(rng, [x for x in _find_lists(_choose_file(draft, rng)) if len(x) > 1]))


def harm_entry(draft: Draft, rng: Random) -> None:
    """One entry less of a list, or one more beside its like."""
    entries = _choose(rng, [x for x in _find_lists(_choose_file(draft, rng)) if x])
    entry = rng.choice(entries)
    if isinstance(entry, dict) and "id" in entry and _toss(rng):
        entries.append({**entry, "id": f"{entry['id']}-{rng.randint(2, 99)}"})
    else:
        entries.remove(entry)


def harm_field(draft: Draft, rng: Random) -> None:
    """One field less."""
    found = _choose(rng, list(_find_maps(_choose_file(draft, rng))))
    found.pop(_choose(rng, list(found)))


def harm_id(draft: Draft, rng: Random) -> None:
    """Another id, where it stands and where it is used."""
    maps = _find_maps(_choose_file(draft, rng))
    old = str(_choose(rng, [found["id"] for found in maps if "id" in found]))
    new = f"{old}-{rng.randint(2, 99)}"
    for found in _find_maps(list(draft.files.values())):
        for key in ("id", "audience", "group", "measure", "criterion", "all", "any", "services"):
            value = found.get(key)
            if value == old:
                found[key] = new
            elif isinstance(value, list):
                found[key] = [new if entry == old else entry for entry in value]


def harm_rule(draft: Draft, rng: Random) -> None:
    """Another rule, without its examples; or another way to get it."""
    found = _choose(rng, [x for x in _find_maps(draft.services) if "criterion" in x])
    if "how" in found and _toss(rng):
        found["how"] = rng.choice(HOWS)
        return
    found.pop("examples", None)
    conditions = [condition["id"] for condition in draft.services.get("conditions", ())]
    found["criterion"] = rng.choice(("everyone", *conditions))


def harm_parting(draft: Draft, rng: Random) -> None:
    """A clause in two, or two in one."""
    clauses = _choose(rng, [service["clauses"] for service in draft.services["services"]])
    place = rng.randrange(len(clauses))
    clause = clauses[place]
    zh = clause["text"]["zh"]
    if len(clauses) > place + 1 and _toss(rng):
        clause["text"] = {"zh": zh + clauses.pop(place + 1)["text"]["zh"]}
    elif len(zh) > 1:
        cut = rng.randrange(1, len(zh))
        clause["text"] = {"zh": zh[:cut]}
        name = f"{clause['id']}-{rng.randint(2, 99)}"
        second = {**clause, "id": name, "text": {"zh": zh[cut:]}}
        second.pop("condition", None)
        clauses.insert(place + 1, second)


HARMS = (
    harm_english,
    harm_words,
    harm_order,
    harm_entry,
    harm_field,
    harm_id,
    harm_rule,
    harm_parting,
)
