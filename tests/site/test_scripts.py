"""Scripts as they are published."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from carelist.site.idle import list_idle
from carelist.site.scripts import (
    JOINED,
    KILL_SWITCH_SCRIPT,
    PORTAL,
    WORKER_SCRIPT,
    address_import,
    enclose,
    join_modules,
    minify,
    minify_inline,
)
from carelist.theme import THEME

if TYPE_CHECKING:
    from pathlib import Path

    from carelist.catalog.revision import Catalog


def test_only_what_editors_need_goes() -> None:
    """Comments, spaces and long local names go; licences, strings and exported names stay."""
    script = (
        "/*! A licence */\n"
        "/**\n * What it does.\n */\n"
        'import { a } from "./a.mjs";\n\n'
        "  // Why it does so.\n"
        "const c = /** @type {string} */ (a);\n"
        "export function tell(many) { return /[\"'/]/u.test(many) ? `${c} = [ d ]` : many - -1; }\n"
    )
    assert minify(script) == (
        "/*! A licence */"
        'import{a}from"./a.mjs";const c=a;'
        "export function tell(e){return/[\"'/]/u.test(e)?`${c} = [ d ]`:e- -1}"
    )


def test_modules_are_joined_behind_those_that_they_import() -> None:
    """Each once, without the imports between them; only the entry exports."""
    modules = {
        "x/entry.mjs": 'import { b } from "./b.mjs";\nimport { c } from "../c.mjs";\n'
        "export class A {}\n",
        "x/b.mjs": 'import { c } from "../c.mjs";\nexport const b = c;\n',
        "c.mjs": "export const c = 1;\n",
    }
    joined, names = join_modules("x/entry.mjs", modules.__getitem__)
    assert joined == "const c = 1;\nconst b = c;\nexport class A {}\n"
    assert names == ["c.mjs", "x/b.mjs", "x/entry.mjs"]


def test_modules_that_declare_the_same_name_are_not_joined() -> None:
    """Joined, they would share it."""
    modules = {
        "a.mjs": 'import { b } from "./b.mjs";\nfunction tell() {}\n',
        "b.mjs": "export function b() {}\nconst tell = 1;\n",
    }
    with pytest.raises(ValueError, match=r"^'tell' is declared in b\.mjs and in a\.mjs$"):
        join_modules("a.mjs", modules.__getitem__)


def test_a_joined_script_is_written_within_a_function() -> None:
    """Where every name of its own can be short; what it exports keeps its name."""
    script = (
        "const longName = 1;\n"
        "export class Shown { tell() { return longName; } }\n"
        "export async function wait() { return new Shown(); }\n"
    )
    assert enclose(script) == (
        "export const{Shown,wait}=(()=>{const t=1;class e{tell(){return t}}"
        "async function n(){return new e}return{Shown:e,wait:n}})()"
    )
    assert enclose("const longName = 1;\ntell(longName);\n") == "(()=>{const e=1;tell(e)})()"


def test_a_script_in_a_page_keeps_its_names_to_itself() -> None:
    """They stand in a block; what it imports is where the page finds it."""
    script = '// Why.\nconst later = () => import("../a.mjs");\naddEventListener("load", later);\n'
    inline = minify_inline(script)
    assert inline == '{const e=()=>import("../a.mjs");addEventListener("load",e)}'
    assert address_import(inline, "../../b.mjs") == inline.replace("../a.mjs", "../../b.mjs")
    assert minify_inline("tell();") == "tell()"


def list_exports(script: str) -> set[str]:
    """The names that a script exports, as it is written or as it is published."""
    single = re.findall(r"export (?:async )?(?:class|const|function) (\w+)", script)
    several = re.findall(r"export const\{([\w,]+)\}", script)
    return {*single, *",".join(several).split(",")} - {""}


def test_published_scripts_are_those_that_are_written(built: Path, catalog: Catalog) -> None:
    """Every module is published, lighter, with each of its exports, or joined to one that is."""
    folder = THEME
    found = (path.relative_to(folder).as_posix() for path in folder.rglob("scripts/**/*.mjs"))
    names = sorted(name for name in found if not name.startswith(PORTAL))
    texts = {name: (folder / name).read_text(encoding="utf-8") for name in names}
    joined = {name for entry in JOINED for name in join_modules(entry, texts.__getitem__)[1]}
    assert len(joined) > 20
    idle = list_idle(catalog)
    for name in names:
        if name in joined - set(JOINED) | {WORKER_SCRIPT, KILL_SWITCH_SCRIPT} | idle:
            assert not (built / name).exists()
            continue
        published = (built / name).read_text(encoding="utf-8")
        assert "/**" not in published
        assert name in JOINED or len(published) < len(texts[name])
        assert list_exports(published) == list_exports(texts[name])
