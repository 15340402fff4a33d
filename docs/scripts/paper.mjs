/**
 * Opens for paper what is closed on the screen and told there all the same: for browsers whose style
 * sheets cannot, those before `::details-content`.
 */

const FOLDED = ".reading details, .kit-service";

/** @type {HTMLDetailsElement[]} */
let opened = [];

addEventListener("beforeprint", () => {
  opened = [...document.querySelectorAll(FOLDED)].filter((folded) => !folded.open);
  for (const folded of opened) folded.open = true;
});

addEventListener("afterprint", () => {
  for (const folded of opened) folded.open = false;
});
