/**
 * Keeps the pages that were visited, and the whole list on request, for reading without a network.
 *
 * The network comes first, always: what is kept is shown only where the network does not answer,
 * so that an old revision is never shown as the present one. The build fills in the settings; they
 * change with the content of any page, and what an older version kept is then fetched anew.
 */

/**
 * @typedef {object} Settings
 * @property {string} version The revision and a digest of all pages.
 * @property {Record<string, string[]>} pages By locale: the addresses of all pages.
 * @property {Record<string, number>} sizes By locale: bytes of all pages, compressed.
 * @property {string[]} scripts All scripts, and what they load.
 * @property {string[]} shared Those that every page loads.
 * @property {Record<string, string>} fallbacks By locale: the page shown for one that is not kept.
 */

/** @type {Settings} */
const settings = "SETTINGS";
const PREFIX = "carelist-";
const CURRENT = PREFIX + settings.version;
const ROOT = new URL("./", self.location.href);

/** The key under which an address is kept: without its query, which may hold what was asked. */
function findKey(url) {
  const { origin, pathname } = new URL(url, ROOT);
  return origin + pathname;
}

/**
 * @param {RequestCache} freshness "force-cache" for what the reader's browser has only just fetched.
 * @returns {Promise<boolean>} Whether the page was fetched and kept.
 */
async function keep(cache, address, freshness = "no-cache") {
  const key = findKey(address);
  try {
    const response = await fetch(key, { cache: freshness });
    if (response.ok) await cache.put(key, response);
    return response.ok;
  } catch {
    return false;
  }
}

const SCRIPTS = new Set(settings.scripts.map(findKey));

/** @returns {Promise<string[]>} The names of what older versions kept. */
async function findOlder() {
  return (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CURRENT);
}

/** Keep the first page visited and what it loaded; fetch anew all that older versions kept. */
async function install() {
  const cache = await caches.open(CURRENT);
  const known = new Set([...Object.values(settings.pages).flat(), ...settings.scripts].map(findKey));
  const wanted = new Set();
  for (const name of await findOlder()) {
    for (const { url } of await (await caches.open(name)).keys()) {
      if (known.has(findKey(url))) wanted.add(findKey(url));
    }
  }
  for (const key of wanted) await keep(cache, key);
  const open = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  for (const address of [...settings.shared, ...open.map(({ url }) => url)]) {
    const key = findKey(address);
    if (known.has(key) && !wanted.has(key)) await keep(cache, key, "force-cache");
  }
  await self.skipWaiting();
}

async function activate() {
  await Promise.all((await findOlder()).map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function answer(request) {
  const cache = await caches.open(CURRENT);
  const key = findKey(request.url);
  try {
    const response = await fetch(request);
    if (response.ok && response.type === "basic" && !response.redirected) {
      await cache.put(key, response.clone());
    }
    return response;
  } catch {
    const english = key.startsWith(new URL("en/", ROOT).href);
    const fallback = findKey(settings.fallbacks[english ? "en" : "zh"]);
    const kept = await cache.match(key);
    if (kept) return kept;
    const page = request.mode === "navigate" ? await cache.match(fallback) : undefined;
    return page ?? Response.error();
  }
}

/** Keep every page of a locale; tell the page that asked how far it is. */
async function save(locale, port) {
  const cache = await caches.open(CURRENT);
  const addresses = settings.pages[locale] ?? [];
  for (const script of settings.scripts) await keep(cache, script);
  let done = 0;
  let failed = 0;
  for (const address of addresses) {
    if (!(await keep(cache, address))) failed += 1;
    done += 1;
    port.postMessage({ done, total: addresses.length, failed });
  }
}

/** Keep the pages that tell of what is not kept: once the reader moves, not on a first sight. */
async function prepare() {
  const cache = await caches.open(CURRENT);
  for (const address of Object.values(settings.fallbacks)) {
    if (!(await cache.match(findKey(address)))) await keep(cache, address);
  }
}

async function forget(port) {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX));
  await Promise.all(names.map((name) => caches.delete(name)));
  port.postMessage({ kept: 0 });
}

/** Tell how many pages of a locale are kept, of how many, and what all of them weigh. */
async function describe(locale, port) {
  const requests = (await caches.has(CURRENT)) ? await (await caches.open(CURRENT)).keys() : [];
  const kept = new Set(requests.map((request) => request.url));
  const addresses = settings.pages[locale] ?? [];
  port.postMessage({
    kept: addresses.filter((address) => kept.has(findKey(address))).length,
    total: addresses.length,
    bytes: settings.sizes[locale] ?? 0,
  });
}

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(ROOT.href)) return;
  const { pathname } = new URL(request.url);
  if (request.mode === "navigate" || pathname.endsWith(".svg") || SCRIPTS.has(findKey(request.url))) {
    event.respondWith(answer(request));
  }
});
self.addEventListener("message", (event) => {
  const [port] = event.ports;
  const { type, locale } = event.data ?? {};
  const actions = new Map([
    ["describe", () => describe(locale, port)],
    ["forget", () => forget(port)],
    ["prepare", prepare],
    ["save", () => save(locale, port)],
  ]);
  if (port && actions.has(type)) event.waitUntil(actions.get(type)());
});
