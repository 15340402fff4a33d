/**
 * Starts the parts of a portal's page that scripts add to; one that fails never stops the others.
 */

import { LargeText } from "./large-text.mjs";
import { Places } from "./portal/places.mjs";

/** @type {Record<string, () => Promise<new (root: never) => unknown>>} */
const MODULES = {
  "large-text": async () => LargeText,
  places: async () => Places,
  "portal-search": async () => (await import("./portal/search.mjs")).PortalSearch,
};

/** @param {HTMLElement} root */
async function start(root) {
  try {
    const Module = await MODULES[/** @type {string} */ (root.dataset.module)]?.();
    if (Module) new Module(/** @type {never} */ (root));
  } catch (error) {
    console.error(error);
  }
}

for (const root of document.querySelectorAll("[data-module]")) start(/** @type {HTMLElement} */ (root));

/** The other language shows the same place, and what is searched for. */
document.addEventListener("click", ({ target }) => {
  const link = /** @type {Element} */ (target).closest?.(".switch");
  if (link) Object.assign(link, { hash: location.hash });
});
