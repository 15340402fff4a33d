"""The search over all places reads words as the program that writes its index does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carelist.portal import index, terms
from carelist.theme import THEME
from lunr.stop_word_filter import WORDS

if TYPE_CHECKING:
    from playwright.sync_api import Page

TEXTS = (
    "为儿童接种 Vaccines for café",
    "ＨＰＶ疫苗，第2针",
    "苗",
    "Crédit d’impôt; naïve ﬁles",
    "an aid to the 残疾 child",
    "",
)
READ = """async ([base, texts]) => {
  const { findFile, listTerms } = await import(`${base}portal/terms.mjs`);
  return texts.map((text) => listTerms(text).map((term) => [term, findFile(term)]));
}"""


def test_both_read_the_same_terms_and_look_for_them_in_the_same_files(
    page: Page, scripts: str
) -> None:
    """But for words that tell nothing: the index has none of them, so that none are found."""
    page.goto(f"{scripts}site.mjs")
    read = page.evaluate(READ, [scripts, TEXTS])
    told = [[one for one in found if one[0] not in WORDS] for found in read]
    assert told == [
        [[term, terms.find_file(term)] for term in terms.list_terms(text)] for text in TEXTS
    ]
    assert sum(map(len, told)) > 15


def test_both_count_the_cards_of_a_file_alike() -> None:
    """A number that stands in the script too."""
    script = (THEME / "scripts" / "portal" / "search.mjs").read_text("utf-8")
    assert re.findall(r"^const CARDS = (\d+);$", script, re.MULTILINE) == [str(index.CARDS)]
