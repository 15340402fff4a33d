/** What of a page is read aloud, sentence by sentence, in the order of the page. */

const SENTENCES = { zh: /[^。！？；]+[。！？；]*[”’」』）》]*/g, en: /.+?(?:[.!?;]+["'”’)]*(?=\s|$)|$)/gs };
/**
 * What is not read: what is not seen, what is only for the hand or the eye, what stands twice (the
 * clauses are the official wording), and what tells of the family without being a service.
 */
const SKIPPED =
  "[hidden], [aria-hidden], .aloud, nav, aside, button, select, details:not([open]), .service-place, .result-pillar, .result-wrong, .official, .source, " +
  "[aria-labelledby=history], .given, .check .reasons, [data-kept], [data-say]";
const BLOCKS = "h1, h2, h3, h4, p, li, dt, dd, div";

/**
 * @typedef {object} Sentence
 * @property {string} said What is spoken.
 * @property {Range} range Where it stands.
 * @property {HTMLElement} block The part of the page that it is in.
 */

/**
 * @param {string} text
 * @param {string} language `zh` or `en`.
 * @returns {[number, number][]} The beginnings and ends of its sentences.
 */
export function splitSentences(text, language) {
  const parts =
    language === "en" && Intl.Segmenter
      ? [...new Intl.Segmenter("en", { granularity: "sentence" }).segment(text)].map(({ segment }) => segment)
      : text.match(SENTENCES[language]) || [];
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
 * @returns {Sentence[]}
 */
export function listSentences(article, language) {
  return listPassages(article, language).flatMap(({ block, nodes }) => {
    const text = nodes.map(({ data }) => data).join("");
    return splitSentences(text, language).flatMap(([start, end]) => {
      const part = text.slice(start, end);
      if (!/[\p{L}\p{N}]/u.test(part)) return [];
      const said = part.trim().replace(/\s+/g, " ");
      const range = makeRange(nodes, start + part.search(/\S/), start + part.trimEnd().length);
      const isNumber = range.startContainer.parentElement.closest(".telephone");
      return [{ said: isNumber ? [...said].join(" ") : said, range, block }];
    });
  });
}

/** Gives the texts that stand together in one block, as their nodes. */
function listPassages(article, language) {
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  const passages = [];
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const parent = node.parentElement;
    const block = parent.closest(BLOCKS);
    const last = passages[passages.length - 1];
    const isRead =
      block &&
      !parent.closest(SKIPPED) &&
      parent.getClientRects().length &&
      parent.closest("[lang]").lang.startsWith(language);
    if (!isRead) continue;
    if (last && last.block === block) last.nodes.push(node);
    else passages.push({ block, nodes: [node] });
  }
  return passages;
}

/** The place of a part of the text that some nodes make together. */
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
