/** The words in reserve, fetched only where nothing answers most of a query. */

/**
 * @typedef {import("./address.mjs").Asked} Asked
 * @typedef {import("./engine.mjs").Engine} Engine
 * @typedef {import("./library.mjs").Library} Library
 */

/** @type {WeakMap<Library, Library>} What has more words, by what has fewer. */
const widened = new WeakMap();

/** @param {Library} library @returns {Promise<Library>} What has the words in reserve too, beside all that it has. */
export async function widen(library) {
  const { own, foreign, reserve } = library.addresses;
  const Kind = /** @type {typeof import("./library.mjs").Library} */ (library.constructor);
  const wide = widened.get(library) || new Kind(library.entries, library.analysis, library.addresses);
  widened.set(library, wide);
  wide.files = library.files;
  await wide.make(...[own, foreign].slice(0, library.loaded), /** @type {string} */ (reserve));
  return wide;
}

/**
 * Shows what the words in reserve find; nothing where a reader is among the results, which then stay
 * where they are.
 * @param {import("./page.mjs").SearchPage} page
 * @param {Asked} asked
 * @returns {Promise<string | undefined>} What is said of it.
 */
export async function reach(page, asked) {
  const wide = await widen(/** @type {Library} */ (page.library));
  const found = page.judge(/** @type {Engine} */ (wide.engine), asked.query, page.makeFilter(asked.filters));
  const results = page.find("results");
  const isRead = results.contains(document.activeElement) || results.getBoundingClientRect().top < 0;
  if (page.latest !== asked || isRead) return undefined;
  page.results.library = wide;
  return page.results.show(found, asked, true);
}
