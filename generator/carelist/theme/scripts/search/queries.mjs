/**
 * A reader's words as units that a service can answer, each with several ways to answer it.
 * Mirrors generator/carelist/search/queries.py.
 */

import { fold, isHan, pair, split } from "./analysis.mjs";
import {
  BEGINNING,
  INFIXES,
  LOST,
  MEANT,
  MEASURES,
  MOST_CHARACTERS,
  SHORT,
  SLIP,
  SOUND,
  SYNONYM,
  UNKNOWN,
} from "./constants.mjs";
import { cutPieces, isIdle, joinPhrases, stemWords } from "./cutting.mjs";
import { link } from "./lexicon.mjs";
import { readNumbers } from "./numbers.mjs";
import { fits, isSpeakable, readLetters } from "./pinyin.mjs";

/** @typedef {{ terms: string[], worth: number }} Way Terms that answer a unit if a service has all. */
/** @typedef {{ ways: Way[], weight: number }} Unit A part of a query, and the ways to answer it. */

export class Reader {
  /**
   * @param {import("./analysis.mjs").Stemmer} stemmer
   * @param {import("./lexicon.mjs").Lexicon} lexicon
   * @param {import("./tables.mjs").Tables} tables
   * @param {string} analysis How the words of the page are cut, as its locale says.
   */
  constructor(stemmer, lexicon, tables, analysis) {
    this.analysis = analysis;
    this.stemmer = stemmer;
    this.lexicon = lexicon;
    this.tables = tables;
  }

  /**
   * @param {string} text
   * @returns {{ queries: Unit[][], certain: boolean }} The query in every sense: Latin letters may be
   *   English or pinyin. `certain`: in the sense of the locale alone, which leaves no other.
   */
  read(text) {
    const { queries, certain } = this.readSenses(text);
    return { queries: queries.map(weighUnknown), certain };
  }

  /** @param {string} text @returns {{ queries: Unit[][], certain: boolean }} As `read`, all weighed alike. */
  readSenses(text) {
    const asked = Array.from(text).slice(0, MOST_CHARACTERS).join("");
    const { rest, numbers } = readNumbers(fold(asked, this.tables.simplified));
    const pieces = split(rest);
    const { runs, words, tells } = cutPieces(pieces, this.tables, this.stemmer, numbers.length);
    const chinese = runs.filter((run) => !numbers.length || run[1]).flatMap((run) => this.readRun(run));
    const isPlain = !chinese.length;
    const isAlone = numbers.length === 1 && !pieces.length;
    chinese.push(...numbers.filter((one) => isAlone || !this.isOwnYear(one)).map((one) => this.readNumber(one)));
    const latin = pieces
      .map((piece) => piece.text)
      .filter((piece) => !isHan(piece) && (this.analysis === "han" || this.isTold(piece)));
    const english = this.readWords(words);
    if (!tells) english.push({ ways: [], weight: Array.from(rest).length });
    const known = english.filter(isKnown).length;
    const isMet = known === english.length || (english.every(({ ways }) => ways.length) && !latin.some(isSpeakable));
    if (this.analysis === "latin" && english.length && isMet) {
      return { queries: [[...chinese, ...english]], certain: isPlain };
    }
    const said = [...chinese, ...english];
    const { units: sounds, whole, certain } = this.readSounds(latin, runs.length);
    if (!sounds.length) {
      return { queries: said.length ? [said] : [], certain: this.analysis === "han" && !latin.length };
    }
    const heard = [...chinese, ...sounds];
    if ((this.analysis === "han" && certain) || !known)
      return { queries: [heard], certain: this.analysis === "han" && certain };
    return { queries: whole || known < english.length ? [said, heard] : [said], certain: false };
  }

  /** @param {string} word English @returns {boolean} Whether it tells something. */
  isTold(word) {
    return !isIdle(word, this.tables, this.stemmer);
  }

  /** @param {string} text @returns {Unit[]} Every character, and the beginning of every word, by itself. */
  readParts(text) {
    const words = this.split(text).filter((piece) => !isHan(piece));
    const beginnings = words.map((word) => this.lexicon.listBeginning(word.slice(0, SHORT - 1)));
    const characters = this.listCharacters(text).map((one) => this.lexicon.listWith(one));
    return [...characters, ...beginnings].map((terms) => this.weigh(terms.map((term) => way([term]))));
  }

  /** @param {string} text @returns {string[]} Its characters that are no Latin letters, each once. */
  listCharacters(text) {
    return [...new Set(this.split(text).filter(isHan).join(""))];
  }

  /** @param {string} text @returns {string[]} Its pieces, without its numbers. */
  split(text) {
    const asked = Array.from(text).slice(0, MOST_CHARACTERS).join("");
    return split(readNumbers(fold(asked, this.tables.simplified)).rest).map((piece) => piece.text);
  }

  /** @param {Way[]} ways @returns {Unit} Of the ways that some service could answer. */
  weigh(ways, weight = 1) {
    const known = ways.filter(({ terms }) => terms.every((term) => term.includes(" ") || this.lexicon.terms.has(term)));
    return { ways: known, weight: known.length ? weight : weight * UNKNOWN };
  }

  /**
   * @param {import("./numbers.mjs").Counted} number
   * @returns {boolean} Whether it is the year of the list, which tells its services not apart.
   */
  isOwnYear({ ways }) {
    const [[term]] = /** @type {[[string]]} */ (ways);
    return term.endsWith(/** @type {string} */ (MEANT.year)) && this.lexicon.terms.has(term);
  }

  /** @param {import("./numbers.mjs").Counted} number @returns {Unit} Where the list counts nothing so, as it is written. */
  readNumber({ text, ways: meant, near = [], unsure }) {
    let ways = [...meant.map((terms) => way(terms)), ...near.map((term) => way([term], SYNONYM))];
    if (!ways.some(({ terms: [term] }) => this.lexicon.measures.has(/** @type {string} */ (term).slice(-1)))) {
      ways = [way(this.stemmer.findTerms(text).map(({ term }) => term))];
    }
    ways = ways.filter(({ terms }) => terms.some((term) => this.lexicon.terms.has(term)));
    return { ways, weight: unsure ? UNKNOWN : ways.length ? 1 : LOST };
  }

  /** @param {string} run @returns {Unit[]} */
  readRun(run) {
    if (Array.from(run).length === 1) {
      if (MEASURES.includes(run)) return [{ ways: [], weight: UNKNOWN }];
      return [this.weigh(this.lexicon.listWith(run).map((term) => way([term])))];
    }
    const spans = Array.from(
      run.matchAll(this.tables.also),
      ({ index, 0: word }) => /** @type {const} */ ([index, index + word.length]),
    );
    const isSlip = !spans.length && !pair(run).some((term) => this.lexicon.terms.has(term));
    const meant = this.mend(run, isSlip);
    const units = [];
    let place = 0;
    for (const term of pair(run)) {
      const end = place + term.length;
      if (!spans.some(([first, last]) => first <= place && end <= last)) {
        const joins = spans.some(([first, last]) => place < last && first < end);
        const slips = meant.get(term);
        const ways = slips ? slips.map((one) => way([one], SLIP)) : [way([term])];
        units.push(this.weigh(ways, joins ? 0 : 1));
        const isOther = !Array.from(term).some((one) => String(slips).includes(one));
        if (isSlip && ways.length && isOther) units.push({ ways: [], weight: 1 });
      }
      place += /** @type {string} */ (Array.from(term)[0]).length;
    }
    for (const [first, last] of spans) {
      const word = run.slice(first, last);
      const synonym = /** @type {string} */ (this.tables.synonyms.get(word));
      const { length } = Array.from(word);
      units.push(this.weigh([way(pair(word)), way(pair(synonym), SYNONYM)], length / 2));
      if (!synonym) units.push({ ways: [], weight: length });
    }
    return units;
  }

  /**
   * The pairs that may be meant by pairs that nobody has. Where none of a run is known, those that
   * sound alike, as a slip of a pinyin keyboard does; in the place of a character that the tables
   * cannot read, any that joins both its neighbours. And the word that an infix takes apart.
   * @param {string} run
   * @param {boolean} isSlip
   * @returns {Map<string, string[]>}
   */
  mend(run, isSlip) {
    const terms = pair(run);
    const meant = new Map(
      isSlip ? terms.map((term) => /** @type {[string, string[]]} */ ([term, this.listHomophones(term)])) : [],
    );
    terms.slice(1).forEach((second, place) => {
      const two = /** @type {[string, string]} */ ([terms[place], second]);
      const [known] = /** @type {[string]} */ (Array.from(/** @type {string} */ (terms[place])));
      const [between, next] = /** @type {[string, string]} */ (Array.from(second));
      if (INFIXES.includes(between) && this.lexicon.terms.has(known + next)) {
        for (const term of two) if (!this.lexicon.terms.has(term)) meant.set(term, [known + next]);
      }
      if (this.tables.readings.has(between)) return;
      const joined = link([
        this.lexicon.pairs.filter((one) => one.startsWith(known)),
        this.lexicon.pairs.filter((one) => one.endsWith(next)),
      ]);
      joined.forEach((found, at) => meant.set(/** @type {string} */ (two[at]), found));
    });
    return meant;
  }

  /** @param {string} term A pair that nobody has. @returns {string[]} Those that sound like it. */
  listHomophones(term) {
    const sounds = this.tables.readPair(term);
    if (!sounds[0] || !sounds[1]) return [];
    return this.lexicon.pairs.filter((one) => {
      const [first, second] = this.tables.readPair(one);
      return first === sounds[0] && second === sounds[1];
    });
  }

  /** @param {string[]} words @returns {Unit[]} */
  readWords(words) {
    return joinPhrases(words, this.tables, this.stemmer).flatMap((phrase, place, phrases) => {
      const stems = stemWords(phrase, this.stemmer).split(" ");
      const synonym = this.tables.synonyms.get(stems.join(" "));
      let ways = [way(spell(stems))];
      const isNumber = /^\d+$/u.test(phrase);
      if (synonym) ways.push(way(spell(synonym.split(" ")), SYNONYM));
      else if (isNumber) {
        const numbers = [`${Number(phrase)}${MEANT.item}`, ...this.lexicon.listNumbers(phrase)];
        ways.push(...numbers.map((term) => way([term], BEGINNING)));
      } else if (!this.lexicon.terms.has(/** @type {string} */ (stems[0])) && this.isTold(phrase))
        ways = this.guess(phrase, place === phrases.length - 1);
      const unit = this.weigh(ways, stems.length);
      if (isNumber && !unit.ways.length) return { ways: [], weight: LOST };
      return synonym === "" ? [unit, { ways: [], weight: 2 * stems.length }] : unit;
    });
  }

  /**
   * @param {string} word
   * @param {boolean} isLast
   * @returns {Way[]} Words that a slip may have been made in, or that have been typed in part.
   */
  guess(word, isLast) {
    const near = this.lexicon.listNear(word).map((term) => way([term], SLIP));
    if (near.length || !isLast) return near;
    return this.lexicon.listBeginning(word).map((term) => way([term], BEGINNING));
  }

  /**
   * @param {string[]} words
   * @param {number} beside How many runs of Chinese stand beside them: then initials are no pinyin.
   * @returns {{ units: Unit[], whole: boolean, certain: boolean }} The words as pinyin, where the list has
   *   such; `whole`: in whole syllables; `certain`: they are words of the list, so or in initials.
   */
  readSounds(words, beside) {
    const nothing = { units: [], whole: false, certain: false };
    const sounds = readLetters(words, this.tables.syllables);
    if (sounds.length < 2 || (beside && !sounds.some(({ whole }) => whole))) return nothing;
    const found = sounds.slice(1).map((second, place) =>
      this.lexicon.pairs.filter((term) => {
        const [one, two] = /** @type {[string, string]} */ (this.tables.readPair(term));
        return fits(/** @type {import("./pinyin.mjs").Sound} */ (sounds[place]), one) && fits(second, two);
      }),
    );
    const isWhole = sounds.every(({ whole }) => whole);
    const chain = isWhole || this.lexicon.hasTogether(found) ? link(found) : [];
    const filled = found.filter((terms) => terms.length).length;
    if (!chain.length && !(isWhole && filled * 2 >= found.length)) return nothing;
    const units = (chain.length ? chain : found).map((terms) => this.weigh(terms.map((term) => way([term], SOUND))));
    const isAlike = isWhole || sounds.every(({ whole }) => !whole);
    return { units, whole: isWhole, certain: chain.length > 0 && isAlike };
  }
}

/**
 * @param {Unit[]} query
 * @returns {Unit[]} What no service has counts in full where it is most of a query, unless a phrase
 *   is known: that is no chance, whatever stands around it.
 */
function weighUnknown(query) {
  const told = query.filter(({ weight }) => weight);
  /** @param {Unit} unit */
  const isLost = ({ ways }) => !ways.length;
  const isKept = told.some(({ ways, weight }) => ways.length && weight > 1);
  if (isKept || told.filter(isLost).length * 2 <= told.length) return query;
  return query.map((unit) => (unit.weight && isLost(unit) ? { ...unit, weight: LOST } : unit));
}

/** @param {Unit} unit @returns {boolean} Whether some service has its own words, not ones that are near. */
function isKnown({ ways, weight }) {
  return weight >= 1 && ways[0]?.worth === 1;
}

/** @param {string[]} stems @returns {string[]} The terms of words that are one thing: who has them apart has half of it. */
function spell(stems) {
  return stems.length > 1 ? [...stems.map(() => stems.join(" ")), ...stems] : stems;
}

/** @param {string[]} terms @returns {Way} */
function way(terms, worth = 1) {
  return { terms, worth };
}
