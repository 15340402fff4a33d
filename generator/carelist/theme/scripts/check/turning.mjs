/**
 * Other pages of the site, shown in the questionnaire's own document, and the questionnaire in
 * another language: the document stays, and with it what was answered. Fetched only when a link is
 * followed; what is asked of the server is then the page that the link leads to, and nothing else.
 */

/** How long a page that is kept on the device waits for a newer one. */
const PATIENCE = 3000;
/** What a page's head says of the page. */
const ABOUT = "title, meta[name=description], meta[property], link[rel=canonical], link[rel=alternate]";
/** About whom the questions are asked, where readers choose. */
const ASKS = "input[name=asked]";
const ASKED = `${ASKS}:checked`;
const ADDRESS = /(^|-)(href|src|action)$/;

/**
 * @typedef {object} Page
 * @property {string} address
 * @property {string} language
 * @property {Record<string, string>} others Its address in each other language.
 * @property {Element[]} about
 * @property {string} [styles] None where they stand in a file that all pages share.
 * @property {ChildNode[]} nodes Of its body.
 * @property {HTMLElement | null} root Of the questionnaire.
 * @property {boolean} isStarted Whether scripts have added to it.
 * @property {{link: HTMLElement, top: number}} [left] Where the reader left it.
 */

export class Turning {
  /** @param {import("./questionnaire.mjs").Questionnaire} questionnaire Its page is shown now. */
  constructor(questionnaire) {
    this.questionnaire = questionnaire;
    // The page's picture stays, whatever address is shown.
    for (const link of document.querySelectorAll("link[rel=icon]")) anchorAddresses(link, location.href);
    this.own = { ...readPage(document), isStarted: true };
    this.shown = this.own;
    /** @type {Record<string, Page>} By address. */
    this.pages = {};
    addEventListener("popstate", () => this.keepLanguage());
  }

  /** Entries of the browser's history from before a switch of language have the other address. */
  keepLanguage() {
    const { address } = this.own;
    if (address !== location.origin + location.pathname) {
      history.replaceState(history.state, "", address + location.search + location.hash);
    }
  }

  /** @param {HTMLAnchorElement} link */
  async follow(link) {
    link.setAttribute("aria-busy", "true");
    try {
      this.site = await import("../site.mjs");
      if (link.matches(".switch")) await this.switchLanguage(link.hreflang);
      else await this.open(link);
    } finally {
      link.removeAttribute("aria-busy");
    }
  }

  /** @param {HTMLAnchorElement} link */
  async open(link) {
    const { steps } = this.questionnaire;
    const { hash, pathname } = link;
    /** @type {import("./steps.mjs").Screen} */
    let screen = steps.showFirst;
    if (pathname !== location.pathname) {
      const address = findAddress(link);
      const page = await this.fetchPage(address);
      const isSearch = page.nodes.some((node) => /** @type {Element} */ (node).querySelector?.("[data-module=search]"));
      if (page.root || isSearch) {
        throw new Error(`${pathname} needs a document of its own`);
      }
      page.left = undefined;
      screen = Object.assign(() => this.show(address, hash), { isPage: true });
    }
    this.shown.left = { link, top: scrollY };
    steps.open(screen);
  }

  /**
   * @param {string} address
   * @returns {Promise<Page>}
   */
  async fetchPage(address) {
    let page = this.pages[address];
    if (!page) {
      /** @type {string | undefined} */
      let styles;
      const text = await (await fetchOrFind(address)).text();
      // The policy would complain of them.
      const rest = text.replace(/<style>(.*?)<\/style>/s, (_, rules) => {
        styles = rules;
        return "";
      });
      const parsed = new DOMParser().parseFromString(rest, "text/html");
      for (const element of parsed.querySelectorAll("*")) anchorAddresses(element, address);
      // It would ask the server for more than the reader does.
      parsed.querySelector("[data-module=offline]")?.removeAttribute("data-module");
      page = { ...readPage(parsed), address, styles };
      this.pages[address] = page;
    }
    return page;
  }

  /**
   * @param {string} address As it was when the page was opened; it is shown in the language of now.
   * @param {string} hash
   */
  async show(address, hash) {
    const opened = /** @type {Page} */ (this.pages[address]);
    const page =
      opened.language === this.own.language
        ? opened
        : await this.fetchPage(/** @type {string} */ (opened.others[this.own.language]));
    if (!page.isStarted) addReturn(page, this.questionnaire);
    this.place(page);
    document.documentElement.removeAttribute("data-asking");
    if (page.left) returnTo(page.left);
    else {
      const place = document.getElementById(hash.slice(1)) || document.querySelector("main h1");
      arriveAt(/** @type {HTMLElement} */ (place));
    }
  }

  /** Puts the questionnaire's page back, if another is shown. */
  leave() {
    if (this.shown === this.own) return;
    this.place(this.own);
    const { left } = this.own;
    // Once the questionnaire has shown what it shows.
    if (left) Promise.resolve().then(() => returnTo(left));
  }

  /** @param {Page} page In place of the one that is shown. */
  place(page) {
    document.documentElement.lang = page.language;
    for (const old of document.head.querySelectorAll(ABOUT)) old.remove();
    document.head.append(...page.about);
    setStyles(page.styles);
    document.body.textContent = "";
    document.body.append(...page.nodes);
    this.shown = page;
    if (!page.isStarted) this.site?.startParts();
    page.isStarted = true;
  }

  /** @param {string} language In which it goes on, on the screen that is shown. */
  async switchLanguage(language) {
    const { questionnaire, own } = this;
    // One that was at work before is not as it was.
    const address = /** @type {string} */ (own.others[language]);
    delete this.pages[address];
    const page = await this.fetchPage(address);
    const root = /** @type {HTMLElement} */ (page.root);
    const [{ Check }, answer] = await Promise.all([
      import("./start.mjs"),
      fetchOrFind(root.dataset.listHref),
      this.shown === own || this.fetchPage(/** @type {string} */ (this.shown.others[language])),
    ]);
    const rules = await answer.json();
    const asked = /** @type {HTMLInputElement | null} */ (questionnaire.root.querySelector(ASKED));
    /** @type {HTMLElement | null} */ (root.querySelector(`${ASKS}[value="${asked?.value}"]`))?.click();
    // The one that is at work goes on in it, in place of a new one.
    root.removeAttribute("data-module");
    this.own = page;
    this.keepLanguage();
    this.place(page);
    questionnaire.enter(root, rules);
    new Check(root, questionnaire);
    questionnaire.steps.show();
  }
}

/**
 * @param {Document} page
 * @returns {Page}
 */
function readPage(page) {
  return {
    address: location.origin + location.pathname,
    language: page.documentElement.lang,
    others: Object.fromEntries(
      [.../** @type {NodeListOf<HTMLAnchorElement>} */ (page.querySelectorAll(".switch"))].map((link) => [
        link.hreflang,
        findAddress(link),
      ]),
    ),
    about: [...page.head.querySelectorAll(ABOUT)],
    styles: page.querySelector("style")?.textContent,
    nodes: [...page.body.childNodes],
    root: page.querySelector("[data-module=check]"),
    isStarted: false,
  };
}

/** @param {HTMLAnchorElement} link @returns {string} Where it leads, without a query or a place. */
function findAddress({ origin, pathname }) {
  return origin + pathname;
}

/**
 * Writes an element's addresses in full, since the page is shown under another.
 * @param {Element} element
 * @param {string} base
 */
function anchorAddresses(element, base) {
  for (const { name, value } of element.attributes) {
    if (ADDRESS.test(name) && !value.startsWith("#")) element.setAttribute(name, new URL(value, base).href);
  }
  if (element.localName !== "a") return;
  const link = /** @type {HTMLAnchorElement} */ (element);
  const { href, origin, pathname } = link;
  // What is no page of the site opens beside this one.
  if (/^http/.test(href) && (origin !== location.origin || !pathname.endsWith("/"))) {
    link.target = "_blank";
    link.rel = "noopener";
  }
}

/**
 * @param {string} address
 * @returns {Promise<Response>} The newest, or, where the network fails or hangs, what is kept here.
 */
async function fetchOrFind(address) {
  const find = () => globalThis.caches?.match(address);
  const late = new Promise((go) => {
    setTimeout(go, PATIENCE);
  }).then(find);
  const fresh = fetch(address).then((answer) => {
    if (!answer.ok) throw new Error(`${answer.status} ${address}`);
    return answer;
  });
  return (await Promise.race([fresh.catch(find), late])) ?? fresh;
}

/**
 * Exchanges the rules of the page's style element: the policy allows none but that element, whose
 * rules scripts may change.
 *
 * @param {string} [styles]
 */
function setStyles(styles) {
  const sheet = document.querySelector("style")?.sheet;
  if (!sheet || !styles) return;
  while (sheet.cssRules.length) sheet.deleteRule(0);
  sheet.insertRule(`@media all{${styles}}`);
}

/**
 * @param {Page} page
 * @param {import("./questionnaire.mjs").Questionnaire} questionnaire
 */
function addReturn({ nodes }, { parts, steps }) {
  const way = parts.make("return");
  /** @type {HTMLElement} */ (way.firstElementChild).onclick = (event) => {
    event.preventDefault();
    let step = steps.at;
    while (steps.screens[step]?.isPage) step -= 1;
    steps.go(step);
  };
  const main = nodes.find((node) => /** @type {Element} */ (node).localName === "main");
  /** @type {Element} */ (main).prepend(way);
}

/** @param {HTMLElement} heading */
function arriveAt(heading) {
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  if (heading.localName === "h1") scrollTo({ top: 0, behavior: "instant" });
  else heading.scrollIntoView();
}

/** @param {{link: HTMLElement, top: number}} left */
function returnTo({ link, top }) {
  if (!link.isConnected) return;
  link.focus({ preventScroll: true });
  scrollTo({ top, behavior: "instant" });
}
