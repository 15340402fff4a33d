/** What the templates in overrides/ give to scripts. */

declare global {
  /** `data-` attributes that an element which is asked for them always has. Others may be missing. */
  interface DOMStringMap {
    copiedWords: string;
    failedWords: string;
    form: string;
    home: string;
    listHref: string;
    listWords: string;
    module: string;
    numberWords: string;
    pages: string;
    pageWords: string;
    saveWords: string;
    words: string;
  }

  interface ParentNode {
    /** Hooks for scripts stand on elements of HTML. */
    querySelector(selectors: `[data-${string}`): HTMLElement | null;
    querySelectorAll(selectors: `[data-${string}`): NodeListOf<HTMLElement>;
  }
}

export {};
