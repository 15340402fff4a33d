/** Marks the sentence that is read, and keeps it in view; nothing of the page's text changes. */

const NAME = "aloud";
const COLOURS = "background-color:var(--halo-soft);color:var(--ink)";
const FORCED = "background-color:Highlight;color:HighlightText";
const STYLE = `::highlight(${NAME}){${COLOURS}}@media(forced-colors:active){::highlight(${NAME}){${FORCED}}}`;

/** @param {Range} range */
function isInView(range) {
  const { top, bottom } = range.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}

export class Marker {
  constructor() {
    this.highlights = self.Highlight && CSS.highlights;
    if (!this.highlights) return;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }

  /** @param {import("./sentences.mjs").Sentence} sentence */
  mark({ range, block }) {
    // Who has scrolled away reads something else.
    const isFollowed = !this.range || isInView(this.range);
    this.clear();
    this.range = range;
    if (this.highlights) {
      this.highlights.set(NAME, new Highlight(range));
    } else {
      this.block = block;
      block.style.backgroundColor = "var(--mark-soft)";
    }
    if (isFollowed && !isInView(range)) {
      const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
      const top = scrollY + range.getBoundingClientRect().top - innerHeight / 4;
      scrollTo({ top, behavior: isCalm ? "auto" : "smooth" });
    }
  }

  clear() {
    if (this.highlights) this.highlights.delete(NAME);
    if (this.block) this.block.removeAttribute("style");
    this.block = null;
    this.range = null;
  }
}
