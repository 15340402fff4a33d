/**
 * What is wrong with a page, put into words that the reader copies, mails or reads out. Nothing is
 * kept or sent. Which page it is stands behind the hash, and is shown only if the site has it.
 */

/** A telephone or identity number, however it is spaced. */
const NUMBER = /(?:\d[\s-]?){7}/;
const PATH = /^(?:[a-z0-9._-]+\/)*$/;

export class Report {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.page = "";
    this.named = /** @type {HTMLInputElement} */ (root.querySelector("[name=named]"));
    this.words = /** @type {HTMLTextAreaElement} */ (root.querySelector("textarea"));
    root.addEventListener("input", () => this.show());
    const copy = /** @type {HTMLButtonElement} */ (root.querySelector("[data-copy]"));
    copy.onclick = () => this.copy();
    copy.hidden = !navigator.clipboard;
    root.hidden = false;
    this.show();
    this.findPage();
  }

  async findPage() {
    // Shown in the questionnaire's document, it is that page which the reader comes from.
    const isOwn = location.pathname.endsWith("/report/");
    const asked = new URLSearchParams(location.hash.slice(1));
    const path = asked.get("page") ?? "";
    const page = isOwn ? this.root.dataset.home + path : location.origin + location.pathname;
    if (isOwn && !PATH.test(path)) return;
    const answer = await fetch(new URL(page).pathname, { method: "HEAD" }).catch(() => null);
    if (!answer?.ok) return;
    this.page = page;
    // What the page is about may be private: its reader says whether it is named.
    this.named.checked = !asked.has("private");
    find(this.root, "naming").hidden = false;
    find(this.root, "which").textContent = `${this.root.dataset.pageWords}${page}`;
    this.show();
  }

  compose() {
    const { pageWords, listWords } = this.root.dataset;
    const kind = /** @type {HTMLInputElement} */ (this.root.querySelector("[name=kind]:checked")).value;
    const page = this.findNamed();
    return [listWords, page && pageWords + page, kind, this.words.value.trim()].filter(Boolean).join("\n");
  }

  /** The page, if it is to be named; else nothing. */
  findNamed() {
    return this.named.checked ? this.page : "";
  }

  show() {
    const message = this.compose();
    find(this.root, "message").textContent = message;
    find(this.root, "careful").textContent = NUMBER.test(this.words.value) ? this.root.dataset.numberWords : "";
    find(this.root, "status").textContent = "";
    const mail = /** @type {HTMLAnchorElement | null} */ (this.root.querySelector("[data-mail]"));
    if (mail) {
      this.mail = this.mail || mail.href;
      const joint = this.mail.includes("?") ? "&" : "?";
      mail.href = `${this.mail}${joint}body=${encodeURIComponent(message)}`;
    }
    const form = /** @type {HTMLAnchorElement | null} */ (document.querySelector("[data-form]"));
    if (form) form.href = form.dataset.form.replace("{page}", encodeURIComponent(this.findNamed()));
  }

  async copy() {
    await navigator.clipboard.writeText(this.compose());
    find(this.root, "status").textContent = this.root.dataset.copiedWords;
  }
}

/** @param {HTMLElement} root @param {string} name @returns {HTMLElement} */
function find(root, name) {
  return /** @type {HTMLElement} */ (root.querySelector(`[data-${name}]`));
}
