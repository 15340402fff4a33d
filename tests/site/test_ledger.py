"""Addresses are a promise: every one that was published answers, with its fragment."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from carelist.cli import main
from carelist.eligibility.inspecting import load_list
from carelist.site.ledger import compare_ledger, list_addresses, read_ledger
from carelist.site.place import Place
from carelist.site.site import Site
from click.testing import CliRunner

from tests.conftest import CLOUDBRIDGE, ROOT

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from tests.site.documents import Document

LEDGER = ROOT / "ledger.txt"


def find_silent(addresses: Iterable[str], built: Path, pages: dict[str, Document]) -> list[str]:
    """List the addresses that do not answer in both locales."""
    silent = []
    for address in addresses:
        path, _, fragment = address.partition("#")
        for locale in ("",) if path.startswith("data/") else ("", "en/"):
            is_page = path.endswith("/") or not path
            file = built / f"{locale}{path}{'index.html' if is_page else ''}"
            if not file.is_file() or (fragment and fragment not in pages[locale + path].ids):
                silent.append(f"{locale}{address}")
    return silent


def test_every_published_address_answers(built: Path, pages: dict[str, Document]) -> None:
    """On the real site, page by page and clause by clause."""
    ledger = read_ledger(LEDGER)
    assert len(ledger) > 300
    assert find_silent(ledger, built, pages) == []


def test_no_published_address_is_given_up(site: Site) -> None:
    """The site still promises what the ledger holds; `carelist ledger --write` adds what is new."""
    assert compare_ledger(site, read_ledger(LEDGER)).lost == ()


def test_what_the_first_list_published_answers_two_lists_later(
    built_cloudbridge: Path, cloudbridge_pages: dict[str, Document]
) -> None:
    """Services that ended, clauses that were withdrawn, audiences that are no more."""
    city = load_list(CLOUDBRIDGE)
    first = Site.of(replace(city, revisions=city.revisions[:1]), Place("/", ""))
    promised = list(list_addresses(first))
    assert "services/health/#check-ups" in promised
    assert find_silent(promised, built_cloudbridge, cloudbridge_pages) == []


def test_the_command_adds_what_is_new_and_tells_what_is_lost(tmp_path: Path) -> None:
    """New addresses are written once; a lost one fails, whatever is written."""
    ledger = tmp_path / "ledger.txt"

    def run(*options: str) -> tuple[int, list[str]]:
        where = ["--catalog", str(CLOUDBRIDGE), "--file", str(ledger)]
        result = CliRunner().invoke(main, ["ledger", *where, *options])
        return result.exit_code, result.output.splitlines()

    status, lines = run()
    assert status == 1
    assert lines[-1] == "run 'carelist ledger --write'"
    assert run("--write")[0] == 0
    assert run() == (0, [])
    ledger.write_text(ledger.read_text("utf-8") + "/services/nothing/\n", encoding="utf-8")
    line = f"{ledger}: /services/nothing/ was published and no longer answers"
    assert run("--write") == (1, [line])


def test_new_addresses_can_wait_but_a_record_of_publication_cannot_go(
    cloudbridge: Path, tmp_path: Path
) -> None:
    """A clerk who adds a department registers nothing; nobody unfreezes a published list."""
    ledger = tmp_path / "ledger.txt"
    ledger.write_text("/revisions/2031/\n", encoding="utf-8")
    options = ["ledger", "--catalog", str(cloudbridge), "--file", str(ledger), "--allow-new"]
    result = CliRunner().invoke(main, options)
    assert result.exit_code == 0
    assert result.output.splitlines()[-1] == "run 'carelist ledger --write'"
    record = cloudbridge / "revisions" / "2031" / "published.yml"
    record.unlink()
    result = CliRunner().invoke(main, options)
    line = (
        f"{record.as_posix()}: the list of 2031 was published and its record is gone; put it back"
    )
    assert (result.exit_code, result.output.splitlines()[0]) == (1, line)
    ledger.write_text("/revisions/2032/\n", encoding="utf-8")
    result = CliRunner().invoke(main, options)
    told = "the list of 2031 is neither a draft nor published; run 'carelist publish 2031'"
    assert (result.exit_code, result.output.splitlines()[0]) == (1, f"{record.as_posix()}: {told}")
