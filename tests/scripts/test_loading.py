"""What a search fetches: each thing once, and anew where it could not be had."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

ASK_THRICE = """async (module) => {
  const { loadOnce } = await import(module);
  const loaded = new Map();
  const told = [];
  let asked = 0;
  const ask = async () => {
    asked += 1;
    if (asked === 1) throw new Error();
    return `answer ${asked}`;
  };
  for (let turn = 0; turn < 3; turn += 1) {
    await loadOnce(loaded, "own", ask).then((one) => told.push(one), () => told.push("nothing"));
  }
  return told;
}"""


def test_what_could_not_be_had_is_asked_for_again(page: Page, scripts: str) -> None:
    """A moment without a network does not end the search; what is there is not fetched twice."""
    module = f"{scripts}search/loading.mjs"
    page.goto(module)
    assert page.evaluate(ASK_THRICE, module) == ["nothing", "answer 2", "answer 2"]
