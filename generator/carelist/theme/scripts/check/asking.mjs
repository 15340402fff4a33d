/** One question on the screen, with the ways on, back and past it. */

import { find, pick } from "./parts.mjs";

/**
 * @typedef {import("./interview.mjs").Interview} Interview
 * @typedef {import("./parts.mjs").Parts} Parts
 * @typedef {object} Ways What the reader can do.
 * @property {(options: string[]) => void} answer
 * @property {() => void} back
 * @property {() => void} skipSensitive
 * @property {() => void} see To the results so far.
 * @property {(fact: string) => void} change To a question answered before.
 */

const ERROR = "check-error";

export class Asking {
  /**
   * @param {Parts} parts
   * @param {HTMLFormElement} form
   * @param {import("./cards.mjs").Cards} cards
   * @param {Ways} ways
   */
  constructor(parts, form, cards, ways) {
    this.parts = parts;
    this.form = form;
    this.cards = cards;
    const { unsure, none } = cards.list;
    this.unsure = unsure;
    /** Answers that exclude all others. */
    this.alone = [unsure, none];
    this.ways = ways;
    this.element = parts.make("asking");
    find(this.element, "form").replaceWith(form);
    this.actions = parts.make("actions");
    form.append(this.actions);
    this.error = parts.make("error");
    this.fieldsets = [...form.querySelectorAll("fieldset")];
    find(form, "sensitive").remove();
    for (const { firstElementChild } of this.fieldsets) {
      const legend = /** @type {HTMLLegendElement} */ (firstElementChild);
      const heading = document.createElement("h1");
      heading.tabIndex = -1;
      heading.append(...legend.childNodes);
      legend.append(heading);
    }
    this.listen();
  }

  listen() {
    const { form, ways } = this;
    form.onsubmit = (event) => {
      event.preventDefault();
      this.submit();
    };
    form.onchange = ({ target }) => this.exclude(/** @type {HTMLInputElement} */ (target));
    form.onclick = (event) => this.goOnAtOnce(event);
    find(this.actions, "back").onclick = () => ways.back();
    find(this.actions, "skip").onclick = () => ways.answer([]);
    find(this.actions, "skip-sensitive").onclick = () => ways.skipSensitive();
    find(this.element, "see").onclick = () => ways.see();
  }

  /**
   * @param {Interview} interview
   * @param {string} soFar What is clear by now; empty before the first answer.
   * @param {import("../eligibility/clashes.mjs").Clash[]} clashes
   * @returns {HTMLElement} Where reading goes on.
   */
  ask(interview, soFar, clashes) {
    const { answers } = interview;
    const current = /** @type {string} */ (interview.current);
    for (const fieldset of this.fieldsets) fieldset.hidden = fieldset.dataset.fact !== current;
    const asked = this.fieldsets.find((fieldset) => !fieldset.hidden);
    /** @type {HTMLFieldSetElement} */
    this.fieldset = /** @type {HTMLFieldSetElement} */ (asked);
    const chosen = answers[current]?.length === 0 ? [this.unsure] : (answers[current] ?? []);
    for (const input of this.listInputs()) input.checked = chosen.includes(input.value);
    this.tell("");
    this.showProgress(interview.tellProgress());
    find(this.actions, "skip-sensitive").hidden = !interview.isSensitive(current);
    const notice = find(this.element, "sensitive");
    notice.hidden = !interview.isFirstSensitive();
    const line = find(this.element, "so-far");
    line.hidden = !soFar;
    pick(line, "span").textContent = soFar;
    this.tellClashes(clashes);
    return notice.hidden ? pick(this.fieldset, "h1") : notice;
  }

  /** @param {{number: number, left: number}} progress */
  showProgress({ number, left }) {
    find(this.element, "progress").textContent = this.parts.write(left ? "progress" : "last", {
      number,
      left,
    });
    const bar = pick(this.element, "progress");
    bar.max = number + left;
    bar.value = number;
  }

  /**
   * Tells them once: what is told already is left as it stands.
   * @param {import("../eligibility/clashes.mjs").Clash[]} clashes
   */
  tellClashes(clashes) {
    const words = clashes.map((clash) => clash.words).join("");
    if (words !== this.told) this.cards.fillClashes(find(this.element, "clashes"), clashes, this.ways.change);
    /** @type {string | undefined} */
    this.told = words;
  }

  /** @returns {HTMLInputElement[]} */
  listInputs() {
    return [...this.fieldset.querySelectorAll("input")];
  }

  submit() {
    const chosen = this.listInputs()
      .filter(({ checked }) => checked)
      .map(({ value }) => value);
    if (chosen.length) this.ways.answer(chosen.filter((value) => value !== this.unsure));
    else {
      this.tell(this.parts.write("answer_first"));
      this.listInputs()[0]?.focus();
    }
  }

  /** @param {string} error What is wrong with the answer; empty where nothing is. */
  tell(error) {
    this.error.textContent = error;
    this.error.remove();
    const why = /** @type {HTMLElement} */ (this.fieldset.querySelector(".why"));
    this.fieldset.setAttribute("aria-describedby", error ? `${ERROR} ${why.id}` : why.id);
    if (error) why.after(this.error);
  }

  /** @param {HTMLInputElement} changed */
  exclude(changed) {
    if (changed.type !== "checkbox" || !changed.checked) return;
    for (const input of this.listInputs()) {
      if (input !== changed && (this.alone.includes(changed.value) || this.alone.includes(input.value))) {
        input.checked = false;
      }
    }
  }

  /**
   * A tap on the only answer that can be given needs no "Next". Arrow keys choose by clicks too,
   * but without a pointer (`detail` is 0), so that nobody is carried off while still choosing.
   *
   * @param {MouseEvent} event
   */
  goOnAtOnce({ target, detail }) {
    if (!(target instanceof HTMLInputElement)) {
      this.tapped = detail > 0 && /** @type {Element} */ (target).closest("label");
      return;
    }
    const byPointer = detail > 0 || this.tapped === target.parentElement;
    this.tapped = null;
    if (byPointer && target.checked && (target.type === "radio" || this.alone.includes(target.value))) {
      this.exclude(target);
      this.submit();
    }
  }
}
