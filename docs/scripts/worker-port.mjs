/** How pages speak with the service worker. */

/**
 * @param {Record<string, unknown>} message
 * @returns {Promise<any>} What the worker answers; never, where it ends before.
 */
export async function ask(message) {
  const { active } = await navigator.serviceWorker.ready;
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = (event) => resolve(event.data);
    active.postMessage(message, [port2]);
  });
}
