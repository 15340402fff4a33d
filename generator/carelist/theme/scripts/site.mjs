/**
 * Starts the parts of a page that scripts add to. Those that nearly every page has come with this
 * file, the others are fetched where a page has them; one that fails never stops the others.
 */

import { LargeText } from "./large-text.mjs";
import { Offline } from "./offline.mjs";
import { OfflineNote } from "./offline-note.mjs";
import { Search, SearchKey } from "./search.mjs";
import { Share } from "./share.mjs";

/** @typedef {() => Promise<new (root: never) => unknown>} Load Gives a class, which knows its kind of root. */

/** @type {Record<string, Load>} */
const MODULES = {
  aloud: async () => (await import("./aloud.mjs")).Aloud,
  archive: async () => (await import("./archive.mjs")).Archive,
  check: async () => (await import("./check/start.mjs")).Check,
  copy: async () => (await import("./copy.mjs")).Copy,
  "large-text": async () => LargeText,
  offline: async () => Offline,
  "offline-note": async () => OfflineNote,
  report: async () => (await import("./report.mjs")).Report,
  search: async () => Search,
  "search-key": async () => SearchKey,
  share: async () => Share,
  today: async () => (await import("./today.mjs")).Today,
};

/** @param {HTMLElement} root */
async function start(root) {
  try {
    const Module = await /** @type {Load} */ (MODULES[root.dataset.module])();
    new Module(/** @type {never} */ (root));
  } catch (error) {
    console.error(error);
  }
}

/** Starts all parts of the page that is shown. */
export function startParts() {
  for (const root of document.querySelectorAll("[data-module]")) start(root);
}

startParts();

// Younger browsers open for paper by their style sheet what is closed on the screen.
if (!CSS.supports("selector(::details-content)")) import("./paper.mjs").catch(console.error);

/** The other language shows the same place, and what is searched for. */
for (const type of ["click", "auxclick", "contextmenu"]) {
  document.addEventListener(type, ({ target }) => {
    const link = /** @type {Element} */ (target).closest?.(".switch");
    if (link) Object.assign(link, { search: location.search, hash: location.hash });
  });
}
