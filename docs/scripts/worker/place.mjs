/**
 * Which addresses and which caches are this site's: several sites may share a host, one within the
 * folder of another, and none of them touches what the others keep.
 */

import { Copies } from "./copies.mjs";

/**
 * @typedef {object} Settings Filled in by the build; they change with the content of any page.
 * @property {string} version The revision and a digest of all pages.
 * @property {number} patience Milliseconds that the network has where a copy is at hand.
 * @property {string[]} own The first parts of all addresses of the site.
 * @property {string[]} frames Beginnings of the addresses that stand in frames of other sites.
 * @property {string} icon Every page has it, and so says which site it is of.
 * @property {string[]} files Those beside pages and drawings that are kept: scripts and their lists.
 * @property {string[]} shared Those that every page loads.
 * @property {Record<string, string>} fallbacks By locale: the page shown for one that is not kept.
 * @property {string[]} prepared Those that are kept once a reader moves.
 * @property {Record<string, [pages: number, bytes: number]>} whole By locale: all pages, compressed.
 */

/** @type {Settings} */
export const settings = "SETTINGS";
export const copies = new Copies(new URL("./", self.location.href).href, Object.keys(settings.whole));
const FORMER_PREFIX = "carelist-";

/** Whether an address is one of this site, and not one that stands in frames of others. */
export function isOwn(address) {
  const key = copies.findKey(address);
  if (!key.startsWith(copies.root)) return false;
  const path = key.slice(copies.root.length);
  return settings.own.includes(path.split("/")[0]) && !settings.frames.some((frame) => path.startsWith(frame));
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
