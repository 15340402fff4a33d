/**
 * The stems of English words: M. F. Porter, An algorithm for suffix stripping, Program 14 (1980);
 * but that a final `y` is `i` behind a consonant alone, so that `play` and `played` have one stem.
 * The program has lunr.py's; tests/search/test_both_languages.py compares what both give.
 */

// As the paper has them: a run of consonants, a run of vowels, and what is measured by them.
const CONSONANTS = "[^aeiou][^aeiouy]*";
const VOWELS = "[aeiouy][aeiou]*";
const START = `^(?:${CONSONANTS})?`;
const HAS_VOWEL = new RegExp(`${START}[aeiouy]`);
const IS_LONG = new RegExp(START + VOWELS + CONSONANTS);
const IS_LONGER = new RegExp(`${START}(?:${VOWELS}${CONSONANTS}){2}`);
const IS_NO_LONGER = new RegExp(`${START + VOWELS + CONSONANTS}(?:${VOWELS})?$`);
const IS_SHORT = new RegExp(`^${CONSONANTS}[aeiouy][^aeiouwxy]$`);

const replaceCompound = makeStep({
  ational: "ate",
  tional: "tion",
  enci: "ence",
  anci: "ance",
  izer: "ize",
  bli: "ble",
  alli: "al",
  entli: "ent",
  eli: "e",
  ousli: "ous",
  ization: "ize",
  ation: "ate",
  ator: "ate",
  alism: "al",
  iveness: "ive",
  fulness: "ful",
  ousness: "ous",
  aliti: "al",
  iviti: "ive",
  biliti: "ble",
  logi: "log",
});
const replaceSimple = makeStep({ icate: "ic", ative: "", alize: "al", iciti: "ic", ical: "ic", ful: "", ness: "" });
const LAST = /^(.+?)(?:al|ance|ence|er|ic|able|ible|ant|ement|ment|ent|ou|ism|ate|iti|ous|ive|ize)$|^(.+[st])ion$/;

/** @param {string} word In small letters. @returns {string} Its stem. */
export function findStem(word) {
  if (word.length < 3) return word;
  // A first `y` is a consonant: as a capital it is no vowel of the patterns.
  let stem = word.replace(/^y/, "Y").replace(/(ss|i)es$|([^s])s$/, "$1$2");
  stem = cutParticiple(stem).replace(/(.[^aeiou])y$/, "$1i");
  stem = replaceSimple(replaceCompound(stem));
  const [, before, beforeIon = ""] = LAST.exec(stem) ?? [];
  const left = before ?? beforeIon;
  if (IS_LONGER.test(left)) stem = left;
  return cutSilent(stem).toLowerCase();
}

/** @param {string} word @returns {string} `agreed`, `plastered` and `hopping` as `agree`, `plaster`, `hop`. */
function cutParticiple(word) {
  const [, before = "", ending] = /^(.*?)(eed|ed|ing)$/.exec(word) ?? [];
  if (ending === "eed") return IS_LONG.test(before) ? `${before}ee` : word;
  if (!HAS_VOWEL.test(before)) return word;
  if (/(?:at|bl|iz)$/.test(before)) return `${before}e`;
  if (/([^aeiouylsz])\1$/.test(before)) return before.slice(0, -1);
  return IS_SHORT.test(before) ? `${before}e` : before;
}

/**
 * @param {Record<string, string>} endings What each becomes behind a stem that is long enough.
 * @returns {(word: string) => string}
 */
function makeStep(endings) {
  const pattern = new RegExp(`^(.+?)(${Object.keys(endings).join("|")})$`);
  return (word) => {
    const [, before = "", ending = ""] = pattern.exec(word) ?? [];
    return IS_LONG.test(before) ? before + endings[ending] : word;
  };
}

/** @param {string} word @returns {string} Without a final `e` and one of two final `l` of a long word. */
function cutSilent(word) {
  const [, before = ""] = /^(.+)e$/.exec(word) ?? [];
  const isSilent = IS_LONGER.test(before) || (IS_NO_LONGER.test(before) && !IS_SHORT.test(before));
  const stem = isSilent ? before : word;
  return /ll$/.test(stem) && IS_LONGER.test(stem) ? stem.slice(0, -1) : stem;
}
