/** Which of a device's voices reads a page. */

/** @type {Record<string, string>} What devices also call a language, behind its tag. */
const ALSO = { zh: "|cmn|yue" };
/** Voices of Cantonese read a text in Mandarin's words only where there is no other. */
const CANTONESE = /yue|hk|mo$/;
const MAINLAND = /^(zh|cmn)(-hans)?(-cn)?\b(?!-)/;
const CHINESE = /^(zh|cmn)\b/;
const ELSEWHERE = /\b(online|network)\b/i;

/** @param {{lang: string}} voice As Android and others write it: `zh_CN`, `cmn-Hans-CN`. */
const readLanguage = ({ lang }) => lang.replace(/_/g, "-").toLowerCase();

/** @param {string} lang */
function rank(lang) {
  if (CANTONESE.test(lang)) return 2;
  return CHINESE.test(lang) && !MAINLAND.test(lang) ? 1 : 0;
}

/**
 * @template {{lang: string, name: string, localService: boolean, default?: boolean}} Voice
 * @param {Voice[]} voices
 * @param {string} language Its tag.
 * @returns {Voice | undefined} The best that stays on the device; of equal ones the
 *   device's own choice.
 */
export function chooseVoice(voices, language) {
  const ours = new RegExp(`^(${language}${ALSO[language] ?? ""})\\b`);
  const [best] = voices
    .filter((voice) => voice.localService && !ELSEWHERE.test(voice.name) && ours.test(readLanguage(voice)))
    .map((voice) => ({ voice, rank: rank(readLanguage(voice)) - (voice.default ? 0.5 : 0) }))
    .sort((one, other) => one.rank - other.rank);
  return best?.voice;
}
