/** How pages speak with the service worker. */

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
 * @property {import("./worker/keeping.mjs").State} describe
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
