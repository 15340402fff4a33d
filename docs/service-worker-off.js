/**
 * The kill switch: published in place of the service worker (`offline: false` in mkdocs.yml), it
 * removes all that was kept, and itself.
 */
async function remove() {
  const names = (await caches.keys()).filter((name) => name.startsWith("carelist-"));
  await Promise.all(names.map((name) => caches.delete(name)));
  await self.registration.unregister();
}

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(remove()));
