/** The list of results: cards of the page's own catalog, with the clause that answers. */

import { chooseClause, markTerms } from "./excerpt.mjs";
import { findSigns } from "./signs.mjs";

/**
 * @typedef {import("./analysis.mjs").Stemmer} Stemmer
 * @typedef {import("./catalog.mjs").Entry} Entry
 * @typedef {import("./address.mjs").Asked} Asked
 * @typedef {import("./engine.mjs").Id} Id
 * @typedef {{ id: Id, terms: Set<string>, strong?: boolean }} Hit What results are made of.
 * @typedef {(Hit[] & { strong?: undefined }) | import("./ranking.mjs").Ranking} Hits
 * @typedef {{ hits: Hits, near: Hit[], missed?: boolean }} Found What answers a query; or, where nothing
 *   does, what has something of it. `missed`: nothing answers most of it.
 */

/** Results at once: some six screens of a phone. */
export const FIRST = 10;
/** Results that are in view on a phone or on a high screen, and milliseconds of rest in typing before the others. */
export const SEEN = innerHeight > 800 ? 6 : 3;
export const PAUSE = 120;
const MOST_NEAR = 3;
/** Characters of a query that are said again. */
const MOST_SAID = 60;

export class Results {
  /**
   * @param {HTMLElement} root
   * @param {Entry[]} entries
   * @param {import("./library.mjs").Searchable} library
   */
  constructor(root, entries, library) {
    this.root = root;
    /** @param {string} name @returns {HTMLElement} */
    this.find = (name) => /** @type {HTMLElement} */ (root.querySelector(`[data-${name}]`));
    /** @type {Map<Id, Entry>} */
    this.entries = new Map(entries.map((entry) => [entry.id, entry]));
    /** @type {Hits} */
    this.hits = [];
    this.shown = 0;
    this.asked = "";
    this.library = library;
    this.find("more").addEventListener("click", () => this.showMore());
  }

  /**
   * @param {Found | null} found Nothing: the whole list is shown instead.
   * @param {Asked} asked
   * @param {boolean} whole Whether all are shown at once, and not first those in view.
   * @returns {string} What is said of it.
   */
  show(found, asked, whole) {
    this.find("results").hidden = !found;
    this.find("clear").hidden = !Object.keys(asked.filters).length;
    this.find("nothing").hidden = !found || found.hits.length > 0;
    if (!found) return "";
    this.hits = found.hits;
    this.shown = FIRST;
    const first = this.hits.slice(0, FIRST);
    const signs = this.showSigns(asked.query, first[0]);
    if (signs) this.find("nothing").hidden = true;
    const seen = whole ? first : first.slice(0, SEEN);
    this.asked = asked.query;
    for (const kind of [true, false])
      arrange(
        this.find(kind ? "strong" : "weak"),
        this.makeCards(seen.filter((/** @type {Hit} */ hit) => hit.strong === kind)),
      );
    arrange(this.find("near"), this.makeCards(found.near.slice(0, MOST_NEAR)));
    this.add([]);
    if (!whole) this.timer = setTimeout(() => this.addRest(first.slice(SEEN)), PAUSE);
    this.find("near-section").hidden = !found.near.length;
    this.find("more").hidden = this.shown >= this.hits.length;
    const strong = found.hits.strong ?? found.hits.filter((/** @type {Hit} */ hit) => hit.strong).length;
    return this.say(strong, found.hits.length || (signs ? -1 : 0), asked);
  }

  /**
   * @param {string} text
   * @param {Hit} [first] What it finds first.
   * @returns {number} How many things it names that are no services; they are shown.
   */
  showSigns(text, first) {
    const list = this.find("signs");
    const items = [...list.querySelectorAll("[data-code]")];
    const named = text.trim() ? findSigns(items, text, first, this.library.engine?.reader.tables.simplified) : [];
    for (const item of items) item.hidden = !named.includes(item);
    list.hidden = !named.length;
    return named.length;
  }

  /** @param {Hit[]} hits Further results. @returns {HTMLElement[]} Their cards, which are added. */
  add(hits) {
    const cards = this.makeCards(hits);
    cards.forEach((card, at) => this.find(hits[at]?.strong ? "strong" : "weak").append(card));
    this.find("weak-section").hidden = !this.find("weak").children.length;
    return cards;
  }

  /** @param {Hit[]} hits Those that were not in view, which are added. */
  addRest(hits) {
    this.add(hits);
  }

  showMore() {
    const [card] = this.add(this.hits.slice(this.shown, this.shown + FIRST));
    this.shown += FIRST;
    this.find("more").hidden = this.shown >= this.hits.length;
    card?.querySelector("a")?.focus();
  }

  /** @param {Hit[]} hits */
  makeCards(hits) {
    return hits.map((hit) => this.makeCard(hit));
  }

  /**
   * @param {Hit} hit
   * @returns {HTMLElement} The card of a service, which has only one: what stays from one key to the
   *   next stays in place.
   */
  makeCard({ id, terms, strong }) {
    const entry = /** @type {Entry} */ (this.entries.get(id));
    entry.card = entry.card || this.prepareCard(entry);
    const [card, title, summary, match, name, text, said] = entry.card;
    entry.ends = entry.ends || listEnds(title);
    const stemmer = /** @type {Stemmer} */ (this.library.engine?.stemmer);
    /** @param {HTMLElement} where @param {string} words */
    const write = (where, words) =>
      replaceContent(where, writeParts(terms.size ? markTerms(words, terms, stemmer) : [{ text: words }]));
    const leading = terms.size ? this.library.listClauseTerms(id) : [];
    const place = terms.size ? chooseClause(entry.clauses, leading, terms, stemmer) : -1;
    if (title && !title.querySelector(":not(mark):not(wbr)")) {
      write(title, title.textContent);
      breakLines(title, entry.ends);
    }
    summary.hidden = place >= 0;
    match.hidden = place < 0;
    const clause = entry.clauses[place];
    if (!clause) return card;
    write(name, clause.title);
    write(text, clause.text);
    const told = !strong || card.querySelector("mark") ? [] : [...terms].filter((term) => leading[place]?.has(term));
    this.writeSaid(said, new Set(told), stemmer);
    return card;
  }

  /**
   * @param {Entry} entry
   * @returns {import("./catalog.mjs").Card} As the catalog has it, with its pillar in place of the
   *   official wording.
   */
  prepareCard({ element }) {
    const card = /** @type {HTMLElement} */ (element.cloneNode(true));
    card.querySelector("details")?.remove();
    const tag = this.root.querySelector(`template[data-pillar-tag="${CSS.escape(element.dataset.pillar)}"]`);
    if (tag) card.prepend(copyContent(tag));
    card.querySelector("[data-summary]")?.after(copyContent(this.find("match-card")));
    const names = ["title", "summary", "match", "match-title", "match-text", "match-said"];
    const parts = names.map((name) => card.querySelector(`[data-${name}]`));
    return /** @type {import("./catalog.mjs").Card} */ ([card, ...parts]);
  }

  /**
   * Writes the reader's own words, where the list has others for them.
   * @param {HTMLElement} said
   * @param {Set<string>} terms
   * @param {Stemmer} stemmer
   */
  writeSaid(said, terms, stemmer) {
    const words = terms.size
      ? markTerms(this.asked, terms, stemmer)
          .filter(({ marked }) => marked)
          .map(({ text }) => text)
          .join(" ")
      : "";
    said.textContent = said.dataset.words.replace("{words}", () => words);
    said.hidden = !words;
  }

  /**
   * @param {number} strong How many are.
   * @param {number} count Of all; -1 where something is named that is no service.
   * @param {Asked} asked
   * @returns {string}
   */
  say(strong, count, { query }) {
    const words = this.root.dataset;
    const asked = query.trim().slice(0, MOST_SAID);
    const kind = chooseWords(asked, strong, count);
    return /** @type {string} */ (words[`${kind}Words`])
      .replace("{count}", String(kind === "mixed" ? strong : count))
      .replace("{more}", String(count - strong))
      .replace("{query}", () => asked);
  }

  /**
   * Arrows move from the field through the results and back.
   * @param {KeyboardEvent} event
   * @param {HTMLElement} field
   */
  move(event, field) {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (!step || event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const links = [...this.root.querySelectorAll("[data-service] .card-title a")].filter(
      (link) => link.getClientRects().length,
    );
    const stops = [field, ...links];
    const place = stops.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    const next = stops[place + step];
    if (place < 0 || !next) return;
    event.preventDefault();
    next.focus();
  }
}

/**
 * Makes some cards the only ones of a list, and moves none that has its place already.
 * @param {HTMLElement} list
 * @param {HTMLElement[]} cards
 */
function arrange(list, cards) {
  cards.forEach((card, at) => {
    if (list.children[at] !== card) list.insertBefore(card, list.children[at] ?? null);
  });
  while (list.children.length > cards.length) list.lastChild?.remove();
}

/** @param {Element} template @returns {Node} */
function copyContent(template) {
  return /** @type {HTMLTemplateElement} */ (template).content.cloneNode(true);
}

/** @param {Element} element @param {(string | Node)[]} nodes */
function replaceContent(element, nodes) {
  element.textContent = "";
  element.append(...nodes);
}

/**
 * @param {string} asked
 * @param {number} strong
 * @param {number} count
 * @returns {string} Which words tell of what was found.
 */
function chooseWords(asked, strong, count) {
  if (!asked) return count ? "all" : "filtered";
  if (count < 0) return "sign";
  if (!strong) return count ? "weak" : "none";
  if (strong < count) return "mixed";
  return count === 1 ? "one" : "some";
}

/** @param {import("./excerpt.mjs").Part[]} parts @returns {(string | Node)[]} */
function writeParts(parts) {
  return parts.map(({ text, marked }) => {
    if (!marked) return text;
    const mark = document.createElement("mark");
    mark.textContent = text;
    return mark;
  });
}

/**
 * @param {HTMLElement | null} title
 * @returns {number[]} After how many characters a line of it may end, from the last.
 */
function listEnds(title) {
  const range = document.createRange();
  return [...(title?.querySelectorAll("wbr") ?? [])].reverse().map((end) => {
    range.setStart(/** @type {HTMLElement} */ (title), 0);
    range.setEndBefore(end);
    return String(range).length;
  });
}

/**
 * Lets lines end where they could before words of a title were marked.
 * @param {HTMLElement} title
 * @param {number[]} ends
 */
function breakLines(title, ends) {
  for (const end of ends) {
    const walker = document.createTreeWalker(title, NodeFilter.SHOW_TEXT);
    let node = /** @type {Text} */ (walker.nextNode());
    let place = end;
    while (node.length < place) {
      place -= node.length;
      node = /** @type {Text} */ (walker.nextNode());
    }
    node.splitText(place).before(document.createElement("wbr"));
  }
}
