/**
 * What a site keeps on this device: the pages that were visited, and on request the whole list of a
 * locale. The whole list has two places, of which one may be whole: its list of files is put there
 * last. The next version is gathered in the other place, and shown only once it is whole too.
 */

const WHEN = "carelist-kept";
const DIGEST = "carelist-digest";
const PLACES = [1, 2];

/** @param {ArrayBuffer} bytes @returns {Promise<string>} As the build writes it. */
export async function findDigest(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).slice(0, 6);
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** @param {Response} copy @returns {string | null} */
export function readDigest(copy) {
  return copy.headers.get(DIGEST);
}

/** @param {Response} copy @returns {string} When it was kept, in ISO 8601. */
export function readTime(copy) {
  return /** @type {string} */ (copy.headers.get(WHEN));
}

/** @param {Response} copy @returns {Promise<{ bytes: ArrayBuffer, type: string }>} */
export async function readContent(copy) {
  return { bytes: await copy.arrayBuffer(), type: copy.headers.get("content-type") || "" };
}

/**
 * Rejects where there is no room.
 * @param {Cache} cache
 * @param {string} key
 * @param {{ bytes: ArrayBuffer, type: string }} content
 * @param {Date} [when]
 * @returns {Promise<string>} The digest of what was kept.
 */
export async function put(cache, key, { bytes, type }, when = new Date()) {
  const digest = await findDigest(bytes);
  const headers = { "content-type": type, [WHEN]: when.toISOString(), [DIGEST]: digest };
  await cache.put(key, new Response(bytes, { headers }));
  return digest;
}

/**
 * @typedef {{ name: string, when: string } & import("../data.mjs").WholeList} Whole `name` is that of
 *   the cache.
 */

/** The copies of one site; another site of the same host has its own. */
export class Copies {
  /**
   * @param {string} root The address of the site's home page.
   * @param {string[]} locales
   */
  constructor(root, locales) {
    this.root = root;
    this.locales = locales;
    this.prefix = `carelist ${new URL(root).pathname} `;
    this.visited = `${this.prefix}visited`;
  }

  /**
   * @param {string} address
   * @returns {string} The key under which it is kept: without its query, which may hold what was asked.
   */
  findKey(address) {
    const { origin, pathname } = new URL(address, this.root);
    return origin + pathname.replace(/\/index\.html$/, "/");
  }

  /** @param {string} locale @returns {string} The address of the list of files that make up the whole list. */
  findList(locale) {
    return this.findKey(`scripts/whole.${locale}.json`);
  }

  /** @param {string} locale @returns {string[]} The names of both places of the whole list. */
  namePlaces(locale) {
    return PLACES.map((place) => `${this.prefix}${locale} ${place}`);
  }

  /** @returns {Promise<string[]>} The names of all that this site keeps. */
  async listNames() {
    return (await caches.keys()).filter((name) => name.startsWith(this.prefix));
  }

  /** @param {string} locale @returns {Promise<Whole | undefined>} What is kept whole. */
  async findWhole(locale) {
    /** @type {Whole[]} */
    const found = [];
    for (const name of this.namePlaces(locale)) {
      const list = await caches.match(this.findList(locale), { cacheName: name });
      if (list) found.push({ name, when: readTime(list), ...(await list.json()) });
    }
    return found.sort((a, b) => (a.when < b.when ? 1 : -1))[0];
  }

  /**
   * Of what is being gathered, nothing is given where there is something whole.
   * @param {string} key
   * @returns {Promise<Response | undefined>} The copy that was last brought by a visit, or else saved.
   */
  async findCopy(key) {
    const names = [this.visited];
    for (const locale of this.locales) {
      const whole = await this.findWhole(locale);
      names.push(...(whole ? [whole.name] : this.namePlaces(locale)));
    }
    for (const cacheName of names) {
      const copy = await caches.match(key, { cacheName });
      if (copy) return copy;
    }
    return undefined;
  }

  /** @param {string} version @returns {string} The address under which is noted that there is no room for it. */
  findRefusal(version) {
    return this.findKey(`scripts/no-room-for-${version}`);
  }

  /**
   * @param {string} locale
   * @param {string} version
   * @returns {Promise<boolean>} Whether saving is to go on: broken off, or left behind.
   */
  async isUnfinished(locale, version) {
    if (await caches.match(this.findRefusal(version), { cacheName: this.visited })) return false;
    const whole = await this.findWhole(locale);
    if (whole) return whole.version !== version;
    const begun = await Promise.all(this.namePlaces(locale).map((name) => caches.has(name)));
    return begun.some(Boolean);
  }
}
