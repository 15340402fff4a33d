/**
 * The kill switch: published in place of the service worker (`offline: false` in mkdocs.yml), it
 * removes all that this site kept, and itself.
 */

import { deleteAll } from "./place.mjs";

async function remove() {
  await deleteAll();
  await self.registration.unregister();
}

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(remove()));
