/**
 * Words of queries without those that tell nothing. Mirrors generator/search/words.py.
 */

import { isHan } from "./analysis.mjs";

/**
 * @param {import("./analysis.mjs").Piece[]} pieces
 * @param {import("./tables.mjs").Tables} tables
 * @param {import("./analysis.mjs").Stemmer} stemmer
 * @param {number} counts How many numbers were beside them.
 * @returns {{ runs: string[], words: string[] }} What tells something; all where nothing does.
 */
export function cutPieces(pieces, tables, stemmer, counts) {
  const runs = pieces.map(({ text }) => text).filter(isHan);
  const words = pieces.map(({ text }) => text).filter((text) => !isHan(text));
  let told = runs.flatMap((run) => run.replace(tables.cut, " ").split(" ")).filter(Boolean);
  const toldWords = words.filter((word) => !isIdle(word, tables, stemmer));
  if (told.some(isLong)) told = told.filter(isLong);
  return counts || told.length || toldWords.length ? { runs: told, words: toldWords } : { runs, words };
}

/** @param {string} word English @returns {boolean} Whether it tells nothing. */
export const isIdle = (word, tables, stemmer) => stemmer.isStopWord(word) || tables.ignored.has(stemmer.stem(word));

/** @param {string} run */
const isLong = (run) => Array.from(run).length > 1;
