"""Reading offline: the service worker, made from what was built and versioned by its content."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
from concurrent.futures import ThreadPoolExecutor
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
    files = sorted(site.rglob("index.html"))
    addresses = [path.relative_to(site).as_posix().removesuffix("index.html") for path in files]
    with ThreadPoolExecutor(os.cpu_count()) as threads:  # which compress beside each other
        weighed = zip(addresses, threads.map(_weigh, files, addresses), strict=True)
        for address, (content, size) in weighed:
            digest.update(content)
            if size:
                _, locale = split_locale(address)
                pages[locale].append(address)
                sizes[locale] += size
    return {
        "version": f"{revision}-{digest.hexdigest()[:12]}",
        "pages": pages,
        "sizes": sizes,
        "scripts": scripts,
        "shared": SHARED,
        "fallbacks": {locale: localize(OFFLINE, locale) for locale in LOCALES},
    }


def _is_saved(address: str) -> bool:
    """Whether "save for offline" saves a page: of all lists, the one in force."""
    place, _ = split_locale(address)
    return not SHORT.fullmatch(address) and not place.startswith((EMBED, KIT, REVISIONS, CHANGES))


def _weigh(page: Path, address: str) -> tuple[bytes, int]:
    """Give the digest of a page, and its bytes as it is sent; 0 where it is not saved."""
    content = page.read_bytes()
    size = len(gzip.compress(content, mtime=0)) if _is_saved(address) else 0
    return hashlib.sha256(content).digest(), size
