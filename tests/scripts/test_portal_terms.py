"""The search over all places reads words as the program that writes its index does."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from carelist.portal import index, terms
from carelist.search.postings import find_file
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
READ = """async ([base, texts, layout]) => {
  const { findFile, listTerms } = await import(`${base}portal/terms.mjs`);
  return texts.map((text) => listTerms(text).map((term) => [term, findFile(term, layout)]));
}"""


def test_both_read_the_same_terms_and_look_for_them_in_the_same_files(
    page: Page, scripts: str
) -> None:
    """But for words that tell nothing: the index has none of them, so that none are found."""
    page.goto(f"{scripts}site.mjs")
    read = page.evaluate(READ, [scripts, TEXTS, asdict(index.SearchView())])
    told = [[one for one in found if one[0] not in WORDS] for found in read]
    assert told == [
        [[term, find_file(term, index.FILES, index.ALIKE)] for term in terms.list_terms(text)]
        for text in TEXTS
    ]
    assert sum(map(len, told)) > 15
