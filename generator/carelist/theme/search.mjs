/**
 * What old links ask for goes behind the `#` before anything is fetched. What searches is fetched
 * at once when the field is reached, or the address asks: one file behind the other would take a
 * phone three trips to the server.
 */

if (location.search) history.replaceState(null, "", `${location.pathname}#${location.search.slice(1)}`);

addEventListener(
  location.hash ? "DOMContentLoaded" : "focusin",
  ({ target }) => {
    if (/** @type {Element} */ (target).id !== "q" && !location.hash) return;
    import("./scripts/search/page.mjs");
    const { own } = /** @type {HTMLElement} */ (document.querySelector("[data-own]")).dataset;
    self.early = { [own]: fetch(own) };
  },
  { once: true },
);
