/**
 * Saves the whole list of a locale. It is gathered beside the one that is whole already, takes its
 * place only when it is whole itself, and goes on where it was broken off.
 */

import { Copies, put, readContent, readDigest } from "../worker/copies.mjs";
import { judge } from "../worker/judging.mjs";

/** @import { Answer } from "../worker/judging.mjs" */
/** @typedef {{ key: string, digest: string, isPage: boolean }} Wanted A file, by the key under which it is kept. */

/** How many files are fetched beside each other. */
const ABREAST = 4;
/** Milliseconds in which a file comes, or counts as not to be had. */
const PATIENCE = 20000;
/** After so many files in a row that did not come, the rest is not asked for. */
const SILENCES = 3;
/** Tells the worker to leave a request to the network. */
const HEADERS = { "carelist-saving": "1" };

/** @param {unknown} error @returns {boolean} Whether a device has no room. */
function isFull(error) {
  return /** @type {Error} */ (error).name === "QuotaExceededError";
}

export class Gathering {
  /**
   * @param {string} root The address of the home page.
   * @param {string} locale
   * @param {import("../worker-port.mjs").State} state
   * @param {(gathering: Gathering) => void} hear Called with each page.
   */
  constructor(root, locale, { total, icon, version }, hear) {
    this.hear = hear;
    this.locale = locale;
    this.total = total;
    this.version = version;
    this.icon = root + icon;
    this.copies = new Copies(root, [locale]);
    /** Pages that were tried, and those of them that are kept. */
    this.done = 0;
    this.kept = 0;
    this.failed = 0;
    /** Files that came, but are not those that the list names. */
    this.others = 0;
    this.silent = 0;
    this.full = false;
    this.stopped = false;
  }

  /** @returns {Promise<Gathering>} Itself, once it has ended, well or not. */
  async end() {
    try {
      await this.gather();
    } catch (error) {
      console.warn(error);
      this.full = this.full || isFull(error);
      this.failed = this.failed || this.total - this.kept;
    }
    return this;
  }

  async gather() {
    const { copies, locale } = this;
    const list = await this.fetch(copies.findList(locale));
    if (!list) throw new Error(`${locale}: no list of files`);
    /** @type {import("../data.mjs").WholeList} */
    const { version, pages, files } = JSON.parse(new TextDecoder().decode(list.bytes));
    const whole = await copies.findWhole(locale);
    if (whole && whole.version === version) return;
    const name = /** @type {string} */ (copies.namePlaces(locale).find((place) => place !== whole?.name));
    const cache = await caches.open(name);
    const wanted = Object.entries({ ...files, ...pages }).map(([address, digest]) => ({
      key: copies.findKey(address),
      digest,
      isPage: address in pages,
    }));
    this.total = Object.keys(pages).length;
    const queue = [...wanted];
    await Promise.all(
      Array.from({ length: ABREAST }, async () => {
        while (queue.length && !this.stopped) await this.take(cache, /** @type {Wanted} */ (queue.shift()));
      }),
    );
    if (this.stopped) return;
    if (this.full) await this.giveUp(whole && name);
    // A host may rewrite what it sends, and then does so with every page.
    else if (this.others && this.others < wanted.length) this.failed += this.others;
    if (this.full || this.failed) return;
    await this.swap(cache, list, new Set(wanted.map(({ key }) => key)));
    if (whole) await caches.delete(whole.name);
  }

  /**
   * Makes what was gathered the whole list; older copies of its pages go.
   * @param {Cache} cache
   * @param {Answer} list
   * @param {Set<string>} keys
   */
  async swap(cache, list, keys) {
    for (const { url } of await cache.keys()) if (!keys.has(url)) await cache.delete(url);
    await put(cache, this.copies.findList(this.locale), list);
    const visited = await caches.open(this.copies.visited);
    for (const key of keys) await visited.delete(key);
  }

  /**
   * Gives the room for a second list back; without being asked, this version is not tried again.
   * @param {string | undefined} name Of the cache, where there is another that is whole.
   */
  async giveUp(name) {
    if (name) await caches.delete(name);
    const nothing = { bytes: new ArrayBuffer(0), type: "text/plain" };
    await put(await caches.open(this.copies.visited), this.copies.findRefusal(this.version), nothing);
  }

  /**
   * @param {Cache} cache
   * @param {Wanted} wanted
   */
  async take(cache, { key, digest, isPage }) {
    try {
      const taken = !this.full && this.silent < SILENCES && (await this.gain(cache, key, digest));
      if (!taken) this.failed += 1;
      else if (isPage) this.kept += 1;
    } catch (error) {
      this.failed += 1;
      if (isFull(error)) this.full = true;
      else this.silent += 1;
    }
    if (!isPage) return;
    this.done += 1;
    this.hear(this);
  }

  /**
   * @param {Cache} cache
   * @param {string} key
   * @param {string} digest
   * @returns {Promise<boolean>} Whether a file is there now; taken from this device where it has not changed.
   */
  async gain(cache, key, digest) {
    const gathered = await cache.match(key);
    if (gathered && readDigest(gathered) === digest) return true;
    const copy = await this.copies.findCopy(key);
    if (copy && readDigest(copy) === digest) {
      await put(cache, key, await readContent(copy));
      return true;
    }
    const news = await this.fetch(key);
    this.silent = 0;
    if (!news || this.stopped) return false;
    if ((await put(cache, key, news)) !== digest) this.others += 1;
    return true;
  }

  /**
   * Rejects where the network does not bring a file in time.
   * @param {string} key
   * @returns {Promise<Answer | undefined>} Nothing where it is not the site's.
   */
  async fetch(key) {
    const patience = new Promise((_, reject) => {
      setTimeout(() => reject(new Error(`${key}: no answer`)), PATIENCE);
    });
    const asked = fetch(key, { cache: "no-cache", headers: HEADERS }).then((response) =>
      judge(response, key, this.icon),
    );
    const news = await Promise.race([asked, patience]);
    return news.kind === "ours" ? news : undefined;
  }
}
