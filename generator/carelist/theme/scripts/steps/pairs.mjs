/** Which comparisons of lists have pages, and what the others are put together from. */

/**
 * @typedef {object} Pair Two lists, by id.
 * @property {string} before
 * @property {string} after
 * @property {string} rest Whose changes: of a pillar or department, as `pillars/health/`; empty for all.
 */

const PATH = /^changes\/([^/]+)\.\.([^/]+?)\/?(|\/(?:pillars|departments)\/[^/]+\/?)$/u;

/**
 * Tells a comparison that has no page of its own, as carelist.site.pairs does.
 * @param {string} path Without site and locale, as `changes/2031..2033/pillars/health/`.
 * @param {string[]} years All lists, the earliest first.
 * @returns {Pair | undefined} None for whatever else there is, or is not.
 */
export function readPair(path, years) {
  const [, before = "", after = "", rest = ""] = PATH.exec(path) ?? [];
  const [first, last] = [years.indexOf(before), years.indexOf(after)];
  if (first < 0 || last < first + 2 || last === years.length - 1) return undefined;
  return { before, after, rest: rest && `${rest.replace(/^\/|\/$/gu, "")}/` };
}

/** @param {Pair} pair @returns {string} As it stands in an address: `2031..2033/pillars/health/`. */
export function writePair({ before, after, rest }) {
  return `${before}..${after}/${rest}`;
}

/** @param {Pair} pair @param {string[]} years @returns {Pair[]} Each list beside the next one. */
export function listSteps({ before, after, rest }, years) {
  const between = years.slice(years.indexOf(before), years.indexOf(after) + 1);
  return between.slice(1).map((year, place) => ({ before: /** @type {string} */ (between[place]), after: year, rest }));
}
