/**
 * Keeps the pages that were visited, and the whole list on request, for reading without a network.
 *
 * The network comes first: what is kept is shown only where the network does not bring the page in
 * time, with a line that says so, so that an old revision is never shown as the present one.
 */

import { answer, awaitLate, prefer } from "./answering.mjs";
import { judge } from "./judging.mjs";
import { adopt, beginKeeping, describe, forget } from "./keeping.mjs";
import { copies, isOwn, settings, worker } from "./place.mjs";

/** @import { Asked, Told } from "../worker-port.mjs" */

const FILES = new Set(settings.files.map((file) => copies.findKey(file)));

/** @param {Request} request @returns {boolean} Whether a page, or what belongs to one, is asked for. */
function isAnswered({ mode, url }) {
  const key = copies.findKey(url);
  return mode === "navigate" || key.endsWith(".svg") || FILES.has(key);
}

/**
 * Keeps what nothing is kept of yet; where it does not come, nothing fails.
 * @param {string} address
 * @param {ReturnType<typeof beginKeeping>} keep
 * @param {RequestCache} freshness "force-cache" for what the reader's browser has only just fetched.
 */
async function fetchOnce(address, keep, freshness) {
  const key = copies.findKey(address);
  try {
    if (await copies.findCopy(key)) return;
    await keep(key, await judge(await fetch(key, { cache: freshness }), key, copies.root + settings.icon));
  } catch (error) {
    console.warn(error);
  }
}

/** Keep the first page visited and what it loaded. */
async function install() {
  const keep = beginKeeping();
  const open = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
  for (const address of new Set([...settings.shared, ...open.map(({ url }) => url)])) {
    if (isOwn(address)) await fetchOnce(address, keep, "force-cache");
  }
  await worker.skipWaiting();
}

async function activate() {
  await adopt().catch(console.warn);
  await worker.clients.claim();
}

/** Keep what is wanted without a network: once the reader moves, not on a first sight. */
async function prepare() {
  const keep = beginKeeping();
  for (const address of settings.prepared) await fetchOnce(address, keep, "no-cache");
}

/** @type {{ [type in keyof Asked]: (data: Asked[type]) => Promise<Told[type] | void> }} */
const ACTIONS = {
  await: ({ address }) => awaitLate(address),
  describe: ({ locale }) => describe(locale),
  forget,
  prefer: async ({ address, late }) => prefer(address, late),
  prepare,
};

worker.addEventListener("install", (event) => event.waitUntil(install()));
worker.addEventListener("activate", (event) => event.waitUntil(activate()));
worker.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !isOwn(request.url) || request.headers.has("carelist-saving")) return;
  if (!isAnswered(request)) return;
  /** @type {Promise<unknown>[]} */
  const after = [];
  const answered = answer(request, after);
  if (!answered) return;
  event.respondWith(answered);
  event.waitUntil(answered.then(() => Promise.all(after)));
});
worker.addEventListener("message", (event) => {
  const [port] = event.ports;
  const { type, ...data } = event.data || {};
  if (!port || !Object.keys(ACTIONS).includes(type)) return;
  event.waitUntil(ACTIONS[/** @type {keyof Asked} */ (type)](data).then((told) => port.postMessage(told || {})));
});
