"""No site is built from an address that leads nowhere, nor from links that lead out of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from carelist.catalog.kinds import Kind
from carelist.site.refusals import check_site_url, read_site_url, tell_refusals

from tests.speaking import LOCALES

if TYPE_CHECKING:
    from pathlib import Path

SETTINGS = "# The site\nsite_name: Care\nsite_url:  !ENV [SITE_URL, '']\n"


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The settings of a site, in the folder where one stands."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    file = tmp_path / "mkdocs.yml"
    file.write_text(SETTINGS, encoding="utf-8")
    return file


@pytest.mark.parametrize(
    "url",
    [
        "https://list.example.org/",
        "http://127.0.0.1:8000/",
        "https://example.org/city/list/",
        "HTTPS://xn--fiqs8s.example/",
        "https://长春.example/",
        "http://[::1]:8000/",
    ],
)
def test_an_address_that_readers_can_open(settings: Path, url: str) -> None:
    """Of any host, with a path or none."""
    assert tell_refusals(settings, url, (), prints=True) == ""


@pytest.mark.parametrize(
    "url",
    [
        "list.example.org",
        "/",
        "//list.example.org/",
        "ftp://list.example.org/",
        "javascript:alert(1)",
        "https://",
        "https:///list/",
        "https://list.example.org/?city=1",
        "https://list.example.org/#list",
        "https://list.example.org/a b/",
        "https://user:word@list.example.org/",
        'https://list.example.org/">',
        "http://[::1/",
        "https://list.example.org:port/",
    ],
)
@pytest.mark.parametrize("prints", [True, False])
def test_what_is_no_address_of_a_site(settings: Path, url: str, *, prints: bool) -> None:
    """It is told where it stands, whether anything is printed or not."""
    problems = list(check_site_url(settings, url, prints=prints))
    assert [problem.kind for problem in problems] == [Kind.NOT_A_SITE_URL]
    assert tell_refusals(settings, url, (), prints=prints) == (
        f"the site cannot be built:\nmkdocs.yml:3:12: '{url}' is not the address of a site; "
        "expected https:// or http:// and a host, without '?' or '#', as https://list.example.org/"
    )


@pytest.mark.parametrize("url", ["", None])
def test_nothing_is_printed_without_an_address(settings: Path, url: str | None) -> None:
    """Pages alone can be made without one; in both languages it is said what to set."""
    assert tell_refusals(settings, url, (), prints=False) == ""
    (problem,) = check_site_url(settings, url or "", prints=True)
    assert [problem.kind] == [Kind.SITE_URL_MISSING]
    assert problem.position == ("mkdocs.yml", 3, 12)
    for language in LOCALES:
        told = problem.message(language)
        assert all(word in told for word in ("site_url", "SITE_URL", "CARELIST_TYPESET=false"))


def test_the_place_of_an_address_that_another_file_gives(settings: Path) -> None:
    """The beginning of the settings, where they do not name it themselves."""
    settings.write_text("INHERIT: other.yml\n", encoding="utf-8")
    (problem,) = check_site_url(settings, "", prints=True)
    assert problem.position == ("mkdocs.yml", 1, 1)


@pytest.mark.parametrize(
    ("written", "variables", "read"),
    [
        ("https://a.example.org/", {}, "https://a.example.org/"),
        ("!ENV SITE_URL", {"SITE_URL": "https://b.example.org/"}, "https://b.example.org/"),
        ("!ENV SITE_URL", {}, ""),
        ("!ENV [FIRST, SITE_URL, 'https://c.example.org/']", {}, "https://c.example.org/"),
        (
            "!ENV [FIRST, SITE_URL, '']",
            {"SITE_URL": "https://d.example.org/"},
            "https://d.example.org/",
        ),
    ],
)
def test_the_address_is_read_as_mkdocs_reads_it(
    settings: Path,
    monkeypatch: pytest.MonkeyPatch,
    written: str,
    variables: dict[str, str],
    read: str,
) -> None:
    """From the environment too, and from the settings that others inherit."""
    for name in ("FIRST", "SITE_URL"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    settings.write_text(f"site_url: {written}\n", encoding="utf-8")
    assert read_site_url(settings) == read
    heir = settings.with_name("heir.yml")
    heir.write_text(f"INHERIT: {settings.name}\n", encoding="utf-8")
    assert read_site_url(heir) == read


def test_links_are_told_with_the_address(settings: Path) -> None:
    """All that is wrong at once."""
    docs = settings.parent / "docs"
    docs.mkdir()
    (docs / "secret.md").symlink_to("/etc/hostname")
    told = tell_refusals(settings, "", [docs], prints=True).split("\n")
    assert [line.split(" ")[0] for line in told] == [
        "the",
        "mkdocs.yml:3:12:",
        "docs/secret.md:1:1:",
    ]


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:8000/", "HTTP://localhost/care/", "http://[::1]:8000/"]
)
def test_codes_to_hand_out_do_not_lead_back_to_the_device(settings: Path, url: str) -> None:
    """Pages can be looked at under such an address, and a kit of them is for nobody else."""
    assert list(check_site_url(settings, url, prints=True)) == []
    problems = list(check_site_url(settings, url, prints=True, to_hand_out=True))
    assert [problem.kind for problem in problems] == [Kind.SITE_URL_LOCAL]
