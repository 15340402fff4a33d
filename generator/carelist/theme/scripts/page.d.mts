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
    kinds: string;
    listHref: string;
    listWords: string;
    loadingWords: string;
    lostWords: string;
    module: string;
    name: string;
    numbers: string;
    numberWords: string;
    own: string;
    pages: string;
    pageWords: string;
    pieces: string;
    pillar: string;
    saveWords: string;
    service: string;
    words: string;
  }

  interface Window {
    /** What the search page has asked for before its scripts are there, by its address. */
    early: Record<string, Promise<Response>> | undefined;
  }

  interface ParentNode {
    /** Hooks for scripts stand on elements of HTML. */
    querySelector(selectors: `[data-${string}`): HTMLElement | null;
    querySelectorAll(selectors: `[data-${string}`): NodeListOf<HTMLElement>;
  }
}

export {};
