/**
 * Which addresses and which caches are this site's: several sites may share a host, one within the
 * folder of another, and none of them touches what the others keep.
 */

import { Copies } from "./copies.mjs";

/** @import { Settings } from "../data.mjs" */

export const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
/** Filled in by the build; they change with the content of any page. */
export const settings = /** @type {Settings} */ (/** @type {unknown} */ ("SETTINGS"));
export const copies = new Copies(new URL("./", worker.location.href).href, Object.keys(settings.whole));
const FORMER_PREFIX = "carelist-";

/**
 * @param {string} address
 * @returns {boolean} Whether it is one of this site, and not one that stands in frames of others.
 */
export function isOwn(address) {
  const key = copies.findKey(address);
  if (!key.startsWith(copies.root)) return false;
  const path = key.slice(copies.root.length);
  const [first = ""] = path.split("/");
  return settings.own.includes(first) && !settings.frames.some((frame) => path.startsWith(frame));
}

/**
 * Earlier versions named what they kept alike on every site of a host.
 * @returns {Promise<string[]>} Those names under which nothing but pages of this site is kept.
 */
export async function listFormer() {
  const former = [];
  for (const name of (await caches.keys()).filter((one) => one.startsWith(FORMER_PREFIX))) {
    const kept = await (await caches.open(name)).keys();
    if (kept.length && kept.every(({ url }) => isOwn(url))) former.push(name);
  }
  return former;
}

/** Deletes all that this site keeps. */
export async function deleteAll() {
  const names = [...(await copies.listNames()), ...(await listFormer())];
  await Promise.all(names.map((name) => caches.delete(name)));
}
