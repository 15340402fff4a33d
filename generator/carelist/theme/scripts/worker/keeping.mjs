/** What the worker keeps by itself: what visits bring, and what earlier versions left. */

import { put, readContent } from "./copies.mjs";
import { copies, deleteAll, listFormer, settings } from "./place.mjs";

/** How often all was deleted: what was asked for before is not kept after. */
let deletions = 0;
/** @type {Promise<unknown>} What is kept and what is deleted take turns, or a deleted cache would be opened anew. */
let turn = Promise.resolve();

/** @template T @param {() => Promise<T>} work @returns {Promise<T>} */
function takeTurn(work) {
  const taken = turn.then(work);
  turn = taken.catch(() => {});
  return taken;
}

/**
 * Begins to wait for what is to be kept.
 * @returns {(key: string, news: import("./judging.mjs").News) => Promise<void>} Keeps what has come,
 *     or drops what the site says is gone. A full device keeps what it had: nothing else fails.
 */
export function beginKeeping() {
  const before = deletions;
  return (key, news) =>
    takeTurn(async () => {
      if (deletions !== before) return;
      if (news.kind === "ours") await put(await caches.open(copies.visited), key, news);
      if (news.kind === "gone" && news.sure) {
        for (const name of await copies.listNames()) await (await caches.open(name)).delete(key);
      }
    }).catch(console.warn);
}

/** @returns {Promise<void>} Once all is deleted. */
export function forget() {
  deletions += 1;
  return takeTurn(deleteAll);
}

/** Takes over what earlier versions kept under names that other sites of the host used too. */
export async function adopt() {
  for (const name of await listFormer()) {
    const former = await caches.open(name);
    const cache = await caches.open(copies.visited);
    for (const { url } of await former.keys()) {
      const copy = /** @type {Response} */ (await former.match(url));
      const when = new Date(copy.headers.get("date") || Date.now());
      if (!(await cache.match(url))) await put(cache, url, await readContent(copy), when);
    }
    await caches.delete(name);
  }
}

/** @param {string} locale One of the site. @returns {Promise<import("../worker-port.mjs").State>} */
export async function describe(locale) {
  const { version, icon } = settings;
  const [total, bytes] = /** @type {[number, number]} */ (settings.whole[locale]);
  const unfinished = [];
  for (const one of copies.locales) if (await copies.isUnfinished(one, version)) unfinished.push(one);
  const state = { total, bytes, version, icon, unfinished, any: (await copies.listNames()).length > 0 };
  const whole = await copies.findWhole(locale);
  if (!whole) return state;
  const keys = new Set((await (await caches.open(whole.name)).keys()).map(({ url }) => url));
  const kept = Object.keys(whole.pages).filter((address) => keys.has(copies.findKey(address))).length;
  return { ...state, when: whole.when, kept, behind: whole.version !== version };
}
