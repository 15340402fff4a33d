/**
 * Starts the parts of a page that scripts add to, fetching only those that the page has; one that
 * fails never stops the others.
 */

/** @type {Record<string, () => Promise<new (root: HTMLElement) => unknown>>} */
const MODULES = {
  check: async () => (await import("./check/start.mjs")).Check,
  copy: async () => (await import("./copy.mjs")).Copy,
  "large-text": async () => (await import("./large-text.mjs")).LargeText,
  offline: async () => (await import("./offline.mjs")).Offline,
  "offline-note": async () => (await import("./offline.mjs")).OfflineNote,
  share: async () => (await import("./share.mjs")).Share,
  today: async () => (await import("./today.mjs")).Today,
  search: async () => (await import("./search.mjs")).Search,
  "search-key": async () => (await import("./search.mjs")).SearchKey,
};

/** @param {HTMLElement} root */
async function start(root) {
  try {
    const Module = await MODULES[root.dataset.module]();
    new Module(root);
  } catch (error) {
    console.error(error);
  }
}

for (const root of document.querySelectorAll("[data-module]")) start(root);
