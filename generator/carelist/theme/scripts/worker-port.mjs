/** How pages speak with the service worker. */

/**
 * @typedef {object} State What is kept of a locale, for the reader and for what saves it.
 * @property {number} total How many pages the site has now.
 * @property {number} bytes What all of them weigh.
 * @property {string} version
 * @property {string} icon
 * @property {string[]} unfinished The locales whose saving is to go on.
 * @property {boolean} any Whether anything is kept.
 * @property {string} [when] When the whole list was kept.
 * @property {number} [kept] How many pages of it there are.
 * @property {boolean} [behind] Whether the site has changed since.
 */

/**
 * @typedef {object} Asked What the worker is asked to do, and what goes with it.
 * @property {{ address: string }} await To tell what came late for a page whose copy is shown.
 * @property {{ locale: string }} describe
 * @property {{ locale: string }} forget
 * @property {{ address: string, late: boolean }} prefer To show next what came late, or else what
 *   the network gives.
 * @property {{ locale: string }} prepare
 *
 * @typedef {object} Told What it answers.
 * @property {{ kind: import("./worker/judging.mjs").News["kind"], changed: boolean }} await
 * @property {State} describe
 * @property {{}} forget
 * @property {{}} prefer
 * @property {{}} prepare
 */

/**
 * @template {keyof Asked} Type
 * @param {{ type: Type } & Asked[Type]} message
 * @returns {Promise<Told[Type]>} What the worker answers; never, where it ends before.
 */
export async function ask(message) {
  const { active } = await navigator.serviceWorker.ready;
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = (event) => resolve(event.data);
    /** @type {ServiceWorker} */ (active).postMessage(message, [port2]);
  });
}
