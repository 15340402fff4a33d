"""Reading offline: the service worker, made from what was built and versioned by its content."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, TypeAlias

from carelist.site.addresses import (
    EMBED,
    LOGO,
    OFFLINE,
    SCRIPT,
    check_json,
    localize,
    search_files,
    search_reserve,
    split_locale,
)
from carelist.site.files import list_addresses
from carelist.site.making import DIGEST, find_digest
from carelist.site.scripts import KILL_SWITCH_SCRIPT, SAVING_SCRIPT, WORKER_SCRIPT, minify

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from carelist.speech.locales import Locale, Locales

WORKER = "service-worker.js"
SLOT = '"SETTINGS"'
SHARED = (SCRIPT,)
"""What every page loads."""
WORKERS = (WORKER_SCRIPT, KILL_SWITCH_SCRIPT)
"""One of which becomes the worker."""
PATIENCE = 2500
"""Milliseconds in which the network brings a page, before the copy on the device is shown."""
Weighed: TypeAlias = "Mapping[str, tuple[str, int]]"
"""By the address of each page, its digest and its compressed bytes; 0 where nobody saves it."""
SAVING_WORDS = (
    "offline_saving",
    "offline_saved",
    "offline_behind",
    "offline_failed",
    "offline_full",
    "offline_no_room",
    "offline_forgotten",
    "offline_dates",
)
"""Words that are fetched only once something is saved."""


def whole_list(locale: Locale) -> str:
    """Give the address of the list of all files that "save for offline" saves in a locale."""
    return f"scripts/whole.{locale}.json"


def saving_words(locale: Locale) -> str:
    """Give the address of the words that are needed once something is saved."""
    return f"scripts/saving.{locale}.json"


def write_service_worker(
    site: Path, revision: str, locales: Locales, weighed: Weighed, *, enabled: bool
) -> None:
    """Finish the worker in the built site: its version, and what "save for offline" saves.

    Switched off, the worker in its place removes itself and all that it has kept.

    Args:
        site: The folder of the site.
        revision: The list in force.
        locales: Those of the site.
        weighed: Every page of the site.
        enabled: Whether pages may be kept at all.
    """
    script = (site / (WORKER_SCRIPT if enabled else KILL_SWITCH_SCRIPT)).read_text("utf-8")
    for name in WORKERS:
        (site / name).unlink()
    (site / WORKER_SCRIPT).parent.rmdir()
    settings = (
        _describe(site, revision, locales, weighed)
        if enabled
        else {"own": _list_first_parts(site), "frames": _list_frames(locales), "whole": {}}
    )
    # Within a function, all its names are short.
    script = minify(f"(()=>{{{script}}})()")
    filled = script.replace(SLOT, json.dumps(settings, separators=(",", ":")), 1)
    (site / WORKER).write_text(filled, "utf-8", newline="\n")


def _list_frames(locales: Locales) -> list[str]:
    """List how pages for frames on other sites begin, which are never shown from a device."""
    return [localize(EMBED, locale) for locale in locales]


def _describe(site: Path, revision: str, locales: Locales, weighed: Weighed) -> dict[str, object]:
    """Give the settings of the worker, and write the lists of what is saved on request."""
    pages: dict[Locale, dict[str, str]] = {locale: {} for locale in locales}
    sizes = dict.fromkeys(locales, 0)
    for locale in locales:
        words = locale.words("site")
        chosen = {key.removeprefix("offline_"): words[key] for key in SAVING_WORDS}
        _write_json(site / saving_words(locale), chosen)
    kinds = (check_json, saving_words)
    lists = [kind(locale) for kind in kinds for locale in locales]
    lists += [name for locale in locales for name in search_files(locale)]
    lists += [name for name in map(search_reserve, locales) if (site / name).exists()]
    scripts = sorted([*(name for name in list_addresses(site) if name.endswith(".mjs")), *lists])
    files = {name: find_digest((site / name).read_bytes()) for name in scripts}
    digest = hashlib.sha256("".join(files.values()).encode())
    for address in sorted(weighed, key=lambda one: f"{one}index.html".split("/")):
        content, size = weighed[address]
        digest.update(content.encode())
        if size:
            _, locale = split_locale(address, locales)
            pages[locale][address] = content
            sizes[locale] += size
    version = f"{revision}-{digest.hexdigest()[:DIGEST]}"
    for locale in locales:
        whole = {"version": version, "pages": pages[locale], "files": files}
        _write_json(site / whole_list(locale), whole)
    return {
        "version": version,
        "patience": PATIENCE,
        "own": _list_first_parts(site),
        "frames": _list_frames(locales),
        "icon": LOGO,
        "files": scripts,
        "shared": SHARED,
        "fallbacks": {locale.prefix: localize(OFFLINE, locale) for locale in locales},
        "prepared": [
            SAVING_SCRIPT,
            *(saving_words(locale) for locale in locales),
            *(localize(OFFLINE, locale) for locale in locales),
        ],
        "whole": {locale.tag: [len(pages[locale]), sizes[locale]] for locale in locales},
    }


def _list_first_parts(site: Path) -> list[str]:
    """List the first parts of all addresses of the site, that of its home page among them."""
    return ["", *sorted(path.name for path in site.iterdir())]


def _write_json(file: Path, content: Mapping[str, object]) -> None:
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    file.write_text(text, "utf-8", newline="\n")
