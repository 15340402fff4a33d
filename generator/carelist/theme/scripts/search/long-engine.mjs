/** Answers queries about a long list, of which it knows the weights of the terms that were asked. */

import { MEANT, STRONG_SHARE } from "./constants.mjs";
import { Engine } from "./engine.mjs";
import { Lexicon } from "./lexicon.mjs";
import { rest } from "./page.mjs";
import { Ranking } from "./ranking.mjs";
import { SEEN } from "./results.mjs";

/** How often the engine tries itself. */
const TURNS = 4;

class LongLexicon extends Lexicon {
  /**
   * One character is the beginning of a word: others would be in files all over.
   * @param {string} character
   */
  listWith(character) {
    return this.pairs.filter((term) => term.startsWith(character));
  }
}

export class LongEngine extends Engine {
  /**
   * @param {import("./tables.mjs").Tables} tables
   * @param {string} analysis How the words of the page are cut, as its locale says.
   * @param {import("../data.mjs").LongTerms} known
   * @param {import("./postings.mjs").Postings} postings
   */
  constructor(tables, analysis, known, postings) {
    super([], tables, analysis);
    const characters = Array.from(known.pairs);
    const pairs = characters.filter((_, place) => place % 2 === 0).map((one, place) => one + characters[place * 2 + 1]);
    const items = Array.from({ length: known.count }, (_, place) => `${place + 1}${MEANT.item}`);
    const words = new Map(
      known.words
        .split(" ")
        .filter(Boolean)
        .map((word) => [word, this.stemmer.stem(word)]),
    );
    this.reader.lexicon = new LongLexicon([...pairs, ...words.values(), ...known.numbers.split(" "), ...items], words);
    this.order = { get: Number };
    this.count = known.count;
    this.postings = postings;
  }

  /** @param {number} place */
  name(place) {
    return place;
  }

  /** @param {string} term */
  weigh(term) {
    return this.postings.weigh(term);
  }

  /** @param {string} term @returns {number} How many services have it: each is in one of its lists. */
  countPlaces(term) {
    return this.weigh(term).reduce((count, [, places]) => count + places.length, 0);
  }

  /**
   * The pairs that have a character are in files all over.
   * @param {string} _text
   * @param {import("./engine.mjs").Hit[]} hits
   */
  weighCharacters(_text, hits) {
    return hits;
  }

  /** @param {import("./queries.mjs").Unit[]} units Whose terms are to be known. */
  async prepare(units) {
    await this.postings.fetch(units.flatMap(({ ways }) => ways).flatMap(({ terms }) => terms));
  }

  /**
   * Answers some questions of its own, in turns between which the reader may type, so that the
   * first of the reader's finds the browser ready.
   * @param {string} sample
   */
  async warm(sample) {
    const { written, weights } = this.postings;
    written.set("", `0.5:${",".repeat(this.count - 1)};0.25:1${",2".repeat(this.count / 2 - 1)}`);
    for (let turn = 0; turn < TURNS; turn += 1) {
      await rest();
      this.reader.read(sample);
      new Ranking(
        this.gather(new Map([["", 1.5]]), () => STRONG_SHARE),
        () => true,
      ).slice(0, SEEN);
      weights.delete("");
    }
    written.delete("");
  }

  /**
   * @param {string} text
   * @param {import("./ranking.mjs").Passes} passes
   * @returns {Promise<import("./results.mjs").Hits>}
   */
  async answerText(text, passes) {
    const { queries } = this.reader.read(text);
    await this.prepare(queries.flat());
    const [query, ...others] = queries;
    if (!query || others.length) return this.search(text).filter(({ id }) => passes(id));
    return this.answer(query, (worth, measure) => new Ranking(this.gather(worth, measure), passes));
  }
}
