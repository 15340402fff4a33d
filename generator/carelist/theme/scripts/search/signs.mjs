/**
 * What a query may name that is no service: telephone numbers, and the notice by its number.
 * Mirrors generator/carelist/search/signs.py.
 */

import { compile, fold } from "./analysis.mjs";
import { MEANT, YEAR } from "./constants.mjs";
import { readNumbers, writeFigures } from "./numbers.mjs";

/**
 * @param {{ numbers: string[], code: string }} sign Its numbers, and what stands before that of a document.
 * @param {string} text
 * @param {Map<string, string>} [simplified]
 * @returns {boolean} Whether a query names it.
 */
export function isNamed({ numbers, code }, text, simplified) {
  const folded = writeFigures(fold(text, simplified));
  /** @type {string[]} */
  const named = folded.match(/\d+/g) ?? [];
  if (numbers.every((one) => named.includes(one))) return true;
  if (!code) return false;
  const own = `${numbers[numbers.length - 1]}${MEANT.document}`;
  const isOwn = readNumbers(folded).numbers.some(({ ways }) => ways.some(([term]) => term === own));
  return folded.includes(code) || (isOwn && !named.some((one) => compile(`^${YEAR}$`, "").test(one)));
}
