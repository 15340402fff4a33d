/**
 * Latin letters read as pinyin: whole syllables, initials, or a beginning.
 * Mirrors generator/carelist/search/pinyin.py.
 */

import { compile } from "./analysis.mjs";
import {
  HELD,
  INITIAL_COST,
  INITIALS,
  LONGEST_SYLLABLE,
  MOST_INITIALS,
  MOST_LETTERS,
  SPEAKABLE,
  SYLLABLE_COST,
} from "./constants.mjs";

/** @typedef {{ letters: string, whole: boolean }} Sound A syllable that was typed, or its beginning. */
/** @typedef {{ cost: number, sounds: Sound[] }} Spelling A way to read letters. */

/** @param {string} word @returns {boolean} Whether its letters could be syllables of pinyin. */
export function isSpeakable(word) {
  return compile(`^${SPEAKABLE}$`, "u").test(word);
}

/** @param {Sound} sound @param {string} syllable @returns {boolean} */
export function fits(sound, syllable) {
  return sound.whole ? syllable === sound.letters : syllable.startsWith(sound.letters);
}

/**
 * @param {string[]} words
 * @param {Set<string>} syllables
 * @returns {Sound[]} The words as pinyin; nothing where they are none.
 */
export function readLetters(words, syllables) {
  /** @type {Sound[]} */
  const reading = [];
  let total = 0;
  for (const part of words.flatMap((word) => word.split("'"))) {
    total += part.length;
    const sounds = total <= MOST_LETTERS && !compile(HELD, "u").test(part) ? readWord(part, syllables) : [];
    if (!sounds.length) return [];
    reading.push(...sounds);
  }
  return reading.filter(({ whole }) => !whole).length > MOST_INITIALS ? [] : reading;
}

/**
 * Reads one word in the way that costs least; of equal ones, that with the longer start.
 * @param {string} word
 * @param {Set<string>} syllables
 * @returns {Sound[]}
 */
function readWord(word, syllables) {
  const initials = INITIALS.split(" ");
  /** @type {(Spelling | null | undefined)[]} By where it starts. */
  const ways = Array(word.length).fill(null);
  ways.push({ cost: 0, sounds: [] });
  for (let start = word.length - 1; start >= 0; start -= 1) {
    for (let end = Math.min(word.length, start + LONGEST_SYLLABLE); end > start; end -= 1) {
      const rest = ways[end];
      const letters = word.slice(start, end);
      const whole = syllables.has(letters);
      if (!rest || !(whole || initials.includes(letters) || isBeginning(letters, end === word.length, syllables)))
        continue;
      const cost = rest.cost + (whole ? SYLLABLE_COST : INITIAL_COST);
      if (!ways[start] || cost < /** @type {Spelling} */ (ways[start]).cost) {
        ways[start] = { cost, sounds: [{ letters, whole }, ...rest.sounds] };
      }
    }
  }
  return ways[0] ? ways[0].sounds : [];
}

/** @param {string} letters @param {boolean} isLast @param {Set<string>} syllables @returns {boolean} */
function isBeginning(letters, isLast, syllables) {
  return isLast && letters.length > 1 && [...syllables].some((one) => one.startsWith(letters));
}
