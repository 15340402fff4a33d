"""Examines how a server answers for a published site: `examine` yields all that is wrong."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlsplit

from carelist.hosting.asking import Answer, Asker, CannotAskError
from carelist.hosting.faults import Fault, FaultKind
from carelist.hosting.media import TYPES
from carelist.site import addresses
from carelist.site.place import OWN_DEVICE

if TYPE_CHECKING:
    from collections.abc import Iterator

OK, PARTIAL, NOT_MODIFIED, NOT_FOUND = 200, 206, 304, 404
LEADING = (301, 302, 307, 308)
MINUTES_TEN = 600
"""Seconds for which a page may be taken from a cache unasked, as on GitHub Pages."""
UNKNOWN = "no-such-page-7f3a/"
"""An address that no site has."""
COMPRESSED = "br, gzip"
MARK = f"{addresses.LOGO}"
"""What each page of a site links to, and hardly another."""
FIRST_BYTES = 100
_MAX_AGE = re.compile(r"(?:^|[,\s])max-age=(\d+)")
_META_POLICY = re.compile(
    r'<meta http-equiv="Content-Security-Policy" content="([^"]*)"', re.IGNORECASE
)
_META_REFERRER = re.compile(r'<meta name="referrer" content="(no-referrer|same-origin)"')
_SCRIPTS = re.compile(r"(?:^|;)\s*(?:script-src|default-src)\s+([^;]*)")


class Sample(NamedTuple):
    """Addresses of one site that stand for all of their kind."""

    service: str
    embed: str
    short: str
    """That of an item of the latest list, which leads to its service."""


def examine(site_url: str) -> Iterator[Fault]:
    """Yield what is wrong with how a server answers for the site at an address.

    It asks about 20 times, for a minute at most; what depends on an answer that cannot be had is
    not examined.
    """
    asker = Asker(site_url if site_url.endswith("/") else f"{site_url}/")
    try:
        home = asker.ask("")
        if home.target:
            yield Fault(FaultKind.MOVED, home.address, {"to": home.target})
            return
        if home.status != OK or MARK.encode() not in home.body:
            yield Fault(FaultKind.NO_SITE, home.address, {"status": str(home.status)})
            return
        yield from _examine_page(home)
        yield from _examine_transport(asker, home)
        yield from _examine_types(asker)
        yield from _examine_addresses(asker)
        yield from _examine_data(asker)
    except CannotAskError as error:
        yield Fault(FaultKind.UNREACHABLE, asker.site_url, {"reason": str(error)})


def _examine_page(home: Answer) -> Iterator[Fault]:
    """What every page is to say of itself."""
    page = home.body.decode("utf-8", "replace")
    yield from _examine_type(home, "html")
    if not _is_revalidated(home):
        told = home.header("cache-control")
        yield Fault(FaultKind.CACHED, home.address, {"found": told})
    if home.header("x-content-type-options").lower() != "nosniff":
        yield Fault(FaultKind.SNIFFED, home.address)
    policies = [home.header("content-security-policy"), *_META_POLICY.findall(page)]
    if not any(map(_is_strict, policies)):
        yield Fault(FaultKind.POLICY, home.address)
    if not _is_kept_from_frames(home):
        yield Fault(FaultKind.FRAMED, home.address)
    if not (home.header("referrer-policy") or _META_REFERRER.search(page)):
        yield Fault(FaultKind.REFERRER, home.address)
    scheme = urlsplit(home.address).scheme
    if scheme == "https" and not home.header("strict-transport-security"):
        yield Fault(FaultKind.NO_HSTS, home.address)
    if scheme == "http" and not OWN_DEVICE.match(home.address):
        yield Fault(FaultKind.INSECURE, home.address)


def _is_revalidated(answer: Answer) -> bool:
    """Whether a browser asks soon whether a page is still the same one."""
    told = answer.header("cache-control").lower()
    if "no-cache" in told or "no-store" in told:
        return True
    age = _MAX_AGE.search(told)
    return age is not None and int(age[1]) <= MINUTES_TEN


def _is_strict(policy: str) -> bool:
    """Whether a policy lets only scripts of the site run, and inline ones by their digest."""
    sources = _SCRIPTS.findall(policy)
    return bool(sources) and not any("'unsafe-inline'" in one or "*" in one for one in sources)


def _is_kept_from_frames(answer: Answer) -> bool:
    policy = answer.header("content-security-policy")
    return "frame-ancestors" in policy or bool(answer.header("x-frame-options"))


def _examine_transport(asker: Asker, home: Answer) -> Iterator[Fault]:
    """Compression, and what happens where a browser has a page already."""
    for path in ("", addresses.SCRIPT, addresses.CATALOG_JSON):
        packed = asker.ask(path, Accept_Encoding=COMPRESSED)
        coding = packed.header("content-encoding")
        if not coding:
            yield Fault(FaultKind.UNCOMPRESSED, packed.address)
        elif "accept-encoding" not in packed.header("vary").lower():
            yield Fault(FaultKind.VARY, packed.address)
        if coding == "gzip" and not path:
            yield Fault(FaultKind.NO_BROTLI, packed.address)
    tag, day = home.header("etag"), home.header("last-modified")
    known = {"If_None_Match": tag} if tag else {"If_Modified_Since": day} if day else {}
    if not known or asker.ask("", **known).status != NOT_MODIFIED:
        yield Fault(FaultKind.NOT_REVALIDATED, home.address)


def _examine_types(asker: Asker) -> Iterator[Fault]:
    """Each kind of file is named as what it is."""
    paths = ("scripts/check/start.mjs", "service-worker.js", addresses.LOGO, "sitemap.xml")
    for path in (addresses.SCRIPT, *paths, addresses.CATALOG_JSON):
        answer = asker.ask(path)
        if answer.status != OK:
            yield Fault(FaultKind.STATUS, answer.address, {"status": str(answer.status)})
        else:
            yield from _examine_type(answer, path.rpartition(".")[2])


def _examine_type(answer: Answer, ending: str) -> Iterator[Fault]:
    """A type of the same meaning will do: browsers run scripts by each name of JavaScript."""
    found = answer.header("content-type").partition(";")[0].strip().lower()
    meant = {TYPES[ending], *(_OTHER_NAMES.get(ending, ()))}
    if found not in meant:
        wanted = TYPES[ending]
        yield Fault(FaultKind.TYPE, answer.address, {"found": found, "wanted": wanted})


_OTHER_NAMES = {
    "js": ("application/javascript",),
    "mjs": ("application/javascript",),
    "xml": ("text/xml",),
}


def _examine_addresses(asker: Asker) -> Iterator[Fault]:
    """Addresses without their last stroke, unknown ones, and what nobody is to see."""
    bare = asker.ask(addresses.SERVICES.rstrip("/"))
    wanted = f"{asker.site_url}{addresses.SERVICES}"
    if bare.status not in LEADING:
        yield Fault(FaultKind.NOT_CLEAN, bare.address, {"status": str(bare.status)})
    elif bare.target != wanted:
        yield Fault(FaultKind.LEADS_AWAY, bare.address, {"to": bare.target, "wanted": wanted})
    nothing = asker.ask(UNKNOWN)
    if nothing.status != NOT_FOUND:
        yield Fault(FaultKind.FOUND, nothing.address, {"status": str(nothing.status)})
    elif MARK.encode() not in nothing.body:
        yield Fault(FaultKind.FOREIGN_NOT_FOUND, nothing.address)
    hidden = asker.ask(".git/HEAD")
    if hidden.status == OK and hidden.body.startswith(b"ref:"):
        yield Fault(FaultKind.HIDDEN_SHOWN, hidden.address)


def _examine_data(asker: Asker) -> Iterator[Fault]:
    """What other sites take from it: data, frames, parts of files; and short addresses."""
    data = asker.ask(addresses.CATALOG_JSON, Origin="https://example.org")
    if data.status != OK:
        return
    if data.header("access-control-allow-origin") != "*":
        yield Fault(FaultKind.NO_CORS, data.address)
    last = FIRST_BYTES - 1
    part = asker.ask(addresses.CATALOG_JSON, Range=f"bytes=0-{last}")
    if part.status != PARTIAL or part.body != data.body[:FIRST_BYTES]:
        yield Fault(FaultKind.NO_RANGES, part.address, {"status": str(part.status)})
    sample = _choose_sample(data.body)
    if sample is None:
        return
    framed = asker.ask(sample.embed)
    if framed.status != OK:
        yield Fault(FaultKind.STATUS, framed.address, {"status": str(framed.status)})
    elif _is_kept_from_frames(framed):
        yield Fault(FaultKind.NOT_EMBEDDED, framed.address)
    short = asker.ask(sample.short)
    if short.status in LEADING and short.target != f"{asker.site_url}{sample.service}":
        wanted = f"{asker.site_url}{sample.service}"
        yield Fault(FaultKind.LEADS_AWAY, short.address, {"to": short.target, "wanted": wanted})
    elif short.status not in (OK, *LEADING):
        yield Fault(FaultKind.LOST, short.address, {"status": str(short.status)})


def _choose_sample(content: bytes) -> Sample | None:
    """Choose the first service of a list; None where the file is not one of ours."""
    try:
        listed: Any = json.loads(content)
        first, year = listed["services"][0], listed["revision"]
        name, number = first["id"], first["number"]
    except (ValueError, LookupError, TypeError):
        return None
    service = addresses.service(name)
    return Sample(service, addresses.embed(service), addresses.short(year, number))
