/**
 * Numbers of a query as what they count: years of age, grades of school, items, documents.
 * Numerals of Chinese, English and pinyin are figures. Mirrors generator/search/numbers.py.
 */

/** What numbers count; by itself such a character tells nothing. */
export const MEASURES = "岁级项号";
const VALUES = new Map(
  [
    "零 一 二 三 四 五 六 七 八 九 十",
    "〇 幺 两",
    "_ one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen",
    "_ first second third _ fifth _ _ eighth ninth _ _ twelfth",
    "_ yi er san si wu liu qi ba jiu shi",
  ].flatMap((row) => row.split(" ").map((word, value) => [word, value])),
);
/** How English tens begin, from twenty on. */
const TENS = ["twen", "thir", "for", "fif", "six", "seven", "eigh", "nine"];
/** The age at which a child begins the first grade. */
const BEGUN = 6;
const SCHOOLS = { 初: 6, ch: 6, ju: 6, 高: 9, 职: 9, 中: 9, 技: 9, ga: 9, se: 9 };
/** What may be counted, by the kind of rule; else years of age. */
const MEANT = { year: "年", grade: "级", form: "级", item: "项", document: "号", numbered: "项号" };
const LATIN = [...VALUES.keys()]
  .filter((word) => word[1])
  .sort((a, b) => b.length - a.length)
  .join("|");
const FIGURES = "〇零幺一二三四五六七八九";
const NUMBER = `(\\d{1,5}|[${FIGURES}两十百]{1,5}|${LATIN})(?:st|nd|rd|th)?`;
const SPELT = new RegExp(`[${FIGURES}]{3,}(?![${FIGURES}岁周个月项]|年级)`, "g");
const WITH_TENS = new RegExp(`\\b(${TENS.join("|")})t(?:y|ieth)(?:[- ]${NUMBER})?\\b`, "g");
const AGED = "(?: ?周?岁半?| ?sui\\b|[- ]*(?:year|yr)s?[- ]*(?:old|of age)s?\\b| ?yo\\b| ?y/o\\b)";
const RULES = [
  ["year", /\b(20\d\d)(?:年度?|\b)/],
  ["range", /NA? ?(?:[-–—~、到至]|to) ?NA/],
  ["range", /\b(?:age[sd]?|between) N ?(?:[-–—~]|to|and) ?N\b/],
  ["below", /NA以[下内]|[未不][满到足]NA|\bunder[ -](?:the age of )?N(?:A|s?\b)/],
  ["months", /N(?:个月|月龄|[- ]*months?(?:[- ]*olds?)?\b)/],
  ["age", /(半)岁|NA|\b(?:age[sd]?|is|over|turn(?:s|ed|ing)?) N\b|[子女娃儿孙年]N了/],
  ["grade", /(小学|初中?|高中?|职高|中[专职]|技校)?N(?: ?年级| ?nian ?ji\b|[- ]*grade[rs]*\b)/],
  ["grade", /\b(grade|g|primary|junior|senior)(?: high)?(?: school)? ?(?:grade |year )?N\b/],
  ["grade", /(初|高|\bchu|\bgao) ?([一二三]|[1-3](?!\d)|(?:yi|er|san)\b)(?![点项])/],
  ["form", /\byear N\b/],
  [
    "item",
    /第 ?N ?[项条]|(\d{1,5}|[〇零幺一二三四五六七八九两十百]{2,5})项|[序编]号 ?N|\b(?:item|service|row) ?(?:no\.? ?|number )?N\b|#N|\bN item\b/,
  ],
  ["document", /N号|\bdocument (?:no\.? ?)?N\b/],
  ["numbered", /\b(?:no|number)\.? ?N\b/],
].map(([kind, { source }]) => [kind, new RegExp(source.replace(/N/g, NUMBER).replace(/A/g, AGED), "g")]);

/**
 * @typedef {object} Counted A number of a query.
 * @property {string} text As it is written.
 * @property {string[][]} ways Terms of which a service has all, for each thing that may be meant.
 * @property {string[]} [near] The grades that children of an age are in.
 * @property {boolean} [unsure] Whether it may be a length of time.
 */

/** @param {string} folded @returns {string} With what is spelt in figures: `一一〇` is 110, `twenty-first` is 21. */
export function writeFigures(folded) {
  return folded
    .replace(SPELT, (digits) => Array.from(digits, (one) => VALUES.get(one)).join(""))
    .replace(WITH_TENS, (_, tens, ones) => (TENS.indexOf(tens) + 2) * 10 + (VALUES.get(ones) ?? 0));
}

/** @param {string} folded @returns {{ rest: string, numbers: Counted[] }} The text without the numbers that count something. */
export function readNumbers(folded) {
  const numbers = [];
  let rest = writeFigures(folded);
  for (const [kind, pattern] of RULES) {
    rest = rest.replace(pattern, (text, ...groups) => {
      const words = groups.slice(0, -2).filter(Boolean);
      const school = kind === "grade" && words.length > 1 ? words.shift() : "";
      numbers.push({ text, ...count(kind, school, words.map(readValues)) });
      return school.length > 1 && school > "z" ? ` ${school} ` : " ";
    });
  }
  return { rest, numbers };
}

/** @param {string} word @returns {number[]} Its value, or both where it says one or the other: `三四`. */
export function readValues(word) {
  const digits = parseInt(word, 10);
  if (digits >= 0) return [digits];
  if (VALUES.has(word) || word === "半") return [VALUES.get(word) ?? 0];
  const [, hundreds, tens, last] = /(?:(.?)百)?零?(?:(.?)十)?(.*)/.exec(word);
  const weigh = (figure, worth) => (figure === undefined ? 0 : (VALUES.get(figure) ?? 1) * worth);
  const base = weigh(hundreds, 100) + weigh(tens, 10);
  const ones = Array.from(last, (one) => base + (VALUES.get(one) ?? 0));
  return ones.length ? ones : [base];
}

function count(kind, school, numerals) {
  let [values] = numerals;
  const last = numerals[numerals.length - 1].slice(-1)[0];
  if (kind === "range") return { ways: [listAges(values[0], last)] };
  if (kind === "below") return { ways: [listAges(0, last - 1)] };
  if (kind === "form") values = [last, last - 1];
  if (kind === "months") values = [Math.floor(last / 12)];
  if (kind === "grade" && last <= 3) {
    const before = SCHOOLS[school[0]] ?? SCHOOLS[school.slice(0, 2)] ?? 0;
    values = values.map((one) => one + before);
  }
  const ways = Array.from(MEANT[kind] ?? "岁").flatMap((measure) => values.map((one) => [one + measure]));
  return { ways, near: kind === "age" ? listGrades(values) : [], unsure: kind === "months" };
}

/** The ages from one to another; of a span that is none, its first. */
function listAges(first, last) {
  return Array.from({ length: Math.max(first, Math.min(last, 99)) - first + 1 }, (_, more) => `${first + more}岁`);
}

function listGrades(ages) {
  const grades = [...new Set(ages.flatMap((age) => [age - BEGUN, age - BEGUN + 1]))].sort((a, b) => a - b);
  return grades.filter((grade) => grade >= 1 && grade <= 12).map((grade) => `${grade}级`);
}
