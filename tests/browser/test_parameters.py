"""What anybody can write into a link is not shown by an official page."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

STRANGE = '紧急通知"><b>800-1234</b>'
MARKS = ("紧急通知", "800-1234", quote("紧急通知"))
"""What would be seen of it, however it is escaped."""
NAMES = (
    *("q", "list", "services", "pillar", "department", "age", "how", "lang", "locale", "revision"),
    *("title", "id", "page", "step", "from", "to", "name", "url", "theme", "size"),
)
"""Every parameter that a page reads, and some that one might."""
PAGES = (
    "",
    "check/",
    "search/",
    "notice/",
    "report/",
    "services/housing/",
    "embed/services/housing/",
    "embed/search/",
    "services/nothing/",
)
ASKED = {"check/", "search/"}
"""Pages that fetch what they need to answer a link."""
FIND = """(marks) => {
  const has = (text) => marks.some((mark) => String(text).includes(mark));
  const texts = document.createTreeWalker(document, NodeFilter.SHOW_TEXT);
  const found = [];
  while (texts.nextNode()) {
    const { parentElement: parent } = texts.currentNode;
    if (has(texts.currentNode.data)) found.push(`text of ${parent.localName} ${parent.id}`);
  }
  for (const element of document.querySelectorAll("*")) {
    const { localName, value = "", content } = element;
    if (has(value)) found.push(`value of ${localName} ${element.name}`);
    if (content && has(element.innerHTML)) found.push(`inside ${localName}`);
    for (const one of element.attributes) {
      if (has(one.value)) found.push(`attribute ${one.name} of ${localName}`);
    }
  }
  return found;
}"""
QUERY = {"value of input ", "text of p ", "text of title "}
"""Where a query stands on the search page: in its field, its title, and quoted with its count."""


@pytest.mark.parametrize("address", PAGES)
def test_no_parameter_shows_a_strangers_words(page: Page, root: str, address: str) -> None:
    """Neither as text nor in an attribute; a query stands in the search field alone."""
    written = "&".join(f"{name}={quote(STRANGE)}" for name in NAMES)
    shared = f"services=housing,{quote(STRANGE)}&list=0800-1234"
    for link in (f"?{written}", f"#{written}", f"?{shared}"):
        page.goto("about:blank")
        page.evaluate("name => { window.name = name }", STRANGE)
        page.goto(root + address + link)
        page.wait_for_timeout(400 if address in ASKED else 50)
        found = set(page.evaluate(FIND, list(MARKS)))
        assert found <= (QUERY if address == "search/" else set()), link
