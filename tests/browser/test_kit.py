"""An archive of a campaign, made in the reader's browser of the pieces that lie in the site."""

from __future__ import annotations

import json
import zipfile
from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page, Route

    from tests.browser.driving import Witness

BUTTON = "[data-module=archive] button"
STATUS = "[data-module=archive] [role=status]"
MADE = "已经打包好，在“下载”里。微信里存不了，请用浏览器打开这一页。"


def test_an_archive_is_made_of_all_pieces_of_a_campaign(
    page: Page, root: str, built: Path, tmp_path: Path, witness: Witness
) -> None:
    """Each as it lies in the site, in folders, of the day of the notice; previews are left out."""
    page.goto(f"{root}kit/pillars/health/")
    with page.expect_download() as download:
        page.locator(BUTTON).first.click()
    assert download.value.suggested_filename == "病有所医.zip"
    file = tmp_path / "kit.zip"
    download.value.save_as(file)
    expect(page.locator(STATUS).first).to_have_text(MADE)
    with zipfile.ZipFile(file) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        days = {entry.date_time for entry in archive.infolist()}
        contents = {name: archive.read(name) for name in names}
    assert contents == {name: (built / "kit" / name).read_bytes() for name in names}
    assert days == {(2025, 9, 18, 0, 0, 0)}
    kinds = {name.rpartition("/")[2] for name in names}
    assert "services/medical-insurance/poster-a3.pdf" in names
    assert kinds == {
        "checklist.pdf",
        "code.png",
        "code.svg",
        "poster-a3.pdf",
        "poster-a4.pdf",
        "share.png",
        "square.png",
    }
    assert witness.failures == []


def test_an_archive_of_the_whole_list_holds_the_booklet_in_every_language(
    page: Page, root: str, built: Path, tmp_path: Path
) -> None:
    """It is in two languages and lies with the source; the English page shows it too."""
    listed = json.loads((built / "en/kit/list/kit.json").read_text("utf-8"))
    few = [name for name in listed["names"] if name.startswith(("list/", "."))]
    assert len(few) < len(listed["names"])
    page.route("**/kit.json", lambda route: route.fulfill(json=listed | {"names": few}))
    page.goto(f"{root}en/kit/")
    with page.expect_download() as download:
        page.locator(BUTTON).first.click()
    file = tmp_path / "kit.zip"
    download.value.save_as(file)
    with zipfile.ZipFile(file) as archive:
        names = archive.namelist()
        assert archive.read("list/booklet.pdf") == (built / "kit/list/booklet.pdf").read_bytes()
    own = [name for name in few if not name.startswith(".")]
    assert sorted(names) == sorted(["list/booklet.pdf", *own])


def test_a_piece_that_cannot_be_had_is_told_and_nothing_is_saved(page: Page, root: str) -> None:
    """The reader may ask again, and then has all of it."""

    def fail(route: Route) -> None:
        route.abort()

    pieces = f"{root}kit/services/medical-insurance/*.pdf"
    page.route(pieces, fail)
    page.goto(f"{root}kit/pillars/health/")
    page.locator(BUTTON).first.click()
    expect(page.locator(STATUS).first).to_have_text("有文件没取到。请再点一次，或者一个一个下载。")
    page.unroute(pieces, fail)
    with page.expect_download():
        page.locator(BUTTON).first.click()
    expect(page.locator(STATUS).first).to_have_text(MADE)
