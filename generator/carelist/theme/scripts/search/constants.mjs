/**
 * What search counts by, under the names of generator/carelist/search/constants.py, which says what each is.
 * The file that a search loads first holds the values.
 */

/** @type {string} */
export let PIECE;
/** @type {string} */
export let UMLAUTS;
/** @type {string} */
export let QUOTES;
/** @type {string} */
export let ACCENTS;
/** @type {string} */
export let NOT;
/** @type {string} */
export let STOP_WORDS;
/** @type {[string, string][]} */
export let SPELLING;
/** @type {string[]} */
export let APART;
/** @type {number} */
export let LONGEST_PHRASE;
/** @type {Record<string, number>} */
export let BOOSTS;
/** @type {string[]} */
export let SAID;
/** @type {number} */
export let MOST_TIMES;
/** @type {number} */
export let K1;
/** @type {number} */
export let B;
/** @type {number} */
export let WEIGHT_DIGITS;
/** @type {number} */
/** @type {number} */
export let FALL;
/** @type {number} */
export let CHARACTER;
/** @type {number} */
export let STRONG_SHARE;
/** @type {number} */
export let STRONG_SCORE;
/** @type {number} */
export let LEAST_SCORE;
/** @type {number} */
export let ALWAYS;
/** @type {number} */
export let DIGITS;
/** @type {number} */
export let LEAST_TOLD;
/** @type {number} */
export let SENTENCE;
/** @type {number} */
export let MOSTLY;
/** @type {number} */
export let TITLE_WORTH;
/** @type {Record<string, number>} */
export let AROUND;
/** @type {Record<string, number>} */
export let LONGEST;
/** @type {number} */
export let SHORT;
/** @type {number} */
export let LONG;
/** @type {number} */
export let LONGEST_WORD;
/** @type {number} */
export let MOST_CHARACTERS;
/** @type {string} */
export let INFIXES;
/** @type {string} */
export let POINTING;
/** @type {number} */
export let UNKNOWN;
/** @type {number} */
export let LOST;
/** @type {number} */
export let SYNONYM;
/** @type {number} */
export let SLIP;
/** @type {number} */
export let BEGINNING;
/** @type {number} */
export let SOUND;
/** @type {string} */
export let INITIALS;
/** @type {number} */
export let SYLLABLE_COST;
/** @type {number} */
export let INITIAL_COST;
/** @type {number} */
export let LONGEST_SYLLABLE;
/** @type {number} */
export let MOST_LETTERS;
/** @type {number} */
export let MOST_INITIALS;
/** @type {string} */
export let HELD;
/** @type {string} */
export let SPEAKABLE;
/** @type {string} */
export let MEASURES;
/** @type {string[]} */
export let NUMERALS;
/** @type {string} */
export let TENS;
/** @type {string} */
export let NUMBER;
/** @type {string} */
export let SPELT;
/** @type {string} */
export let WITH_TENS;
/** @type {number} */
export let MONTHS;
/** @type {number} */
export let OLDEST;
/** @type {number} */
export let GRADES;
/** @type {number} */
export let LAST_GRADE;
/** @type {number} */
export let BEGUN;
/** @type {Record<string, number>} */
export let SCHOOLS;
/** @type {Record<string, string>} */
export let MEANT;
/** @type {string} */
export let AGED;
/** @type {[string, string][]} */
export let RULES;
/** @type {string} */
export let YEAR;
/** @type {number} */
export let FIRST_ROW;
/** @type {number} */
export let FIRST_CELL;
/** @type {number} */
export let CELLS;
/** @type {number} */
export let COMMON_COUNT;
/** @type {number} */
export let BIG5_FIRST_ROW;
/** @type {number} */
export let BIG5_CELLS;
/** @type {number} */
export let BIG5_LOW_CELLS;
/** @type {number} */
export let BIG5_LOW;
/** @type {number} */
export let BIG5_HIGH;
/** @type {number} */
export let TRADITIONAL_COUNT;
/** @type {string} */
export let SEPARATORS;
/** @type {number} */
export let SINGLE;
/** @type {number} */
export let FILES;
/** @type {number} */
export let FACTOR;
/** @type {number} */
export let ALIKE;
/** @type {number} */
export let CARDS;

/** @param {any[]} given The values, in the order of generator/carelist/search/constants.py, each of its own type. */
export function setConstants(given) {
  [
    PIECE,
    UMLAUTS,
    QUOTES,
    ACCENTS,
    NOT,
    STOP_WORDS,
    SPELLING,
    APART,
    LONGEST_PHRASE,
    BOOSTS,
    SAID,
    MOST_TIMES,
    K1,
    B,
    WEIGHT_DIGITS,
    FALL,
    CHARACTER,
    STRONG_SHARE,
    STRONG_SCORE,
    LEAST_SCORE,
    ALWAYS,
    DIGITS,
    LEAST_TOLD,
    SENTENCE,
    MOSTLY,
    TITLE_WORTH,
    AROUND,
    LONGEST,
    SHORT,
    LONG,
    LONGEST_WORD,
    MOST_CHARACTERS,
    INFIXES,
    POINTING,
    UNKNOWN,
    LOST,
    SYNONYM,
    SLIP,
    BEGINNING,
    SOUND,
    INITIALS,
    SYLLABLE_COST,
    INITIAL_COST,
    LONGEST_SYLLABLE,
    MOST_LETTERS,
    MOST_INITIALS,
    HELD,
    SPEAKABLE,
    MEASURES,
    NUMERALS,
    TENS,
    NUMBER,
    SPELT,
    WITH_TENS,
    MONTHS,
    OLDEST,
    GRADES,
    LAST_GRADE,
    BEGUN,
    SCHOOLS,
    MEANT,
    AGED,
    RULES,
    YEAR,
    FIRST_ROW,
    FIRST_CELL,
    CELLS,
    COMMON_COUNT,
    BIG5_FIRST_ROW,
    BIG5_CELLS,
    BIG5_LOW_CELLS,
    BIG5_LOW,
    BIG5_HIGH,
    TRADITIONAL_COUNT,
    SEPARATORS,
    SINGLE,
    FILES,
    FACTOR,
    ALIKE,
    CARDS,
  ] = given;
}
