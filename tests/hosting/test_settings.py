"""The settings that we write: right to the letter, for a site at a root and below a path."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from carelist.cli import main
from carelist.hosting.settings import Address, read_address, write_settings
from carelist.site.place import Place
from click.testing import CliRunner

from tests.conftest import ROOT
from tests.site.building import SUB_PATH_URL
from tests.speaking import EN, ZH

if TYPE_CHECKING:
    from pathlib import Path

    from carelist.hosting.settings import Server
    from carelist.site.site import Site
    from carelist.speech.locales import Locale


def write(server: Server, site: Site, url: str, language: Locale = EN) -> dict[str, str]:
    """The settings of a server for the real site at an address, by the names of their files."""
    placed = replace(site, place=Place(url, ""))
    root = "/var/www/carelist/"
    return dict(write_settings(server, placed, root=root, listen="80", language=language))


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://list.example.org/", Address(secure=True, host="list.example.org", base="/")),
        (
            "http://example.org:8080/a/b/",
            Address(secure=False, host="example.org:8080", base="/a/b/"),
        ),
    ],
)
def test_an_address_has_its_parts(url: str, address: Address) -> None:
    """Scheme, host and the path of the home page."""
    assert read_address(url) == address


def test_nginx_is_told_where_the_site_lies_and_leads(site: Site) -> None:
    """Below a path by an alias; printed addresses lead on in each language."""
    lines = write("nginx", site, SUB_PATH_URL)["carelist.conf"].splitlines()
    told = {line.strip() for line in lines}
    assert told >= {
        "server_name example.org;",
        "alias /var/www/carelist/;",
        "error_page 403 404 =404 /city/list/404.html;",
        '"~^/city/list/en/embed/" "";',
        '"~^/city/list/data/" "*";',
        'location = /city/list/2025/9/ { return 302 "/city/list/services/housing/"; }',
        'location = /city/list/en/2025/9/ { return 302 "/city/list/en/services/housing/"; }',
    }
    redirects = [line for line in told if line.startswith("location = ") and "302" in line]
    assert len(redirects) == 2 * 2 * 32  # /2025/9/ and /revisions/2025/9/, in two languages


def test_caddy_gets_a_certificate_by_itself(site: Site) -> None:
    """A site at https:// has its address as Caddy wants it, and is remembered as secure."""
    text = write("caddy", site, "https://list.example.org/")["Caddyfile"]
    assert "\nhttps://list.example.org {\n" in text
    assert '\t\tStrict-Transport-Security "max-age=31536000"\n' in text


def test_pages_of_others_have_headers_and_redirects(site: Site) -> None:
    """As Cloudflare Pages reads them."""
    files = write("pages", site, "https://list.example.org/")
    headers = files["_headers"].split("\n/")
    assert "  Content-Security-Policy: frame-ancestors 'self'" in headers[1].splitlines()
    assert "embed/*\n  ! Content-Security-Policy" in headers
    assert "data/*\n  Access-Control-Allow-Origin: *" in headers
    assert "*.png\n  ! Cache-Control\n  Cache-Control: public, max-age=86400" in headers
    assert "/2025/9/ /services/housing/ 302\n" in files["_redirects"]
    rules = [line for line in files["_redirects"].splitlines() if not line.startswith("#")]
    assert len(rules) <= 2000  # as many as Cloudflare Pages takes


def test_oss_is_told_its_pages_and_types(site: Site) -> None:
    """The page of each folder, the one for unknown addresses, who may read, what each file is."""
    files = write("oss", site, "https://list.example.org/")
    website = ET.fromstring(files["website.xml"])
    assert [website.findtext(path) for path in ("*/Suffix", "*/SupportSubDir", "*/Key")] == [
        "index.html",
        "true",
        "404.html",
    ]
    assert ET.fromstring(files["cors.xml"]).findtext("*/AllowedOrigin") == "*"
    lines = files["upload.sh"].splitlines()
    assert 'put mjs "text/javascript; charset=utf-8" "no-cache"' in lines
    assert 'put pdf "application/pdf" "public, max-age=86400"' in lines


def test_comments_are_in_the_language_of_whoever_asks(site: Site) -> None:
    """All else is the same."""
    english, chinese = (
        write("nginx", site, SUB_PATH_URL, language)["carelist.conf"].splitlines()
        for language in (EN, ZH)
    )
    differing = [one for one, other in zip(english, chinese, strict=True) if one != other]
    assert differing
    assert all(line.lstrip().startswith("#") for line in differing)


def test_the_command_writes_them(tmp_path: Path) -> None:
    """For the address in the settings of the site; one of the device itself is refused."""
    config, out = tmp_path / "mkdocs.yml", tmp_path / "hosting"
    config.write_text("site_url: https://list.example.org/\n", encoding="utf-8")
    command = ["serve-config", "nginx", "--catalog", str(ROOT / "catalog"), "--locale", "en"]
    command += ["--config", str(config), "--out", str(out)]
    done = CliRunner().invoke(main, command)
    assert (done.exit_code, done.stdout) == (0, f"{out.as_posix()}/carelist.conf is written\n")
    assert "server_name list.example.org;" in (out / "carelist.conf").read_text("utf-8")
    config.write_text("site_url: http://127.0.0.1:8000/\n", encoding="utf-8")
    assert CliRunner().invoke(main, command).exit_code == 1
