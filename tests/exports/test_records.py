"""Files of one thing each: their schemas, their addresses, and all that they lead to."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from http import HTTPStatus
from http.client import HTTPConnection
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

import pytest
from carelist.cli import main
from carelist.eligibility.inspecting import load_list
from carelist.exports.catalog_json import export_catalog
from carelist.exports.data_file import MEDIA_TYPES
from carelist.exports.records.openapi import VERSION
from carelist.hosting.media import TYPES
from carelist.site.place import Place
from carelist.site.site import Site
from click.testing import CliRunner

from tests.browser.server import serve_folder
from tests.conftest import CLOUDBRIDGE
from tests.exports.opening import GOLDEN, list_single, list_whole
from tests.site.building import SITE_URL, read_site
from tests.site.documents import find, parse, show
from tests.speaking import EN, ZH

if TYPE_CHECKING:
    from pathlib import Path

    from carelist.speech.locales import Locale


DATA = f"{SITE_URL}data/"


@pytest.fixture(scope="module")
def single(site: Site) -> dict[str, Any]:
    """The files of one thing each of the real list."""
    return list_single(site)


@pytest.fixture(scope="module")
def cloudbridge_single() -> dict[str, Any]:
    """Those of a city with three lists."""
    return list_single(read_site(CLOUDBRIDGE))


def list_keys(content: Any, path: str = "") -> set[str]:  # noqa: ANN401  # JSON is of many types
    """The paths of all keys of a document, whatever stands in lists and texts."""
    if isinstance(content, list):
        return {key for one in content for key in list_keys(one, f"{path}[]")}
    if not isinstance(content, dict):
        return set()
    keys = {f"{path}.{key}" for key in content}
    return keys | {key for name, one in content.items() for key in list_keys(one, f"{path}.{name}")}


def find_kind(path: str) -> str:
    """What a file is of, by its path."""
    folder = path.partition("/")[0].removesuffix(".json")
    return {"services": "service", "departments": "department"}.get(
        folder, folder if folder in {"changes", "index"} else folder.removesuffix("s")
    )


def test_there_is_a_file_of_everything(single: dict[str, Any]) -> None:
    """Of each service, department, pillar and list, in HSDS twice, a schema of each, an index."""
    counts: dict[str, int] = {}
    for path in single:
        folder = path.partition("/")[0]
        counts[folder] = counts.get(folder, 0) + 1
    assert counts == {
        "schemas": 6,
        "services": 32,
        "departments": 15,
        "pillars": 6,
        "revisions": 1,
        "index.json": 1,
        "hsds": 64,
    }


def test_the_shapes_are_those_that_were_promised(
    cloudbridge_single: dict[str, Any], *, update_golden: bool
) -> None:
    """A key that goes, or is called otherwise, is another version; one more is told."""
    found: dict[str, Any] = {"version": VERSION}
    for path, content in cloudbridge_single.items():
        if not path.startswith("schemas/"):
            keys = found.setdefault(find_kind(path), set())
            keys |= {k for k in list_keys(content) if not k.endswith((".zh", ".en"))}
    shown = {name: sorted(keys) if isinstance(keys, set) else keys for name, keys in found.items()}
    golden = GOLDEN / "shapes.json"
    if update_golden:
        golden.write_text(json.dumps(shown, indent=1) + "\n", encoding="utf-8")
    assert shown == json.loads(golden.read_bytes())


def test_a_service_is_that_of_the_whole_list(site: Site, single: dict[str, Any]) -> None:
    """To the last key."""
    whole = json.loads(export_catalog(site.now))
    for service in whole["services"]:
        assert single[f"services/{service['id']}.json"]["service"] == service
    assert single["revisions/2025.json"]["content"] == whole
    assert single["revisions/2025.json"]["published_on"] is not None


def test_lists_stay_as_they_were(cloudbridge_single: dict[str, Any]) -> None:
    """A list is told as it was when it was the latest: its services, names and numbers."""
    whole = load_list(CLOUDBRIDGE)
    for count, revision in enumerate(whole.revisions, 1):
        then = Site.of(replace(whole, revisions=whole.revisions[:count]), Place(SITE_URL, ""))
        path = f"revisions/{revision.id}.json"
        told = list_single(then)[path]
        assert told["revision"] == told["content"]["revision"] == revision.id
        assert cloudbridge_single[path] == told


def test_changes_are_typed_records(cloudbridge_single: dict[str, Any]) -> None:
    """Between each two lists: kind, weight, services, a sentence a locale, the words of both."""
    pairs = [path for path in cloudbridge_single if path.startswith("changes/")]
    assert len(pairs) == 3
    changes = [one for path in pairs for one in cloudbridge_single[path]["changes"]]
    assert {"clause_added", "clause_reworded", "service_withdrawn"} <= {c["kind"] for c in changes}
    for change in changes:
        assert set(change["sentence"]) == {"zh", "en"}
        assert all(change["sentence"].values())
        if change["kind"] == "clause_reworded":
            assert change["was"]["zh"] != change["is"]["zh"]


def test_servers_call_files_what_the_documents_call_them() -> None:
    """Every kind of file, so that no browser and no harvester is told another type."""
    assert MEDIA_TYPES.items() <= TYPES.items()


@pytest.mark.parametrize("locale", [ZH, EN], ids=str)
def test_changes_are_those_that_the_command_tells(
    locale: Locale, cloudbridge_single: dict[str, Any]
) -> None:
    """Kind by kind, sentence by sentence; the command has those of one service together."""
    keys = ("kind", "major", "services", "sentence", "gains", "loses")
    for pair in ("2031..2032", "2032..2033"):
        place = ("--catalog", str(CLOUDBRIDGE), "--format", "json", "--locale", locale.tag)
        ran = CliRunner().invoke(main, ["changes", *pair.split(".."), *place])
        told = [[change[key] for key in keys] for change in json.loads(ran.output)["changes"]]
        data = [
            [one[locale.tag] if isinstance(one, dict) else one for one in map(change.get, keys)]
            for change in cloudbridge_single[f"changes/{pair}.json"]["changes"]
        ]
        assert sorted(map(str, data)) == sorted(map(str, told))


def test_every_address_is_fetched_from_the_built_site(built: Path) -> None:
    """Those of the OpenAPI document and of the data page, and all that these files lead to."""
    document = json.loads((built / "data" / "openapi.json").read_bytes())
    told = [
        path.format(**{one["name"]: one["example"] for one in item["get"]["parameters"]})
        for path, item in document["paths"].items()
    ]
    page = parse("data/", (built / "data" / "index.html").read_text("utf-8"))
    links = (link.get("href") or "" for link in find(page.one("main"), "a"))
    told += [urljoin("/data/", link) for link in links if not set(link) & {"#", ":"}]
    assert len(told) > 50
    with serve_folder(built) as root:

        def fetch(path: str) -> bytes:
            server = HTTPConnection(urlsplit(root).netloc)
            server.request("GET", path)
            answer = server.getresponse()
            assert answer.status == HTTPStatus.OK, path
            return answer.read()

        found = {path: fetch(path) for path in dict.fromkeys(told)}
        listed = [item for part in page.find("ul", class_="files") for item in find(part, "li")]
        for item in listed:
            (link,) = find(item, "a")
            content = found[urljoin("/data/", link.get("href") or "")]
            size = ZH.write_size(len(content))
            assert show(item).startswith(f"{show(link)} {size}")
            (digest,) = find(item, "code")
            assert show(digest) == hashlib.sha256(content).hexdigest()
        assert len(listed) == len([one for one in document["paths"] if "/" not in one[6:]]) - 1
        described = [json.loads(one) for path, one in found.items() if path.endswith(".json")]
        led = [
            address
            for one in described
            if "self" in one
            for address in (one["self"], one["describedby"], *one["alternate"].values())
        ]
        (index,) = (one for one in described if "revisions" in one)
        led += [entry["url"] for part in index.values() if isinstance(part, list) for entry in part]
        assert len(led) > 70
        for address in led:
            assert address.startswith(SITE_URL)
            assert fetch(urlsplit(address).path)


def test_the_site_has_what_the_exports_make(site: Site, built: Path) -> None:
    """To the byte."""
    for path, file in list_whole(site).items():
        assert (built / "data" / path).read_bytes() == file.content, path
    for path, text in site.open_data.list_single_files():
        assert (built / "data" / path).read_text("utf-8") == text, path
