/**
 * Shows the page for unknown addresses in the language of the address: one file answers for all.
 * Comparisons that have no page are put together where an own page does that.
 */

import { readPair, writePair } from "./steps/pairs.mjs";

/**
 * @param {string} path The path of the address asked for.
 * @param {string} base The path under which the site lies, with slashes at both ends.
 * @param {string[]} prefixes What addresses begin with in each locale; nothing in that of the root.
 * @returns {string} The prefix of the locale that the address belongs to.
 */
export function findPrefix(path, base, prefixes) {
  return prefixes.find((one) => one && `${path}/`.startsWith(base + one)) ?? "";
}

if (typeof document !== "undefined") {
  const base = new URL("../", import.meta.url).pathname;
  const sections = [...document.querySelectorAll("[data-prefix]")];
  const prefixes = sections.map(({ dataset }) => dataset.prefix ?? "");
  const prefix = findPrefix(location.pathname, base, prefixes);
  for (const section of sections) {
    section.hidden = section.dataset.prefix !== prefix;
    if (!section.hidden) {
      document.documentElement.lang = section.lang;
      document.title = section.querySelector("h1")?.textContent || document.title;
      const pair = readPair(
        location.pathname.slice(`${base}${prefix}`.length),
        (section.dataset.years ?? "").split(" "),
      );
      if (pair) location.replace(`${base}${prefix}changes/steps/#${writePair(pair)}${location.hash}`);
    }
  }
}
