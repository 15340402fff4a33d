/** What of a page is read aloud, sentence by sentence, in the order of the page. */

/** @type {Record<string, RegExp>} Of languages that browsers do not part into sentences as they are read. */
const SENTENCES = { zh: /[^。！？；]+[。！？；]*[”’」』）》]*/g };
const PLAIN = /.+?(?:[.!?;]+["'”’)]*(?=\s|$)|$)/gs;
/**
 * What is not read: what is not seen, such as what tells links of one name apart, what is only for
 * the hand or the eye, what stands twice (the clauses are the official wording), how words of the
 * list are told from ours by the eye, and what tells of the family without being a service.
 */
const SKIPPED =
  "[hidden], [aria-hidden], a > .hidden, .mark i, .aloud, nav, aside, button, select, details:not([open]), .service-place, h3 [data-pillar], .result-wrong, .official, .source, " +
  "[aria-labelledby=history], .clauses ~ .editorial, .given, .check .reasons, [data-kept], [data-say]";
const BLOCKS = "h1, h2, h3, h4, p, li, dt, dd, div";

/** @typedef {Record<string, import("../eligibility/verdicts.mjs").ServiceVerdict[]>} Told What others may hear of. */
/** @typedef {{ block: HTMLElement, nodes: Text[] }} Passage Texts that stand together in one block. */

/**
 * @typedef {object} Sentence
 * @property {string} said What is spoken.
 * @property {Range} range Where it stands.
 * @property {HTMLElement} block The part of the page that it is in.
 */

/**
 * @param {string} text
 * @param {string} language Its tag.
 * @returns {[number, number][]} The beginnings and ends of its sentences.
 */
export function splitSentences(text, language) {
  const parts =
    !SENTENCES[language] && Intl.Segmenter
      ? [...new Intl.Segmenter(language, { granularity: "sentence" }).segment(text)].map(({ segment }) => segment)
      : text.match(SENTENCES[language] ?? PLAIN) || [];
  let end = 0;
  return parts.map((part) => {
    const start = end;
    end += part.length;
    return [start, end];
  });
}

/**
 * @param {HTMLElement} article
 * @param {string} language
 * @param {Told} [told] Of results: all, where none is given.
 * @returns {Sentence[]}
 */
export function listSentences(article, language, told) {
  return listPassages(article, language, told).flatMap(({ block, nodes }) => {
    const text = nodes.map(({ data }) => data).join("");
    return splitSentences(text, language).flatMap(([start, end]) => {
      const part = text.slice(start, end);
      if (!/[\p{L}\p{N}]/u.test(part)) return [];
      const range = makeRange(nodes, start + part.search(/\S/), start + part.trimEnd().length);
      return [{ said: write(nodes, start, end).trim().replace(/\s+/g, " "), range, block }];
    });
  });
}

/** @param {string} number @returns {string} Digit by digit. */
const spell = (number) => [...number].join(" ");

/**
 * @param {Text[]} nodes
 * @param {number} start
 * @param {number} end
 * @returns {string} A part of their text for the ear: telephones digit by digit, what is quoted in
 *   its marks, which pages leave to the style, and between two links what the eye has as a gap.
 */
function write(nodes, start, end) {
  let at = 0;
  let said = "";
  /** @type {Element | null | undefined} */
  let before;
  for (const node of nodes) {
    const part = node.data.slice(Math.max(start - at, 0), Math.max(end - at, 0));
    at += node.length;
    if (!part) continue;
    const parent = node.parentElement;
    const link = parent?.closest("a");
    if (link && before && link !== before) said = `${said.trimEnd()}, `;
    if (part.trim()) before = link;
    if (parent?.closest("q")) said += `“${part}”`;
    else said += link?.href.startsWith("tel:") ? spell(part) : part.replace(/\d{5,}/g, spell);
  }
  return said;
}

/**
 * @param {HTMLElement} place
 * @param {Told} told
 * @returns {boolean} Whether it is of a service or a clause that is kept back, or counts those.
 */
function isKeptBack(place, told) {
  const card = /** @type {HTMLElement | null} */ (place.closest("[data-service]"));
  const clause = /** @type {HTMLElement | null} */ (place.closest("[data-clause]"));
  const said = Object.values(told).flat();
  const group = /** @type {HTMLElement | null} */ (place.closest("[data-group]"))?.dataset.group;
  // How many there are would tell that some are kept back, and so would a heading over those alone.
  if (place.closest("[data-result], [data-count]") || (group && !told[group]?.length)) return true;
  const one = said.find(({ service }) => service.id === card?.dataset.service);
  return Boolean(card && !(clause ? one?.clauses.some((part) => part.clause.id === clause.dataset.clause) : one));
}

/** @param {HTMLElement} article @param {string} language @param {Told} [told] @returns {Passage[]} */
function listPassages(article, language, told) {
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  /** @type {Passage[]} */
  const passages = [];
  while (walker.nextNode()) {
    const node = /** @type {Text} */ (walker.currentNode);
    const parent = /** @type {HTMLElement} */ (node.parentElement);
    const block = /** @type {HTMLElement | null} */ (parent.closest(BLOCKS));
    const last = passages[passages.length - 1];
    if (!block || parent.closest(SKIPPED) || !parent.getClientRects().length) continue;
    if (told && isKeptBack(parent, told)) continue;
    if (!(/** @type {HTMLElement} */ (parent.closest("[lang]")).lang.startsWith(language))) continue;
    if (last?.block === block) last.nodes.push(node);
    else passages.push({ block, nodes: [node] });
  }
  return passages;
}

/**
 * @param {Text[]} nodes
 * @param {number} start
 * @param {number} end
 * @returns {Range} The place of a part of the text that they make together.
 */
function makeRange(nodes, start, end) {
  const range = document.createRange();
  let at = 0;
  for (const node of nodes) {
    const next = at + node.length;
    if (start >= at && start < next) range.setStart(node, start - at);
    if (end > at && end <= next) range.setEnd(node, end - at);
    at = next;
  }
  return range;
}
