/**
 * Words of queries without those that tell nothing. Mirrors generator/carelist/search/cutting.py.
 */

import { compile, isHan, isStopWord } from "./analysis.mjs";
import { INFIXES, LONGEST_PHRASE, POINTING } from "./constants.mjs";

/**
 * @typedef {import("./tables.mjs").Tables} Tables
 * @typedef {import("./analysis.mjs").Stemmer} Stemmer
 */

/** Stands for a word while what is around it is cut. */
const KEPT = "\0";

/**
 * @param {import("./analysis.mjs").Token[]} pieces
 * @param {Tables} tables
 * @param {Stemmer} stemmer
 * @param {number} counts How many numbers were beside them.
 * @returns {{ runs: string[], words: string[], tells: boolean }} What tells something, or all where
 *   nothing does.
 */
export function cutPieces(pieces, tables, stemmer, counts) {
  const runs = pieces.map(({ text }) => text).filter(isHan);
  const words = pieces.map(({ text }) => text).filter((text) => !isHan(text));
  let told = runs.flatMap((run) => cut(run, tables)).filter(Boolean);
  const toldWords = joinPhrases(words, tables, stemmer).filter(
    (word) => word.includes(" ") || !isIdle(word, tables, stemmer),
  );
  if (told.some(isLong)) told = told.filter(isLong);
  const tells = !!(counts || told.length || toldWords.length);
  return tells ? { runs: told, words: toldWords, tells } : { runs, words, tells };
}

/**
 * Cuts a run at what tells nothing, but not within a word that has a synonym: `我想死`.
 * @param {string} run
 * @param {Tables} tables
 * @returns {string[]}
 */
function cut(run, tables) {
  const said = run.replace(compile(POINTING), /** @type {string} */ (INFIXES[0]));
  const words = said.match(tables.also) ?? [];
  const told = said.replace(tables.also, KEPT).replace(tables.cut, " ");
  return told
    .split(KEPT)
    .reduce((before, after, place) => before + words[place - 1] + after)
    .split(" ");
}

/**
 * @param {string[]} words English
 * @param {Tables} tables
 * @param {Stemmer} stemmer
 * @returns {string[]} Those of a phrase that is one thing together.
 */
export function joinPhrases(words, tables, stemmer) {
  const joined = [];
  let place = 0;
  while (place < words.length) {
    let length = Math.min(LONGEST_PHRASE, words.length - place);
    const phrase = () => words.slice(place, place + length).join(" ");
    while (length > 1 && !tables.phrases.has(stemWords(phrase(), stemmer))) length -= 1;
    joined.push(phrase());
    place += length;
  }
  return joined;
}

/** @param {string} phrase Or a word. @param {Stemmer} stemmer @returns {string} Its stems as it is said. */
export function stemWords(phrase, stemmer) {
  const words = phrase.split(" ");
  return words.map((word) => (words[1] ? stemmer.stemSaid(word) : stemmer.stem(word))).join(" ");
}

/**
 * @param {string} word English
 * @param {Tables} tables
 * @param {Stemmer} stemmer
 * @returns {boolean} Whether it tells nothing.
 */
export const isIdle = (word, tables, stemmer) => isStopWord(word) || tables.ignored.has(stemmer.stem(word));

/** @param {string} run */
const isLong = (run) => Array.from(run).length > 1;
