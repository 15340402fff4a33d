/**
 * Opens for paper what is closed on the screen and told there all the same: for browsers whose style
 * sheets cannot, those before `::details-content`.
 */

const FOLDED = ".reading details, .kit-service, [data-paper]";

/** @type {HTMLDetailsElement[]} */
let opened = [];

addEventListener("beforeprint", () => {
  const all = /** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll(FOLDED));
  opened = [...all].filter((folded) => !folded.open);
  for (const folded of opened) folded.open = true;
});

addEventListener("afterprint", () => {
  for (const folded of opened) folded.open = false;
});
