/** What the search calls of lunr.js; generator/carelist/site/lunr_script.py makes the module. */

export interface Lunr {
  /** Shortens a token to its stem: as written here, the stem itself where `update` gives it. */
  stemmer<Told>(token: { update(shorten: (word: string) => string): Told }): Told;
  /** @returns Nothing for a word that tells nothing. */
  stopWordFilter(word: string): string | undefined;
}

export const lunr: Lunr;
