/**
 * The kill switch: published in place of the service worker (`offline: false` in mkdocs.yml), it
 * removes all that this site kept, and itself.
 */

import { deleteAll, worker } from "./place.mjs";

async function remove() {
  await deleteAll();
  await worker.registration.unregister();
}

worker.addEventListener("install", () => worker.skipWaiting());
worker.addEventListener("activate", (event) => event.waitUntil(remove()));
