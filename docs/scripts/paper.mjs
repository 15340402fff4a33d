/**
 * Opens for paper what is closed on the screen and told there all the same, in browsers whose style
 * sheets cannot: those before `::details-content`.
 */

const FOLDED = ".reading details, .kit-service, .not-fitting";

/** @param {Window} view */
export function openForPaper(view) {
  if (view.CSS.supports("selector(::details-content)")) return;
  let opened = [];
  view.addEventListener("beforeprint", () => {
    opened = [...view.document.querySelectorAll(FOLDED)].filter((folded) => !folded.open);
    for (const folded of opened) folded.open = true;
  });
  view.addEventListener("afterprint", () => {
    for (const folded of opened) folded.open = false;
  });
}
