"""Reading offline: the service worker, made from what was built and versioned by its content."""

from __future__ import annotations

import gzip
import hashlib
import json
from typing import TYPE_CHECKING

from generator.site.addresses import (
    CHANGES,
    EMBED,
    KIT,
    LOCALES,
    OFFLINE,
    REVISIONS,
    SHORT,
    Locale,
    check_json,
    localize,
    search_files,
    split_locale,
)
from generator.site.scripts import minify

if TYPE_CHECKING:
    from pathlib import Path

WORKER = "service-worker.js"
KILL_SWITCH = "service-worker-off.js"
SLOT = '"SETTINGS"'
SHARED = ("scripts/site.mjs",)
"""What every page loads."""


def write_service_worker(site: Path, revision: str, *, enabled: bool) -> None:
    """Finish the worker in the built site: its version, and what "save for offline" saves.

    Switched off, the worker in its place removes itself and all that it has kept.
    """
    worker, kill_switch = site / WORKER, site / KILL_SWITCH
    if not enabled:
        kill_switch.replace(worker)
        return
    kill_switch.unlink()
    settings = json.dumps(_describe(site, revision), separators=(",", ":"))
    script = worker.read_text("utf-8").replace(SLOT, settings, 1)
    worker.write_text(minify(script), "utf-8", newline="\n")


def _describe(site: Path, revision: str) -> dict[str, object]:
    pages: dict[Locale, list[str]] = {locale: [] for locale in LOCALES}
    sizes: dict[Locale, int] = dict.fromkeys(LOCALES, 0)
    lists = [name for locale in LOCALES for name in (check_json(locale), *search_files(locale))]
    scripts = sorted([*(path.relative_to(site).as_posix() for path in site.rglob("*.mjs")), *lists])
    digest = hashlib.sha256()
    for name in scripts:
        digest.update((site / name).read_bytes())
    for path in sorted(site.rglob("index.html")):
        content = path.read_bytes()
        digest.update(content)
        address = path.relative_to(site).as_posix().removesuffix("index.html")
        place, locale = split_locale(address)
        if SHORT.fullmatch(address) or place.startswith((EMBED, KIT)):
            continue
        if place.startswith((REVISIONS, CHANGES)):  # the list in force is what is saved
            continue
        pages[locale].append(address)
        sizes[locale] += len(gzip.compress(content, mtime=0))
    return {
        "version": f"{revision}-{digest.hexdigest()[:12]}",
        "pages": pages,
        "sizes": sizes,
        "scripts": scripts,
        "shared": SHARED,
        "fallbacks": {locale: localize(OFFLINE, locale) for locale in LOCALES},
    }
