/**
 * Words as the search over all places looks them up.
 * Mirrors generator/carelist/portal/terms.py.
 */

/** @typedef {Record<"files" | "alike" | "factor" | "cards", number>} Layout How the index lies in files. */

/** @param {string} text @returns {string} As it is compared: compatible forms, small letters, no accents. */
export function fold(text) {
  const plain = text.normalize("NFKC").toLowerCase().normalize("NFD");
  return plain.replace(/[\u0300-\u036f]/g, "").normalize("NFC");
}

/** @param {string} text @returns {string[]} Its terms, each once: pairs of Chinese characters, and words. */
export function listTerms(text) {
  const runs = fold(text).match(/[\u3400-\u9fff]+|[a-z0-9]+/g) ?? [];
  return [...new Set(runs.flatMap((run) => (isHan(run) ? pair(run) : [run])))];
}

/** @param {string} term @returns {boolean} */
export const isHan = (term) => term > "z";

/** @param {string} run @returns {string[]} */
function pair(run) {
  const pairs = Array.from(run.slice(1), (one, at) => /** @type {string} */ (run[at]) + one);
  return pairs.length ? pairs : [run];
}

/**
 * @param {string} term
 * @param {Layout} layout
 * @returns {number} The file of the index that it is in.
 */
export function findFile(term, { files, alike, factor }) {
  let number = 0;
  for (const one of isHan(term) ? term.slice(0, 1) : term.slice(0, alike)) {
    number = (number * factor + /** @type {number} */ (one.codePointAt(0))) % files;
  }
  return number;
}
