/** What the templates give to scripts. */

declare global {
  /** `data-` attributes that an element which is asked for them always has. Others may be missing. */
  interface DOMStringMap {
    alike: string;
    cards: string;
    code: string;
    copiedWords: string;
    factor: string;
    failedWords: string;
    files: string;
    foreign: string;
    form: string;
    home: string;
    listHref: string;
    listWords: string;
    loadingWords: string;
    lostWords: string;
    module: string;
    name: string;
    number: string;
    numbers: string;
    numberWords: string;
    own: string;
    pages: string;
    pageWords: string;
    pieces: string;
    pillar: string;
    pillarName: string;
    saveWords: string;
    service: string;
    words: string;
  }

  interface ParentNode {
    /** Hooks for scripts stand on elements of HTML. */
    querySelector(selectors: `[data-${string}`): HTMLElement | null;
    querySelectorAll(selectors: `[data-${string}`): NodeListOf<HTMLElement>;
  }
}

export {};
