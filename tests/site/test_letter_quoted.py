"""What the letter says of a department stands on its page, in the words of the letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from carelist.catalog.letter_duties import find_mentions, list_for_all

from tests.site.documents import show, squeeze
from tests.speaking import LOCALES

if TYPE_CHECKING:
    from carelist.catalog.revision import Catalog
    from carelist.speech.locales import Locale

    from tests.site.documents import Document


@pytest.mark.parametrize("locale", LOCALES, ids=str)
def test_a_department_has_the_words_of_the_letter_and_the_way_to_them(
    locale: Locale, catalog: Catalog, pages: dict[str, Document]
) -> None:
    """Its rows of the table are not all that it is to do; every place is there."""
    notice = catalog.latest.notice
    for name, department in catalog.departments.items():
        page = pages[f"{locale.prefix}departments/{name}/"]
        section = page.one("section", aria_labelledby="letter")
        quotes = [squeeze(show(quote)) for quote in section.iter("blockquote")]
        mentions = find_mentions(notice, department, locale)
        told = [squeeze(one.text.write(locale)) for one in mentions]
        assert len(quotes) == len(told)
        assert all(quote.startswith(words) for quote, words in zip(quotes, told, strict=True))
        places = [link.get("href", "") for link in section.iter("a")]
        ids = pages[f"{locale.prefix}notice/"].ids
        assert [place for place in places if not place.startswith("../../notice/#")] == []
        assert [place for place in places if place.partition("#")[2] not in ids] == []
        for_all = [measure.id for measure in list_for_all(notice)]
        assert [place.partition("#")[2] for place in places][len(quotes) :] == for_all
