/** The list of results: cards of the page's own catalog, with the clause that answers. */

import { chooseClause, markTerms } from "./excerpt.mjs";

/** Results at once: enough for the whole of a city's list. */
const FIRST = 40;
/** Results that are in view on a phone, and milliseconds of rest in typing before the others. */
const SEEN = 5;
const PAUSE = 120;
const MOST_NEAR = 3;
/** Characters of a query that are said again. */
const MOST_SAID = 60;

export class Results {
  /**
   * @param {HTMLElement} root
   * @param {import("./catalog.mjs").Entry[]} entries
   * @param {import("./library.mjs").Library} library
   */
  constructor(root, entries, library) {
    this.root = root;
    this.find = (name) => root.querySelector(`[data-${name}]`);
    this.entries = new Map(entries.map((entry) => [entry.id, entry]));
    this.library = library;
    this.first = FIRST;
    this.find("more").addEventListener("click", () => this.showMore());
  }

  /**
   * @param {{ hits: any[], near: any[] } | null} found Nothing: the whole list is shown instead.
   * @param {import("./address.mjs").Asked} asked
   * @param {boolean} whole Whether all are shown at once, and not first those in view.
   * @returns {string} What is said of it.
   */
  show(found, asked, whole) {
    clearTimeout(this.timer);
    this.find("results").hidden = !found;
    this.find("clear").hidden = !Object.keys(asked.filters).length;
    this.find("nothing").hidden = !found || found.hits.length > 0;
    if (!found) return "";
    const first = found.hits.slice(0, this.first);
    const seen = whole ? first : first.slice(0, SEEN);
    this.waiting = found.hits.slice(this.first);
    this.asked = asked.query;
    for (const name of ["strong", "weak", "near"]) this.find(name).textContent = "";
    this.add(seen);
    if (seen.length < first.length) this.timer = setTimeout(() => this.add(first.slice(SEEN)), PAUSE);
    const near = found.near.slice(0, MOST_NEAR);
    this.find("near").append(...near.map((hit) => this.makeCard(hit)));
    this.find("near-section").hidden = !near.length;
    this.find("more").hidden = !this.waiting.length;
    const strong = found.hits.filter(({ strong }) => strong).length;
    return this.say(strong, found.hits.length - strong, asked);
  }

  /** Adds the cards of further results, and gives them. */
  add(hits) {
    const cards = hits.map((hit) => this.makeCard(hit));
    hits.forEach(({ strong }, place) => this.find(strong ? "strong" : "weak").append(cards[place]));
    this.find("weak-section").hidden = !this.find("weak").children.length;
    return cards;
  }

  showMore() {
    const [card] = this.add(this.waiting.splice(0, this.first));
    this.find("more").hidden = !this.waiting.length;
    card?.querySelector("a")?.focus();
  }

  makeCard({ id, terms, strong }) {
    const entry = this.entries.get(id);
    entry.card = entry.card || this.prepareCard(entry);
    const card = /** @type {HTMLElement} */ (entry.card.cloneNode(true));
    if (!terms.size) return card;
    const { stemmer } = this.library.engine;
    const title = card.querySelector("[data-title]");
    if (title && !title.children.length) replaceContent(title, writeParts(markTerms(title.textContent, terms, stemmer)));
    const leading = this.library.listClauseTerms(id);
    const place = chooseClause(entry.clauses, leading, terms, stemmer);
    if (place < 0) return card;
    this.writeClause(card, entry.clauses[place], terms, stemmer);
    const said = [...terms].filter((term) => leading[place]?.has(term));
    if (strong && said.length && !card.querySelector("mark")) this.writeSaid(card, new Set(said), stemmer);
    return card;
  }

  /** The card as the catalog has it, with its pillar in place of the official wording. */
  prepareCard({ element, facts }) {
    const card = element.cloneNode(true);
    card.querySelector("details")?.remove();
    const tag = this.root.querySelector(`template[data-pillar-tag="${CSS.escape(facts.pillar[0])}"]`);
    if (tag) card.prepend(tag.content.cloneNode(true));
    return card;
  }

  writeClause(card, clause, terms, stemmer) {
    const match = this.find("match").content.cloneNode(true);
    replaceContent(match.querySelector("[data-match-title]"), writeParts(markTerms(clause.title, terms, stemmer)));
    replaceContent(match.querySelector("[data-match-text]"), writeParts(markTerms(clause.text, terms, stemmer)));
    card.querySelector("[data-summary]").replaceWith(match);
  }

  /** The reader's own words, where the list has others for them. */
  writeSaid(card, terms, stemmer) {
    const said = card.querySelector("[data-match-said]");
    const words = markTerms(this.asked, terms, stemmer).filter(({ marked }) => marked).map(({ text }) => text).join(" ");
    if (!words) return;
    said.textContent = said.dataset.words.replace("{words}", () => words);
    said.hidden = false;
  }

  say(strong, weak, { query }) {
    const words = this.root.dataset;
    const count = strong + weak;
    const asked = query.trim().slice(0, MOST_SAID);
    const kind = chooseWords(asked, strong, count);
    return words[`${kind}Words`].replace("{count}", String(count)).replace("{query}", () => asked);
  }

  /** Arrows move from the field through the results and back. */
  move(event, field) {
    if ((event.key !== "ArrowDown" && event.key !== "ArrowUp") || event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const links = [...this.root.querySelectorAll("[data-service] .card-title a")].filter((link) => link.getClientRects().length);
    const stops = [field, ...links];
    const place = stops.indexOf(document.activeElement);
    const next = stops[place + (event.key === "ArrowDown" ? 1 : -1)];
    if (place < 0 || !next) return;
    event.preventDefault();
    next.focus();
  }
}

/** @param {Element} element @param {Node[]} nodes */
function replaceContent(element, nodes) {
  element.textContent = "";
  element.append(...nodes);
}

/** @returns {string} Which words tell of what was found. */
function chooseWords(asked, strong, count) {
  if (!asked) return count ? "all" : "filtered";
  if (!strong) return count ? "weak" : "none";
  return count === 1 ? "one" : "some";
}

/** @param {import("./excerpt.mjs").Part[]} parts @returns {Node[]} */
function writeParts(parts) {
  return parts.map(({ text, marked }) => {
    if (!marked) return document.createTextNode(text);
    const mark = document.createElement("mark");
    mark.textContent = text;
    return mark;
  });
}
