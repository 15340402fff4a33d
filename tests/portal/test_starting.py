"""A new portal has all that it takes: it loads, its Makefile builds, its workflows are sound."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
import yaml
from carelist.portal.loading import load_portal
from carelist.portal.starting import Beginning, begin_portal
from carelist.speech.locales import gather_locales
from jsonschema import Draft202012Validator

from tests.conftest import CITIES, ROOT

if TYPE_CHECKING:
    from pathlib import Path

BEGINNING = Beginning(
    "lakeside",
    {"zh": "湖滨省", "en": "Lakeside Province"},
    "990000",
    "https://care.example.org/lakeside/",
)
COMMAND = """\
#!/bin/sh
echo "$*" >> calls
case "$*" in shards*) echo "lakeside ferry" ;; esac
"""


@pytest.fixture
def begun(tmp_path: Path) -> Path:
    """A new portal, with the catalog of its first place."""
    for name, text in begin_portal(BEGINNING, gather_locales(["zh", "en"])):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    shutil.copytree(CITIES / "lakeside", tmp_path / "places" / "lakeside" / "catalog")
    return tmp_path


def test_a_new_portal_is_sound(begun: Path) -> None:
    """In its languages, with its first place."""
    portal = load_portal(begun)
    assert portal.record.name.source == "湖滨省关爱清单"
    assert [(place.id, place.level) for place in portal.places] == [("lakeside", "province")]
    assert [locale.tag for locale in portal.locales] == ["zh", "en"]
    assert (begun / "README.md").read_text(encoding="utf-8").startswith("# 湖滨省关爱清单\n")
    english = (begun / "README.en.md").read_text(encoding="utf-8")
    assert english.startswith("# Carelists of Lakeside Province\n")


def test_an_editor_knows_what_a_portal_says(begun: Path) -> None:
    """By a schema that places.yml names and fits, with a hint for each field in both languages."""
    text = (begun / "places.yml").read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=schema/places.schema.json\n")
    schema = json.loads((begun / "schema/places.schema.json").read_bytes())
    assert list(Draft202012Validator(schema).iter_errors(yaml.safe_load(text))) == []
    fields = {**schema["properties"], **schema["$defs"]["Place"]["properties"]}
    assert [key for key, one in fields.items() if "\n" not in one["description"]] == []


def test_in_one_language_there_is_one_guide(tmp_path: Path) -> None:
    """And no digest of a translation that is not there."""
    beginning = BEGINNING._replace(name={"zh": "湖滨省"})
    files = dict(begin_portal(beginning, gather_locales(["zh"])))
    assert {name for name in files if name.startswith("README")} == {"README.md"}
    assert "digest" not in files["places.yml"]
    assert "locales: [zh]\n" in files["places.yml"]


def test_make_builds_what_changed_one_process_a_place(begun: Path) -> None:
    """Once it is known that there is room; then the portal."""
    command = begun / "carelist"
    command.write_text(COMMAND, encoding="utf-8")
    command.chmod(0o755)
    subprocess.run(("make", "-s"), cwd=begun, env={"PATH": f"{begun}:/usr/bin:/bin"}, check=True)
    calls = (begun / "calls").read_text(encoding="utf-8").splitlines()
    assert calls[-3:] == [
        "place lakeside --sites sites",
        "place ferry --sites sites",
        "assemble",
    ]
    assert set(calls[:-3]) == {"shards"}


def test_sites_built_elsewhere_take_their_place(begun: Path) -> None:
    """Whole: no page of the last site stays among those of the new one."""
    for site, page in (("sites/ferry", "old"), ("sites/lakeside", "kept"), ("built/ferry", "new")):
        (begun / site).mkdir(parents=True)
        (begun / site / page).touch()
    subprocess.run(("make", "-s", "gather"), cwd=begun, check=True)
    sites = sorted(path.relative_to(begun).as_posix() for path in begun.glob("sites/*/*"))
    assert sites == ["sites/ferry/new", "sites/lakeside/kept"]


def test_workflows_are_sound_and_pinned(begun: Path) -> None:
    """Each action by its digest, as in this repository; the matrix is that of the shards."""
    text = (begun / ".github/workflows/publish.yml").read_text(encoding="utf-8")
    workflow = yaml.safe_load(text)
    assert workflow["permissions"] == {}
    assert workflow["jobs"]["build"]["strategy"]["matrix"] == (
        "${{ fromJSON(needs.plan.outputs.matrix) }}"
    )
    used = re.findall(r"uses: (\S+@[0-9a-f]{40}) # v", text)
    assert len(used) == text.count("uses:")
    ours = "".join(one.read_text("utf-8") for one in (ROOT / ".github/workflows").glob("*.yml"))
    known = {one.partition("@")[0]: one for one in re.findall(r"uses: (\S+@[0-9a-f]{40})", ours)}
    assert [one for one in used if known.get(one.partition("@")[0], one) != one] == []
    gitlab = yaml.safe_load((begun / ".gitlab-ci.yml").read_text(encoding="utf-8"))
    assert gitlab["build"]["parallel"] == 16
    assert json.dumps(gitlab["pages"]["script"]) == '["make gather", "carelist assemble"]'
