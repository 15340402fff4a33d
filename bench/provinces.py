"""A fictional province of any number of places, each with a synthetic list of its own.

One place in 24 is a city, the others are counties, as in a province of China; none of them exists.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from carelist.catalog.yaml_writing import write_yaml

from bench.phrases import Words, make_text
from bench.synthetic import write_catalog

if TYPE_CHECKING:
    from pathlib import Path

    from carelist.catalog.yaml_writing import Value

PROVINCE = "yunting"
SERVICES = 32
A_CITY = 24
"""Places for each of which one is a city."""
CODE = 99
"""Begins no code that is in use."""
FIRST = (
    *(("岚", "lan"), ("霁", "ji"), ("溆", "xu"), ("沅", "yuan"), ("榆", "yu"), ("桐", "tong")),
    *(
        ("枫", "feng"),
        ("杉", "shan"),
        ("柏", "bai"),
        ("楠", "nan"),
        ("椴", "duan"),
        ("橡", "xiang"),
    ),
)
SECOND = (
    *(("汀", "ting"), ("屿", "yu"), ("浦", "pu"), ("埠", "bu"), ("坞", "wu"), ("垣", "yuan")),
    *(("岫", "xiu"), ("岬", "jia"), ("洲", "zhou"), ("湾", "wan"), ("坪", "ping"), ("坡", "po")),
)
THIRD = (("东", "dong"), ("西", "xi"), ("南", "nan"))
SETTINGS = """\
site_name: Carelist
site_url: !ENV SITE_URL
theme:
  name: carelist
plugins:
  - carelist:
      catalog: !ENV CARELIST_CATALOG
      typeset: false
"""


class Fictional(NamedTuple):
    """A place that does not exist."""

    id: str
    name: Words
    level: str
    code: str
    above: str
    """The id of the place that it is in; empty for the province."""


def list_places(count: int) -> list[Fictional]:
    """List so many places: the province, its cities, then counties, a city's turn each."""
    cities = max(1, (count - 1) // A_CITY)
    places = [Fictional(PROVINCE, Words("云汀省", "Yunting"), "province", f"{CODE}0000", "")]
    for number in range(1, count):
        city, county = (number - 1) % cities + 1, (number - 1) // cities
        zh, en = _name(number - 1)
        ending, level = ("市", "city") if county == 0 else ("县", "county")
        above = PROVINCE if county == 0 else places[city].id
        code = f"{CODE}{city:02}{county:02}"
        name = Words(zh + ending, en.capitalize())
        places.append(Fictional(f"{en}-{level}", name, level, code, above))
    return places


def _name(number: int) -> Words:
    """Name a place by two characters, or by three where those are used up."""
    rest, first = divmod(number, len(FIRST))
    round_, second = divmod(rest, len(SECOND))
    parts = [FIRST[first], SECOND[second], *(THIRD[round_ - 1 : round_] if round_ else ())]
    return Words("".join(zh for zh, _ in parts), "".join(en for _, en in parts))


def write_province(folder: Path, count: int, services: int = SERVICES) -> None:
    """Write a portal of `count` places."""
    places = list_places(count)
    for seed, place in enumerate(places):
        catalog = folder / "places" / place.id
        write_catalog(catalog, services, place.name, seed * services, place.above)
    (folder / "docs").mkdir()
    (folder / "place.yml").write_text(SETTINGS, encoding="utf-8")
    (folder / "places.yml").write_text(write_yaml(_make_portal(places)), encoding="utf-8")


def _make_portal(places: list[Fictional]) -> dict[str, Value]:
    return {
        "name": make_text("关爱清单门户", "Carelists of Yunting"),
        "area": make_text("云汀省", "Yunting"),
        "purpose": make_text(
            "这个虚构的门户把各地的关爱服务清单放在一处，只用于测量。",
            "A fictional portal to the carelists of many places, for measurements only.",
        ),
        "url": "https://care.yunting.example/",
        "places": [
            {
                "id": place.id,
                "name": make_text(*place.name),
                "level": place.level,
                "code": place.code,
                "source": f"places/{place.id}",
            }
            for place in places
        ],
    }
