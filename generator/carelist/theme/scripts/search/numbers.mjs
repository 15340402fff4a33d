/**
 * Numbers of a query as what they count: years of age, grades of school, items, documents.
 * Numerals of Chinese, English and pinyin are figures. Mirrors generator/carelist/search/numbers.py.
 */

import { compile } from "./analysis.mjs";
import {
  AGED,
  BEGUN,
  GRADES,
  LAST_GRADE,
  MEANT,
  MONTHS,
  NUMBER,
  NUMERALS,
  OLDEST,
  RULES,
  SCHOOLS,
  SPELT,
  TENS,
  WITH_TENS,
} from "./constants.mjs";

/** @type {Map<string, number>} The value of each numeral. */
const values = new Map();
/** @type {[string, RegExp][]} */
let rules = [];
/** @type {RegExp} */
let withTens;

/** Reads what the constants say, once they are there. */
function prepare() {
  if (rules.length) return;
  for (const row of NUMERALS) row.split(" ").forEach((word, value) => values.set(word, value));
  const latin = [...values.keys()].filter((word) => word[1]).sort((a, b) => b.length - a.length);
  const number = NUMBER.replace("L", latin.join("|"));
  /** @param {string} source */
  const expand = (source) => new RegExp(source.replace(/N/g, number).replace("T", TENS).replace(/A/g, AGED), "g");
  withTens = expand(WITH_TENS);
  rules = RULES.map(([kind, source]) => [kind, expand(source)]);
}

/**
 * @typedef {object} Counted A number of a query.
 * @property {string} text As it is written.
 * @property {string[][]} ways Terms of which a service has all, for each thing that may be meant.
 * @property {string[]} [near] The grades that children of an age are in.
 * @property {boolean} [unsure] Whether it may be a length of time.
 */

/** @param {string} folded @returns {string} With what is spelt in figures: `一一〇` is 110, `twenty-first` is 21. */
export function writeFigures(folded) {
  prepare();
  const tens = TENS.split("|");
  return folded
    .replace(compile(SPELT, "g"), (digits) => Array.from(digits, (one) => values.get(one)).join(""))
    .replace(withTens, (_, ten, ones) => `${(tens.indexOf(ten) + 2) * 10 + (values.get(ones) ?? 0)}`);
}

/** @param {string} folded @returns {{ rest: string, numbers: Counted[] }} The text without the numbers that count something. */
export function readNumbers(folded) {
  /** @type {Counted[]} */
  const numbers = [];
  let rest = writeFigures(folded);
  for (const [kind, pattern] of rules) {
    rest = rest.replace(pattern, (text, ...groups) => {
      const words = groups.slice(0, -2).filter(Boolean);
      const school = kind === "grade" && words.length > 1 ? words.shift() : "";
      if (kind !== "time") numbers.push({ text, ...count(kind, school, words.map(readValues)) });
      return school.length > 1 && school > "z" ? ` ${school} ` : " ";
    });
  }
  return { rest, numbers };
}

/** @param {string} word @returns {number[]} Its value, or both where it says one or the other: `三四`. */
export function readValues(word) {
  prepare();
  const digits = parseInt(word, 10);
  if (digits >= 0) return [digits];
  if (values.has(word) || word === "半") return [values.get(word) ?? 0];
  const [, hundreds, tens, last = ""] = /(?:(.?)百)?零?(?:(.?)十)?(.*)/.exec(word) ?? [];
  /** @param {string | undefined} figure @param {number} worth */
  const weigh = (figure, worth) => (figure === undefined ? 0 : (values.get(figure) ?? 1) * worth);
  const base = weigh(hundreds, 100) + weigh(tens, 10);
  const ones = Array.from(last, (one) => base + (values.get(one) ?? 0));
  return ones.length ? ones : [base];
}

/**
 * @param {string} kind Of the rule.
 * @param {string} school With the grades that come before its own; empty where none is named.
 * @param {number[][]} numerals The values of each of its numbers, of which there is one at least.
 * @returns {Omit<Counted, "text">}
 */
function count(kind, school, numerals) {
  let read = /** @type {number[]} */ (numerals[0]);
  const last = /** @type {number} */ (numerals[numerals.length - 1]?.slice(-1)[0]);
  if (kind === "range") return { ways: [listAges(/** @type {number} */ (read[0]), last)] };
  if (kind === "below") return { ways: [listAges(0, last - 1)] };
  if (kind === "form") read = [last, last - 1];
  if (kind === "months") read = [Math.floor(last / MONTHS)];
  if (kind === "grade" && last <= LAST_GRADE) {
    const before = SCHOOLS[school.slice(0, 1)] ?? SCHOOLS[school.slice(0, 2)] ?? 0;
    read = read.map((one) => one + before);
  }
  const measures = /** @type {string} */ (MEANT[kind] ?? MEANT.age);
  const ways = Array.from(measures).flatMap((measure) => read.map((one) => [one + measure]));
  return { ways, near: kind === "age" ? listGrades(read) : [], unsure: kind === "months" };
}

/**
 * @param {number} first
 * @param {number} last
 * @returns {string[]} The ages from one to another; of a span that is none, its first.
 */
function listAges(first, last) {
  return Array.from(
    { length: Math.max(first, Math.min(last, OLDEST)) - first + 1 },
    (_, more) => `${first + more}${MEANT.age}`,
  );
}

/** @param {number[]} ages @returns {string[]} The grades that children of these ages are in. */
function listGrades(ages) {
  const grades = [...new Set(ages.flatMap((age) => [age - BEGUN, age - BEGUN + 1]))].sort((a, b) => a - b);
  return grades.filter((grade) => grade >= 1 && grade <= GRADES).map((grade) => `${grade}${MEANT.grade}`);
}
