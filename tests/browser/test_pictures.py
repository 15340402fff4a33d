"""The site still looks as its reference pictures do, as far as another machine's fonts allow."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image, ImageChops, ImageStat

from tests.site.building import ROOT
from tools.pictures import PICTURES, take_pictures

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

MOST = 7.0
"""Mean difference of brightness, of 255, between pictures made eight times smaller: other fonts
stay below it, a lost colour, column or component does not."""


@pytest.fixture(scope="module")
def taken(browser: Browser, built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pictures of the site as it is now."""
    folder = tmp_path_factory.mktemp("pictures")
    take_pictures(browser, built, folder)
    return folder


def measure_difference(one: Path, other: Path) -> float:
    """The mean difference of brightness of two pictures of one size, made eight times smaller."""
    first, second = (Image.open(path).convert("L") for path in (one, other))
    assert first.size == second.size
    small = (first.width // 8, first.height // 8)
    difference = ImageChops.difference(first.resize(small), second.resize(small))
    return ImageStat.Stat(difference).mean[0]


@pytest.mark.parametrize("name", [picture.name for picture in PICTURES])
def test_the_site_looks_as_in_its_reference_pictures(taken: Path, name: str) -> None:
    """After a change that is meant, `make pictures` takes them anew."""
    file = f"{name}.png"
    assert measure_difference(taken / file, ROOT / "docs/pictures" / file) <= MOST


def test_a_lost_style_sheet_would_be_seen(taken: Path, tmp_path: Path) -> None:
    """The measure is sharp enough: a page in the dark is far from the same page in the light."""
    dark = tmp_path / "dark.png"
    picture = Image.open(taken / "home-zh-phone.png").convert("RGB")
    ImageChops.invert(picture).save(dark)
    assert measure_difference(dark, ROOT / "docs/pictures/home-zh-phone.png") > 10 * MOST
