/**
 * Answers a page: the network first; where it gives no page of this site in time, the copy that is
 * kept, which says so. What comes late is kept, and the page is told.
 */

import { findDigest, readContent, readDigest, readTime } from "./copies.mjs";
import { judge } from "./judging.mjs";
import { beginKeeping } from "./keeping.mjs";
import { copies, settings } from "./place.mjs";

/** @import { News } from "./judging.mjs" */

const ICON = copies.root + settings.icon;

/** For so many milliseconds a network that did not answer in time is given less of it. */
const SILENCE = 30000;
const LESS = 5;
const silence = { until: 0 };

/** @type {Map<string, Promise<News & { changed: boolean }>>} */
const late = new Map();
/** @type {Set<string>} What is next shown as it came late. */
const next = new Set();
/** @type {Set<string>} What is next shown as the network gives it. */
const plain = new Set();

/** @param {number} milliseconds @returns {Promise<void>} */
function wait(milliseconds) {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}

/**
 * @param {Request} request
 * @param {Promise<unknown>[]} after What the worker goes on with once it has answered.
 * @returns {Promise<Response> | undefined} Nothing where the reader wants what the network gives.
 */
export function answer(request, after) {
  const key = copies.findKey(request.url);
  const isVisit = request.mode === "navigate";
  if (isVisit && plain.delete(key)) return undefined;
  const newer = isVisit && next.delete(key) && late.get(key);
  if (!newer) return choose(request, key, isVisit, after);
  // Visited in another tab meanwhile, it may have brought nothing there.
  return newer.then(({ response }) => response?.clone() ?? choose(request, key, isVisit, after));
}

/**
 * @param {Request} request
 * @param {string} key
 * @param {boolean} isVisit Whether a page is asked for, and not what belongs to one.
 * @param {Promise<unknown>[]} after
 * @returns {Promise<Response>} What the network brings in time, or else the copy.
 */
async function choose(request, key, isVisit, after) {
  const keep = beginKeeping();
  const fetched = fetch(request);
  fetched.catch(() => {}); // told by what waits for it
  const copy = await copies.findCopy(key).catch(() => undefined);
  if (!copy) return passOn(fetched, key, isVisit, keep, after);
  // What the browser itself still has of a page is no news of the network.
  /** @type {Promise<News>} */
  const judged = navigator.onLine
    ? fetched.then((response) => judge(response, key, ICON)).catch(() => ({ kind: "none" }))
    : Promise.resolve({ kind: "none" });
  const patience = Date.now() < silence.until ? settings.patience / LESS : settings.patience;
  const news = await Promise.race([judged, wait(patience)]);
  if (news?.response) {
    silence.until = 0;
    after.push(keep(key, news));
    return news.response;
  }
  silence.until = Date.now() + SILENCE;
  const settled = judged.then(async (one) => {
    await keep(key, one);
    const isNewer = one.kind === "ours" && (await findDigest(one.bytes)) !== readDigest(copy);
    return { ...one, changed: isNewer || one.kind === "gone" };
  });
  if (isVisit) late.set(key, settled);
  after.push(settled);
  return show(copy, isVisit);
}

/**
 * @param {Response} copy
 * @param {boolean} isVisit
 * @returns {Promise<Response>} It as it is shown: a page knows since when it is kept.
 */
async function show(copy, isVisit) {
  const { bytes, type } = await readContent(copy);
  const headers = { "content-type": type };
  if (!isVisit) return new Response(bytes, { headers });
  const html = new TextDecoder().decode(bytes);
  return new Response(html.replace(/<html\b/i, `$& data-kept="${readTime(copy)}"`), { headers });
}

/**
 * Without a copy the network has all the time it takes, as it would without a worker.
 * @param {Promise<Response>} fetched
 * @param {string} key
 * @param {boolean} isVisit
 * @param {ReturnType<typeof beginKeeping>} keep
 * @param {Promise<unknown>[]} after
 */
async function passOn(fetched, key, isVisit, keep, after) {
  try {
    const response = await fetched;
    const news = judge(response.clone(), key, ICON);
    after.push(news.then((one) => keep(key, one)).catch(() => {})); // broke off
    return response;
  } catch {
    return (isVisit && (await findInstead(key))) || Response.error();
  }
}

/**
 * @param {string} key
 * @returns {Promise<Response | undefined>} What is shown for a page that is neither kept nor to be had.
 */
async function findInstead(key) {
  const folder = `${key}/`;
  if (await copies.findCopy(folder)) return Response.redirect(folder);
  const found = Object.keys(settings.fallbacks).find((one) => one && key.startsWith(copies.root + one));
  const fallback = copies.findKey(/** @type {string} */ (settings.fallbacks[found ?? ""]));
  const copy = await copies.findCopy(fallback);
  if (!copy) return undefined;
  const { bytes, type } = await readContent(copy);
  // It stands under another address, from which its links would lead elsewhere.
  const html = new TextDecoder()
    .decode(bytes)
    .replace(
      /\b(href|src|action)="?(?![#/"]|[a-z]+:)([^"\s>]*)"?/g,
      (_, name, address) => `${name}="${new URL(address, fallback).pathname}"`,
    );
  return new Response(html, { headers: { "content-type": type } });
}

/**
 * @param {string} address A page whose copy is shown.
 * @returns {Promise<{ kind: News["kind"], changed: boolean }>} What came late for it.
 */
export async function awaitLate(address) {
  const { kind, changed } = (await late.get(copies.findKey(address))) || { kind: "none", changed: false };
  return { kind, changed };
}

/**
 * @param {string} address
 * @param {boolean} isLate Whether it is next shown as it came late, or else as the network gives it.
 */
export function prefer(address, isLate) {
  const key = copies.findKey(address);
  if (!isLate) plain.add(key);
  else if (late.has(key)) next.add(key);
}
